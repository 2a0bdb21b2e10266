// SPDX-License-Identifier: Apache-2.0
// Files and names, each with what is synced and a list of what is not.
#include "tests/fault/cut.h"

#include <check.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SECTOR 512
#define NAMES_MAX 32
#define FILES_MAX 4096
#define DESCRIPTORS_MAX 1024
#define NO_FILE (-1)

// What of the unsynced is there after a cut.
typedef enum luck { NOTHING, ALL, FIRST_SOME, SOME, SECTORS, LUCK_COUNT } luck;

typedef struct file {
    bool is_folder;
    unsigned char *bytes; // synced; beyond `filled` there are zeros
    size_t filled, size;
    const disk_note **unsynced; // writes and sizes, in their order
    size_t count, room;
} file;

typedef struct name {
    char path[64];
    int file;
} name;

// All names at one time.
typedef struct names {
    name list[NAMES_MAX];
    size_t count;
} names;

// A name given or taken, not yet synced.
typedef struct naming {
    name gives; // file NO_FILE: takes
    char takes[64];
} naming;

struct cut {
    bool ignores_syncs;
    file *files;
    size_t file_count;
    int files_of[DESCRIPTORS_MAX];
    names now; // as the running system has them
    names synced;
    naming unsynced[FILES_MAX];
    size_t unsynced_count;
    unsigned seed; // for syncs that fail
};

static int find(const names *all, const char *path)
{
    for (size_t i = 0; i < all->count; i++) {
        if (strcmp(all->list[i].path, path) == 0)
            return all->list[i].file;
    }
    return NO_FILE;
}

static void take(names *all, const char *path)
{
    for (size_t i = 0; i < all->count; i++) {
        if (strcmp(all->list[i].path, path) == 0)
            all->list[i--] = all->list[--all->count];
    }
}

static void apply_naming(names *all, const naming *what)
{
    take(all, what->takes);
    if (what->gives.file == NO_FILE)
        return;
    take(all, what->gives.path);
    ck_assert_uint_lt(all->count, NAMES_MAX);
    all->list[all->count++] = what->gives;
}

static void do_naming(cut *it, const char *takes, const char *gives, int of)
{
    ck_assert_uint_lt(it->unsynced_count, FILES_MAX);
    naming *made = &it->unsynced[it->unsynced_count++];
    *made = (naming){.gives.file = of};
    snprintf(made->takes, sizeof made->takes, "%s", takes);
    snprintf(made->gives.path, sizeof made->gives.path, "%s", gives);
    apply_naming(&it->now, made);
}

static int make_file(cut *it, bool is_folder)
{
    ck_assert_uint_lt(it->file_count, FILES_MAX);
    it->files[it->file_count] = (file){.is_folder = is_folder};
    return (int)it->file_count++;
}

static void fill_to(file *of, size_t size)
{
    if (size <= of->filled)
        return;
    of->bytes = realloc(of->bytes, size);
    memset(of->bytes + of->filled, 0, size - of->filled);
    of->filled = size;
}

static void resize(file *of, size_t size)
{
    of->filled = size < of->filled ? size : of->filled;
    of->size = size;
}

static void apply_bytes(file *to, const disk_note *from, size_t first, size_t count)
{
    fill_to(to, (size_t)from->at + first + count);
    memcpy(to->bytes + from->at + first, (const unsigned char *)(from + 1) + first, count);
    to->size = to->size > to->filled ? to->size : to->filled;
}

static void apply_whole(file *to, const disk_note *from)
{
    if (from->call == DISK_WRITE)
        apply_bytes(to, from, 0, from->bytes);
    else
        resize(to, (size_t)from->at);
}

/** Each sector is there, not there, or torn: its beginning is. */
static void apply_sectors(file *to, const disk_note *from, unsigned *seed)
{
    if (from->call != DISK_WRITE) {
        if (rand_r(seed) % 2 == 0)
            apply_whole(to, from);
        return;
    }
    for (size_t at = 0; at < from->bytes;) {
        const size_t room = SECTOR - ((size_t)from->at + at) % SECTOR;
        const size_t count = from->bytes - at < room ? from->bytes - at : room;
        const int chance = rand_r(seed) % 5;
        if (chance < 2)
            apply_bytes(to, from, at, count);
        else if (chance == 2)
            apply_bytes(to, from, at, (size_t)rand_r(seed) % count);
        at += count;
    }
}

static void apply_luck(file *to, const disk_note *const *notes, size_t count, luck how,
                       unsigned *seed)
{
    const size_t some = count == 0 ? 0 : (size_t)rand_r(seed) % (count + 1);
    for (size_t i = 0; i < count; i++) {
        if (how == SECTORS)
            apply_sectors(to, notes[i], seed);
        else if (how == ALL || (how == FIRST_SOME && i < some) ||
                 (how == SOME && rand_r(seed) % 2 == 0))
            apply_whole(to, notes[i]);
    }
    if (how == FIRST_SOME && some < count)
        apply_sectors(to, notes[some], seed);
}

static void add_unsynced(cut *it, int of, const disk_note *what)
{
    ck_assert_int_ne(of, NO_FILE);
    file *to = &it->files[of];
    if (to->count == to->room) {
        to->room = to->room * 2 + 16;
        to->unsynced = realloc(to->unsynced, to->room * sizeof(const disk_note *));
    }
    to->unsynced[to->count++] = what;
}

static bool is_within(const char *path, const char *folder)
{
    const char *slash = strrchr(path, '/');
    const size_t length = slash == NULL ? 0 : (size_t)(slash - path);
    return strlen(folder) == length && strncmp(path, folder, length) == 0;
}

static const char *path_of(const cut *it, int of)
{
    for (size_t i = 0; i < it->now.count; i++) {
        if (it->now.list[i].file == of)
            return it->now.list[i].path;
    }
    return "";
}

/** A folder's sync is of the names in it. */
static void sync_names(cut *it, const char *folder)
{
    size_t left = 0;
    for (size_t i = 0; i < it->unsynced_count; i++) {
        const naming *what = &it->unsynced[i];
        const char *path = what->gives.file == NO_FILE ? what->takes : what->gives.path;
        if (!is_within(path, folder))
            it->unsynced[left++] = *what;
        else
            apply_naming(&it->synced, what);
    }
    it->unsynced_count = left;
}

static void sync_file(cut *it, int of, bool failed)
{
    ck_assert_int_ne(of, NO_FILE);
    file *to = &it->files[of];
    if (it->ignores_syncs)
        return;
    if (to->is_folder) {
        if (!failed)
            sync_names(it, path_of(it, of));
        return;
    }
    const luck how = failed ? (luck)(rand_r(&it->seed) % LUCK_COUNT) : ALL;
    apply_luck(to, to->unsynced, to->count, how, &it->seed);
    to->count = 0;
}

static void open_file(cut *it, const disk_note *what)
{
    const char *path = (const char *)(what + 1);
    int of = find(&it->now, path);
    if (of == NO_FILE) {
        of = make_file(it, false);
        do_naming(it, path, path, of);
    } else if ((what->at & O_TRUNC) != 0) {
        static const disk_note emptied = {.call = DISK_RESIZE};
        add_unsynced(it, of, &emptied);
    }
    ck_assert_int_lt(what->file, DESCRIPTORS_MAX);
    it->files_of[what->file] = of;
}

static void rename_file(cut *it, const disk_note *what)
{
    const char *from = (const char *)(what + 1);
    do_naming(it, from, from + strlen(from) + 1, find(&it->now, from));
}

void cut_follow(cut *it, const disk_note *what)
{
    const char *path = (const char *)(what + 1);
    switch ((disk_call)what->call) {
    case DISK_OPEN:
        open_file(it, what);
        break;
    case DISK_WRITE:
    case DISK_RESIZE:
        add_unsynced(it, it->files_of[what->file], what);
        break;
    case DISK_SYNC:
        sync_file(it, it->files_of[what->file], what->failed);
        break;
    case DISK_RENAME:
        rename_file(it, what);
        break;
    case DISK_UNLINK:
        do_naming(it, path, path, NO_FILE);
        break;
    case DISK_FOLDER:
        do_naming(it, path, path, make_file(it, true));
        break;
    default:
        ck_abort_msg("a call that changes nothing was noted: %u", what->call);
    }
}

static void read_file(file *to, const char *path)
{
    struct stat there;
    const int from = open(path, O_RDONLY | O_CLOEXEC);
    ck_assert_int_ge(from, 0);
    ck_assert_int_eq(fstat(from, &there), 0);
    to->size = (size_t)there.st_size;
    if (there.st_blocks > 0 && strstr(path, "/ballast") == NULL) {
        fill_to(to, to->size);
        ck_assert_int_eq(read(from, to->bytes, to->size), to->size);
    }
    close(from);
}

/** What is in the folder, and in the folders in it. */
static void read_folder(cut *it, const char *top, const char *inside)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s", top, inside);
    DIR *folder = opendir(path);
    ck_assert_ptr_nonnull(folder);
    for (struct dirent *one = readdir(folder); one != NULL; one = readdir(folder)) {
        if (one->d_name[0] == '.')
            continue;
        char below[300];
        snprintf(below, sizeof below, "%s%s%s", inside, *inside == '\0' ? "" : "/",
                 one->d_name);
        snprintf(path, sizeof path, "%s/%s", top, below);
        const int of = make_file(it, one->d_type == DT_DIR);
        do_naming(it, below, below, of);
        if (one->d_type == DT_DIR)
            read_folder(it, top, below);
        else
            read_file(&it->files[of], path);
    }
    closedir(folder);
}

cut *cut_new(const char *folder)
{
    cut *it = calloc(1, sizeof *it);
    it->files = calloc(FILES_MAX, sizeof *it->files);
    it->seed = (unsigned)getpid();
    memset(it->files_of, 0xff, sizeof it->files_of);
    do_naming(it, "", "", make_file(it, true));
    read_folder(it, folder, "");
    it->synced = it->now;
    it->unsynced_count = 0;
    return it;
}

void cut_ignore_syncs(cut *it)
{
    it->ignores_syncs = true;
}

void cut_free(cut *it)
{
    for (size_t i = 0; i < it->file_count; i++) {
        free(it->files[i].bytes);
        free(it->files[i].unsynced);
    }
    free(it->files);
    free(it);
}

static names names_left(const cut *it, luck how, unsigned *seed)
{
    names left = it->synced;
    const size_t some = (size_t)rand_r(seed) % (it->unsynced_count + 1);
    for (size_t i = 0; i < it->unsynced_count; i++) {
        if (how == ALL || (how == FIRST_SOME && i < some) ||
            ((how == SOME || how == SECTORS) && rand_r(seed) % 2 == 0))
            apply_naming(&left, &it->unsynced[i]);
    }
    return left;
}

/** SQLite's shared memory is never synced: it may hold anything. */
static void scramble(file *what, unsigned *seed)
{
    fill_to(what, what->size);
    for (size_t i = 0; i < what->filled; i++)
        what->bytes[i] = (unsigned char)rand_r(seed);
}

static void write_file(const cut *it, const name *of, luck how, unsigned *seed,
                       const char *path)
{
    const file *from = &it->files[of->file];
    file left = {.size = from->size};
    fill_to(&left, from->filled);
    left.size = from->size;
    if (from->filled > 0)
        memcpy(left.bytes, from->bytes, from->filled);
    apply_luck(&left, from->unsynced, from->count, how, seed);
    if (strstr(of->path, "-shm") != NULL && rand_r(seed) % 2 == 0)
        scramble(&left, seed);
    const int to = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    ck_assert_int_ge(to, 0);
    ck_assert_int_eq(write(to, left.bytes, left.filled), left.filled);
    ck_assert_int_eq(ftruncate(to, (off_t)left.size), 0);
    close(to);
    free(left.bytes);
}

void cut_write(const cut *it, unsigned *seed, const char *folder)
{
    const names left = names_left(it, (luck)(rand_r(seed) % LUCK_COUNT), seed);
    const luck how = (luck)(rand_r(seed) % LUCK_COUNT);
    char path[512];
    for (int folders = 1; folders >= 0; folders--) {
        for (size_t i = 0; i < left.count; i++) {
            const name *of = &left.list[i];
            snprintf(path, sizeof path, "%s/%s", folder, of->path);
            if (it->files[of->file].is_folder != (folders == 1) || *of->path == '\0')
                continue;
            if (folders == 1)
                ck_assert_int_eq(mkdir(path, 0700), 0);
            else if (strchr(of->path, '/') == NULL || find(&left, "data") != NO_FILE)
                write_file(it, of, how, seed, path);
        }
    }
}
