// SPDX-License-Identifier: Apache-2.0
// What the halves of the PostgreSQL store share: a connection, its text commands and the
// statements in its dialect. Included by store_postgres*.c only.
#pragma once

#include "server/record/store_inner.h"

// Codes; all else is an SQLSTATE.
#define SRV_PG_LOST 1    // the connection is gone
#define SRV_PG_REFUSED 2 // a text command

// How long an answer is waited for; the server gives a statement up before.
#define SRV_PG_PATIENCE_MS 35000
#define SRV_PG_LOOP_MS 3000 // on a loop, where others wait too

struct pg_conn;
struct pg_result;

struct srv_pg {
    struct pg_conn *conn;
    char *url;
    int patience_ms; // for one answer
    bool within;     // a transaction
    bool given_up;   // an answer did not come in time, and nobody knows what comes next
    int ahead;       // sent, and not read yet
};

bool srv_pg_is_lost(const srv_pg *pg);

/** The next result of what was sent, as PQgetResult. NULL too when it did not come in time:
 *  then the connection is lost. */
struct pg_result *srv_pg_next(srv_pg *pg);

/** Has the server tell of steps (SRV_TELL) on this connection, and on those that follow it. */
bool srv_pg_listen(srv_store *store);
bool srv_pg_is_there(const srv_store *store);               // srv_driver
bool srv_pg_await(srv_store *store, int wake, int wait_ms); // srv_driver

/** A new connection in the place of the old. Fails: false; srv_pg_why says so. */
bool srv_pg_connect(srv_store *store, const char *url);
const char *srv_pg_why(const srv_store *store); // libpq's; for whoever set the address

/** Runs commands as text, when no answer is awaited; *value is the first value of the last, in
 * at most `room` bytes. False: it failed, or gave no value. */
bool srv_pg_command(srv_store *store, const char *sql);
bool srv_pg_ask(srv_store *store, const char *sql, char *value, size_t room);

/** Prepares all statements the store needs and goes over to pipelines; what connects anew does
 *  so by itself. The database's code. */
int srv_pg_ready(srv_store *store);

/** The settings of each new connection. */
bool srv_pg_settle(srv_store *store);

/** A statement as PostgreSQL reads it, into `room` bytes. */
void srv_pg_dialect(srv_statement statement, char *out, size_t room);
