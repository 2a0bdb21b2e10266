// SPDX-License-Identifier: Apache-2.0
// Rules in the order they are read and shown, contradictions, and the JSON of both that never
// changes.
#include "engine/rules/resolve.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/rules/form.h"
#include "engine/rules/template.h"

static cds_status find_answer(const cds_builder *builder, cds_resolving *all, cds_raw_rule *raw)
{
    const cds_decision *decision = &all->decisions[raw->decision->position];
    cds_text known[CDS_ANSWERS_MAX];
    raw->made.decision = decision;
    for (size_t i = 0; i < decision->declared_count; i++) {
        known[i] = decision->answers[i].name;
        if (cds_text_equal(known[i], raw->answer)) {
            raw->made.answer = (unsigned)i;
            return CDS_OK;
        }
    }
    cds_text nearest = cds_text_nearest(raw->answer, known, decision->declared_count);
    return cds_refuse_place(builder->ctx, raw->made.place,
                            "decision '%.*s' has no answer '%.*s' that rules can give%s%.*s%s",
                            CDS_SAID(decision->name), CDS_SAID(raw->answer),
                            nearest.data == NULL ? "" : "; did you mean '", (int)nearest.length,
                            nearest.data == NULL ? "" : nearest.data,
                            nearest.data == NULL ? "" : "'?");
}

static int by_decision_answer_id(const void *left, const void *right)
{
    const cds_rule *a = &(*(cds_raw_rule *const *)left)->made;
    const cds_rule *b = &(*(cds_raw_rule *const *)right)->made;
    if (a->decision->index != b->decision->index) {
        return a->decision->index < b->decision->index ? -1 : 1;
    }
    if (a->answer != b->answer) {
        return a->answer < b->answer ? -1 : 1;
    }
    return cds_text_compare(a->id, b->id);
}

static bool fills(const cds_template *text, cds_text *out)
{
    for (size_t i = 0; i < text->count; i++) {
        if (text->pieces[i].fill.length > 0) {
            *out = text->pieces[i].fill;
            return true;
        }
    }
    return false;
}

static cds_status read_texts(const cds_builder *builder, const cds_raw_texts *texts,
                             cds_rule *rule)
{
    cds_text fill;
    cds_status status = cds_template_read(builder, texts->title, &rule->place, &rule->title);
    if (status == CDS_OK) {
        status = cds_template_read(builder, texts->clinician, &rule->place, &rule->clinician);
    }
    if (status == CDS_OK) {
        status = cds_template_read(builder, texts->patient, &rule->place, &rule->patient);
    }
    if (status == CDS_OK && !rule->advises &&
        (fills(&rule->title, &fill) || fills(&rule->clinician, &fill) ||
         fills(&rule->patient, &fill))) {
        return cds_refuse_place(builder->ctx, rule->place,
                                "{fill.%.*s} is never filled in: this rule has no advise",
                                CDS_SAID(fill));
    }
    return status;
}

// A guideline goes by its number and the clinic's own article by its title; both may be
// undated.
static bool can_be_cited(const cds_source *source)
{
    return source->authors.length > 0 &&
           (source->year != 0 || cds_text_is(source->kind, "guideline") ||
            cds_text_is(source->kind, "clinic article"));
}

static cds_status cite(cds_resolving *all, const cds_raw_rule *raw, cds_rule *rule)
{
    const cds_builder *builder = all->builder;
    cds_citation *list = cds_keep(builder, rule->evidence_count, sizeof *list);
    if (list == NULL) {
        return builder->ctx->error.status;
    }
    for (size_t i = 0; i < rule->evidence_count; i++) {
        const cds_source *source = &all->view->sources[raw->citations[i].source->position];
        if (!can_be_cited(source)) {
            return cds_refuse_place(builder->ctx, rule->place,
                                    "source '%.*s' can't be cited: it needs authors and year",
                                    CDS_SAID(source->key));
        }
        list[i] = (cds_citation){source, raw->citations[i].shows, raw->citations[i].grade};
    }
    rule->evidence = list;
    return CDS_OK;
}

static cds_status suggest(cds_resolving *all, const cds_raw_rule *raw, cds_rule *rule)
{
    const cds_suggestion **list = cds_keep(all->builder, rule->suggestion_count, sizeof *list);
    if (list == NULL) {
        return all->builder->ctx->error.status;
    }
    for (size_t i = 0; i < rule->suggestion_count; i++) {
        list[i] = &all->view->suggestions[raw->suggestions[i]->position];
    }
    rule->suggestions = list;
    return CDS_OK;
}

static cds_status write_head(const cds_builder *builder, cds_rule *rule)
{
    static const char *const indicators[] = {"info", "warning", "critical"};
    cds_buf buf;
    cds_buf_init(&buf, builder->scratch);
    cds_buf_word(&buf, "\"rule\":");
    cds_buf_json(&buf, rule->id);
    cds_buf_member(&buf, "version", rule->version);
    cds_buf_member(&buf, "decision", rule->decision->name);
    cds_buf_member(&buf, "answer", rule->decision->answers[rule->answer].name);
    cds_buf_member(&buf, "indicator", cds_text_of(indicators[rule->indicator]));
    return cds_buf_keep(builder, &buf, &rule->head_json);
}

static void write_evidence(cds_buf *buf, const cds_rule *rule)
{
    cds_buf_word(buf, ",\"evidence\":[");
    for (size_t i = 0; i < rule->evidence_count; i++) {
        const cds_citation *one = &rule->evidence[i];
        cds_buf_comma(buf);
        cds_buf_char(buf, '{');
        cds_buf_member(buf, "cite", one->source->key);
        cds_buf_member(buf, "shows", one->shows);
        cds_buf_member(buf, "grade", one->grade);
        cds_buf_member(buf, "citation", one->source->citation);
        if (one->source->doi.length > 0) {
            cds_buf_member(buf, "doi", one->source->doi);
        }
        cds_buf_char(buf, '}');
    }
    cds_buf_char(buf, ']');
}

static void write_cautions(cds_buf *buf, const cds_rule *rule)
{
    cds_buf_word(buf, ",\"cautions\":[");
    for (size_t i = 0; i < rule->caution_count; i++) {
        cds_buf_comma(buf);
        cds_buf_json(buf, rule->cautions[i]);
    }
    cds_buf_char(buf, ']');
}

static void write_suggestions(cds_buf *buf, const cds_rule *rule)
{
    cds_buf_word(buf, ",\"suggestions\":[");
    for (size_t i = 0; i < rule->suggestion_count; i++) {
        cds_buf_comma(buf);
        cds_buf_char(buf, '{');
        cds_buf_member(buf, "id", rule->suggestions[i]->id);
        cds_buf_member(buf, "label", rule->suggestions[i]->label);
        cds_buf_char(buf, '}');
    }
    cds_buf_char(buf, ']');
}

static cds_status write_tail(const cds_builder *builder, cds_rule *rule)
{
    cds_buf buf;
    cds_buf_init(&buf, builder->scratch);
    if (rule->evidence_count > 0 && !rule->clinic_policy) {
        write_evidence(&buf, rule);
    }
    if (rule->caution_count > 0) {
        write_cautions(&buf, rule);
    }
    if (rule->suggestion_count > 0) {
        write_suggestions(&buf, rule);
    }
    return cds_buf_keep(builder, &buf, &rule->tail_json);
}

static cds_status make_rule(cds_resolving *all, const cds_raw_rule *raw, cds_rule *rule)
{
    *rule = raw->made;
    cds_status status = read_texts(all->builder, &raw->texts, rule);
    if (status == CDS_OK) {
        status = cite(all, raw, rule);
    }
    if (status == CDS_OK) {
        status = suggest(all, raw, rule);
    }
    if (status == CDS_OK) {
        status = write_head(all->builder, rule);
    }
    return status == CDS_OK ? write_tail(all->builder, rule) : status;
}

static void sentence(cds_buf *buf, cds_text text)
{
    if (text.length > 0) {
        cds_buf_text(buf, text);
        cds_buf_word(buf, text.data[text.length - 1] == '.' ? " " : ". ");
    }
}

// "Coombes BK et al. Title. The Lancet 2010; doi:10.1016/...", from what there is.
static cds_status write_citation(const cds_builder *builder, cds_source *source)
{
    cds_buf buf;
    cds_buf_init(&buf, builder->scratch);
    sentence(&buf, source->authors);
    sentence(&buf, source->title);
    if (source->journal.length > 0) {
        cds_buf_text(&buf, source->journal);
        cds_buf_char(&buf, ' ');
    }
    if (source->year != 0) {
        cds_buf_int(&buf, source->year);
    }
    if (source->doi.length > 0) {
        cds_buf_word(&buf, "; doi:");
        cds_buf_text(&buf, source->doi);
    }
    return cds_buf_keep(builder, &buf, &source->citation);
}

static cds_status make_contradictions(cds_resolving *all)
{
    const cds_builder *builder = all->builder;
    size_t count = builder->drafts[CDS_DRAFT_CONTRADICTION].count;
    cds_contradiction *list = cds_keep(builder, count, sizeof *list);
    cds_status status = builder->ctx->error.status;
    for (size_t i = 0; i < count && status == CDS_OK; i++) {
        const cds_raw_contradiction *raw = cds_made_at(builder, CDS_DRAFT_CONTRADICTION, i);
        cds_text fill;
        list[i] = raw->made;
        status = cds_template_read(builder, raw->say, &list[i].place, &list[i].say);
        if (status == CDS_OK && fills(&list[i].say, &fill)) {
            status =
                cds_refuse_place(builder->ctx, list[i].place,
                                 "{fill.name} belongs into the texts of a rule that advises");
        }
    }
    all->view->contradictions = list;
    all->view->contradiction_count = count;
    return status;
}

static cds_status sort_rules(cds_resolving *all, cds_raw_rule **sorted, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        sorted[i] = cds_made_at(all->builder, CDS_DRAFT_RULE, i);
        cds_status status = find_answer(all->builder, all, sorted[i]);
        if (status != CDS_OK) {
            return status;
        }
    }
    qsort(sorted, count, sizeof *sorted, by_decision_answer_id);
    return CDS_OK;
}

static cds_status index_rules(cds_resolving *all)
{
    cds_ruleset_view *view = all->view;
    size_t *first = cds_keep(all->builder, view->decision_count + 1, sizeof *first);
    if (first == NULL) {
        return all->builder->ctx->error.status;
    }
    size_t at = 0;
    for (size_t i = 0; i <= view->decision_count; i++) {
        while (at < view->rule_count && all->rules[at].decision->index < i) {
            at++;
        }
        first[i] = at;
    }
    view->first_rule = first;
    return CDS_OK;
}

static cds_status write_citations(cds_resolving *all)
{
    cds_status status = CDS_OK;
    for (size_t i = 0; i < all->view->source_count && status == CDS_OK; i++) {
        status = write_citation(all->builder, (cds_source *)&all->view->sources[i]);
    }
    return status;
}

cds_status cds_resolve_rules(cds_resolving *all)
{
    cds_builder *builder = all->builder;
    size_t count = builder->drafts[CDS_DRAFT_RULE].count;
    cds_raw_rule **sorted = cds_alloc(builder->scratch, count * sizeof *sorted);
    all->rules = cds_keep(builder, count, sizeof *all->rules);
    if (sorted == NULL || all->rules == NULL) {
        return cds_fail_memory(builder->ctx);
    }
    cds_status status = write_citations(all);
    if (status == CDS_OK) {
        status = sort_rules(all, sorted, count);
    }
    for (size_t i = 0; i < count && status == CDS_OK; i++) {
        status = make_rule(all, sorted[i], &all->rules[i]);
        all->rules[i].index = i;
    }
    all->view->rules = all->rules;
    all->view->rule_count = count;
    if (status == CDS_OK) {
        status = index_rules(all);
    }
    return status == CDS_OK ? make_contradictions(all) : status;
}
