// SPDX-License-Identifier: Apache-2.0
// The reply to the letter: members, their order, what is left out; and the same reply with
// only some of its decisions.
#include "decide_world.h"
#include "engine/decide/reply.h"

static world *w;
static cds_field *age, *numb, *night, *reference;
static cds_decision *first, *second, *third;

static const cds_option nights[] = {{{"none", 4}, {"None", 4}}, {{"aching", 6}, {"Aching", 6}}};

static void make_fields(void)
{
    age = world_field(w, "age", CDS_WHOLE);
    age->has_minimum = age->has_maximum = true;
    age->minimum = 5;
    age->maximum = 110;
    age->unit = CDS_TEXT("years");
    numb = world_field(w, "numb", CDS_YESNO);
    numb->asked_of_examiner = true;
    night = world_field(w, "night", CDS_CHOICES);
    night->options = nights;
    night->option_count = 2;
    reference = world_field(w, "reference", CDS_WORD);
}

static cds_decision *decision(const char *name)
{
    cds_decision *made = world_decision(w, name, "a b c u o not-asked suppressed", 3);
    for (unsigned i = 0; i < made->answer_count; i++) {
        answer_of(made, i)->title = words("Title");
    }
    return made;
}

static cds_rule *rule(const cds_decision *to, unsigned answer, const cds_condition *when)
{
    cds_rule *made = world_rule(w, to, answer, when);
    made->head_json = CDS_TEXT("\"rule\":\"d/aa\",\"version\":\"1.0.0\",\"decision\":\"d1\","
                               "\"answer\":\"a\",\"indicator\":\"info\"");
    made->title = words("Rule");
    return made;
}

static const cds_condition *over(double years)
{
    cds_expression of = {.kind = CDS_OF_FIELD, .field = age};
    return at_least(w, number_of(w, of), years);
}

static void setup(void)
{
    w = world_new();
    make_fields();
    first = decision("d1");
}

static void teardown(void)
{
    world_free(w);
}

static cds_text reply(void)
{
    cds_text text = {0};
    const cds_json *parsed = NULL;
    ck_assert_int_eq(cds_reply_write(&w->ctx, world_evaluate(w), &text), CDS_OK);
    ck_assert_int_eq(cds_json_parse(&w->ctx, text, &parsed), CDS_OK);
    cds_text copy = {0};
    ck_assert_int_eq(cds_text_copy(&w->ctx, text, &copy), CDS_OK);
    return copy;
}

START_TEST(a_final_answer_has_its_recommendation_with_reasons)
{
    rule(first, 0, over(40))->tail_json = CDS_TEXT(",\"cautions\":[\"Slowly.\"]");
    rule(first, 1, over(20));
    rule(first, 1, over(90));
    rule(first, 2, over(30));
    answer_of(first, 0)->clinician = words("For clinicians");
    know_number(w, age, 52);
    ck_assert_str_eq(
        reply().data,
        "{\"decisions\":{\"d1\":{\"answer\":\"a\",\"status\":\"final\",\"title\":\"Title\","
        "\"clinician\":\"For clinicians\",\"also\":[\"d/bb\",\"d/dd\"]}},"
        "\"recommendations\":[{\"rule\":\"d/aa\",\"version\":\"1.0.0\",\"decision\":\"d1\","
        "\"answer\":\"a\",\"indicator\":\"info\",\"title\":\"Rule\",\"because\":[{\"pointer\":"
        "\"/age\",\"value\":52,\"says\":\"it is enough\"}],\"cautions\":[\"Slowly.\"]}],"
        "\"questions\":[],\"contradictions\":[],\"incomplete_rules\":[]}");
}
END_TEST

START_TEST(an_undetermined_answer_says_what_it_could_become_and_asks)
{
    rule(first, 0, leaf(w, CDS_YES, numb));
    rule(first, 1, over(40));
    cds_condition *includes = leaf(w, CDS_INCLUDES_ANY, night);
    includes->options = 2;
    rule(first, 2, includes);
    ck_assert_str_eq(
        reply().data,
        "{\"decisions\":{\"d1\":{\"answer\":\"u\",\"status\":\"provisional\",\"title\":"
        "\"Title\",\"could_become\":[\"a\",\"b\",\"c\",\"o\"]}},\"recommendations\":[],"
        "\"questions\":[{\"pointer\":\"/age\",\"ask\":\"Is it so? age\",\"asked_of\":"
        "\"patient\",\"type\":\"integer\",\"unit\":\"years\",\"minimum\":5,\"maximum\":110,"
        "\"could_change\":[{\"decision\":\"d1\",\"to\":[\"b\"]}]},{\"pointer\":\"/numb\","
        "\"ask\":\"Is it so? numb\",\"asked_of\":\"examiner\",\"type\":\"boolean\","
        "\"could_change\":[{\"decision\":\"d1\",\"to\":[\"a\"]}]},{\"pointer\":\"/night\","
        "\"ask\":\"Is it so? night\",\"asked_of\":\"patient\",\"type\":\"array\",\"options\":"
        "[{\"value\":\"none\",\"title\":\"None\"},{\"value\":\"aching\",\"title\":\"Aching\"}]"
        ",\"could_change\":[{\"decision\":\"d1\",\"to\":[\"c\"]}]}],\"contradictions\":[],"
        "\"incomplete_rules\":[]}");
}
END_TEST

START_TEST(a_presumed_rule_says_so_and_shows_no_value_for_what_is_open)
{
    rule(first, 0, join(w, CDS_UNLESS_RULED_OUT, leaf(w, CDS_YES, numb)));
    rule(first, 1, over(40));
    know_number(w, age, 52);
    cds_text text = reply();
    ck_assert_ptr_nonnull(strstr(text.data,
                                 "\"indicator\":\"info\",\"presumed\":true,\"title\":"
                                 "\"Rule\",\"because\":[{\"pointer\":\"/numb\","
                                 "\"says\":\"numb (not asked, so not ruled out)\"}]}"));
    ck_assert_ptr_nonnull(strstr(text.data, "\"could_become\":[\"b\"],\"also\":[\"d/bb\"]}"));
}
END_TEST

START_TEST(the_otherwise_answer_stands_last_even_where_it_is_declared)
{
    first->otherwise = 0;
    rule(first, 0, over(90));
    rule(first, 1, over(80));
    ck_assert_ptr_nonnull(strstr(reply().data, "\"could_become\":[\"b\",\"a\"]"));
}
END_TEST

START_TEST(a_withheld_answer_shows_no_rule_of_its_own)
{
    answer_of(first, 1)->only_when_final = true;
    rule(first, 0, leaf(w, CDS_YES, numb));
    rule(first, 1, over(40));
    rule(first, 2, over(30));
    know_number(w, age, 52);
    cds_text text = reply();
    ck_assert_ptr_nonnull(strstr(text.data, "{\"answer\":\"u\",\"status\":\"provisional\","
                                            "\"title\":\"Title\",\"could_become\":[\"a\","
                                            "\"b\"],\"also\":[\"d/cc\"]}"));
    ck_assert_ptr_nonnull(strstr(text.data, "\"recommendations\":[]"));
}
END_TEST

START_TEST(a_suppressed_decision_says_by_whom_and_nothing_more)
{
    rule(first, 0, over(40));
    second = decision("d2");
    rule(second, 0, over(40));
    rule(second, 1, leaf(w, CDS_YES, numb));
    second->suppressed_when = decided(w, first, 1);
    know_number(w, age, 52);
    cds_text text = reply();
    ck_assert_ptr_nonnull(strstr(text.data, "\"d2\":{\"answer\":\"suppressed\",\"status\":"
                                            "\"final\",\"title\":\"Title\",\"by\":\"d1\"}}"));
    ck_assert_ptr_nonnull(strstr(text.data, "}]}],\"questions\":[],"));
}
END_TEST

START_TEST(of_many_recommendations_those_with_most_facts_are_kept_and_shown_by_id)
{
    const cds_condition *more = join(w, CDS_ALL, over(40), leaf(w, CDS_YES, numb));
    first->at_most = 2;
    for (size_t i = 0; i < 4; i++) {
        cds_rule *made = rule(first, 0, i == 2 ? more : over(40));
        made->head_json = world_say(w, "\"rule\":", (cds_text){&"0123"[i], 1});
    }
    know_number(w, age, 52);
    know_yes(w, numb, true);
    cds_text text = reply();
    ck_assert_ptr_nonnull(strstr(text.data, "{\"rule\":0,"));
    ck_assert_ptr_null(strstr(text.data, "{\"rule\":1,"));
    ck_assert_ptr_nonnull(strstr(text.data, "{\"rule\":2,"));
    ck_assert_ptr_null(strstr(text.data, "{\"rule\":3,"));
    ck_assert(strstr(text.data, "{\"rule\":0,") < strstr(text.data, "{\"rule\":2,"));
}
END_TEST

START_TEST(a_measure_stands_for_itself_and_a_sum_for_its_facts)
{
    cds_field *other = world_field(w, "other", CDS_NUMBER);
    cds_expression left = {.kind = CDS_OF_FIELD, .field = age};
    cds_expression right = {.kind = CDS_OF_FIELD, .field = other};
    const cds_expression *sum = number_of(w, (cds_expression){.kind = CDS_OF_ARITHMETIC,
                                                              .word = CDS_OVER,
                                                              .left = number_of(w, left),
                                                              .right = number_of(w, right)});
    w->view.measure_count = 1;
    w->measures[0] = (cds_measure){.name = CDS_TEXT("ratio"), .value = sum};
    cds_expression use = {.kind = CDS_OF_MEASURE, .measure = &w->measures[0]};
    rule(first, 0, join(w, CDS_ALL, at_least(w, number_of(w, use), 1), at_least(w, sum, 1)));
    know_number(w, age, 17.6);
    know_number(w, other, 16);
    ck_assert_ptr_nonnull(
        strstr(reply().data, "\"because\":[{\"measure\":\"ratio\",\"value\":1.1,\"says\":"
                             "\"it is enough\"},{\"pointer\":\"/age\",\"value\":17.6,\"says\":"
                             "\"it is enough\"},{\"pointer\":\"/other\",\"value\":16,\"says\":"
                             "\"it is enough\"}]"));
}
END_TEST

START_TEST(a_reason_that_is_a_decision_only_says_so)
{
    rule(first, 0, over(40));
    second = decision("d2");
    rule(second, 0, decided(w, first, 1));
    know_number(w, age, 52);
    ck_assert_ptr_nonnull(strstr(reply().data, "\"because\":[{\"says\":\"decided d1\"}]"));
}
END_TEST

START_TEST(texts_fill_in_what_is_known_and_say_what_was_not_asked)
{
    cds_piece pieces[] = {{.text = CDS_TEXT("Age \"")},   {.field = age},
                          {.text = CDS_TEXT("\" numb ")}, {.field = numb},
                          {.text = CDS_TEXT(" night ")},  {.field = night},
                          {.text = CDS_TEXT(" who ")},    {.field = reference},
                          {.fill = CDS_TEXT("missing")}};
    rule(first, 0, over(40))->patient = (cds_template){.pieces = pieces, .count = 9};
    know_number(w, age, 52.5);
    ck_assert_ptr_nonnull(strstr(reply().data, "\"patient\":\"Age \\\"52.5\\\" numb not asked "
                                               "night not asked who not asked\""));
    know_yes(w, numb, false);
    know_json(w, night, (cds_json){.kind = CDS_JSON_ARRAY});
    know_json(w, reference, (cds_json){.kind = CDS_JSON_STRING, .text = CDS_TEXT("a\"b")});
    ck_assert_ptr_nonnull(strstr(reply().data, "numb no night none who a\\\"b\""));
    w->fact_list[night->index].options = 3;
    know_yes(w, numb, true);
    ck_assert_ptr_nonnull(strstr(reply().data, "numb yes night none, aching who"));
}
END_TEST

START_TEST(a_contradiction_names_its_facts_once)
{
    w->view.contradiction_count = 2;
    w->contradictions[0] = (cds_contradiction){
        .id = CDS_TEXT("odd"),
        .say = words("Both can't be."),
        .ask = CDS_TEXT("Which is it?"),
        .when = join(w, CDS_ALL, leaf(w, CDS_YES, numb), over(40), over(50))};
    w->contradictions[1] =
        (cds_contradiction){.id = CDS_TEXT("presumed"),
                            .when = join(w, CDS_UNLESS_RULED_OUT, leaf(w, CDS_YES, reference))};
    know_number(w, age, 52);
    know_yes(w, numb, true);
    ck_assert_ptr_nonnull(
        strstr(reply().data, "\"contradictions\":[{\"id\":\"odd\",\"says\":\"Both can't be.\","
                             "\"ask\":\"Which is it?\",\"pointers\":[\"/age\",\"/numb\"]}],"));
    know_yes(w, numb, false);
    ck_assert_ptr_nonnull(strstr(reply().data, "\"contradictions\":[],"));
}
END_TEST

START_TEST(broken_parts_are_named_and_the_answer_stands)
{
    rule(first, 0, over(40))->advises = true; // there is no sandbox: it fails
    second = decision("d2");
    w->view.measure_count = 1;
    w->measures[0] = (cds_measure){.name = CDS_TEXT("broken")}; // a function
    cds_expression use = {.kind = CDS_OF_MEASURE, .measure = &w->measures[0]};
    rule(second, 0, over(90));
    rule(second, 0, join(w, CDS_ANY, at_least(w, number_of(w, use), 1), over(90)));
    rule(second, 0, join(w, CDS_ALL, at_least(w, number_of(w, use), 1), over(90)));
    know_number(w, age, 52);
    cds_text text = reply();
    ck_assert_ptr_nonnull(strstr(text.data,
                                 "\"d1\":{\"answer\":\"a\",\"status\":\"provisional\""
                                 ",\"title\":\"Title\"}"));
    ck_assert_ptr_nonnull(strstr(text.data,
                                 "\"incomplete_rules\":[{\"rule\":\"d/aa\",\"why\":"
                                 "\"error\"},{\"rule\":\"d/bb\",\"why\":\"error\"}]"));
}
END_TEST

static cds_text keep(const char *one, const char *other)
{
    cds_text names[] = {cds_text_of(one), cds_text_of(other)};
    cds_reply_filter filter = {names, 2};
    cds_text out = {0};
    if (cds_reply_keep(&w->ctx, reply(), &filter, &out) != CDS_OK) {
        return (cds_text){"", 0};
    }
    cds_text copy = {0};
    ck_assert_int_eq(cds_text_copy(&w->ctx, out, &copy), CDS_OK);
    return copy;
}

static void make_three(void)
{
    rule(first, 0, over(40));
    second = decision("d2");
    rule(second, 0, over(90));
    rule(second, 1, leaf(w, CDS_YES, numb));
    third = decision("d3");
    rule(third, 1, leaf(w, CDS_YES, numb));
    rule(third, 1, leaf(w, CDS_YES, reference));
    know_number(w, age, 52);
}

START_TEST(keeping_all_decisions_keeps_every_byte)
{
    rule(first, 0, over(40));
    second = decision("d2");
    rule(second, 1, leaf(w, CDS_YES, numb));
    know_number(w, age, 52);
    ck_assert_str_eq(keep("d1", "d2").data, reply().data);
}
END_TEST

START_TEST(what_belongs_to_other_decisions_is_left_out)
{
    make_three();
    ck_assert_str_eq(
        keep("d2", "d2").data,
        "{\"decisions\":{\"d2\":{\"answer\":\"u\",\"status\":\"provisional\",\"title\":"
        "\"Title\",\"could_become\":[\"b\",\"o\"]}},\"recommendations\":[],\"questions\":[{"
        "\"pointer\":\"/numb\",\"ask\":\"Is it so? numb\",\"asked_of\":\"examiner\",\"type\":"
        "\"boolean\",\"could_change\":[{\"decision\":\"d2\",\"to\":[\"b\"]}]}],"
        "\"contradictions\":[],\"incomplete_rules\":[]}");
    ck_assert_ptr_nonnull(strstr(keep("d1", "d1").data, "\"rule\":\"d/aa\""));
}
END_TEST

START_TEST(a_name_the_reply_does_not_have_is_refused_with_the_nearest)
{
    make_three();
    w->decisions[1].name = CDS_TEXT("referral");
    w->decisions[1].json = CDS_TEXT("\"referral\"");
    ck_assert_uint_eq(keep("d1", "refferal").length, 0);
    ck_assert_int_eq(w->ctx.error.status, CDS_NOT_FOUND);
    ck_assert_str_eq(w->ctx.error.what,
                     "there is no decision \"refferal\"; is it \"referral\"?");
}
END_TEST

START_TEST(too_little_memory_is_an_error_and_nothing_else)
{
    make_three();
    const cds_evaluation *evaluation = world_evaluate(w);
    size_t done = 0;
    for (size_t bytes = 256; bytes < 20000; bytes += 256) {
        cds_ctx small = {.mem = cds_arena_new(bytes)};
        cds_text out = {0};
        cds_status status = cds_reply_write(&small, evaluation, &out);
        ck_assert(status == CDS_OK || status == CDS_TOO_LARGE);
        ck_assert((out.data != NULL) == (status == CDS_OK));
        done += status == CDS_OK;
        cds_arena_free(small.mem);
    }
    ck_assert_uint_gt(done, 0);
    ck_assert_uint_lt(done, 77);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("reply");
    TCase *cases = tcase_create("texts");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_test(cases, a_final_answer_has_its_recommendation_with_reasons);
    tcase_add_test(cases, an_undetermined_answer_says_what_it_could_become_and_asks);
    tcase_add_test(cases, a_presumed_rule_says_so_and_shows_no_value_for_what_is_open);
    tcase_add_test(cases, the_otherwise_answer_stands_last_even_where_it_is_declared);
    tcase_add_test(cases, a_withheld_answer_shows_no_rule_of_its_own);
    tcase_add_test(cases, a_suppressed_decision_says_by_whom_and_nothing_more);
    tcase_add_test(cases,
                   of_many_recommendations_those_with_most_facts_are_kept_and_shown_by_id);
    tcase_add_test(cases, a_measure_stands_for_itself_and_a_sum_for_its_facts);
    tcase_add_test(cases, a_reason_that_is_a_decision_only_says_so);
    tcase_add_test(cases, texts_fill_in_what_is_known_and_say_what_was_not_asked);
    tcase_add_test(cases, a_contradiction_names_its_facts_once);
    tcase_add_test(cases, broken_parts_are_named_and_the_answer_stands);
    tcase_add_test(cases, keeping_all_decisions_keeps_every_byte);
    tcase_add_test(cases, what_belongs_to_other_decisions_is_left_out);
    tcase_add_test(cases, a_name_the_reply_does_not_have_is_refused_with_the_nearest);
    tcase_add_test(cases, too_little_memory_is_an_error_and_nothing_else);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
