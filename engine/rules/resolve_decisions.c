// SPDX-License-Identifier: Apache-2.0
// A decision's answers with all their texts, and what its own conditions may look at.
#include "engine/rules/resolve.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/rules/form.h"
#include "engine/rules/template.h"

#define ANSWERS_ALL (CDS_ANSWERS_MAX + 4)

typedef struct answer_names {
    cds_text list[ANSWERS_ALL];
    size_t count;
} answer_names;

static int place_of(const answer_names *names, cds_text name)
{
    for (size_t i = 0; i < names->count; i++) {
        if (cds_text_equal(names->list[i], name)) {
            return (int)i;
        }
    }
    return -1;
}

static int place_or_add(answer_names *names, cds_text name)
{
    int place = place_of(names, name);
    if (place < 0) {
        place = (int)names->count;
        names->list[names->count++] = name;
    }
    return place;
}

// How the error goes on after a word nobody knows: the nearest of the names, if any is near.
static cds_status refuse_answer(cds_ctx *ctx, cds_place place, const answer_names *names,
                                cds_text word)
{
    cds_text nearest = cds_text_nearest(word, names->list, names->count);
    return cds_refuse_place(ctx, place, "'%.*s' is none of the decision's answers%s%.*s%s",
                            CDS_SAID(word), nearest.data == NULL ? "" : "; did you mean '",
                            (int)nearest.length, nearest.data == NULL ? "" : nearest.data,
                            nearest.data == NULL ? "" : "'?");
}

static cds_status read_templates(const cds_builder *builder, const cds_raw_texts *texts,
                                 const cds_place *place, cds_answer *out)
{
    cds_status status = cds_template_read(builder, texts->title, place, &out->title);
    if (status == CDS_OK) {
        status = cds_template_read(builder, texts->clinician, place, &out->clinician);
    }
    if (status == CDS_OK) {
        status = cds_template_read(builder, texts->patient, place, &out->patient);
    }
    return status;
}

static bool has_fill(const cds_template *text)
{
    for (size_t i = 0; i < text->count; i++) {
        if (text->pieces[i].fill.length > 0) {
            return true;
        }
    }
    return false;
}

static cds_status make_answer(const cds_builder *builder, const cds_raw_decision *raw,
                              cds_answer *out)
{
    for (size_t i = 0; i < raw->text_count; i++) {
        if (!cds_text_equal(raw->texts[i].name, out->name)) {
            continue;
        }
        cds_status status =
            read_templates(builder, &raw->texts[i].texts, &raw->made.place, out);
        if (status == CDS_OK &&
            (has_fill(&out->title) || has_fill(&out->clinician) || has_fill(&out->patient))) {
            return cds_refuse_place(
                builder->ctx, raw->made.place,
                "{fill.name} belongs into the texts of a rule that advises");
        }
        return status;
    }
    return cds_refuse_place(
        builder->ctx, raw->made.place,
        "texts of decision '%.*s' lack '%.*s': each answer has a title and a "
        "text for clinician and patient",
        CDS_SAID(raw->made.name), CDS_SAID(out->name));
}

static answer_names names_of(const cds_raw_decision *raw, cds_decision *decision)
{
    answer_names names = {.count = 0};
    for (size_t i = 0; i < decision->declared_count; i++) {
        names.list[names.count++] = raw->answers[i];
    }
    decision->while_unknown = (unsigned)place_or_add(&names, raw->while_unknown);
    decision->otherwise = (unsigned)place_or_add(&names, raw->otherwise);
    decision->not_asked =
        decision->applies_when == NULL ? -1 : place_or_add(&names, CDS_TEXT("not-asked"));
    decision->suppressed =
        decision->suppressed_when == NULL ? -1 : place_or_add(&names, CDS_TEXT("suppressed"));
    decision->answer_count = names.count;
    return names;
}

static cds_status mark_final(const cds_builder *builder, const cds_raw_decision *raw,
                             cds_answer *answers)
{
    answer_names declared = {.count = 0};
    for (size_t i = 0; i < raw->made.declared_count; i++) {
        declared.list[declared.count++] = raw->answers[i];
    }
    for (size_t i = 0; i < raw->only_when_final_count; i++) {
        int place = place_of(&declared, raw->only_when_final[i]);
        if (place < 0) {
            return refuse_answer(builder->ctx, raw->made.place, &declared,
                                 raw->only_when_final[i]);
        }
        answers[place].only_when_final = true;
    }
    return CDS_OK;
}

static cds_status quote(const cds_builder *builder, cds_text name, cds_text *out)
{
    cds_buf buf;
    cds_buf_init(&buf, builder->scratch);
    cds_buf_json(&buf, name);
    return cds_buf_keep(builder, &buf, out);
}

static cds_status make_answers(const cds_builder *builder, const cds_raw_decision *raw,
                               cds_decision *decision)
{
    answer_names names = names_of(raw, decision);
    for (size_t i = 0; i < raw->text_count; i++) {
        if (place_of(&names, raw->texts[i].name) < 0) {
            return refuse_answer(builder->ctx, raw->made.place, &names, raw->texts[i].name);
        }
    }
    cds_answer *answers = cds_keep(builder, names.count, sizeof *answers);
    if (answers == NULL) {
        return builder->ctx->error.status;
    }
    decision->answers = answers;
    for (size_t i = 0; i < names.count; i++) {
        answers[i].name = names.list[i];
        cds_status status = quote(builder, answers[i].name, &answers[i].json);
        if (status == CDS_OK) {
            status = make_answer(builder, raw, &answers[i]);
        }
        if (status != CDS_OK) {
            return status;
        }
    }
    return mark_final(builder, raw, answers);
}

static bool expression_asks(const cds_expression *value)
{
    switch (value->kind) {
    case CDS_OF_FIELD:
        return value->field->request;
    case CDS_OF_MEASURE:
        return value->measure->value != NULL && expression_asks(value->measure->value);
    case CDS_OF_NUMBER:
        return true;
    case CDS_OF_ARITHMETIC:
        return expression_asks(value->left) && expression_asks(value->right);
    }
    return false;
}

// The part that reads anything but what is asked for; NULL: none does.
static const cds_condition *not_asking(const cds_condition *condition)
{
    for (size_t i = 0; i < condition->part_count; i++) {
        const cds_condition *bad = not_asking(condition->parts[i]);
        if (bad != NULL) {
            return bad;
        }
    }
    if (condition->word == CDS_FINDING) {
        return not_asking(condition->finding->when) == NULL ? NULL : condition;
    }
    bool asks = !cds_word_is_leaf(condition->word) ||
                (condition->word == CDS_COMPARE
                     ? expression_asks(condition->value)
                     : condition->field != NULL && condition->field->request);
    return asks ? NULL : condition;
}

static const cds_condition *not_decided(const cds_condition *condition)
{
    for (size_t i = 0; i < condition->part_count; i++) {
        const cds_condition *bad = not_decided(condition->parts[i]);
        if (bad != NULL) {
            return bad;
        }
    }
    bool fits = condition->word <= CDS_AT_LEAST_OF || condition->word == CDS_DECIDED;
    return fits ? NULL : condition;
}

static void mark_suppressors(cds_resolving *all, const cds_condition *condition)
{
    for (size_t i = 0; i < condition->part_count; i++) {
        mark_suppressors(all, condition->parts[i]);
    }
    all->suppressing[condition->index] = true;
    if (condition->decision != NULL) {
        all->decisions[condition->decision->index].suppresses = true;
    }
}

static cds_status check_own_conditions(cds_resolving *all, const cds_decision *decision)
{
    cds_ctx *ctx = all->builder->ctx;
    const cds_condition *bad =
        decision->applies_when == NULL ? NULL : not_asking(decision->applies_when);
    if (bad != NULL) {
        return cds_refuse_place(ctx, bad->place,
                                "applies_when reads only facts that say what is asked for "
                                "(x-request)");
    }
    if (decision->suppressed_when == NULL) {
        return CDS_OK;
    }
    bad = not_decided(decision->suppressed_when);
    if (bad != NULL) {
        return cds_refuse_place(ctx, bad->place,
                                "suppressed_when is built from decided(\"decision\"):is "
                                "\"answer\" only");
    }
    mark_suppressors(all, decision->suppressed_when);
    return CDS_OK;
}

static cds_status resolve_decided(cds_ctx *ctx, cds_condition *leaf, bool current)
{
    const cds_decision *decision = leaf->decision;
    answer_names names = {.count = decision->answer_count};
    for (size_t i = 0; i < names.count; i++) {
        names.list[i] = decision->answers[i].name;
    }
    for (size_t i = 0; i < leaf->word_count; i++) {
        int place = place_of(&names, leaf->words[i]);
        if (place < 0) {
            return refuse_answer(ctx, leaf->place, &names, leaf->words[i]);
        }
        if (place == decision->suppressed && !current) {
            return cds_refuse_place(ctx, leaf->place,
                                    "decided() reads the answer by the decision's own rules, "
                                    "never 'suppressed'; only suppressed_when reads that");
        }
        leaf->options |= (uint64_t)1 << place;
    }
    return CDS_OK;
}

cds_status cds_resolve_decisions(cds_resolving *all)
{
    const cds_builder *builder = all->builder;
    cds_status status = CDS_OK;
    all->suppressing = cds_alloc(builder->scratch, all->condition_count);
    if (all->suppressing == NULL) {
        return cds_fail_memory(builder->ctx);
    }
    for (size_t i = 0; i < all->view->decision_count && status == CDS_OK; i++) {
        const cds_raw_decision *raw = cds_made_at(builder, CDS_DRAFT_DECISION, i);
        status = quote(builder, all->decisions[i].name, &all->decisions[i].json);
        if (status == CDS_OK) {
            status = make_answers(builder, raw, &all->decisions[i]);
        }
        if (status == CDS_OK) {
            status = check_own_conditions(all, &all->decisions[i]);
        }
    }
    for (size_t i = 0; i < all->condition_count && status == CDS_OK; i++) {
        if (all->conditions[i]->word == CDS_DECIDED) {
            status = resolve_decided(builder->ctx, (cds_condition *)all->conditions[i],
                                     all->suppressing[i]);
        }
    }
    return status;
}
