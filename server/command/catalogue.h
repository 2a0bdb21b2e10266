// SPDX-License-Identifier: Apache-2.0
// The whole rule library as a paper to read and sign. For the files of catalogue_*.c alone.
#pragma once

#include "server/api/release.h"
#include "server/command/paper.h"

/** What is written, and where to. */
typedef struct srv_catalogue {
    cds_ctx *ctx;
    const srv_release *release;
    const cds_ruleset_view *view;
    srv_paper paper;
} srv_catalogue;

/** All of it, cover to sources. `printed_on`: YYYY-MM-DD. */
void srv_catalogue_tell(srv_catalogue *catalogue, const char *printed_on);

/** One rule with its boxes to sign. */
void srv_catalogue_rule_article(srv_catalogue *catalogue, const cds_rule *rule);

/** The chapters after the decisions: contradictions, findings, measures, sources, settings. */
void srv_catalogue_back_matter(srv_catalogue *catalogue);

/** A condition in words; findings are links to where they are said in full. */
void srv_catalogue_condition(srv_catalogue *catalogue, const cds_condition *condition);

/** A text before there is a person: what is filled in stands in brackets. */
void srv_catalogue_template(srv_catalogue *catalogue, const cds_template *text);

/** "4.7 " of a rule: its decision's chapter, its place in it. */
void srv_catalogue_number(srv_catalogue *catalogue, const cds_rule *rule);

/** An anchor: `kind` and a name, made fit for a link. Lives: in the context's memory. */
cds_text srv_catalogue_anchor(srv_catalogue *catalogue, const char *kind, cds_text name);

/** A link to such an anchor. */
void srv_catalogue_refer(srv_catalogue *catalogue, cds_text anchor, cds_text words);

/** "kind" and a number from 1, "F12", in the context's memory. */
cds_text srv_catalogue_label(srv_catalogue *catalogue, char kind, size_t index);
