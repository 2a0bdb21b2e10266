// SPDX-License-Identifier: Apache-2.0
// A rule on paper, in the order of a case presentation, and the boxes for who signs it.
#include "engine/decide/aloud.h"
#include "server/api/catalogue.h"
#include "server/command/catalogue.h"

static void open_fact(srv_catalogue *catalogue, const char *term)
{
    srv_paper_put(&catalogue->paper, SRV_TERM, cds_text_of(term));
    srv_paper_open(&catalogue->paper, SRV_DETAIL);
}

static void close_fact(srv_catalogue *catalogue)
{
    srv_paper_close(&catalogue->paper, SRV_DETAIL);
}

static void put_template(srv_catalogue *catalogue, const char *term, const cds_template *text)
{
    open_fact(catalogue, term);
    srv_catalogue_template(catalogue, text);
    close_fact(catalogue);
}

// A rule that is a finding is opened one level: what it means is what is signed.
static void put_when(srv_catalogue *catalogue, const cds_rule *rule)
{
    open_fact(catalogue, "When");
    srv_catalogue_condition(catalogue, rule->when);
    if (rule->when->word == CDS_FINDING) {
        srv_paper_word(&catalogue->paper, ", which means: ");
        srv_catalogue_condition(catalogue, rule->when->finding->when);
    }
    close_fact(catalogue);
}

static void put_citation(srv_catalogue *catalogue, const cds_citation *one)
{
    srv_paper *paper = &catalogue->paper;
    const cds_source *source = one->source;
    size_t index = (size_t)(source - catalogue->view->sources);
    srv_paper_open(paper, SRV_ITEM);
    srv_paper_words(paper, one->shows);
    srv_paper_word(paper, " (grade ");
    srv_paper_words(paper, one->grade);
    srv_paper_word(paper, "). ");
    srv_paper_words(paper, source->citation);
    srv_paper_word(paper, " (");
    srv_catalogue_refer(catalogue, srv_catalogue_anchor(catalogue, "source", source->key),
                        srv_catalogue_label(catalogue, 'S', index));
    srv_paper_word(paper, ")");
    srv_paper_close(paper, SRV_ITEM);
}

static void put_evidence(srv_catalogue *catalogue, const cds_rule *rule)
{
    if (rule->clinic_policy) {
        srv_paper_fact(&catalogue->paper, "Basis",
                       CDS_TEXT("Clinic policy: no paper gives this; the clinic sets it and "
                                "answers for it."));
        return;
    }
    open_fact(catalogue, "Evidence");
    srv_paper_open(&catalogue->paper, SRV_LIST);
    for (size_t i = 0; i < rule->evidence_count; i++)
        put_citation(catalogue, &rule->evidence[i]);
    srv_paper_close(&catalogue->paper, SRV_LIST);
    close_fact(catalogue);
}

static void put_cautions(srv_catalogue *catalogue, const cds_rule *rule)
{
    for (size_t i = 0; i < rule->caution_count; i++)
        srv_paper_fact(&catalogue->paper, "Caution", rule->cautions[i]);
    for (size_t i = 0; i < rule->suggestion_count; i++)
        srv_paper_fact(&catalogue->paper, "Offers", rule->suggestions[i]->label);
    if (rule->advises)
        srv_paper_fact(&catalogue->paper, "Works out",
                       CDS_TEXT("More is computed for each person and filled in."));
}

static void put_tests(srv_catalogue *catalogue, const cds_rule *rule)
{
    cds_casefile cases = srv_catalogue_cases(catalogue->ctx, catalogue->release->rules, rule);
    if (cases.count == 0)
        return;
    open_fact(catalogue, "Tested with");
    for (size_t i = 0; i < cases.count; i++) {
        srv_paper_word(&catalogue->paper, i == 0 ? "" : "; ");
        srv_paper_words(&catalogue->paper, cases.cases[i].name);
    }
    close_fact(catalogue);
}

static void put_day(srv_catalogue *catalogue, const char *before, cds_date day)
{
    char text[CDS_DATE_LENGTH + 1];
    cds_date_format(day, text);
    srv_paper_word(&catalogue->paper, before);
    srv_paper_word(&catalogue->paper, text);
}

static void put_keeping(srv_catalogue *catalogue, const cds_rule *rule)
{
    srv_paper *paper = &catalogue->paper;
    open_fact(catalogue, "Kept by");
    srv_paper_words(paper, rule->owner);
    put_day(catalogue, "; reviewed ", rule->review_done);
    put_day(catalogue, ", due again ", rule->review_due);
    close_fact(catalogue);
    open_fact(catalogue, "History");
    for (size_t i = 0; i < rule->history_count; i++) {
        srv_paper_word(paper, i == 0 ? "" : " ");
        srv_paper_words(paper, rule->history[i].version);
        srv_paper_word(paper, ", ");
        srv_paper_words(paper, rule->history[i].date);
        srv_paper_word(paper, ": ");
        srv_paper_words(paper, rule->history[i].what);
    }
    close_fact(catalogue);
}

// Empty cells to write in.
static void put_boxes(srv_paper *paper)
{
    static const char *const heads[] = {"Agreed, or what to change", "Name", "Date",
                                        "Signature"};
    srv_paper_open(paper, SRV_TABLE);
    srv_paper_open(paper, SRV_HEAD_ROW);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        srv_paper_put(paper, SRV_HEAD_CELL, cds_text_of(heads[i]));
    srv_paper_close(paper, SRV_HEAD_ROW);
    srv_paper_open(paper, SRV_ROW);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        srv_paper_put(paper, SRV_CELL, CDS_TEXT(""));
    srv_paper_close(paper, SRV_ROW);
    srv_paper_close(paper, SRV_TABLE);
}

static void put_name(srv_catalogue *catalogue, const cds_rule *rule)
{
    static const char *const statuses[] = {", draft", ", active", ", retired"};
    srv_paper *paper = &catalogue->paper;
    open_fact(catalogue, "Rule");
    srv_paper_words(paper, rule->id);
    srv_paper_word(paper, ", version ");
    srv_paper_words(paper, rule->version);
    srv_paper_word(paper, statuses[rule->status]);
    close_fact(catalogue);
    open_fact(catalogue, "Answers");
    srv_paper_put(paper, SRV_STRONG, rule->decision->answers[rule->answer].name);
    close_fact(catalogue);
}

static void put_heading(srv_catalogue *catalogue, const cds_rule *rule)
{
    srv_paper_open(&catalogue->paper, SRV_HEADING_3);
    srv_catalogue_number(catalogue, rule);
    srv_paper_word(&catalogue->paper, " ");
    srv_catalogue_template(catalogue, &rule->title);
    srv_paper_close(&catalogue->paper, SRV_HEADING_3);
}

void srv_catalogue_rule_article(srv_catalogue *catalogue, const cds_rule *rule)
{
    srv_paper *paper = &catalogue->paper;
    paper->format->open(paper, SRV_ARTICLE, srv_catalogue_anchor(catalogue, "rule", rule->id));
    put_heading(catalogue, rule);
    srv_paper_open(paper, SRV_FACTS);
    put_name(catalogue, rule);
    srv_paper_fact(paper, "Purpose", rule->purpose);
    put_when(catalogue, rule);
    put_template(catalogue, "To the clinician", &rule->clinician);
    put_template(catalogue, "To the patient", &rule->patient);
    put_cautions(catalogue, rule);
    put_evidence(catalogue, rule);
    put_tests(catalogue, rule);
    put_keeping(catalogue, rule);
    srv_paper_close(paper, SRV_FACTS);
    put_boxes(paper);
    srv_paper_close(paper, SRV_ARTICLE);
}
