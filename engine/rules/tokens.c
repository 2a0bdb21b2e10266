// SPDX-License-Identifier: Apache-2.0
// Each check goes over the tokens once, with what it must remember of those before.
#include "engine/rules/tokens.h"

#include <stdio.h>
#include <string.h>

#include "engine/rules/scanner.h"
#include "engine/rules/utf8.h"

// What is wrong with a token, given the byte behind it and the one before; NULL: nothing.
static const char *bitwise(const cds_scanner *scan, const cds_token *here)
{
    char c = here->text.data[0];
    if (c == '&' || c == '|') {
        return "bitwise operators are not allowed";
    }
    if (c == '~' && cds_scan_peek(scan, 0) != '=') {
        return "bitwise operators are not allowed; 'is not equal' is ~=";
    }
    if ((c == '<' || c == '>') && cds_scan_peek(scan, 0) == c) {
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
static bool in_local_names(bool before, const cds_token *here)
{
    if (here->kind == CDS_TOKEN_NAME) {
        return before || cds_text_is(here->text, "local");
    }
    return before && here->kind == CDS_TOKEN_SYMBOL && here->text.data[0] == ',';
}

static const char *check_token(const cds_scanner *scan, const cds_token *here, bool local_names)
{
    if (here->kind == CDS_TOKEN_NAME) {
        return forbidden_name(here->text);
    }
    if (here->kind != CDS_TOKEN_SYMBOL) {
        return NULL;
    }
    if (local_names && here->text.data[0] == '<') {
        return "attributes such as <const> and <close> are not allowed";
    }
    return bitwise(scan, here);
}

static cds_status check_tokens(cds_ctx *ctx, const cds_file *file)
{
    cds_scanner scan = cds_scan(file->bytes);
    bool local_names = false;
    for (cds_token here = cds_scan_next(&scan); here.kind != CDS_TOKEN_END;
         here = cds_scan_next(&scan)) {
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

static bool is_logic(const cds_token *here)
{
    return here->kind == CDS_TOKEN_NAME &&
           (cds_text_is(here->text, "and") || cds_text_is(here->text, "or") ||
            cds_text_is(here->text, "not"));
}

cds_status cds_source_check_logic(cds_ctx *ctx, const cds_file *file)
{
    cds_scanner scan = cds_scan(file->bytes);
    blocks at = {0, 0};
    for (cds_token here = cds_scan_next(&scan); here.kind != CDS_TOKEN_END;
         here = cds_scan_next(&scan)) {
        if (is_logic(&here) && at.function == 0) {
            return refuse_line(ctx, file, here.line,
                               "'and', 'or', 'not' and '==' don't build conditions; write "
                               "all{}, any{}, none{} or yes()/no()/:is");
        }
        if (here.kind == CDS_TOKEN_NAME) {
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
    cds_scanner scan = cds_scan(source);
    cds_token before = {.kind = CDS_TOKEN_END};
    for (cds_token here = cds_scan_next(&scan); here.kind != CDS_TOKEN_END;
         here = cds_scan_next(&scan)) {
        bool assigns = here.kind == CDS_TOKEN_SYMBOL && here.text.data[0] == '=' &&
                       cds_scan_peek(&scan, 0) != '=';
        if (assigns && before.line >= line && cds_text_equal(before.text, name)) {
            return before.line;
        }
        before = here;
    }
    return line;
}
