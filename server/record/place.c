// SPDX-License-Identifier: Apache-2.0
// Small files in the data folder, each replaced whole.
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/base/arena.h"
#include "server/record/data_dir.h"
#include "server/record/place.h"

#define WORD_MAX 4096

static cds_status cannot(cds_ctx *ctx, const char *path, const char *what)
{
    return cds_fail(ctx, CDS_FAILED, path, "the file can't be %s: %s", what, strerror(errno));
}

/** Writes and syncs a file that is then given its name. */
static bool write_whole(const char *path, cds_text word)
{
    const int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0)
        return false;
    const bool written =
        write(file, word.data, word.length) == (ssize_t)word.length && fsync(file) == 0;
    return close(file) == 0 && written;
}

cds_status srv_place_note(cds_ctx *ctx, const char *data_dir, const char *name, cds_text word)
{
    const char *path;
    const char *fresh;
    char fresh_name[32];
    (void)snprintf(fresh_name, sizeof fresh_name, "%.20s.new", name);
    cds_status status = srv_data_dir_path(ctx, data_dir, name, &path);
    if (status == CDS_OK)
        status = srv_data_dir_path(ctx, data_dir, fresh_name, &fresh);
    if (status != CDS_OK)
        return status;
    if (!write_whole(fresh, word) || rename(fresh, path) != 0)
        return cannot(ctx, path, "written");
    return srv_data_dir_sync(ctx, data_dir);
}

cds_status srv_place_noted(cds_ctx *ctx, const char *data_dir, const char *name,
                           const char **out)
{
    const char *path;
    cds_status status = srv_data_dir_path(ctx, data_dir, name, &path);
    if (status != CDS_OK)
        return status;
    char *word = cds_alloc(ctx->mem, WORD_MAX + 1);
    if (word == NULL)
        return cds_fail_memory(ctx);
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0 && errno == ENOENT)
        return cds_fail(ctx, CDS_NOT_FOUND, path, "there is no such file");
    const ssize_t length = file < 0 ? -1 : read(file, word, WORD_MAX);
    if (file >= 0)
        (void)close(file);
    if (length < 0)
        return cannot(ctx, path, "read");
    word[length] = '\0';
    word[strcspn(word, "\r\n")] = '\0';
    *out = word;
    return CDS_OK;
}

bool srv_place_is_postgres(const char *url)
{
    return strncmp(url, "postgresql://", 13) == 0 || strncmp(url, "postgres://", 11) == 0;
}

cds_status srv_place_set(cds_ctx *ctx, const char *data_dir, const char *url)
{
    if (!srv_place_is_postgres(url) || strlen(url) > WORD_MAX || strpbrk(url, "\r\n") != NULL)
        return cds_fail(ctx, CDS_INVALID, "--store",
                        "a store is named as postgresql://user@host/database; without --store "
                        "the record is kept in the --data folder");
    const cds_status status = srv_data_dir_make(ctx, data_dir);
    if (status != CDS_OK)
        return status;
    if (srv_data_dir_holds(ctx, data_dir, "tendon.db"))
        return cds_fail(ctx, CDS_FAILED, data_dir,
                        "this folder holds a record of its own (tendon.db): name a new --data "
                        "folder for a node that keeps its log in PostgreSQL");
    return srv_place_note(ctx, data_dir, "store", cds_text_of(url));
}

cds_status srv_place_read(cds_ctx *ctx, const char *data_dir, const char **out)
{
    *out = NULL;
    const cds_status status = srv_place_noted(ctx, data_dir, "store", out);
    if (status != CDS_NOT_FOUND)
        return status;
    cds_error_clear(ctx);
    return CDS_OK;
}

bool srv_place_is_begun(cds_ctx *ctx, const char *data_dir)
{
    return srv_data_dir_holds(ctx, data_dir, "tendon.db") ||
           (srv_data_dir_holds(ctx, data_dir, "store") &&
            srv_data_dir_holds(ctx, data_dir, "node"));
}
