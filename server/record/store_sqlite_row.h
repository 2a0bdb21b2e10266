// SPDX-License-Identifier: Apache-2.0
// Values into a statement's parameters and out of its row. Included by store_sqlite*.c only.
#pragma once

#include "server/record/store.h"

struct sqlite3_stmt;

/** A statement being bound; the first failure stays. Columns count from 0. */
typedef struct srv_row {
    struct sqlite3_stmt *statement;
    int code;
} srv_row;

void srv_row_int(srv_row *row, int column, int64_t value);
void srv_row_null(srv_row *row, int column);
void srv_row_text(srv_row *row, int column, cds_text text);
void srv_row_bytes(srv_row *row, int column, const void *bytes, size_t length);
void srv_row_entry(srv_row *row, const srv_entry *entry); // all columns, in their order

/** Steps a bound statement to its end and makes it ready for its next use. */
int srv_row_run(srv_row row);

/** Values of the row a statement stands on; texts in ctx->mem. */
cds_status srv_row_read_entry(cds_ctx *ctx, struct sqlite3_stmt *statement, srv_entry *out);
cds_status srv_row_read_text(cds_ctx *ctx, struct sqlite3_stmt *statement, int column,
                             cds_text *out);

/** False: another length. */
bool srv_row_read_bytes(struct sqlite3_stmt *statement, int column, void *out, size_t length);
