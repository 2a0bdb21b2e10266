// SPDX-License-Identifier: Apache-2.0
// Values into a statement's parameters and out of its row.
#include <string.h>

#include <sqlite3.h>

#include "server/record/store_sqlite.h"

void srv_row_int(srv_row *row, int column, int64_t value)
{
    const int code = sqlite3_bind_int64(row->statement, column + 1, value);
    row->code = row->code == SQLITE_OK ? code : row->code;
}

void srv_row_null(srv_row *row, int column)
{
    const int code = sqlite3_bind_null(row->statement, column + 1);
    row->code = row->code == SQLITE_OK ? code : row->code;
}

void srv_row_text(srv_row *row, int column, cds_text text)
{
    const int code = sqlite3_bind_text64(row->statement, column + 1, text.data, text.length,
                                         SQLITE_STATIC, SQLITE_UTF8);
    row->code = row->code == SQLITE_OK ? code : row->code;
}

void srv_row_bytes(srv_row *row, int column, const void *bytes, size_t length)
{
    const int code =
        sqlite3_bind_blob64(row->statement, column + 1, bytes, length, SQLITE_STATIC);
    row->code = row->code == SQLITE_OK ? code : row->code;
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

int srv_row_run(srv_row row)
{
    const int code = row.code == SQLITE_OK ? sqlite3_step(row.statement) : row.code;
    (void)sqlite3_reset(row.statement);
    return code == SQLITE_ROW || code == SQLITE_DONE ? SQLITE_OK : code;
}

// Copies of one row's values; the first failure stays.
typedef struct reading {
    cds_ctx *ctx;
    sqlite3_stmt *statement;
    cds_status status;
} reading;

static cds_text read_text(reading *from, int column)
{
    cds_text copy = {NULL, 0};
    const char *data = (const char *)sqlite3_column_text(from->statement, column);
    const size_t length = (size_t)sqlite3_column_bytes(from->statement, column);
    if (data != NULL && from->status == CDS_OK) {
        from->status = cds_text_copy(from->ctx, (cds_text){data, length}, &copy);
    }
    return copy;
}

cds_status srv_row_read_text(cds_ctx *ctx, sqlite3_stmt *statement, int column, cds_text *out)
{
    reading from = {ctx, statement, CDS_OK};
    *out = read_text(&from, column);
    return from.status;
}

bool srv_row_read_bytes(sqlite3_stmt *statement, int column, void *out, size_t length)
{
    const void *bytes = sqlite3_column_blob(statement, column);
    if (bytes == NULL || (size_t)sqlite3_column_bytes(statement, column) != length) {
        return false;
    }
    memcpy(out, bytes, length);
    return true;
}

cds_status srv_row_read_entry(cds_ctx *ctx, sqlite3_stmt *statement, srv_entry *out)
{
    reading from = {ctx, statement, CDS_OK};
    srv_entry entry = {.number = sqlite3_column_int64(statement, COLUMN_number)};
    const cds_text id = read_text(&from, COLUMN_id);
    entry.kind = read_text(&from, COLUMN_kind).data;
    entry.time_ms = sqlite3_column_int64(statement, COLUMN_time_ms);
    entry.node = read_text(&from, COLUMN_node);
    entry.client = read_text(&from, COLUMN_client);
    entry.release = read_text(&from, COLUMN_release);
    entry.release_name = read_text(&from, COLUMN_release_name);
    entry.release_activated_ms = sqlite3_column_int64(statement, COLUMN_release_activated_ms);
    entry.engine = read_text(&from, COLUMN_engine);
    entry.assessed_on = read_text(&from, COLUMN_assessed_on);
    entry.assessed_on_assumed = sqlite3_column_int(statement, COLUMN_assessed_on_assumed) != 0;
    entry.reference = read_text(&from, COLUMN_reference);
    entry.has_idempotency = srv_row_read_bytes(statement, COLUMN_idempotency,
                                               &entry.idempotency, sizeof entry.idempotency);
    entry.erasure = sqlite3_column_int64(statement, COLUMN_erasure);
    (void)srv_row_read_bytes(statement, COLUMN_salt, entry.salt, sizeof entry.salt);
    (void)srv_row_read_bytes(statement, COLUMN_leaf, &entry.leaf, sizeof entry.leaf);
    entry.marks = read_text(&from, COLUMN_marks);
    entry.assessment = read_text(&from, COLUMN_assessment);
    entry.decision = read_text(&from, COLUMN_decision);
    entry.detail = read_text(&from, COLUMN_detail);
    if (from.status == CDS_OK && id.data != NULL) {
        memcpy(entry.id, id.data, id.length < SRV_ID_LENGTH ? id.length : SRV_ID_LENGTH);
        *out = entry;
    }
    return from.status;
}
