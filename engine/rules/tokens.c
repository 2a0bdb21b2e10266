// SPDX-License-Identifier: Apache-2.0
// A small scanner that knows Lua's strings, comments, names and numbers; the rest are symbols
// of one byte, so that an operator of two is a symbol that follows its like.
#include "engine/rules/tokens.h"

#include <stdio.h>
#include <string.h>

#include "engine/rules/utf8.h"

typedef enum token_kind {
    TOKEN_END,
    TOKEN_NAME,
    TOKEN_NUMBER,
    TOKEN_STRING,
    TOKEN_SYMBOL
} token_kind;

typedef struct token {
    token_kind kind;
    cds_text text;
    int line;
} token;

typedef struct scanner {
    cds_text source;
    size_t at;
    int line;
} scanner;

static char peek(const scanner *scan, size_t ahead)
{
    size_t at = scan->at + ahead;
    return at < scan->source.length ? scan->source.data[at] : '\0';
}

static void step(scanner *scan)
{
    scan->line += peek(scan, 0) == '\n';
    scan->at++;
}

static bool at_end(const scanner *scan)
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
static int long_bracket(const scanner *scan)
{
    size_t ahead = 1;
    if (peek(scan, 0) != '[') {
        return -1;
    }
    while (peek(scan, ahead) == '=') {
        ahead++;
    }
    return peek(scan, ahead) == '[' ? (int)ahead - 1 : -1;
}

static bool closes(const scanner *scan, int level)
{
    if (peek(scan, 0) != ']' || peek(scan, (size_t)level + 1) != ']') {
        return false;
    }
    for (int i = 1; i <= level; i++) {
        if (peek(scan, (size_t)i) != '=') {
            return false;
        }
    }
    return true;
}

static void skip_long(scanner *scan, int level)
{
    scan->at += (size_t)level + 2;
    while (!at_end(scan) && !closes(scan, level)) {
        step(scan);
    }
    scan->at += (size_t)level + 2;
}

static void skip_comment(scanner *scan)
{
    scan->at += 2;
    int level = long_bracket(scan);
    if (level >= 0) {
        skip_long(scan, level);
        return;
    }
    while (!at_end(scan) && peek(scan, 0) != '\n') {
        step(scan);
    }
}

static void skip_blanks(scanner *scan)
{
    while (!at_end(scan)) {
        if (peek(scan, 0) == '-' && peek(scan, 1) == '-') {
            skip_comment(scan);
        } else if (strchr(" \t\r\n\f\v", peek(scan, 0)) != NULL && peek(scan, 0) != '\0') {
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
static void skip_escape(scanner *scan)
{
    step(scan);
    bool swallows = peek(scan, 0) == 'z';
    bool ends_line_in_two = peek(scan, 0) == '\r' && peek(scan, 1) == '\n';
    step(scan);
    if (ends_line_in_two) {
        step(scan);
    }
    while (swallows && !at_end(scan) && is_blank(peek(scan, 0))) {
        step(scan);
    }
}

static void skip_string(scanner *scan)
{
    char quote = peek(scan, 0);
    scan->at++;
    while (!at_end(scan) && peek(scan, 0) != quote && peek(scan, 0) != '\n') {
        if (peek(scan, 0) == '\\') {
            skip_escape(scan);
        } else {
            step(scan);
        }
    }
    step(scan);
}

static void skip_number(scanner *scan)
{
    while (is_name_byte(peek(scan, 0)) || peek(scan, 0) == '.') {
        bool exponent = strchr("eEpP", peek(scan, 0)) != NULL;
        scan->at++;
        if (exponent && (peek(scan, 0) == '+' || peek(scan, 0) == '-')) {
            scan->at++;
        }
    }
}

static void skip_name(scanner *scan)
{
    while (is_name_byte(peek(scan, 0))) {
        scan->at++;
    }
}

static token_kind skip_token(scanner *scan)
{
    char c = peek(scan, 0);
    int level = long_bracket(scan);
    if (c == '"' || c == '\'') {
        skip_string(scan);
        return TOKEN_STRING;
    }
    if (level >= 0) {
        skip_long(scan, level);
        return TOKEN_STRING;
    }
    if (is_digit(c) || (c == '.' && is_digit(peek(scan, 1)))) {
        skip_number(scan);
        return TOKEN_NUMBER;
    }
    if (is_name_byte(c)) {
        skip_name(scan);
        return TOKEN_NAME;
    }
    step(scan);
    return TOKEN_SYMBOL;
}

static token next_token(scanner *scan)
{
    skip_blanks(scan);
    token next = {.line = scan->line};
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

// What is wrong with a token, given the byte behind it and the one before; NULL: nothing.
static const char *bitwise(const scanner *scan, const token *here)
{
    char c = here->text.data[0];
    if (c == '&' || c == '|') {
        return "bitwise operators are not allowed";
    }
    if (c == '~' && peek(scan, 0) != '=') {
        return "bitwise operators are not allowed; 'is not equal' is ~=";
    }
    if ((c == '<' || c == '>') && peek(scan, 0) == c) {
        return "bitwise operators are not allowed";
    }
    return NULL;
}

static const char *forbidden_name(cds_text name)
{
    if (cds_text_is(name, "goto")) {
        return "goto is not allowed";
    }
    if (cds_text_is(name, "_ENV")) {
        return "_ENV is not allowed";
    }
    return NULL;
}

static cds_status refuse_line(cds_ctx *ctx, const cds_file *file, int line, const char *what)
{
    char where[sizeof ctx->error.where];
    int length = file->path.length > 150 ? 150 : (int)file->path.length;
    snprintf(where, sizeof where, "%.*s:%d", length, file->path.data, line);
    return cds_fail(ctx, CDS_REFUSED, where, "%s", what);
}

// `local name <` opens an attribute: a list of names goes on through commas.
static bool in_local_names(bool before, const token *here)
{
    if (here->kind == TOKEN_NAME) {
        return before || cds_text_is(here->text, "local");
    }
    return before && here->kind == TOKEN_SYMBOL && here->text.data[0] == ',';
}

static const char *check_token(const scanner *scan, const token *here, bool local_names)
{
    if (here->kind == TOKEN_NAME) {
        return forbidden_name(here->text);
    }
    if (here->kind != TOKEN_SYMBOL) {
        return NULL;
    }
    if (local_names && here->text.data[0] == '<') {
        return "attributes such as <const> and <close> are not allowed";
    }
    return bitwise(scan, here);
}

static cds_status check_tokens(cds_ctx *ctx, const cds_file *file)
{
    scanner scan = {.source = file->bytes, .line = 1};
    bool local_names = false;
    for (token here = next_token(&scan); here.kind != TOKEN_END; here = next_token(&scan)) {
        const char *wrong = check_token(&scan, &here, local_names);
        if (wrong != NULL) {
            return refuse_line(ctx, file, here.line, wrong);
        }
        local_names = in_local_names(local_names, &here);
    }
    return CDS_OK;
}

typedef struct blocks {
    int depth;
    int function; // depth of the outermost open function; 0: outside
} blocks;

// Keeps count of what `end` and `until` close.
static void enter_or_leave(blocks *at, cds_text name)
{
    bool is_function = cds_text_is(name, "function");
    if (is_function || cds_text_is(name, "if") || cds_text_is(name, "do") ||
        cds_text_is(name, "repeat")) {
        at->depth++;
        at->function = is_function && at->function == 0 ? at->depth : at->function;
        return;
    }
    if (cds_text_is(name, "end") || cds_text_is(name, "until")) {
        at->function = at->function == at->depth ? 0 : at->function;
        at->depth--;
    }
}

static bool is_logic(const token *here)
{
    return here->kind == TOKEN_NAME &&
           (cds_text_is(here->text, "and") || cds_text_is(here->text, "or") ||
            cds_text_is(here->text, "not"));
}

cds_status cds_source_check_logic(cds_ctx *ctx, const cds_file *file)
{
    scanner scan = {.source = file->bytes, .line = 1};
    blocks at = {0, 0};
    for (token here = next_token(&scan); here.kind != TOKEN_END; here = next_token(&scan)) {
        if (is_logic(&here) && at.function == 0) {
            return refuse_line(ctx, file, here.line,
                               "'and', 'or', 'not' and '==' don't build conditions; write "
                               "all{}, any{}, none{} or yes()/no()/:is");
        }
        if (here.kind == TOKEN_NAME) {
            enter_or_leave(&at, here.text);
        }
    }
    return CDS_OK;
}

static int line_of(cds_text source, size_t at)
{
    int line = 1;
    for (size_t i = 0; i < at; i++) {
        line += source.data[i] == '\n';
    }
    return line;
}

cds_status cds_source_check(cds_ctx *ctx, const cds_file *file)
{
    if (file->bytes.length > CDS_SOURCE_BYTES) {
        return refuse_line(ctx, file, 1, "a rule file has at most 16 KiB: split it");
    }
    size_t bad = cds_utf8_bad(file->bytes);
    if (bad < file->bytes.length) {
        return refuse_line(ctx, file, line_of(file->bytes, bad),
                           "a rule file is UTF-8 text without NUL bytes");
    }
    return check_tokens(ctx, file);
}

int cds_source_member_line(cds_text source, int line, cds_text name)
{
    scanner scan = {.source = source, .line = 1};
    token before = {.kind = TOKEN_END};
    for (token here = next_token(&scan); here.kind != TOKEN_END; here = next_token(&scan)) {
        bool assigns =
            here.kind == TOKEN_SYMBOL && here.text.data[0] == '=' && peek(&scan, 0) != '=';
        if (assigns && before.line >= line && cds_text_equal(before.text, name)) {
            return before.line;
        }
        before = here;
    }
    return line;
}
