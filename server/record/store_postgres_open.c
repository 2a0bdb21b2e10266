// SPDX-License-Identifier: Apache-2.0
// Opening the PostgreSQL store: its promises are checked, its schema is made or migrated under
// a lock, and the node's log is found by the id that its data folder keeps.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "server/record/entry.h"
#include "server/record/libpq.h"
#include "server/record/place.h"
#include "server/record/store_postgres.h"

#define SERVER_VERSION_MIN 130000
#define VALUE_BYTES 128
#define STATEMENT_S 30
#define LOOP_STATEMENT_S 2

#define COLUMN_DEFINITION(name, sqlite, postgres) ", " #name " " postgres
#define INDEX_DEFINITION(name, columns, holds, found_by)                                       \
    "CREATE INDEX " #name " ON all_entries (log, " INDEXED_##name ") WHERE " holds ";"
#define INDEXED_shown "id" // marks may be longer than an index takes
#define INDEXED_of_reference "reference, id"
#define INDEXED_feedback "number"
#define INDEXED_erased "erasure"
#define INDEXED_steps "number"

#define LOG_COLUMN "log TEXT NOT NULL DEFAULT current_setting('tendon.log')"
#define OWN " WHERE log = current_setting('tendon.log');"

// clang-format off
static const char first_schema[] =
    "CREATE TABLE logs (log TEXT PRIMARY KEY, begun timestamptz NOT NULL DEFAULT now());"
    "CREATE TABLE all_entries (" LOG_COLUMN ", number BIGINT NOT NULL"
    SRV_ENTRY_COLUMNS(COLUMN_DEFINITION) ", PRIMARY KEY (log, number));"
    SRV_INDEXES(INDEX_DEFINITION)
    "CREATE TABLE all_keys (" LOG_COLUMN ", number BIGINT NOT NULL, key BYTEA PRIMARY KEY,"
    " time_ms BIGINT NOT NULL, name BYTEA, query BYTEA);"
    "CREATE UNIQUE INDEX keys_of_log ON all_keys (log, number);"
    "CREATE TABLE files (sha256 BYTEA PRIMARY KEY, bytes BYTEA NOT NULL);"
    "CREATE TABLE release_files (release TEXT NOT NULL, path TEXT COLLATE \"C\" NOT NULL,"
    " file BYTEA NOT NULL, PRIMARY KEY (release, path));"
    "CREATE TABLE all_tiles (" LOG_COLUMN ", level INTEGER NOT NULL, number BIGINT NOT NULL,"
    " root BYTEA NOT NULL, PRIMARY KEY (log, level, number));"
    "CREATE TABLE all_checkpoints (" LOG_COLUMN ", number BIGINT NOT NULL, size BIGINT NOT NULL,"
    " note TEXT NOT NULL, PRIMARY KEY (log, number), UNIQUE (log, size));"
    "CREATE TABLE used_tokens (token BYTEA PRIMARY KEY, expires_s BIGINT NOT NULL);"
    "CREATE INDEX expired ON used_tokens (expires_s);"
    "CREATE TABLE all_meta (" LOG_COLUMN ", name TEXT NOT NULL, value BYTEA,"
    " PRIMARY KEY (log, name));"
    "CREATE VIEW entries AS SELECT " SRV_COLUMN_NAMES " FROM all_entries" OWN
    "CREATE VIEW idempotency_keys AS SELECT number, key, time_ms, name, query FROM all_keys" OWN
    "CREATE VIEW tiles AS SELECT level, number, root FROM all_tiles" OWN
    "CREATE VIEW checkpoints AS SELECT number, size, note FROM all_checkpoints" OWN
    "CREATE VIEW meta AS SELECT name, value FROM all_meta" OWN;
// clang-format on

// A person is looked for in every node's log at once; whose signatures a log has is said.
static const char second_schema[] =
    "ALTER TABLE logs ADD COLUMN signer TEXT;"
    "DROP INDEX of_reference;"
    "CREATE INDEX of_reference ON all_entries (reference, id) WHERE reference IS NOT NULL;";

/** From each version to the next; the first is 1. What has shipped is never edited. */
static const char *const migrations[] = {first_schema, second_schema};

#define SCHEMA_VERSION ((int)(sizeof migrations / sizeof *migrations))

static cds_status cannot(cds_ctx *ctx, const srv_store *store, const char *what)
{
    return cds_fail(ctx, CDS_FAILED, "--store", "the database %s: %.200s", what,
                    srv_pg_why(store));
}

// Without one of these an answer that was given could be lost (hazards.md, "PostgreSQL").
static cds_status check_promises(cds_ctx *ctx, srv_store *store)
{
    static const char *const settings[] = {"fsync", "full_page_writes", "synchronous_commit"};
    char ask[VALUE_BYTES];
    char value[VALUE_BYTES];
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
        (void)snprintf(ask, sizeof ask, "SHOW %s", settings[i]);
        if (!srv_pg_ask(store, ask, value, sizeof value))
            return cannot(ctx, store, "can't be asked for its settings");
        if (strcmp(value, "off") == 0)
            return cds_fail(ctx, CDS_FAILED, "--store",
                            "the database has %s = off and would lose answers that were given: "
                            "ALTER SYSTEM SET %s = on; SELECT pg_reload_conf(); and see that "
                            "the role and the database do not set it otherwise",
                            settings[i], settings[i]);
    }
    return CDS_OK;
}

static cds_status check_server(cds_ctx *ctx, srv_store *store)
{
    char value[VALUE_BYTES];
    if (!srv_pg_ask(store, "SHOW server_version_num", value, sizeof value))
        return cannot(ctx, store, "can't be asked for its version");
    if (strtol(value, NULL, 10) < SERVER_VERSION_MIN)
        return cds_fail(ctx, CDS_FAILED, "--store", "PostgreSQL is older than version 13");
    if (!srv_pg_ask(store, "SHOW server_encoding", value, sizeof value) ||
        strcmp(value, "UTF8") != 0)
        return cds_fail(ctx, CDS_FAILED, "--store",
                        "the database is not in UTF8: CREATE DATABASE ... ENCODING 'UTF8'");
    return store->writable ? check_promises(ctx, store) : CDS_OK;
}

bool srv_pg_settle(srv_store *store)
{
    char sql[VALUE_BYTES];
    (void)snprintf(sql, sizeof sql, "SET tendon.log = '%s';SET statement_timeout = '%ds'",
                   store->node, store->on_loop ? LOOP_STATEMENT_S : STATEMENT_S);
    return srv_pg_command(store, "SET client_min_messages = warning;"
                                 "SET search_path = tendon;"
                                 "SET lock_timeout = '5s';"
                                 "SET idle_in_transaction_session_timeout = '60s'") &&
           srv_pg_command(store, sql) &&
           (store->writable ||
            srv_pg_command(store, "SET default_transaction_read_only = on")) &&
           (!store->listens || srv_pg_listen(store));
}

/** -1: there is no schema. */
static cds_status read_version(cds_ctx *ctx, srv_store *store, int *out)
{
    char value[VALUE_BYTES];
    *out = -1;
    if (!srv_pg_ask(store, "SELECT to_regclass('tendon.version') IS NOT NULL", value,
                    sizeof value))
        return cannot(ctx, store, "can't be read");
    if (strcmp(value, "t") != 0)
        return CDS_OK;
    if (!srv_pg_ask(store, "SELECT max(number) FROM tendon.version", value, sizeof value))
        return cannot(ctx, store, "can't be read");
    *out = (int)strtol(value, NULL, 10);
    return CDS_OK;
}

static bool migrate_one(srv_store *store, int number)
{
    char note[VALUE_BYTES];
    (void)snprintf(note, sizeof note, "INSERT INTO version (number) VALUES (%d)", number);
    return srv_pg_command(store, "BEGIN") && srv_pg_command(store, migrations[number - 1]) &&
           srv_pg_command(store, note) && srv_pg_command(store, "COMMIT");
}

static cds_status migrate(cds_ctx *ctx, srv_store *store)
{
    int version;
    cds_status status = CDS_OK;
    if (!srv_pg_command(store, "CREATE SCHEMA IF NOT EXISTS tendon; CREATE TABLE IF NOT EXISTS "
                               "tendon.version (number INTEGER PRIMARY KEY)"))
        return cannot(ctx, store, "takes no schema");
    status = read_version(ctx, store, &version);
    for (int next = version + 1; status == CDS_OK && next <= SCHEMA_VERSION; next++) {
        if (next > 0 && !migrate_one(store, next))
            status = cannot(ctx, store, "can't be migrated");
    }
    return status;
}

/** Nodes that start together migrate one after the other. */
static cds_status migrate_locked(cds_ctx *ctx, srv_store *store)
{
    if (!srv_pg_command(store, "SET lock_timeout = '60s'; SELECT pg_advisory_lock(1413827652); "
                               "SET lock_timeout = '5s'"))
        return cannot(ctx, store, "is being migrated for too long");
    const cds_status status = migrate(ctx, store);
    if (status != CDS_OK)
        (void)srv_pg_command(store, "ROLLBACK");
    (void)srv_pg_command(store, "SELECT pg_advisory_unlock(1413827652)");
    return status;
}

static cds_status ready_schema(cds_ctx *ctx, srv_store *store)
{
    int version;
    cds_status status = read_version(ctx, store, &version);
    if (status != CDS_OK)
        return status;
    if (version > SCHEMA_VERSION)
        return cds_fail(ctx, CDS_FAILED, "--store",
                        "the database has schema version %d and this program knows version %d: "
                        "use the program that made it, or a newer one",
                        version, SCHEMA_VERSION);
    if (version == SCHEMA_VERSION)
        return CDS_OK;
    if (store->lock < 0)
        return cds_fail(ctx, CDS_FAILED, "--store",
                        "the database is not of this program's version yet: start the service "
                        "first, which migrates it");
    return migrate_locked(ctx, store);
}

static bool is_id(const char *text)
{
    return strlen(text) == SRV_ID_LENGTH && strspn(text, "0123456789abcdef-") == SRV_ID_LENGTH;
}

/** The folder keeps the node's id beside the log's key: who loses one loses both. */
static cds_status ready_node(cds_ctx *ctx, srv_store *store)
{
    const char *kept;
    cds_status status = srv_place_noted(ctx, store->data_dir, "node", &kept);
    if (status == CDS_OK && !is_id(kept))
        return cds_fail(ctx, CDS_FAILED, store->data_dir,
                        "the file `node` holds no node's id: bring it back from a copy");
    if (status == CDS_OK) {
        memcpy(store->node, kept, SRV_ID_LENGTH);
        return CDS_OK;
    }
    if (status != CDS_NOT_FOUND || store->lock < 0)
        return status;
    cds_error_clear(ctx);
    srv_entry_new_id(srv_time_now_ms(), store->node);
    return srv_place_note(ctx, store->data_dir, "node", cds_text_of(store->node));
}

static cds_status ready_log(cds_ctx *ctx, srv_store *store)
{
    if (store->lock >= 0 &&
        !srv_pg_command(store,
                        "INSERT INTO logs (log) VALUES (current_setting('tendon.log')) ON "
                        "CONFLICT DO NOTHING; INSERT INTO meta (name, value) VALUES ('node', "
                        "convert_to(current_setting('tendon.log'), 'UTF8')) ON CONFLICT DO "
                        "NOTHING"))
        return cannot(ctx, store, "does not take this node's log");
    char value[VALUE_BYTES];
    if (!srv_pg_ask(store, "SELECT 1 FROM logs WHERE log = current_setting('tendon.log')",
                    value, sizeof value))
        return cds_fail(ctx, CDS_FAILED, store->data_dir,
                        "this node's log is not in that database: name the one it began in, or "
                        "a replica of that one");
    const int code = srv_pg_ready(store);
    if (code != SRV_CODE_OK)
        return srv_store_fail(ctx, store, code, "be opened");
    return store->writable ? srv_store_load_frontier(ctx, store, &store->frontier) : CDS_OK;
}

cds_status srv_postgres_open(cds_ctx *ctx, srv_store *store, const char *url)
{
    cds_status status = srv_libpq_open(ctx);
    if (status == CDS_OK)
        status = ready_node(ctx, store);
    if (status != CDS_OK)
        return status;
    if (!srv_pg_connect(store, url))
        return cannot(ctx, store, "can't be reached");
    if (!srv_pg_settle(store))
        return cannot(ctx, store, "takes no settings");
    status = check_server(ctx, store);
    if (status == CDS_OK)
        status = ready_schema(ctx, store);
    return status == CDS_OK ? ready_log(ctx, store) : status;
}
