// SPDX-License-Identifier: Apache-2.0
// What a process that is confined to its files can still open, and what it tries in vain.
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <sqlite3.h>

#include "server/command/harden_files.h"
#include "tests/command/harden_try.h"

static char dir[64];
static srv_options options;

static void path_of(char *out, const char *name)
{
    (void)snprintf(out, PATH_MAX, "%s/%s", dir, name);
}

static void put(const char *name, const char *text)
{
    char path[PATH_MAX];
    path_of(path, name);
    FILE *file = fopen(path, "w");
    ck_assert_msg(file != NULL, "%s", path);
    ck_assert_int_ge(fputs(text, file), 0);
    ck_assert_int_eq(fclose(file), 0);
}

static void make(const char *name)
{
    char path[PATH_MAX];
    path_of(path, name);
    ck_assert_int_eq(mkdir(path, 0700), 0);
}

/** Lives: as long as the program. */
static const char *kept(const char *name)
{
    static char paths[5][PATH_MAX];
    static size_t count;
    char *path = paths[count++ % 5];
    path_of(path, name);
    return path;
}

/** A clinic's folders: etc/rules behind a link, etc/clients.json, data, and what is no business
 *  of the service. */
static void set_up(void)
{
    (void)snprintf(dir, sizeof dir, "/tmp/tendon-harden-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(dir));
    make("releases");
    make("releases/1");
    make("releases/2");
    make("etc");
    make("data");
    make("private");
    put("releases/1/rule.lua", "1");
    put("releases/2/rule.lua", "2");
    put("etc/clients.json", "{}");
    put("etc/next.json", "{}");
    put("data/log.key", "key");
    put("private/letter", "secret");
    ck_assert_int_eq(symlink("../releases/1", kept("etc/rules")), 0);
    options = (srv_options){.data_dir = kept("data"), .clients_file = kept("etc/clients.json")};
    options.tls_client_ca = "/srv"; // beside it is the whole machine
    options.folder.rules_dir = kept("etc/rules");
    options.folder.schema_file = kept("etc/schema.json");
}

static void tear_down(void)
{
    char line[128];
    (void)snprintf(line, sizeof line, "rm -rf '%s'", dir);
    ck_assert_int_eq(system(line), 0);
}

static cds_status to_files(cds_ctx *ctx)
{
    return srv_harden_files(ctx, &options);
}

static int try_open(const char *name, int flags)
{
    char path[PATH_MAX];
    path_of(path, name);
    return outcome(open(path, flags | O_CLOEXEC, 0600));
}

static int reads_a_rule(void)
{
    return try_open("etc/rules/rule.lua", O_RDONLY);
}

/** As who puts a new release in place: by another process, so before or after is the same. */
static int reads_another_release(void)
{
    return try_open("releases/2/rule.lua", O_RDONLY);
}

static int reads_beside_clients(void)
{
    return try_open("etc/next.json", O_RDONLY);
}

static int writes_data(void)
{
    return try_open("data/new", O_RDWR | O_CREAT | O_TRUNC);
}

static int renames_data(void)
{
    char from[PATH_MAX];
    char to[PATH_MAX];
    path_of(from, "data/log.key");
    path_of(to, "data/log.key.new");
    return outcome(rename(from, to));
}

static int removes_data(void)
{
    char path[PATH_MAX];
    path_of(path, "data/log.key");
    return outcome(unlink(path));
}

static int reads_time_zones(void)
{
    return outcome(open("/usr/share/zoneinfo/UTC", O_RDONLY | O_CLOEXEC));
}

static int reads_passwords(void)
{
    return outcome(open("/etc/passwd", O_RDONLY | O_CLOEXEC));
}

static int reads_private(void)
{
    return try_open("private/letter", O_RDONLY);
}

static int lists_private(void)
{
    return try_open("private", O_RDONLY | O_DIRECTORY);
}

static int lists_root(void)
{
    return outcome(open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

static int writes_a_rule(void)
{
    return try_open("etc/rules/rule.lua", O_WRONLY);
}

static int makes_a_rule(void)
{
    return try_open("etc/rules/new.lua", O_WRONLY | O_CREAT);
}

static int writes_clients(void)
{
    return try_open("etc/clients.json", O_WRONLY);
}

static int removes_clients(void)
{
    char path[PATH_MAX];
    path_of(path, "etc/clients.json");
    return outcome(unlink(path));
}

static int writes_tmp(void)
{
    return try_open("anything", O_WRONLY | O_CREAT);
}

static int carries_data_out(void)
{
    char from[PATH_MAX];
    char to[PATH_MAX];
    path_of(from, "data/log.key");
    path_of(to, "etc/log.key");
    return outcome(rename(from, to));
}

static int links_data_out(void)
{
    char path[PATH_MAX];
    path_of(path, "data/link");
    return outcome(symlink("/etc/passwd", path));
}

static const row files[] = {
    {"reads a rule, behind a link", reads_a_rule, 0},
    {"reads the release that the link may lead to next", reads_another_release, 0},
    {"reads the file that may take the clients file's place", reads_beside_clients, 0},
    {"writes into the data folder", writes_data, 0},
    {"gives a name within the data folder", renames_data, 0},
    {"removes from the data folder", removes_data, 0},
    {"reads time zones", reads_time_zones, 0},
    {"reads the machine's users", reads_passwords, EACCES},
    {"reads another's file", reads_private, EACCES},
    {"lists another's folder", lists_private, EACCES},
    {"lists the machine's root", lists_root, EACCES},
    {"writes a rule", writes_a_rule, EACCES},
    {"makes a rule", makes_a_rule, EACCES},
    {"writes the clients file", writes_clients, EACCES},
    {"removes the clients file", removes_clients, EACCES},
    {"writes beside the data folder", writes_tmp, EACCES},
    {"carries data out of its folder", carries_data_out, EACCES},
    {"makes a link", links_data_out, EACCES},
    {"runs a program", runs_a_program, EACCES},
};

static bool has_landlock(void)
{
    return syscall(SYS_landlock_create_ruleset, NULL, 0, 1) >= 1;
}

START_TEST(files_beyond_rules_and_data_are_out_of_reach)
{
    const row *one = &files[_i];
    if (!has_landlock()) {
        fprintf(stderr, "skipped: this kernel has no Landlock\n");
        return;
    }
    set_up();
    const int ended = ends(to_files, one->try);
    tear_down();
    ck_assert_msg(ended == one->ends, "%s: %d, not %d", one->name, ended, one->ends);
}
END_TEST

START_TEST(unconfined_it_could_reach_all_of_them)
{
    const row *one = &files[_i];
    set_up();
    const int ended = ends(to_nothing, one->try);
    tear_down();
    ck_assert_msg(ended == 0, "%s: %d", one->name, ended);
}
END_TEST

/** A table that does not fit the page cache goes to a file. */
static int spills(void)
{
    sqlite3 *store = NULL;
    char path[PATH_MAX];
    path_of(path, "data/tendon.db");
    if (sqlite3_open(path, &store) != SQLITE_OK)
        return 1;
    return sqlite3_exec(store,
                        "PRAGMA temp.cache_size = 10; CREATE TEMP TABLE t (x);"
                        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT"
                        " 5000) INSERT INTO t SELECT randomblob(1000) FROM n",
                        NULL, NULL, NULL);
}

START_TEST(what_does_not_fit_memory_stays_in_the_data_folder)
{
    set_up();
    ck_assert_int_eq(setenv("TMPDIR", "/nowhere", 1), 0);
    const int ended = ends(to_files, spills);
    tear_down();
    ck_assert_int_eq(ended, has_landlock() ? SQLITE_OK : CANNOT);
}
END_TEST

int main(void)
{
    TCase *tcase = tcase_create("files");
    tcase_add_loop_test(tcase, files_beyond_rules_and_data_are_out_of_reach, 0, COUNT(files));
    tcase_add_loop_test(tcase, unconfined_it_could_reach_all_of_them, 0, COUNT(files));
    tcase_add_test(tcase, what_does_not_fit_memory_stays_in_the_data_folder);
    return run_suite(tcase);
}
