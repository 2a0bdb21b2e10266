// SPDX-License-Identifier: Apache-2.0
// A PostgreSQL database that refuses: a start says what is missing and leaves nothing half
// made, and a writer says why in words that hold no value of a row. Needs
// tests/record/on_postgres.sh.
#include <pthread.h>

#include "server/record/erasure.h"
#include "tests/unit/nodes_fixture.h"

static fixture made;
static PGconn *owner; // of the database, beside the store

/** The database as its owner sees it. */
static PGconn *connect_beside(void)
{
    const char *url;
    ck_assert_int_eq(srv_place_read(&made.ctx, made.dir, &url), CDS_OK);
    return postgres_connect(url);
}

static void setup(void)
{
    made = store_fixture_make();
    owner = connect_beside();
    postgres_run(owner, "SET client_min_messages = warning");
}

static void teardown(void)
{
    PQfinish(owner);
    fixture_drop(&made);
}

static int64_t ask_owner(const char *sql)
{
    PGresult *result = PQexec(owner, sql);
    ck_assert_msg(PQresultStatus(result) == PGRES_TUPLES_OK, "%s: %s", sql,
                  PQerrorMessage(owner));
    const int64_t value = strtoll(PQgetvalue(result, 0, 0), NULL, 10);
    PQclear(result);
    return value;
}

static void assert_refused(bool writable, const char *says)
{
    srv_store *store = NULL;
    ck_assert_int_eq(srv_store_open(&made.ctx, made.dir, writable, &store), CDS_FAILED);
    ck_assert_ptr_null(store);
    ck_assert_msg(strstr(made.ctx.error.what, says) != NULL, "%s", made.ctx.error.what);
    cds_error_clear(&made.ctx);
}

/** From now on the folder's node is that role, which is made with the right to connect. */
static void become(const char *role)
{
    const char *url;
    char text[512];
    snprintf(text, sizeof text, "DROP ROLE IF EXISTS %s", role);
    postgres_run(owner, text);
    snprintf(text, sizeof text, "CREATE ROLE %s LOGIN", role);
    postgres_run(owner, text);
    ck_assert_int_eq(srv_place_read(&made.ctx, made.dir, &url), CDS_OK);
    const char *user = strstr(url, "user=");
    snprintf(text, sizeof text, "%.*suser=%s", (int)(user - url), url, role);
    ck_assert_int_eq(srv_place_set(&made.ctx, made.dir, text), CDS_OK);
}

static void drop_role(const char *role)
{
    char text[128];
    snprintf(text, sizeof text, "DROP OWNED BY %s; DROP ROLE %s", role, role);
    postgres_run(owner, text);
}

START_TEST(a_role_that_may_not_make_the_schema_is_told_so_and_has_made_nothing)
{
    become("guest");
    assert_refused(true, "takes no schema");
    ck_assert_int_eq(ask_owner("SELECT count(*) FROM pg_namespace WHERE nspname = 'tendon'"),
                     0);
    drop_role("guest");
}
END_TEST

static const struct {
    const char *takes, *says;
    bool writable;
} rights[] = {
    {"ALL ON SCHEMA tendon", "can't be read", true},
    {"ALL ON tendon.version", "can't be read", true},
    {"INSERT ON tendon.logs", "does not take this node's log", true},
    {"SELECT ON tendon.logs", "this node's log is not in that database", false},
    {"ALL ON tendon.meta", "does not take this node's log", true},
    {"SELECT ON tendon.entries", "lacks a privilege", true},
};

START_TEST(a_right_that_is_missing_refuses_the_start_and_what_it_gives_back_opens_it)
{
    char text[256];
    srv_store_close(nodes_open(&made, true));
    become("guest");
    postgres_run(owner, "GRANT ALL ON SCHEMA tendon TO guest; GRANT ALL ON ALL TABLES IN "
                        "SCHEMA tendon TO guest");
    srv_store_close(nodes_open(&made, rights[_i].writable));
    snprintf(text, sizeof text, "REVOKE %s FROM guest", rights[_i].takes);
    postgres_run(owner, text);
    assert_refused(rights[_i].writable, rights[_i].says);
    snprintf(text, sizeof text, "GRANT %s TO guest", rights[_i].takes);
    postgres_run(owner, text);
    srv_store_close(nodes_open(&made, rights[_i].writable));
    drop_role("guest");
}
END_TEST

START_TEST(a_migration_that_fails_halfway_leaves_nothing)
{
    postgres_run(owner, "CREATE SCHEMA tendon; CREATE TABLE tendon.used_tokens (theirs TEXT)");
    assert_refused(true, "can't be migrated");
    ck_assert_int_eq(ask_owner("SELECT count(*) FROM pg_class WHERE relnamespace = "
                               "'tendon'::regnamespace AND relname IN ('logs', 'entries')"),
                     0);
    ck_assert_int_eq(ask_owner("SELECT count(*) FROM tendon.version"), 0);
    postgres_run(owner, "DROP TABLE tendon.used_tokens");
    srv_store_close(nodes_open(&made, true));
}
END_TEST

static void *open_late(void *status)
{
    srv_store *store = NULL;
    *(cds_status *)status = srv_store_open(&made.ctx, made.dir, true, &store);
    srv_store_close(store);
    return NULL;
}

START_TEST(who_waits_for_another_nodes_migration_in_vain_is_told_so)
{
    pthread_t thread;
    cds_status status = CDS_OK;
    postgres_run(owner, "SELECT pg_advisory_lock(1413827652)");
    ck_assert_int_eq(pthread_create(&thread, NULL, open_late, &status), 0);
    for (int i = 0; i < 500 && status == CDS_OK; i++) {
        if (ask_owner("SELECT count(pg_cancel_backend(pid)) FROM pg_stat_activity WHERE "
                      "datname = current_database() AND wait_event = 'advisory'") > 0)
            break;
        usleep(10000);
    }
    ck_assert_int_eq(pthread_join(thread, NULL), 0);
    ck_assert_int_eq(status, CDS_FAILED);
    ck_assert_ptr_nonnull(strstr(made.ctx.error.what, "is being migrated for too long"));
    ck_assert_int_eq(ask_owner("SELECT (to_regclass('tendon.version') IS NOT NULL)::int"), 0);
}
END_TEST

START_TEST(a_database_that_is_not_in_utf8_is_refused)
{
    char name[64];
    char text[512];
    snprintf(name, sizeof name, "ascii_%s", made.dir + strlen(made.dir) - 6);
    snprintf(text, sizeof text,
             "CREATE DATABASE \"%s\" ENCODING SQL_ASCII LOCALE 'C' TEMPLATE template0", name);
    postgres_run(owner, text);
    snprintf(text, sizeof text, "postgresql:///%s%s", name, strchr(postgres_cluster(), '?'));
    ck_assert_int_eq(srv_place_set(&made.ctx, made.dir, text), CDS_OK);
    assert_refused(true, "ENCODING 'UTF8'");
}
END_TEST

START_TEST(a_database_that_takes_no_changes_opens_for_readers_alone)
{
    srv_store_close(nodes_open(&made, true));
    postgres_run(owner, "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET "
                        "default_transaction_read_only = on', current_database()); END $$");
    assert_refused(true, "read-only transaction");
    srv_store_close(nodes_open(&made, false));
}
END_TEST

START_TEST(a_table_that_is_gone_is_no_store)
{
    srv_store_close(nodes_open(&made, true));
    postgres_run(owner, "DROP TABLE tendon.files");
    assert_refused(true, "the database refuses");
    assert_refused(false, "the database refuses");
}
END_TEST

START_TEST(a_folder_whose_nodes_id_is_damaged_or_unknown_is_refused)
{
    static const char *const ids[] = {"", "0193a2b4-0000-7000-8000-00000000000",
                                      "0193A2B4-0000-7000-8000-000000000001"};
    srv_store *store = NULL;
    ck_assert_int_eq(srv_store_open(&made.ctx, made.dir, false, &store), CDS_NOT_FOUND);
    cds_error_clear(&made.ctx);
    srv_store_close(nodes_open(&made, true));
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        ck_assert_int_eq(srv_place_note(&made.ctx, made.dir, "node", cds_text_of(ids[i])),
                         CDS_OK);
        assert_refused(true, "bring it back from a copy");
    }
    ck_assert_int_eq(srv_place_note(&made.ctx, made.dir, "node",
                                    CDS_TEXT("0193a2b4-0000-7000-8000-000000000001")),
                     CDS_OK);
    assert_refused(false, "this node's log is not in that database");
}
END_TEST

static const struct {
    const char *state, *sentence;
} states[] = {
    {"23514", "constraint failed"},           {"53100", "short of room, memory or connections"},
    {"57014", "the statement took too long"}, {"57P03", "going down or starting"},
    {"55P03", "somebody else holds a lock"},  {"25006", "takes no changes now"},
    {"42501", "lacks a privilege"},           {"XX001", "the database refuses"},
};

START_TEST(why_an_entry_was_not_kept_is_said_without_a_value_and_the_next_is_kept)
{
    char text[512];
    srv_store *store = nodes_open(&made, true);
    int64_t count;
    snprintf(
        text, sizeof text,
        "CREATE FUNCTION tendon.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "RAISE EXCEPTION '%%', NEW.assessment USING ERRCODE = '%s'; END $$; CREATE TRIGGER "
        "refuse BEFORE INSERT ON tendon.all_entries FOR EACH ROW EXECUTE FUNCTION "
        "tendon.refuse()",
        states[_i].state);
    postgres_run(owner, text);
    for (uint8_t with_key = 0; with_key < 2; with_key++) { // else only the commit finds out
        srv_entry entry = nodes_entry(store, with_key);
        srv_entry *group[] = {&entry};
        ck_assert_int_eq(srv_entry_seal(&made.ctx, &entry), CDS_OK);
        ck_assert_int_eq(srv_store_append(&made.ctx, store, group, 1), CDS_FAILED);
        ck_assert_msg(strstr(made.ctx.error.what, states[_i].sentence) != NULL, "%s",
                      made.ctx.error.what);
        ck_assert_ptr_null(strstr(made.ctx.error.what, "age_years"));
        cds_error_clear(&made.ctx);
        ck_assert_int_eq(srv_store_count(&made.ctx, store, &count), CDS_OK);
        ck_assert_int_eq(count, 0);
    }
    postgres_run(owner, "DROP FUNCTION tendon.refuse CASCADE");
    srv_entry entry = nodes_entry(store, 1);
    nodes_append(&made, store, &entry);
    srv_store_close(store);
}
END_TEST

START_TEST(who_can_not_write_beside_the_log_says_so)
{
    srv_store *store = nodes_open(&made, true);
    ck_assert_int_eq(srv_store_probe(&made.ctx, store), CDS_OK);
    store_sql(store, "SET default_transaction_read_only = on");
    ck_assert_int_eq(srv_store_probe(&made.ctx, store), CDS_FAILED);
    ck_assert_ptr_nonnull(strstr(made.ctx.error.what, "takes no changes now"));
    srv_store_close(store);
}
END_TEST

START_TEST(a_scrub_that_somebody_holds_up_is_said_and_its_settings_are_taken_back)
{
    srv_store *store = nodes_open(&made, true);
    PGconn *reader = connect_beside();
    postgres_run(reader, "BEGIN; LOCK TABLE tendon.all_keys IN ACCESS SHARE MODE");
    store_sql(store, "SET lock_timeout = '50ms'");
    ck_assert_int_eq(srv_store_scrub(&made.ctx, store, true), CDS_FAILED);
    ck_assert_ptr_nonnull(strstr(made.ctx.error.what, "holds a lock"));
    ck_assert_int_eq(store_int(store, "SELECT current_setting('statement_timeout') = '30s'"),
                     1);
    ck_assert_int_eq(store_int(store, "SELECT current_setting('lock_timeout') = '5s'"), 1);
    cds_error_clear(&made.ctx);
    PQfinish(reader);
    ck_assert_int_eq(srv_store_scrub(&made.ctx, store, true), CDS_OK);
    srv_store_close(store);
}
END_TEST

int main(void)
{
    if (postgres_cluster() == NULL) {
        puts("skipped: needs tests/record/on_postgres.sh");
        return 0;
    }
    Suite *suite = suite_create("refusing");
    TCase *cases = tcase_create("refusing");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_set_timeout(cases, 60);
    tcase_add_test(cases, a_role_that_may_not_make_the_schema_is_told_so_and_has_made_nothing);
    tcase_add_loop_test(
        cases, a_right_that_is_missing_refuses_the_start_and_what_it_gives_back_opens_it, 0,
        sizeof rights / sizeof *rights);
    tcase_add_test(cases, a_migration_that_fails_halfway_leaves_nothing);
    tcase_add_test(cases, who_waits_for_another_nodes_migration_in_vain_is_told_so);
    tcase_add_test(cases, a_database_that_is_not_in_utf8_is_refused);
    tcase_add_test(cases, a_database_that_takes_no_changes_opens_for_readers_alone);
    tcase_add_test(cases, a_table_that_is_gone_is_no_store);
    tcase_add_test(cases, a_folder_whose_nodes_id_is_damaged_or_unknown_is_refused);
    tcase_add_loop_test(cases,
                        why_an_entry_was_not_kept_is_said_without_a_value_and_the_next_is_kept,
                        0, sizeof states / sizeof *states);
    tcase_add_test(cases, who_can_not_write_beside_the_log_says_so);
    tcase_add_test(cases,
                   a_scrub_that_somebody_holds_up_is_said_and_its_settings_are_taken_back);
    suite_add_tcase(suite, cases);
    return fixture_run(suite);
}
