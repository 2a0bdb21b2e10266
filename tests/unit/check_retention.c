// SPDX-License-Identifier: Apache-2.0
// Who was last evaluated before a day is due, with all their evaluations; who came again since
// is not, nor who has been erased.
#include "server/record/erasure.h"
#include "server/record/retention.h"
#include "server/record/shown.h"
#include "tests/unit/store_fixture.h"

#define YEAR_MS INT64_C(31557600000)

static fixture made;
static srv_store *store;

static void append(const char *reference, int64_t time_ms)
{
    srv_entry entry = fixture_entry();
    srv_entry *entries[] = {&entry};
    entry.time_ms = time_ms;
    entry.node = srv_store_node(store);
    entry.reference = reference == NULL ? (cds_text){NULL, 0} : cds_text_of(reference);
    entry.decision = CDS_TEXT("{\"decisions\":{\"class\":{\"answer\":\"join\"}}}");
    ck_assert_int_eq(srv_marks_write(&made.ctx, entry.decision, &entry.marks), CDS_OK);
    srv_entry_new_id(entry.time_ms, entry.id);
    ck_assert_int_eq(srv_entry_seal(&made.ctx, &entry), CDS_OK);
    ck_assert_int_eq(srv_store_append(&made.ctx, store, entries, 1), CDS_OK);
}

static void setup(void)
{
    made = store_fixture_make();
    ck_assert_int_eq(srv_store_open(&made.ctx, made.dir, true, &store), CDS_OK);
    append("came-again", 40 * YEAR_MS);
    append("came-again", 50 * YEAR_MS);
    append("long-ago", 40 * YEAR_MS);
    append("long-ago", 41 * YEAR_MS);
    append("erased", 40 * YEAR_MS);
    append(NULL, 39 * YEAR_MS);
    append(NULL, 50 * YEAR_MS);
    const srv_erasing what = {.reference = CDS_TEXT("erased"), .reason = CDS_TEXT("asked")};
    srv_erasures erased;
    ck_assert_int_eq(srv_store_erase(&made.ctx, store, &what, &erased), CDS_OK);
}

static void teardown(void)
{
    srv_store_close(store);
    fixture_drop(&made);
}

START_TEST(who_was_last_evaluated_before_is_due)
{
    srv_due_page page;
    ck_assert_int_eq(srv_store_due(&made.ctx, store, 45 * YEAR_MS, (cds_text){NULL, 0}, &page),
                     CDS_OK);
    ck_assert_uint_eq(page.count, 1);
    ck_assert(cds_text_is(page.list[0].reference, "long-ago"));
    ck_assert_int_eq(page.list[0].count, 2);
    ck_assert_int_eq(page.list[0].first_ms, 40 * YEAR_MS);
    ck_assert_int_eq(page.list[0].last_ms, 41 * YEAR_MS);
    ck_assert_int_eq(
        srv_store_due(&made.ctx, store, 45 * YEAR_MS, page.list[0].reference, &page), CDS_OK);
    ck_assert_uint_eq(page.count, 0);
    ck_assert_int_eq(srv_store_due(&made.ctx, store, 41 * YEAR_MS, (cds_text){NULL, 0}, &page),
                     CDS_OK);
    ck_assert_uint_eq(page.count, 0);
}
END_TEST

START_TEST(evaluations_without_a_reference_are_counted_together)
{
    srv_due due;
    ck_assert_int_eq(srv_store_due_unnamed(&made.ctx, store, 45 * YEAR_MS, &due), CDS_OK);
    ck_assert_int_eq(due.count, 1);
    ck_assert_int_eq(due.last_ms, 39 * YEAR_MS);
    ck_assert_int_eq(srv_store_due_unnamed(&made.ctx, store, 30 * YEAR_MS, &due), CDS_OK);
    ck_assert_int_eq(due.count, 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("retention");
    TCase *cases = tcase_create("retention");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_test(cases, who_was_last_evaluated_before_is_due);
    tcase_add_test(cases, evaluations_without_a_reference_are_counted_together);
    suite_add_tcase(suite, cases);
    return fixture_run(suite);
}
