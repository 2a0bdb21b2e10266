// SPDX-License-Identifier: Apache-2.0
// What every format has in common: the short ways of saying it.
#include "server/command/paper.h"

void srv_paper_open(srv_paper *paper, srv_part part)
{
    paper->format->open(paper, part, CDS_TEXT(""));
}

void srv_paper_close(srv_paper *paper, srv_part part)
{
    paper->format->close(paper, part);
}

void srv_paper_words(srv_paper *paper, cds_text words)
{
    paper->format->words(paper, words);
}

void srv_paper_word(srv_paper *paper, const char *words)
{
    srv_paper_words(paper, cds_text_of(words));
}

void srv_paper_put(srv_paper *paper, srv_part part, cds_text words)
{
    srv_paper_open(paper, part);
    srv_paper_words(paper, words);
    srv_paper_close(paper, part);
}

void srv_paper_fact(srv_paper *paper, const char *term, cds_text detail)
{
    if (detail.length == 0)
        return;
    srv_paper_put(paper, SRV_TERM, cds_text_of(term));
    srv_paper_put(paper, SRV_DETAIL, detail);
}
