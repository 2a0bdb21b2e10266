// SPDX-License-Identifier: Apache-2.0
// What the two halves of the SQLite store share. Included by store_sqlite*.c only.
#pragma once

#include "server/record/store_inner.h"

/** Lets go of the database; what was not closed in order is recovered at the next start. */
void srv_sqlite_disconnect(srv_store *store);

/** The statement, prepared once. SQLite's code; *out: NULL on failure. */
int srv_sqlite_statement(srv_store *store, srv_statement which, struct sqlite3_stmt **out);
