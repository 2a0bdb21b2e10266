// SPDX-License-Identifier: Apache-2.0
// Each contradiction on both sides of its edges: answers that can't both be right, and answers
// next to them that can.
#include "clinic_people.h"
#include "release_fixture.h"

static clinic library;
static cds_sandbox *sandbox;

static void setup(void)
{
    clinic_open(&library);
    clinic_load(&library);
    cds_status status =
        cds_sandbox_open(&library.ctx, library.rules, cds_default_budget, &sandbox);
    ck_assert_int_eq(status, CDS_OK);
}

static void teardown(void)
{
    cds_sandbox_close(sandbox);
    clinic_close(&library);
}

#define EVENT(x) "{\"complaint\":{\"onset\":\"gradual\"},\"injury\":{\"mechanism\":\"" x "\"}}"
#define MAN(x) "{\"patient\":{\"sex\":\"male\"," x "}}"
#define LEG(weight, run, stance)                                                               \
    "{\"injury\":{\"bears_weight\":" weight "},\"screening\":{\"running_impossible\":" run     \
    ",\"single_leg_stance_pain\":" stance "}}"

static const struct {
    const char *assessment;
    const char *id; // NULL: none
} table[] = {
    {"{\"injury\":{\"mechanism\":\"none\",\"pop\":true}}", "no-event-but-injury"},
    {"{\"injury\":{\"mechanism\":\"none\",\"bruising\":true}}", "no-event-but-injury"},
    {"{\"injury\":{\"mechanism\":\"none\",\"palpable_gap\":true}}", "no-event-but-injury"},
    {"{\"injury\":{\"mechanism\":\"none\",\"pop\":false,\"cannot_sit\":true}}", NULL},
    {"{\"injury\":{\"mechanism\":\"minor-slip\",\"pop\":true}}", NULL},
    {"{\"injury\":{\"pop\":true}}", NULL},
    {EVENT("vehicle-collision"), "gradual-with-event"},
    {EVENT("bike-crash"), "gradual-with-event"},
    {EVENT("sporting-impact"), "gradual-with-event"},
    {EVENT("fall-from-height"), "gradual-with-event"},
    {EVENT("minor-slip"), "gradual-with-event"},
    {EVENT("sprint-or-overstretch"), "gradual-with-event"},
    {EVENT("none"), NULL},
    {"{\"complaint\":{\"onset\":\"sudden\"},\"injury\":{\"mechanism\":\"bike-crash\"}}", NULL},
    {"{\"injury\":{\"mechanism\":\"bike-crash\"}}", NULL},
    {LEG("true", "true", "true"), "bears-weight-but-cannot-run"},
    {LEG("false", "true", "true"), NULL},
    {LEG("true", "false", "true"), NULL},
    {LEG("true", "true", "false"), NULL},
    {LEG("null", "true", "true"), NULL},
    {MAN("\"pregnant_weeks\":1"), "male-with-pregnancy"},
    {MAN("\"pregnant_weeks\":0"), NULL},
    {MAN("\"gave_birth_last_3_years\":true"), "male-with-pregnancy"},
    {MAN("\"gave_birth_last_3_years\":false"), NULL},
    {MAN("\"menopause\":\"pre\""), "male-with-pregnancy"},
    {MAN("\"menopause\":\"peri\""), "male-with-pregnancy"},
    {MAN("\"menopause\":\"post\""), "male-with-pregnancy"},
    {MAN("\"menopause\":\"not-applicable\""), NULL},
    {"{\"patient\":{\"sex\":\"male\"},\"screening\":{\"missed_periods\":1}}",
     "male-with-pregnancy"},
    {"{\"patient\":{\"sex\":\"male\"},\"screening\":{\"missed_periods\":0}}", NULL},
    {"{\"patient\":{\"sex\":\"undisclosed\",\"pregnant_weeks\":1}}", NULL},
    {"{\"patient\":{\"pregnant_weeks\":1}}", NULL},
    {"{\"running\":{\"level\":\"never\",\"longest_run_30d_km\":0.1}}", "never-runs-but-ran"},
    {"{\"running\":{\"level\":\"never\",\"longest_run_30d_km\":0}}", NULL},
    {"{\"running\":{\"level\":\"novice\",\"longest_run_30d_km\":9}}", NULL},
    {"{\"patient\":{\"pregnant_weeks\":1,\"postpartum_days\":41}}", "pregnant-and-just-born"},
    {"{\"patient\":{\"pregnant_weeks\":1,\"postpartum_days\":42}}", NULL},
    {"{\"patient\":{\"pregnant_weeks\":0,\"postpartum_days\":41}}", NULL},
    {"{\"patient\":{\"age_years\":17,\"menopause\":\"peri\"}}", "minor-with-menopause"},
    {"{\"patient\":{\"age_years\":17,\"menopause\":\"post\"}}", "minor-with-menopause"},
    {"{\"patient\":{\"age_years\":17,\"menopause\":\"pre\"}}", NULL},
    {"{\"patient\":{\"age_years\":18,\"menopause\":\"post\"}}", NULL},
    {"{\"complaint\":{\"sites\":[],\"rest_pain\":1}}", "pain-without-site"},
    {"{\"complaint\":{\"sites\":[],\"rest_pain\":0}}", NULL},
    {"{\"complaint\":{\"sites\":[],\"aggravated_by\":[\"stairs\"]}}", "pain-without-site"},
    {"{\"complaint\":{\"sites\":[],\"aggravated_by\":[]}}", NULL},
    {"{\"complaint\":{\"sites\":[\"other\"],\"rest_pain\":9}}", NULL},
    {"{\"complaint\":{\"rest_pain\":9}}", NULL},
};

static void check_row(size_t row)
{
    const cds_json *json = NULL;
    const cds_facts *facts = NULL;
    cds_ctx *ctx = &library.ctx;
    const cds_ruleset_view *view = library.view;
    ck_assert_int_eq(cds_json_parse(ctx, cds_text_of(table[row].assessment), &json), CDS_OK);
    ck_assert_int_eq(cds_facts_read(ctx, view->fields, json, &facts), CDS_OK);
    const cds_evaluation *evaluation = person_evaluate(ctx, sandbox, facts);
    for (size_t i = 0; i < view->contradiction_count; i++) {
        const cds_contradiction *one = &view->contradictions[i];
        bool shown = cds_evaluation_truth(evaluation, one->when) == CDS_TRUE;
        bool wanted = table[row].id != NULL && cds_text_is(one->id, table[row].id);
        ck_assert_msg(shown == wanted, "%s: %.*s", table[row].assessment, (int)one->id.length,
                      one->id.data);
    }
}

START_TEST(a_contradiction_is_shown_on_its_side_of_the_edge_alone)
{
    for (size_t row = 0; row < sizeof table / sizeof *table; row++) {
        check_row(row);
    }
}
END_TEST

START_TEST(there_are_eight_contradictions_and_each_is_tried)
{
    ck_assert_uint_eq(library.view->contradiction_count, 8);
    for (size_t i = 0; i < library.view->contradiction_count; i++) {
        size_t tried = 0;
        for (size_t k = 0; k < sizeof table / sizeof *table; k++) {
            const char *id = table[k].id;
            tried += id != NULL && cds_text_is(library.view->contradictions[i].id, id);
        }
        ck_assert_uint_gt(tried, 0);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("contradictions");
    TCase *cases = tcase_create("edges");
    tcase_set_timeout(cases, 120);
    tcase_add_unchecked_fixture(cases, setup, teardown);
    tcase_add_test(cases, a_contradiction_is_shown_on_its_side_of_the_edge_alone);
    tcase_add_test(cases, there_are_eight_contradictions_and_each_is_tried);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
