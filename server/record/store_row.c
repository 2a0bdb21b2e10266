// SPDX-License-Identifier: Apache-2.0
// Values into a statement's parameters and out of its row.
#include <string.h>

#include "server/record/store_inner.h"

srv_row srv_row_of(srv_store *store, srv_statement statement)
{
    return (srv_row){.store = store, .statement = statement};
}

static void put(srv_row *row, int column, srv_value value)
{
    CDS_PROMISE(column >= 0 && column < SRV_PARAMETERS_MAX && row->rows == NULL);
    row->values[column] = value;
    row->count = column >= row->count ? column + 1 : row->count;
}

void srv_row_int(srv_row *row, int column, int64_t value)
{
    put(row, column, (srv_value){.kind = SRV_IS_INT, .number = value});
}

void srv_row_null(srv_row *row, int column)
{
    put(row, column, (srv_value){.kind = SRV_IS_NULL});
}

void srv_row_text(srv_row *row, int column, cds_text text)
{
    const srv_value_kind kind = text.data == NULL ? SRV_IS_NULL : SRV_IS_TEXT;
    put(row, column, (srv_value){.kind = kind, .bytes = text});
}

void srv_row_bytes(srv_row *row, int column, const void *bytes, size_t length)
{
    const srv_value_kind kind = bytes == NULL ? SRV_IS_NULL : SRV_IS_BYTES;
    put(row, column, (srv_value){.kind = kind, .bytes = {bytes, length}});
}

void srv_row_entry(srv_row *row, const srv_entry *entry)
{
    const void *idempotency = entry->has_idempotency ? &entry->idempotency : NULL;
    srv_row_int(row, COLUMN_number, entry->number);
    srv_row_text(row, COLUMN_id, cds_text_of(entry->id));
    srv_row_text(row, COLUMN_kind, cds_text_of(entry->kind));
    srv_row_int(row, COLUMN_time_ms, entry->time_ms);
    srv_row_text(row, COLUMN_node, entry->node);
    srv_row_text(row, COLUMN_client, entry->client);
    srv_row_text(row, COLUMN_release, entry->release);
    srv_row_text(row, COLUMN_release_name, entry->release_name);
    srv_row_int(row, COLUMN_release_activated_ms, entry->release_activated_ms);
    srv_row_text(row, COLUMN_engine, entry->engine);
    srv_row_text(row, COLUMN_assessed_on, entry->assessed_on);
    srv_row_int(row, COLUMN_assessed_on_assumed, entry->assessed_on_assumed);
    srv_row_text(row, COLUMN_reference, entry->reference);
    srv_row_bytes(row, COLUMN_idempotency, idempotency, sizeof entry->idempotency);
    srv_row_bytes(row, COLUMN_salt, entry->erasure == 0 ? entry->salt : NULL,
                  sizeof entry->salt);
    if (entry->erasure != 0)
        srv_row_int(row, COLUMN_erasure, entry->erasure);
    else
        srv_row_null(row, COLUMN_erasure);
    srv_row_bytes(row, COLUMN_leaf, &entry->leaf, sizeof entry->leaf);
    srv_row_bytes(row, COLUMN_marks, entry->marks.data, entry->marks.length);
    srv_row_text(row, COLUMN_assessment, entry->assessment);
    srv_row_text(row, COLUMN_decision, entry->decision);
    srv_row_text(row, COLUMN_detail, entry->detail);
}

int srv_row_step(srv_row *row)
{
    return row->store->driver->step(row);
}

void srv_row_end(srv_row *row)
{
    row->store->driver->end(row);
}

int srv_row_run(srv_row *row)
{
    return row->store->driver->run(row);
}

bool srv_row_is_null(const srv_row *row, int column)
{
    return row->store->driver->value(row, column).kind == SRV_IS_NULL;
}

int64_t srv_row_read_int(const srv_row *row, int column)
{
    return row->store->driver->value(row, column).number;
}

cds_text srv_row_read(const srv_row *row, int column)
{
    return row->store->driver->value(row, column).bytes;
}

// Copies of one row's values; the first failure stays.
typedef struct reading {
    cds_ctx *ctx;
    const srv_row *row;
    cds_status status;
} reading;

static cds_text read_text(reading *from, int column)
{
    cds_text copy = {NULL, 0};
    const cds_text text = srv_row_read(from->row, column);
    if (text.data != NULL && from->status == CDS_OK) {
        from->status = cds_text_copy(from->ctx, text, &copy);
    }
    return copy;
}

cds_status srv_row_read_text(cds_ctx *ctx, const srv_row *row, int column, cds_text *out)
{
    reading from = {ctx, row, CDS_OK};
    *out = read_text(&from, column);
    return from.status;
}

bool srv_row_read_bytes(const srv_row *row, int column, void *out, size_t length)
{
    const cds_text bytes = srv_row_read(row, column);
    if (bytes.data == NULL || bytes.length != length) {
        return false;
    }
    memcpy(out, bytes.data, length);
    return true;
}

void srv_row_read_id(const srv_row *row, int column, char out[SRV_ID_LENGTH + 1])
{
    const cds_text id = srv_row_read(row, column);
    const size_t length = id.length < SRV_ID_LENGTH ? id.length : SRV_ID_LENGTH;
    if (length > 0) {
        memcpy(out, id.data, length);
    }
    out[length] = '\0';
}

cds_status srv_row_read_entry(cds_ctx *ctx, const srv_row *row, srv_entry *out)
{
    reading from = {ctx, row, CDS_OK};
    srv_entry entry = {.number = srv_row_read_int(row, COLUMN_number)};
    srv_row_read_id(row, COLUMN_id, entry.id);
    const char *kind = read_text(&from, COLUMN_kind).data;
    entry.kind = kind == NULL ? "" : kind; // in a damaged file: that of no entry
    entry.time_ms = srv_row_read_int(row, COLUMN_time_ms);
    entry.node = read_text(&from, COLUMN_node);
    entry.client = read_text(&from, COLUMN_client);
    entry.release = read_text(&from, COLUMN_release);
    entry.release_name = read_text(&from, COLUMN_release_name);
    entry.release_activated_ms = srv_row_read_int(row, COLUMN_release_activated_ms);
    entry.engine = read_text(&from, COLUMN_engine);
    entry.assessed_on = read_text(&from, COLUMN_assessed_on);
    entry.assessed_on_assumed = srv_row_read_int(row, COLUMN_assessed_on_assumed) != 0;
    entry.reference = read_text(&from, COLUMN_reference);
    entry.has_idempotency = srv_row_read_bytes(row, COLUMN_idempotency, &entry.idempotency,
                                               sizeof entry.idempotency);
    entry.erasure = srv_row_read_int(row, COLUMN_erasure);
    (void)srv_row_read_bytes(row, COLUMN_salt, entry.salt, sizeof entry.salt);
    (void)srv_row_read_bytes(row, COLUMN_leaf, &entry.leaf, sizeof entry.leaf);
    entry.marks = read_text(&from, COLUMN_marks);
    entry.assessment = read_text(&from, COLUMN_assessment);
    entry.decision = read_text(&from, COLUMN_decision);
    entry.detail = read_text(&from, COLUMN_detail);
    if (from.status == CDS_OK) {
        *out = entry;
    }
    return from.status;
}
