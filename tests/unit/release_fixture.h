// SPDX-License-Identifier: Apache-2.0
// Small releases out of strings: a schema of one field of each kind, one decision, one rule,
// and whatever a test adds or puts in their place.
#pragma once

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/facts/facts.h"
#include "engine/rules/casefile.h"

#define RELEASE_FILES 12

static const char release_schema[] =
    "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"type\":\"object\","
    "\"additionalProperties\":false,\"properties\":{"
    "\"assessed_on\":{\"title\":\"Day\",\"type\":[\"string\",\"null\"],\"format\":\"date\"},"
    "\"patient\":{\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":"
    "{"
    "\"age_years\":{\"title\":\"Age\",\"type\":[\"integer\",\"null\"],\"minimum\":5,"
    "\"maximum\":110,\"x-unit\":\"years\"},"
    "\"bmi\":{\"title\":\"BMI\",\"type\":[\"number\",\"null\"],\"minimum\":10,\"maximum\":70},"
    "\"fever\":{\"title\":\"Fever\",\"type\":[\"boolean\",\"null\"]},"
    "\"cough\":{\"title\":\"Cough\",\"type\":[\"boolean\",\"null\"]},"
    "\"word\":{\"title\":\"Word\",\"type\":[\"string\",\"null\"],\"maxLength\":20},"
    "\"level\":{\"title\":\"Running level\",\"type\":[\"string\",\"null\"],\"oneOf\":["
    "{\"const\":\"novice\",\"title\":\"New to running\"},"
    "{\"const\":\"elite\",\"title\":\"National level\"},{\"type\":\"null\"}]},"
    "\"sites\":{\"title\":\"Where it hurts\",\"type\":[\"array\",\"null\"],"
    "\"uniqueItems\":true,\"items\":{\"oneOf\":[{\"const\":\"groin\",\"title\":\"Groin\"},"
    "{\"const\":\"calf\",\"title\":\"Calf\"},{\"const\":\"knee\",\"title\":\"Knee\"}]}},"
    "\"drugs\":{\"title\":\"Medicines\",\"type\":[\"array\",\"null\"],\"items\":"
    "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{"
    "\"class\":{\"type\":\"string\",\"enum\":[\"nsaid\",\"statin\"]},"
    "\"dose\":{\"type\":\"number\"}}}}}},"
    "\"rehab\":{\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{"
    "\"pain\":{\"title\":\"Pain\",\"type\":[\"integer\",\"null\"],\"minimum\":0,\"maximum\":10}"
    ","
    "\"stage\":{\"title\":\"Stage\",\"type\":[\"integer\",\"null\"],\"minimum\":0,"
    "\"maximum\":4,\"x-request\":true}}}}}";

static const char release_decision[] =
    "decision \"care\" {\n"
    "  question = \"Is care needed?\",\n"
    "  answers = { \"now\", \"later\" },\n"
    "  otherwise = \"none\",\n"
    "  texts = {\n"
    "    now = { title = \"Now\", clinician = \"c\", patient = \"p\" },\n"
    "    later = { title = \"Later\", clinician = \"c\", patient = \"p\" },\n"
    "    none = { title = \"None\", clinician = \"c\", patient = \"p\" },\n"
    "    undetermined = { title = \"Open\", clinician = \"c\", patient = \"p\" },\n"
    "  },\n"
    "}\n";

// The condition stands in line 11, `advise` in line 15.
#define RELEASE_RULE_BEGIN                                                                     \
    "rule {\n"                                                                                 \
    "  id = \"care/one\",\n"                                                                   \
    "  title = \"Care at {patient.age_years}\",\n"                                             \
    "  version = \"1.0.0\", status = \"active\", owner = \"Lead\",\n"                          \
    "  review = { done = \"2026-11-22\", due = \"2027-11-22\" },\n"                            \
    "  purpose = [[ To test. ]],\n"                                                            \
    "  basis = \"clinic policy\",\n"                                                           \
    "  decides = \"care\",\n"                                                                  \
    "  answer = \"now\",\n"                                                                    \
    "  indicator = \"info\",\n"                                                                \
    "  when = "
#define RELEASE_RULE_END                                                                       \
    ",\n"                                                                                      \
    "  say = { clinician = \"See them.\", patient = \"Come in.\" },\n"                         \
    "  history = { { \"1.0.0\", \"2026-11-22\", \"First release.\" } },\n"                     \
    "}\n"
#define RELEASE_ADVISE                                                                         \
    "yes(patient.fever),\n"                                                                    \
    "  say = { clinician = \"See them.\", patient = \"Come in.\" },\n"                         \
    "  history = { { \"1.0.0\", \"2026-11-22\", \"First release.\" } },\n"                     \
    "  advise = "

typedef struct release {
    cds_ctx ctx;
    cds_file files[RELEASE_FILES];
    size_t count;
    cds_ruleset *rules;
} release;

/** A file of this path put in, or in the place of the one there. */
static inline void release_put(release *made, const char *path, const char *text)
{
    size_t at = 0;
    while (at < made->count && !cds_text_is(made->files[at].path, path)) {
        at++;
    }
    ck_assert_uint_lt(at, RELEASE_FILES);
    made->files[at] = (cds_file){cds_text_of(path), cds_text_of(text)};
    made->count += at == made->count;
}

static inline release release_new(void)
{
    release made = {.ctx = {.mem = cds_arena_new((size_t)4 << 20)}};
    ck_assert_ptr_nonnull(made.ctx.mem);
    release_put(&made, "assessment.schema.json", release_schema);
    release_put(&made, "care/decision.lua", release_decision);
    release_put(&made, "care/one.lua",
                RELEASE_RULE_BEGIN "yes(patient.fever)" RELEASE_RULE_END);
    return made;
}

static inline cds_status release_load(release *made)
{
    return cds_ruleset_load(&made->ctx, made->files, made->count, &made->rules);
}

/** Loads, or fails the test with what was refused. */
static inline const cds_ruleset_view *release_look(release *made)
{
    cds_status status = release_load(made);
    ck_assert_msg(status == CDS_OK, "%s: %s", made->ctx.error.where, made->ctx.error.what);
    return cds_ruleset_look(made->rules);
}

static inline void release_free(release *made)
{
    cds_ruleset_drop(made->rules);
    cds_arena_free(made->ctx.mem);
}

static inline const cds_facts *release_facts(release *made, const char *json)
{
    const cds_json *value = NULL;
    const cds_facts *facts = NULL;
    const cds_fields *fields = cds_ruleset_look(made->rules)->fields;
    ck_assert_int_eq(cds_json_parse(&made->ctx, cds_text_of(json), &value), CDS_OK);
    ck_assert_int_eq(cds_facts_read(&made->ctx, fields, value, &facts), CDS_OK);
    return facts;
}

#define ck_assert_text(text, expected)                                                         \
    ck_assert_msg(cds_text_is(text, expected), "got '%.*s', expected '%s'",                    \
                  (int)(text).length, (text).data, expected)

static inline int run_suite(Suite *suite)
{
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
