// SPDX-License-Identifier: Apache-2.0
// The store in PostgreSQL: statements are prepared once and go in pipelines; what a transaction
// writes is sent ahead, and the commit waits for all of it.
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "server/record/libpq.h"
#include "server/record/store_postgres.h"

#define AHEAD_MAX 128 // sent without reading: their answers fit into a socket's buffer
#define CODE_BASE 1000
#define TRIES 5 // of what a replica sends back
#define TEXT_BYTES 8192
#define OID_BYTES 17
#define OID_INT8 20
#define OID_INT4 23

static int code_of(const srv_pg *pg, const PGresult *result)
{
    const char *state = srv_pq()->PQresultErrorField(result, PG_DIAG_SQLSTATE);
    if (state == NULL || strlen(state) != 5 || srv_pg_is_lost(pg))
        return SRV_PG_LOST;
    return CODE_BASE + (int)strtol(state, NULL, 36);
}

static void state_of(int code, char out[6])
{
    long rest = code - CODE_BASE;
    for (int i = 4; i >= 0; i--, rest /= 36)
        out[i] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[rest % 36];
    out[5] = '\0';
}

// By class: PostgreSQL's own sentences may quote a value.
static const char *sentence_of(const srv_store *store, int code)
{
    static const struct {
        const char *begins, *sentence;
    } classes[] = {
        {"23", "constraint failed"},
        {"53", "the database is short of room, memory or connections"},
        {"57014", "the statement took too long"},
        {"57", "the database is going down or starting"},
        {"55P03", "somebody else holds a lock for too long"},
        {"40", "it collided with another transaction"},
        {"25006", "the database takes no changes now: it is a replica"},
        {"42501", "the database role lacks a privilege"},
    };
    char state[6];
    (void)store;
    if (code == SRV_PG_REFUSED)
        return "the database refuses, or somebody else holds a lock for too long";
    if (code < CODE_BASE)
        return "the database can't be reached";
    state_of(code, state);
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        if (strncmp(state, classes[i].begins, strlen(classes[i].begins)) == 0)
            return classes[i].sentence;
    }
    return "the database refuses";
}

/** Class 40: a deadlock, or a replica that had to go on. */
static bool collided(int code)
{
    char state[6] = "";
    if (code >= CODE_BASE)
        state_of(code, state);
    return strncmp(state, "40", 2) == 0;
}

/** Reads the answer to one statement; what is not asked for is let go. */
static int read_answer(srv_pg *pg, PGresult **out)
{
    int code = SRV_CODE_OK;
    PGresult *result;
    while ((result = srv_pg_next(pg)) != NULL) {
        const ExecStatusType status = srv_pq()->PQresultStatus(result);
        const bool good = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
        if (!good && code == SRV_CODE_OK)
            code = code_of(pg, result);
        if (good && out != NULL && *out == NULL)
            *out = result;
        else
            srv_pq()->PQclear(result);
        if (srv_pg_is_lost(pg))
            return SRV_PG_LOST;
    }
    return code;
}

/** Ends the pipeline and reads all answers; the first failure counts. *out: the last answer,
 *  NULL without one. */
static int read_all(srv_pg *pg, PGresult **out)
{
    int code = SRV_CODE_OK;
    if (srv_pq()->PQpipelineSync(pg->conn) != 1)
        return SRV_PG_LOST;
    for (; pg->ahead > 0 && !srv_pg_is_lost(pg); pg->ahead--) {
        const int one = read_answer(pg, pg->ahead == 1 ? out : NULL);
        code = code == SRV_CODE_OK ? one : code;
    }
    srv_pq()->PQclear(srv_pg_next(pg)); // the end of the pipeline
    pg->ahead = 0;
    return srv_pg_is_lost(pg) ? SRV_PG_LOST : code;
}

/** Values as libpq takes them: numbers as text, the rest as its bytes. */
typedef struct parameters {
    const char *values[SRV_PARAMETERS_MAX];
    int lengths[SRV_PARAMETERS_MAX];
    int formats[SRV_PARAMETERS_MAX];
    char numbers[SRV_PARAMETERS_MAX][24];
} parameters;

static void set_parameter(parameters *all, int i, const srv_value *value)
{
    all->values[i] = NULL;
    all->lengths[i] = 0;
    all->formats[i] = value->kind == SRV_IS_INT ? 0 : 1;
    if (value->kind == SRV_IS_INT) {
        (void)snprintf(all->numbers[i], sizeof all->numbers[i], "%lld",
                       (long long)value->number);
        all->values[i] = all->numbers[i];
    } else if (value->kind != SRV_IS_NULL) {
        all->values[i] = value->bytes.length == 0 ? "" : value->bytes.data;
        all->lengths[i] = (int)value->bytes.length;
    }
}

static void name_of(srv_statement statement, char out[8])
{
    (void)snprintf(out, 8, "s%d", (int)statement % 1000);
}

static int send_row(const srv_row *row)
{
    srv_pg *pg = row->store->pg;
    parameters all;
    char name[8];
    if (srv_pg_is_lost(pg))
        return SRV_PG_LOST;
    name_of(row->statement, name);
    for (int i = 0; i < row->count; i++)
        set_parameter(&all, i, &row->values[i]);
    if (srv_pq()->PQsendQueryPrepared(pg->conn, name, row->count, all.values, all.lengths,
                                      all.formats, 1) != 1)
        return SRV_PG_LOST;
    pg->ahead++;
    return SRV_CODE_OK;
}

static int ask_row(srv_row *row, PGresult **out)
{
    const int code = send_row(row);
    return code == SRV_CODE_OK ? read_all(row->store->pg, out) : code;
}

/** A new connection in the place of one that is gone. */
static int connect_again(srv_store *store)
{
    return srv_pg_connect(store, NULL) && srv_pg_settle(store) ? srv_pg_ready(store)
                                                               : SRV_PG_LOST;
}

/** A reader whose connection is gone takes a new one and asks again, as it does when a replica
 *  had to go on with its replaying: it changed nothing. One on a loop has no time to. */
static int ask_again(srv_row *row, PGresult **out)
{
    srv_store *store = row->store;
    int code = ask_row(row, out);
    for (int i = 0; i < TRIES && !store->writable && !store->on_loop; i++) {
        const bool lost = code == SRV_PG_LOST && i == 0;
        if (!lost && !collided(code))
            break;
        srv_pq()->PQclear(*out);
        *out = NULL;
        code = lost ? connect_again(store) : SRV_CODE_OK;
        code = code == SRV_CODE_OK ? ask_row(row, out) : code;
    }
    return code;
}

static int step_row(srv_row *row)
{
    if (row->rows == NULL) {
        PGresult *result = NULL;
        const int code = ask_again(row, &result);
        row->rows = result;
        row->at = -1;
        if (code != SRV_CODE_OK)
            return code;
    }
    return ++row->at < srv_pq()->PQntuples(row->rows) ? SRV_CODE_ROW : SRV_CODE_DONE;
}

static void end_row(srv_row *row)
{
    srv_pq()->PQclear(row->rows);
    row->rows = NULL;
}

static int run_row(srv_row *row)
{
    srv_pg *pg = row->store->pg;
    const int code = send_row(row);
    if (code != SRV_CODE_OK || (pg->within && pg->ahead < AHEAD_MAX))
        return code;
    return read_all(pg, NULL);
}

static int64_t read_number(const char *bytes, int length)
{
    uint64_t number = (unsigned char)bytes[0] >= 0x80 ? UINT64_MAX : 0;
    for (int i = 0; i < length; i++)
        number = number << 8 | (unsigned char)bytes[i];
    return (int64_t)number;
}

static srv_value value_of(const srv_row *row, int column)
{
    const char *bytes = srv_pq()->PQgetvalue(row->rows, row->at, column);
    const int length = srv_pq()->PQgetlength(row->rows, row->at, column);
    const Oid type = srv_pq()->PQftype(row->rows, column);
    if (srv_pq()->PQgetisnull(row->rows, row->at, column))
        return (srv_value){.kind = SRV_IS_NULL};
    if (type == OID_INT8 || type == OID_INT4)
        return (srv_value){.kind = SRV_IS_INT, .number = read_number(bytes, length)};
    return (srv_value){.kind = type == OID_BYTES ? SRV_IS_BYTES : SRV_IS_TEXT,
                       .bytes = {bytes, (size_t)length}};
}

static cds_status begin(cds_ctx *ctx, srv_store *store)
{
    store->pg->within = true;
    return srv_store_run(ctx, store, SRV_BEGIN);
}

// What failed before makes a rollback of a commit, which is no failure to PostgreSQL.
static cds_status commit(cds_ctx *ctx, srv_store *store)
{
    srv_row row = srv_row_of(store, SRV_COMMIT);
    PGresult *result = NULL;
    const int code = ask_row(&row, &result);
    const bool kept =
        code == SRV_CODE_OK && strcmp(srv_pq()->PQcmdStatus(result), "COMMIT") == 0;
    srv_pq()->PQclear(result);
    store->pg->within = false;
    return kept ? CDS_OK : srv_store_fail(ctx, store, code == 0 ? SRV_PG_LOST : code, "write");
}

static void rollback(srv_store *store)
{
    srv_row row = srv_row_of(store, SRV_ROLLBACK);
    store->pg->within = false;
    if (store->pg->ahead > 0)
        (void)read_all(store->pg, NULL);
    (void)run_row(&row);
}

static cds_status probe(cds_ctx *ctx, srv_store *store)
{
    const cds_status status = srv_store_run(ctx, store, SRV_PROBE);
    return status == CDS_OK ? srv_store_run(ctx, store, SRV_UNPROBE) : status;
}

// PostgreSQL looks after its own log.
static void tidy(srv_store *store, bool idle)
{
    (void)store;
    (void)idle;
}

/** However long it takes, and outside of transactions. */
static cds_status scrub(cds_ctx *ctx, srv_store *store, bool whole)
{
    srv_pg *pg = store->pg;
    const int patience_ms = pg->patience_ms;
    pg->patience_ms = INT_MAX;
    const bool done =
        srv_pg_command(store, "SET statement_timeout = 0") &&
        srv_pg_command(store, whole ? "VACUUM (FULL) all_entries" : "VACUUM all_entries") &&
        srv_pg_command(store, whole ? "VACUUM (FULL) all_keys" : "VACUUM all_keys");
    pg->patience_ms = patience_ms;
    return srv_pg_settle(store) && done
               ? CDS_OK
               : srv_store_fail(ctx, store, SRV_PG_REFUSED, "be scrubbed");
}

static void close_store(srv_store *store)
{
    if (store->pg == NULL)
        return;
    srv_pq()->PQfinish(store->pg->conn);
    free(store->pg->url);
    free(store->pg);
    store->pg = NULL;
}

int srv_pg_ready(srv_store *store)
{
    srv_pg *pg = store->pg;
    char sql[TEXT_BYTES];
    char name[8];
    if (srv_pq()->PQenterPipelineMode(pg->conn) != 1)
        return SRV_PG_LOST;
    for (int i = 0; i < SRV_STATEMENT_COUNT; i++) {
        if (!store->writable && !srv_statement_reads((srv_statement)i))
            continue;
        name_of((srv_statement)i, name);
        srv_pg_dialect((srv_statement)i, sql, sizeof sql);
        if (srv_pq()->PQsendPrepare(pg->conn, name, sql, 0, NULL) != 1)
            return SRV_PG_LOST;
        pg->ahead++;
    }
    return read_all(pg, NULL);
}

const srv_driver srv_postgres = {
    .name = "PostgreSQL",
    .many_logs = true,
    .step = step_row,
    .run = run_row,
    .end = end_row,
    .value = value_of,
    .sentence = sentence_of,
    .collided = collided,
    .begin = begin,
    .commit = commit,
    .rollback = rollback,
    .is_there = srv_pg_is_there,
    .probe = probe,
    .tidy = tidy,
    .scrub = scrub,
    .await = srv_pg_await,
    .close = close_store,
};
