// SPDX-License-Identifier: Apache-2.0
// One rule in two releases, member by member.
#include "engine/compare/things.h"
#include "engine/compare/tree.h"

static void compare_status(cds_differ *differ, const cds_rule *before, const cds_rule *after)
{
    static const char *const words[] = {"draft", "active", "retired"};
    bool retired = after->status == CDS_RETIRED;
    cds_differ_values(differ, retired ? CDS_EDIT_RETIRED : CDS_EDIT_STATUS, "status",
                      cds_text_of(words[before->status]), cds_text_of(words[after->status]));
}

static void compare_answer(cds_differ *differ, const cds_rule *before, const cds_rule *after)
{
    cds_differ_values(differ, CDS_EDIT_ANSWER, "answer",
                      before->decision->answers[before->answer].name,
                      after->decision->answers[after->answer].name);
}

static void compare_texts(cds_differ *differ, const cds_rule *before, const cds_rule *after)
{
    cds_differ_words(differ, "title", before->title.source, after->title.source);
    cds_differ_words(differ, "purpose", before->purpose, after->purpose);
    cds_differ_words(differ, "clinician's text", before->clinician.source,
                     after->clinician.source);
    cds_differ_words(differ, "patient's text", before->patient.source, after->patient.source);
}

static void compare_indicator(cds_differ *differ, const cds_rule *before, const cds_rule *after)
{
    static const char *const words[] = {"info", "warning", "critical"};
    cds_differ_values(differ, CDS_EDIT_INDICATOR, "indicator",
                      cds_text_of(words[before->indicator]),
                      cds_text_of(words[after->indicator]));
}

static const cds_citation *cited(const cds_rule *rule, cds_text key)
{
    for (size_t i = 0; i < rule->evidence_count; i++) {
        if (cds_text_equal(rule->evidence[i].source->key, key)) {
            return &rule->evidence[i];
        }
    }
    return NULL;
}

static void compare_citations(cds_differ *differ, const cds_rule *before, const cds_rule *after)
{
    for (size_t i = 0; i < before->evidence_count; i++) {
        const cds_citation *was = &before->evidence[i];
        const cds_citation *is = cited(after, was->source->key);
        if (is == NULL || cited(before, was->source->key) != was) {
            continue;
        }
        cds_text grade = cds_differ_say(differ, "grade of %.*s", CDS_WHOLE(was->source->key));
        cds_text shows = cds_differ_say(differ, "what %.*s shows", CDS_WHOLE(was->source->key));
        cds_differ_values(differ, CDS_EDIT_GRADE, grade.data, was->grade, is->grade);
        cds_differ_words(differ, shows.data, was->shows, is->shows);
    }
}

static cds_text *keys_of(cds_differ *differ, const cds_rule *rule)
{
    cds_text *keys = cds_differ_take(differ, rule->evidence_count * sizeof *keys);
    for (size_t i = 0; keys != NULL && i < rule->evidence_count; i++) {
        keys[i] = rule->evidence[i].source->key;
    }
    return keys;
}

static void compare_evidence(cds_differ *differ, const cds_rule *before, const cds_rule *after)
{
    cds_differ_values(differ, CDS_EDIT_BASIS, "basis",
                      cds_text_of(before->clinic_policy ? "clinic policy" : "literature"),
                      cds_text_of(after->clinic_policy ? "clinic policy" : "literature"));
    cds_differ_list list = {.before = keys_of(differ, before),
                            .after = keys_of(differ, after),
                            .before_count = before->evidence_count,
                            .after_count = after->evidence_count,
                            .added = CDS_EDIT_EVIDENCE_ADDED,
                            .removed = CDS_EDIT_EVIDENCE_REMOVED,
                            .order = CDS_EDIT_ORDER,
                            .part = "evidence",
                            .noun = "evidence"};
    if (list.before != NULL && list.after != NULL) {
        cds_differ_lists(differ, &list);
        compare_citations(differ, before, after);
    }
}

static cds_text *offers_of(cds_differ *differ, const cds_rule *rule)
{
    cds_text *ids = cds_differ_take(differ, rule->suggestion_count * sizeof *ids);
    for (size_t i = 0; ids != NULL && i < rule->suggestion_count; i++) {
        ids[i] = rule->suggestions[i]->id;
    }
    return ids;
}

static void compare_offers(cds_differ *differ, const cds_rule *before, const cds_rule *after)
{
    cds_differ_list list = {.before = offers_of(differ, before),
                            .after = offers_of(differ, after),
                            .before_count = before->suggestion_count,
                            .after_count = after->suggestion_count,
                            .added = CDS_EDIT_LISTED,
                            .removed = CDS_EDIT_UNLISTED,
                            .order = CDS_EDIT_ORDER,
                            .part = "suggestions",
                            .noun = "suggestion"};
    if (list.before != NULL && list.after != NULL) {
        cds_differ_lists(differ, &list);
    }
}

static void compare_cautions(cds_differ *differ, const cds_rule *before, const cds_rule *after)
{
    cds_differ_lists(differ, &(cds_differ_list){.before = before->cautions,
                                                .after = after->cautions,
                                                .before_count = before->caution_count,
                                                .after_count = after->caution_count,
                                                .added = CDS_EDIT_LISTED,
                                                .removed = CDS_EDIT_UNLISTED,
                                                .order = CDS_EDIT_ORDER,
                                                .part = "cautions",
                                                .noun = "caution"});
}

static void compare_review(cds_differ *differ, const cds_rule *before, const cds_rule *after)
{
    char was[CDS_DATE_LENGTH + 1];
    char is[CDS_DATE_LENGTH + 1];
    cds_differ_values(differ, CDS_EDIT_OWNER, "owner", before->owner, after->owner);
    if (before->review_done.days != after->review_done.days) {
        cds_date_format(before->review_done, was);
        cds_date_format(after->review_done, is);
        cds_differ_values(differ, CDS_EDIT_REVIEW, "reviewed",
                          cds_differ_say(differ, "%s", was), cds_differ_say(differ, "%s", is));
    }
    if (before->review_due.days != after->review_due.days) {
        cds_date_format(before->review_due, was);
        cds_date_format(after->review_due, is);
        cds_differ_values(differ, CDS_EDIT_REVIEW, "review due",
                          cds_differ_say(differ, "%s", was), cds_differ_say(differ, "%s", is));
    }
}

static cds_text *history_of(cds_differ *differ, const cds_rule *rule)
{
    cds_text *lines = cds_differ_take(differ, rule->history_count * sizeof *lines);
    for (size_t i = 0; lines != NULL && i < rule->history_count; i++) {
        const cds_change *one = &rule->history[i];
        lines[i] = cds_differ_say(differ, "%.*s, %.*s: %.*s", CDS_WHOLE(one->version),
                                  CDS_WHOLE(one->date), CDS_WHOLE(one->what));
    }
    return lines;
}

static void compare_history(cds_differ *differ, const cds_rule *before, const cds_rule *after)
{
    cds_differ_values(differ, CDS_EDIT_VERSION, "version", before->version, after->version);
    cds_differ_list list = {.before = history_of(differ, before),
                            .after = history_of(differ, after),
                            .before_count = before->history_count,
                            .after_count = after->history_count,
                            .added = CDS_EDIT_VERSION,
                            .removed = CDS_EDIT_VERSION,
                            .order = CDS_EDIT_ORDER,
                            .part = "history",
                            .noun = "history line"};
    if (list.before != NULL && list.after != NULL) {
        cds_differ_lists(differ, &list);
    }
}

static void compare_advice(cds_differ *differ, const cds_rule *before, const cds_rule *after)
{
    if (before->advises != after->advises) {
        cds_differ_add(differ,
                       (cds_edit){.kind = CDS_EDIT_FUNCTION,
                                  .part = CDS_TEXT("advise"),
                                  .says = after->advises ? CDS_TEXT("function added")
                                                         : CDS_TEXT("function removed")});
    } else if (after->advises) {
        cds_compare_functions(differ, &before->function, &after->function);
    }
}

void cds_compare_rule(cds_differ *differ, const cds_rule *before, const cds_rule *after)
{
    compare_status(differ, before, after);
    compare_answer(differ, before, after);
    cds_tree_compare(differ, (cds_tree_of){"when", ""}, before->when, after->when);
    compare_advice(differ, before, after);
    compare_indicator(differ, before, after);
    compare_texts(differ, before, after);
    compare_evidence(differ, before, after);
    compare_offers(differ, before, after);
    compare_cautions(differ, before, after);
    compare_review(differ, before, after);
    compare_history(differ, before, after);
}
