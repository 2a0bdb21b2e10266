// SPDX-License-Identifier: Apache-2.0
// The clinic's own rules on random persons, whose facts are learnt one by one: unknown is never
// no, and what was final stays.
#include "clinic_people.h"
#include "engine/decide/questions.h"
#include "engine/decide/reply.h"
#include "release_fixture.h"

#define LIVES 20

static clinic library;
static people all;
static cds_sandbox *sandbox;
static const cds_ruleset_view *view;

static void setup(void)
{
    clinic_open(&library);
    clinic_load(&library);
    cds_status status =
        cds_sandbox_open(&library.ctx, library.rules, cds_default_budget, &sandbox);
    ck_assert_int_eq(status, CDS_OK);
    view = library.view;
}

static void teardown(void)
{
    cds_sandbox_close(sandbox);
    clinic_close(&library);
}

static const cds_evaluation *evaluate(person *who)
{
    return person_evaluate(&who->ctx, sandbox, &who->known);
}

static void check_step(const cds_evaluation *was, const cds_evaluation *is, cds_text learnt)
{
    for (size_t i = 0; i < view->decision_count; i++) {
        const cds_outcome *before = &was->outcomes[i];
        const cds_outcome *after = &is->outcomes[i];
        const char *name = before->decision->name.data;
        int length = (int)before->decision->name.length;
        ck_assert_msg(!before->own_final || after->own == before->own,
                      "%.*s was final and changed with %.*s", length, name, (int)learnt.length,
                      learnt.data);
        ck_assert_msg((after->possible & ~before->possible) == 0,
                      "%.*s could become what it could not before, with %.*s", length, name,
                      (int)learnt.length, learnt.data);
    }
    for (size_t i = 0; i < view->condition_count; i++) {
        cds_truth before = cds_evaluation_truth(was, view->conditions[i]);
        cds_truth after = cds_evaluation_truth(is, view->conditions[i]);
        ck_assert_msg(before == CDS_IS_UNKNOWN || before == CDS_PRESUMED || before == after,
                      "%.*s:%d was settled and changed",
                      (int)view->conditions[i]->place.file.length,
                      view->conditions[i]->place.file.data, view->conditions[i]->place.line);
    }
}

static bool is_asked(const cds_questions *questions, const cds_field *field,
                     const cds_decision *decision)
{
    for (size_t i = 0; i < questions->count; i++) {
        const cds_question *one = &questions->list[i];
        for (size_t k = 0; one->field == field && k < one->change_count; k++) {
            if (one->changes[k].decision == decision) {
                return true;
            }
        }
    }
    return false;
}

// What no question asked for a decision can't change it.
static void check_asked(const cds_evaluation *was, const cds_evaluation *is,
                        const cds_questions *questions, const cds_field *learnt)
{
    for (size_t i = 0; i < view->decision_count; i++) {
        const cds_outcome *before = &was->outcomes[i];
        const cds_outcome *after = &is->outcomes[i];
        ck_assert_msg(before->by != NULL || after->possible == before->possible ||
                          is_asked(questions, learnt, before->decision),
                      "%.*s changed with %.*s, which was not asked",
                      (int)before->decision->name.length, before->decision->name.data,
                      (int)learnt->path.length, learnt->path.data);
    }
}

// The reply is JSON, and keeping every decision of it keeps every byte.
static void check_reply(person *who, const cds_evaluation *evaluation)
{
    cds_text reply = {0};
    cds_text kept = {0};
    cds_text names[64];
    for (size_t i = 0; i < view->decision_count; i++) {
        names[i] = view->decisions[i].name;
    }
    ck_assert_int_eq(cds_reply_write(&who->ctx, evaluation, &reply), CDS_OK);
    cds_reply_filter all = {names, view->decision_count};
    ck_assert_int_eq(cds_reply_keep(&who->ctx, reply, &all, &kept), CDS_OK);
    ck_assert(cds_text_equal(reply, kept));
}

static const cds_field *next_field(const person *who)
{
    size_t start = below(&all, view->fields->count);
    for (size_t i = 0; i < view->fields->count; i++) {
        size_t place = (start + i) % view->fields->count;
        if (!who->facts[place].known && !is_given(&view->fields->list[place])) {
            return &view->fields->list[place];
        }
    }
    return NULL;
}

// Conditions are looked at when asked for: all of them, before more is learnt.
static void look_at_all(const cds_evaluation *evaluation)
{
    for (size_t i = 0; i < view->condition_count; i++) {
        (void)cds_evaluation_truth(evaluation, view->conditions[i]);
    }
}

static size_t live(void)
{
    size_t finals = 0;
    person who = person_new(&all);
    const cds_evaluation *was = evaluate(&who);
    for (const cds_field *next = next_field(&who); next != NULL; next = next_field(&who)) {
        cds_questions questions = {0};
        ck_assert_int_eq(cds_questions_collect(&who.ctx, was, &questions), CDS_OK);
        look_at_all(was);
        who.facts[next->index] = random_fact(&all, &who, next);
        const cds_evaluation *is = evaluate(&who);
        check_step(was, is, next->path);
        check_asked(was, is, &questions, next);
        if (below(&all, 10) == 0) {
            check_reply(&who, is);
        }
        was = is;
    }
    for (size_t i = 0; i < view->decision_count; i++) {
        finals += was->outcomes[i].own_final;
    }
    cds_arena_free(who.ctx.mem);
    return finals;
}

START_TEST(what_the_clinic_holds_final_stays_whatever_is_learnt)
{
    people_open(&all, view, "check_lives");
    size_t lives = people_wanted(LIVES);
    size_t finals = 0;
    for (size_t i = 0; i < lives; i++) {
        finals += live();
    }
    // with everything known nothing is open but what a measure outside its range leaves so
    ck_assert_uint_gt(finals, lives * view->decision_count * 9 / 10);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("lives");
    TCase *cases = tcase_create("persons");
    tcase_set_timeout(cases, 300);
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_test(cases, what_the_clinic_holds_final_stays_whatever_is_learnt);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
