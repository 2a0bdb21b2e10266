// SPDX-License-Identifier: Apache-2.0
// Through findings, measures and sums: which facts a contradiction names, and which rules are
// incomplete; and how a fact of each kind is filled into a text.
#include <stdio.h>

#include "decide_world.h"
#include "engine/decide/fill.h"
#include "engine/decide/reply.h"

static world *w;
static cds_field *age, *days, *numb, *event, *level, *sites, *notes, *drugs;

static const cds_option levels[] = {{{"novice", 6}, {"New", 3}}, {{"elite", 5}, {"Best", 4}}};

static void setup(void)
{
    w = world_new();
    age = world_field(w, "age", CDS_WHOLE);
    days = world_field(w, "days", CDS_NUMBER);
    numb = world_field(w, "numb", CDS_YESNO);
    event = world_field(w, "event", CDS_DAY);
    level = world_field(w, "level", CDS_CHOICE);
    sites = world_field(w, "sites", CDS_CHOICES);
    notes = world_field(w, "notes", CDS_WORDS);
    drugs = world_field(w, "drugs", CDS_ITEMS);
    level->options = sites->options = levels;
    level->option_count = sites->option_count = 2;
}

static void teardown(void)
{
    world_free(w);
}

static const cds_expression *of(const cds_field *field)
{
    return number_of(w, (cds_expression){.kind = CDS_OF_FIELD, .field = field});
}

static const cds_expression *plus(const cds_expression *left, const cds_expression *right)
{
    return number_of(
        w, (cds_expression){
               .kind = CDS_OF_ARITHMETIC, .word = CDS_PLUS, .left = left, .right = right});
}

/** value NULL: a function, which fails, for there is no sandbox. */
static const cds_expression *measure(const char *name, const cds_expression *value)
{
    cds_measure *made = &w->measures[w->view.measure_count];
    *made = (cds_measure){
        .name = cds_text_of(name), .value = value, .index = w->view.measure_count++};
    return number_of(w, (cds_expression){.kind = CDS_OF_MEASURE, .measure = made});
}

static const char *reply(void)
{
    cds_text text = {0};
    ck_assert_int_eq(cds_reply_write(&w->ctx, world_evaluate(w), &text), CDS_OK);
    return memcpy(cds_alloc(w->ctx.mem, text.length + 1), text.data, text.length);
}

static void check_pointers(const cds_condition *when, const char *pointers)
{
    char expected[128];
    w->view.contradiction_count = 1;
    w->contradictions[0] =
        (cds_contradiction){.id = CDS_TEXT("odd"), .ask = CDS_TEXT("?"), .when = when};
    snprintf(expected, sizeof expected, "\"pointers\":[%s]}]", pointers);
    const char *got = reply();
    ck_assert_msg(strstr(got, expected) != NULL, "%s lacks %s", got, expected);
}

START_TEST(a_contradiction_names_the_facts_behind_a_measure_or_a_sum)
{
    know_number(w, age, 40);
    know_number(w, days, 3);
    check_pointers(at_least(w, plus(of(days), of(age)), 2), "\"/age\",\"/days\"");
    check_pointers(at_least(w, measure("both", plus(of(age), of(days))), 2),
                   "\"/age\",\"/days\"");
    check_pointers(at_least(w, measure("one", of(days)), 2), "\"/days\"");
    cds_expression two = {.kind = CDS_OF_NUMBER, .number = 2};
    ck_assert(cds_decimal_of(2, &two.exact));
    check_pointers(at_least(w, plus(of(age), number_of(w, two)), 2), "\"/age\"");
}
END_TEST

// One that takes more than three to explain is named whole.
START_TEST(a_contradiction_names_the_facts_of_a_finding_that_does_not_hold)
{
    know_number(w, age, 40);
    know_number(w, days, 3);
    know_yes(w, numb, false);
    const cds_condition *few =
        join(w, CDS_ANY, leaf(w, CDS_YES, numb), at_least(w, of(age), 50));
    const cds_condition *many =
        join(w, CDS_ANY, few, at_least(w, of(days), 10), at_least(w, of(days), 20));
    check_pointers(join(w, CDS_NONE, finding(w, "few", few)), "\"/age\",\"/numb\"");
    check_pointers(join(w, CDS_NONE, finding(w, "many", many)), "\"/age\",\"/days\",\"/numb\"");
}
END_TEST

START_TEST(a_contradiction_of_decisions_names_no_fact)
{
    cds_decision *care = world_decision(w, "care", "a u o", 1);
    (void)world_rule(w, care, 0, leaf(w, CDS_YES, numb));
    know_yes(w, numb, true);
    check_pointers(decided(w, care, 1), "");
}
END_TEST

START_TEST(a_decision_names_and_recommends_none_of_anothers_rules)
{
    static const char *const names[] = {"one", "two", "three"};
    know_yes(w, numb, true);
    for (size_t i = 0; i < 3; i++) {
        cds_decision *care = world_decision(w, names[i], "a b u o suppressed", 2);
        (void)world_rule(w, care, 0, leaf(w, CDS_YES, numb));
        (void)world_rule(w, care, 1, leaf(w, CDS_YES, numb));
        w->rules[2 * i].head_json = w->decisions[i].json;
        w->rules[2 * i + 1].id = (cds_text){names[i], strlen(names[i])};
    }
    w->decisions[1].suppressed_when = decided(w, &w->decisions[0], 1);
    const char *got = reply();
    ck_assert_msg(
        strstr(got,
               "{\"one\":{\"answer\":\"a\",\"status\":\"final\",\"also\":[\"one\"]},"
               "\"two\":{\"answer\":\"suppressed\",\"status\":\"final\",\"by\":\"one\"},"
               "\"three\":{\"answer\":\"a\",\"status\":\"final\",\"also\":[\"three\"]}},"
               "\"recommendations\":[{\"one\",\"because\":["
               "{\"pointer\":\"/numb\",\"value\":true,\"says\":\"numb\"}]},"
               "{\"three\",\"because\":["
               "{\"pointer\":\"/numb\",\"value\":true,\"says\":\"numb\"}]}],\"questions\"") !=
            NULL,
        "%s", got);
}
END_TEST

static bool is_incomplete(const cds_condition *when)
{
    cds_decision *care = world_decision(w, "care", "a u o", 1);
    (void)world_rule(w, care, 0, when);
    const char *got = reply();
    const bool empty = strstr(got, "\"incomplete_rules\":[]") != NULL;
    const bool error =
        strstr(got, "\"incomplete_rules\":[{\"rule\":\"d/aa\",\"why\":\"error\"}]") != NULL;
    ck_assert_msg(empty != error, "%s", got);
    return error;
}

// Each with a measure that failed, which is m.
START_TEST(a_rule_is_incomplete_where_a_failed_measure_leaves_it_open)
{
    const cds_expression *m = measure("m", NULL);
    const cds_condition *open = at_least(w, m, 1);
    know_number(w, age, 40);
    know_yes(w, numb, true);
    const cds_condition *const rules[] = {
        open,
        at_least(w, plus(m, of(age)), 1),
        at_least(w, plus(of(age), m), 1),
        at_least(w, measure("more", plus(m, of(age))), 1),
        finding(w, "found", open),
        join(w, CDS_ALL, leaf(w, CDS_YES, numb), open),
        join(w, CDS_NONE, join(w, CDS_ANY, leaf(w, CDS_YES, sites), open)),
    };
    const cds_condition *one = rules[_i];
    ck_assert(is_incomplete(one));
}
END_TEST

// The measure failed here too; what keeps the rule open, or not, is something else.
START_TEST(a_rule_is_complete_where_a_failed_measure_does_not_matter)
{
    const cds_condition *failed = at_least(w, measure("m", NULL), 1);
    know_number(w, age, 40);
    know_yes(w, numb, false);
    const cds_condition *const rules[] = {
        leaf(w, CDS_YES, sites),
        at_least(w, of(days), 1),
        at_least(w, plus(of(days), of(age)), 1),
        at_least(w, measure("other", of(days)), 1),
        finding(w, "found", leaf(w, CDS_YES, sites)),
        join(w, CDS_ALL, leaf(w, CDS_YES, numb), failed),  // false
        join(w, CDS_ANY, at_least(w, of(age), 5), failed), // true
        join(w, CDS_ANY, leaf(w, CDS_YES, sites), leaf(w, CDS_YES, event)),
    };
    ck_assert(!is_incomplete(rules[_i]));
}
END_TEST

static void check_filled(const cds_template *text, const cds_json *advice, const char *expected)
{
    cds_buf buf;
    cds_text got = {0};
    cds_buf_init(&buf, w->ctx.mem);
    cds_fill_text(&buf, world_evaluate(w), text, advice);
    ck_assert_int_eq(cds_buf_end(&w->ctx, &buf, &got), CDS_OK);
    ck_assert_msg(cds_text_is(got, expected), "got '%.*s', expected '%s'", (int)got.length,
                  got.data, expected);
}

START_TEST(a_fact_of_each_kind_is_filled_in)
{
    const cds_field *const fields[] = {age, numb, event, level, sites, notes, drugs};
    cds_piece pieces[14];
    const cds_template text = {.pieces = pieces, .count = 14};
    for (size_t i = 0; i < 7; i++) {
        pieces[2 * i] = (cds_piece){.field = fields[i]};
        pieces[2 * i + 1] = (cds_piece){.text = CDS_TEXT(";")};
    }
    check_filled(&text, NULL,
                 "not asked;not asked;not asked;not asked;not asked;not asked;not asked;");
    cds_json item = {.kind = CDS_JSON_STRING, .text = CDS_TEXT("b")};
    cds_json first = {.kind = CDS_JSON_STRING, .text = CDS_TEXT("a"), .next = &item};
    const cds_json list = {.kind = CDS_JSON_ARRAY, .count = 2, .child = &first};
    know_number(w, age, 40);
    know_yes(w, numb, false);
    know_json(w, event, (cds_json){.kind = CDS_JSON_STRING});
    w->fact_list[event->index].day = (cds_date){20783};
    know_json(w, level, (cds_json){.kind = CDS_JSON_STRING});
    w->fact_list[level->index].option = 1;
    know_json(w, sites, list);
    w->fact_list[sites->index].options = 3;
    know_json(w, notes, list);
    know_json(w, drugs, list);
    check_filled(&text, NULL, "40;no;2026-11-26;elite;novice, elite;a, b;2;");
    const cds_json none = {.kind = CDS_JSON_ARRAY};
    know_yes(w, numb, true);
    know_json(w, sites, none);
    w->fact_list[sites->index].options = 0;
    know_json(w, notes, none);
    know_json(w, drugs, none);
    check_filled(&text, NULL, "40;yes;2026-11-26;elite;none;none;none;");
}
END_TEST

START_TEST(what_advice_computed_is_filled_in_where_it_is_a_text_or_a_number)
{
    const cds_json *advice = NULL;
    cds_piece pieces[] = {{.fill = CDS_TEXT("n")},   {.text = CDS_TEXT(",")},
                          {.fill = CDS_TEXT("t")},   {.text = CDS_TEXT(",")},
                          {.fill = CDS_TEXT("l")},   {.text = CDS_TEXT(",")},
                          {.fill = CDS_TEXT("none")}};
    const cds_template text = {.pieces = pieces, .count = 7};
    ck_assert_int_eq(cds_json_parse(&w->ctx,
                                    CDS_TEXT("{\"fill\":{\"n\":2.5,\"t\":\"two\",\"l\":[1]}}"),
                                    &advice),
                     CDS_OK);
    check_filled(&text, advice, "2.5,two,,");
    ck_assert_int_eq(cds_json_parse(&w->ctx, CDS_TEXT("{\"step\":{}}"), &advice), CDS_OK);
    check_filled(&text, advice, ",,,");
    check_filled(&text, NULL, ",,,");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("reply_parts");
    TCase *cases = tcase_create("reply_parts");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_test(cases, a_contradiction_names_the_facts_behind_a_measure_or_a_sum);
    tcase_add_test(cases, a_contradiction_names_the_facts_of_a_finding_that_does_not_hold);
    tcase_add_test(cases, a_contradiction_of_decisions_names_no_fact);
    tcase_add_test(cases, a_decision_names_and_recommends_none_of_anothers_rules);
    tcase_add_loop_test(cases, a_rule_is_incomplete_where_a_failed_measure_leaves_it_open, 0,
                        7);
    tcase_add_loop_test(cases, a_rule_is_complete_where_a_failed_measure_does_not_matter, 0, 8);
    tcase_add_test(cases, a_fact_of_each_kind_is_filled_in);
    tcase_add_test(cases, what_advice_computed_is_filled_in_where_it_is_a_text_or_a_number);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
