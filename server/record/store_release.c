// SPDX-License-Identifier: Apache-2.0
// The files of releases, each kept once by its digest, and the entries that tell a release's
// life.
#include "server/record/store_inner.h"

static int put_file(srv_store *store, cds_text release, const cds_file *file)
{
    const cds_sha256 digest = cds_digest(&file->bytes, 1);
    srv_row row = srv_row_of(store, SRV_PUT_FILE);
    srv_row_bytes(&row, 0, &digest, sizeof digest);
    srv_row_bytes(&row, 1, file->bytes.data == NULL ? "" : file->bytes.data,
                  file->bytes.length);
    const int code = srv_row_run(&row);
    srv_row place = srv_row_of(store, SRV_PUT_RELEASE_FILE);
    srv_row_text(&place, 0, release);
    srv_row_text(&place, 1, file->path);
    srv_row_bytes(&place, 2, &digest, sizeof digest);
    return code == SRV_CODE_OK ? srv_row_run(&place) : code;
}

int srv_store_put_files(srv_store *store, const srv_entry *entry)
{
    int code = SRV_CODE_OK;
    for (size_t i = 0; i < entry->files->count && code == SRV_CODE_OK; i++) {
        if (cds_file_counts(entry->files->list[i].path))
            code = put_file(store, entry->files->release, &entry->files->list[i]);
    }
    return code;
}

/** Rows of one statement into a list that doubles as it grows. */
typedef struct rows {
    cds_ctx *ctx;
    srv_store *store;
    size_t size; // of one item
    cds_status (*read)(cds_ctx *ctx, srv_row *row, void *item);
} rows;

static cds_status read_rows(const rows *from, srv_row *row, void **out, size_t *count)
{
    size_t room = 16;
    char *items = cds_alloc(from->ctx->mem, room * from->size);
    cds_status status = items == NULL ? cds_fail_memory(from->ctx) : CDS_OK;
    int code = srv_row_step(row);
    *count = 0;
    while (status == CDS_OK && code == SRV_CODE_ROW) {
        if (*count == room) {
            char *more =
                cds_alloc_grow(from->ctx->mem, items, room * from->size, 2 * room * from->size);
            status = more == NULL ? cds_fail_memory(from->ctx) : CDS_OK;
            items = more == NULL ? items : more;
            room *= 2;
        }
        if (status == CDS_OK)
            status = from->read(from->ctx, row, items + *count * from->size);
        *count += status == CDS_OK ? 1 : 0;
        code = srv_row_step(row);
    }
    srv_row_end(row);
    if (status == CDS_OK && code != SRV_CODE_DONE)
        status = srv_store_fail(from->ctx, from->store, code, "be read");
    *out = items;
    return status;
}

static cds_status read_file(cds_ctx *ctx, srv_row *row, void *item)
{
    cds_file *file = item;
    const cds_text bytes = srv_row_read(row, 1);
    cds_status status = srv_row_read_text(ctx, row, 0, &file->path);
    return status == CDS_OK ? cds_text_copy(ctx, bytes, &file->bytes) : status;
}

static cds_status read_step(cds_ctx *ctx, srv_row *row, void *item)
{
    return srv_row_read_entry(ctx, row, item);
}

cds_status srv_store_files(cds_ctx *ctx, srv_store *store, cds_text release, srv_files *out)
{
    srv_row row = srv_row_of(store, SRV_FILES);
    const rows from = {ctx, store, sizeof(cds_file), read_file};
    void *list = NULL;
    srv_row_text(&row, 0, release);
    const cds_status status = read_rows(&from, &row, &list, &out->count);
    out->list = list;
    out->release = release;
    if (status == CDS_OK && out->count == 0)
        return cds_fail(ctx, CDS_NOT_FOUND, "", "the record keeps no release with that digest");
    return status;
}

cds_status srv_store_steps(cds_ctx *ctx, srv_store *store, srv_entry **out, size_t *count)
{
    srv_row row = srv_row_of(store, SRV_STEPS);
    const rows from = {ctx, store, sizeof(srv_entry), read_step};
    void *list = NULL;
    const cds_status status = read_rows(&from, &row, &list, count);
    *out = list;
    return status;
}

cds_status srv_store_last_step(cds_ctx *ctx, srv_store *store, int64_t *out)
{
    srv_row row = srv_row_of(store, SRV_LAST_STEP);
    const int code = srv_row_step(&row);
    if (code == SRV_CODE_ROW)
        *out = srv_row_is_null(&row, 0) ? -1 : srv_row_read_int(&row, 0);
    srv_row_end(&row);
    return code == SRV_CODE_ROW ? CDS_OK : srv_store_fail(ctx, store, code, "be read");
}
