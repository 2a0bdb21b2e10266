// SPDX-License-Identifier: Apache-2.0
// Walks the index of references; an id begins with the time it was made.
#include "server/record/entry.h"
#include "server/record/retention.h"
#include "server/record/store_inner.h"

static int64_t column_time(srv_row *row, int column)
{
    const cds_text id = srv_row_read(row, column);
    return id.data == NULL ? 0 : srv_entry_id_time(id);
}

static void read_due(srv_row *row, srv_due *out)
{
    out->count = srv_row_read_int(row, 0);
    out->first_ms = column_time(row, 1);
    out->last_ms = column_time(row, 2);
}

cds_status srv_store_due(cds_ctx *ctx, srv_store *store, int64_t before_ms, cds_text after,
                         srv_due_page *out)
{
    srv_row row = srv_row_of(store, SRV_DUE);
    char before[SRV_ID_LENGTH + 1];
    cds_status status = CDS_OK;
    srv_entry_first_id(before_ms, before);
    srv_row_text(&row, 0, cds_text_of(before));
    srv_row_text(&row, 1, after.data == NULL ? CDS_TEXT("") : after);
    srv_row_int(&row, 2, SRV_DUE_PAGE);
    int code = srv_row_step(&row);
    for (out->count = 0; code == SRV_CODE_ROW && status == CDS_OK;) {
        srv_due *one = &out->list[out->count++];
        read_due(&row, one);
        status = srv_row_read_text(ctx, &row, 3, &one->reference);
        code = srv_row_step(&row);
    }
    srv_row_end(&row);
    return status != CDS_OK || code == SRV_CODE_DONE
               ? status
               : srv_store_fail(ctx, store, code, "be read");
}

cds_status srv_store_due_unnamed(cds_ctx *ctx, srv_store *store, int64_t before_ms,
                                 srv_due *out)
{
    srv_row row = srv_row_of(store, SRV_DUE_UNNAMED);
    char before[SRV_ID_LENGTH + 1];
    srv_entry_first_id(before_ms, before);
    srv_row_text(&row, 0, cds_text_of(before));
    const int code = srv_row_step(&row);
    *out = (srv_due){.count = 0};
    if (code == SRV_CODE_ROW)
        read_due(&row, out);
    srv_row_end(&row);
    return code == SRV_CODE_ROW ? CDS_OK : srv_store_fail(ctx, store, code, "be read");
}
