// SPDX-License-Identifier: Apache-2.0
// One function for each kind of token: it goes over the bytes and counts lines.
#include "engine/rules/scanner.h"

#include <string.h>

char cds_scan_peek(const cds_scanner *scan, size_t ahead)
{
    size_t at = scan->at + ahead;
    return at < scan->source.length ? scan->source.data[at] : '\0';
}

static void step(cds_scanner *scan)
{
    scan->line += cds_scan_peek(scan, 0) == '\n';
    scan->at++;
}

static bool at_end(const cds_scanner *scan)
{
    return scan->at >= scan->source.length;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_name_byte(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

// The level of a long bracket that opens here: 0 for `[[`, 2 for `[==[`; -1 for none.
static int long_bracket(const cds_scanner *scan)
{
    size_t ahead = 1;
    if (cds_scan_peek(scan, 0) != '[') {
        return -1;
    }
    while (cds_scan_peek(scan, ahead) == '=') {
        ahead++;
    }
    return cds_scan_peek(scan, ahead) == '[' ? (int)ahead - 1 : -1;
}

static bool closes(const cds_scanner *scan, int level)
{
    if (cds_scan_peek(scan, 0) != ']' || cds_scan_peek(scan, (size_t)level + 1) != ']') {
        return false;
    }
    for (int i = 1; i <= level; i++) {
        if (cds_scan_peek(scan, (size_t)i) != '=') {
            return false;
        }
    }
    return true;
}

static void skip_long(cds_scanner *scan, int level)
{
    scan->at += (size_t)level + 2;
    while (!at_end(scan) && !closes(scan, level)) {
        step(scan);
    }
    scan->at += (size_t)level + 2;
}

static void skip_comment(cds_scanner *scan)
{
    scan->at += 2;
    int level = long_bracket(scan);
    if (level >= 0) {
        skip_long(scan, level);
        return;
    }
    while (!at_end(scan) && cds_scan_peek(scan, 0) != '\n') {
        step(scan);
    }
}

static void skip_blanks(cds_scanner *scan)
{
    while (!at_end(scan)) {
        if (cds_scan_peek(scan, 0) == '-' && cds_scan_peek(scan, 1) == '-') {
            skip_comment(scan);
        } else if (strchr(" \t\r\n\f\v", cds_scan_peek(scan, 0)) != NULL &&
                   cds_scan_peek(scan, 0) != '\0') {
            step(scan);
        } else {
            return;
        }
    }
}

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

// After `\z` all white space belongs to the escape, line ends too.
static void skip_escape(cds_scanner *scan)
{
    step(scan);
    bool swallows = cds_scan_peek(scan, 0) == 'z';
    bool ends_line_in_two = cds_scan_peek(scan, 0) == '\r' && cds_scan_peek(scan, 1) == '\n';
    step(scan);
    if (ends_line_in_two) {
        step(scan);
    }
    while (swallows && !at_end(scan) && is_blank(cds_scan_peek(scan, 0))) {
        step(scan);
    }
}

static void skip_string(cds_scanner *scan)
{
    char quote = cds_scan_peek(scan, 0);
    scan->at++;
    while (!at_end(scan) && cds_scan_peek(scan, 0) != quote && cds_scan_peek(scan, 0) != '\n') {
        if (cds_scan_peek(scan, 0) == '\\') {
            skip_escape(scan);
        } else {
            step(scan);
        }
    }
    step(scan);
}

static void skip_number(cds_scanner *scan)
{
    while (is_name_byte(cds_scan_peek(scan, 0)) || cds_scan_peek(scan, 0) == '.') {
        bool exponent = strchr("eEpP", cds_scan_peek(scan, 0)) != NULL;
        scan->at++;
        if (exponent && (cds_scan_peek(scan, 0) == '+' || cds_scan_peek(scan, 0) == '-')) {
            scan->at++;
        }
    }
}

static void skip_name(cds_scanner *scan)
{
    while (is_name_byte(cds_scan_peek(scan, 0))) {
        scan->at++;
    }
}

static cds_token_kind skip_token(cds_scanner *scan)
{
    char c = cds_scan_peek(scan, 0);
    int level = long_bracket(scan);
    if (c == '"' || c == '\'') {
        skip_string(scan);
        return CDS_TOKEN_STRING;
    }
    if (level >= 0) {
        skip_long(scan, level);
        return CDS_TOKEN_STRING;
    }
    if (is_digit(c) || (c == '.' && is_digit(cds_scan_peek(scan, 1)))) {
        skip_number(scan);
        return CDS_TOKEN_NUMBER;
    }
    if (is_name_byte(c)) {
        skip_name(scan);
        return CDS_TOKEN_NAME;
    }
    step(scan);
    return CDS_TOKEN_SYMBOL;
}

cds_scanner cds_scan(cds_text source)
{
    return (cds_scanner){.source = source, .line = 1};
}

cds_token cds_scan_next(cds_scanner *scan)
{
    skip_blanks(scan);
    cds_token next = {.line = scan->line};
    if (at_end(scan)) {
        return next;
    }
    size_t start = scan->at;
    next.kind = skip_token(scan);
    if (scan->at > scan->source.length) {
        scan->at = scan->source.length;
    }
    next.text = (cds_text){scan->source.data + start, scan->at - start};
    return next;
}
