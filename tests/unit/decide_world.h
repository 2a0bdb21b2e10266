// SPDX-License-Identifier: Apache-2.0
// Small rulesets built by hand, tree by tree, so that the logic is tried without any Lua.
#pragma once

#include <check.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "engine/decide/evaluator.h"
#include "engine/facts/field_json.h"

#define WORLD_FIELDS 24
#define WORLD_CONDITIONS 4000
#define WORLD_RULES 64
#define WORLD_DECISIONS 6

/** Rules and decisions are added in the order shown; facts may change between evaluations. */
typedef struct world {
    cds_ctx ctx;
    cds_field field_list[WORLD_FIELDS];
    cds_fields fields;
    cds_fact fact_list[WORLD_FIELDS];
    cds_facts facts;
    const cds_condition *conditions[WORLD_CONDITIONS];
    cds_rule rules[WORLD_RULES];
    cds_decision decisions[WORLD_DECISIONS];
    const cds_decision *order[WORLD_DECISIONS];
    size_t first_rule[WORLD_DECISIONS + 1];
    cds_finding findings[64];
    cds_measure measures[8];
    cds_contradiction contradictions[4];
    cds_ruleset_view view;
} world;

static inline world *world_new(void)
{
    world *w = calloc(1, sizeof *w);
    ck_assert_ptr_nonnull(w);
    w->ctx.mem = cds_arena_new((size_t)64 << 20);
    w->fields.list = w->field_list;
    w->facts = (cds_facts){&w->fields, w->fact_list};
    w->view = (cds_ruleset_view){.fields = &w->fields,
                                 .decisions = w->decisions,
                                 .evaluation_order = w->order,
                                 .rules = w->rules,
                                 .first_rule = w->first_rule,
                                 .findings = w->findings,
                                 .measures = w->measures,
                                 .contradictions = w->contradictions,
                                 .conditions = w->conditions};
    return w;
}

static inline void world_free(world *w)
{
    cds_arena_free(w->ctx.mem);
    free(w);
}

/** With a NUL behind its end. */
static inline cds_text world_say(world *w, const char *before, cds_text name)
{
    cds_buf buf;
    cds_text text = {0};
    cds_buf_init(&buf, w->ctx.mem);
    cds_buf_word(&buf, before);
    cds_buf_text(&buf, name);
    cds_buf_char(&buf, '\0');
    ck_assert_int_eq(cds_buf_end(&w->ctx, &buf, &text), CDS_OK);
    text.length--;
    return text;
}

static inline cds_field *world_field(world *w, const char *word, cds_field_kind kind)
{
    const cds_text name = cds_text_of(word);
    cds_field *field = &w->field_list[w->fields.count];
    *field = (cds_field){.path = world_say(w, "", name),
                         .pointer = world_say(w, "/", name),
                         .title = world_say(w, "", name),
                         .ask = world_say(w, "Is it so? ", name),
                         .kind = kind,
                         .index = w->fields.count};
    ck_assert_uint_lt(w->fields.count++, WORLD_FIELDS);
    return field;
}

static inline void know_json(world *w, const cds_field *field, cds_json value)
{
    cds_json *json = cds_alloc(w->ctx.mem, sizeof *json);
    *json = value;
    w->fact_list[field->index].known = true;
    w->fact_list[field->index].json = json;
}

static inline void know_yes(world *w, const cds_field *field, bool yes)
{
    know_json(w, field, (cds_json){.kind = yes ? CDS_JSON_TRUE : CDS_JSON_FALSE});
    w->fact_list[field->index].yes = yes;
}

static inline void know_number(world *w, const cds_field *field, double number)
{
    know_json(w, field, (cds_json){.kind = CDS_JSON_NUMBER, .number = number});
    w->fact_list[field->index].number = number;
}

static inline void forget(world *w, const cds_field *field)
{
    w->fact_list[field->index] = (cds_fact){.known = false};
}

static inline cds_condition *world_condition(world *w, cds_word word)
{
    cds_condition *made = cds_alloc(w->ctx.mem, sizeof *made);
    made->word = word;
    made->index = w->view.condition_count;
    ck_assert_uint_lt(w->view.condition_count, WORLD_CONDITIONS);
    w->conditions[w->view.condition_count++] = made;
    return made;
}

static inline cds_condition *leaf(world *w, cds_word word, const cds_field *field)
{
    cds_condition *made = world_condition(w, word);
    made->field = field;
    made->says = field->path;
    made->says_not = world_say(w, "not ", field->path);
    return made;
}

static inline const cds_expression *number_of(world *w, cds_expression value)
{
    cds_expression *made = cds_alloc(w->ctx.mem, sizeof *made);
    *made = value;
    return made;
}

static inline cds_condition *at_least(world *w, const cds_expression *value, double low)
{
    cds_condition *made = world_condition(w, CDS_COMPARE);
    made->value = value;
    made->range = (cds_range){.has_low = true, .low = low};
    made->range.exact = cds_alloc(w->ctx.mem, sizeof *made->range.exact);
    ck_assert(cds_decimal_of(low, &made->range.exact->low));
    made->says = CDS_TEXT("it is enough");
    made->says_not = CDS_TEXT("it is too little");
    return made;
}

static inline cds_condition *decided(world *w, const cds_decision *decision, uint64_t answers)
{
    cds_condition *made = world_condition(w, CDS_DECIDED);
    made->decision = decision;
    made->options = answers;
    made->says = world_say(w, "decided ", decision->name);
    made->says_not = world_say(w, "not decided ", decision->name);
    return made;
}

static inline cds_condition *join_list(world *w, cds_word word,
                                       const cds_condition *const *parts, size_t count)
{
    const cds_condition **copy = cds_alloc(w->ctx.mem, (count + 1) * sizeof *copy);
    memcpy(copy, parts, count * sizeof *copy);
    cds_condition *made = world_condition(w, word);
    made->parts = copy;
    made->part_count = count;
    return made;
}

/** `join(w, CDS_ALL, a, b, c)`. */
#define join(w, word, ...)                                                                     \
    join_list((w), (word), (const cds_condition *[]){__VA_ARGS__},                             \
              sizeof((const cds_condition *[]){__VA_ARGS__}) / sizeof(const cds_condition *))

static inline cds_condition *finding(world *w, const char *name, const cds_condition *when)
{
    cds_finding *made = &w->findings[w->view.finding_count];
    *made = (cds_finding){.name = cds_text_of(name),
                          .says = cds_text_of(name),
                          .when = when,
                          .index = w->view.finding_count++};
    cds_condition *use = world_condition(w, CDS_FINDING);
    use->finding = made;
    use->says = cds_text_of(name);
    return use;
}

static inline cds_template words(const char *text)
{
    return (cds_template){.source = cds_text_of(text), .json = cds_text_of(text)};
}

/** A name as the loader puts it in quotes. */
static inline cds_text quoted(world *w, cds_text name)
{
    cds_buf buf;
    cds_text text = {0};
    cds_buf_init(&buf, w->ctx.mem);
    cds_buf_json(&buf, name);
    ck_assert_int_eq(cds_buf_end(&w->ctx, &buf, &text), CDS_OK);
    return text;
}

/** Answers separated by blanks, strongest first: the first `declared` can be given by rules;
 *  then others. otherwise, while_unknown by place; not-asked and suppressed by name. */
static inline cds_decision *world_decision(world *w, const char *name, const char *answers,
                                           size_t declared)
{
    cds_decision *made = &w->decisions[w->view.decision_count];
    cds_answer *list = cds_alloc(w->ctx.mem, 16 * sizeof *list);
    *made = (cds_decision){.name = cds_text_of(name),
                           .json = quoted(w, cds_text_of(name)),
                           .question = CDS_TEXT("What then?"),
                           .answers = list,
                           .declared_count = declared,
                           .not_asked = -1,
                           .suppressed = -1,
                           .index = w->view.decision_count};
    for (const char *at = answers; *at != '\0'; at += *at == ' ') {
        size_t length = strcspn(at, " ");
        cds_text word = {at, length};
        made->not_asked =
            cds_text_is(word, "not-asked") ? (int)made->answer_count : made->not_asked;
        made->suppressed =
            cds_text_is(word, "suppressed") ? (int)made->answer_count : made->suppressed;
        list[made->answer_count].json = quoted(w, word);
        list[made->answer_count++].name = word;
        at += length;
    }
    made->while_unknown = (unsigned)declared;
    made->otherwise = (unsigned)declared + 1;
    w->order[w->view.decision_count] = made;
    w->view.decision_count++;
    w->first_rule[w->view.decision_count] = w->view.rule_count;
    return made;
}

static inline cds_answer *answer_of(cds_decision *decision, unsigned answer)
{
    return (cds_answer *)&decision->answers[answer];
}

static inline cds_rule *world_rule(world *w, const cds_decision *decision, unsigned answer,
                                   const cds_condition *when)
{
    static const char *const ids[] = {"d/aa", "d/bb", "d/cc", "d/dd", "d/ee", "d/ff", "d/gg"};
    size_t place = w->view.rule_count - w->first_rule[decision->index];
    cds_rule *made = &w->rules[w->view.rule_count];
    *made = (cds_rule){.id = cds_text_of(ids[place % 7]),
                       .version = CDS_TEXT("1.0.0"),
                       .status = CDS_ACTIVE,
                       .decision = decision,
                       .answer = answer,
                       .when = when,
                       .index = w->view.rule_count};
    ck_assert_uint_eq(decision->index + 1, w->view.decision_count);
    w->view.rule_count++;
    w->first_rule[w->view.decision_count] = w->view.rule_count;
    return made;
}

static inline const cds_evaluation *world_evaluate(world *w)
{
    const cds_evaluation *evaluation = NULL;
    cds_inputs inputs = {&w->view, NULL, &w->facts};
    for (size_t i = 0; i < w->fields.count && w->field_list[i].asked_json.data == NULL; i++) {
        ck_assert_int_eq(cds_field_render(&w->ctx, &w->field_list[i]), CDS_OK);
    }
    ck_assert_int_eq(cds_evaluate_view(&w->ctx, inputs, &evaluation), CDS_OK);
    return evaluation;
}
