// SPDX-License-Identifier: Apache-2.0
// The paper as Markdown (CommonMark with tables): each block is set apart by an empty line, and
// whatever could be taken for markup is escaped.
#include "server/command/paper.h"

#include <string.h>

static void start_block(srv_paper *paper)
{
    paper->beginning = true;
    paper->numbered = false;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

// Punctuation that means something anywhere, or at the beginning of a block.
static bool needs_escape(const srv_paper *paper, char byte)
{
    if (byte != '\0' && strchr("\\`*_[]<>|~&$", byte) != NULL)
        return true;
    if (paper->beginning)
        return byte != '\0' && strchr("#+-=", byte) != NULL;
    return paper->numbered && (byte == '.' || byte == ')');
}

static void put(srv_paper *paper, cds_text words)
{
    for (size_t i = 0; i < words.length; i++) {
        char byte = words.data[i];
        if (is_blank(byte)) {
            cds_buf_word(paper->buf, paper->beginning ? "" : " ");
            paper->numbered = false;
            continue;
        }
        if (needs_escape(paper, byte))
            cds_buf_char(paper->buf, '\\');
        cds_buf_char(paper->buf, byte);
        paper->numbered = (paper->beginning || paper->numbered) && byte >= '0' && byte <= '9';
        paper->beginning = false;
    }
}

static void indent(srv_paper *paper)
{
    for (unsigned i = 1; i < paper->depth; i++)
        cds_buf_word(paper->buf, "  ");
}

static void begin(srv_paper *paper, cds_text title)
{
    (void)title; // its heading says it
    start_block(paper);
}

static void end(srv_paper *paper)
{
    cds_buf_char(paper->buf, '\n');
}

static const char *const openings[SRV_PARTS] = {
    [SRV_HEADING] = "# ",     [SRV_HEADING_2] = "\n\n## ", [SRV_HEADING_3] = "\n\n### ",
    [SRV_PARAGRAPH] = "\n\n", [SRV_STRONG] = "**",         [SRV_TABLE] = "\n",
    [SRV_HEAD_ROW] = "\n|",   [SRV_HEAD_CELL] = " ",       [SRV_ROW] = "\n|",
    [SRV_CELL] = " ",
};

static const char *const closings[SRV_PARTS] = {
    [SRV_STRONG] = "**", [SRV_TERM] = ":** ", [SRV_HEAD_CELL] = " |", [SRV_CELL] = " |"};

static void put_anchor(srv_paper *paper, cds_text anchor)
{
    cds_buf_word(paper->buf, "\n\n<a id=\"");
    cds_buf_text(paper->buf, anchor);
    cds_buf_word(paper->buf, "\"></a>");
}

static void open_part(srv_paper *paper, srv_part part, cds_text anchor)
{
    if (anchor.length > 0)
        put_anchor(paper, anchor);
    if (part == SRV_LIST || part == SRV_FACTS) {
        cds_buf_word(paper->buf, paper->depth == 0 ? "\n" : "");
        paper->depth++;
    } else if (part == SRV_ITEM || part == SRV_TERM) {
        cds_buf_char(paper->buf, '\n');
        indent(paper);
        cds_buf_word(paper->buf, part == SRV_TERM ? "- **" : "- ");
    }
    paper->cells = part == SRV_HEAD_ROW ? 0 : paper->cells + (part == SRV_HEAD_CELL);
    cds_buf_word(paper->buf, openings[part] == NULL ? "" : openings[part]);
    start_block(paper);
}

static void close_part(srv_paper *paper, srv_part part)
{
    cds_buf_word(paper->buf, closings[part] == NULL ? "" : closings[part]);
    if (part == SRV_LIST || part == SRV_FACTS)
        paper->depth--;
    if (part == SRV_HEAD_ROW) {
        cds_buf_word(paper->buf, "\n|");
        for (unsigned i = 0; i < paper->cells; i++)
            cds_buf_word(paper->buf, " --- |");
    }
    paper->beginning = false;
}

static void link_to(srv_paper *paper, cds_text target, cds_text words)
{
    cds_buf_char(paper->buf, '[');
    put(paper, words);
    cds_buf_word(paper->buf, "](<");
    cds_buf_text(paper->buf, target);
    cds_buf_word(paper->buf, ">)");
}

const srv_paper_format srv_paper_markdown = {begin, end, open_part, close_part, put, link_to};
