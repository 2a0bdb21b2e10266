// SPDX-License-Identifier: Apache-2.0
// A release whose one rule advises, its sandbox, and a person to ask it about.
#pragma once

#include "engine/rules/sandbox.h"

#include "release_fixture.h"

#define FACTS                                                                                  \
    "{\"assessed_on\":\"2026-11-24\",\"patient\":{\"age_years\":52,\"bmi\":22.5,"              \
    "\"fever\":true,\"word\":\"blue\",\"level\":\"elite\",\"sites\":[\"knee\",\"groin\"],"     \
    "\"drugs\":[{\"class\":\"nsaid\",\"dose\":2.5}]},\"rehab\":{\"pain\":0}}"

typedef struct scene {
    release made;
    cds_sandbox *sandbox;
    const cds_facts *facts;
    char text[16384];
} scene;

static inline void scene_open(scene *set, const char *before, const char *function)
{
    *set = (scene){.made = release_new()};
    snprintf(set->text, sizeof set->text, "%s%s%s%s\n}\n", before, RELEASE_RULE_BEGIN,
             RELEASE_ADVISE, function);
    release_put(&set->made, "care/one.lua", set->text);
    release_put(
        &set->made, "clinic.lua",
        "clinic { number = \"000\", terms = { { name = \"T1\" }, { name = \"T2\" } } }");
}

static inline void scene_start(scene *set, cds_budget budget)
{
    release_look(&set->made);
    cds_status status =
        cds_sandbox_open(&set->made.ctx, set->made.rules, budget, &set->sandbox);
    ck_assert_msg(status == CDS_OK, "%s: %s", set->made.ctx.error.where,
                  set->made.ctx.error.what);
    set->facts = release_facts(&set->made, FACTS);
}

static inline void scene_close(scene *set)
{
    cds_sandbox_close(set->sandbox);
    release_free(&set->made);
}

static inline cds_call advise(scene *set)
{
    cds_call out;
    const cds_rule *rule = &cds_ruleset_look(set->made.rules)->rules[0];
    out = cds_sandbox_advise(&set->made.ctx, set->sandbox, rule, set->facts);
    ck_assert_int_eq(set->made.ctx.error.status, CDS_OK);
    return out;
}

static inline void check_advice(scene *set, const char *expected)
{
    cds_call out = advise(set);
    ck_assert_int_eq(out.status, CDS_OK);
    ck_assert_ptr_nonnull(out.advice);
    cds_buf buf;
    cds_buf_init(&buf, set->made.ctx.mem);
    cds_json_write(&buf, out.advice);
    ck_assert_text(((cds_text){buf.data, buf.length}), expected);
}

typedef struct call_case {
    const char *before;   // the rule, at the file's top
    const char *function; // after `advise = `
    const char *advice;   // expected; NULL: none
    cds_status status;
    const char *unknown; // the fact's path
} call_case;
