// SPDX-License-Identifier: Apache-2.0
// Several nodes on one PostgreSQL database: a log each, one set of keys and ids; and what a
// node refuses to run on. Needs tests/record/on_postgres.sh.
#include <pthread.h>

#include "server/record/claim.h"
#include "tests/unit/nodes_fixture.h"

START_TEST(each_node_counts_its_own_log_and_finds_every_id)
{
    fixture a = store_fixture_make();
    fixture b = nodes_beside(&a);
    srv_store *one = nodes_open(&a, true);
    srv_store *two = nodes_open(&b, true);
    ck_assert(!cds_text_equal(srv_store_node(one), srv_store_node(two)));
    for (int64_t i = 0; i < 5; i++) {
        srv_entry first = nodes_entry(one, 0);
        srv_entry second = nodes_entry(two, 0);
        srv_entry found;
        nodes_append(&a, one, &first);
        nodes_append(&b, two, &second);
        ck_assert_int_eq(first.number, i);
        ck_assert_int_eq(second.number, i);
        ck_assert_int_eq(srv_store_find(&a.ctx, one, cds_text_of(second.id), &found), CDS_OK);
        ck_assert(cds_text_equal(found.node, srv_store_node(two)));
        ck_assert_mem_eq(&found.leaf, &second.leaf, sizeof found.leaf);
    }
    srv_store_close(one);
    srv_store_close(two);
    fixture_drop(&a);
    fixture_drop(&b);
}
END_TEST

START_TEST(a_key_of_another_node_keeps_its_entry_and_the_rest_of_the_group_goes_on)
{
    fixture a = store_fixture_make();
    fixture b = nodes_beside(&a);
    srv_store *one = nodes_open(&a, true);
    srv_store *two = nodes_open(&b, true);
    srv_entry first = nodes_entry(one, 7);
    nodes_append(&a, one, &first);
    srv_entry entries[3];
    srv_entry *group[3];
    for (uint8_t i = 0; i < 3; i++) {
        entries[i] = nodes_entry(two, (uint8_t)(6 + i)); // the second has the key of `first`
        ck_assert_int_eq(srv_entry_seal(&b.ctx, &entries[i]), CDS_OK);
        group[i] = &entries[i];
    }
    srv_entry found;
    ck_assert_int_eq(srv_store_append(&b.ctx, two, group, 3), CDS_OK);
    ck_assert(!entries[0].elsewhere && entries[1].elsewhere && !entries[2].elsewhere);
    ck_assert_int_eq(entries[2].number, 1);
    ck_assert_int_eq(store_int(two, "SELECT count(*) FROM entries"), 2);
    ck_assert_int_eq(
        srv_store_find_key(&b.ctx, two, &first.idempotency_key, first.time_ms, &found), CDS_OK);
    ck_assert_str_eq(found.id, first.id);
    srv_store_close(one);
    srv_store_close(two);
    fixture_drop(&a);
    fixture_drop(&b);
}
END_TEST

START_TEST(a_step_on_one_node_is_seen_by_every_node)
{
    fixture a = store_fixture_make();
    fixture b = nodes_beside(&a);
    srv_store *one = nodes_open(&a, true);
    srv_store *two = nodes_open(&b, true);
    for (int64_t i = 0; i < 3; i++) {
        srv_store *acting = i == 1 ? two : one;
        srv_entry step = nodes_entry(acting, 0);
        srv_entry *steps = NULL;
        size_t count = 0;
        step.kind = SRV_KIND_ACTIVATION;
        step.time_ms += i;
        nodes_append(i == 1 ? &b : &a, acting, &step);
        int64_t last = -1;
        ck_assert_int_eq(srv_store_last_step(&b.ctx, two, &last), CDS_OK);
        ck_assert_int_eq(last, i);
        ck_assert_int_eq(srv_store_steps(&b.ctx, two, &steps, &count), CDS_OK);
        ck_assert_uint_eq(count, (size_t)i + 1);
        ck_assert_str_eq(steps[i].id, step.id);
    }
    srv_store_close(one);
    srv_store_close(two);
    fixture_drop(&a);
    fixture_drop(&b);
}
END_TEST

#define KEYS 60

typedef struct racer {
    fixture made;
    srv_store *store;
    int kept;
    uint8_t step; // of the keys: both nodes meet each of them, in different orders
} racer;

static void *race(void *user)
{
    racer *it = user;
    for (int i = 0; i < KEYS; i++) {
        srv_entry entry = nodes_entry(it->store, (uint8_t)(1 + i * it->step % KEYS));
        nodes_append(&it->made, it->store, &entry);
        it->kept += entry.elsewhere ? 0 : 1;
    }
    return NULL;
}

START_TEST(two_nodes_that_use_the_same_keys_at_once_keep_one_entry_a_key)
{
    racer racers[2] = {{.made = store_fixture_make(), .step = 1}, {.step = 7}};
    pthread_t threads[2];
    racers[1].made = nodes_beside(&racers[0].made);
    for (int i = 0; i < 2; i++)
        racers[i].store = nodes_open(&racers[i].made, true);
    for (int i = 0; i < 2; i++)
        ck_assert_int_eq(pthread_create(&threads[i], NULL, race, &racers[i]), 0);
    for (int i = 0; i < 2; i++)
        ck_assert_int_eq(pthread_join(threads[i], NULL), 0);
    ck_assert_int_eq(racers[0].kept + racers[1].kept, KEYS);
    ck_assert_int_eq(store_int(racers[0].store, "SELECT count(*) FROM all_entries"), KEYS);
    for (int i = 0; i < 2; i++) {
        srv_store_close(racers[i].store);
        fixture_drop(&racers[i].made);
    }
}
END_TEST

/** NULL: the group was not kept. */
static void *race_in_groups(void *user)
{
    racer *it = user;
    srv_entry entries[KEYS];
    srv_entry *group[KEYS];
    for (int i = 0; i < KEYS; i++) {
        entries[i] = nodes_entry(it->store, (uint8_t)(1 + (it->step == 1 ? i : KEYS - 1 - i)));
        ck_assert_int_eq(srv_entry_seal(&it->made.ctx, &entries[i]), CDS_OK);
        group[i] = &entries[i];
    }
    const cds_status status = srv_store_append(&it->made.ctx, it->store, group, KEYS);
    for (int i = 0; i < KEYS; i++)
        it->kept += entries[i].elsewhere ? 0 : 1;
    return status == CDS_OK ? it : NULL;
}

START_TEST(groups_that_meet_in_opposite_orders_are_kept_all_the_same)
{
    racer racers[2] = {{.made = store_fixture_make(), .step = 1}, {.step = KEYS - 1}};
    pthread_t threads[2];
    racers[1].made = nodes_beside(&racers[0].made);
    for (int i = 0; i < 2; i++)
        racers[i].store = nodes_open(&racers[i].made, true);
    // slowly, so that they do meet
    store_sql(
        racers[0].store,
        "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM "
        "pg_sleep(0.005); RETURN new; END $$; CREATE TRIGGER slow BEFORE INSERT ON all_keys "
        "FOR EACH ROW EXECUTE FUNCTION slow()");
    for (int i = 0; i < 2; i++)
        ck_assert_int_eq(pthread_create(&threads[i], NULL, race_in_groups, &racers[i]), 0);
    for (int i = 0; i < 2; i++) {
        void *kept;
        ck_assert_int_eq(pthread_join(threads[i], &kept), 0);
        ck_assert_ptr_nonnull(kept);
    }
    ck_assert_int_eq(racers[0].kept + racers[1].kept, KEYS);
    for (int i = 0; i < 2; i++) {
        srv_store_close(racers[i].store);
        fixture_drop(&racers[i].made);
    }
}
END_TEST

START_TEST(a_group_that_is_sent_back_is_kept_with_the_next_try)
{
    fixture made = store_fixture_make();
    srv_store *store = nodes_open(&made, true);
    store_sql(store,
              "CREATE SEQUENCE tries; CREATE FUNCTION send_back() RETURNS trigger "
              "LANGUAGE plpgsql AS $$ BEGIN IF nextval('tries') <= 2 THEN RAISE EXCEPTION "
              "USING ERRCODE = '40P01'; END IF; RETURN new; END $$; CREATE TRIGGER "
              "send_back BEFORE INSERT ON all_entries FOR EACH ROW EXECUTE FUNCTION "
              "send_back()");
    srv_entry entry = nodes_entry(store, 3);
    nodes_append(&made, store, &entry);
    ck_assert_int_eq(entry.number, 0);
    ck_assert(!entry.elsewhere);
    ck_assert_int_eq(store_int(store, "SELECT count(*) FROM all_entries"), 1);
    srv_store_close(store);
    fixture_drop(&made);
}
END_TEST

START_TEST(a_token_is_used_once_whichever_node_it_comes_to)
{
    two_nodes it = two_nodes_open();
    for (int i = 0; i < 4; i++) {
        srv_claim claim = {.now_s = 1000, .expires_s = 2000};
        srv_claim *claims[] = {&claim};
        claim.token.bytes[0] = (uint8_t)(i / 2);
        const srv_group group = {.claims = claims, .claim_count = 1};
        ck_assert_int_eq(srv_store_keep(&it.made[i % 2].ctx, it.store[i % 2], &group), CDS_OK);
        ck_assert_int_eq(claim.is_first, i % 2 == 0);
    }
    two_nodes_close(&it);
}
END_TEST

START_TEST(a_database_of_the_first_version_is_migrated_and_keeps_what_it_holds)
{
    fixture made = store_fixture_make();
    srv_store *store = nodes_open(&made, true);
    srv_entry entry = nodes_entry(store, 1);
    srv_entry found;
    nodes_append(&made, store, &entry);
    store_sql(store,
              "ALTER TABLE logs DROP COLUMN signer; DROP INDEX of_reference; CREATE INDEX "
              "of_reference ON all_entries (log, reference, id) WHERE reference IS NOT "
              "NULL; DELETE FROM version WHERE number > 1");
    srv_store_close(store);
    store = NULL;
    ck_assert_int_eq(srv_store_open(&made.ctx, made.dir, false, &store), CDS_FAILED);
    ck_assert_ptr_nonnull(strstr(made.ctx.error.what, "start the service first"));
    cds_error_clear(&made.ctx);
    store = nodes_open(&made, true);
    ck_assert_int_eq(store_int(store, "SELECT max(number) FROM version"), 2);
    ck_assert_int_eq(srv_store_find(&made.ctx, store, cds_text_of(entry.id), &found), CDS_OK);
    srv_store_close(store);
    fixture_drop(&made);
}
END_TEST

static void refuse(fixture *made, const char *says)
{
    srv_store *store = NULL;
    ck_assert_int_eq(srv_store_open(&made->ctx, made->dir, true, &store), CDS_FAILED);
    ck_assert_msg(strstr(made->ctx.error.what, says) != NULL, "%s", made->ctx.error.what);
    cds_error_clear(&made->ctx);
}

static const char *const promises[] = {"synchronous_commit", "fsync", "full_page_writes"};

START_TEST(a_database_that_would_lose_answers_is_refused_and_the_cure_named)
{
    fixture made = store_fixture_make();
    srv_store *store = nodes_open(&made, true);
    char text[128];
    snprintf(text, sizeof text, "ALTER SYSTEM SET %s = off", promises[_i]);
    store_sql(store, text);
    store_sql(store, "SELECT pg_reload_conf()");
    snprintf(text, sizeof text, "SELECT current_setting('%s') = 'off'", promises[_i]);
    for (int i = 0; i < 100 && store_int(store, text) == 0; i++)
        usleep(50000);
    srv_store_close(store);
    snprintf(text, sizeof text, "ALTER SYSTEM SET %s = on", promises[_i]);
    refuse(&made, text);
    PGconn *conn = postgres_connect(postgres_cluster());
    postgres_run(conn, "ALTER SYSTEM RESET ALL");
    postgres_run(conn, "SELECT pg_reload_conf()");
    PQfinish(conn);
    fixture_drop(&made);
}
END_TEST

START_TEST(a_newer_schema_is_refused_and_left_alone)
{
    fixture made = store_fixture_make();
    srv_store *store = nodes_open(&made, true);
    store_sql(store, "INSERT INTO version VALUES (999)");
    srv_store_close(store);
    refuse(&made, "schema version 999");
    fixture_drop(&made);
}
END_TEST

START_TEST(one_folder_has_one_record)
{
    fixture made = fixture_make();
    srv_store *store = nodes_open(&made, true);
    srv_store_close(store);
    ck_assert_int_eq(srv_place_set(&made.ctx, made.dir, "postgresql:///x"), CDS_FAILED);
    cds_error_clear(&made.ctx);
    ck_assert_int_eq(srv_place_set(&made.ctx, made.dir, "sqlite://x"), CDS_INVALID);
    fixture_drop(&made);
}
END_TEST

START_TEST(a_lost_connection_fails_a_writer_and_a_reader_takes_a_new_one)
{
    fixture made = store_fixture_make();
    srv_store *store = nodes_open(&made, true);
    srv_store *reader = nodes_open(&made, false);
    srv_store *other = nodes_open(&made, false);
    srv_entry entry = nodes_entry(store, 0);
    srv_entry *group[] = {&entry};
    srv_entry found;
    nodes_append(&made, store, &entry);
    store_sql(other, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> "
                     "pg_backend_pid() AND datname = current_database()");
    ck_assert_int_eq(srv_store_find(&made.ctx, reader, cds_text_of(entry.id), &found), CDS_OK);
    srv_entry_new_id(entry.time_ms, entry.id);
    ck_assert_int_eq(srv_store_append(&made.ctx, store, group, 1), CDS_FAILED);
    ck_assert(!srv_store_is_there(store));
    cds_error_clear(&made.ctx);
    srv_store_close(store);
    store = nodes_open(&made, true);
    entry.node = srv_store_node(store);
    nodes_append(&made, store, &entry);
    ck_assert_int_eq(entry.number, 1);
    srv_store_close(store);
    srv_store_close(reader);
    srv_store_close(other);
    fixture_drop(&made);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("nodes");
    TCase *cases = tcase_create("nodes");
    tcase_set_timeout(cases, 60);
    tcase_add_test(cases, one_folder_has_one_record);
    if (postgres_cluster() != NULL) {
        tcase_add_test(cases, a_step_on_one_node_is_seen_by_every_node);
        tcase_add_test(cases, each_node_counts_its_own_log_and_finds_every_id);
        tcase_add_test(cases,
                       a_key_of_another_node_keeps_its_entry_and_the_rest_of_the_group_goes_on);
        tcase_add_test(cases, two_nodes_that_use_the_same_keys_at_once_keep_one_entry_a_key);
        tcase_add_test(cases, groups_that_meet_in_opposite_orders_are_kept_all_the_same);
        tcase_add_test(cases, a_group_that_is_sent_back_is_kept_with_the_next_try);
        tcase_add_test(cases, a_token_is_used_once_whichever_node_it_comes_to);
        tcase_add_test(cases,
                       a_database_of_the_first_version_is_migrated_and_keeps_what_it_holds);
        tcase_add_loop_test(cases,
                            a_database_that_would_lose_answers_is_refused_and_the_cure_named, 0,
                            sizeof promises / sizeof *promises);
        tcase_add_test(cases, a_newer_schema_is_refused_and_left_alone);
        tcase_add_test(cases, a_lost_connection_fails_a_writer_and_a_reader_takes_a_new_one);
    }
    suite_add_tcase(suite, cases);
    return fixture_run(suite);
}
