// SPDX-License-Identifier: Apache-2.0
// A person who was seen at several nodes: found, counted and erased in every log at once,
// whichever node is asked. Needs tests/record/on_postgres.sh.
#include <pthread.h>

#include "server/record/erasure.h"
#include "server/record/overrides.h"
#include "server/record/retention.h"
#include "server/record/search.h"
#include "server/record/shown.h"
#include "tests/unit/nodes_fixture.h"

#define DECISION                                                                               \
    "{\"decisions\":{\"class\":{\"answer\":\"join\"}},\"recommendations\":[{\"rule\":\"class/" \
    "join\","                                                                                  \
    "\"version\":\"1.0.0\"}]}"

/** Evaluated at that node; `notes` is part of the assessment. */
static srv_entry see(two_nodes *it, int node, const char *reference, const char *notes)
{
    static char assessment[8192];
    srv_entry entry = nodes_entry(it->store[node], 0);
    snprintf(assessment, sizeof assessment, "{\"patient\":{\"reference\":\"%s\"},\"n\":\"%s\"}",
             reference, notes);
    entry.reference = cds_text_of(reference);
    entry.assessed_on_assumed = true;
    entry.assessment = cds_text_of(assessment);
    entry.decision = CDS_TEXT(DECISION);
    ck_assert_int_eq(srv_marks_write(&it->made[node].ctx, entry.decision, &entry.marks),
                     CDS_OK);
    nodes_append(&it->made[node], it->store[node], &entry);
    entry.assessment = (cds_text){NULL, 0};
    return entry;
}

static void comment(two_nodes *it, int node, const char *about, const char *outcome)
{
    char detail[256];
    srv_entry entry = {.kind = SRV_KIND_FEEDBACK,
                       .time_ms = srv_time_now_ms(),
                       .client = CDS_TEXT("local"),
                       .node = srv_store_node(it->store[node])};
    snprintf(detail, sizeof detail,
             "{\"comment\":\"a word\",\"evaluation\":\"%s\",\"outcome\":\"%s\","
             "\"rule\":\"class/join\",\"version\":\"1.0.0\"}",
             about, outcome);
    entry.detail = cds_text_of(detail);
    srv_entry_new_id(entry.time_ms, entry.id);
    nodes_append(&it->made[node], it->store[node], &entry);
}

START_TEST(a_search_and_the_reports_are_over_all_nodes)
{
    two_nodes it = two_nodes_open();
    srv_hits hits;
    srv_overrides table;
    srv_due_page *due = malloc(sizeof *due);
    char ids[6][SRV_ID_LENGTH + 1];
    for (int i = 0; i < 6; i++) {
        const srv_entry entry = see(&it, i % 2, i < 3 ? "ann" : "ben", "");
        memcpy(ids[i], entry.id, sizeof ids[i]);
        comment(&it, (i + 1) % 2, entry.id, i < 2 ? "overridden" : "accepted");
    }
    for (int node = 0; node < 2; node++) {
        cds_ctx *ctx = &it.made[node].ctx;
        const srv_search all = {0};
        const srv_search ann = {.reference = CDS_TEXT("ann")};
        ck_assert_int_eq(srv_store_search(ctx, it.store[node], &all, &hits), CDS_OK);
        ck_assert_uint_eq(hits.count, 6);
        for (int i = 0; i < 6; i++)
            ck_assert_str_eq(hits.ids[i], ids[5 - i]); // newest first, from both
        ck_assert_int_eq(srv_store_search(ctx, it.store[node], &ann, &hits), CDS_OK);
        ck_assert_uint_eq(hits.count, 3);
        ck_assert_int_eq(srv_overrides_count(ctx, it.store[node], &table), CDS_OK);
        ck_assert_uint_eq(table.count, 1);
        ck_assert_int_eq(table.rows[0].shown, 6);
        ck_assert_int_eq(table.rows[0].overridden, 2);
        ck_assert_int_eq(table.rows[0].accepted, 4);
        ck_assert_int_eq(srv_store_due(ctx, it.store[node], srv_time_now_ms() + 1000,
                                       (cds_text){NULL, 0}, due),
                         CDS_OK);
        ck_assert_uint_eq(due->count, 2);
        ck_assert_int_eq(due->list[0].count, 3);
    }
    free(due);
    two_nodes_close(&it);
}
END_TEST

static cds_status erase(two_nodes *it, int node, const char *reference, srv_erasures *out)
{
    const srv_erasing what = {.reference = cds_text_of(reference), .reason = CDS_TEXT("asked")};
    cds_error_clear(&it->made[node].ctx);
    return srv_store_erase(&it->made[node].ctx, it->store[node], &what, out);
}

static bool has(cds_text text, const char *part)
{
    return memmem(text.data, text.length, part, strlen(part)) != NULL;
}

START_TEST(who_is_erased_at_one_node_is_erased_in_every_log_and_each_log_says_so)
{
    two_nodes it = two_nodes_open();
    srv_erasures erased;
    srv_entry entry;
    const srv_entry here = see(&it, 0, "ann", "");
    const srv_entry there = see(&it, 1, "ann", "");
    const srv_entry other = see(&it, 1, "ben", "");
    comment(&it, 0, there.id, "accepted"); // in another log than what it is about
    comment(&it, 0, other.id, "accepted");
    ck_assert_int_eq(erase(&it, 0, "ann", &erased), CDS_OK);
    ck_assert_uint_eq(erased.count, 2);
    ck_assert(cds_text_equal(erased.list[0].node, srv_store_node(it.store[0])));
    ck_assert(cds_text_equal(erased.list[1].node, srv_store_node(it.store[1])));
    ck_assert(!has(erased.list[0].detail, "\"by\""));
    ck_assert(has(erased.list[1].detail, it.store[0]->node));
    ck_assert_int_eq(store_int(it.store[0],
                               "SELECT count(*) FROM all_entries WHERE reference = "
                               "'ann'"),
                     0);
    ck_assert_int_eq(store_int(it.store[0], "SELECT count(*) FROM all_entries WHERE kind = "
                                            "'feedback' AND detail LIKE '%comment%'"),
                     1);
    const char *const gone[] = {here.id, there.id};
    for (int i = 0; i < 2; i++) {
        ck_assert_int_eq(
            srv_store_find(&it.made[1].ctx, it.store[1], cds_text_of(gone[i]), &entry), CDS_OK);
        ck_assert_int_eq(entry.erasure, erased.list[i].number);
    }
    ck_assert_int_eq(
        srv_store_find(&it.made[0].ctx, it.store[0], cds_text_of(other.id), &entry), CDS_OK);
    ck_assert_int_eq(entry.erasure, 0);
    ck_assert_ptr_null(two_nodes_verify(&it, 0, 4));
    ck_assert_ptr_null(two_nodes_verify(&it, 1, 3));
    (void)see(&it, 1, "ben", ""); // its writer goes on after what another appended
    ck_assert_ptr_null(two_nodes_verify(&it, 1, 4));
    ck_assert_int_eq(erase(&it, 1, "ann", &erased), CDS_NOT_FOUND);
    two_nodes_close(&it);
}
END_TEST

START_TEST(an_erasing_that_fails_has_changed_no_log)
{
    two_nodes it = two_nodes_open();
    srv_erasures erased;
    (void)see(&it, 0, "ann", "");
    (void)see(&it, 1, "ann", "");
    store_sql(it.store[0], "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ "
                           "BEGIN RAISE 'no'; END $$");
    char text[512];
    snprintf(text, sizeof text,
             "CREATE TRIGGER refuse BEFORE UPDATE ON all_entries FOR EACH ROW WHEN (new.log = "
             "'%s') EXECUTE FUNCTION refuse()",
             it.store[1]->node);
    store_sql(it.store[0], text);
    ck_assert_int_eq(erase(&it, 0, "ann", &erased), CDS_FAILED);
    ck_assert_int_eq(store_int(it.store[0],
                               "SELECT count(*) FROM all_entries WHERE reference = "
                               "'ann'"),
                     2);
    ck_assert_int_eq(store_int(it.store[0], "SELECT count(*) FROM all_entries"), 2);
    ck_assert_str_eq(it.store[0]->node, srv_store_node(it.store[0]).data);
    (void)see(&it, 0, "ben", ""); // it writes into its own log again
    ck_assert_ptr_null(two_nodes_verify(&it, 0, 2));
    ck_assert_ptr_null(two_nodes_verify(&it, 1, 1));
    two_nodes_close(&it);
}
END_TEST

#define ROUNDS 8

typedef struct eraser {
    two_nodes *it;
    int node;
} eraser;

/** Each erases one half of the people, all of whom were seen at both nodes, and sees others.
 *  NULL, or why it could not. */
static void *erase_half(void *user)
{
    const eraser *one = user;
    for (int i = 0; i < ROUNDS; i++) {
        char reference[16];
        srv_erasures erased;
        srv_entry entry = nodes_entry(one->it->store[one->node], 0);
        snprintf(reference, sizeof reference, "p%d", 2 * i + one->node);
        if (erase(one->it, one->node, reference, &erased) != CDS_OK)
            return one->it->made[one->node].ctx.error.what;
        nodes_append(&one->it->made[one->node], one->it->store[one->node], &entry);
    }
    return NULL;
}

START_TEST(both_nodes_erase_at_once_and_neither_waits_for_ever)
{
    two_nodes it = two_nodes_open();
    eraser erasers[] = {{&it, 0}, {&it, 1}};
    pthread_t threads[2];
    for (int i = 0; i < 2 * ROUNDS; i++) {
        char reference[16];
        snprintf(reference, sizeof reference, "p%d", i);
        (void)see(&it, 0, reference, "");
        (void)see(&it, 1, reference, "");
    }
    for (int i = 0; i < 2; i++)
        ck_assert_int_eq(pthread_create(&threads[i], NULL, erase_half, &erasers[i]), 0);
    for (int i = 0; i < 2; i++) {
        void *why;
        ck_assert_int_eq(pthread_join(threads[i], &why), 0);
        ck_assert_msg(why == NULL, "%s", (const char *)why);
    }
    ck_assert_int_eq(store_int(it.store[0], "SELECT count(*) FROM all_entries WHERE reference "
                                            "<> 'patient-7'"),
                     0);
    two_nodes_close(&it);
}
END_TEST

// ---- what is left in files

#define CANARY "canary-7c1f"
static size_t canaries;

static int count_in_file(const char *path, const struct stat *status, int type,
                         struct FTW *walk)
{
    (void)walk;
    if (type != FTW_F || status->st_size == 0)
        return 0;
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return 0; // it went meanwhile
    char *bytes = malloc((size_t)status->st_size);
    const size_t length = fread(bytes, 1, (size_t)status->st_size, file);
    const char *at = bytes;
    while ((at = memmem(at, length - (size_t)(at - bytes), CANARY, strlen(CANARY))) != NULL) {
        canaries++;
        at++;
    }
    free(bytes);
    fclose(file);
    return 0;
}

/** In the files of tables and indexes, all of them written out. */
static size_t count_canaries(srv_store *store)
{
    char base[512];
    store_sql(store, "CHECKPOINT");
    snprintf(base, sizeof base, "%s/base", getenv("TENDON_CHECK_CLUSTER"));
    canaries = 0;
    ck_assert_int_eq(nftw(base, count_in_file, 16, FTW_PHYS), 0);
    return canaries;
}

START_TEST(who_was_erased_is_in_no_table_once_it_is_scrubbed)
{
    two_nodes it = two_nodes_open();
    srv_erasures erased;
    char noise[5000] = CANARY;
    for (size_t i = strlen(CANARY); i < sizeof noise - 1; i++) // nothing compresses
        noise[i] =
            "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"[rand() % 64];
    for (int i = 0; i < 40; i++) {
        (void)see(&it, i % 2, CANARY, i % 4 < 2 ? CANARY : noise);
        (void)see(&it, i % 2, "ben", "still here");
    }
    ck_assert_uint_gt(count_canaries(it.store[0]), 40);
    ck_assert_int_eq(erase(&it, 0, CANARY, &erased), CDS_OK);
    ck_assert_int_eq(srv_store_scrub(&it.made[0].ctx, it.store[0], false), CDS_OK);
    ck_assert_int_eq(store_int(it.store[0], "SELECT coalesce(sum(n_dead_tup), 0) FROM "
                                            "pg_stat_all_tables WHERE relname = 'all_entries'"),
                     0);
    ck_assert_int_eq(srv_store_scrub(&it.made[0].ctx, it.store[0], true), CDS_OK);
    ck_assert_uint_eq(count_canaries(it.store[0]), 0);
    ck_assert_ptr_null(two_nodes_verify(&it, 0, 41));
    ck_assert_ptr_null(two_nodes_verify(&it, 1, 41));
    two_nodes_close(&it);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("a person at several nodes");
    TCase *cases = tcase_create("person");
    tcase_set_timeout(cases, 60);
    if (postgres_cluster() != NULL) {
        tcase_add_test(cases, a_search_and_the_reports_are_over_all_nodes);
        tcase_add_test(cases,
                       who_is_erased_at_one_node_is_erased_in_every_log_and_each_log_says_so);
        tcase_add_test(cases, an_erasing_that_fails_has_changed_no_log);
        tcase_add_test(cases, both_nodes_erase_at_once_and_neither_waits_for_ever);
        tcase_add_test(cases, who_was_erased_is_in_no_table_once_it_is_scrubbed);
    }
    suite_add_tcase(suite, cases);
    return fixture_run(suite);
}
