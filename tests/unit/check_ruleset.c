// SPDX-License-Identifier: Apache-2.0
// Loading a release: what good files become, and its life.
#include "engine/rules/ruleset.h"

#include "release_fixture.h"

static const cds_condition *condition_of(release *made, const char *text)
{
    static char rule[8192];
    snprintf(rule, sizeof rule, "%s%s%s", RELEASE_RULE_BEGIN, text, RELEASE_RULE_END);
    release_put(made, "care/one.lua", rule);
    return release_look(made)->rules[0].when;
}

START_TEST(a_rule_has_all_its_file_says)
{
    release made = release_new();
    const cds_ruleset_view *view = release_look(&made);
    ck_assert_uint_eq(view->rule_count, 1);
    const cds_rule *rule = &view->rules[0];
    ck_assert_text(rule->id, "care/one");
    ck_assert_text(rule->purpose, "To test.");
    ck_assert_int_eq(rule->status, CDS_ACTIVE);
    ck_assert_ptr_eq(rule->decision, &view->decisions[0]);
    ck_assert_uint_eq(rule->answer, 0);
    ck_assert_int_eq(rule->place.line, 1);
    ck_assert_text(rule->place.file, "care/one.lua");
    ck_assert(rule->clinic_policy);
    ck_assert_text(rule->head_json,
                   "\"rule\":\"care/one\",\"version\":\"1.0.0\",\"decision\":\"care\","
                   "\"answer\":\"now\",\"indicator\":\"info\"");
    ck_assert_text(rule->tail_json, "");
    ck_assert_uint_eq(rule->title.count, 2);
    ck_assert_text(rule->title.pieces[0].text, "Care at ");
    ck_assert_text(rule->title.pieces[1].field->path, "patient.age_years");
    ck_assert_ptr_null(rule->title.json.data);
    ck_assert_text(rule->clinician.json, "See them.");
    ck_assert_ptr_eq(cds_ruleset_rule(made.rules, CDS_TEXT("care/one")), rule);
    ck_assert_ptr_null(cds_ruleset_rule(made.rules, CDS_TEXT("care/two")));
    ck_assert_ptr_eq(cds_ruleset_decision(made.rules, CDS_TEXT("care")), rule->decision);
    release_free(&made);
}
END_TEST

START_TEST(a_decisions_answers_stand_strongest_first_then_those_of_the_engine)
{
    release made = release_new();
    const cds_decision *decision = release_look(&made)->decisions;
    ck_assert_uint_eq(decision->declared_count, 2);
    ck_assert_uint_eq(decision->answer_count, 4);
    ck_assert_text(decision->answers[0].name, "now");
    ck_assert_text(decision->answers[2].name, "undetermined");
    ck_assert_text(decision->answers[3].name, "none");
    ck_assert_uint_eq(decision->while_unknown, 2);
    ck_assert_uint_eq(decision->otherwise, 3);
    ck_assert_int_eq(decision->not_asked, -1);
    ck_assert_int_eq(decision->suppressed, -1);
    release_free(&made);
}
END_TEST

typedef struct leaf_case {
    const char *text, *says, *says_not;
} leaf_case;

static const leaf_case leaves[] = {
    {"yes(patient.fever)", "fever: yes", "fever: no"},
    {"no(patient.fever)", "fever: no", "fever: yes"},
    {"patient.age_years:at_least(40)", "age is at least 40 years", "age is under 40 years"},
    {"patient.age_years:more_than(40)", "age is over 40 years", "age is at most 40 years"},
    {"patient.age_years:at_most(40)", "age is at most 40 years", "age is over 40 years"},
    {"patient.age_years:less_than(40)", "age is under 40 years", "age is at least 40 years"},
    {"patient.age_years:between(18, 40)", "age is between 18 and 40 years",
     "age is not between 18 and 40 years"},
    {"patient.bmi:less_than(18.5)", "BMI is under 18.5", "BMI is at least 18.5"},
    {"patient.level:is \"elite\"", "running level: national level",
     "running level: not national level"},
    {"patient.level:is_one_of { \"elite\", \"novice\" }",
     "running level: new to running or national level",
     "running level: none of new to running, national level"},
    {"patient.word:is \"blue\"", "word: blue", "word: not blue"},
    {"patient.sites:includes \"calf\"", "where it hurts: calf", "where it hurts: not calf"},
    {"patient.sites:includes_any { \"groin\", \"calf\", \"knee\" }",
     "where it hurts: groin, calf or knee", "where it hurts: none of groin, calf, knee"},
    {"patient.sites:includes_none { \"groin\", \"calf\" }",
     "where it hurts: none of groin, calf", "where it hurts: groin or calf"},
    {"patient.sites:counts_at_least(2)", "where it hurts: at least 2",
     "where it hurts: fewer than 2"},
    {"patient.drugs:has { class = \"nsaid\" }", "medicines: one with class nsaid",
     "medicines: none with class nsaid"},
    {"known(patient.age_years)", "age is known", "age is not known"},
    {"given(rehab.stage)", "stage is given", "stage is not given"},
    {"not_given(rehab.stage)", "stage is not given", "stage is given"},
    {"(patient.age_years / patient.bmi - 1):at_least(2)",
     "age divided by BMI minus 1 is at least 2", "age divided by BMI minus 1 is under 2"},
};

START_TEST(a_leaf_reads_aloud_as_true_and_as_false)
{
    release made = release_new();
    const cds_condition *leaf = condition_of(&made, leaves[_i].text);
    ck_assert_text(leaf->says, leaves[_i].says);
    ck_assert_text(leaf->says_not, leaves[_i].says_not);
    ck_assert_int_eq(leaf->place.line, 11);
    release_free(&made);
}
END_TEST

START_TEST(words_keep_what_they_were_given)
{
    release made = release_new();
    const cds_condition *whole = condition_of(
        &made,
        "at_least_of(2, { yes(patient.fever), patient.level:is \"elite\",\n"
        " patient.age_years:more_than(40), unless_ruled_out(patient.drugs:has { dose = 5 "
        "}) })");
    ck_assert_int_eq(whole->word, CDS_AT_LEAST_OF);
    ck_assert_uint_eq(whole->count, 2);
    ck_assert_uint_eq(whole->part_count, 4);
    ck_assert_int_eq(whole->parts[0]->word, CDS_YES);
    ck_assert_uint_eq(whole->parts[1]->options, 2);
    const cds_condition *age = whole->parts[2];
    ck_assert(age->range.has_low && age->range.above && !age->range.has_high);
    ck_assert_double_eq(age->range.low, 40);
    ck_assert_ptr_null(age->range.exact);
    ck_assert_text(age->value->field->path, "patient.age_years");
    ck_assert_int_eq(age->place.line, 12);
    const cds_condition *has = whole->parts[3]->parts[0];
    ck_assert_text(has->members[0].name, "dose");
    ck_assert(has->members[0].value->number == 5);
    release_free(&made);
}
END_TEST

START_TEST(children_come_before_parents_and_findings_before_their_users)
{
    release made = release_new();
    release_put(
        &made, "findings/z.lua",
        "finding(\"b\", { says = \"b\", when = any { finding \"a\", no(patient.cough) } })\n"
        "finding(\"a\", { says = \"a\", when = yes(patient.cough) })\n");
    const cds_condition *when =
        condition_of(&made, "all { finding \"b\", any { yes(patient.fever), finding \"a\" } }");
    const cds_ruleset_view *view = cds_ruleset_look(made.rules);
    ck_assert_uint_eq(view->condition_count, 9);
    for (size_t i = 0; i < view->condition_count; i++) {
        const cds_condition *one = view->conditions[i];
        ck_assert_uint_eq(one->index, i);
        for (size_t k = 0; k < one->part_count; k++) {
            ck_assert_uint_lt(one->parts[k]->index, i);
        }
        if (one->finding != NULL) {
            ck_assert_uint_lt(one->finding->when->index, i);
        }
    }
    ck_assert_ptr_eq(when->parts[0]->finding, &view->findings[1]);
    ck_assert_text(when->parts[0]->says_not, "not so: b");
    release_free(&made);
}
END_TEST

START_TEST(a_local_condition_may_be_used_twice)
{
    release made = release_new();
    release_put(&made, "findings/a.lua",
                "local pain = patient.sites:includes \"calf\"\n"
                "finding(\"a\", { says = \"a\", when = all { pain, yes(patient.fever) } })\n"
                "finding(\"b\", { says = \"b\", when = pain })\n");
    const cds_ruleset_view *view = release_look(&made);
    ck_assert_ptr_eq(view->findings[0].when->parts[0], view->findings[1].when);
    release_free(&made);
}
END_TEST

START_TEST(evidence_cautions_and_suggestions_become_constant_json)
{
    release made = release_new();
    release_put(&made, "evidence/a.lua",
                "source \"a-2010\" { authors = \"Coombes BK et al.\", year = 2010,\n"
                "  journal = \"The Lancet\", doi = \"10.1/x\" }\n"
                "source \"b-2011\" { authors = \"Baker\", year = 2011, title = \"On it\" }\n"
                "suggestion \"go-on\" { label = \"Go \\\"on\\\"\" }\n");
    release_put(&made, "care/one.lua",
                RELEASE_RULE_BEGIN
                "yes(patient.fever), basis = \"literature\", evidence = {\n"
                " { cite = \"a-2010\", shows = \"less\", grade = \"B\" },\n"
                " { cite = \"b-2011\", shows = \"more\", grade = \"D\" } },\n"
                " cautions = { \"Mind  the\\n gap.\" }, offer = { suggest \"go-on\" "
                "}" RELEASE_RULE_END);
    ck_assert_int_eq(release_load(&made), CDS_OK);
    ck_assert_text(
        cds_ruleset_look(made.rules)->rules[0].tail_json,
        ",\"evidence\":[{\"cite\":\"a-2010\",\"shows\":\"less\",\"grade\":\"B\","
        "\"citation\":\"Coombes BK et al. The Lancet 2010; doi:10.1/x\",\"doi\":\"10.1/x\"},"
        "{\"cite\":\"b-2011\",\"shows\":\"more\",\"grade\":\"D\","
        "\"citation\":\"Baker. On it. 2011\"}],\"cautions\":[\"Mind the gap.\"],"
        "\"suggestions\":[{\"id\":\"go-on\",\"label\":\"Go \\\"on\\\"\"}]");
    release_free(&made);
}
END_TEST

START_TEST(settings_are_sorted_and_fill_texts_at_load)
{
    release made = release_new();
    release_put(
        &made, "clinic.lua",
        "clinic { number = \"000\", hours = { from = 9, days = { \"mon\", \"tue\" } } }");
    release_put(&made, "care/one.lua",
                RELEASE_RULE_BEGIN
                "yes(patient.fever),\n"
                "say = { clinician = \"Call {clinic.number} {{ {clinic.hours.days}.\",\n"
                " patient = \"{patient.bmi}\" },\n"
                "history = { { \"1.0.0\", \"2026-11-22\", \"x\" } } }");
    const cds_ruleset_view *view = release_look(&made);
    cds_buf buf;
    cds_buf_init(&buf, made.ctx.mem);
    cds_json_write(&buf, view->clinic);
    ck_assert_text(((cds_text){buf.data, buf.length}),
                   "{\"hours\":{\"days\":[\"mon\",\"tue\"],\"from\":9},\"number\":\"000\"}");
    ck_assert_text(view->rules[0].clinician.json, "Call 000 { mon, tue.");
    ck_assert_text(view->rules[0].patient.pieces[0].field->path, "patient.bmi");
    release_free(&made);
}
END_TEST

#define SHORT_DECISION(name, more)                                                             \
    "decision \"" name "\" { question = \"?\", answers = { \"a\" }, otherwise = \"n\", " more  \
    "texts = { a = { title = \"t\", clinician = \"c\", patient = \"p\" }, "                    \
    "n = { title = \"t\", clinician = \"c\", patient = \"p\" }, "                              \
    "undetermined = { title = \"t\", clinician = \"c\", patient = \"p\" }, "                   \
    "[\"not-asked\"] = { title = \"t\", clinician = \"c\", patient = \"p\" }, "                \
    "suppressed = { title = \"t\", clinician = \"c\", patient = \"p\" } } }\n"

START_TEST(decisions_are_shown_in_the_order_given_and_read_after_what_they_read)
{
    release made = release_new();
    release_put(&made, "order.lua", "order { \"z\", \"care\" }");
    release_put(&made, "a/decision.lua",
                SHORT_DECISION("b", "applies_when = given(rehab.stage), "
                                    "suppressed_when = decided(\"z\"):is \"a\", ")
                    SHORT_DECISION("z", "applies_when = rehab.stage:at_least(1), "
                                        "suppressed_when = decided(\"care\"):is \"now\", "));
    const cds_ruleset_view *view = release_look(&made);
    ck_assert_uint_eq(view->decision_count, 3);
    ck_assert_text(view->decisions[0].name, "z");
    ck_assert_text(view->decisions[1].name, "care");
    ck_assert_text(view->decisions[2].name, "b");
    ck_assert_text(view->evaluation_order[0]->name, "care");
    ck_assert_text(view->evaluation_order[1]->name, "z");
    ck_assert_text(view->evaluation_order[2]->name, "b");
    ck_assert(view->decisions[1].suppresses && view->decisions[0].suppresses);
    ck_assert(!view->decisions[2].suppresses);
    ck_assert_uint_eq(view->first_rule[1], 0);
    ck_assert_uint_eq(view->first_rule[2], 1);
    ck_assert_uint_eq(view->first_rule[3], 1);
    ck_assert_uint_eq(view->decisions[2].suppressed_when->options, 1);
    ck_assert_int_eq(view->decisions[2].not_asked, 3);
    ck_assert_int_eq(view->decisions[2].suppressed, 4);
    release_free(&made);
}
END_TEST

START_TEST(tests_types_and_retired_rules_are_not_run)
{
    release made = release_new();
    release_put(&made, "care/one.test.lua", "this is no Lua");
    release_put(&made, "types.lua", "nor is this");
    release_put(&made, "retired/two.lua", "nor this");
    ck_assert_uint_eq(release_look(&made)->file_count, 6);
    release_free(&made);
}
END_TEST

static void digest_of(const char *path, const char *text, char out[80])
{
    release made = release_new();
    if (path != NULL) {
        release_put(&made, path, text);
    }
    strcpy(out, release_look(&made)->digest_text);
    release_free(&made);
}

START_TEST(the_digest_covers_every_file_but_readme_changelog_and_types)
{
    char plain[80], other[80];
    digest_of(NULL, NULL, plain);
    static const char *const ignored[] = {"README.md", "care/README.md", "CHANGELOG.md",
                                          "types.lua"};
    for (size_t i = 0; i < 4; i++) {
        digest_of(ignored[i], "text", other);
        ck_assert_str_eq(plain, other);
    }
    digest_of("care/one.test.lua", "text", other);
    ck_assert_str_ne(plain, other);
}
END_TEST

START_TEST(the_digest_is_that_of_the_sorted_lines)
{
    release made = release_new();
    const cds_ruleset_view *view = release_look(&made);
    char lines[3 * 120] = "";
    char hex[CDS_SHA256_HEX + 1];
    for (size_t i = 0; i < 3; i++) {
        cds_sha256 one = cds_digest(&view->files[i].bytes, 1);
        cds_digest_hex(&one, hex);
        snprintf(lines + strlen(lines), 120, "%s  %.*s\n", hex, (int)view->files[i].path.length,
                 view->files[i].path.data);
    }
    ck_assert_text(view->files[0].path, "assessment.schema.json");
    cds_text all = cds_text_of(lines);
    cds_sha256 expected = cds_digest(&all, 1);
    cds_digest_hex(&expected, hex);
    ck_assert_str_eq(view->digest_text + 7, hex);
    release_free(&made);
}
END_TEST

START_TEST(a_ruleset_lives_until_its_last_holder_drops_it)
{
    release made = release_new();
    release_look(&made);
    cds_ruleset *held = cds_ruleset_retain(made.rules);
    cds_ruleset_drop(made.rules);
    ck_assert_uint_eq(cds_ruleset_look(held)->rule_count, 1);
    made.rules = held;
    release_free(&made);
}
END_TEST

static char *big_file(size_t i)
{
    char *text = malloc(1024);
    snprintf(text, 1024,
             "rule { id = \"care/r%zu\", title = \"Rule\", version = \"1.0.0\", status = "
             "\"active\", owner = \"Lead\", review = { done = \"2026-11-22\", due = "
             "\"2027-11-22\" }, purpose = [[ To fill. ]], basis = \"clinic policy\", decides = "
             "\"care\", answer = \"later\", when = all { patient.age_years:at_least(%zu), "
             "any { yes(patient.fever), patient.sites:includes \"calf\" } }, indicator = "
             "\"info\", say = { clinician = \"c\", patient = \"p\" }, history = { { \"1.0.0\", "
             "\"2026-11-22\", \"x\" } } }",
             i, i % 100 + 5);
    return text;
}

START_TEST(ten_thousand_rules_load)
{
    enum { COUNT = 10000 };
    cds_ctx ctx = {.mem = cds_arena_new(1 << 16)};
    cds_file *files = calloc(COUNT + 2, sizeof *files);
    char(*paths)[24] = calloc(COUNT, sizeof *paths);
    files[0] = (cds_file){CDS_TEXT("assessment.schema.json"), cds_text_of(release_schema)};
    files[1] = (cds_file){CDS_TEXT("care/decision.lua"), cds_text_of(release_decision)};
    for (size_t i = 0; i < COUNT; i++) {
        snprintf(paths[i], sizeof *paths, "care/r%zu.lua", i);
        files[i + 2] = (cds_file){cds_text_of(paths[i]), cds_text_of(big_file(i))};
    }
    cds_ruleset *rules = NULL;
    cds_status status = cds_ruleset_load(&ctx, files, COUNT + 2, &rules);
    ck_assert_msg(status == CDS_OK, "%s: %s", ctx.error.where, ctx.error.what);
    ck_assert_uint_eq(cds_ruleset_look(rules)->rule_count, COUNT);
    cds_ruleset_drop(rules);
    for (size_t i = 0; i < COUNT; i++) {
        free((char *)files[i + 2].bytes.data);
    }
    free(paths);
    free(files);
    cds_arena_free(ctx.mem);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("ruleset");
    TCase *tests = tcase_create("loading");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, a_rule_has_all_its_file_says);
    tcase_add_test(tests, a_decisions_answers_stand_strongest_first_then_those_of_the_engine);
    tcase_add_loop_test(tests, a_leaf_reads_aloud_as_true_and_as_false, 0,
                        (int)(sizeof leaves / sizeof *leaves));
    tcase_add_test(tests, words_keep_what_they_were_given);
    tcase_add_test(tests, children_come_before_parents_and_findings_before_their_users);
    tcase_add_test(tests, a_local_condition_may_be_used_twice);
    tcase_add_test(tests, evidence_cautions_and_suggestions_become_constant_json);
    tcase_add_test(tests, settings_are_sorted_and_fill_texts_at_load);
    tcase_add_test(tests, decisions_are_shown_in_the_order_given_and_read_after_what_they_read);
    tcase_add_test(tests, tests_types_and_retired_rules_are_not_run);
    tcase_add_test(tests, the_digest_covers_every_file_but_readme_changelog_and_types);
    tcase_add_test(tests, the_digest_is_that_of_the_sorted_lines);
    tcase_add_test(tests, a_ruleset_lives_until_its_last_holder_drops_it);
    tcase_add_test(tests, ten_thousand_rules_load);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
