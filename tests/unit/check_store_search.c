// SPDX-License-Identifier: Apache-2.0
// Finding and counting evaluations in the store.
#include "server/record/search.h"
#include "server/record/shown.h"
#include "tests/unit/store_fixture.h"

#define BEGIN_MS INT64_C(1795338000000)
#define RULE "class/join"

typedef struct shelf {
    fixture made;
    srv_store *store;
    int64_t time_ms; // of the next entry
} shelf;

static shelf shelf_open(void)
{
    shelf it = {.made = store_fixture_make(), .time_ms = BEGIN_MS};
    ck_assert_int_eq(srv_store_open(&it.made.ctx, it.made.dir, true, &it.store), CDS_OK);
    return it;
}

static void shelf_close(shelf *it)
{
    srv_store_close(it->store);
    fixture_drop(&it->made);
}

/** Adds evaluations a millisecond apart that show the rule in that version. */
static void add(shelf *it, const char *reference, const char *version, size_t count)
{
    static srv_entry entries[1000];
    srv_entry *list[1000];
    char decision[256];
    snprintf(decision, sizeof decision,
             "{\"decisions\":{\"class\":{\"answer\":\"v%s\"}},\"recommendations\":[{\"rule\":"
             "\"" RULE "\",\"version\":\"%s\"}]}",
             version, version);
    for (size_t i = 0; i < count; i++) {
        entries[i] = fixture_entry();
        entries[i].time_ms = it->time_ms++;
        srv_entry_new_id(entries[i].time_ms, entries[i].id);
        entries[i].reference = (cds_text){reference, reference == NULL ? 0 : strlen(reference)};
        entries[i].decision = cds_text_of(decision);
        ck_assert_int_eq(srv_marks_write(&it->made.ctx, entries[i].decision, &entries[i].marks),
                         CDS_OK);
        ck_assert_int_eq(srv_entry_seal(&it->made.ctx, &entries[i]), CDS_OK);
        list[i] = &entries[i];
    }
    ck_assert_int_eq(srv_store_append(&it->made.ctx, it->store, list, count), CDS_OK);
    cds_arena_reset(it->made.ctx.mem);
}

/** Adds feedback with that detail. */
static void add_feedback(shelf *it, const char *detail)
{
    srv_entry entry = {.kind = SRV_KIND_FEEDBACK,
                       .time_ms = it->time_ms++,
                       .node = CDS_TEXT("n"),
                       .client = CDS_TEXT("c"),
                       .detail = cds_text_of(detail)};
    srv_entry *list[] = {&entry};
    srv_entry_new_id(entry.time_ms, entry.id);
    ck_assert_int_eq(srv_entry_seal(&it->made.ctx, &entry), CDS_OK);
    ck_assert_int_eq(srv_store_append(&it->made.ctx, it->store, list, 1), CDS_OK);
}

static srv_hits find(shelf *it, srv_search search)
{
    srv_hits hits;
    ck_assert_int_eq(srv_store_search(&it->made.ctx, it->store, &search, &hits), CDS_OK);
    return hits;
}

static int64_t number_of(shelf *it, const char *id)
{
    srv_entry entry;
    ck_assert_int_eq(srv_store_find(&it->made.ctx, it->store, cds_text_of(id), &entry), CDS_OK);
    return entry.number;
}

START_TEST(the_newest_come_first_and_pages_follow_without_gap)
{
    shelf it = shelf_open();
    int64_t expected = 249;
    add(&it, NULL, "1", 250);
    srv_search search = {0};
    srv_hits hits;
    do {
        hits = find(&it, search);
        for (size_t i = 0; i < hits.count; i++)
            ck_assert_int_eq(number_of(&it, hits.ids[i]), expected--);
        search.before_id = cds_text_of(hits.last_id);
    } while (hits.more);
    ck_assert_int_eq(expected, -1);
    shelf_close(&it);
}
END_TEST

START_TEST(a_full_page_with_nothing_after_it_says_so)
{
    shelf it = shelf_open();
    add(&it, NULL, "1", SRV_HITS_MAX);
    srv_hits hits = find(&it, (srv_search){0});
    ck_assert_uint_eq(hits.count, SRV_HITS_MAX);
    ck_assert(!hits.more);
    shelf_close(&it);
}
END_TEST

START_TEST(times_bound_what_is_found_from_the_one_up_to_before_the_other)
{
    shelf it = shelf_open();
    char from[SRV_ID_LENGTH + 1];
    char before[SRV_ID_LENGTH + 1];
    add(&it, NULL, "1", 10);
    srv_entry_first_id(BEGIN_MS + 3, from);
    srv_entry_first_id(BEGIN_MS + 7, before);
    srv_hits hits =
        find(&it, (srv_search){.from_id = cds_text_of(from), .before_id = cds_text_of(before)});
    ck_assert_uint_eq(hits.count, 4);
    ck_assert_int_eq(number_of(&it, hits.ids[0]), 6);
    ck_assert_int_eq(number_of(&it, hits.ids[3]), 3);
    shelf_close(&it);
}
END_TEST

START_TEST(a_rule_is_found_in_any_version_and_an_answer_exactly)
{
    shelf it = shelf_open();
    add(&it, NULL, "1", 3);
    add(&it, NULL, "2", 2);
    ck_assert_uint_eq(find(&it, (srv_search){.rule = CDS_TEXT(RULE)}).count, 5);
    ck_assert_uint_eq(find(&it, (srv_search){.rule = CDS_TEXT("class/joi")}).count, 0);
    ck_assert_uint_eq(
        find(&it, (srv_search){.decision = CDS_TEXT("class"), .answer = CDS_TEXT("v2")}).count,
        2);
    ck_assert_uint_eq(
        find(&it, (srv_search){.decision = CDS_TEXT("class"), .answer = CDS_TEXT("v3")}).count,
        0);
    shelf_close(&it);
}
END_TEST

START_TEST(a_reference_finds_its_own_alone)
{
    shelf it = shelf_open();
    add(&it, "ann", "1", 3);
    add(&it, "anne", "1", 4);
    add(&it, NULL, "1", 5);
    ck_assert_uint_eq(find(&it, (srv_search){.reference = CDS_TEXT("ann")}).count, 3);
    ck_assert_uint_eq(find(&it, (srv_search){.reference = CDS_TEXT("an")}).count, 0);
    ck_assert_uint_eq(find(&it, (srv_search){0}).count, 12);
    shelf_close(&it);
}
END_TEST

START_TEST(one_call_looks_at_a_bounded_number_and_the_next_goes_on)
{
    shelf it = shelf_open();
    srv_search search = {.decision = CDS_TEXT("class"), .answer = CDS_TEXT("v1")};
    add(&it, NULL, "1", 1);
    for (size_t i = 0; i < SRV_LOOKED_AT_MAX; i += 1000)
        add(&it, NULL, "2", 1000);
    srv_hits hits = find(&it, search);
    ck_assert_uint_eq(hits.count, 0);
    ck_assert(hits.more);
    search.before_id = cds_text_of(hits.last_id);
    hits = find(&it, search);
    ck_assert_uint_eq(hits.count, 1);
    ck_assert(!hits.more);
    shelf_close(&it);
}
END_TEST

START_TEST(each_mark_is_counted_over_all_evaluations)
{
    shelf it = shelf_open();
    srv_mark_counts counts;
    add(&it, NULL, "1", 700);
    add_feedback(&it, "{}");
    add(&it, NULL, "2", 3);
    ck_assert_int_eq(srv_store_count_marks(&it.made.ctx, it.store, &counts), CDS_OK);
    ck_assert_uint_eq(counts.used, 4);
    const srv_mark_count *first =
        srv_mark_counts_find(&counts, srv_mark_of(CDS_TEXT(RULE), CDS_TEXT("1")));
    const srv_mark_count *second =
        srv_mark_counts_find(&counts, srv_mark_of(CDS_TEXT(RULE), CDS_TEXT("2")));
    ck_assert_int_eq(first->count, 700);
    ck_assert_int_eq(second->count, 3);
    ck_assert_int_le(number_of(&it, first->example), 699);
    ck_assert_int_ge(number_of(&it, second->example), 701);
    ck_assert_ptr_null(srv_mark_counts_find(&counts, 7));
    shelf_close(&it);
}
END_TEST

START_TEST(more_marks_than_the_table_began_with_are_counted_each)
{
    shelf it = shelf_open();
    srv_mark_counts counts;
    char version[16];
    for (int i = 0; i < 900; i++) {
        snprintf(version, sizeof version, "%d", i);
        add(&it, NULL, version, 1);
    }
    ck_assert_int_eq(srv_store_count_marks(&it.made.ctx, it.store, &counts), CDS_OK);
    ck_assert_uint_eq(counts.used, 1800);
    for (int i = 0; i < 900; i++) {
        snprintf(version, sizeof version, "%d", i);
        const srv_mark_count *one =
            srv_mark_counts_find(&counts, srv_mark_of(CDS_TEXT(RULE), cds_text_of(version)));
        ck_assert_int_eq(one->count, 1);
        ck_assert_int_eq(number_of(&it, one->example), i);
    }
    shelf_close(&it);
}
END_TEST

START_TEST(feedback_is_listed_in_pages_and_nothing_else)
{
    shelf it = shelf_open();
    static srv_feedback_page page;
    size_t seen = 0;
    add(&it, NULL, "1", 3);
    for (int i = 0; i < SRV_FEEDBACK_PAGE + 5; i++)
        add_feedback(&it, "{\"rule\":\"a/b\"}");
    for (;;) {
        ck_assert_int_eq(srv_store_feedback(&it.made.ctx, it.store, &page), CDS_OK);
        if (page.count == 0)
            break;
        ck_assert(cds_text_is(page.details[0], "{\"rule\":\"a/b\"}"));
        seen += page.count;
    }
    ck_assert_uint_eq(seen, SRV_FEEDBACK_PAGE + 5);
    shelf_close(&it);
}
END_TEST

START_TEST(feedback_on_one_evaluation_is_found_among_others_in_pages)
{
    shelf it = shelf_open();
    static srv_feedback_on found;
    char mine[128];
    add(&it, NULL, "1", 1);
    const srv_hits hits = find(&it, (srv_search){0});
    const cds_text id = cds_text_of(hits.last_id);
    snprintf(mine, sizeof mine, "{\"evaluation\":\"%s\",\"rule\":\"" RULE "\"}", hits.last_id);
    for (int i = 0; i < SRV_FEEDBACK_ON_MAX + 1; i++) {
        add_feedback(&it, "{\"evaluation\":\"another\",\"rule\":\"" RULE "\"}");
        add_feedback(&it, mine);
    }
    ck_assert_int_eq(srv_store_feedback_on(&it.made.ctx, it.store, id, CDS_TEXT(""), &found),
                     CDS_OK);
    ck_assert_uint_eq(found.count, SRV_FEEDBACK_ON_MAX);
    ck_assert(found.more);
    for (size_t i = 0; i < found.count; i++)
        ck_assert(cds_text_is(found.entries[i].detail, mine));
    const cds_text last = cds_text_of(found.entries[found.count - 1].id);
    char after[SRV_ID_LENGTH + 1];
    snprintf(after, sizeof after, "%s", last.data);
    ck_assert_int_eq(
        srv_store_feedback_on(&it.made.ctx, it.store, id, cds_text_of(after), &found), CDS_OK);
    ck_assert_uint_eq(found.count, 1);
    ck_assert(!found.more);
    shelf_close(&it);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("search of the store");
    TCase *cases = tcase_create("search");
    tcase_set_timeout(cases, 120);
    tcase_add_test(cases, the_newest_come_first_and_pages_follow_without_gap);
    tcase_add_test(cases, a_full_page_with_nothing_after_it_says_so);
    tcase_add_test(cases, times_bound_what_is_found_from_the_one_up_to_before_the_other);
    tcase_add_test(cases, a_rule_is_found_in_any_version_and_an_answer_exactly);
    tcase_add_test(cases, a_reference_finds_its_own_alone);
    tcase_add_test(cases, one_call_looks_at_a_bounded_number_and_the_next_goes_on);
    tcase_add_test(cases, each_mark_is_counted_over_all_evaluations);
    tcase_add_test(cases, more_marks_than_the_table_began_with_are_counted_each);
    tcase_add_test(cases, feedback_is_listed_in_pages_and_nothing_else);
    tcase_add_test(cases, feedback_on_one_evaluation_is_found_among_others_in_pages);
    suite_add_tcase(suite, cases);
    return fixture_run(suite);
}
