// SPDX-License-Identifier: Apache-2.0
// Landlock by its system calls, for which the C library has no functions.
#include "server/command/harden_files.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <linux/landlock.h>

#include "server/command/harden.h"
#include "server/record/place.h"
#include "server/record/store_postgres_files.h"

#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE (1ULL << 14) // Linux 6.2; Debian's headers are of 6.1
#endif

#define READ (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define WRITE                                                                                  \
    (LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_TRUNCATE |                             \
     LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REMOVE_FILE)
#define OF_A_FILE                                                                              \
    (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_TRUNCATE)

typedef struct reach {
    int ruleset;
    uint64_t rights; // that this kernel knows; each is refused where no rule gives it
} reach;

/** What glibc, OpenSSL, SQLite and libuv read by themselves. */
static const char *const of_libraries[] = {
    "/usr/share/zoneinfo", "/etc/localtime", "/usr/lib/ssl",           "/etc/ssl/openssl.cnf",
    "/dev/null",           "/dev/urandom",   "/sys/devices/system/cpu"};

/** What resolving a host's name and libpq's ways to log in read besides. */
static const char *const of_databases[] = {"/etc", "/usr", "/lib"};

#if SRV_SANITISED
/** What a sanitiser reads to find leaks and to name functions. */
static const char *const of_sanitisers[] = {"/proc", "/usr", "/proc/self/exe"};
#endif

static void allow(const reach *to, const char *path, uint64_t rights)
{
    struct stat about;
    struct landlock_path_beneath_attr rule = {.allowed_access = rights & to->rights};
    rule.parent_fd = open(path, O_PATH | O_CLOEXEC);
    if (rule.parent_fd < 0)
        return; // what is not there can't be read either way
    if (fstat(rule.parent_fd, &about) == 0 && !S_ISDIR(about.st_mode))
        rule.allowed_access &= OF_A_FILE;
    (void)syscall(SYS_landlock_add_rule, to->ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    (void)close(rule.parent_fd);
}

static void allow_beside(const reach *to, const char *path)
{
    char copy[PATH_MAX];
    char folder[PATH_MAX];
    (void)snprintf(copy, sizeof copy, "%s", path);
    if (realpath(dirname(copy), folder) != NULL)
        allow(to, strcmp(folder, "/") == 0 ? path : folder, READ);
}

static void allow_named(void *user, const char *path)
{
    char real[PATH_MAX];
    if (path == NULL)
        return;
    allow_beside(user, path);
    if (realpath(path, real) != NULL)
        allow_beside(user, real);
}

static void allow_all(const reach *to, const char *const *paths, size_t count)
{
    for (size_t i = 0; i < count; i++)
        allow(to, paths[i], READ);
}

#define ALLOW_ALL(to, paths) allow_all(to, paths, sizeof(paths) / sizeof *(paths))

static void allow_database(reach *to, const char *url)
{
    const char *home = getenv("HOME");
    char path[PATH_MAX];
    ALLOW_ALL(to, of_databases);
    allow_named(to, "/etc/resolv.conf"); // often a link into /run
    srv_postgres_files(url, allow_named, to);
    for (size_t i = 0; home != NULL && i < 2; i++) {
        (void)snprintf(path, sizeof path, "%s/%s", home, i == 0 ? ".postgresql" : ".pgpass");
        allow(to, path, READ);
    }
}

static cds_status allow_options(cds_ctx *ctx, reach *to, const srv_options *options)
{
    const char *const named[] = {options->folder.rules_dir, options->folder.schema_file,
                                 options->schemas_dir,      options->clients_file,
                                 options->tls_cert,         options->tls_key,
                                 options->tls_client_ca};
    const char *url = NULL;
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        allow_named(to, named[i]);
    allow(to, options->data_dir, READ | WRITE);
    ALLOW_ALL(to, of_libraries);
#if SRV_SANITISED
    ALLOW_ALL(to, of_sanitisers);
#endif
    const cds_status status = srv_place_read(ctx, options->data_dir, &url);
    if (url != NULL)
        allow_database(to, url);
    if (options->read_from != NULL)
        allow_database(to, options->read_from);
    return status;
}

/** All that this version of Landlock can refuse; 0: it can nothing. */
static uint64_t rights_of(long version)
{
    uint64_t rights = version < 1 ? 0 : (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
    if (version >= 2)
        rights |= LANDLOCK_ACCESS_FS_REFER;
    if (version >= 3)
        rights |= LANDLOCK_ACCESS_FS_TRUNCATE;
    return rights;
}

cds_status srv_harden_files(cds_ctx *ctx, const srv_options *options)
{
    reach to = {.rights = rights_of(syscall(SYS_landlock_create_ruleset, NULL, 0,
                                            LANDLOCK_CREATE_RULESET_VERSION))};
    const struct landlock_ruleset_attr refused = {.handled_access_fs = to.rights};
    to.ruleset = (int)syscall(SYS_landlock_create_ruleset, &refused, sizeof refused, 0);
    if (to.ruleset < 0)
        return cds_fail(ctx, CDS_FAILED, "", "files are not confined (Landlock): %s",
                        strerrordesc_np(errno));
    cds_status status = allow_options(ctx, &to, options);
    (void)setenv("SQLITE_TMPDIR", options->data_dir, 1);
    if (status == CDS_OK && syscall(SYS_landlock_restrict_self, to.ruleset, 0) != 0)
        status = cds_fail(ctx, CDS_FAILED, "", "files are not confined (Landlock): %s",
                          strerrordesc_np(errno));
    (void)close(to.ruleset);
    return status;
}
