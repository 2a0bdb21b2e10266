// SPDX-License-Identifier: Apache-2.0
// A statement with its parameters, and the rows it gives: what the store's code is written
// in, whichever database is below. Included by store_*.c only.
#pragma once

#include "server/record/store.h"
#include "server/record/store_sql.h"

// What a step comes to; all else is the database's own code of a failure.
#define SRV_CODE_OK 0
#define SRV_CODE_NO_MEMORY 7
#define SRV_CODE_ROW 100
#define SRV_CODE_DONE 101

typedef enum srv_statement {
#define SRV_STATEMENT_ENUM(name, reader, sql) SRV_##name,
    SRV_STATEMENTS(SRV_STATEMENT_ENUM)
#undef SRV_STATEMENT_ENUM
        SRV_STATEMENT_COUNT
} srv_statement;

typedef enum srv_value_kind {
    SRV_IS_NULL,
    SRV_IS_INT,
    SRV_IS_TEXT,
    SRV_IS_BYTES
} srv_value_kind;

typedef struct srv_value {
    srv_value_kind kind;
    int64_t number;
    cds_text bytes; // of a text too; borrowed
} srv_value;

#define SRV_PARAMETERS_MAX 24

typedef struct srv_row {
    srv_store *store;
    srv_statement statement;
    int count; // of parameters
    srv_value values[SRV_PARAMETERS_MAX];
    void *rows; // the driver's; NULL: not begun
    int at;     // the row it stands on
} srv_row;

srv_row srv_row_of(srv_store *store, srv_statement statement);

/** Parameters; they count from 0, and what they point to outlives the first step. */
void srv_row_int(srv_row *row, int column, int64_t value);
void srv_row_null(srv_row *row, int column);
void srv_row_text(srv_row *row, int column, cds_text text);
void srv_row_bytes(srv_row *row, int column, const void *bytes, size_t length);
void srv_row_entry(srv_row *row, const srv_entry *entry); // all columns, in their order

/** The next row: SRV_CODE_ROW, SRV_CODE_DONE or a failure. After the first step srv_row_end
 *  follows. */
int srv_row_step(srv_row *row);
void srv_row_end(srv_row *row);

/** Runs a statement whose rows nobody reads. Within a transaction its failure may come with a
 *  later step or with the commit. */
int srv_row_run(srv_row *row);

/** Values of the row it stands on. srv_row_read lives until the next step; data NULL: NULL. */
bool srv_row_is_null(const srv_row *row, int column);
int64_t srv_row_read_int(const srv_row *row, int column);
cds_text srv_row_read(const srv_row *row, int column);

/** The same, with texts in ctx->mem. */
cds_status srv_row_read_entry(cds_ctx *ctx, const srv_row *row, srv_entry *out);
cds_status srv_row_read_text(cds_ctx *ctx, const srv_row *row, int column, cds_text *out);

/** Cut at its length; empty where there is none. */
void srv_row_read_id(const srv_row *row, int column, char out[SRV_ID_LENGTH + 1]);

/** False: another length. */
bool srv_row_read_bytes(const srv_row *row, int column, void *out, size_t length);
