// SPDX-License-Identifier: Apache-2.0
// A heading for each joining word, a line for each leaf, two blanks for each level.
#include "engine/decide/explain.h"

#include "engine/decide/aloud.h"

static void put_indent(cds_buf *buf, int indent)
{
    for (int i = 0; i < indent; i++) {
        cds_buf_text(buf, CDS_TEXT("  "));
    }
    cds_buf_text(buf, CDS_TEXT("- "));
}

static void put_heading(cds_buf *buf, const cds_condition *condition)
{
    cds_aloud_word(buf, condition);
    if (condition->word == CDS_FINDING) {
        cds_buf_word(buf, ", which means");
    }
    cds_buf_word(buf, cds_word_is_leaf(condition->word) ? "\n" : ":\n");
}

static void put_parts(cds_buf *buf, const cds_condition *condition, int indent)
{
    if (condition->word == CDS_FINDING) {
        cds_explain_condition(buf, condition->finding->when, indent);
    }
    for (size_t i = 0; i < condition->part_count; i++) {
        cds_explain_condition(buf, condition->parts[i], indent);
    }
}

void cds_explain_condition(cds_buf *buf, const cds_condition *condition, int indent)
{
    put_indent(buf, indent);
    put_heading(buf, condition);
    put_parts(buf, condition, indent + 1);
}

static void put_line(cds_buf *buf, const char *label, cds_text text)
{
    if (text.length > 0) {
        cds_buf_word(buf, label);
        cds_aloud_prose(buf, text);
        cds_buf_char(buf, '\n');
    }
}

static void put_title(cds_buf *buf, const cds_rule *rule)
{
    static const char *const statuses[] = {", draft)\n", ", active)\n", ", retired)\n"};
    cds_aloud_template(buf, &rule->title);
    cds_buf_word(buf, " (");
    cds_buf_text(buf, rule->id);
    cds_buf_word(buf, ", version ");
    cds_buf_text(buf, rule->version);
    cds_buf_word(buf, statuses[rule->status]);
}

static void put_answer(cds_buf *buf, const cds_rule *rule)
{
    cds_buf_word(buf, "It answers: ");
    cds_aloud_prose(buf, rule->decision->question);
    cds_buf_word(buf, " - with: ");
    cds_buf_text(buf, rule->decision->answers[rule->answer].name);
    cds_buf_char(buf, '\n');
}

static void put_when(cds_buf *buf, const cds_rule *rule)
{
    cds_buf_word(buf, "It holds when ");
    put_heading(buf, rule->when);
    put_parts(buf, rule->when, 0);
}

static void put_texts(cds_buf *buf, const cds_rule *rule)
{
    cds_buf_word(buf, "It tells the clinician: ");
    cds_aloud_template(buf, &rule->clinician);
    cds_buf_word(buf, "\nIt tells the patient: ");
    cds_aloud_template(buf, &rule->patient);
    cds_buf_word(buf, rule->advises ? "\nIt computes more for each person.\n" : "\n");
}

static void put_evidence(cds_buf *buf, const cds_rule *rule)
{
    if (rule->clinic_policy) {
        cds_buf_word(buf, "Basis: clinic policy.\n");
        return;
    }
    cds_buf_word(buf, "Evidence:\n");
    for (size_t i = 0; i < rule->evidence_count; i++) {
        const cds_citation *one = &rule->evidence[i];
        put_indent(buf, 0);
        cds_aloud_prose(buf, one->source->citation);
        cds_buf_word(buf, " - ");
        cds_aloud_prose(buf, one->shows);
        cds_buf_word(buf, " (grade ");
        cds_buf_text(buf, one->grade);
        cds_buf_word(buf, ")\n");
    }
}

static void put_extras(cds_buf *buf, const cds_rule *rule)
{
    for (size_t i = 0; i < rule->caution_count; i++) {
        put_line(buf, i == 0 ? "Cautions:\n- " : "- ", rule->cautions[i]);
    }
    for (size_t i = 0; i < rule->suggestion_count; i++) {
        put_line(buf, i == 0 ? "It offers:\n- " : "- ", rule->suggestions[i]->label);
    }
}

static void put_review(cds_buf *buf, const cds_rule *rule)
{
    char day[CDS_DATE_LENGTH + 1];
    put_line(buf, "Owner: ", rule->owner);
    cds_date_format(rule->review_done, day);
    cds_buf_word(buf, "Reviewed: ");
    cds_buf_word(buf, day);
    cds_date_format(rule->review_due, day);
    cds_buf_word(buf, ", due again ");
    cds_buf_word(buf, day);
    cds_buf_char(buf, '\n');
}

static void put_history(cds_buf *buf, const cds_rule *rule)
{
    cds_buf_word(buf, "History:\n");
    for (size_t i = 0; i < rule->history_count; i++) {
        put_indent(buf, 0);
        cds_buf_text(buf, rule->history[i].version);
        cds_buf_word(buf, ", ");
        cds_buf_text(buf, rule->history[i].date);
        put_line(buf, ": ", rule->history[i].what);
    }
}

void cds_explain_rule(cds_buf *buf, const cds_ruleset *rules, const cds_rule *rule)
{
    (void)rules; // a rule reaches all it speaks of
    put_title(buf, rule);
    put_line(buf, "Why: ", rule->purpose);
    put_answer(buf, rule);
    put_when(buf, rule);
    put_texts(buf, rule);
    put_evidence(buf, rule);
    put_extras(buf, rule);
    put_review(buf, rule);
    put_history(buf, rule);
}
