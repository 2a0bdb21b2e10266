// SPDX-License-Identifier: Apache-2.0
// Writes the catalogue from the rules themselves.
#include "server/api/catalogue.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/decide/explain.h"

static void member(cds_buf *buf, const char *name, cds_text value)
{
    if (value.length == 0)
        return;
    cds_buf_comma(buf);
    cds_buf_format(buf, "\"%s\":", name);
    cds_buf_json(buf, value);
}

static void date_member(cds_buf *buf, const char *name, cds_date date)
{
    char text[CDS_DATE_LENGTH + 1];
    cds_date_format(date, text);
    member(buf, name, cds_text_of(text));
}

static void mark_expression(const cds_expression *value, uint8_t *read)
{
    switch (value->kind) {
    case CDS_OF_FIELD:
        read[value->field->index] = 1;
        break;
    case CDS_OF_MEASURE:
        if (value->measure->value != NULL)
            mark_expression(value->measure->value, read);
        break;
    case CDS_OF_ARITHMETIC:
        mark_expression(value->left, read);
        mark_expression(value->right, read);
        break;
    case CDS_OF_NUMBER:
        break;
    }
}

static void mark_inputs(const cds_condition *condition, uint8_t *read)
{
    if (condition->field != NULL)
        read[condition->field->index] = 1;
    if (condition->value != NULL)
        mark_expression(condition->value, read);
    for (size_t i = 0; i < condition->part_count; i++)
        mark_inputs(condition->parts[i], read);
    if (condition->finding != NULL && condition->part_count == 0)
        mark_inputs(condition->finding->when, read);
}

static cds_status write_inputs(cds_ctx *ctx, cds_buf *buf, const cds_ruleset_view *view,
                               const cds_rule *rule)
{
    uint8_t *read = cds_alloc(ctx->mem, view->fields->count);
    if (read == NULL)
        return cds_fail_memory(ctx);
    mark_inputs(rule->when, read);
    cds_buf_word(buf, ",\"inputs\":[");
    for (size_t i = 0; i < view->fields->count; i++) {
        if (read[i] == 0)
            continue;
        cds_buf_comma(buf);
        cds_buf_json(buf, view->fields->list[i].pointer);
    }
    cds_buf_char(buf, ']');
    return CDS_OK;
}

static void write_history(cds_buf *buf, const cds_rule *rule)
{
    cds_buf_word(buf, ",\"history\":[");
    for (size_t i = 0; i < rule->history_count; i++) {
        cds_buf_comma(buf);
        cds_buf_char(buf, '{');
        member(buf, "version", rule->history[i].version);
        member(buf, "date", rule->history[i].date);
        member(buf, "what", rule->history[i].what);
        cds_buf_char(buf, '}');
    }
    cds_buf_char(buf, ']');
}

static const cds_file *test_file(const cds_ruleset_view *view, const cds_rule *rule)
{
    for (size_t i = 0; i < view->file_count; i++) {
        cds_text path = view->files[i].path;
        if (path.length == rule->id.length + strlen(".test.lua") &&
            memcmp(path.data, rule->id.data, rule->id.length) == 0 &&
            memcmp(path.data + rule->id.length, ".test.lua", strlen(".test.lua")) == 0)
            return &view->files[i];
    }
    return NULL;
}

cds_casefile srv_catalogue_cases(cds_ctx *ctx, const cds_ruleset *rules, const cds_rule *rule)
{
    cds_ctx own = {.mem = ctx->mem};
    cds_casefile cases = {0};
    const cds_file *file = test_file(cds_ruleset_look(rules), rule);
    if (file != NULL)
        (void)cds_casefile_read(&own, rules, file, &cases);
    return cases;
}

static void write_tests(cds_ctx *ctx, cds_buf *buf, const srv_release *release,
                        const cds_rule *rule)
{
    cds_casefile cases = srv_catalogue_cases(ctx, release->rules, rule);
    cds_buf_word(buf, ",\"tests\":[");
    for (size_t i = 0; i < cases.count; i++) {
        cds_buf_comma(buf);
        cds_buf_json(buf, cases.cases[i].name);
    }
    cds_buf_char(buf, ']');
}

static void write_words(cds_ctx *ctx, cds_buf *buf, const srv_release *release,
                        const cds_rule *rule)
{
    cds_buf aloud;
    cds_text text = {0};
    cds_buf_init(&aloud, ctx->mem);
    cds_explain_rule(&aloud, release->rules, rule);
    if (cds_buf_end(ctx, &aloud, &text) == CDS_OK)
        member(buf, "plain_words", text);
}

cds_status srv_catalogue_rule(cds_ctx *ctx, const srv_release *release, const cds_rule *rule,
                              cds_text *out)
{
    static const char *const statuses[] = {"draft", "active", "retired"};
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_char(&buf, '{');
    member(&buf, "id", rule->id);
    member(&buf, "title", rule->title.source);
    member(&buf, "version", rule->version);
    member(&buf, "status", cds_text_of(statuses[rule->status]));
    member(&buf, "decision", rule->decision->name);
    member(&buf, "answer", rule->decision->answers[rule->answer].name);
    member(&buf, "owner", rule->owner);
    date_member(&buf, "review_done", rule->review_done);
    date_member(&buf, "review_due", rule->review_due);
    member(&buf, "basis", cds_text_of(rule->clinic_policy ? "clinic policy" : "literature"));
    member(&buf, "purpose", rule->purpose);
    write_words(ctx, &buf, release, rule);
    cds_status status = write_inputs(ctx, &buf, cds_ruleset_look(release->rules), rule);
    cds_buf_text(&buf, rule->tail_json);
    write_history(&buf, rule);
    write_tests(ctx, &buf, release, rule);
    cds_buf_char(&buf, '}');
    return status == CDS_OK ? cds_buf_end(ctx, &buf, out) : status;
}

/** Its answers, strongest first, those that no rule gives among them. */
static void write_decision(cds_buf *buf, const cds_decision *decision)
{
    cds_buf_comma(buf);
    cds_buf_char(buf, '{');
    member(buf, "decision", decision->name);
    member(buf, "question", decision->question);
    cds_buf_word(buf, ",\"answers\":[");
    for (size_t i = 0; i < decision->answer_count; i++) {
        cds_buf_comma(buf);
        cds_buf_char(buf, '{');
        member(buf, "answer", decision->answers[i].name);
        member(buf, "title", decision->answers[i].title.source);
        cds_buf_char(buf, '}');
    }
    cds_buf_word(buf, "]}");
}

cds_status srv_catalogue_write(cds_ctx *ctx, const srv_release *release, cds_text *out)
{
    const cds_ruleset_view *view = cds_ruleset_look(release->rules);
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_char(&buf, '{');
    cds_buf_text(&buf, release->envelope);
    cds_buf_word(&buf, ",\"decisions\":[");
    for (size_t i = 0; i < view->decision_count; i++)
        write_decision(&buf, &view->decisions[i]);
    cds_buf_word(&buf, "],\"rules\":[");
    for (size_t i = 0; i < view->rule_count; i++) {
        cds_text rule;
        cds_status status = srv_catalogue_rule(ctx, release, &view->rules[i], &rule);
        if (status != CDS_OK)
            return status;
        cds_buf_comma(&buf);
        cds_buf_text(&buf, rule);
    }
    cds_buf_word(&buf, "]}");
    return cds_buf_end(ctx, &buf, out);
}
