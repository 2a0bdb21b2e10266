// SPDX-License-Identifier: Apache-2.0
// A decision read aloud: its question, how it is settled, and under each answer its rules.
#include "engine/decide/aloud.h"
#include "engine/decide/explain.h"

static void put_answer_name(cds_buf *buf, const cds_answer *answer)
{
    cds_buf_text(buf, answer->name);
    cds_buf_word(buf, ", \"");
    cds_aloud_template(buf, &answer->title);
    cds_buf_char(buf, '"');
}

static void put_limits(cds_buf *buf, const cds_decision *decision)
{
    if (decision->applies_when != NULL) {
        cds_buf_word(buf, "It is answered only when ");
        cds_aloud_condition(buf, decision->applies_when);
        cds_buf_word(buf, "; else it is ");
        put_answer_name(buf, &decision->answers[decision->not_asked]);
        cds_buf_word(buf, ".\n");
    }
    if (decision->suppressed_when != NULL) {
        cds_buf_word(buf, "It gives way when ");
        cds_aloud_condition(buf, decision->suppressed_when);
        cds_buf_word(buf, ": then it is ");
        put_answer_name(buf, &decision->answers[decision->suppressed]);
        cds_buf_word(buf, ".\n");
    }
}

static void put_only_when_final(cds_buf *buf, const cds_decision *decision)
{
    size_t count = 0;
    size_t at = 0;
    for (size_t i = 0; i < decision->answer_count; i++) {
        count += decision->answers[i].only_when_final;
    }
    for (size_t i = 0; i < decision->answer_count; i++) {
        if (decision->answers[i].only_when_final) {
            cds_buf_word(buf, at == 0 ? " Never provisional: " : cds_aloud_between(at, count));
            cds_buf_text(buf, decision->answers[i].name);
            at++;
        }
    }
    cds_buf_word(buf, count == 0 ? "\n" : ".\n");
}

static void put_settling(cds_buf *buf, const cds_decision *decision)
{
    cds_buf_word(buf, "The strongest answer with a rule that holds is given; it is final once "
                      "nothing stronger is open. While too little is known it is ");
    put_answer_name(buf, &decision->answers[decision->while_unknown]);
    if (decision->while_unknown == decision->otherwise) {
        cds_buf_word(buf, "; so it is when every rule is ruled out.");
    } else {
        cds_buf_word(buf, "; when every rule is ruled out, ");
        put_answer_name(buf, &decision->answers[decision->otherwise]);
        cds_buf_char(buf, '.');
    }
    put_only_when_final(buf, decision);
    if (decision->at_most > 0) {
        cds_buf_word(buf, "It gives at most ");
        cds_buf_int(buf, (int64_t)decision->at_most);
        cds_buf_word(buf, " recommendations.\n");
    }
}

static void put_rule(cds_buf *buf, const cds_rule *rule)
{
    cds_buf_word(buf, "  - ");
    cds_aloud_template(buf, &rule->title);
    cds_buf_word(buf, " (");
    cds_buf_text(buf, rule->id);
    cds_buf_word(buf, rule->status == CDS_DRAFT ? ", draft), when " : "), when ");
    cds_aloud_condition(buf, rule->when);
    cds_buf_word(buf, ".\n");
}

void cds_explain_decision(cds_buf *buf, const cds_ruleset_view *rules,
                          const cds_decision *decision)
{
    cds_aloud_prose(buf, decision->question);
    cds_buf_word(buf, "\n\n");
    put_limits(buf, decision);
    put_settling(buf, decision);
    cds_buf_word(buf, "\nIts answers, strongest first:\n");
    for (unsigned answer = 0; answer < decision->declared_count; answer++) {
        cds_buf_word(buf, "- ");
        put_answer_name(buf, &decision->answers[answer]);
        cds_buf_char(buf, '\n');
        for (size_t i = rules->first_rule[decision->index];
             i < rules->first_rule[decision->index + 1]; i++) {
            if (rules->rules[i].answer == answer && rules->rules[i].status != CDS_RETIRED) {
                put_rule(buf, &rules->rules[i]);
            }
        }
    }
}
