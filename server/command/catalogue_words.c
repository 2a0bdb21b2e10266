// SPDX-License-Identifier: Apache-2.0
// What all chapters share: anchors, labels, texts and conditions.
#include <string.h>

#include "engine/decide/aloud.h"
#include "server/command/catalogue.h"

// What was written; empty when there was no room, and then the paper says so at its end.
static cds_text end_of(srv_catalogue *catalogue, cds_buf *buf)
{
    cds_text text = {"", 0};
    (void)cds_buf_end(catalogue->ctx, buf, &text);
    return text;
}

cds_text srv_catalogue_anchor(srv_catalogue *catalogue, const char *kind, cds_text name)
{
    cds_buf buf;
    cds_buf_init(&buf, catalogue->ctx->mem);
    cds_buf_format(&buf, "%s-", kind);
    for (size_t i = 0; i < name.length; i++)
        cds_buf_char(&buf, name.data[i] == '/' ? '-' : name.data[i]);
    return end_of(catalogue, &buf);
}

void srv_catalogue_refer(srv_catalogue *catalogue, cds_text anchor, cds_text words)
{
    cds_buf buf;
    cds_buf_init(&buf, catalogue->ctx->mem);
    cds_buf_char(&buf, '#');
    cds_buf_text(&buf, anchor);
    catalogue->paper.format->link(&catalogue->paper, end_of(catalogue, &buf), words);
}

cds_text srv_catalogue_label(srv_catalogue *catalogue, char kind, size_t index)
{
    cds_buf buf;
    cds_buf_init(&buf, catalogue->ctx->mem);
    cds_buf_format(&buf, "%c%zu", kind, index + 1);
    return end_of(catalogue, &buf);
}

void srv_catalogue_number(srv_catalogue *catalogue, const cds_rule *rule)
{
    cds_buf buf;
    cds_buf_init(&buf, catalogue->ctx->mem);
    cds_buf_format(&buf, "%zu.%zu", rule->decision->index + 1,
                   rule->index - catalogue->view->first_rule[rule->decision->index] + 1);
    srv_paper_words(&catalogue->paper, end_of(catalogue, &buf));
}

void srv_catalogue_template(srv_catalogue *catalogue, const cds_template *text)
{
    cds_buf buf;
    cds_buf_init(&buf, catalogue->ctx->mem);
    cds_aloud_template(&buf, text);
    srv_paper_words(&catalogue->paper, end_of(catalogue, &buf));
}

static void put_finding(srv_catalogue *catalogue, const cds_finding *finding)
{
    srv_paper_words(&catalogue->paper, finding->says);
    srv_paper_word(&catalogue->paper, " (");
    srv_catalogue_refer(catalogue, srv_catalogue_anchor(catalogue, "finding", finding->name),
                        srv_catalogue_label(catalogue, 'F', finding->index));
    srv_paper_word(&catalogue->paper, ")");
}

void srv_catalogue_condition(srv_catalogue *catalogue, const cds_condition *condition)
{
    cds_buf buf;
    if (condition->word == CDS_FINDING) {
        put_finding(catalogue, condition->finding);
        return;
    }
    cds_buf_init(&buf, catalogue->ctx->mem);
    cds_aloud_word(&buf, condition);
    srv_paper_words(&catalogue->paper, end_of(catalogue, &buf));
    if (condition->part_count == 0)
        return;
    srv_paper_word(&catalogue->paper, ":");
    srv_paper_open(&catalogue->paper, SRV_LIST);
    for (size_t i = 0; i < condition->part_count; i++) {
        srv_paper_open(&catalogue->paper, SRV_ITEM);
        srv_catalogue_condition(catalogue, condition->parts[i]);
        srv_paper_close(&catalogue->paper, SRV_ITEM);
    }
    srv_paper_close(&catalogue->paper, SRV_LIST);
}
