// SPDX-License-Identifier: Apache-2.0
// Gathers the lines of all histories and sorts them by day, words and rule.
#include "engine/check/changelog.h"

#include <stdlib.h>

#define SAID(text) (int)(text).length, (text).data
#define WIDTH 98

typedef struct change_line {
    const cds_change *change;
    cds_text id;
} change_line;

static int newest_first(const void *a, const void *b)
{
    const change_line *left = a;
    const change_line *right = b;
    int order = cds_text_compare(right->change->date, left->change->date);
    if (order == 0)
        order = cds_text_compare(left->change->what, right->change->what);
    if (order == 0)
        order = cds_text_compare(left->change->version, right->change->version);
    return order == 0 ? cds_text_compare(left->id, right->id) : order;
}

static bool same_words(const change_line *a, const change_line *b)
{
    return cds_text_equal(a->change->date, b->change->date) &&
           cds_text_equal(a->change->what, b->change->what) &&
           cds_text_equal(a->change->version, b->change->version);
}

/** The ids of lines that say the same, wrapped. Gives how many there were. */
static size_t write_ids(cds_buf *buf, const change_line *lines, size_t count)
{
    size_t column = WIDTH;
    size_t i = 0;
    for (; i < count && same_words(&lines[0], &lines[i]); i++) {
        const size_t width = lines[i].id.length + 4;
        if (column + width > WIDTH) {
            cds_buf_word(buf, i == 0 ? "  " : ",\n  ");
            column = 2;
        } else {
            cds_buf_word(buf, ", ");
        }
        cds_buf_format(buf, "`%.*s`", SAID(lines[i].id));
        column += width;
    }
    cds_buf_char(buf, '\n');
    return i;
}

static void write_days(cds_buf *buf, const change_line *lines, size_t count)
{
    for (size_t i = 0; i < count;) {
        const cds_change *change = lines[i].change;
        if (i == 0 || !cds_text_equal(lines[i - 1].change->date, change->date))
            cds_buf_format(buf, "\n## %.*s\n\n", SAID(change->date));
        cds_buf_format(buf, "- %.*s (%.*s)\n", SAID(change->what), SAID(change->version));
        i += write_ids(buf, lines + i, count - i);
    }
}

static size_t count_changes(const cds_ruleset_view *view)
{
    size_t count = 0;
    for (size_t i = 0; i < view->rule_count; i++)
        count += view->rules[i].history_count;
    return count;
}

void cds_changelog_write(cds_buf *buf, const cds_ruleset *rules)
{
    const cds_ruleset_view *view = cds_ruleset_look(rules);
    size_t count = 0;
    change_line *lines = cds_alloc(buf->mem, (count_changes(view) + 1) * sizeof *lines);
    if (lines == NULL) {
        buf->failed = true;
        return;
    }
    for (size_t i = 0; i < view->rule_count; i++) {
        for (size_t j = 0; j < view->rules[i].history_count; j++)
            lines[count++] = (change_line){&view->rules[i].history[j], view->rules[i].id};
    }
    qsort(lines, count, sizeof *lines, newest_first);
    cds_buf_word(buf, "# What changed in the rules\n\nWritten from the rules' histories by "
                      "`tendon rule changelog`; a test says when it is stale.\n");
    write_days(buf, lines, count);
}
