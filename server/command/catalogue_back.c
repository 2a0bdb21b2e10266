// SPDX-License-Identifier: Apache-2.0
// What stands behind the rules: contradictions, findings, measures, sources, clinic settings.
#include "server/command/catalogue.h"

static void open_chapter(srv_catalogue *catalogue, const char *anchor, const char *title)
{
    srv_paper *paper = &catalogue->paper;
    paper->format->open(paper, SRV_CHAPTER, cds_text_of(anchor));
    srv_paper_put(paper, SRV_HEADING_2, cds_text_of(title));
}

// An entry of a glossary begins with its label, "F12", unless that is empty.
static void open_entry(srv_catalogue *catalogue, cds_text label, cds_text anchor, cds_text says)
{
    srv_paper *paper = &catalogue->paper;
    paper->format->open(paper, SRV_ENTRY, anchor);
    srv_paper_open(paper, SRV_HEADING_3);
    srv_paper_words(paper, label);
    srv_paper_word(paper, label.length > 0 ? " " : "");
    srv_paper_words(paper, says);
    srv_paper_close(paper, SRV_HEADING_3);
}

static void put_contradictions(srv_catalogue *catalogue)
{
    srv_paper *paper = &catalogue->paper;
    open_chapter(catalogue, "contradictions", "Contradictions");
    srv_paper_put(paper, SRV_PARAGRAPH,
                  CDS_TEXT("What can't both be right. It is shown beside every result and "
                           "changes none."));
    for (size_t i = 0; i < catalogue->view->contradiction_count; i++) {
        const cds_contradiction *one = &catalogue->view->contradictions[i];
        open_entry(catalogue, CDS_TEXT(""),
                   srv_catalogue_anchor(catalogue, "contradiction", one->id), one->id);
        srv_paper_open(paper, SRV_FACTS);
        srv_paper_put(paper, SRV_TERM, CDS_TEXT("When"));
        srv_paper_open(paper, SRV_DETAIL);
        srv_catalogue_condition(catalogue, one->when);
        srv_paper_close(paper, SRV_DETAIL);
        srv_paper_fact(paper, "It says", one->say.source);
        srv_paper_fact(paper, "It asks", one->ask);
        srv_paper_close(paper, SRV_FACTS);
        srv_paper_close(paper, SRV_ENTRY);
    }
    srv_paper_close(paper, SRV_CHAPTER);
}

static void put_findings(srv_catalogue *catalogue)
{
    srv_paper *paper = &catalogue->paper;
    open_chapter(catalogue, "findings", "Findings");
    srv_paper_put(paper, SRV_PARAGRAPH,
                  CDS_TEXT("Conditions with a name, written once and shared by the rules."));
    for (size_t i = 0; i < catalogue->view->finding_count; i++) {
        const cds_finding *one = &catalogue->view->findings[i];
        open_entry(catalogue, srv_catalogue_label(catalogue, 'F', one->index),
                   srv_catalogue_anchor(catalogue, "finding", one->name), one->says);
        srv_paper_open(paper, SRV_LIST);
        srv_paper_open(paper, SRV_ITEM);
        srv_catalogue_condition(catalogue, one->when);
        srv_paper_close(paper, SRV_ITEM);
        srv_paper_close(paper, SRV_LIST);
        srv_paper_close(paper, SRV_ENTRY);
    }
    srv_paper_close(paper, SRV_CHAPTER);
}

static cds_text range_of(srv_catalogue *catalogue, const cds_measure *measure)
{
    cds_buf buf;
    cds_text text = {"", 0};
    if (!measure->has_range)
        return text;
    cds_buf_init(&buf, catalogue->ctx->mem);
    cds_buf_number(&buf, measure->low);
    cds_buf_word(&buf, " to ");
    cds_buf_number(&buf, measure->high);
    cds_buf_word(&buf, "; unknown outside");
    (void)cds_buf_end(catalogue->ctx, &buf, &text);
    return text;
}

static void put_measures(srv_catalogue *catalogue)
{
    srv_paper *paper = &catalogue->paper;
    open_chapter(catalogue, "measures", "Measures");
    srv_paper_put(paper, SRV_PARAGRAPH, CDS_TEXT("Numbers worked out from facts."));
    for (size_t i = 0; i < catalogue->view->measure_count; i++) {
        const cds_measure *one = &catalogue->view->measures[i];
        open_entry(catalogue, srv_catalogue_label(catalogue, 'M', i),
                   srv_catalogue_anchor(catalogue, "measure", one->name), one->says);
        srv_paper_open(paper, SRV_FACTS);
        srv_paper_fact(paper, "Name", one->name);
        srv_paper_fact(paper, "Unit", one->unit);
        srv_paper_fact(paper, "Range", range_of(catalogue, one));
        srv_paper_fact(paper, one->value != NULL ? "Worked out as" : "Worked out in",
                       one->value != NULL ? one->value->says : one->place.file);
        srv_paper_close(paper, SRV_FACTS);
        srv_paper_close(paper, SRV_ENTRY);
    }
    srv_paper_close(paper, SRV_CHAPTER);
}

static void put_doi(srv_catalogue *catalogue, cds_text doi)
{
    cds_buf buf;
    cds_text target = {"", 0};
    if (doi.length == 0)
        return;
    cds_buf_init(&buf, catalogue->ctx->mem);
    cds_buf_word(&buf, "https://doi.org/");
    cds_buf_text(&buf, doi);
    (void)cds_buf_end(catalogue->ctx, &buf, &target);
    srv_paper_word(&catalogue->paper, " ");
    catalogue->paper.format->link(&catalogue->paper, target, CDS_TEXT("at doi.org"));
}

static void put_sources(srv_catalogue *catalogue)
{
    srv_paper *paper = &catalogue->paper;
    open_chapter(catalogue, "sources", "Sources");
    for (size_t i = 0; i < catalogue->view->source_count; i++) {
        const cds_source *one = &catalogue->view->sources[i];
        paper->format->open(paper, SRV_PARAGRAPH,
                            srv_catalogue_anchor(catalogue, "source", one->key));
        srv_paper_put(paper, SRV_STRONG, srv_catalogue_label(catalogue, 'S', i));
        srv_paper_word(paper, " ");
        srv_paper_words(paper, one->citation);
        srv_paper_word(paper, " (");
        srv_paper_words(paper, one->kind);
        srv_paper_word(paper, ")");
        put_doi(catalogue, one->doi);
        srv_paper_close(paper, SRV_PARAGRAPH);
    }
    srv_paper_close(paper, SRV_CHAPTER);
}

static bool is_plain(const cds_json *value)
{
    return value->kind != CDS_JSON_OBJECT && value->kind != CDS_JSON_ARRAY;
}

static bool holds_plain_only(const cds_json *value)
{
    for (const cds_json *one = value->child; one != NULL; one = one->next) {
        if (!is_plain(one))
            return false;
    }
    return true;
}

// A setting's name as it is spoken: "emergency number".
static void put_setting_name(srv_catalogue *catalogue, cds_text name)
{
    cds_buf buf;
    cds_text text = {"", 0};
    if (name.length == 0)
        return;
    cds_buf_init(&buf, catalogue->ctx->mem);
    for (size_t i = 0; i < name.length; i++)
        cds_buf_char(&buf, name.data[i] == '_' ? ' ' : name.data[i]);
    cds_buf_word(&buf, ": ");
    (void)cds_buf_end(catalogue->ctx, &buf, &text);
    srv_paper_words(&catalogue->paper, text);
}

static void put_plain(srv_catalogue *catalogue, const cds_json *value)
{
    cds_buf buf;
    cds_text text = {"", 0};
    if (value->kind == CDS_JSON_STRING) {
        srv_paper_words(&catalogue->paper, value->text);
    } else if (value->kind == CDS_JSON_TRUE || value->kind == CDS_JSON_FALSE) {
        srv_paper_word(&catalogue->paper, value->kind == CDS_JSON_TRUE ? "yes" : "no");
    } else {
        cds_buf_init(&buf, catalogue->ctx->mem);
        cds_json_write(&buf, value);
        (void)cds_buf_end(catalogue->ctx, &buf, &text);
        srv_paper_words(&catalogue->paper, text);
    }
}

// What a list holds stands on one line: "monday, tuesday", "name: Term 1, first: 2026-01-27".
static void put_line(srv_catalogue *catalogue, const cds_json *value)
{
    for (const cds_json *one = value->child; one != NULL; one = one->next) {
        srv_paper_word(&catalogue->paper, one == value->child ? "" : ", ");
        put_setting_name(catalogue, one->name);
        put_plain(catalogue, one);
    }
}

static void put_setting(srv_catalogue *catalogue, const cds_json *value, bool inside_list)
{
    bool in_line = value->kind == CDS_JSON_ARRAY || inside_list;
    if (is_plain(value)) {
        put_plain(catalogue, value);
        return;
    }
    if (in_line && holds_plain_only(value)) {
        put_line(catalogue, value);
        return;
    }
    srv_paper_open(&catalogue->paper, SRV_LIST);
    for (const cds_json *one = value->child; one != NULL; one = one->next) {
        srv_paper_open(&catalogue->paper, SRV_ITEM);
        put_setting_name(catalogue, one->name);
        put_setting(catalogue, one, value->kind == CDS_JSON_ARRAY);
        srv_paper_close(&catalogue->paper, SRV_ITEM);
    }
    srv_paper_close(&catalogue->paper, SRV_LIST);
}

static void put_settings(srv_catalogue *catalogue)
{
    open_chapter(catalogue, "settings", "Clinic settings");
    put_setting(catalogue, catalogue->view->clinic, false);
    srv_paper_close(&catalogue->paper, SRV_CHAPTER);
}

void srv_catalogue_back_matter(srv_catalogue *catalogue)
{
    put_contradictions(catalogue);
    put_findings(catalogue);
    put_measures(catalogue);
    put_sources(catalogue);
    put_settings(catalogue);
}
