// SPDX-License-Identifier: Apache-2.0
// Texts with blanks, as a release holds them.
#include "release_fixture.h"

START_TEST(words_around_a_blank_are_escaped_at_load)
{
    release made = release_new();
    release_put(&made, "care/one.lua",
                RELEASE_RULE_BEGIN
                "yes(patient.fever),\n"
                "say = { clinician = 'Ask \"{patient.bmi}\" twice, {patient.bmi} ever.',\n"
                " patient = 'Say \"no\".' },\n"
                "history = { { \"1.0.0\", \"2026-11-22\", \"x\" } } }");
    const cds_rule *rule = &release_look(&made)->rules[0];
    const cds_piece *pieces = rule->clinician.pieces;
    ck_assert_uint_eq(rule->clinician.count, 5);
    ck_assert_text(pieces[0].text, "Ask \"");
    ck_assert_text(pieces[0].json, "Ask \\\"");
    ck_assert_text(pieces[2].json, "\\\" twice, ");
    ck_assert_text(pieces[4].json, " ever.");
    ck_assert_ptr_eq(pieces[4].json.data, pieces[4].text.data); // nothing to escape: no copy
    ck_assert_ptr_null(rule->clinician.json.data);
    ck_assert_text(rule->patient.json, "Say \\\"no\\\".");
    release_free(&made);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("template");
    TCase *tests = tcase_create("texts");
    tcase_add_test(tests, words_around_a_blank_are_escaped_at_load);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
