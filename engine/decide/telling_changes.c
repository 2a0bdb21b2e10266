// SPDX-License-Identifier: Apache-2.0
// What an answer could become: by rules that are still open, or by their all being ruled out.
#include "engine/decide/aloud.h"
#include "engine/decide/telling.h"
#include "engine/decide/told.h"

#define RULES_NAMED 5

static bool is_open(const cds_telling *tell, size_t i, unsigned answer)
{
    const cds_rule *rule = &tell->evaluation->rules->rules[i];
    return rule->answer == answer && cds_rule_is_open(tell->evaluation, rule);
}

static size_t count_open(const cds_telling *tell, unsigned answer)
{
    size_t count = 0;
    for (size_t i = cds_telling_first(tell); i < cds_telling_end(tell); i++) {
        count += is_open(tell, i, answer);
    }
    return count;
}

// "a fever (class/unwell). Still to ask: fever."
static cds_status put_open_rule(const cds_telling *tell, const cds_rule *rule)
{
    cds_told_open(tell->buf, tell->evaluation, rule->when);
    cds_buf_word(tell->buf, " (");
    cds_buf_text(tell->buf, rule->id);
    cds_buf_word(tell->buf, "). Still to ask: ");
    cds_status status = cds_told_needs(tell->ctx, tell->evaluation, rule->when, tell->buf);
    cds_buf_word(tell->buf, ".\n");
    return status;
}

static cds_status put_open_rules(const cds_telling *tell, unsigned answer)
{
    size_t count = count_open(tell, answer);
    size_t named = count > RULES_NAMED + 1 ? RULES_NAMED : count;
    size_t at = 0;
    for (size_t i = cds_telling_first(tell); i < cds_telling_end(tell) && at < named; i++) {
        if (!is_open(tell, i, answer)) {
            continue;
        }
        cds_buf_word(tell->buf, "  - ");
        if (put_open_rule(tell, &tell->evaluation->rules->rules[i]) != CDS_OK) {
            return tell->ctx->error.status;
        }
        at++;
    }
    if (named < count) {
        cds_buf_word(tell->buf, "  - or one of ");
        cds_buf_int(tell->buf, (int64_t)(count - named));
        cds_buf_word(tell->buf, " more rules of that answer\n");
    }
    return CDS_OK;
}

static cds_status put_change(const cds_telling *tell, unsigned answer)
{
    size_t open = count_open(tell, answer);
    cds_buf_word(tell->buf, "- ");
    cds_telling_answer(tell, answer);
    if (open > 0) {
        cds_buf_word(tell->buf,
                     open == 1 ? ", if this is found:\n" : ", if one of these is found:\n");
        return put_open_rules(tell, answer);
    }
    bool waits = answer == tell->outcome->decision->while_unknown &&
                 answer != tell->outcome->decision->otherwise;
    cds_buf_word(tell->buf, waits ? ", for as long as something stronger stays open.\n"
                                  : ", if everything still open is ruled out.\n");
    return CDS_OK;
}

cds_status cds_telling_changes(const cds_telling *tell)
{
    uint64_t others = tell->outcome->possible & ~((uint64_t)1 << tell->outcome->own);
    if (others == 0) {
        return CDS_OK;
    }
    cds_buf_word(tell->buf, "\nIt could still become:\n");
    for (unsigned i = 0; i < tell->outcome->decision->answer_count; i++) {
        if ((others >> i & 1) != 0 && put_change(tell, i) != CDS_OK) {
            return tell->ctx->error.status;
        }
    }
    return CDS_OK;
}
