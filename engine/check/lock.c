// SPDX-License-Identifier: Apache-2.0
// Writes the lock and holds it against the rules.
#include "engine/check/lock.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LOCK "rules.lock"
#define SAID(text) (int)(text).length, (text).data

/** One line of the lock; texts point into it. */
typedef struct lock_line {
    cds_text id, version, hash;
} lock_line;

static const cds_file *file_of(const cds_ruleset_view *view, cds_text path)
{
    for (size_t i = 0; i < view->file_count; i++) {
        if (cds_text_equal(view->files[i].path, path))
            return &view->files[i];
    }
    return NULL;
}

cds_text cds_lock_of(const cds_ruleset *rules)
{
    const cds_file *file = file_of(cds_ruleset_look(rules), CDS_TEXT(LOCK));
    return file == NULL ? (cds_text){0} : file->bytes;
}

static void hash_of(const cds_ruleset_view *view, const cds_rule *rule,
                    char out[CDS_SHA256_HEX + 1])
{
    const cds_file *file = file_of(view, rule->place.file);
    CDS_PROMISE(file != NULL);
    const cds_sha256 hash = cds_digest(&file->bytes, 1);
    cds_digest_hex(&hash, out);
}

static int by_id(const void *a, const void *b)
{
    return cds_text_compare((*(const cds_rule *const *)a)->id,
                            (*(const cds_rule *const *)b)->id);
}

void cds_lock_write(cds_buf *buf, const cds_ruleset *rules)
{
    const cds_ruleset_view *view = cds_ruleset_look(rules);
    const cds_rule **sorted = cds_alloc(buf->mem, (view->rule_count + 1) * sizeof *sorted);
    if (sorted == NULL) {
        buf->failed = true;
        return;
    }
    for (size_t i = 0; i < view->rule_count; i++)
        sorted[i] = &view->rules[i];
    qsort(sorted, view->rule_count, sizeof(cds_rule *), by_id);
    for (size_t i = 0; i < view->rule_count; i++) {
        char hash[CDS_SHA256_HEX + 1];
        hash_of(view, sorted[i], hash);
        cds_buf_format(buf, "%.*s %.*s %s\n", SAID(sorted[i]->id), SAID(sorted[i]->version),
                       hash);
    }
}

static cds_text cut(cds_text *rest, char end)
{
    size_t length = 0;
    while (length < rest->length && rest->data[length] != end)
        length++;
    const cds_text piece = {rest->data, length};
    length += length < rest->length ? 1 : 0;
    rest->data += length;
    rest->length -= length;
    return piece;
}

static bool next_line(cds_text *lock, lock_line *out)
{
    if (lock->length == 0)
        return false;
    cds_text line = cut(lock, '\n');
    out->id = cut(&line, ' ');
    out->version = cut(&line, ' ');
    out->hash = line;
    return true;
}

static bool find_line(cds_text lock, cds_text id, lock_line *out)
{
    while (next_line(&lock, out)) {
        if (cds_text_equal(out->id, id))
            return true;
    }
    return false;
}

/** The next part of 1.2.3 as a number. */
static long part(cds_text *version)
{
    char digits[16] = "";
    const cds_text text = cut(version, '.');
    if (text.length < sizeof digits)
        memcpy(digits, text.data, text.length);
    return strtol(digits, NULL, 10);
}

static int compare_versions(cds_text a, cds_text b)
{
    for (int i = 0; i < 3; i++) {
        const long left = part(&a);
        const long right = part(&b);
        if (left != right)
            return left < right ? -1 : 1;
    }
    return 0;
}

static void compare_rule(cds_gaps *gaps, const cds_ruleset_view *view, const cds_rule *rule,
                         const lock_line *line)
{
    char hash[CDS_SHA256_HEX + 1];
    hash_of(view, rule, hash);
    const int newer = compare_versions(rule->version, line->version);
    if (newer < 0)
        cds_gaps_add(gaps, CDS_GAP_LOCK, rule->place,
                     "its version went back from %.*s; raise it beyond that",
                     SAID(line->version));
    else if (newer == 0 && !cds_text_is(line->hash, hash))
        cds_gaps_add(gaps, CDS_GAP_LOCK, rule->place,
                     "its content changed under version %.*s; raise the version, add a line to "
                     "its history, then `tendon rule lock`",
                     SAID(line->version));
}

static void compare_gone(cds_gaps *gaps, const cds_ruleset *rules, cds_text lock)
{
    lock_line line;
    const cds_ruleset_view *view = cds_ruleset_look(rules);
    while (next_line(&lock, &line)) {
        char path[300];
        (void)snprintf(path, sizeof path, "retired/%.*s.lua", SAID(line.id));
        if (cds_ruleset_rule(rules, line.id) == NULL &&
            file_of(view, cds_text_of(path)) == NULL)
            cds_gaps_add(gaps, CDS_GAP_LOCK, (cds_place){CDS_TEXT(LOCK), 1},
                         "%.*s is gone; a rule laid to rest moves to %s, with date, reason and "
                         "successor",
                         SAID(line.id), path);
    }
}

void cds_lock_compare(cds_gaps *gaps, const cds_ruleset *rules, cds_text lock,
                      bool only_changes)
{
    const cds_ruleset_view *view = cds_ruleset_look(rules);
    for (size_t i = 0; i < view->rule_count; i++) {
        const cds_rule *rule = &view->rules[i];
        lock_line line;
        if (find_line(lock, rule->id, &line)) {
            compare_rule(gaps, view, rule, &line);
            if (!only_changes && compare_versions(rule->version, line.version) > 0)
                cds_gaps_add(gaps, CDS_GAP_LOCK, rule->place,
                             "rules.lock has its older version; run `tendon rule lock`");
        } else if (!only_changes) {
            cds_gaps_add(gaps, CDS_GAP_LOCK, rule->place,
                         "rules.lock does not have it; run `tendon rule lock`");
        }
    }
    compare_gone(gaps, rules, lock);
}
