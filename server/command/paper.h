// SPDX-License-Identifier: Apache-2.0
// A long text for reading and printing, told part by part; how each part looks is its format's.
#pragma once

#include "engine/base/buf.h"

typedef enum srv_part {
    SRV_COVER,    // the first page
    SRV_CONTENTS, // where to find what
    SRV_CHAPTER,  // begins a page
    SRV_ARTICLE,  // stays on one page if it can
    SRV_ENTRY,    // of a glossary
    SRV_HEADING,  // of the whole; the others stand below it
    SRV_HEADING_2,
    SRV_HEADING_3,
    SRV_PARAGRAPH,
    SRV_STRONG,
    SRV_LIST,
    SRV_ITEM,
    SRV_FACTS, // terms, each with its detail
    SRV_TERM,
    SRV_DETAIL,
    SRV_TABLE, // a head row, then rows
    SRV_HEAD_ROW,
    SRV_HEAD_CELL,
    SRV_ROW,
    SRV_CELL,
    SRV_PARTS
} srv_part;

typedef struct srv_paper srv_paper;

/** A format: parts are closed in the order opposite to their opening. `anchor` empty: none. */
typedef struct srv_paper_format {
    void (*begin)(srv_paper *paper, cds_text title);
    void (*end)(srv_paper *paper);
    void (*open)(srv_paper *paper, srv_part part, cds_text anchor);
    void (*close)(srv_paper *paper, srv_part part);
    void (*words)(srv_paper *paper, cds_text words);                 // escaped
    void (*link)(srv_paper *paper, cds_text target, cds_text words); // #anchor or https:
} srv_paper_format;

struct srv_paper {
    const srv_paper_format *format;
    cds_buf *buf;
    unsigned depth; // of lists
    unsigned cells; // of the head row
    bool beginning; // nothing is written in this block yet
    bool numbered;  // but digits
};

extern const srv_paper_format srv_paper_html, srv_paper_markdown;

void srv_paper_open(srv_paper *paper, srv_part part);
void srv_paper_close(srv_paper *paper, srv_part part);
void srv_paper_word(srv_paper *paper, const char *words);
void srv_paper_words(srv_paper *paper, cds_text words);

/** A part with nothing in it but these words. */
void srv_paper_put(srv_paper *paper, srv_part part, cds_text words);

/** A term and its detail in words; nothing when there are none. */
void srv_paper_fact(srv_paper *paper, const char *term, cds_text detail);
