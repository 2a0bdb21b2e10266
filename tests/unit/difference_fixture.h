// SPDX-License-Identifier: Apache-2.0
// Two small releases and what is said of their difference, a line for each edit:
// "rule care/one: threshold moved: ...".
#pragma once

#include "engine/compare/written.h"
#include "release_fixture.h"

static release old_one, new_one;
static cds_ctx asked;

static inline void difference_setup(void)
{
    old_one = release_new();
    new_one = release_new();
    asked = (cds_ctx){.mem = cds_arena_new((size_t)64 << 20)};
}

static inline void difference_teardown(void)
{
    release_free(&old_one);
    release_free(&new_one);
    cds_arena_free(asked.mem);
}

/** Loads both as they now are; earlier ones are dropped. */
static inline cds_difference difference_find(void)
{
    cds_difference found = {0};
    cds_ruleset_drop(old_one.rules);
    cds_ruleset_drop(new_one.rules);
    const cds_ruleset_view *before = release_look(&old_one);
    const cds_ruleset_view *after = release_look(&new_one);
    ck_assert_int_eq(cds_difference_find(&asked, before, after, &found), CDS_OK);
    return found;
}

static inline const char *difference_lines(const cds_difference *found)
{
    cds_buf buf;
    cds_text text = {0};
    cds_buf_init(&buf, asked.mem);
    for (size_t i = 0; i < found->count; i++) {
        const cds_differing *thing = &found->things[i];
        for (size_t j = 0; j < thing->edit_count; j++) {
            cds_buf_format(&buf, "%s %.*s: %.*s\n", cds_concern_word(thing->concern),
                           (int)thing->id.length, thing->id.data,
                           (int)thing->edits[j].says.length, thing->edits[j].says.data);
        }
    }
    cds_buf_char(&buf, '\0');
    ck_assert_int_eq(cds_buf_end(&asked, &buf, &text), CDS_OK);
    return text.data;
}

static inline void difference_says(const char *expected)
{
    cds_difference found = difference_find();
    ck_assert_str_eq(difference_lines(&found), expected);
}

/** The text with its one `from` made `to`. */
static inline const char *edited(const char *text, const char *from, const char *to)
{
    const char *at = strstr(text, from);
    ck_assert_msg(at != NULL && strstr(at + 1, from) == NULL, "'%s' once in: %s", from, text);
    size_t length = strlen(text) + strlen(to) + 1;
    char *made = cds_alloc(asked.mem, length);
    snprintf(made, length, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
    return made;
}

typedef struct edit {
    const char *from, *to; // in the file's text
    const char *says;
} edit;

/** Each edit alone, in this file, leads from one release to the other. */
static inline void edits_say(const char *path, const char *text, const edit *cases,
                             size_t count)
{
    for (size_t i = 0; i < count; i++) {
        release_put(&new_one, path, edited(text, cases[i].from, cases[i].to));
        difference_says(cases[i].says);
    }
    release_put(&new_one, path, text);
}

#define EDITS_SAY(path, text, cases)                                                           \
    edits_say(path, text, cases, sizeof(cases) / sizeof *(cases))
