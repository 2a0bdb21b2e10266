// SPDX-License-Identifier: Apache-2.0
// Functions of rules: what they may read, and what they may use up.
#include "sandbox_fixture.h"

#define RETURNS(expression, json)                                                              \
    {                                                                                          \
        "", "function(facts) return { fill = { x = " expression " } } end",                    \
            "{\"fill\":{\"x\":" json "}}", CDS_OK, NULL                                        \
    }
#define ENDS(body, status)                                                                     \
    {                                                                                          \
        "", "function(facts) " body " end", NULL, status, NULL                                 \
    }

static const call_case calls[] = {
    RETURNS("facts.patient.age_years", "52"),
    RETURNS("facts.patient.bmi", "22.5"),
    RETURNS("facts.patient.fever", "true"),
    RETURNS("facts.patient.word", "\"blue\""),
    RETURNS("facts.patient.level", "\"elite\""),
    RETURNS("facts.patient.sites", "[\"groin\",\"knee\"]"),
    RETURNS("facts.patient.drugs", "[{\"class\":\"nsaid\",\"dose\":2.5}]"),
    RETURNS("facts.patient.drugs[1].dose * 2", "5"),
    RETURNS("facts.assessed_on", "\"2026-11-24\""),
    RETURNS("facts:known \"rehab.stage\"", "false"),
    RETURNS("facts:known \"rehab.pain\"", "true"),
    RETURNS("days_between(\"2026-11-24\", \"2026-12-01\")", "7"),
    RETURNS("add_days(facts.assessed_on, 8)", "\"2026-12-02\""),
    RETURNS("weekday(facts.assessed_on)", "2"),
    RETURNS("ratio(17.6, 16)", "1.1"),
    RETURNS("ratio(17.6, 16) == 1.1", "true"),
    RETURNS("clinic.number", "\"000\""),
    RETURNS("clinic.terms[2].name", "\"T2\""),
    RETURNS("clinic.terms[-1] == nil and clinic.terms[3] == nil", "true"),
    RETURNS("#clinic.terms", "2"),
    RETURNS("clinic.terms", "[{\"name\":\"T1\"},{\"name\":\"T2\"}]"),
    RETURNS("string.upper(\"abC1\") .. (\"QX\"):lower()", "\"ABC1qx\""),
    RETURNS("(\"hello\"):sub(2, -2)", "\"ell\""),
    RETURNS("(\"hello\"):sub() .. (\"hello\"):sub(-2) .. (\"hello\"):sub(-9, -9)",
            "\"hellolo\""),
    RETURNS("(\"hello\"):sub(0, 99) .. (\"hello\"):sub(4, 3) .. (\"hello\"):sub(9)",
            "\"hello\""),
    RETURNS("(\"az{AZ[\"):upper() .. (\"az{AZ[\"):lower()", "\"AZ{AZ[az{az[\""),
    RETURNS("string.len(\"hello\")", "5"),
    RETURNS("(\"a.b\"):find(\".\")", "2"),
    RETURNS("(\"hello\"):find(\"l\", 5) == nil and (\"hello\"):find(\"\", 6) == 6", "true"),
    RETURNS("(\"hello\"):find(\"l\", 0) == nil and (\"hello\"):find(\"l\", 7) == nil", "true"),
    RETURNS("string.fixed(2.5, 2)", "\"2.50\""),
    RETURNS("string.fixed(-1e15) .. string.fixed(0, 10)", "\"-10000000000000000.0000000000\""),
    RETURNS("math.floor(2.7) + math.ceil(2.1) + math.abs(-1) + math.max(1, 3) + math.min(4, 2)",
            "11"),
    RETURNS("tostring(5 / 1) .. tostring(true) .. tostring(0.1 + 0.2)",
            "\"5true0.30000000000000004\""),
    RETURNS("tonumber(\"12\") + 1", "13"),
    RETURNS("tonumber(12) + tonumber(\" 0x10 \")", "28"),
    RETURNS("tonumber(\"12a\") == nil and tonumber(\"1\\0\") == nil", "true"),
    RETURNS("tostring(\"as it is\") .. tostring(false)", "\"as it isfalse\""),
    RETURNS("table.concat({ 1, 2.0, \"x\" }, \"-\")", "\"1-2-x\""),
    RETURNS("table.concat({ \"x\", \"y\" }) .. table.concat({}, \",\")", "\"xy\""),
    RETURNS("table.remove({}) == nil and table.remove({ 1, 2 }) == 2", "true"),
    RETURNS("{}", "[]"),
    ENDS("local t = {} return t", CDS_OK),
    ENDS("return nil", CDS_OK),
    {"", "function(facts) return { step = { b = 1, a = 2, c = { 1, 2 } }, run = {} } end",
     "{\"run\":[],\"step\":{\"a\":2,\"b\":1,\"c\":[1,2]}}", CDS_OK, NULL},
    {"",
     "function(facts) local s = \"\" for k, v in pairs({ b = 1, a = 2, 10, 20 }) do s = s .. "
     "tostring(k) .. tostring(v) end return { fill = { s = s } } end",
     "{\"fill\":{\"s\":\"110220a2b1\"}}", CDS_OK, NULL},
    {"",
     "function(facts) local t = { 3, 4 } table.insert(t, 5) table.insert(t, 1, 2) "
     "table.remove(t, 2) local s = 0 for i, v in ipairs(t) do s = s * 10 + v end return { fill "
     "= "
     "{ s = s } } end",
     "{\"fill\":{\"s\":245}}", CDS_OK, NULL},
    {"", "function(facts) return { fill = { s = facts.rehab.stage } } end", NULL, CDS_UNKNOWN,
     "rehab.stage"},
    {"", "function(facts) return { fill = { s = facts.patient.cough } } end", NULL, CDS_UNKNOWN,
     "patient.cough"},
    ENDS("local x = facts.patient.age", CDS_FAILED),
    ENDS("local x = facts.pateint", CDS_FAILED),
    ENDS("facts.patient.fever = false", CDS_FAILED),
    ENDS("facts.x = 1", CDS_FAILED),
    ENDS("local x = facts:known \"rehab.stagee\"", CDS_FAILED),
    ENDS("local x = stepp", CDS_FAILED),
    ENDS("x = 1", CDS_FAILED),
    ENDS("clinic.number = 1", CDS_FAILED),
    ENDS("local x = clinic.nmber", CDS_FAILED),
    ENDS("string.len = nil", CDS_FAILED),
    ENDS("local x = all { yes(patient.fever) }", CDS_FAILED),
    ENDS("return { other = 1 }", CDS_FAILED),
    ENDS("return { 1, 2 }", CDS_FAILED),
    ENDS("return 3", CDS_FAILED),
    ENDS("return { fill = { x = 0/0 } }", CDS_FAILED),
    ENDS("return { fill = { x = 1/0 } }", CDS_FAILED),
    ENDS("return { fill = { x = facts } }", CDS_FAILED),
    ENDS("return { fill = { x = function() end } }", CDS_FAILED),
    ENDS("return { fill = { x = \"\\xff\" } }", CDS_FAILED),
    ENDS("local t = {} t.t = t return { fill = t }", CDS_FAILED),
    ENDS("local t = {} for i = 1, 5000 do t[i] = i end return { fill = t }", CDS_FAILED),
    ENDS("local s = \"xxxxxxxxxxxxxxxx\" for i = 1, 12 do s = s .. s end return { fill = { s } "
         "}",
         CDS_FAILED),
    ENDS("local x = string.len(12)", CDS_FAILED),
    ENDS("local x = string.len()", CDS_FAILED),
    ENDS("local x = (\"x\"):sub(1.5)", CDS_FAILED),
    ENDS("local x = (\"x\"):sub(\"1\")", CDS_FAILED),
    ENDS("local x = (\"x\"):find(1)", CDS_FAILED),
    ENDS("local x = string.fixed(\"1\")", CDS_FAILED),
    ENDS("local x = string.fixed(1e16)", CDS_FAILED),
    ENDS("local x = string.fixed(0/0)", CDS_FAILED),
    ENDS("local x = string.fixed(1, -1)", CDS_FAILED),
    ENDS("local x = string.fixed(1, 11)", CDS_FAILED),
    ENDS("local x = table.concat({ 1 }, 2)", CDS_FAILED),
    ENDS("local x = table.concat({ true })", CDS_FAILED),
    ENDS("local x = table.concat({ 0/0 })", CDS_FAILED),
    ENDS("table.insert(1, 2)", CDS_FAILED),
    ENDS("table.insert({})", CDS_FAILED),
    ENDS("table.insert({}, 1, 2, 3)", CDS_FAILED),
    ENDS("table.insert({}, 0, 1)", CDS_FAILED),
    ENDS("table.insert({}, 2, 1)", CDS_FAILED),
    ENDS("table.insert({}, 1.5, 1)", CDS_FAILED),
    ENDS("table.remove({ 1 }, 2)", CDS_FAILED),
    ENDS("local x = math.floor(\"1\")", CDS_FAILED),
    ENDS("local x = math.max(1, \"2\")", CDS_FAILED),
    ENDS("local x = tonumber(true)", CDS_FAILED),
    ENDS("local x = weekday(3)", CDS_FAILED),
    ENDS("local x = ratio(0/0, 1)", CDS_FAILED),
    ENDS("local x = ratio(1, 0/0)", CDS_FAILED),
    ENDS("local x = ratio(\"1\", 1)", CDS_FAILED),
    ENDS("local x = add_days(\"2026-02-28\", 0.5)", CDS_FAILED),
    ENDS("local x = add_days(\"0000-01-01\", -1)", CDS_FAILED),
    ENDS("local x = add_days(\"2026-02-28\", \"1\")", CDS_FAILED),
    ENDS("local x = ratio(1, 0)", CDS_FAILED),
    ENDS("local x = add_days(\"2026-02-30\", 1)", CDS_FAILED),
    ENDS("local x = add_days(\"9999-12-31\", 1)", CDS_FAILED),
    ENDS("local x = tostring({})", CDS_FAILED),
    ENDS("local x = tostring(0/0)", CDS_FAILED),
    ENDS("local x = \"10\" + 1", CDS_FAILED),
    ENDS("local x = 1 < \"2\"", CDS_FAILED),
    ENDS("while true do end", CDS_BUDGET),
    ENDS("local function f() return f() end f()", CDS_BUDGET),
    ENDS("local function f() return 1 + f() end f()", CDS_BUDGET),
    ENDS("local s = \"xxxxxxxx\" while true do s = s .. s end", CDS_BUDGET),
    ENDS("local t = {} for i = 1, 1e9 do t[i] = { i } end", CDS_BUDGET),
    ENDS("local s = \"xxxxxxxxxxxxxxxx\" for i = 1, 14 do s = s .. s end for i = 1, 1e6 do "
         "local u = s:upper() end",
         CDS_BUDGET),
    ENDS("local s = \"aaaaaaaaaaaaaaaa\" for i = 1, 12 do s = s .. s end for i = 1, 1e6 do "
         "s:find(\"b\") end",
         CDS_BUDGET),
    ENDS("local t = {} for i = 1, 1e6 do table.insert(t, 1, i) end", CDS_BUDGET),
    {"local age = patient.age_years\nfinding(\"f\", { says = \"f\", when = age:at_least(40) "
     "})\n",
     "function(facts) return { fill = { x = age:at_least(50) } } end", NULL, CDS_FAILED, NULL},
    {"local build = yes\n", "function(facts) return { fill = { x = build(1) } } end", NULL,
     CDS_FAILED, NULL},
    {"local make = clinic\n", "function(facts) make { a = 1 } end", NULL, CDS_FAILED, NULL},
};

START_TEST(a_function_reads_facts_settings_and_helpers_and_nothing_else)
{
    const call_case *one = &calls[_i];
    scene set;
    scene_open(&set, one->before, one->function);
    scene_start(&set, cds_default_budget);
    cds_call out = advise(&set);
    ck_assert_msg(out.status == one->status, "%s: status %d", one->function, out.status);
    if (one->unknown != NULL) {
        ck_assert_text(out.unknown->path, one->unknown);
    } else {
        ck_assert_ptr_null(out.unknown);
    }
    if (one->advice != NULL) {
        check_advice(&set, one->advice);
    } else {
        ck_assert_ptr_null(out.advice);
    }
    scene_close(&set);
}
END_TEST

START_TEST(after_a_spent_budget_the_next_call_is_right)
{
    scene set;
    scene_open(
        &set, "",
        "function(facts) if facts.patient.age_years > 60 then while true do end end "
        "if facts.patient.age_years < 20 then local s = \"x\" while true do s = s .. s end "
        "end return { fill = { n = facts.patient.age_years } } end");
    scene_start(&set, cds_default_budget);
    const cds_facts *good = set.facts;
    static const char *const bad[] = {"{\"patient\":{\"age_years\":70}}",
                                      "{\"patient\":{\"age_years\":10}}", "{}"};
    static const cds_status statuses[] = {CDS_BUDGET, CDS_BUDGET, CDS_UNKNOWN};
    for (int i = 0; i < 30; i++) {
        set.facts = release_facts(&set.made, bad[i % 3]);
        ck_assert_int_eq(advise(&set).status, statuses[i % 3]);
        set.facts = good;
        check_advice(&set, "{\"fill\":{\"n\":52}}");
    }
    scene_close(&set);
}
END_TEST

START_TEST(the_budget_is_what_was_asked_for)
{
    scene set;
    scene_open(
        &set, "",
        "function(facts) local s = 0 for i = 1, 1000 do s = s + i end return { fill = { s = "
        "s } } end");
    scene_start(&set, (cds_budget){.memory_bytes = 1 << 20, .instructions = 500});
    ck_assert_int_eq(advise(&set).status, CDS_BUDGET);
    cds_sandbox_close(set.sandbox);
    ck_assert_int_eq(
        cds_sandbox_open(&set.made.ctx, set.made.rules,
                         (cds_budget){.memory_bytes = 1 << 20, .instructions = 5000},
                         &set.sandbox),
        CDS_OK);
    check_advice(&set, "{\"fill\":{\"s\":500500}}");
    scene_close(&set);
}
END_TEST

START_TEST(memory_has_a_ceiling_of_its_own)
{
    scene set;
    scene_open(&set, "",
               "function(facts) local s = \"xxxxxxxxxxxxxxxx\" for i = 1, 12 do s = s .. s end "
               "return { fill = { n = string.len(s) } } end");
    scene_start(&set, (cds_budget){.memory_bytes = 1 << 16, .instructions = 1000000});
    ck_assert_int_eq(advise(&set).status, CDS_BUDGET);
    cds_sandbox_close(set.sandbox);
    ck_assert_int_eq(
        cds_sandbox_open(&set.made.ctx, set.made.rules, cds_default_budget, &set.sandbox),
        CDS_OK);
    check_advice(&set, "{\"fill\":{\"n\":65536}}");
    scene_close(&set);
}
END_TEST

typedef struct measure_case {
    const char *value;
    cds_status status;
    double number;
} measure_case;

static const measure_case measures[] = {
    {"return facts.patient.age_years / 2", CDS_OK, 26},
    {"return 0/0", CDS_FAILED, 0},
    {"return 1/0", CDS_FAILED, 0},
    {"return \"3\"", CDS_FAILED, 0},
    {"return nil", CDS_FAILED, 0},
    {"return facts.patient.cough and 1 or 2", CDS_UNKNOWN, 0},
    {"if facts:known \"rehab.stage\" then return 1 end return 2", CDS_FAILED, 0},
    {"while true do end", CDS_BUDGET, 0},
    {"return 101", CDS_UNKNOWN, 0},
    {"return -1", CDS_UNKNOWN, 0},
    {"return 100", CDS_OK, 100},
};

START_TEST(a_measure_is_a_finite_number_in_its_range_or_unknown)
{
    const measure_case *one = &measures[_i];
    scene set;
    char text[512];
    scene_open(&set, "", "function(facts) end");
    snprintf(
        text, sizeof text,
        "measure(\"m\", { says = \"m\", range = { 0, 100 }, value = function(facts) %s end })\n"
        "measure(\"n\", { says = \"n\", value = patient.bmi * 2 })",
        one->value);
    release_put(&set.made, "m.lua", text);
    scene_start(&set, cds_default_budget);
    cds_call out;
    const cds_measure *measure = &cds_ruleset_look(set.made.rules)->measures[0];
    ck_assert_ptr_null(measure->value);
    out = cds_sandbox_measure(&set.made.ctx, set.sandbox, measure, set.facts);
    ck_assert_int_eq(out.status, one->status);
    ck_assert(one->status != CDS_OK || out.number == one->number);
    scene_close(&set);
}
END_TEST

START_TEST(a_full_request_arena_is_told_to_the_caller)
{
    scene set;
    scene_open(
        &set, "",
        "function(facts) local t = {} for i = 1, 1000 do t[i] = \"xxxxxxxxxxxxxxxx\" end "
        "return { fill = t } end");
    scene_start(&set, cds_default_budget);
    cds_ctx small = {.mem = cds_arena_new(4096)};
    cds_call out;
    const cds_rule *rule = &cds_ruleset_look(set.made.rules)->rules[0];
    out = cds_sandbox_advise(&small, set.sandbox, rule, set.facts);
    ck_assert_int_eq(out.status, CDS_TOO_LARGE);
    ck_assert_int_eq(small.error.status, CDS_TOO_LARGE);
    ck_assert_int_eq(advise(&set).status, CDS_OK);
    cds_arena_free(small.mem);
    scene_close(&set);
}
END_TEST

START_TEST(a_sandbox_keeps_its_ruleset_alive)
{
    scene set;
    scene_open(&set, "", "function(facts) return { fill = { n = 1 } } end");
    scene_start(&set, cds_default_budget);
    ck_assert_ptr_eq(cds_sandbox_ruleset(set.sandbox), set.made.rules);
    cds_ruleset_drop(set.made.rules);
    check_advice(&set, "{\"fill\":{\"n\":1}}");
    set.made.rules = NULL;
    scene_close(&set);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("sandbox");
    TCase *tests = tcase_create("calls");
    tcase_set_timeout(tests, 30);
    tcase_add_loop_test(tests, a_function_reads_facts_settings_and_helpers_and_nothing_else, 0,
                        (int)(sizeof calls / sizeof *calls));
    tcase_add_test(tests, after_a_spent_budget_the_next_call_is_right);
    tcase_add_test(tests, the_budget_is_what_was_asked_for);
    tcase_add_test(tests, memory_has_a_ceiling_of_its_own);
    tcase_add_loop_test(tests, a_measure_is_a_finite_number_in_its_range_or_unknown, 0,
                        (int)(sizeof measures / sizeof *measures));
    tcase_add_test(tests, a_full_request_arena_is_told_to_the_caller);
    tcase_add_test(tests, a_sandbox_keeps_its_ruleset_alive);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
