// SPDX-License-Identifier: Apache-2.0
// The four-valued logic word by word, and what every leaf says of a known, an unknown and an
// ungiven fact.
#include "decide_world.h"

static world *w;
static cds_field *told, *untold;

static void setup(void)
{
    w = world_new();
    told = world_field(w, "told", CDS_YESNO);
    untold = world_field(w, "untold", CDS_YESNO);
    know_yes(w, told, true);
}

static void teardown(void)
{
    world_free(w);
}

static const cds_condition *part(char truth)
{
    switch (truth) {
    case 'T':
        return leaf(w, CDS_YES, told);
    case 'F':
        return leaf(w, CDS_NO, told);
    case 'U':
        return leaf(w, CDS_YES, untold);
    default:
        return join(w, CDS_UNLESS_RULED_OUT, leaf(w, CDS_YES, untold));
    }
}

static char letter_of(const cds_condition *condition)
{
    return "FTUP"[cds_evaluation_truth(world_evaluate(w), condition)];
}

static cds_condition *joined(cds_word word, const char *truths)
{
    const cds_condition *parts[8];
    size_t count = strlen(truths);
    for (size_t i = 0; i < count; i++) {
        parts[i] = part(truths[i]);
    }
    return join_list(w, word, parts, count);
}

static const struct {
    const char *parts;
    char all, any, none;
} joins[] = {
    {"", 'T', 'F', 'T'},   {"T", 'T', 'T', 'F'},  {"F", 'F', 'F', 'T'},  {"U", 'U', 'U', 'U'},
    {"P", 'P', 'P', 'U'},  {"TT", 'T', 'T', 'F'}, {"TF", 'F', 'T', 'F'}, {"TU", 'U', 'T', 'F'},
    {"TP", 'P', 'T', 'F'}, {"FT", 'F', 'T', 'F'}, {"FF", 'F', 'F', 'T'}, {"FU", 'F', 'U', 'U'},
    {"FP", 'F', 'P', 'U'}, {"UT", 'U', 'T', 'F'}, {"UF", 'F', 'U', 'U'}, {"UU", 'U', 'U', 'U'},
    {"UP", 'U', 'P', 'U'}, {"PT", 'P', 'T', 'F'}, {"PF", 'F', 'P', 'U'}, {"PU", 'U', 'P', 'U'},
    {"PP", 'P', 'P', 'U'},
};

START_TEST(all_any_and_none_follow_their_tables)
{
    ck_assert_msg(letter_of(joined(CDS_ALL, joins[_i].parts)) == joins[_i].all, "all %s",
                  joins[_i].parts);
    ck_assert_msg(letter_of(joined(CDS_ANY, joins[_i].parts)) == joins[_i].any, "any %s",
                  joins[_i].parts);
    ck_assert_msg(letter_of(joined(CDS_NONE, joins[_i].parts)) == joins[_i].none, "none %s",
                  joins[_i].parts);
}
END_TEST

static const struct {
    unsigned count;
    const char *parts;
    char truth;
} counts[] = {
    {1, "", 'F'},    {1, "F", 'F'},   {1, "U", 'U'},   {1, "P", 'P'},   {1, "T", 'T'},
    {2, "TF", 'F'},  {2, "TU", 'U'},  {2, "TP", 'P'},  {2, "TT", 'T'},  {2, "UU", 'U'},
    {2, "PP", 'P'},  {2, "PU", 'U'},  {2, "FTT", 'T'}, {2, "FFU", 'F'}, {2, "UTT", 'T'},
    {3, "TPU", 'U'}, {3, "TPP", 'P'}, {2, "TPU", 'P'}, {3, "TTF", 'F'}, {2, "UFP", 'U'},
};

START_TEST(at_least_of_counts_the_true_then_the_presumed_then_the_unknown)
{
    cds_condition *made = joined(CDS_AT_LEAST_OF, counts[_i].parts);
    made->count = counts[_i].count;
    ck_assert_msg(letter_of(made) == counts[_i].truth, "at least %u of %s", counts[_i].count,
                  counts[_i].parts);
}
END_TEST

START_TEST(unless_ruled_out_presumes_what_is_not_known)
{
    static const char pairs[][2] = {{'T', 'T'}, {'F', 'F'}, {'U', 'P'}, {'P', 'P'}};
    for (size_t i = 0; i < 4; i++) {
        cds_condition *made = join(w, CDS_UNLESS_RULED_OUT, part(pairs[i][0]));
        ck_assert_int_eq(letter_of(made), pairs[i][1]);
    }
}
END_TEST

START_TEST(a_finding_is_as_true_as_its_condition)
{
    for (const char *truth = "TFUP"; *truth != '\0'; truth++) {
        ck_assert_int_eq(letter_of(finding(w, "found", part(*truth))), *truth);
    }
}
END_TEST

static const cds_option colours[] = {{{"red", 3}, {"Red", 3}}, {{"blue", 4}, {"Blue", 4}}};

static cds_field *colour_field(cds_field_kind kind)
{
    cds_field *field = world_field(w, "colour", kind);
    field->options = colours;
    field->option_count = 2;
    return field;
}

static char says(cds_word word, const cds_field *field, uint64_t options)
{
    cds_condition *made = leaf(w, word, field);
    made->options = options;
    made->count = 1;
    return letter_of(made);
}

START_TEST(a_choice_is_one_of_its_options)
{
    cds_field *field = colour_field(CDS_CHOICE);
    ck_assert_int_eq(says(CDS_IS_ONE_OF, field, 1), 'U');
    know_json(w, field, (cds_json){.kind = CDS_JSON_STRING, .text = colours[1].value});
    w->fact_list[field->index].option = 1;
    ck_assert_int_eq(says(CDS_IS_ONE_OF, field, 1), 'F');
    ck_assert_int_eq(says(CDS_IS_ONE_OF, field, 2), 'T');
    ck_assert_int_eq(says(CDS_IS_ONE_OF, field, 3), 'T');
}
END_TEST

static const struct {
    uint64_t chosen;
    char any_red, none_red, one;
} choices[] = {{0, 'F', 'T', 'F'}, {1, 'T', 'F', 'T'}, {2, 'F', 'T', 'T'}, {3, 'T', 'F', 'T'}};

START_TEST(a_list_that_was_asked_for_and_is_empty_includes_nothing)
{
    cds_field *field = colour_field(CDS_CHOICES);
    ck_assert_int_eq(says(CDS_INCLUDES_ANY, field, 1), 'U');
    ck_assert_int_eq(says(CDS_INCLUDES_NONE, field, 1), 'U');
    ck_assert_int_eq(says(CDS_COUNTS_AT_LEAST, field, 0), 'U');
    know_json(w, field, (cds_json){.kind = CDS_JSON_ARRAY});
    w->fact_list[field->index].options = choices[_i].chosen;
    ck_assert_int_eq(says(CDS_INCLUDES_ANY, field, 1), choices[_i].any_red);
    ck_assert_int_eq(says(CDS_INCLUDES_NONE, field, 1), choices[_i].none_red);
    ck_assert_int_eq(says(CDS_COUNTS_AT_LEAST, field, 0), choices[_i].one);
}
END_TEST

START_TEST(what_was_not_asked_for_is_false_in_every_word_but_not_given)
{
    cds_field *field = colour_field(CDS_CHOICES);
    cds_field *number = world_field(w, "planned", CDS_NUMBER);
    field->request = number->request = true;
    cds_expression of = {.kind = CDS_OF_FIELD, .field = number};
    cds_expression other = {.kind = CDS_OF_FIELD,
                            .field = world_field(w, "longest", CDS_NUMBER)};
    cds_expression ratio = {.kind = CDS_OF_ARITHMETIC,
                            .word = CDS_OVER,
                            .left = number_of(w, of),
                            .right = number_of(w, other)};
    ck_assert_int_eq(says(CDS_INCLUDES_ANY, field, 1), 'F');
    ck_assert_int_eq(says(CDS_INCLUDES_NONE, field, 1), 'F');
    ck_assert_int_eq(says(CDS_YES, field, 0), 'F');
    ck_assert_int_eq(says(CDS_NO, field, 0), 'F');
    ck_assert_int_eq(says(CDS_KNOWN, field, 0), 'F');
    ck_assert_int_eq(says(CDS_GIVEN, field, 0), 'F');
    ck_assert_int_eq(says(CDS_NOT_GIVEN, field, 0), 'T');
    ck_assert_int_eq(letter_of(at_least(w, number_of(w, of), 0)), 'F');
    ck_assert_int_eq(letter_of(at_least(w, number_of(w, ratio), 0)), 'F');
    know_number(w, number, 5);
    ck_assert_int_eq(says(CDS_GIVEN, number, 0), 'T');
    ck_assert_int_eq(says(CDS_NOT_GIVEN, number, 0), 'F');
    ck_assert_int_eq(letter_of(at_least(w, number_of(w, ratio), 0)), 'U');
}
END_TEST

START_TEST(known_is_true_or_unknown_and_never_false)
{
    ck_assert_int_eq(says(CDS_KNOWN, told, 0), 'T');
    ck_assert_int_eq(says(CDS_KNOWN, untold, 0), 'U');
}
END_TEST

static const struct {
    const char *items;
    char truth;
} lists[] = {
    {"[]", 'F'},
    {"[{\"class\":\"nsaid\",\"days\":3}]", 'T'},
    {"[{\"class\":\"nsaid\"}]", 'U'},
    {"[{\"class\":\"nsaid\",\"days\":null}]", 'U'},
    {"[{\"class\":\"nsaid\",\"days\":4}]", 'F'},
    {"[{\"class\":\"other\"}]", 'F'},
    {"[{\"days\":4},{\"class\":\"nsaid\"}]", 'U'},
    {"[{\"days\":3},{\"days\":3.0,\"class\":\"nsaid\"}]", 'T'},
    {"[{}]", 'U'},
};

START_TEST(an_item_that_lacks_a_member_leaves_has_unknown)
{
    cds_field *field = world_field(w, "items", CDS_ITEMS);
    const cds_json *asked = NULL;
    ck_assert_int_eq(
        cds_json_parse(&w->ctx, CDS_TEXT("{\"class\":\"nsaid\",\"days\":3}"), &asked), CDS_OK);
    cds_member members[] = {{asked->child->name, asked->child},
                            {asked->child->next->name, asked->child->next}};
    cds_condition *made = leaf(w, CDS_HAS, field);
    made->members = members;
    made->member_count = 2;
    ck_assert_int_eq(letter_of(made), 'U');
    const cds_json *items = NULL;
    ck_assert_int_eq(cds_json_parse(&w->ctx, cds_text_of(lists[_i].items), &items), CDS_OK);
    know_json(w, field, *items);
    ck_assert_msg(letter_of(made) == lists[_i].truth, "%s", lists[_i].items);
}
END_TEST

static const struct {
    double number;
    cds_range range;
    char truth;
} ranges[] = {
    {3.9, {.has_low = true, .low = 4}, 'F'},
    {4, {.has_low = true, .low = 4}, 'T'},
    {4, {.has_low = true, .low = 4, .above = true}, 'F'},
    {4.1, {.has_low = true, .low = 4, .above = true}, 'T'},
    {4, {.has_high = true, .high = 4}, 'T'},
    {4.1, {.has_high = true, .high = 4}, 'F'},
    {4, {.has_high = true, .high = 4, .below = true}, 'F'},
    {3.9, {.has_high = true, .high = 4, .below = true}, 'T'},
    {2, {.has_low = true, .low = 2, .has_high = true, .high = 4}, 'T'},
    {4, {.has_low = true, .low = 2, .has_high = true, .high = 4}, 'T'},
    {5, {.has_low = true, .low = 2, .has_high = true, .high = 4}, 'F'},
    {1, {.has_low = true, .low = 2, .has_high = true, .high = 4}, 'F'},
};

// The same range on a plain fact, and on arithmetic that leaves it as it is.
START_TEST(a_range_includes_its_ends_unless_it_says_otherwise)
{
    cds_field *field = world_field(w, "number", CDS_NUMBER);
    cds_expression of = {.kind = CDS_OF_FIELD, .field = field};
    cds_expression nothing = {.kind = CDS_OF_NUMBER, .exact = {0, 1}};
    cds_expression sum = {.kind = CDS_OF_ARITHMETIC,
                          .word = CDS_PLUS,
                          .left = number_of(w, of),
                          .right = number_of(w, nothing)};
    cds_condition *plain = at_least(w, number_of(w, of), 0);
    cds_condition *exact = at_least(w, number_of(w, sum), 0);
    ck_assert_int_eq(letter_of(plain), 'U');
    ck_assert_int_eq(letter_of(exact), 'U');
    cds_ends *ends = exact->range.exact;
    plain->range = exact->range = ranges[_i].range;
    cds_decimal_of(exact->range.low, &ends->low);
    cds_decimal_of(exact->range.high, &ends->high);
    exact->range.exact = ends;
    know_number(w, field, ranges[_i].number);
    ck_assert_int_eq(letter_of(plain), ranges[_i].truth);
    ck_assert_int_eq(letter_of(exact), ranges[_i].truth);
}
END_TEST

static cds_expression ratio_of(const cds_field *over, const cds_field *under)
{
    return (cds_expression){
        .kind = CDS_OF_ARITHMETIC,
        .word = CDS_OVER,
        .left = number_of(w, (cds_expression){.kind = CDS_OF_FIELD, .field = over}),
        .right = number_of(w, (cds_expression){.kind = CDS_OF_FIELD, .field = under})};
}

START_TEST(a_quotient_is_compared_as_the_decimal_it_is)
{
    cds_field *over = world_field(w, "planned", CDS_NUMBER);
    cds_field *under = world_field(w, "longest", CDS_NUMBER);
    cds_condition *more = at_least(w, number_of(w, ratio_of(over, under)), 1.1);
    more->range.above = true;
    know_number(w, over, 17.6);
    know_number(w, under, 16);
    ck_assert_int_eq(letter_of(more), 'F'); // 17.6 / 16 is 1.1, and not above it
    know_number(w, over, 17.7);
    ck_assert_int_eq(letter_of(more), 'T');
    know_number(w, under, 0);
    ck_assert_int_eq(letter_of(more), 'U'); // a division by zero
    know_number(w, over, 1e300);
    know_number(w, under, 1e-300);
    ck_assert_int_eq(letter_of(more), 'U'); // beyond what fits
}
END_TEST

START_TEST(a_measure_outside_its_range_is_unknown)
{
    cds_field *over = world_field(w, "over", CDS_NUMBER);
    cds_field *under = world_field(w, "under", CDS_NUMBER);
    w->view.measure_count = 1;
    w->measures[0] = (cds_measure){.name = CDS_TEXT("ratio"),
                                   .value = number_of(w, ratio_of(over, under)),
                                   .has_range = true,
                                   .low = 0,
                                   .high = 10};
    cds_expression use = {.kind = CDS_OF_MEASURE, .measure = &w->measures[0]};
    cds_condition *made = at_least(w, number_of(w, use), 2);
    know_number(w, over, 20);
    ck_assert_int_eq(letter_of(made), 'U');
    know_number(w, under, 2);
    ck_assert_int_eq(letter_of(made), 'T');
    know_number(w, under, 1);
    ck_assert_int_eq(letter_of(made), 'U');
    know_number(w, under, 20);
    ck_assert_int_eq(letter_of(made), 'F');
}
END_TEST

#define LENGTH(table) (int)(sizeof(table) / sizeof(table)[0])

int main(void)
{
    Suite *suite = suite_create("truth");
    TCase *cases = tcase_create("words");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_loop_test(cases, all_any_and_none_follow_their_tables, 0, LENGTH(joins));
    tcase_add_loop_test(cases, at_least_of_counts_the_true_then_the_presumed_then_the_unknown,
                        0, LENGTH(counts));
    tcase_add_test(cases, unless_ruled_out_presumes_what_is_not_known);
    tcase_add_test(cases, a_finding_is_as_true_as_its_condition);
    tcase_add_test(cases, a_choice_is_one_of_its_options);
    tcase_add_loop_test(cases, a_list_that_was_asked_for_and_is_empty_includes_nothing, 0,
                        LENGTH(choices));
    tcase_add_test(cases, what_was_not_asked_for_is_false_in_every_word_but_not_given);
    tcase_add_test(cases, known_is_true_or_unknown_and_never_false);
    tcase_add_loop_test(cases, an_item_that_lacks_a_member_leaves_has_unknown, 0,
                        LENGTH(lists));
    tcase_add_loop_test(cases, a_range_includes_its_ends_unless_it_says_otherwise, 0,
                        LENGTH(ranges));
    tcase_add_test(cases, a_quotient_is_compared_as_the_decimal_it_is);
    tcase_add_test(cases, a_measure_outside_its_range_is_unknown);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
