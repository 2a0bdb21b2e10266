// SPDX-License-Identifier: Apache-2.0
// Walks the index of references; an id begins with the time it was made.
#include <sqlite3.h>

#include "server/record/entry.h"
#include "server/record/retention.h"
#include "server/record/store_sqlite.h"

static int64_t column_time(sqlite3_stmt *statement, int column)
{
    const char *id = (const char *)sqlite3_column_text(statement, column);
    const size_t length = (size_t)sqlite3_column_bytes(statement, column);
    return id == NULL ? 0 : srv_entry_id_time((cds_text){id, length});
}

static void read_due(sqlite3_stmt *statement, srv_due *out)
{
    out->count = sqlite3_column_int64(statement, 0);
    out->first_ms = column_time(statement, 1);
    out->last_ms = column_time(statement, 2);
}

cds_status srv_store_due(cds_ctx *ctx, srv_store *store, int64_t before_ms, cds_text after,
                         srv_due_page *out)
{
    srv_row row = {store->statements[SRV_DUE], SQLITE_OK};
    char before[SRV_ID_LENGTH + 1];
    cds_status status = CDS_OK;
    srv_entry_first_id(before_ms, before);
    srv_row_text(&row, 0, cds_text_of(before));
    srv_row_text(&row, 1, after.data == NULL ? CDS_TEXT("") : after);
    srv_row_int(&row, 2, SRV_DUE_PAGE);
    int code = row.code == SQLITE_OK ? sqlite3_step(row.statement) : row.code;
    for (out->count = 0; code == SQLITE_ROW && status == CDS_OK;) {
        srv_due *one = &out->list[out->count++];
        read_due(row.statement, one);
        status = srv_row_read_text(ctx, row.statement, 3, &one->reference);
        code = sqlite3_step(row.statement);
    }
    (void)sqlite3_reset(row.statement);
    return status != CDS_OK || code == SQLITE_DONE
               ? status
               : srv_store_fail(ctx, store, code, "be read");
}

cds_status srv_store_due_unnamed(cds_ctx *ctx, srv_store *store, int64_t before_ms,
                                 srv_due *out)
{
    srv_row row = {store->statements[SRV_DUE_UNNAMED], SQLITE_OK};
    char before[SRV_ID_LENGTH + 1];
    srv_entry_first_id(before_ms, before);
    srv_row_text(&row, 0, cds_text_of(before));
    const int code = row.code == SQLITE_OK ? sqlite3_step(row.statement) : row.code;
    *out = (srv_due){.count = 0};
    if (code == SQLITE_ROW)
        read_due(row.statement, out);
    (void)sqlite3_reset(row.statement);
    return code == SQLITE_ROW ? CDS_OK : srv_store_fail(ctx, store, code, "be read");
}
