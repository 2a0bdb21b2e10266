// SPDX-License-Identifier: Apache-2.0
// What `has` asks of an item is a member the schema knows, with a value that one can have.
#include "engine/rules/ruleset.h"

#include "release_fixture.h"

static const char schema[] =
    "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"type\":\"object\","
    "\"additionalProperties\":false,\"$defs\":{\"route\":{\"enum\":[\"oral\",\"skin\"]},"
    "\"drug\":{\"type\":\"object\",\"properties\":{"
    "\"class\":{\"type\":\"string\",\"enum\":[\"nsaid\",\"statin\"]},"
    "\"count\":{\"type\":\"integer\"},\"dose\":{\"type\":[\"null\",\"number\"]},"
    "\"daily\":{\"type\":\"boolean\"},\"made\":{\"const\":\"here\"},"
    "\"form\":{\"oneOf\":[{\"const\":\"gel\"},{\"const\":\"tablet\"},{\"type\":\"null\"}]},"
    "\"route\":{\"$ref\":\"#/$defs/route\"},\"note\":{},\"empty\":{\"type\":\"null\"}}}},"
    "\"properties\":{\"things\":{\"title\":\"Things\",\"type\":\"array\","
    "\"items\":{\"type\":\"object\"}},"
    "\"patient\":{\"type\":\"object\",\"properties\":{"
    "\"age_years\":{\"title\":\"Age\",\"type\":\"integer\"},"
    "\"drugs\":{\"title\":\"Medicines\",\"type\":[\"array\",\"null\"],"
    "\"items\":{\"$ref\":\"#/$defs/drug\"}}}}}}";

static const struct {
    const char *condition;
    const char *refused; // with these words; NULL: it is taken
} cases[] = {
    {"patient.drugs:has { class = \"nsaid\", dose = 2.5, daily = true }", NULL},
    {"patient.drugs:has { class = \"nsad\" }", "'class' of an item can't have this value"},
    {"patient.drugs:has { class = 3 }", "'class' of an item can't have this value"},
    {"patient.drugs:has { clas = \"nsaid\" }", "did you mean 'class'"},
    {"patient.drugs:has { count = 3 }", NULL},
    {"patient.drugs:has { count = \"3\" }", "'count' of an item can't have this value"},
    {"patient.drugs:has { count = false }", "'count' of an item can't have this value"},
    {"patient.drugs:has { dose = \"2\" }", "'dose' of an item can't have this value"},
    {"patient.drugs:has { daily = false }", NULL},
    {"patient.drugs:has { daily = 1 }", "'daily' of an item can't have this value"},
    {"patient.drugs:has { made = \"here\" }", NULL},
    {"patient.drugs:has { made = \"there\" }", "'made' of an item can't have this value"},
    {"patient.drugs:has { form = \"tablet\" }", NULL},
    {"patient.drugs:has { form = \"tabled\" }", "'form' of an item can't have this value"},
    {"patient.drugs:has { route = \"skin\" }", NULL},
    {"patient.drugs:has { route = \"skim\" }", "'route' of an item can't have this value"},
    {"patient.drugs:has { note = 1 }", NULL},
    {"patient.drugs:has { note = { a = 1 } }", "each value is a text, a number"},
    {"patient.drugs:has { note = { 1 } }", "each value is a text, a number"},
    {"patient.drugs:has { empty = true }", "'empty' of an item can't have this value"},
    {"patient.drugs:has {}", "usage: fact:has"},
    {"things:has { whatever = 1 }", NULL},
};

START_TEST(an_item_has_what_its_schema_lets_it_have)
{
    char rule[4096];
    release made = release_new();
    snprintf(rule, sizeof rule, RELEASE_RULE_BEGIN "%s" RELEASE_RULE_END, cases[_i].condition);
    release_put(&made, "assessment.schema.json", schema);
    release_put(&made, "care/one.lua", rule);
    const cds_status status = release_load(&made);
    if (cases[_i].refused == NULL) {
        ck_assert_msg(status == CDS_OK, "%s: %s", cases[_i].condition, made.ctx.error.what);
    } else {
        ck_assert_msg(status == CDS_REFUSED, "taken: %s", cases[_i].condition);
        ck_assert_str_eq(made.ctx.error.where, "care/one.lua:11");
        ck_assert_msg(strstr(made.ctx.error.what, cases[_i].refused) != NULL, "%s: %s",
                      cases[_i].condition, made.ctx.error.what);
    }
    release_free(&made);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("has");
    TCase *tests = tcase_create("has");
    tcase_add_loop_test(tests, an_item_has_what_its_schema_lets_it_have, 0,
                        sizeof cases / sizeof *cases);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
