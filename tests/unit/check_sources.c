// SPDX-License-Identifier: Apache-2.0
// What each FHIR resource says of a person, what two of them that disagree come to, and how the
// unfitting is refused or left out.
#include <check.h>
#include <stdlib.h>

#include "server/fhir/riskier.h"
#include "server/fhir/sources.h"
#include "server/fhir/submission.h"
#include "tests/unit/clinic_rules.h"

static clinic library;
static cds_sandbox *sandbox;
static cds_ctx ctx;
static srv_picture picture;
static cds_faults faults;
static size_t unknown;
static cds_date today;

static void load(void)
{
    clinic_open(&library);
    clinic_load(&library);
    ck_assert_int_eq(
        cds_sandbox_open(&library.ctx, library.rules, cds_default_budget, &sandbox), CDS_OK);
}

static void unload(void)
{
    cds_sandbox_close(sandbox);
    clinic_close(&library);
}

static void start(void)
{
    ctx = (cds_ctx){.mem = cds_arena_new((size_t)16 << 20)};
    faults.count = 0;
    unknown = 0;
    ck_assert(cds_date_parse(CDS_TEXT("2026-11-22"), &today));
    ck_assert_int_eq(srv_picture_begin(&ctx, library.view->fields, &picture), CDS_OK);
}

static void stop(void)
{
    cds_arena_free(ctx.mem);
}

static const cds_json *parsed(const char *text)
{
    const cds_json *json;
    ck_assert_msg(cds_json_parse(&ctx, cds_text_of(text), &json) == CDS_OK, "%s", text);
    return json;
}

/** Every reader has a look; the answers of a response are read strictly if `is_strict`. */
static void read_all(const char *text, bool is_strict)
{
    const srv_sources sources = {.ctx = &ctx,
                                 .picture = &picture,
                                 .codes = library.view->codes,
                                 .patient = CDS_TEXT("1"),
                                 .today = today,
                                 .unknown = &unknown,
                                 .faults = is_strict ? &faults : NULL};
    const cds_json *value = parsed(text);
    if (is_strict)
        srv_sources_answers(&sources, value, (cds_text){0});
    else
        srv_sources_response(&sources, value);
    srv_sources_patient(&sources, value);
    srv_sources_conditions(&sources, value);
    srv_sources_medications(&sources, value);
    srv_sources_observations(&sources, value);
}

static void is_written(const char *expected, const char *from)
{
    cds_text text;
    ck_assert_int_eq(srv_picture_write(&ctx, &picture, &text), CDS_OK);
    ck_assert_msg(cds_text_is(text, expected), "%s\n%.*s", from, (int)text.length, text.data);
}

#define PATIENT "{\"resourceType\":\"Patient\",\"id\":\"1\""
#define AGE(years) "{\"patient\":{\"age_years\":" years "}}"
#define RESPONSE(items) "{\"resourceType\":\"QuestionnaireResponse\",\"item\":[" items "]}"
#define ITEM(link, answers) "{\"linkId\":\"" link "\",\"answer\":[" answers "]}"
#define CODE(code) "{\"valueCoding\":{\"code\":\"" code "\"}}"
#define CODING(system, code) "{\"coding\":[{\"system\":\"" system "\",\"code\":\"" code "\"}]}"
#define SNOMED "http://snomed.info/sct"
#define CONDITION(more) "{\"resourceType\":\"Condition\"," more "}"
#define THIN "\"code\":" CODING(SNOMED, "64859006")
#define IS_THIN "{\"patient\":{\"conditions\":[\"osteoporosis\"]}}"
#define DRUG(text, more)                                                                       \
    "{\"resourceType\":\"MedicationRequest\",\"medicationCodeableConcept\":{\"text\":\"" text  \
    "\"}" more "}"
#define PAIN(more)                                                                             \
    "{\"resourceType\":\"Observation\",\"code\":" CODING("http://loinc.org", "72514-3") more "}"
#define REST(points) "{\"complaint\":{\"rest_pain\":" points "}}"
#define BUNDLE(one, other) "{\"entry\":[{\"resource\":" one "},{\"resource\":" other "}]}"

static const struct {
    const char *resource, *says;
} readings[] = {
    {PATIENT ",\"birthDate\":\"1970-11-22\"}", AGE("56")},
    {PATIENT ",\"birthDate\":\"1970-11-23\"}", AGE("55")},
    {PATIENT ",\"birthDate\":\"1970-10\"}", AGE("56")},
    {PATIENT ",\"birthDate\":\"1970-12\"}", AGE("55")},
    {PATIENT ",\"birthDate\":\"1970-11\"}", "{}"},
    {PATIENT ",\"birthDate\":\"1970\"}", "{}"},
    {PATIENT ",\"birthDate\":\"2026-12-01\"}", "{}"},
    {PATIENT ",\"birthDate\":\"1970-02-30\"}", "{}"},
    {PATIENT ",\"birthDate\":\"1800-01-01\"}", "{}"},
    {PATIENT ",\"birthDate\":7,\"gender\":[]}", "{}"},
    {PATIENT ",\"gender\":\"female\"}", "{\"patient\":{\"sex\":\"female\"}}"},
    {PATIENT ",\"gender\":\"other\"}", "{}"},
    {"{\"resourceType\":\"Patient\",\"id\":\"2\",\"gender\":\"male\"}", "{}"},
    {RESPONSE(ITEM("/patient/age_years", "{\"valueInteger\":40}")), AGE("40")},
    {RESPONSE(ITEM("/complaint/sites", CODE("none"))), "{\"complaint\":{\"sites\":[]}}"},
    {RESPONSE(ITEM("/complaint/sites", CODE("knee") "," CODE("calf") "," CODE("knee"))),
     "{\"complaint\":{\"sites\":[\"knee\",\"calf\"]}}"},
    {RESPONSE(ITEM("/complaint/radiation", CODE("none"))),
     "{\"complaint\":{\"radiation\":\"none\"}}"},
    {RESPONSE(ITEM("/patient/age_years", "{\"valueInteger\":4}")), "{}"},
    {"{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"entered-in-error\",\"item\":"
     "[" ITEM("/patient/age_years", "{\"valueInteger\":40}") "]}",
     "{}"},
    {CONDITION(THIN), IS_THIN},
    {CONDITION(THIN ",\"subject\":{\"reference\":\"Patient/1\"}"), IS_THIN},
    {CONDITION(THIN ",\"subject\":{\"reference\":\"Patient/2\"}"), "{}"},
    {CONDITION(THIN ",\"verificationStatus\":{\"coding\":[{\"code\":\"refuted\"}]}"), "{}"},
    {CONDITION(THIN ",\"clinicalStatus\":{\"coding\":[{\"code\":\"resolved\"}]}"), "{}"},
    {CONDITION("\"code\":" CODING("http://other", "64859006")), "{}"},
    {CONDITION("\"code\":{\"text\":\"Senile Osteoporosis\"}"), IS_THIN},
    {CONDITION("\"code\":{\"text\":\"Family history of osteoporosis\"}"), "{}"},
    {CONDITION("\"code\":{\"coding\":[]}"), "{}"},
    {DRUG("Apixaban 5 mg", ""), "{\"patient\":{\"medications\":[\"anticoagulant\"]}}"},
    {DRUG("Apixaban 5 mg", ",\"status\":\"stopped\""), "{}"},
    {DRUG("Ofloxacin", ",\"status\":\"completed\",\"authoredOn\":\"2026-10-01T09:00:00Z\""),
     "{\"patient\":{\"medications\":[\"fluoroquinolone-last-60-days\"]}}"},
    {DRUG("Ofloxacin", ",\"status\":\"completed\",\"authoredOn\":\"2026-09-01\""), "{}"},
    {DRUG("Ofloxacin", ",\"status\":\"completed\""), "{}"},
    {DRUG("Apixaban 5 mg", ",\"doNotPerform\":true"), "{}"},
    {DRUG("Prednisolone eye drops", ""), "{}"},
    {PAIN(",\"valueQuantity\":{\"value\":4}"), REST("4")},
    {PAIN(",\"valueCodeableConcept\":" CODING("http://loinc.org", "LA10137-0")), REST("5")},
    {PAIN(",\"valueInteger\":11"), "{}"},
    {PAIN(",\"valueInteger\":4,\"status\":\"entered-in-error\""), "{}"},
    {BUNDLE(PAIN(",\"valueInteger\":9,\"effectiveDateTime\":\"2026-01-01\""),
            PAIN(",\"valueInteger\":4,\"effectiveDateTime\":\"2026-02-01\"")),
     REST("4")},
    {BUNDLE(PAIN(",\"valueInteger\":4"), PAIN(",\"valueInteger\":9")), REST("9")},
    {"{\"entry\":7}", "{}"},
    {"[]", "{}"},
    {"null", "{}"},
};

START_TEST(a_resource_says_what_it_says_and_no_more)
{
    read_all(readings[_i].resource, false);
    is_written(readings[_i].says, readings[_i].resource);
}
END_TEST

static const struct {
    const char *resource;
    size_t count;
} strangers[] = {
    {CONDITION("\"code\":" CODING(SNOMED, "1")), 1},
    {CONDITION(THIN), 0},
    {CONDITION("\"code\":" CODING(SNOMED, "279043006")), 0}, // the region
    {CONDITION("\"code\":{}"), 0},
    {DRUG("Snake oil", ""), 1},
    {DRUG("Snake oil", ",\"status\":\"stopped\""), 0},
    {"{\"resourceType\":\"Observation\",\"code\":{\"text\":\"Weight\"}}", 1},
};

START_TEST(a_code_that_no_list_has_is_counted)
{
    read_all(strangers[_i].resource, false);
    ck_assert_msg(unknown == strangers[_i].count, "%s: %zu", strangers[_i].resource, unknown);
}
END_TEST

static const struct {
    const char *response, *pointer, *detail; // NULL: there is no fault
} answers[] = {
    {RESPONSE(ITEM("/patient/age_years", "{\"valueInteger\":40}")), NULL, NULL},
    {RESPONSE(ITEM("/patient/colour", "{\"valueInteger\":\"x\"}")), NULL, NULL},
    {RESPONSE("{\"linkId\":\"/patient/age_years\"}"), NULL, NULL},
    {RESPONSE(ITEM("/patient/age_years", "{}")), NULL, NULL},
    {RESPONSE(ITEM("/patient/age_years", "{\"valueInteger\":4}")), "/item/0/answer/0",
     "linkId /patient/age_years: a whole number, as valueInteger, from 5 to 110"},
    {RESPONSE("{\"linkId\":\"a\",\"item\":[" ITEM(
         "b", "{\"item\":[" ITEM("/screening/fever", "{\"valueString\":\"yes\"}") "]}") "]}"),
     "/item/0/item/0/answer/0/item/0/answer/0",
     "linkId /screening/fever: true or false, as valueBoolean"},
    {RESPONSE(ITEM("/complaint/sites", CODE("none") "," CODE("knee"))), "/item/0/answer/1",
     "linkId /complaint/sites: `none` stands alone, without other options"},
    {RESPONSE(ITEM("/screening/fever", "{\"valueBoolean\":true},{\"valueBoolean\":false}")),
     "/item/0/answer/1",
     "linkId /screening/fever: answered twice, and not alike: answer it once"},
    {RESPONSE(ITEM("/screening/fever", "{\"valueBoolean\":true,\"valueString\":\"x\"}")),
     "/item/0/answer/0", "linkId /screening/fever: an answer has one value[x]"},
    {RESPONSE("{\"linkId\":\"/screening/fever\",\"answer\":{}}"), "/item/0/answer",
     "linkId /screening/fever: `answer` is an array"},
    {"{\"resourceType\":\"QuestionnaireResponse\",\"item\":{}}", "/item", "`item` is an array"},
    {RESPONSE("7"), "/item/0", "an item is an object"},
};

START_TEST(a_wrong_answer_to_a_known_question_is_a_fault)
{
    read_all(answers[_i].response, true);
    ck_assert_msg(faults.count == (answers[_i].detail != NULL), "%s", answers[_i].response);
    if (faults.count == 0)
        return;
    ck_assert_msg(cds_text_is(faults.list[0].pointer, answers[_i].pointer), "%.*s",
                  (int)faults.list[0].pointer.length, faults.list[0].pointer.data);
    ck_assert_msg(cds_text_is(faults.list[0].detail, answers[_i].detail), "%.*s",
                  (int)faults.list[0].detail.length, faults.list[0].detail.data);
}
END_TEST

static const struct {
    const char *one, *other, *used, *disputed; // a field's path, or NULL
} disputes[] = {
    {RESPONSE(ITEM("/complaint/rest_pain", "{\"valueInteger\":2}")),
     PAIN(",\"valueInteger\":8"), REST("8"), "complaint.rest_pain"},
    {RESPONSE(ITEM("/complaint/rest_pain", "{\"valueInteger\":8}")),
     PAIN(",\"valueInteger\":2"), REST("8"), "complaint.rest_pain"},
    {RESPONSE(ITEM("/complaint/rest_pain", "{\"valueInteger\":8}")),
     PAIN(",\"valueInteger\":8.0"), REST("8"), NULL},
    {RESPONSE(ITEM("/patient/conditions", CODE("none"))), CONDITION(THIN), IS_THIN,
     "patient.conditions"},
    {CONDITION(THIN), RESPONSE(ITEM("/patient/conditions", CODE("uveitis"))),
     "{\"patient\":{\"conditions\":[\"uveitis\",\"osteoporosis\"]}}", "patient.conditions"},
    {CONDITION(THIN), RESPONSE(ITEM("/patient/conditions", CODE("osteoporosis"))), IS_THIN,
     NULL},
    {CONDITION(THIN), "{}", IS_THIN, NULL},
};

START_TEST(where_two_sources_disagree_the_riskier_is_used)
{
    read_all(disputes[_i].one, false);
    read_all(disputes[_i].other, false);
    ck_assert_int_eq(srv_riskier_use(&ctx, sandbox, today, &picture), CDS_OK);
    is_written(disputes[_i].used, disputes[_i].one);
    for (size_t i = 0; i < library.view->fields->count; i++) {
        const cds_field *field = &library.view->fields->list[i];
        const bool is_expected =
            disputes[_i].disputed != NULL && cds_text_is(field->path, disputes[_i].disputed);
        ck_assert(srv_picture_disputed(&picture, field) == is_expected);
    }
}
END_TEST

#define PARAMETER(resource) "{\"resource\":" resource "}"
#define PARAMETERS(list) "{\"resourceType\":\"Parameters\",\"parameter\":[" list "]}"
#define OF_2                                                                                   \
    "{\"resourceType\":\"QuestionnaireResponse\",\"subject\":{\"reference\":\"Patient/2\"}}"

static const struct {
    const char *body, *pointer, *patient; // pointer NULL: it is refused
} bodies[] = {
    {RESPONSE(""), "", ""},
    {OF_2, "", "2"},
    {PARAMETERS(PARAMETER(PATIENT "}") "," PARAMETER(RESPONSE(""))), "/parameter/1/resource",
     "1"},
    {PARAMETERS(PARAMETER(PATIENT "}") "," PARAMETER(OF_2)), "/parameter/1/resource", "2"},
    {PARAMETERS(PARAMETER(BUNDLE("{}", OF_2))), "/parameter/0/resource/entry/1/resource", "2"},
    {PARAMETERS(""), NULL, NULL},
    {PARAMETERS("7,null"), NULL, NULL},
    {PATIENT "}", NULL, NULL},
    {"[]", NULL, NULL},
    {"{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"entered-in-error\"}", NULL,
     NULL},
};

START_TEST(the_response_and_the_person_are_found_in_what_was_sent)
{
    srv_submission sent;
    srv_submission_read(&ctx, parsed(bodies[_i].body), &sent, &faults);
    ck_assert_msg((faults.count > 0) == (bodies[_i].pointer == NULL), "%s", bodies[_i].body);
    if (faults.count > 0)
        return;
    ck_assert_msg(cds_text_is(sent.pointer, bodies[_i].pointer), "%s", bodies[_i].body);
    ck_assert_msg(cds_text_is(sent.patient, bodies[_i].patient), "%s", bodies[_i].body);
}
END_TEST

#define EACH(cases, test, table)                                                               \
    tcase_add_loop_test(cases, test, 0, sizeof table / sizeof *table)

int main(void)
{
    Suite *suite = suite_create("sources");
    TCase *cases = tcase_create("sources");
    tcase_add_unchecked_fixture(cases, load, unload);
    tcase_add_checked_fixture(cases, start, stop);
    tcase_set_timeout(cases, 60);
    EACH(cases, a_resource_says_what_it_says_and_no_more, readings);
    EACH(cases, a_code_that_no_list_has_is_counted, strangers);
    EACH(cases, a_wrong_answer_to_a_known_question_is_a_fault, answers);
    EACH(cases, where_two_sources_disagree_the_riskier_is_used, disputes);
    EACH(cases, the_response_and_the_person_are_found_in_what_was_sent, bodies);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_set_fork_status(runner, CK_NOFORK); // one library for all: forks of it are slow
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
