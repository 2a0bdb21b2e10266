// SPDX-License-Identifier: Apache-2.0
// The words of a reason in the reply: escaped where they need it, and whole each time the same
// fact is named.
#include "clinic_rules.h"
#include "decide_world.h"
#include "engine/decide/reply.h"
#include "release_fixture.h"

static world *w;

static void setup(void)
{
    w = world_new();
}

static void teardown(void)
{
    world_free(w);
}

static bool is_its_own_json(cds_text text)
{
    const cds_text json = quoted(w, text);
    return json.length == text.length + 2;
}

START_TEST(a_leaf_knows_whether_its_words_need_an_escape)
{
    static clinic library;
    clinic_open(&library);
    clinic_load(&library);
    for (size_t i = 0; i < library.view->condition_count; i++) {
        const cds_condition *one = library.view->conditions[i];
        const bool plain = is_its_own_json(one->says) && is_its_own_json(one->says_not);
        ck_assert(one->says.data == NULL || one->says_plain == plain);
    }
    clinic_close(&library);
}
END_TEST

static const struct {
    const char *condition, *says;
    bool plain;
} leaves[] = {
    {"patient.word:is 'blue'", "word: blue", true},
    {"patient.word:is 'a \"b\"'", "word: a \"b\"", false},
    {"patient.word:is 'a\\\\b'", "word: a\\b", false},
    {"patient.word:is '\u00e9'", "word: \u00e9", true},
};

START_TEST(words_from_a_rule_are_plain_or_not)
{
    static char rule[4096];
    release made = release_new();
    snprintf(rule, sizeof rule, "%s%s%s", RELEASE_RULE_BEGIN, leaves[_i].condition,
             RELEASE_RULE_END);
    release_put(&made, "care/one.lua", rule);
    const cds_condition *leaf = release_look(&made)->rules[0].when;
    ck_assert_text(leaf->says, leaves[_i].says);
    ck_assert_int_eq(leaf->says_plain, leaves[_i].plain);
    release_free(&made);
}
END_TEST

static const char *reply(void)
{
    cds_text text = {0};
    cds_text copy = {0};
    ck_assert_int_eq(cds_reply_write(&w->ctx, world_evaluate(w), &text), CDS_OK);
    ck_assert_int_eq(cds_text_copy(&w->ctx, text, &copy), CDS_OK);
    return copy.data;
}

START_TEST(words_are_written_as_they_are_or_with_their_escapes)
{
    cds_field *numb = world_field(w, "numb", CDS_YESNO);
    cds_field *cold = world_field(w, "cold", CDS_YESNO);
    cds_condition *quoting = leaf(w, CDS_YES, numb);
    cds_condition *plain = leaf(w, CDS_NO, cold);
    quoting->says = CDS_TEXT("so \"numb\"");
    plain->says = CDS_TEXT("not cold at all");
    plain->says_plain = true;
    know_yes(w, numb, true);
    know_yes(w, cold, false);
    world_rule(w, world_decision(w, "d", "a u o", 1), 0, join(w, CDS_ALL, quoting, plain));
    ck_assert_ptr_nonnull(strstr(
        reply(), "\"because\":[{\"pointer\":\"/numb\",\"value\":true,\"says\":\"so "
                 "\\\"numb\\\"\"},{\"pointer\":\"/cold\",\"value\":false,\"says\":\"not cold "
                 "at all\"}]"));
}
END_TEST

static const cds_condition *none_of_many(const char *says, bool plain)
{
    static const char *const names[] = {"p", "q", "r", "s"};
    const cds_condition *parts[4];
    for (size_t i = 0; i < 4; i++) {
        cds_field *field = world_field(w, names[i], CDS_YESNO);
        know_yes(w, field, false);
        parts[i] = leaf(w, CDS_YES, field);
    }
    cds_condition *named = finding(w, says, join_list(w, CDS_ANY, parts, 4));
    named->says_plain = plain;
    return join(w, CDS_NONE, named);
}

START_TEST(a_finding_that_was_not_found_is_said_in_its_own_words)
{
    const cds_condition *one = none_of_many("any \"red flag\"", false);
    const cds_condition *other = none_of_many("any reason", true);
    world_rule(w, world_decision(w, "d", "a u o", 1), 0, join(w, CDS_ALL, one, other));
    ck_assert_ptr_nonnull(strstr(reply(),
                                 "\"because\":[{\"says\":\"not found: any \\\"red flag\\\"\"},"
                                 "{\"says\":\"not found: any reason\"}]"));
}
END_TEST

START_TEST(a_fact_is_told_whole_each_time_it_is_named)
{
    cds_field *age = world_field(w, "age", CDS_WHOLE);
    cds_field *word = world_field(w, "word", CDS_WORD);
    const cds_decision *decision = world_decision(w, "d", "a u o", 1);
    const cds_expression *number =
        number_of(w, (cds_expression){.kind = CDS_OF_FIELD, .field = age});
    cds_condition *known = leaf(w, CDS_KNOWN, word);
    know_number(w, age, 52);
    know_json(w, word, (cds_json){.kind = CDS_JSON_STRING, .text = CDS_TEXT("a \"b\"")});
    world_rule(w, decision, 0, join(w, CDS_ALL, at_least(w, number, 40), known));
    world_rule(w, decision, 0, join(w, CDS_ALL, known, at_least(w, number, 30)));
    const char *const told = reply();
    ck_assert_ptr_nonnull(
        strstr(told, "[{\"pointer\":\"/age\",\"value\":52,\"says\":\"it is enough\"},"
                     "{\"pointer\":\"/word\",\"value\":\"a \\\"b\\\"\",\"says\":\"word\"}]"));
    ck_assert_ptr_nonnull(
        strstr(told, "[{\"pointer\":\"/word\",\"value\":\"a \\\"b\\\"\",\"says\":\"word\"},"
                     "{\"pointer\":\"/age\",\"value\":52,\"says\":\"it is enough\"}]"));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("says");
    TCase *cases = tcase_create("says");
    tcase_add_checked_fixture(cases, setup, teardown);
    suite_add_tcase(suite, cases);
    tcase_add_test(cases, a_leaf_knows_whether_its_words_need_an_escape);
    tcase_add_loop_test(cases, words_from_a_rule_are_plain_or_not, 0,
                        sizeof leaves / sizeof leaves[0]);
    tcase_add_test(cases, words_are_written_as_they_are_or_with_their_escapes);
    tcase_add_test(cases, a_finding_that_was_not_found_is_said_in_its_own_words);
    tcase_add_test(cases, a_fact_is_told_whole_each_time_it_is_named);
    return run_suite(suite);
}
