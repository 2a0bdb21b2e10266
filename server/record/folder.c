// SPDX-License-Identifier: Apache-2.0
// Walks a rules folder: no hidden file is read, and a link below it is refused, not followed:
// what is left out silently would be a red flag that is never raised.
#include "server/record/folder.h"

#include <errno.h>
#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "engine/base/arena.h"

typedef struct folder_walk {
    cds_ctx *ctx;
    const srv_folder *folder;
    cds_file *list;
    size_t count;
    size_t capacity;
    size_t lua_count;
} folder_walk;

static bool ends_with(const char *name, const char *end)
{
    size_t length = strlen(name);
    size_t tail = strlen(end);
    return length >= tail && strcmp(name + length - tail, end) == 0;
}

static bool is_passed_over(const FTSENT *entry)
{
    return entry->fts_name[0] == '.' || ends_with(entry->fts_name, "~");
}

static bool belongs(const FTSENT *entry)
{
    if (is_passed_over(entry))
        return false;
    return ends_with(entry->fts_name, ".lua") || ends_with(entry->fts_name, ".md") ||
           strcmp(entry->fts_name, "rules.lock") == 0;
}

/** A link, wherever it leads, or a pipe or device that is named like a rule. */
static bool is_out_of_place(const FTSENT *entry)
{
    switch (entry->fts_info) {
    case FTS_SL:
    case FTS_SLNONE:
        return !is_passed_over(entry);
    case FTS_DEFAULT:
        return belongs(entry);
    default:
        return false;
    }
}

static int by_name(const FTSENT **a, const FTSENT **b)
{
    return strcmp((*a)->fts_name, (*b)->fts_name);
}

static FTS *open_walk(const char *dir)
{
    char *paths[] = {(char *)(uintptr_t)dir, NULL};
    return fts_open(paths, FTS_PHYSICAL | FTS_COMFOLLOW | FTS_NOCHDIR, by_name);
}

static cds_status read_file(cds_ctx *ctx, const char *path, cds_text *out)
{
    FILE *file = fopen(path, "rbe");
    if (file == NULL)
        return cds_fail(ctx, CDS_FAILED, path, "cannot be read: %s", strerror(errno));
    cds_status status = CDS_OK;
    struct stat about;
    char *bytes = NULL;
    size_t length = 0;
    if (fstat(fileno(file), &about) != 0 || !S_ISREG(about.st_mode)) {
        status = cds_fail(ctx, CDS_FAILED, path, "is not a file");
        goto done;
    }
    if ((size_t)about.st_size > SRV_FOLDER_FILE_BYTES) {
        status = cds_fail(ctx, CDS_FAILED, path, "is over 4 MiB; a rule file is a page");
        goto done;
    }
    bytes = cds_alloc(ctx->mem, (size_t)about.st_size + 1);
    if (bytes == NULL) {
        status = cds_fail_memory(ctx);
        goto done;
    }
    length = fread(bytes, 1, (size_t)about.st_size, file);
    *out = (cds_text){bytes, length};
done:
    (void)fclose(file);
    return status;
}

static cds_status add(folder_walk *walk, const char *path, const char *disk_path)
{
    if (walk->count == SRV_FOLDER_FILES_MAX)
        return cds_fail(walk->ctx, CDS_FAILED, walk->folder->rules_dir,
                        "holds over %d files; is it the rules folder?", SRV_FOLDER_FILES_MAX);
    if (walk->count == walk->capacity) {
        size_t more = walk->capacity == 0 ? 256 : walk->capacity * 2;
        cds_file *list = cds_alloc_grow(walk->ctx->mem, walk->list,
                                        walk->capacity * sizeof *list, more * sizeof *list);
        if (list == NULL)
            return cds_fail_memory(walk->ctx);
        walk->list = list;
        walk->capacity = more;
    }
    cds_file *file = &walk->list[walk->count];
    cds_status status = cds_text_copy(walk->ctx, cds_text_of(path), &file->path);
    if (status == CDS_OK)
        status = read_file(walk->ctx, disk_path, &file->bytes);
    if (status != CDS_OK)
        return status;
    walk->count++;
    walk->lua_count += ends_with(path, ".lua") ? 1 : 0;
    return CDS_OK;
}

static int by_path(const void *a, const void *b)
{
    return cds_text_compare(((const cds_file *)a)->path, ((const cds_file *)b)->path);
}

static cds_status refuse_unread(folder_walk *walk, const FTSENT *entry)
{
    if (is_out_of_place(entry))
        return cds_fail(walk->ctx, CDS_FAILED, entry->fts_path,
                        "is a link or no file; put the file itself there");
    if (entry->fts_info == FTS_DNR || entry->fts_info == FTS_ERR || entry->fts_info == FTS_NS)
        return cds_fail(walk->ctx, CDS_FAILED, entry->fts_path, "cannot be read: %s",
                        strerror(entry->fts_errno));
    return CDS_OK;
}

static cds_status read_entries(folder_walk *walk, FTS *fts)
{
    size_t root = strlen(walk->folder->rules_dir);
    while (root > 1 && walk->folder->rules_dir[root - 1] == '/')
        root--;
    for (FTSENT *entry = fts_read(fts); entry != NULL; entry = fts_read(fts)) {
        if (entry->fts_info == FTS_D && entry->fts_level > 0 && entry->fts_name[0] == '.')
            (void)fts_set(fts, entry, FTS_SKIP);
        const char *path = entry->fts_path + root;
        cds_status status = refuse_unread(walk, entry);
        if (status == CDS_OK && entry->fts_info == FTS_F && belongs(entry))
            status = add(walk, path + strspn(path, "/"), entry->fts_path);
        if (status != CDS_OK)
            return status;
    }
    return CDS_OK;
}

cds_status srv_folder_read(cds_ctx *ctx, const srv_folder *folder, srv_files *out)
{
    folder_walk walk = {.ctx = ctx, .folder = folder};
    FTS *fts = open_walk(folder->rules_dir);
    if (fts == NULL)
        return cds_fail(ctx, CDS_FAILED, folder->rules_dir, "cannot be read: %s",
                        strerror(errno));
    cds_status status = read_entries(&walk, fts);
    (void)fts_close(fts);
    if (status == CDS_OK && walk.lua_count == 0)
        status = cds_fail(ctx, CDS_FAILED, folder->rules_dir,
                          "holds no rule files; name the rules folder with --rules");
    if (status == CDS_OK)
        status = add(&walk, "assessment.schema.json", folder->schema_file);
    if (status != CDS_OK)
        return status;
    qsort(walk.list, walk.count, sizeof *walk.list, by_path);
    *out = (srv_files){.list = walk.list, .count = walk.count};
    return CDS_OK;
}

static uint64_t mix(uint64_t sum, const void *bytes, size_t length)
{
    const unsigned char *at = bytes; // FNV-1a: a change is noticed, nothing is proved
    for (size_t i = 0; i < length; i++)
        sum = (sum ^ at[i]) * 1099511628211u;
    return sum;
}

static uint64_t mix_file(uint64_t sum, const char *name, const struct stat *about)
{
    sum = mix(sum, name, strlen(name));
    sum = mix(sum, &about->st_size, sizeof about->st_size);
    sum = mix(sum, &about->st_ino, sizeof about->st_ino);
    return mix(sum, &about->st_mtim, sizeof about->st_mtim);
}

uint64_t srv_folder_signature(const srv_folder *folder)
{
    uint64_t sum = 14695981039346656037u;
    struct stat schema;
    if (stat(folder->schema_file, &schema) != 0)
        return 0;
    sum = mix_file(sum, "assessment.schema.json", &schema);
    FTS *fts = open_walk(folder->rules_dir);
    if (fts == NULL)
        return 0;
    for (FTSENT *entry = fts_read(fts); entry != NULL; entry = fts_read(fts)) {
        if ((entry->fts_info == FTS_F && belongs(entry)) || is_out_of_place(entry))
            sum = mix_file(sum, entry->fts_path, entry->fts_statp);
    }
    (void)fts_close(fts);
    return sum == 0 ? 1 : sum;
}
