// SPDX-License-Identifier: Apache-2.0
// In the place of the C library's calls, for the program, for SQLite: what goes below the
// watched folder is noted in the order in which it happened, and fails when it is told to.
// Syncs are noted, not done: the power cuts are cut.c's.
#include "tests/fault/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define FILES_MAX 65536

static disk *shared; // NULL: nothing is watched
static atomic_bool watched[FILES_MAX];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER; // one call after the other

__attribute__((constructor)) static void attach(void)
{
    const char *path = getenv(DISK_VARIABLE);
    if (path == NULL)
        return;
    const int file = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC);
    void *mapped = (void *)syscall(SYS_mmap, NULL, sizeof *shared, PROT_READ | PROT_WRITE,
                                   MAP_SHARED, file, (off_t)0);
    if (file < 0 || mapped == MAP_FAILED)
        _exit(126);
    syscall(SYS_close, file);
    shared = mapped;
}

static bool is_watched(int file)
{
    return shared != NULL && file >= 0 && file < FILES_MAX && atomic_load(&watched[file]);
}

/** Absolute, whatever the folder is that it was named in. */
static void write_path(char out[PATH_MAX], int folder, const char *name)
{
    char link[64];
    ssize_t length = 0;
    if (name[0] != '/' && folder != AT_FDCWD) {
        snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
        length = syscall(SYS_readlinkat, AT_FDCWD, link, out, PATH_MAX - 2);
    }
    length = length < 0 ? 0 : length;
    if (length > 1)
        out[length++] = '/';
    snprintf(out + length, (size_t)(PATH_MAX - length), "%s",
             strcmp(name, ".") == 0 && length > 0 ? "" : name);
    length = (ssize_t)strlen(out);
    if (length > 1 && out[length - 1] == '/')
        out[length - 1] = '\0';
}

/** What comes after the watched folder in a path; NULL: it is not below it. */
static const char *below(const char *path)
{
    const size_t length = strlen(shared->root);
    if (strncmp(path, shared->root, length) != 0 ||
        (path[length] != '/' && path[length] != '\0'))
        return NULL;
    return path[length] == '\0' ? "" : path + length + 1;
}

/** 0: it may go well; else what it fails with. Under the lock. */
static int judge(disk_call call)
{
    atomic_fetch_add(&shared->calls, 1);
    if (atomic_load(&shared->left) <= 0 || !(atomic_load(&shared->failing) >> call & 1))
        return 0;
    if (atomic_fetch_sub(&shared->skip, 1) > 0)
        return 0;
    atomic_store(&shared->failing, 1U << call);
    atomic_fetch_sub(&shared->left, 1);
    atomic_fetch_add(&shared->hits, 1);
    return atomic_load(&shared->error);
}

static void note(disk_note what, const void *bytes)
{
    uint64_t used = atomic_load(&shared->used);
    if (!shared->is_noting)
        return;
    if (used + disk_note_bytes(&what) > DISK_TRACE_BYTES)
        abort();
    memcpy(shared->trace + used, &what, sizeof what);
    if (what.bytes > 0)
        memcpy(shared->trace + used + sizeof what, bytes, what.bytes);
    atomic_store(&shared->used, used + disk_note_bytes(&what));
}

static void note_path(disk_call call, int file, int64_t at, const char *path)
{
    note((disk_note){.call = call, .file = file, .at = at, .bytes = (uint32_t)strlen(path) + 1},
         path);
}

/** Nothing happens but the failure; a short one is a full disk where nothing is written. */
static long fail(int error)
{
    errno = error == DISK_SHORT ? ENOSPC : error;
    return -1;
}

static int open_watched(const char *path, int flags, mode_t mode, const char *below_root)
{
    (void)pthread_mutex_lock(&lock);
    const int error = judge(DISK_OPEN);
    const int file =
        (int)(error != 0 ? fail(error) : syscall(SYS_openat, AT_FDCWD, path, flags, mode));
    if (file >= 0 && file < FILES_MAX) {
        atomic_store(&watched[file], true);
        note_path(DISK_OPEN, file, flags, below_root);
    }
    (void)pthread_mutex_unlock(&lock);
    return file;
}

static int open_any(int folder, const char *name, int flags, mode_t mode)
{
    char path[PATH_MAX];
    const char *below_root = NULL;
    if (shared != NULL) {
        write_path(path, folder, name);
        below_root = below(path);
    }
    if (below_root != NULL)
        return open_watched(path, flags, mode, below_root);
    const int file = (int)syscall(SYS_openat, folder, name, flags, mode);
    if (file >= 0 && file < FILES_MAX)
        atomic_store(&watched[file], false);
    return file;
}

static mode_t mode_of(int flags, va_list rest)
{
    return (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
}

#define OPENS(name, folder, ...)                                                               \
    int name(__VA_ARGS__, int flags, ...)                                                      \
    {                                                                                          \
        va_list rest;                                                                          \
        va_start(rest, flags);                                                                 \
        const mode_t mode = mode_of(flags, rest);                                              \
        va_end(rest);                                                                          \
        return open_any(folder, path, flags, mode);                                            \
    }
OPENS(open, AT_FDCWD, const char *path)
OPENS(open64, AT_FDCWD, const char *path)
OPENS(openat, in, int in, const char *path)
OPENS(openat64, in, int in, const char *path)

int close(int file)
{
    if (is_watched(file))
        atomic_store(&watched[file], false);
    return (int)syscall(SYS_close, file);
}

static ssize_t read_watched(int file, void *bytes, size_t count, off_t at, bool is_placed)
{
    (void)pthread_mutex_lock(&lock);
    const int error = judge(DISK_READ);
    const long got = error != 0  ? fail(error == DISK_SHORT ? EIO : error)
                     : is_placed ? syscall(SYS_pread64, file, bytes, count, at)
                                 : syscall(SYS_read, file, bytes, count);
    (void)pthread_mutex_unlock(&lock);
    return got;
}

ssize_t read(int file, void *bytes, size_t count)
{
    return is_watched(file) ? read_watched(file, bytes, count, 0, false)
                            : syscall(SYS_read, file, bytes, count);
}

ssize_t pread64(int file, void *bytes, size_t count, off_t at)
{
    return is_watched(file) ? read_watched(file, bytes, count, at, true)
                            : syscall(SYS_pread64, file, bytes, count, at);
}

static ssize_t write_watched(int file, const void *bytes, size_t count, off_t at,
                             bool is_placed)
{
    (void)pthread_mutex_lock(&lock);
    if (!is_placed)
        at = syscall(SYS_lseek, file, 0, SEEK_CUR);
    const int error = judge(DISK_WRITE);
    const bool is_short =
        error == DISK_SHORT && atomic_load(&shared->hits) % 2 == 1 && count > 1;
    long done = error == 0 ? 0 : fail(error);
    count = is_short ? count / 2 : count;
    if (error == 0 || is_short)
        done = is_placed ? syscall(SYS_pwrite64, file, bytes, count, at)
                         : syscall(SYS_write, file, bytes, count);
    if (done > 0)
        note((disk_note){DISK_WRITE, file, at, (uint32_t)done, false}, bytes);
    (void)pthread_mutex_unlock(&lock);
    return done;
}

ssize_t write(int file, const void *bytes, size_t count)
{
    return is_watched(file) ? write_watched(file, bytes, count, 0, false)
                            : syscall(SYS_write, file, bytes, count);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off_t at)
{
    return is_watched(file) ? write_watched(file, bytes, count, at, true)
                            : syscall(SYS_pwrite64, file, bytes, count, at);
}

static int resize_watched(int file, off_t size, bool is_allocated)
{
    (void)pthread_mutex_lock(&lock);
    const int error = judge(DISK_RESIZE);
    const long done = error != 0     ? fail(error)
                      : is_allocated ? syscall(SYS_fallocate, file, 0, 0, size)
                                     : syscall(SYS_ftruncate, file, size);
    if (done == 0)
        note((disk_note){DISK_RESIZE, file, size, 0, false}, NULL);
    (void)pthread_mutex_unlock(&lock);
    return (int)done;
}

int ftruncate64(int file, off_t size)
{
    return is_watched(file) ? resize_watched(file, size, false)
                            : (int)syscall(SYS_ftruncate, file, size);
}

int posix_fallocate(int file, off_t at, off_t length)
{
    const int before = errno;
    const long done = is_watched(file) && at == 0 ? resize_watched(file, length, true)
                                                  : syscall(SYS_fallocate, file, 0, at, length);
    const int why = errno;
    errno = before;
    return done == 0 ? 0 : why;
}

static bool is_folder(int file)
{
    struct stat there;
    return syscall(SYS_newfstatat, file, "", &there, AT_EMPTY_PATH) == 0 &&
           S_ISDIR(there.st_mode);
}

static int sync_watched(int file)
{
    (void)pthread_mutex_lock(&lock);
    const int error = judge(is_folder(file) ? DISK_NAMES : DISK_SYNC);
    note((disk_note){.call = DISK_SYNC, .file = file, .failed = error != 0}, NULL);
    (void)pthread_mutex_unlock(&lock);
    return error == 0 ? 0 : (int)fail(error == DISK_SHORT ? EIO : error);
}

int fsync(int file)
{
    return is_watched(file) ? sync_watched(file) : (int)syscall(SYS_fsync, file);
}

int fdatasync(int file)
{
    return is_watched(file) ? sync_watched(file) : (int)syscall(SYS_fdatasync, file);
}

int rename(const char *from, const char *to)
{
    if (shared == NULL || below(from) == NULL || below(to) == NULL)
        return (int)syscall(SYS_rename, from, to);
    char both[2 * PATH_MAX];
    (void)pthread_mutex_lock(&lock);
    const int error = judge(DISK_RENAME);
    const long done = error != 0 ? fail(error) : syscall(SYS_rename, from, to);
    const int length = snprintf(both, sizeof both, "%s%c%s", below(from), 0, below(to));
    if (done == 0)
        note((disk_note){.call = DISK_RENAME, .file = -1, .bytes = (uint32_t)length + 1}, both);
    (void)pthread_mutex_unlock(&lock);
    return (int)done;
}

int unlink(const char *path)
{
    if (shared == NULL || below(path) == NULL)
        return (int)syscall(SYS_unlink, path);
    (void)pthread_mutex_lock(&lock);
    const int error = judge(DISK_UNLINK);
    const long done = error != 0 ? fail(error) : syscall(SYS_unlink, path);
    if (done == 0)
        note_path(DISK_UNLINK, -1, 0, below(path));
    (void)pthread_mutex_unlock(&lock);
    return (int)done;
}

int mkdirat(int folder, const char *name, mode_t mode)
{
    char path[PATH_MAX];
    if (shared != NULL)
        write_path(path, folder, name);
    if (shared == NULL || below(path) == NULL)
        return (int)syscall(SYS_mkdirat, folder, name, mode);
    (void)pthread_mutex_lock(&lock);
    const int error = judge(DISK_FOLDER);
    const long done = error != 0 ? fail(error) : syscall(SYS_mkdirat, folder, name, mode);
    if (done == 0)
        note_path(DISK_FOLDER, -1, 0, below(path));
    (void)pthread_mutex_unlock(&lock);
    return (int)done;
}

/** For calls that change nothing: whether this one is to fail, and errno. */
static bool fails(disk_call call, int file)
{
    if (!is_watched(file))
        return false;
    (void)pthread_mutex_lock(&lock);
    const int error = judge(call);
    (void)pthread_mutex_unlock(&lock);
    return error != 0 && fail(error == DISK_SHORT ? EIO : error) != 0;
}

int fstat64(int file, struct stat64 *out)
{
    return fails(DISK_STAT, file) ? -1
                                  : (int)syscall(SYS_newfstatat, file, "", out, AT_EMPTY_PATH);
}

void *mmap64(void *at, size_t length, int protection, int flags, int file, off_t offset)
{
    return fails(DISK_MAP, file)
               ? MAP_FAILED
               : (void *)syscall(SYS_mmap, at, length, protection, flags, file, offset);
}
