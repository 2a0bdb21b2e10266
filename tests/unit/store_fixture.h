// SPDX-License-Identifier: Apache-2.0
// A store of either database for the record's checks: SQLite in the fixture's folder, or, under
// tests/record/on_postgres.sh, PostgreSQL with a database of the fixture's own; and SQL beside
// the store, to look at rows and to damage them.
#pragma once

#include <stdarg.h>
#include <unistd.h>

#include <libpq-fe.h>
#include <sqlite3.h>

#include "server/record/place.h"
#include "server/record/store_postgres.h"
#include "tests/unit/record_fixture.h"

static inline const char *postgres_cluster(void)
{
    return getenv("TENDON_CHECK_POSTGRES");
}

static inline PGconn *postgres_connect(const char *url)
{
    PGconn *conn = PQconnectdb(url);
    ck_assert_msg(PQstatus(conn) == CONNECTION_OK, "%s", PQerrorMessage(conn));
    return conn;
}

static inline void postgres_run(PGconn *conn, const char *text)
{
    PGresult *result = PQexec(conn, text);
    const ExecStatusType status = PQresultStatus(result);
    ck_assert_msg(status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK, "%s: %s", text,
                  PQerrorMessage(conn));
    PQclear(result);
}

/** A folder whose record is begun in whichever database is tried. */
static inline fixture store_fixture_make(void)
{
    fixture made = fixture_make();
    if (postgres_cluster() == NULL)
        return made;
    char name[64];
    char text[512];
    snprintf(name, sizeof name, "check_%s", made.dir + strlen(made.dir) - 6);
    PGconn *conn = postgres_connect(postgres_cluster());
    snprintf(text, sizeof text, "CREATE DATABASE \"%s\"", name);
    postgres_run(conn, text);
    PQfinish(conn);
    snprintf(text, sizeof text, "postgresql:///%s%s", name, strchr(postgres_cluster(), '?'));
    ck_assert_int_eq(srv_place_set(&made.ctx, made.dir, text), CDS_OK);
    return made;
}

static inline srv_store *store_open(fixture *made, bool writable)
{
    srv_store *store = NULL;
    const cds_status status = srv_store_open(&made->ctx, made->dir, writable, &store);
    ck_assert_msg(status == CDS_OK, "%s: %s", made->ctx.error.where, made->ctx.error.what);
    return store;
}

/** As the next entry, sealed. */
static inline void store_append(fixture *made, srv_store *store, srv_entry *entry)
{
    ck_assert_int_eq(srv_entry_seal(&made->ctx, entry), CDS_OK);
    ck_assert_int_eq(srv_store_append(&made->ctx, store, &entry, 1), CDS_OK);
}

static inline void store_sql(srv_store *store, const char *text)
{
    if (store->driver == &srv_sqlite) {
        ck_assert_msg(sqlite3_exec(store->db, text, NULL, NULL, NULL) == SQLITE_OK, "%s: %s",
                      text, sqlite3_errmsg(store->db));
        return;
    }
    ck_assert_msg(srv_pg_command(store, text), "%s: %s", text, srv_pg_why(store));
}

static inline int64_t store_int(srv_store *store, const char *text)
{
    int64_t value;
    if (store->driver == &srv_sqlite) {
        sqlite3_stmt *statement;
        ck_assert_int_eq(sqlite3_prepare_v2(store->db, text, -1, &statement, NULL), SQLITE_OK);
        ck_assert_int_eq(sqlite3_step(statement), SQLITE_ROW);
        value = sqlite3_column_int64(statement, 0);
        sqlite3_finalize(statement);
        return value;
    }
    char found[64] = "";
    ck_assert_msg(srv_pg_ask(store, text, found, sizeof found), "%s: %s", text,
                  srv_pg_why(store));
    return found[0] == 't' ? 1 : strtoll(found, NULL, 10);
}
