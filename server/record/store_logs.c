// SPDX-License-Identifier: Apache-2.0
// Which logs there are, and from one to another.
#include <string.h>

#include "engine/base/arena.h"
#include "server/record/logs.h"
#include "server/record/store_inner.h"

static cds_status count_logs(cds_ctx *ctx, srv_store *store, size_t *out)
{
    srv_row row = srv_row_of(store, SRV_LOGS);
    int code = srv_row_step(&row);
    for (*out = 0; code == SRV_CODE_ROW; code = srv_row_step(&row))
        ++*out;
    srv_row_end(&row);
    return code == SRV_CODE_DONE ? CDS_OK : srv_store_fail(ctx, store, code, "be read");
}

static void read_log(const srv_row *row, srv_log_name *out)
{
    *out = (srv_log_name){.has_signer = false};
    out->has_signer = srv_signer_read(srv_row_read(row, 1), &out->signer);
    srv_row_read_id(row, 0, out->node);
}

cds_status srv_store_logs(cds_ctx *ctx, srv_store *store, srv_logs *out)
{
    srv_logs logs = {0};
    size_t room;
    cds_status status = count_logs(ctx, store, &room);
    if (status != CDS_OK)
        return status;
    logs.list = cds_alloc(ctx->mem, (room + 1) * sizeof *logs.list);
    if (logs.list == NULL)
        return cds_fail_memory(ctx);
    srv_row row = srv_row_of(store, SRV_LOGS);
    int code = srv_row_step(&row);
    for (; code == SRV_CODE_ROW && logs.count < room; code = srv_row_step(&row))
        read_log(&row, &logs.list[logs.count++]);
    srv_row_end(&row);
    if (code != SRV_CODE_ROW && code != SRV_CODE_DONE)
        return srv_store_fail(ctx, store, code, "be read");
    *out = logs;
    return CDS_OK;
}

int srv_store_enter_log(srv_store *store, const char *node)
{
    srv_row row = srv_row_of(store, SRV_TURN);
    srv_row_text(&row, 0, cds_text_of(node));
    return srv_row_run(&row);
}

cds_status srv_store_turn(cds_ctx *ctx, srv_store *store, const char *node)
{
    CDS_PROMISE(!store->writable && strlen(node) == SRV_ID_LENGTH);
    const int code = srv_store_enter_log(store, node);
    if (code != SRV_CODE_OK)
        return srv_store_fail(ctx, store, code, "be read");
    memcpy(store->node, node, SRV_ID_LENGTH);
    return CDS_OK;
}

cds_status srv_store_note_signer(cds_ctx *ctx, srv_store *store, const srv_signer *signer)
{
    char room[256];
    cds_buf line = {.data = room, .capacity = sizeof room};
    srv_row row = srv_row_of(store, SRV_NOTE_SIGNER);
    srv_signer_write(&line, signer);
    srv_row_text(&row, 0, (cds_text){line.data, line.length});
    const int code = srv_row_run(&row);
    return code == SRV_CODE_OK ? CDS_OK : srv_store_fail(ctx, store, code, "write");
}

bool srv_stored_stray_log(srv_store *store)
{
    srv_row row = srv_row_of(store, SRV_STRAY_LOG);
    const bool found = srv_row_step(&row) == SRV_CODE_ROW;
    srv_row_end(&row);
    return found;
}
