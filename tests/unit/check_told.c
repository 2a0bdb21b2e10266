// SPDX-License-Identifier: Apache-2.0
// Reasons with the person's own values, and what is still open, in words.
#include "decide_world.h"
#include "engine/decide/told.h"

static world *w;
static cds_field *pain, *fever, *cough, *level, *sites, *asked;
static cds_buf buf;

static const cds_option levels[] = {{{"novice", 6}, {"New to it", 9}},
                                    {{"elite", 5}, {"Best there is", 13}}};
static const cds_option places[] = {
    {{"groin", 5}, {"Groin", 5}}, {{"calf", 4}, {"Calf", 4}}, {{"knee", 4}, {"Knee", 4}}};

static void setup(void)
{
    w = world_new();
    pain = world_field(w, "pain", CDS_WHOLE);
    fever = world_field(w, "fever", CDS_YESNO);
    cough = world_field(w, "cough", CDS_YESNO);
    level = world_field(w, "level", CDS_CHOICE);
    level->options = levels;
    level->option_count = 2;
    sites = world_field(w, "sites", CDS_CHOICES);
    sites->options = places;
    sites->option_count = 3;
    asked = world_field(w, "stage", CDS_WHOLE);
    asked->request = true;
    cds_buf_init(&buf, w->ctx.mem);
}

static void teardown(void)
{
    world_free(w);
}

static const cds_expression *number(const cds_field *field)
{
    return number_of(
        w, (cds_expression){.kind = CDS_OF_FIELD, .field = field, .says = field->path});
}

static cds_condition *compared(const cds_expression *value, const char *says, const char * not )
{
    cds_condition *made = at_least(w, value, 3);
    made->says = cds_text_of(says);
    made->says_not = cds_text_of(not );
    return made;
}

static cds_condition *includes(cds_word word, const cds_field *field, uint64_t options)
{
    cds_condition *made = leaf(w, word, field);
    made->options = options;
    return made;
}

static void know_option(const cds_field *field, unsigned option)
{
    know_json(w, field, (cds_json){.kind = CDS_JSON_STRING});
    w->fact_list[field->index].option = option;
}

static void know_options(const cds_field *field, uint64_t options)
{
    know_json(w, field, (cds_json){.kind = CDS_JSON_ARRAY});
    w->fact_list[field->index].options = options;
}

static void check(const char *expected)
{
    cds_text text = {0};
    ck_assert_int_eq(cds_buf_end(&w->ctx, &buf, &text), CDS_OK);
    ck_assert_msg(cds_text_is(text, expected), "got '%.*s', expected '%s'", (int)text.length,
                  text.data, expected);
    cds_buf_init(&buf, w->ctx.mem);
}

// Why the condition is as it is, in words.
static void check_reasons(const cds_condition *condition, const char *expected)
{
    cds_reasons because = {NULL, 0};
    const cds_evaluation *evaluation = world_evaluate(w);
    ck_assert_int_eq(cds_because(&w->ctx, evaluation, condition, &because), CDS_OK);
    cds_told_reasons(&buf, evaluation, &because);
    check(expected);
}

static void check_open(const cds_condition *condition, const char *expected)
{
    cds_told_open(&buf, world_evaluate(w), condition);
    check(expected);
}

START_TEST(a_number_is_said_before_what_it_is_held_against)
{
    const char *says = "pain is at least 3";
    const char *not = "pain is under 3";
    know_number(w, pain, 4);
    check_reasons(compared(number(pain), says, not ), "pain is 4 (at least 3)");
    know_number(w, pain, 2);
    check_reasons(join(w, CDS_NONE, compared(number(pain), says, not )), "pain is 2 (under 3)");
}
END_TEST

START_TEST(one_number_alone_is_not_said_twice)
{
    cds_condition *exactly = compared(number(pain), "pain is 3", "pain is not 3");
    exactly->range.has_high = true;
    exactly->range.high = 3;
    know_number(w, pain, 3);
    check_reasons(exactly, "pain is 3");
    know_number(w, pain, 5);
    check_reasons(join(w, CDS_NONE, exactly), "pain is 5 (not 3)");
    exactly->range.high = 4;
    exactly->says = CDS_TEXT("pain is from 3 to 4");
    know_number(w, pain, 3);
    check_reasons(exactly, "pain is 3 (from 3 to 4)");
}
END_TEST

START_TEST(a_range_that_is_open_above_shows_the_number)
{
    cds_condition *under = compared(number(pain), "pain is at most 3", "pain is over 3");
    under->range = (cds_range){.has_high = true, .high = 3};
    know_number(w, pain, 3);
    check_reasons(under, "pain is 3 (at most 3)");
}
END_TEST

START_TEST(what_is_worked_out_of_several_keeps_its_words)
{
    const cds_expression *sum =
        number_of(w, (cds_expression){.kind = CDS_OF_ARITHMETIC,
                                      .word = CDS_PLUS,
                                      .left = number(pain),
                                      .right = number(pain),
                                      .says = CDS_TEXT("pain plus pain")});
    know_number(w, pain, 4);
    check_reasons(compared(sum, "pain plus pain is at least 3", ""),
                  "pain plus pain is at least 3");
}
END_TEST

START_TEST(words_shorter_than_the_range_s_are_kept)
{
    know_number(w, pain, 4);
    check_reasons(compared(number(pain), "sore", "not sore"), "sore");
}
END_TEST

START_TEST(a_choice_is_said_by_its_title_and_a_list_by_what_is_looked_for)
{
    know_option(level, 1);
    check_reasons(includes(CDS_IS_ONE_OF, level, 2), "level: best there is");
    know_options(sites, 1 | 2);
    check_reasons(includes(CDS_INCLUDES_ANY, sites, 1 | 2 | 4), "sites: groin and calf");
    check_reasons(includes(CDS_INCLUDES_NONE, sites, 4), "sites");
    know_options(sites, 0);
    check_reasons(includes(CDS_INCLUDES_NONE, sites, 4), "sites: none");
}
END_TEST

START_TEST(a_request_that_nobody_made_is_said_to_be_not_given)
{
    check_reasons(leaf(w, CDS_NOT_GIVEN, asked), "stage is not given");
    know_number(w, asked, 2);
    check_reasons(leaf(w, CDS_GIVEN, asked), "stage");
}
END_TEST

START_TEST(what_nobody_asked_comes_last)
{
    know_yes(w, fever, true);
    const cds_condition *sore = compared(number(pain), "pain is at least 3", "");
    check_reasons(join(w, CDS_ALL, leaf(w, CDS_YES, fever), join(w, CDS_UNLESS_RULED_OUT, sore),
                       join(w, CDS_UNLESS_RULED_OUT, leaf(w, CDS_YES, cough))),
                  "fever; and nobody has yet asked about pain and cough");
    const cds_decision *care = world_decision(w, "care", "a u o", 1);
    (void)world_rule(w, care, 0, leaf(w, CDS_YES, cough));
    check_reasons(join(w, CDS_UNLESS_RULED_OUT, decided(w, care, 1)),
                  "nobody has yet asked about whether decided care");
}
END_TEST

START_TEST(only_what_is_open_is_still_to_be_found)
{
    const cds_condition *cold = leaf(w, CDS_YES, cough);
    const cds_condition *warm = leaf(w, CDS_YES, fever);
    const cds_condition *sore = compared(number(pain), "pain is at least 3", "pain is under 3");
    check_open(join(w, CDS_ALL, cold, warm), "cough; and fever");
    check_open(join(w, CDS_ANY, cold, warm, sore), "cough; fever; or pain is at least 3");
    check_open(join(w, CDS_NONE, cold, warm), "not cough; and not fever");
    check_open(join(w, CDS_NONE, join(w, CDS_ALL, cold, warm)), "(not cough; or not fever)");
    check_open(join(w, CDS_NONE, join(w, CDS_NONE, cold, warm)), "(cough; or fever)");
    check_open(join(w, CDS_ALL, sore, join(w, CDS_ANY, cold, warm)),
               "pain is at least 3; and (cough; or fever)");
    check_open(join(w, CDS_ALL, sore, join(w, CDS_UNLESS_RULED_OUT, cold)),
               "pain is at least 3; and cough");
    check_open(join(w, CDS_ALL, sore, finding(w, "ill", warm)), "pain is at least 3; and ill");
    check_open(join(w, CDS_NONE, finding(w, "ill", warm)), "not: ill");
    know_yes(w, fever, true);
    check_open(join(w, CDS_ALL, cold, warm), "cough");
}
END_TEST

START_TEST(of_so_many_those_that_hold_need_no_more)
{
    cds_condition *two = join(w, CDS_AT_LEAST_OF, leaf(w, CDS_YES, cough),
                              leaf(w, CDS_YES, fever), leaf(w, CDS_YES, sites));
    two->count = 2;
    check_open(two, "at least 2 of: cough; fever; and sites");
    check_open(join(w, CDS_NONE, two), "(fewer than 2 of: cough; fever; and sites)");
    know_yes(w, fever, true);
    check_open(two, "at least 1 more of: cough; and sites");
}
END_TEST

static void check_needs(const cds_condition *condition, const char *expected)
{
    ck_assert_int_eq(cds_told_needs(&w->ctx, world_evaluate(w), condition, &buf), CDS_OK);
    check(expected);
}

START_TEST(a_few_titles_are_named_and_the_rest_counted)
{
    const cds_condition *all[6];
    static const char *const names[] = {"one", "two", "three", "four", "five", "six"};
    for (size_t i = 0; i < 6; i++) {
        all[i] = leaf(w, CDS_YES, world_field(w, names[i], CDS_YESNO));
    }
    check_needs(join_list(w, CDS_ALL, all, 1), "one");
    check_needs(join_list(w, CDS_ALL, all, 2), "one and two");
    check_needs(join_list(w, CDS_ALL, all, 5), "one, two, three, four and five");
    check_needs(join_list(w, CDS_ALL, all, 6), "one, two, three, four and 2 more");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("told");
    TCase *cases = tcase_create("told");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_test(cases, a_number_is_said_before_what_it_is_held_against);
    tcase_add_test(cases, one_number_alone_is_not_said_twice);
    tcase_add_test(cases, a_range_that_is_open_above_shows_the_number);
    tcase_add_test(cases, what_is_worked_out_of_several_keeps_its_words);
    tcase_add_test(cases, words_shorter_than_the_range_s_are_kept);
    tcase_add_test(cases, a_choice_is_said_by_its_title_and_a_list_by_what_is_looked_for);
    tcase_add_test(cases, a_request_that_nobody_made_is_said_to_be_not_given);
    tcase_add_test(cases, what_nobody_asked_comes_last);
    tcase_add_test(cases, only_what_is_open_is_still_to_be_found);
    tcase_add_test(cases, of_so_many_those_that_hold_need_no_more);
    tcase_add_test(cases, a_few_titles_are_named_and_the_rest_counted);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
