// SPDX-License-Identifier: Apache-2.0
// What the halves of the PostgreSQL store share: a connection, its text commands and the
// statements in its dialect. Included by store_postgres*.c only.
#pragma once

#include "server/record/store_inner.h"

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
