// SPDX-License-Identifier: Apache-2.0
// Decisions: their answers and how they are settled, and the order they stand in.
#include "engine/compare/things.h"
#include "engine/compare/tree.h"

static cds_thing thing_of(const cds_decision *decision)
{
    return (cds_thing){CDS_CONCERN_DECISION, decision->name, decision->question,
                       decision->place.file};
}

static const cds_decision *find(const cds_ruleset_view *view, cds_text name)
{
    for (size_t i = 0; i < view->decision_count; i++) {
        if (cds_text_equal(view->decisions[i].name, name)) {
            return &view->decisions[i];
        }
    }
    return NULL;
}

static cds_text *answers_of(cds_differ *differ, const cds_decision *decision)
{
    cds_text *names = cds_differ_take(differ, decision->declared_count * sizeof *names);
    for (size_t i = 0; names != NULL && i < decision->declared_count; i++) {
        names[i] = decision->answers[i].name;
    }
    return names;
}

static void compare_answers(cds_differ *differ, const cds_decision *before,
                            const cds_decision *after)
{
    cds_differ_list list = {.before = answers_of(differ, before),
                            .after = answers_of(differ, after),
                            .before_count = before->declared_count,
                            .after_count = after->declared_count,
                            .added = CDS_EDIT_ANSWER_ADDED,
                            .removed = CDS_EDIT_ANSWER_REMOVED,
                            .order = CDS_EDIT_STRENGTH,
                            .part = "answers",
                            .noun = "answer"};
    if (list.before != NULL && list.after != NULL) {
        cds_differ_lists(differ, &list);
    }
}

static const cds_answer *find_answer(const cds_decision *decision, cds_text name)
{
    for (size_t i = 0; i < decision->answer_count; i++) {
        if (cds_text_equal(decision->answers[i].name, name)) {
            return &decision->answers[i];
        }
    }
    return NULL;
}

static void compare_answer(cds_differ *differ, const cds_answer *before,
                           const cds_answer *after)
{
    static const char *const yes_no[] = {"no", "yes"};
    cds_text name = before->name;
    cds_differ_words(differ, cds_differ_say(differ, "title of %.*s", CDS_WHOLE(name)).data,
                     before->title.source, after->title.source);
    cds_differ_words(differ,
                     cds_differ_say(differ, "clinician's text of %.*s", CDS_WHOLE(name)).data,
                     before->clinician.source, after->clinician.source);
    cds_differ_words(differ,
                     cds_differ_say(differ, "patient's text of %.*s", CDS_WHOLE(name)).data,
                     before->patient.source, after->patient.source);
    cds_differ_values(differ, CDS_EDIT_ANSWER,
                      cds_differ_say(differ, "%.*s only when final", CDS_WHOLE(name)).data,
                      cds_text_of(yes_no[before->only_when_final]),
                      cds_text_of(yes_no[after->only_when_final]));
}

static size_t rules_giving(const cds_ruleset_view *view, const cds_decision *decision,
                           cds_text answer)
{
    size_t count = 0;
    for (size_t i = view->first_rule[decision->index];
         i < view->first_rule[decision->index + 1]; i++) {
        const cds_rule *rule = &view->rules[i];
        count += rule->status == CDS_ACTIVE &&
                 cds_text_equal(decision->answers[rule->answer].name, answer);
    }
    return count;
}

// An answer that rules could give and now none can, or the other way round.
static void compare_givers(cds_differ *differ, const cds_decision *before,
                           const cds_decision *after)
{
    for (size_t i = 0; i < after->declared_count; i++) {
        cds_text name = after->answers[i].name;
        bool given_before = rules_giving(differ->before, before, name) > 0;
        bool given_after = rules_giving(differ->after, after, name) > 0;
        if (given_before == given_after || find_answer(before, name) == NULL) {
            continue;
        }
        cds_differ_add(differ, (cds_edit){.kind = CDS_EDIT_ANSWER,
                                          .part = CDS_TEXT("answers"),
                                          .before = given_before ? name : (cds_text){0},
                                          .after = given_after ? name : (cds_text){0},
                                          .says = cds_differ_say(
                                              differ,
                                              given_after ? "rules give %.*s now"
                                                          : "no rule gives %.*s any more",
                                              CDS_WHOLE(name))});
    }
}

static void compare_settling(cds_differ *differ, const cds_decision *before,
                             const cds_decision *after)
{
    cds_differ_values(differ, CDS_EDIT_ANSWER, "otherwise",
                      before->answers[before->otherwise].name,
                      after->answers[after->otherwise].name);
    cds_differ_values(differ, CDS_EDIT_ANSWER, "while unknown",
                      before->answers[before->while_unknown].name,
                      after->answers[after->while_unknown].name);
    cds_tree_compare(differ, (cds_tree_of){"applies when", "applies when: "},
                     before->applies_when, after->applies_when);
    cds_tree_compare(differ, (cds_tree_of){"suppressed when", "suppressed when: "},
                     before->suppressed_when, after->suppressed_when);
    if (before->at_most != after->at_most) {
        cds_text was = before->at_most == 0 ? CDS_TEXT("all")
                                            : cds_differ_say(differ, "%zu", before->at_most);
        cds_text is = after->at_most == 0 ? CDS_TEXT("all")
                                          : cds_differ_say(differ, "%zu", after->at_most);
        cds_differ_values(differ, CDS_EDIT_AT_MOST, "recommendations at most", was, is);
    }
}

static void compare(cds_differ *differ, const cds_decision *before, const cds_decision *after)
{
    compare_answers(differ, before, after);
    compare_givers(differ, before, after);
    compare_settling(differ, before, after);
    cds_differ_words(differ, "question", before->question, after->question);
    for (size_t i = 0; i < after->answer_count; i++) {
        const cds_answer *was = find_answer(before, after->answers[i].name);
        if (was != NULL) {
            compare_answer(differ, was, &after->answers[i]);
        }
    }
    cds_differ_thing(differ, thing_of(after));
}

void cds_compare_decisions(cds_differ *differ)
{
    for (size_t i = 0; i < differ->before->decision_count; i++) {
        const cds_decision *decision = &differ->before->decisions[i];
        if (find(differ->after, decision->name) == NULL) {
            cds_differ_went(differ, thing_of(decision));
        }
    }
    for (size_t i = 0; i < differ->after->decision_count; i++) {
        const cds_decision *decision = &differ->after->decisions[i];
        const cds_decision *was = find(differ->before, decision->name);
        if (was == NULL) {
            cds_differ_came(differ, thing_of(decision));
        } else {
            compare(differ, was, decision);
        }
    }
}

/** Of one release: those the other has too, as shown or as decided. */
typedef struct common {
    cds_text *names;
    size_t count;
} common;

static common common_of(cds_differ *differ, bool before, bool decided)
{
    const cds_ruleset_view *view = before ? differ->before : differ->after;
    const cds_ruleset_view *other = before ? differ->after : differ->before;
    common list = {cds_differ_take(differ, view->decision_count * sizeof(cds_text)), 0};
    for (size_t i = 0; list.names != NULL && i < view->decision_count; i++) {
        cds_text name = decided ? view->evaluation_order[i]->name : view->decisions[i].name;
        if (find(other, name) != NULL) {
            list.names[list.count++] = name;
        }
    }
    return list;
}

static void compare_order(cds_differ *differ, bool decided)
{
    common before = common_of(differ, true, decided);
    common after = common_of(differ, false, decided);
    if (before.names != NULL && after.names != NULL) {
        cds_differ_values(differ, CDS_EDIT_ORDER,
                          decided ? "decided in order" : "shown in order",
                          cds_differ_joined(differ, before.names, before.count),
                          cds_differ_joined(differ, after.names, after.count));
    }
}

void cds_compare_order(cds_differ *differ)
{
    compare_order(differ, false);
    compare_order(differ, true);
    cds_differ_thing(differ, (cds_thing){CDS_CONCERN_ORDER, CDS_TEXT("order"), CDS_TEXT(""),
                                         differ->after->order_file});
}
