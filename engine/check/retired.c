// SPDX-License-Identifier: Apache-2.0
// Reads id, status and the newest line of the history off a file's tokens.
#include "engine/check/retired.h"

#include <stdio.h>
#include <string.h>

#include "engine/rules/scanner.h"

#define FOLDER "retired/"
#define REASON "Retired: "
#define SUCCESSOR "Successor: "
#define WHAT_MAX 1000
#define SAID(text) (int)(text).length, (text).data

/** One file under retired/, as far as it has been read. */
typedef struct resting {
    cds_gaps *gaps;
    const cds_ruleset *rules;
    cds_place place;
    cds_text id; // by its path
    cds_text source;
} resting;

static cds_text inside_quotes(cds_text string)
{
    const bool quoted = string.length >= 2 && (string.data[0] == '"' || string.data[0] == '\'');
    return quoted ? (cds_text){string.data + 1, string.length - 2} : (cds_text){"", 0};
}

/** The scanner behind `name =`, the first in the file. False: there is none. */
static bool find_member(cds_text source, const char *name, cds_scanner *out)
{
    bool named = false;
    *out = cds_scan(source);
    for (cds_token token = cds_scan_next(out); token.kind != CDS_TOKEN_END;
         token = cds_scan_next(out)) {
        if (named && cds_text_is(token.text, "="))
            return true;
        named = token.kind == CDS_TOKEN_NAME && cds_text_is(token.text, name);
    }
    return false;
}

static cds_text text_of(const resting *one, const char *name)
{
    cds_scanner scan;
    return find_member(one->source, name, &scan) ? inside_quotes(cds_scan_next(&scan).text)
                                                 : (cds_text){"", 0};
}

/** The next string, with those joined to it by `..`; its length, or what fits. */
static size_t read_joined(cds_scanner *scan, char out[WHAT_MAX])
{
    size_t length = 0;
    cds_token token = cds_scan_next(scan);
    while (token.kind == CDS_TOKEN_STRING || cds_text_is(token.text, ".")) {
        const cds_text part = inside_quotes(token.text);
        const size_t left = WHAT_MAX - length;
        const size_t taken = part.length < left ? part.length : left;
        memcpy(out + length, part.data, taken);
        length += taken;
        token = cds_scan_next(scan);
    }
    return length;
}

static void refuse(const resting *one, const char *what)
{
    cds_gaps_add(one->gaps, CDS_GAP_LINT, one->place, "%s", what);
}

static bool is_known(const resting *one, cds_text id)
{
    char path[300];
    const cds_ruleset_view *view = cds_ruleset_look(one->rules);
    (void)snprintf(path, sizeof path, FOLDER "%.*s.lua", SAID(id));
    for (size_t i = 0; i < view->file_count; i++) {
        if (cds_text_is(view->files[i].path, path))
            return true;
    }
    return cds_ruleset_rule(one->rules, id) != NULL;
}

static void check_successor(const resting *one, cds_text what)
{
    const char *at = memmem(what.data, what.length, SUCCESSOR, strlen(SUCCESSOR));
    if (at == NULL) {
        refuse(one, "its newest line of history names no successor; end it with "
                    "\"" SUCCESSOR "DECISION/NAME.\" or \"" SUCCESSOR "none.\"");
        return;
    }
    const char *begin = at + strlen(SUCCESSOR);
    cds_text id = {begin, (size_t)(what.data + what.length - begin)};
    if (id.length > 0 && id.data[id.length - 1] == '.')
        id.length--;
    if (!cds_text_is(id, "none") && (cds_text_equal(id, one->id) || !is_known(one, id)))
        cds_gaps_add(one->gaps, CDS_GAP_LINT, one->place,
                     "its successor '%.*s' is no other rule of this library", SAID(id));
}

static void check_reason(const resting *one, cds_text what)
{
    const size_t begin = strlen(REASON);
    if (!cds_text_starts(what, REASON) ||
        cds_text_starts((cds_text){what.data + begin, what.length - begin}, SUCCESSOR))
        refuse(one, "its newest line of history does not say why it was retired; begin it with "
                    "\"" REASON "\" and the reason");
}

/** { { version, date, what }, ...}: the newest first. */
static void check_history(const resting *one)
{
    char buffer[WHAT_MAX];
    cds_scanner scan;
    cds_date day;
    if (!find_member(one->source, "history", &scan)) {
        refuse(one, "it has no history to say when and why it was retired");
        return;
    }
    for (int i = 0; i < 4; i++) // both braces, the version, the comma
        (void)cds_scan_next(&scan);
    if (!cds_date_parse(inside_quotes(cds_scan_next(&scan).text), &day))
        refuse(one, "its newest line of history has no date like 2026-11-22");
    (void)cds_scan_next(&scan);
    const cds_text what = {buffer, read_joined(&scan, buffer)};
    check_reason(one, what);
    check_successor(one, what);
}

static void check_one(const resting *one)
{
    if (!cds_text_equal(text_of(one, "id"), one->id))
        cds_gaps_add(one->gaps, CDS_GAP_LINT, one->place,
                     "its id is not '%.*s', as its path has it", SAID(one->id));
    if (!cds_text_is(text_of(one, "status"), "retired"))
        refuse(one, "it lies in retired/; set status = \"retired\", or move it back");
    if (cds_ruleset_rule(one->rules, one->id) != NULL)
        refuse(one, "a rule of this id is still in use; take one of the two away");
    check_history(one);
}

static bool ends_with(cds_text text, const char *end)
{
    const size_t length = strlen(end);
    return text.length >= length && memcmp(text.data + text.length - length, end, length) == 0;
}

void cds_check_retired(cds_gaps *gaps, const cds_ruleset *rules)
{
    const cds_ruleset_view *view = cds_ruleset_look(rules);
    const size_t folder = strlen(FOLDER);
    for (size_t i = 0; i < view->file_count; i++) {
        const cds_text path = view->files[i].path;
        if (!cds_text_starts(path, FOLDER) || !ends_with(path, ".lua") ||
            ends_with(path, ".test.lua"))
            continue;
        check_one(&(resting){gaps,
                             rules,
                             {path, 1},
                             {path.data + folder, path.length - folder - strlen(".lua")},
                             view->files[i].bytes});
    }
}
