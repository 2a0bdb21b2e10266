// SPDX-License-Identifier: Apache-2.0
// Reads the tables that declarations are written as: every member known, the required ones
// there, each of its type; else the file is refused at the member's own line.
#pragma once

#include "engine/rules/builder.h"

typedef struct cds_form {
    lua_State *L;
    int index;        // of the table, absolute
    int line;         // where the declaration begins
    const char *noun; // "rule", "review of a rule"
} cds_form;

typedef struct cds_form_member {
    const char *name;
    bool required;
} cds_form_member;

/** Checks the table's names against the list, which ends with a NULL name. Each raises. */
cds_form cds_form_open(lua_State *L, int index, const char *noun,
                       const cds_form_member *members);

/** Pushes the member; false (and nil pushed) when it is not there. */
bool cds_form_push(const cds_form *form, const char *name);

/** Tidied: white space runs become one blank, an empty line stays a paragraph. Empty: absent
 *  or refused, as `required` says. In the present call's arena. */
cds_text cds_form_text(const cds_form *form, const char *name, bool required);
cds_text cds_form_one_of(const cds_form *form, const char *name, const char *const *words);
double cds_form_number(const cds_form *form, const char *name);
cds_date cds_form_date(const cds_form *form, const char *name);
const cds_condition *cds_form_condition(const cds_form *form, const char *name);

/** A list of texts; an absent one is empty. */
const cds_text *cds_form_texts(const cds_form *form, const char *name, size_t *count);

/** Refuses at the member's line; never returns. */
int cds_form_refuse(const cds_form *form, const char *member, const char *format, ...)
    __attribute__((format(printf, 3, 4), noreturn));

/** Items of a list at `index`, 1 to n without holes and nothing else; else raises. */
size_t cds_list_length(lua_State *L, int index, const char *usage);

/** The string at `index` as long as it stays there; refuses anything else, bad UTF-8, NUL. */
cds_text cds_peek_text(lua_State *L, int index, const char *usage);

/** The same, copied, or copied and tidied. */
cds_text cds_take_text(lua_State *L, int index, const char *usage);
cds_text cds_take_tidy_text(lua_State *L, int index, const char *usage);

/** ", did you mean 'x'?" or an empty text; in the present call's arena. */
const char *cds_did_you_mean(lua_State *L, cds_text word, const cds_text *known, size_t count);

#define CDS_SAID(text) (int)((text).length > 60 ? 60 : (text).length), (text).data
