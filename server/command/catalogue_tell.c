// SPDX-License-Identifier: Apache-2.0
// The cover, the contents, and a chapter for each decision.
#include "engine/decide/aloud.h"
#include "server/command/catalogue.h"

static const struct {
    const char *anchor, *title;
} back[] = {{"contradictions", "Contradictions"},
            {"findings", "Findings"},
            {"measures", "Measures"},
            {"sources", "Sources"},
            {"settings", "Clinic settings"}};

static const char purpose[] =
    "This is every rule by which the service advises, read aloud from the rules themselves. It "
    "advises; a clinician decides.";

static const char sign_off[] =
    "Signing a rule says: I have read what it holds to be so, what it tells the clinician and "
    "the patient, and what it rests on; it fits how we practise; and I answer for its urgency "
    "and its thresholds until the day its review is due. Under a rule there is room for the "
    "name, the date and the signature, and for what is to change. A rule that is not signed is "
    "not for use. A fact nobody asked about is never taken as a no: the rules say so where it "
    "matters, and ask.";

static const char policy[] =
    "Rules marked \"clinic policy\" have numbers no paper gives. They need the closest look.";

static void put_cover(srv_catalogue *catalogue, const char *printed_on)
{
    srv_paper *paper = &catalogue->paper;
    cds_buf buf;
    cds_text counts = {"", 0};
    cds_buf_init(&buf, catalogue->ctx->mem);
    cds_buf_format(&buf, "%zu decisions, %zu rules, %zu sources",
                   catalogue->view->decision_count, catalogue->view->rule_count,
                   catalogue->view->source_count);
    (void)cds_buf_end(catalogue->ctx, &buf, &counts);
    srv_paper_open(paper, SRV_COVER);
    srv_paper_put(paper, SRV_HEADING, CDS_TEXT("The rule library"));
    srv_paper_put(paper, SRV_PARAGRAPH, cds_text_of(purpose));
    srv_paper_open(paper, SRV_FACTS);
    srv_paper_fact(paper, "Release", cds_text_of(catalogue->release->name));
    srv_paper_fact(paper, "Digest", cds_text_of(catalogue->view->digest_text));
    srv_paper_fact(paper, "Printed on", cds_text_of(printed_on));
    srv_paper_fact(paper, "Holds", counts);
    srv_paper_close(paper, SRV_FACTS);
    srv_paper_put(paper, SRV_HEADING_2, CDS_TEXT("What signing means"));
    srv_paper_put(paper, SRV_PARAGRAPH, cds_text_of(sign_off));
    srv_paper_put(paper, SRV_PARAGRAPH, cds_text_of(policy));
    srv_paper_close(paper, SRV_COVER);
}

static void put_entry(srv_catalogue *catalogue, const cds_decision *decision)
{
    srv_paper *paper = &catalogue->paper;
    const cds_ruleset_view *view = catalogue->view;
    srv_paper_open(paper, SRV_ITEM);
    srv_catalogue_refer(catalogue, srv_catalogue_anchor(catalogue, "decision", decision->name),
                        decision->question);
    srv_paper_open(paper, SRV_LIST);
    for (size_t i = view->first_rule[decision->index];
         i < view->first_rule[decision->index + 1]; i++) {
        srv_paper_open(paper, SRV_ITEM);
        srv_catalogue_number(catalogue, &view->rules[i]);
        srv_paper_word(paper, " ");
        srv_catalogue_refer(catalogue,
                            srv_catalogue_anchor(catalogue, "rule", view->rules[i].id),
                            view->rules[i].id);
        srv_paper_word(paper, view->rules[i].clinic_policy ? " (clinic policy)" : "");
        srv_paper_close(paper, SRV_ITEM);
    }
    srv_paper_close(paper, SRV_LIST);
    srv_paper_close(paper, SRV_ITEM);
}

static void put_contents(srv_catalogue *catalogue)
{
    srv_paper *paper = &catalogue->paper;
    srv_paper_open(paper, SRV_CONTENTS);
    srv_paper_put(paper, SRV_HEADING_2, CDS_TEXT("Contents"));
    srv_paper_open(paper, SRV_LIST);
    for (size_t i = 0; i < catalogue->view->decision_count; i++)
        put_entry(catalogue, &catalogue->view->decisions[i]);
    for (size_t i = 0; i < sizeof back / sizeof *back; i++) {
        srv_paper_open(paper, SRV_ITEM);
        srv_catalogue_refer(catalogue, cds_text_of(back[i].anchor), cds_text_of(back[i].title));
        srv_paper_close(paper, SRV_ITEM);
    }
    srv_paper_close(paper, SRV_LIST);
    srv_paper_close(paper, SRV_CONTENTS);
}

static void put_answer(srv_catalogue *catalogue, const cds_answer *answer)
{
    srv_paper *paper = &catalogue->paper;
    srv_paper_put(paper, SRV_TERM, answer->name);
    srv_paper_open(paper, SRV_DETAIL);
    srv_paper_open(paper, SRV_STRONG);
    srv_catalogue_template(catalogue, &answer->title);
    srv_paper_close(paper, SRV_STRONG);
    srv_paper_word(paper, answer->only_when_final ? " (only when final)" : "");
    srv_paper_open(paper, SRV_LIST);
    srv_paper_open(paper, SRV_ITEM);
    srv_paper_word(paper, "To the clinician: ");
    srv_catalogue_template(catalogue, &answer->clinician);
    srv_paper_close(paper, SRV_ITEM);
    srv_paper_open(paper, SRV_ITEM);
    srv_paper_word(paper, "To the patient: ");
    srv_catalogue_template(catalogue, &answer->patient);
    srv_paper_close(paper, SRV_ITEM);
    srv_paper_close(paper, SRV_LIST);
    srv_paper_close(paper, SRV_DETAIL);
}

static void put_limit(srv_catalogue *catalogue, const char *term,
                      const cds_condition *condition)
{
    if (condition == NULL)
        return;
    srv_paper_put(&catalogue->paper, SRV_TERM, cds_text_of(term));
    srv_paper_open(&catalogue->paper, SRV_DETAIL);
    srv_catalogue_condition(catalogue, condition);
    srv_paper_close(&catalogue->paper, SRV_DETAIL);
}

static void put_limits(srv_catalogue *catalogue, const cds_decision *decision)
{
    if (decision->applies_when == NULL && decision->suppressed_when == NULL)
        return;
    srv_paper_open(&catalogue->paper, SRV_FACTS);
    put_limit(catalogue, "Answered only when", decision->applies_when);
    put_limit(catalogue, "Gives way when", decision->suppressed_when);
    srv_paper_close(&catalogue->paper, SRV_FACTS);
}

static void put_decision(srv_catalogue *catalogue, const cds_decision *decision)
{
    srv_paper *paper = &catalogue->paper;
    const cds_ruleset_view *view = catalogue->view;
    paper->format->open(paper, SRV_CHAPTER,
                        srv_catalogue_anchor(catalogue, "decision", decision->name));
    srv_paper_open(paper, SRV_HEADING_2);
    srv_paper_words(paper, decision->question);
    srv_paper_close(paper, SRV_HEADING_2);
    put_limits(catalogue, decision);
    srv_paper_put(paper, SRV_PARAGRAPH,
                  CDS_TEXT("Its answers, the strongest first; then what is said when no rule "
                           "holds, or too little is known."));
    srv_paper_open(paper, SRV_FACTS);
    for (size_t i = 0; i < decision->answer_count; i++)
        put_answer(catalogue, &decision->answers[i]);
    srv_paper_close(paper, SRV_FACTS);
    for (size_t i = view->first_rule[decision->index];
         i < view->first_rule[decision->index + 1]; i++)
        srv_catalogue_rule_article(catalogue, &view->rules[i]);
    srv_paper_close(paper, SRV_CHAPTER);
}

void srv_catalogue_tell(srv_catalogue *catalogue, const char *printed_on)
{
    catalogue->paper.format->begin(&catalogue->paper, CDS_TEXT("The rule library"));
    put_cover(catalogue, printed_on);
    put_contents(catalogue);
    for (size_t i = 0; i < catalogue->view->decision_count; i++)
        put_decision(catalogue, &catalogue->view->decisions[i]);
    srv_catalogue_back_matter(catalogue);
    catalogue->paper.format->end(&catalogue->paper);
}
