// SPDX-License-Identifier: Apache-2.0
// Plain POSIX calls; what is made is synced into its folder at once.
#include "server/record/data_dir.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "engine/base/buf.h"

#define ROOM_TO_SPARE_BYTES ((size_t)4 << 20)

static cds_status fail_errno(cds_ctx *ctx, const char *path, const char *what)
{
    return cds_fail(ctx, CDS_FAILED, path, "%s: %s", what, strerrordesc_np(errno));
}

// What cannot be opened for reading cannot be synced, and is left to the system.
static bool sync_names(int folder)
{
    const int readable = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = readable < 0 || fsync(readable) == 0;
    const int why = errno;
    if (readable >= 0) {
        (void)close(readable);
    }
    errno = why;
    return synced;
}

// A name that could not be synced is taken back, so that the next try makes and syncs it.
static bool make_within(int folder, const char *name)
{
    if (mkdirat(folder, name, 0700) != 0) {
        return errno == EEXIST;
    }
    if (sync_names(folder)) {
        return true;
    }
    const int why = errno;
    (void)unlinkat(folder, name, AT_REMOVEDIR);
    errno = why;
    return false;
}

// From one open folder into the next, which is made if it is missing; -1 and errno if not.
static int step_into(int folder, const char *name)
{
    return make_within(folder, name) ? openat(folder, name, O_PATH | O_DIRECTORY | O_CLOEXEC)
                                     : -1;
}

cds_status srv_data_dir_make(cds_ctx *ctx, const char *data_dir)
{
    const char *left = data_dir;
    int folder = open(*left == '/' ? "/" : ".", O_PATH | O_DIRECTORY | O_CLOEXEC);
    for (left += strspn(left, "/"); folder >= 0 && *left != '\0'; left += strspn(left, "/")) {
        char name[NAME_MAX + 1] = "";
        const size_t length = strcspn(left, "/");
        if (length > NAME_MAX) {
            (void)close(folder);
            return cds_fail(ctx, CDS_FAILED, "",
                            "a name in the data folder's path is too long");
        }
        memcpy(name, left, length);
        left += length;
        const int next = step_into(folder, name);
        const int why = errno;
        (void)close(folder);
        errno = why;
        folder = next;
    }
    if (folder < 0) {
        return fail_errno(ctx, data_dir, "the data folder could not be made");
    }
    (void)close(folder);
    return CDS_OK;
}

cds_status srv_data_dir_path(cds_ctx *ctx, const char *data_dir, const char *name,
                             const char **out)
{
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_format(&buf, "%s/%s", data_dir, name);
    cds_buf_char(&buf, '\0');
    cds_text path;
    const cds_status status = cds_buf_end(ctx, &buf, &path);
    if (status == CDS_OK) {
        *out = path.data;
    }
    return status;
}

cds_status srv_data_dir_sync(cds_ctx *ctx, const char *data_dir)
{
    const int folder = open(data_dir, O_PATH | O_DIRECTORY | O_CLOEXEC);
    const cds_status status =
        folder >= 0 && sync_names(folder)
            ? CDS_OK
            : fail_errno(ctx, data_dir, "the data folder could not be synced");
    if (folder >= 0) {
        (void)close(folder);
    }
    return status;
}

bool srv_data_dir_holds(cds_ctx *ctx, const char *data_dir, const char *name)
{
    const char *path;
    return srv_data_dir_path(ctx, data_dir, name, &path) == CDS_OK && access(path, F_OK) == 0;
}

cds_status srv_data_dir_touch(cds_ctx *ctx, const char *path)
{
    const int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file >= 0) {
        (void)close(file);
        return CDS_OK;
    }
    return errno == EEXIST ? CDS_OK : fail_errno(ctx, path, "the file could not be made");
}

cds_status srv_data_dir_lock(cds_ctx *ctx, const char *data_dir, int *out)
{
    const char *path;
    const cds_status status = srv_data_dir_path(ctx, data_dir, "tendon.lock", &path);
    if (status != CDS_OK) {
        return status;
    }
    const int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) {
        return fail_errno(ctx, path, "the lock file could not be opened");
    }
    if (flock(file, LOCK_EX | LOCK_NB) != 0) {
        (void)close(file);
        return cds_fail(ctx, CDS_FAILED, path,
                        "another tendon service writes to this data folder: stop it first, or "
                        "give this one a --data folder of its own");
    }
    *out = file;
    return CDS_OK;
}

static bool has_room(const char *data_dir)
{
    struct statvfs disk;
    return statvfs(data_dir, &disk) == 0 &&
           (uint64_t)disk.f_bavail * disk.f_frsize >= SRV_BALLAST_BYTES + ROOM_TO_SPARE_BYTES;
}

bool srv_ballast_make(cds_ctx *ctx, const char *data_dir)
{
    const char *path;
    struct stat there;
    if (srv_data_dir_path(ctx, data_dir, "ballast", &path) != CDS_OK) {
        return false;
    }
    if (stat(path, &there) == 0 && (size_t)there.st_size == SRV_BALLAST_BYTES) {
        return true;
    }
    if (!has_room(data_dir)) {
        return false;
    }
    const int file = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    const bool made = file >= 0 && posix_fallocate(file, 0, (off_t)SRV_BALLAST_BYTES) == 0;
    if (file >= 0) {
        (void)close(file);
    }
    if (!made) {
        (void)unlink(path);
    }
    return made;
}

bool srv_ballast_free(cds_ctx *ctx, const char *data_dir)
{
    const char *path;
    return srv_data_dir_path(ctx, data_dir, "ballast", &path) == CDS_OK && unlink(path) == 0;
}
