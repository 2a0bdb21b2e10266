// SPDX-License-Identifier: Apache-2.0
// A rule's texts: settings are written in when it is loaded, facts stay blanks, and what fills
// in nothing is refused.
#include "engine/rules/ruleset.h"

#include "release_fixture.h"

static const char clinic[] =
    "clinic { yes = true, no = false, number = 2.5, word = \"blue\", list = { \"a\", 3 },\n"
    "group = { one = 1, more = { two = 2 } }, terms = { { name = \"T1\" }, { name = \"T2\" } "
    "} }";

static cds_status load(release *made, const char *words)
{
    static char text[8192];
    snprintf(text, sizeof text,
             "rule { id = \"care/one\", title = \"Care\", version = \"1.0.0\",\n"
             "status = \"active\", owner = \"Lead\", purpose = \"To test.\",\n"
             "review = { done = \"2026-11-22\", due = \"2027-11-22\" },\n"
             "basis = \"clinic policy\", decides = \"care\", answer = \"now\",\n"
             "indicator = \"info\", when = yes(patient.fever),\n"
             "say = { clinician = \"%s\", patient = \"Come in.\" },\n"
             "history = { { \"1.0.0\", \"2026-11-22\", \"First.\" } } }",
             words);
    release_put(made, "clinic.lua", clinic);
    release_put(made, "care/one.lua", text);
    return release_load(made);
}

static const struct {
    const char *source, *words; // written out
} written[] = {
    {"Plain.", "Plain."},
    {"{clinic.yes}, {clinic.no}", "yes, no"},
    {"In {clinic.number} weeks", "In 2.5 weeks"},
    {"{clinic.word}{clinic.word}", "blueblue"},
    {"{clinic.list}.", "a, 3."},
    {"{clinic.terms}", "T1, T2"},
    {"{clinic.group.one} and {clinic.group.more.two}", "1 and 2"},
    {"a {{brace} and {{", "a {brace} and {"},
};

START_TEST(a_setting_is_written_in_when_the_rule_is_loaded)
{
    release made = release_new();
    ck_assert_msg(load(&made, written[_i].source) == CDS_OK, "%s", made.ctx.error.what);
    const cds_template *got = &cds_ruleset_look(made.rules)->rules[0].clinician;
    ck_assert_uint_eq(got->count, 1);
    ck_assert_text(got->pieces[0].text, written[_i].words);
    ck_assert_text(got->json, written[_i].words);
    ck_assert_text(got->source, written[_i].source);
    release_free(&made);
}
END_TEST

START_TEST(a_fact_stays_a_blank_between_words)
{
    release made = release_new();
    ck_assert_int_eq(load(&made, "{patient.bmi} at {patient.age_years}, {clinic.word}"),
                     CDS_OK);
    const cds_template *got = &cds_ruleset_look(made.rules)->rules[0].clinician;
    ck_assert_uint_eq(got->count, 4);
    ck_assert_text(got->pieces[0].field->path, "patient.bmi");
    ck_assert_text(got->pieces[1].text, " at ");
    ck_assert_text(got->pieces[2].field->path, "patient.age_years");
    ck_assert_text(got->pieces[3].text, ", blue");
    ck_assert_ptr_null(got->json.data);
    release_free(&made);
}
END_TEST

static const struct {
    const char *source, *why;
} refused[] = {
    {"{clinic}", "{clinic.} is no setting"},
    {"{clinic.}", "{clinic.} is no setting"},
    {"{clinic.group}", "{clinic.group} is no setting"},
    {"{clinic.group.two}", "{clinic.group.two} is no setting"},
    {"{clinic.word.x}", "{clinic.word.x} is no setting"},
    {"{clinic.list.x}", "{clinic.list.x} is no setting"},
    {"{fill}", "{fill} fills in nothing"},
    {"{fill.}", "{fill.} fills in nothing"},
    {"{}", "{} fills in nothing"},
    {"{patient.bmj}", "did you mean {patient.bmi}?"},
    {"{nothing.like.it}", "{nothing.like.it} fills in nothing"},
    {"{fill.x}", "this rule has no advise"},
    {"a {patient.bmi", "never closes it"},
    {"a {", "never closes it"},
};

START_TEST(what_fills_in_nothing_is_refused)
{
    release made = release_new();
    ck_assert_msg(load(&made, refused[_i].source) == CDS_REFUSED, "taken: %s",
                  refused[_i].source);
    ck_assert_str_eq(made.ctx.error.where, "care/one.lua:1");
    ck_assert_msg(strstr(made.ctx.error.what, refused[_i].why) != NULL, "%s: %s",
                  refused[_i].source, made.ctx.error.what);
    release_free(&made);
}
END_TEST

// Words count too: 32 blanks with words before each, or 64 side by side.
START_TEST(a_text_has_so_many_pieces_and_no_more)
{
    static const struct {
        const char *blank;
        int most;
    } blanks[] = {{"{patient.bmi}", 64}, {"x{patient.bmi}", 32}};
    for (int more = 0; more < 2; more++) {
        char text[2048] = "";
        release made = release_new();
        for (int i = 0; i < blanks[_i].most + more; i++) {
            strcat(text, blanks[_i].blank);
        }
        ck_assert_int_eq(load(&made, text), more == 0 ? CDS_OK : CDS_REFUSED);
        if (more > 0) {
            ck_assert_ptr_nonnull(strstr(made.ctx.error.what, "at most 32 blanks"));
        }
        release_free(&made);
    }
}
END_TEST

START_TEST(words_that_no_longer_fit_are_refused_and_not_lost)
{
    char text[2048] = "";
    release made = release_new();
    for (int i = 0; i < 64; i++) {
        strcat(text, "{patient.bmi}");
    }
    strcat(text, "x");
    ck_assert_int_eq(load(&made, text), CDS_REFUSED);
    ck_assert_ptr_nonnull(strstr(made.ctx.error.what, "at most 32 blanks"));
    release_free(&made);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("template");
    TCase *cases = tcase_create("template");
    tcase_add_loop_test(cases, a_setting_is_written_in_when_the_rule_is_loaded, 0,
                        sizeof written / sizeof *written);
    tcase_add_test(cases, a_fact_stays_a_blank_between_words);
    tcase_add_loop_test(cases, what_fills_in_nothing_is_refused, 0,
                        sizeof refused / sizeof *refused);
    tcase_add_loop_test(cases, a_text_has_so_many_pieces_and_no_more, 0, 2);
    tcase_add_test(cases, words_that_no_longer_fit_are_refused_and_not_lost);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
