// SPDX-License-Identifier: Apache-2.0
// What a de-identified export says, and what it no longer does.
#include "engine/base/date.h"
#include "server/record/deidentify.h"
#include "tests/unit/record_fixture.h"

static fixture made;
static uint8_t secret[SRV_SECRET_BYTES];

static void setup(void)
{
    made = fixture_make();
    memset(secret, 1, sizeof secret);
}

static void teardown(void)
{
    fixture_drop(&made);
}

static const char *line_of(const srv_entry *entry)
{
    cds_buf buf;
    cds_text line;
    cds_buf_init(&buf, made.ctx.mem);
    ck_assert_int_eq(srv_entry_deidentify(&made.ctx, entry, secret, &buf), CDS_OK);
    cds_buf_char(&buf, '\0');
    ck_assert_int_eq(cds_buf_end(&made.ctx, &buf, &line), CDS_OK);
    return line.data;
}

static srv_entry entry_of(const char *reference)
{
    srv_entry entry = fixture_entry();
    entry.reference = cds_text_of(reference);
    entry.assessment = CDS_TEXT("{\"assessed_on\":\"2026-11-22\",\"patient\":{\"reference\":"
                                "\"MRN 77\",\"age_years\":52},\"running\":{\"event_on\":"
                                "\"2026-12-20\"}}");
    entry.decision = CDS_TEXT("{\"decisions\":{\"class\":{\"title\":\"It starts on Monday "
                              "2027-02-01.\"}}}");
    return entry;
}

static cds_date day_after(const char *line, const char *words)
{
    cds_date day;
    const char *at = strstr(line, words);
    ck_assert_msg(at != NULL, "%s lacks %s", line, words);
    ck_assert(cds_date_parse((cds_text){at + strlen(words), CDS_DATE_LENGTH}, &day));
    return day;
}

START_TEST(reference_id_salt_and_leaf_are_gone)
{
    const srv_entry entry = entry_of("MRN 77");
    const char *line = line_of(&entry);
    static const char *const gone[] = {"MRN", "reference", "salt", "leaf", "\"id\""};
    for (size_t i = 0; i < sizeof gone / sizeof *gone; i++)
        ck_assert_msg(strstr(line, gone[i]) == NULL, "%s in %s", gone[i], line);
    ck_assert_ptr_null(strstr(line, entry.id));
    ck_assert_ptr_nonnull(strstr(line, "\"patient\":{\"age_years\":52}"));
}
END_TEST

START_TEST(every_day_of_a_person_moves_back_by_the_same_whole_weeks)
{
    const srv_entry entry = entry_of("MRN 77");
    const char *line = line_of(&entry);
    const cds_date assessed = day_after(line, "\"assessment\":{\"assessed_on\":\"");
    const cds_date event = day_after(line, "\"event_on\":\"");
    const cds_date starts = day_after(line, "It starts on Monday ");
    cds_date first;
    ck_assert(cds_date_parse(CDS_TEXT("2026-11-22"), &first));
    ck_assert_int_lt(assessed.days, first.days);
    ck_assert_int_eq((first.days - assessed.days) % 7, 0);
    ck_assert_int_eq(event.days - assessed.days, 28);
    ck_assert_int_eq(starts.days - assessed.days, 71);
    ck_assert_int_eq(cds_date_weekday(starts), 1);
    ck_assert_int_eq(day_after(line, ",\"assessed_on\":\"").days, assessed.days);
}
END_TEST

START_TEST(persons_and_exports_move_by_weeks_of_their_own)
{
    int32_t seen[64];
    size_t others = 0;
    for (unsigned i = 0; i < 64; i++) {
        char reference[8];
        snprintf(reference, sizeof reference, "%u", i);
        const srv_entry entry = entry_of(i % 2 == 0 ? reference : "same");
        secret[0] = (uint8_t)(i % 4 == 3);
        seen[i] = day_after(line_of(&entry), "\"event_on\":\"").days;
        others += i > 1 && seen[i] != seen[i % 2];
    }
    ck_assert_int_eq(seen[1], seen[5]); // one person, one export
    ck_assert_int_ne(seen[1], seen[3]); // another export
    ck_assert_uint_gt(others, 40);
}
END_TEST

START_TEST(every_kind_of_value_is_kept_as_it_was_but_for_days)
{
    srv_entry entry = fixture_entry();
    entry.reference = (cds_text){NULL, 0};
    entry.assessment = CDS_TEXT("{\"a\":[true,false,null,1.5,[],{}],\"b\":\"2026-1-22\","
                                "\"reference\":\"ours\",\"patient\":{\"c\":[\"x\",\"y\"]}}");
    const char *line = line_of(&entry);
    ck_assert_ptr_nonnull(strstr(line, "\"assessment\":{\"a\":[true,false,null,1.5,[],{}],"
                                       "\"b\":\"2026-1-22\",\"reference\":\"ours\",\"patient\""
                                       ":{\"c\":[\"x\",\"y\"]}}"));
}
END_TEST

START_TEST(no_day_moves_to_before_the_first_there_is)
{
    srv_entry entry = entry_of("MRN 77");
    entry.assessment = CDS_TEXT("{\"on\":\"0000-01-02\"}");
    ck_assert_int_eq(day_after(line_of(&entry), "\"on\":\"").days, CDS_DATE_FIRST_DAYS);
}
END_TEST

START_TEST(what_is_no_json_is_not_shown)
{
    for (int i = 0; i < 2; i++) {
        srv_entry entry = entry_of("MRN 77");
        cds_buf buf;
        *(i == 0 ? &entry.assessment : &entry.decision) = CDS_TEXT("{\"MRN 77");
        cds_buf_init(&buf, made.ctx.mem);
        ck_assert_int_ne(srv_entry_deidentify(&made.ctx, &entry, secret, &buf), CDS_OK);
        ck_assert_uint_eq(buf.length, 0);
        ck_assert_ptr_null(strstr(made.ctx.error.what, "MRN"));
        cds_error_clear(&made.ctx);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("deidentify");
    TCase *cases = tcase_create("deidentify");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_test(cases, reference_id_salt_and_leaf_are_gone);
    tcase_add_test(cases, every_day_of_a_person_moves_back_by_the_same_whole_weeks);
    tcase_add_test(cases, persons_and_exports_move_by_weeks_of_their_own);
    tcase_add_test(cases, every_kind_of_value_is_kept_as_it_was_but_for_days);
    tcase_add_test(cases, no_day_moves_to_before_the_first_there_is);
    tcase_add_test(cases, what_is_no_json_is_not_shown);
    suite_add_tcase(suite, cases);
    return fixture_run(suite);
}
