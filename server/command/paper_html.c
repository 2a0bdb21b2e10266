// SPDX-License-Identifier: Apache-2.0
// The paper as one HTML page with one stylesheet beside it: no script, no request elsewhere.
#include "server/command/paper.h"

// What opens before the anchor and after it, and what closes.
static const struct {
    const char *open, *rest, *close;
} tags[SRV_PARTS] = {
    [SRV_COVER] = {"\n<header", ">", "</header>"},
    [SRV_CONTENTS] = {"\n<nav aria-label=\"Contents\"", ">", "</nav>"},
    [SRV_CHAPTER] = {"\n<section class=\"chapter\"", ">", "</section>"},
    [SRV_ARTICLE] = {"\n<article", ">", "</article>"},
    [SRV_ENTRY] = {"\n<article class=\"entry\"", ">", "</article>"},
    [SRV_HEADING] = {"\n<h1", ">", "</h1>"},
    [SRV_HEADING_2] = {"\n<h2", ">", "</h2>"},
    [SRV_HEADING_3] = {"\n<h3", ">", "</h3>"},
    [SRV_PARAGRAPH] = {"\n<p", ">", "</p>"},
    [SRV_STRONG] = {"<strong", ">", "</strong>"},
    [SRV_LIST] = {"\n<ul", ">", "</ul>"},
    [SRV_ITEM] = {"\n<li", ">", "</li>"},
    [SRV_FACTS] = {"\n<dl", ">", "</dl>"},
    [SRV_TERM] = {"\n<div><dt", ">", "</dt>"},
    [SRV_DETAIL] = {"<dd", ">", "</dd></div>"},
    [SRV_TABLE] = {"\n<table", ">", "</tbody></table>"},
    [SRV_HEAD_ROW] = {"\n<thead><tr", ">", "</tr></thead><tbody>"},
    [SRV_HEAD_CELL] = {"<th scope=\"col\"", ">", "</th>"},
    [SRV_ROW] = {"\n<tr", ">", "</tr>"},
    [SRV_CELL] = {"<td", ">", "</td>"},
};

static void put(srv_paper *paper, cds_text words)
{
    for (size_t i = 0; i < words.length; i++) {
        switch (words.data[i]) {
        case '&':
            cds_buf_word(paper->buf, "&amp;");
            break;
        case '<':
            cds_buf_word(paper->buf, "&lt;");
            break;
        case '>':
            cds_buf_word(paper->buf, "&gt;");
            break;
        case '"':
            cds_buf_word(paper->buf, "&quot;");
            break;
        default:
            cds_buf_char(paper->buf, words.data[i]);
        }
    }
}

static void begin(srv_paper *paper, cds_text title)
{
    cds_buf_word(paper->buf,
                 "<!DOCTYPE html>\n<html lang=\"en-AU\">\n<head>\n<meta charset=\"utf-8\">\n"
                 "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                 "<title>");
    put(paper, title);
    cds_buf_word(paper->buf, "</title>\n<link rel=\"stylesheet\" href=\"catalogue.css\">\n"
                             "</head>\n<body>\n<main>");
}

static void end(srv_paper *paper)
{
    cds_buf_word(paper->buf, "\n</main>\n</body>\n</html>\n");
}

static void open_part(srv_paper *paper, srv_part part, cds_text anchor)
{
    cds_buf_word(paper->buf, tags[part].open);
    if (anchor.length > 0) {
        cds_buf_word(paper->buf, " id=\"");
        put(paper, anchor);
        cds_buf_char(paper->buf, '"');
    }
    cds_buf_word(paper->buf, tags[part].rest);
}

static void close_part(srv_paper *paper, srv_part part)
{
    cds_buf_word(paper->buf, tags[part].close);
}

static void link_to(srv_paper *paper, cds_text target, cds_text words)
{
    cds_buf_word(paper->buf, "<a href=\"");
    put(paper, target);
    cds_buf_word(paper->buf, "\">");
    put(paper, words);
    cds_buf_word(paper->buf, "</a>");
}

const srv_paper_format srv_paper_html = {begin, end, open_part, close_part, put, link_to};
