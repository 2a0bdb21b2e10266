// SPDX-License-Identifier: Apache-2.0
// The reasons given are a minimal true set of leaves. Fields are letters: a to e are yes, v to
// z are no, and the rest was never asked.
#include "decide_world.h"
#include "engine/decide/because.h"

static world *w;

static void setup(void)
{
    static const char *const names[] = {"a", "b", "c", "d", "e", "p", "q",
                                        "r", "v", "w", "x", "y", "z"};
    w = world_new();
    for (size_t i = 0; i < 13; i++) {
        cds_field *field = world_field(w, names[i], CDS_YESNO);
        if (i < 5 || i > 7) {
            know_yes(w, field, i < 5);
        }
    }
}

static void teardown(void)
{
    world_free(w);
}

// Polish notation: `&2ab` all of a, b; `|` any; `!` none; `#2` + n: at least 2 of n; `?` unless
// ruled out; `:` a finding; a letter: yes(that field).
static cds_condition *read(const char **at)
{
    char word = *(*at)++;
    unsigned count = 0;
    if (word >= 'a' && word <= 'z') {
        for (size_t i = 0; i < w->fields.count; i++) {
            if (w->field_list[i].path.data[0] == word) {
                return leaf(w, CDS_YES, &w->field_list[i]);
            }
        }
    }
    if (word == '?') {
        return join(w, CDS_UNLESS_RULED_OUT, read(at));
    }
    if (word == ':') {
        return finding(w, "found", read(at));
    }
    if (word == '#') {
        count = (unsigned)(*(*at)++ - '0');
    }
    const cds_condition *parts[9];
    size_t length = (size_t)(*(*at)++ - '0');
    for (size_t i = 0; i < length; i++) {
        parts[i] = read(at);
    }
    cds_word words[] = {
        ['&'] = CDS_ALL, ['|'] = CDS_ANY, ['!'] = CDS_NONE, ['#'] = CDS_AT_LEAST_OF};
    cds_condition *made = join_list(w, words[(unsigned char)word], parts, length);
    made->count = count;
    return made;
}

// Each reason's field; in capitals when it is false, with a question mark when it is open.
static void letters_of(const cds_reasons *because, char *out)
{
    for (size_t i = 0; i < because->count; i++) {
        const cds_reason *one = &because->list[i];
        char letter = one->leaf->field->path.data[0];
        *out++ = (char)(one->as_false ? letter - 'a' + 'A' : letter);
        if (one->open) {
            *out++ = '?';
        }
    }
    *out = '\0';
}

static const struct {
    const char *condition, *because, *why;
} reasons[] = {
    {"a", "a", "a leaf"},
    {"&2ab", "ab", "all: every part"},
    {"&2aa", "a", "no fact twice"},
    {"|3axb", "a", "any: the first of equals"},
    {"|3xab", "a", "false parts explain nothing"},
    {"|3&2abcd", "c", "any: the one with fewest leaves"},
    {"|3pqa", "a", "a true part is enough, whatever is unknown"},
    {"|2&2|2&2ab&3abcc&2cd", "cd", "any: the one with fewest leaves, however deep they lie"},
    {"!2xy", "XY", "none: every part is false"},
    {"!1&3axy", "X", "a false all: one false part"},
    {"!1&2&2ax|2yz", "X", "of several false parts the one with fewest leaves"},
    {"!1|2xy", "XY", "a false any: all parts"},
    {"!1!2xa", "a", "a false none: what is true in it"},
    {"#24xabc", "ab", "at least two: the first two"},
    {"#23?pab", "ab", "true ones rather than presumed ones"},
    {"#23?pax", "p?a", "presumed ones where true ones don't suffice"},
    {"!1#23xya", "XY", "too few: enough false ones"},
    {"!1#33xya", "X", "one false is too few for three of three"},
    {"?a", "a", "not ruled out because it is true"},
    {"?p", "p?", "not ruled out because nobody asked"},
    {"?|3xpq", "p?q?", "everything that would have to be ruled out"},
    {"?&2ap", "p?", "what is known is not open"},
    {"?!2px", "P?", "open, and it would hold by being false"},
    {"!1:?x", "X", "through a finding"},
    {"|2?p?&2pq", "p?", "presumed any: one presumed part"},
    {"&2a?:?p", "ap?", "a presumption inside a presumption"},
    {":&2a:|2xb", "ab", "findings say what they rest on"},
};

START_TEST(the_reasons_are_the_fewest_leaves_that_carry_the_result)
{
    const char *at = reasons[_i].condition;
    const cds_condition *condition = read(&at);
    cds_reasons because = {0};
    char letters[64];
    ck_assert_int_eq(cds_because(&w->ctx, world_evaluate(w), condition, &because), CDS_OK);
    letters_of(&because, letters);
    ck_assert_msg(strcmp(letters, reasons[_i].because) == 0, "%s (%s): %s", reasons[_i].why,
                  reasons[_i].condition, letters);
}
END_TEST

static const struct {
    const char *condition, *because, *why;
} refusals[] = {
    {"x", "X", "a leaf"},
    {"&3axy", "X", "all: one false part is enough"},
    {"|2xy", "XY", "any: every part is false"},
    {"!2ax", "a", "none: what is true in it"},
    {"#33axy", "X", "too few: one false part of three of three"},
    {"?x", "X", "ruled out"},
    {"&2p:x", "X", "through a finding, whatever is unknown"},
};

START_TEST(what_is_false_has_its_reasons_too)
{
    const char *at = refusals[_i].condition;
    const cds_condition *condition = read(&at);
    cds_reasons because = {0};
    char letters[64];
    ck_assert_int_eq(cds_because(&w->ctx, world_evaluate(w), condition, &because), CDS_OK);
    letters_of(&because, letters);
    ck_assert_msg(strcmp(letters, refusals[_i].because) == 0, "%s (%s): %s", refusals[_i].why,
                  refusals[_i].condition, letters);
}
END_TEST

START_TEST(deeply_nested_words_take_no_more_than_a_moment)
{
    char text[128];
    size_t length = 0;
    while (length < 90) { // any of (any of (..., a), x): thirty levels
        memcpy(text + length, "|2:", 3);
        length += 3;
    }
    text[length++] = 'a';
    memset(text + length, 'x', 30);
    text[length + 30] = '\0';
    const char *at = text;
    const cds_condition *condition = read(&at);
    cds_reasons because = {0};
    ck_assert_int_eq(cds_because(&w->ctx, world_evaluate(w), condition, &because), CDS_OK);
    ck_assert_uint_eq(because.count, 1);
}
END_TEST

START_TEST(false_findings_inside_false_findings_take_no_more_than_a_moment)
{
    char text[64] = "!1";
    memset(text + 2, ':', 40);
    text[42] = 'x';
    const char *at = text;
    const cds_condition *condition = read(&at);
    cds_reasons because = {0};
    ck_assert_int_eq(cds_because(&w->ctx, world_evaluate(w), condition, &because), CDS_OK);
    ck_assert_uint_eq(because.count, 1);
}
END_TEST

START_TEST(a_false_finding_of_many_leaves_is_named_whole)
{
    const char *at = "!1:|4xyzv";
    const cds_condition *condition = read(&at);
    cds_reasons because = {0};
    ck_assert_int_eq(cds_because(&w->ctx, world_evaluate(w), condition, &because), CDS_OK);
    ck_assert_uint_eq(because.count, 1);
    ck_assert_int_eq(because.list[0].leaf->word, CDS_FINDING);
    ck_assert(because.list[0].as_false);
}
END_TEST

START_TEST(what_was_learnt_of_one_finding_is_not_said_of_another)
{
    const char *many = "!1:|4xyzv";
    const char *few = "!1:x";
    const cds_condition *of_many = read(&many);
    const cds_condition *of_few = read(&few);
    const cds_evaluation *evaluation = world_evaluate(w);
    cds_learnt learnt = NULL;
    ck_assert_int_eq(cds_learnt_new(&w->ctx, evaluation, &learnt), CDS_OK);
    for (int turn = 0; turn < 2; turn++) {
        cds_reasons because = {0};
        ck_assert_int_eq(cds_because_learning(&w->ctx, evaluation, of_many, learnt, &because),
                         CDS_OK);
        ck_assert_uint_eq(because.count, 1);
        ck_assert_int_eq(because.list[0].leaf->word, CDS_FINDING);
        ck_assert_int_eq(cds_because_learning(&w->ctx, evaluation, of_few, learnt, &because),
                         CDS_OK);
        ck_assert_uint_eq(because.count, 1);
        ck_assert_int_eq(because.list[0].leaf->word, CDS_YES);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("because");
    TCase *cases = tcase_create("reasons");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_loop_test(cases, the_reasons_are_the_fewest_leaves_that_carry_the_result, 0,
                        (int)(sizeof reasons / sizeof reasons[0]));
    tcase_add_loop_test(cases, what_is_false_has_its_reasons_too, 0,
                        (int)(sizeof refusals / sizeof refusals[0]));
    tcase_add_test(cases, deeply_nested_words_take_no_more_than_a_moment);
    tcase_add_test(cases, false_findings_inside_false_findings_take_no_more_than_a_moment);
    tcase_add_test(cases, a_false_finding_of_many_leaves_is_named_whole);
    tcase_add_test(cases, what_was_learnt_of_one_finding_is_not_said_of_another);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
