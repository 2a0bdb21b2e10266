// SPDX-License-Identifier: Apache-2.0
// Answers and rules read off a decision's text, and their marks.
#include "server/record/shown.h"
#include "tests/unit/record_fixture.h"

#define ANSWERS                                                                                \
    "{\"decisions\":{\"referral\":{\"answer\":\"none\",\"status\":\"final\",\"title\":"        \
    "\"\\\"},{\\\\\"},\"class\":{\"answer\":\"join\",\"also\":[\"a/b\"],\"x\":{\"y\":{}}}}"
#define RULES                                                                                  \
    ",\"recommendations\":[{\"rule\":\"class/join\",\"version\":\"1.0.0\",\"because\":"        \
    "[{\"says\":\"}]\\\\\"}],\"run\":{}},{\"rule\":\"class/late\",\"version\":\"2.1.0\"}]"
#define REST ",\"questions\":[],\"incomplete_rules\":[{\"rule\":\"a/b\",\"why\":\"budget\"}]}"

static const char whole[] = ANSWERS RULES REST;

static const srv_shown expected[] = {
    {false, {"referral", 8}, {"none", 4}},
    {false, {"class", 5}, {"join", 4}},
    {true, {"class/join", 10}, {"1.0.0", 5}},
    {true, {"class/late", 10}, {"2.1.0", 5}},
};
#define EXPECTED (sizeof expected / sizeof *expected)

START_TEST(answers_come_first_then_the_rules_shown)
{
    srv_shown_walk walk = srv_shown_begin(cds_text_of(whole));
    srv_shown one;
    for (size_t i = 0; i < EXPECTED; i++) {
        ck_assert(srv_shown_next(&walk, &one));
        ck_assert_int_eq(one.is_rule, expected[i].is_rule);
        ck_assert(cds_text_equal(one.name, expected[i].name));
        ck_assert(cds_text_equal(one.value, expected[i].value));
    }
    ck_assert(!srv_shown_next(&walk, &one));
    ck_assert(!srv_shown_next(&walk, &one));
}
END_TEST

START_TEST(a_decision_without_recommendations_has_answers_only)
{
    srv_shown_walk walk = srv_shown_begin(CDS_TEXT(ANSWERS ",\"recommendations\":[]" REST));
    srv_shown one;
    ck_assert(srv_shown_next(&walk, &one) && srv_shown_next(&walk, &one));
    ck_assert(!srv_shown_next(&walk, &one));
}
END_TEST

START_TEST(a_text_cut_anywhere_gives_what_came_before_and_ends)
{
    size_t most = 0;
    for (size_t length = 0; length < sizeof whole; length++) {
        char *cut = malloc(length + 1); // so that the sanitiser sees a byte too far
        srv_shown one;
        size_t count = 0;
        memcpy(cut, whole, length);
        srv_shown_walk walk = srv_shown_begin((cds_text){cut, length});
        while (srv_shown_next(&walk, &one))
            ck_assert(cds_text_equal(one.name, expected[count++].name));
        ck_assert_uint_ge(count, most);
        most = count;
        free(cut);
    }
    ck_assert_uint_eq(most, EXPECTED);
}
END_TEST

START_TEST(what_is_no_decision_shows_nothing)
{
    static const char *const texts[] = {"",
                                        "{}",
                                        "[]",
                                        "{\"decisions\":[]}",
                                        "{\"decisions\":{\"a\":1}}",
                                        " {\"decisions\":{}}"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        srv_shown_walk walk = srv_shown_begin(cds_text_of(texts[i]));
        srv_shown one;
        ck_assert(!srv_shown_next(&walk, &one));
    }
}
END_TEST

START_TEST(marks_stand_in_order_and_tell_name_from_value)
{
    fixture made = fixture_make();
    cds_text marks;
    ck_assert_int_eq(srv_marks_write(&made.ctx, cds_text_of(whole), &marks), CDS_OK);
    ck_assert_uint_eq(marks.length, EXPECTED * SRV_MARK_BYTES);
    for (size_t i = 0; i < EXPECTED; i++)
        ck_assert_uint_eq(srv_mark_at(marks, i),
                          srv_mark_of(expected[i].name, expected[i].value));
    uint64_t join = srv_mark_of(CDS_TEXT("class/join"), CDS_TEXT("1.0.0"));
    uint64_t newer = srv_mark_of(CDS_TEXT("class/join"), CDS_TEXT("1.0.1"));
    uint64_t late = srv_mark_of(CDS_TEXT("class/late"), CDS_TEXT("1.0.0"));
    ck_assert_uint_eq(join & SRV_MARK_NAME, newer & SRV_MARK_NAME);
    ck_assert_uint_ne(join, newer);
    ck_assert_uint_ne(join & SRV_MARK_NAME, late & SRV_MARK_NAME);
    fixture_drop(&made);
}
END_TEST

START_TEST(what_shows_nothing_has_no_marks)
{
    fixture made = fixture_make();
    cds_text marks = {"x", 1};
    ck_assert_int_eq(srv_marks_write(&made.ctx, CDS_TEXT("{\"decisions\":{}}"), &marks),
                     CDS_OK);
    ck_assert_ptr_null(marks.data);
    fixture_drop(&made);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("shown");
    TCase *cases = tcase_create("shown");
    tcase_add_test(cases, answers_come_first_then_the_rules_shown);
    tcase_add_test(cases, a_decision_without_recommendations_has_answers_only);
    tcase_add_test(cases, a_text_cut_anywhere_gives_what_came_before_and_ends);
    tcase_add_test(cases, what_is_no_decision_shows_nothing);
    tcase_add_test(cases, marks_stand_in_order_and_tell_name_from_value);
    tcase_add_test(cases, what_shows_nothing_has_no_marks);
    suite_add_tcase(suite, cases);
    return fixture_run(suite);
}
