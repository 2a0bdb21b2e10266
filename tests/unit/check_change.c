// SPDX-License-Identifier: Apache-2.0
// What a rule change does to one person, group by group: small releases that differ in one
// thing, and one person told by both.
#include <stdarg.h>

#include "release_fixture.h"

#include "server/governance/change.h"

#define TRUE_NOW "yes(patient.fever)"
#define FALSE_NOW "yes(patient.cough)"
#define OPEN_NOW "patient.age_years:at_least(40)"
#define PERSON "{\"patient\":{\"fever\":true,\"cough\":false}}"
#define FILES_MAX 20

static const char *const decisions[] = {"referral", "imaging", "progression", "class", "other"};

#define DECISIONS (sizeof decisions / sizeof *decisions)

/** What a release says beyond what each of these says; NULL: nothing. */
typedef struct saying {
    const char *of;          // the decision
    const char *now, *later; // conditions of its two rules; NULL: false
    const char *title;       // of both
    const char *advise;      // of the rule that answers `now`
} saying;

static cds_ctx asked;
static cds_file files[FILES_MAX];
static size_t count;

static void put(const char *path, const char *format, ...)
{
    static char text[4096];
    cds_file *file = &files[count++];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    ck_assert_int_eq(cds_text_copy(&asked, cds_text_of(path), &file->path), CDS_OK);
    ck_assert_int_eq(cds_text_copy(&asked, cds_text_of(text), &file->bytes), CDS_OK);
}

static void put_rule(const char *decision, const char *answer, const char *when,
                     const saying *says)
{
    char path[64];
    snprintf(path, sizeof path, "%s/%s.lua", decision, answer);
    put(path,
        "rule { id = \"%s/%s\", title = \"%s\", version = \"1.0.0\", status = \"active\",\n"
        "owner = \"Lead\", review = { done = \"2026-11-22\", due = \"2027-11-22\" },\n"
        "purpose = [[ To test. ]], basis = \"clinic policy\", decides = \"%s\",\n"
        "answer = \"%s\", indicator = \"info\", when = %s,\n"
        "say = { clinician = \"See them.\", patient = \"Come in.\" },\n"
        "history = { { \"1.0.0\", \"2026-11-22\", \"First release.\" } },\n%s%s }\n",
        decision, answer, says->title != NULL ? says->title : "Care", decision, answer,
        when != NULL ? when : FALSE_NOW, says->advise != NULL ? "advise = " : "",
        says->advise != NULL && strcmp(answer, "now") == 0 ? says->advise : "");
}

/** Each answers now, later or none; `other` gives way to a referral now. */
static void put_decision(const char *name)
{
    char path[64];
    const bool yields = strcmp(name, "other") == 0;
    snprintf(path, sizeof path, "%s/decision.lua", name);
    put(path,
        "decision \"%s\" { question = \"Is care needed?\", answers = { \"now\", \"later\" },\n"
        "otherwise = \"none\", while_unknown = \"none\", %s texts = {\n"
        "now = { title = \"Now\", clinician = \"c\", patient = \"p\" },\n"
        "later = { title = \"Later\", clinician = \"c\", patient = \"p\" },\n"
        "%s none = { title = \"None\", clinician = \"c\", patient = \"p\" } } }\n",
        name, yields ? "suppressed_when = decided(\"referral\"):is \"now\"," : "",
        yields ? "suppressed = { title = \"S\", clinician = \"c\", patient = \"p\" }," : "");
}

static cds_ruleset *load(const saying *list)
{
    static const saying nothing = {0};
    cds_ruleset *rules = NULL;
    count = 0;
    put("assessment.schema.json", "%s", release_schema);
    for (size_t i = 0; i < DECISIONS; i++) {
        const saying *says = &nothing;
        for (const saying *one = list; one->of != NULL; one++)
            says = strcmp(one->of, decisions[i]) == 0 ? one : says;
        put_decision(decisions[i]);
        put_rule(decisions[i], "now", says->now, says);
        saying later = *says;
        later.advise = NULL;
        put_rule(decisions[i], "later", says->later, &later);
    }
    const cds_status status = cds_ruleset_load(&asked, files, count, &rules);
    ck_assert_msg(status == CDS_OK, "%s: %s", asked.error.where, asked.error.what);
    return rules;
}

static const cds_evaluation *tell(cds_ruleset *rules, cds_sandbox **sandbox)
{
    const cds_json *json = NULL;
    const cds_facts *facts = NULL;
    const cds_evaluation *evaluation = NULL;
    const cds_fields *fields = cds_ruleset_look(rules)->fields;
    ck_assert_int_eq(cds_sandbox_open(&asked, rules, cds_default_budget, sandbox), CDS_OK);
    ck_assert_int_eq(cds_json_parse(&asked, CDS_TEXT(PERSON), &json), CDS_OK);
    ck_assert_int_eq(cds_facts_read(&asked, fields, json, &facts), CDS_OK);
    ck_assert_int_eq(cds_evaluate(&asked, *sandbox, facts, &evaluation), CDS_OK);
    return evaluation;
}

static srv_change change_between(const saying *before, const saying *after)
{
    cds_ruleset *rules[2] = {load(before), load(after)};
    cds_sandbox *sandboxes[2];
    srv_change change;
    const cds_evaluation *a = tell(rules[0], &sandboxes[0]);
    const cds_evaluation *b = tell(rules[1], &sandboxes[1]);
    ck_assert_int_eq(srv_change_of(&asked, a, b, &change), CDS_OK);
    for (size_t i = 0; i < 2; i++) {
        cds_sandbox_close(sandboxes[i]);
        cds_ruleset_drop(rules[i]);
    }
    return change;
}

#define STEP(stage, action, dose)                                                              \
    "function(facts) return { step = { stage = " stage ", action = \"" action                  \
    "\", dose = \"" dose "\" } } end"

static const struct group {
    const char *name;
    saying before[3], after[3];
    srv_change expected;
} groups[] = {
    {"an emergency that is none any more",
     {{"referral", .now = TRUE_NOW}},
     {{0}},
     SRV_CHANGE_LOST},
    {"an emergency that can wait now",
     {{"referral", .now = TRUE_NOW}},
     {{"referral", .later = TRUE_NOW}},
     SRV_CHANGE_LOST},
    {"an emergency that is not settled any more",
     {{"referral", .now = TRUE_NOW}},
     {{"referral", .now = OPEN_NOW}},
     SRV_CHANGE_LOST},
    {"an emergency that was presumed",
     {{"referral", .now = "unless_ruled_out(" OPEN_NOW ")"}},
     {{0}},
     SRV_CHANGE_LOST},
    {"a new emergency", {{0}}, {{"referral", .now = TRUE_NOW}}, SRV_CHANGE_GAINED},
    {"a referral that can't wait any more",
     {{"referral", .later = TRUE_NOW}},
     {{"referral", .now = TRUE_NOW}},
     SRV_CHANGE_GAINED},
    {"a referral less", {{"referral", .later = TRUE_NOW}}, {{0}}, SRV_CHANGE_REFERRAL},
    {"a referral that is open now",
     {{0}},
     {{"referral", .now = OPEN_NOW}},
     SRV_CHANGE_REFERRAL},
    {"a scan more", {{0}}, {{"imaging", .now = TRUE_NOW}}, SRV_CHANGE_IMAGING},
    {"a scan that is only provisional",
     {{0}},
     {{"imaging", .now = OPEN_NOW}},
     SRV_CHANGE_IMAGING},
    {"another class",
     {{"class", .now = TRUE_NOW}},
     {{"class", .later = TRUE_NOW}},
     SRV_CHANGE_CLASS},
    {"another progression", {{0}}, {{"progression", .now = TRUE_NOW}}, SRV_CHANGE_STEP},
    {"the same answer with another stage",
     {{"progression", .now = TRUE_NOW, .advise = STEP("1", "hold", "x")}},
     {{"progression", .now = TRUE_NOW, .advise = STEP("2", "hold", "x")}},
     SRV_CHANGE_STEP},
    {"the same answer with another action",
     {{"progression", .now = TRUE_NOW, .advise = STEP("1", "hold", "x")}},
     {{"progression", .now = TRUE_NOW, .advise = STEP("1", "progress", "x")}},
     SRV_CHANGE_STEP},
    {"the same answer without a step",
     {{"progression", .now = TRUE_NOW, .advise = STEP("1", "hold", "x")}},
     {{"progression", .now = TRUE_NOW}},
     SRV_CHANGE_STEP},
    {"the same step with another dose",
     {{"progression", .now = TRUE_NOW, .advise = STEP("1", "hold", "x")}},
     {{"progression", .now = TRUE_NOW, .advise = STEP("1", "hold", "y")}},
     SRV_CHANGE_WORDING},
    {"another answer of another decision",
     {{0}},
     {{"other", .now = TRUE_NOW}},
     SRV_CHANGE_OTHER},
    {"another title",
     {{"class", .now = TRUE_NOW}},
     {{"class", .now = TRUE_NOW, .title = "Reworded"}},
     SRV_CHANGE_WORDING},
    {"another reason",
     {{"class", .now = TRUE_NOW}},
     {{"class", .now = "all { " TRUE_NOW ", no(patient.cough) }"}},
     SRV_CHANGE_WORDING},
    {"another question",
     {{"class", .now = OPEN_NOW}},
     {{"class", .now = "patient.bmi:at_least(40)"}},
     SRV_CHANGE_WORDING},
    {"a title nobody is shown", {{0}}, {{"class", .title = "Reworded"}}, SRV_CHANGE_NONE},
    {"a condition that is false as before",
     {{0}},
     {{"class", .now = "all { " FALSE_NOW ", " OPEN_NOW " }"}},
     SRV_CHANGE_NONE},
    {"the gravest of several",
     {{"imaging", .now = TRUE_NOW}, {"referral", .later = TRUE_NOW}},
     {{"class", .now = TRUE_NOW}, {"other", .now = TRUE_NOW}},
     SRV_CHANGE_REFERRAL},
    {"imaging before class",
     {{"imaging", .now = TRUE_NOW}},
     {{"class", .now = TRUE_NOW}, {"progression", .now = TRUE_NOW}},
     SRV_CHANGE_IMAGING},
    {"class before step",
     {{0}},
     {{"class", .now = TRUE_NOW}, {"progression", .now = TRUE_NOW}},
     SRV_CHANGE_CLASS},
};

START_TEST(each_change_stands_in_its_group)
{
    const struct group *one = &groups[_i];
    const srv_change found = change_between(one->before, one->after);
    ck_assert_msg(found == one->expected, "%s: %s", one->name, srv_change_member(found));
}
END_TEST

static void setup(void)
{
    asked = (cds_ctx){.mem = cds_arena_new((size_t)64 << 20)};
}

static void teardown(void)
{
    cds_arena_free(asked.mem);
}

int main(void)
{
    Suite *suite = suite_create("change");
    TCase *cases = tcase_create("groups");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_loop_test(cases, each_change_stands_in_its_group, 0,
                        (int)(sizeof groups / sizeof *groups));
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
