// SPDX-License-Identifier: Apache-2.0
// What is refused before a release: each refusal with a release that deserves it, beside one
// that does not.
#include "release_fixture.h"

#include "engine/check/check.h"

#define WHOLE RELEASE_RULE_BEGIN "yes(patient.fever)" RELEASE_RULE_END
#define LATER                                                                                  \
    "rule { id = \"care/two\", title = \"Care later\", version = \"1.0.0\",\n"                 \
    "status = \"active\", owner = \"Lead\",\n"                                                 \
    "review = { done = \"2026-11-22\", due = \"2027-11-22\" }, purpose = [[ To test. ]],\n"    \
    "basis = \"clinic policy\", decides = \"care\", answer = \"later\", indicator = \"info\"," \
    "\nwhen = yes(patient.cough), say = { clinician = \"c\", patient = \"p\" },\n"             \
    "history = { { \"1.0.0\", \"2026-11-22\", \"First release.\" } } }\n"
#define THIRD(title, status, when, more)                                                       \
    "rule { id = \"care/three\", title = \"" title "\", version = \"1.0.0\",\n"                \
    "status = \"" status "\", owner = \"Lead\", decides = \"care\", answer = \"later\",\n"     \
    "review = { done = \"2026-11-22\", due = \"2027-11-22\" }, purpose = [[ To test. ]],\n"    \
    "basis = \"clinic policy\", indicator = \"info\", when = " when ",\n"                      \
    "say = { clinician = \"c\", patient = \"p\" },\n" more " }\n"
#define HISTORY "history = { { \"1.0.0\", \"2026-11-22\", \"First release.\" } }"
#define LONG_TITLE                                                                             \
    "A title of more than so many characters as a client of CDS Hooks has room for goes on "   \
    "and on until it is cut off, which is why it is refused here"
#define LONELY "rehab.pain:at_least(2)"
#define OLD(id, status, line)                                                                  \
    "rule {\n  id = \"" id "\", status = \"" status "\", version = \"1.0.1\",\n"               \
    "  when = yes(gone.for_ever),\n  history = { " line                                        \
    ", { \"1.0.0\", \"2026-11-22\", \"First release.\" } },\n}\n"
#define RESTS                                                                                  \
    OLD("care/old", "retired",                                                                 \
        "{ \"1.0.1\", \"2027-03-02\", \"Retired: two said \" "                                 \
        ".. \"the same. Successor: care/one.\" }")

static release made;
static cds_gaps gaps;

static void setup(void)
{
    made = release_new();
    release_put(&made, "care/one.test.lua", "case \"x\" { expect = silent }");
    release_put(&made, "care/two.lua", LATER);
    release_put(&made, "care/two.test.lua", "case \"x\" { expect = silent }");
    release_put(&made, "retired/care/old.lua", RESTS);
}

static void teardown(void)
{
    release_free(&made);
}

static void check_on(const char *day)
{
    cds_date today;
    ck_assert(cds_date_parse(cds_text_of(day), &today));
    (void)release_look(&made);
    cds_gaps_init(&gaps, &made.ctx);
    cds_check_rules(&gaps, made.rules, today);
    ck_assert_int_eq(cds_gaps_end(&gaps), CDS_OK);
}

static void print_gaps(void)
{
    for (size_t i = 0; i < gaps.count; i++)
        printf("%.*s: %.*s\n", (int)gaps.list[i].place.file.length,
               gaps.list[i].place.file.data, (int)gaps.list[i].says.length,
               gaps.list[i].says.data);
}

/** One gap, of that file and with these words; whether it refuses. */
static bool only_gap(const char *file, const char *words)
{
    if (gaps.count != 1)
        print_gaps();
    ck_assert_uint_eq(gaps.count, 1);
    const cds_gap *one = &gaps.list[0];
    ck_assert_text(one->place.file, file);
    ck_assert_msg(memmem(one->says.data, one->says.length, words, strlen(words)) != NULL,
                  "'%.*s' lacks '%s'", (int)one->says.length, one->says.data, words);
    return cds_gap_refuses(one->kind);
}

START_TEST(a_release_in_order_has_no_gap)
{
    check_on("2026-11-22");
    print_gaps();
    ck_assert_uint_eq(gaps.count, 0);
}
END_TEST

/** Both active rules are due on 2027-11-22; what rests is reviewed no more. */
static void two_gaps(const char *day, const char *words, bool refuses)
{
    check_on(day);
    ck_assert_uint_eq(gaps.count, 2);
    for (size_t i = 0; i < gaps.count; i++) {
        const cds_text says = gaps.list[i].says;
        ck_assert(memmem(says.data, says.length, words, strlen(words)) != NULL);
        ck_assert_int_eq(cds_gap_refuses(gaps.list[i].kind), refuses);
    }
    cds_ruleset_drop(made.rules);
    made.rules = NULL;
}

START_TEST(reviews_are_warned_of_thirty_days_before_and_then_overdue)
{
    check_on("2027-10-22");
    ck_assert_uint_eq(gaps.count, 0);
    cds_ruleset_drop(made.rules);
    two_gaps("2027-10-23", "its review is due within 30 days", false);
    two_gaps("2027-11-22", "its review is due within 30 days", false);
    two_gaps("2027-11-23", "its review is overdue", true);
}
END_TEST

// A file put in, and the one gap that comes of it.
static const struct edit {
    const char *path, *text;  // text NULL: the file is taken away
    const char *file, *words; // where the gap is, and what it says
} edits[] = {
    {"care/one.test.lua", NULL, "care/one.lua", "no test file beside it"},
    {"care/two.lua", NULL, "care/decision.lua", "no rule can give the answer later"},
    {"findings/loose.lua", "finding(\"loose\", { says = \"l\", when = yes(patient.cough) })\n",
     "findings/loose.lua", "nothing uses the finding loose"},
    {"measures/loose.lua",
     "measure(\"loose\", { unit = \"u\", says = \"l\", range = { 0, 9 }, value = rehab.pain "
     "})\n",
     "measures/loose.lua", "nothing uses the measure loose"},
    {"retired/care/old.lua",
     OLD("care/older", "retired",
         "{ \"1.0.1\", \"2027-03-02\", \"Retired: x. Successor: none.\" }"),
     "retired/care/old.lua", "its id is not 'care/old'"},
    {"retired/care/old.lua",
     OLD("care/old", "active",
         "{ \"1.0.1\", \"2027-03-02\", \"Retired: x. Successor: none.\" }"),
     "retired/care/old.lua", "set status = \"retired\""},
    {"retired/care/old.lua",
     OLD("care/old", "retired", "{ \"1.0.1\", \"March\", \"Retired: x. Successor: none.\" }"),
     "retired/care/old.lua", "has no date"},
    {"retired/care/old.lua",
     OLD("care/old", "retired", "{ \"1.0.1\", \"2027-03-02\", \"Gone. Successor: none.\" }"),
     "retired/care/old.lua", "why it was retired"},
    {"retired/care/old.lua",
     OLD("care/old", "retired", "{ \"1.0.1\", \"2027-03-02\", \"Retired: Successor: none.\" }"),
     "retired/care/old.lua", "why it was retired"},
    {"retired/care/old.lua",
     OLD("care/old", "retired", "{ \"1.0.1\", \"2027-03-02\", \"Retired: x.\" }"),
     "retired/care/old.lua", "names no successor"},
    {"retired/care/old.lua",
     OLD("care/old", "retired",
         "{ \"1.0.1\", \"2027-03-02\", \"Retired: x. Successor: care/nowhere.\" }"),
     "retired/care/old.lua", "'care/nowhere' is no other rule"},
    {"retired/care/old.lua",
     OLD("care/old", "retired",
         "{ \"1.0.1\", \"2027-03-02\", \"Retired: x. Successor: care/old.\" }"),
     "retired/care/old.lua", "'care/old' is no other rule"},
    {"retired/care/old.lua", "rule { id = \"care/old\", status = \"retired\" }\n",
     "retired/care/old.lua", "no history"},
    {"retired/care/one.lua",
     OLD("care/one", "retired",
         "{ \"1.0.1\", \"2027-03-02\", \"Retired: x. Successor: care/two.\" }"),
     "retired/care/one.lua", "still in use"},
};

// A third rule with one thing amiss; drafts have no cases.
static const struct edit thirds[] = {
    {"care/three.lua", THIRD("Title", "draft", LONELY, HISTORY), NULL, NULL},
    {"care/three.lua", THIRD(LONG_TITLE, "draft", LONELY, HISTORY), "care/three.lua",
     "the title is over"},
    {"care/three.lua", THIRD("Write ??? here", "draft", LONELY, HISTORY), "care/three.lua",
     "it still has ???"},
    {"care/three.lua", THIRD("Title ??", "draft", LONELY, HISTORY), NULL, NULL},
    {"care/three.lua",
     THIRD("Title", "draft", LONELY,
           "history = { { \"0.9.0\", \"2026-11-22\", \"First release.\" } }"),
     "care/three.lua", "its history has no line for version 1.0.0"},
    {"care/three.lua", THIRD("Title", "retired", LONELY, HISTORY), "care/three.lua",
     "it is retired: move it"},
    {"retired/care/old.test.lua", "case \"x\" { expect = silent }", NULL, NULL},
    {"retired/care/old.lua",
     "rule { id = 'care/old', status = 'retired',\n"
     "history = { { '1.0.1', '2027-03-02', 'Retired: x. Successor: none' } } }",
     NULL, NULL},
    {"retired/care/old.lua",
     "rule { id = care, status = \"retired\",\n"
     "history = { { \"1.0.1\", \"2027-03-02\", \"Retired: x. Successor: none.\" } } }",
     "retired/care/old.lua", "its id is not 'care/old'"},
    {"retired/care/old.lua",
     "rule { id = \"care/old\", status =\"retired\", history = { { \"1.0.1\", \"2027-03-02\",\n"
     "\"Retired: x. Successor: \" } } }",
     "retired/care/old.lua", "its successor '' is no other rule"},
    {"retired/care/old.lua",
     "rule { id = \"care/old\", status = retired, status = \"retired\", history = { { "
     "\"1.0.1\",\n"
     "\"2027-03-02\", \"Retired: x. Successor: none.\" } } }",
     "retired/care/old.lua", "set status = \"retired\""},
    {"source.lua", "source \"s\" { title = \"t\", authors = \"A\", year = 2010 }", "source.lua",
     "nothing cites the source s"},
    {"suggestion.lua", "suggestion \"s\" { label = \"l\" }", "suggestion.lua",
     "nothing offers the suggestion s"},
    {"measures/sum.lua",
     "measure(\"sum\", { says = \"s\", value = (measure \"part\") + 1 })\n"
     "measure(\"part\", { says = \"p\", value = rehab.pain + 1 })\n",
     "measures/sum.lua", "nothing uses the measure sum"},
    {"measures/sum.lua",
     "measure(\"part\", { says = \"p\", value = rehab.pain + 1 })\n"
     "measure(\"sum\", { says = \"s\", value = 1 + measure \"part\" })\n",
     "measures/sum.lua", "nothing uses the measure sum"},
};

START_TEST(each_loose_end_is_told_where_it_is)
{
    const struct edit *one = &thirds[_i];
    release_put(&made, one->path, one->text);
    check_on("2026-11-22");
    if (one->file != NULL)
        ck_assert(only_gap(one->file, one->words));
    else
        ck_assert_uint_eq(gaps.count, 0);
}
END_TEST

static void take_away(const char *path)
{
    for (size_t i = 0; i < made.count; i++) {
        if (cds_text_is(made.files[i].path, path)) {
            made.files[i] = made.files[--made.count];
            return;
        }
    }
    ck_abort_msg("there is no %s", path);
}

START_TEST(each_gap_is_told_where_it_is)
{
    const struct edit *one = &edits[_i];
    if (one->text != NULL)
        release_put(&made, one->path, one->text);
    else
        take_away(one->path);
    check_on("2026-11-22");
    ck_assert(only_gap(one->file, one->words));
}
END_TEST

START_TEST(another_retired_rule_may_be_the_successor)
{
    release_put(&made, "retired/care/older.lua",
                OLD("care/older", "retired",
                    "{ \"1.0.1\", \"2027-01-02\", \"Retired: x. Successor: care/old.\" }"));
    check_on("2026-11-22");
    ck_assert_uint_eq(gaps.count, 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("check");
    TCase *cases = tcase_create("refusals");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_test(cases, a_release_in_order_has_no_gap);
    tcase_add_test(cases, reviews_are_warned_of_thirty_days_before_and_then_overdue);
    tcase_add_loop_test(cases, each_gap_is_told_where_it_is, 0,
                        (int)(sizeof edits / sizeof *edits));
    tcase_add_loop_test(cases, each_loose_end_is_told_where_it_is, 0,
                        (int)(sizeof thirds / sizeof *thirds));
    tcase_add_test(cases, another_retired_rule_may_be_the_successor);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
