// SPDX-License-Identifier: Apache-2.0
// A table is read twice: once for names nobody knows, once for what each member holds.
#include "engine/rules/form.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <lauxlib.h>
#include <lua.h>

#include "engine/base/arena.h"
#include "engine/rules/made.h"
#include "engine/rules/tokens.h"
#include "engine/rules/utf8.h"

#define MEMBERS_MAX 32

const char *cds_did_you_mean(lua_State *L, cds_text word, const cds_text *known, size_t count)
{
    cds_text nearest = cds_text_nearest(word, known, count);
    if (nearest.data == NULL) {
        return "";
    }
    size_t room = nearest.length + sizeof "; did you mean ''?";
    char *said = cds_take(L, room);
    snprintf(said, room, "; did you mean '%.*s'?", (int)nearest.length, nearest.data);
    return said;
}

cds_text cds_peek_text(lua_State *L, int index, const char *usage)
{
    if (lua_type(L, index) != LUA_TSTRING) {
        cds_raise(L, "usage: %s; got %s", usage, cds_what_is(L, index));
    }
    cds_text text;
    text.data = lua_tolstring(L, index, &text.length);
    if (cds_utf8_bad(text) < text.length) {
        cds_raise(L, "a text is UTF-8 without NUL bytes");
    }
    return text;
}

cds_text cds_take_text(lua_State *L, int index, const char *usage)
{
    cds_text text = cds_peek_text(L, index, usage);
    char *copy = cds_take(L, text.length + 1);
    memcpy(copy, text.data, text.length);
    return (cds_text){copy, text.length};
}

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

// Past the blanks at `*at`; what stands for them is an empty line, a blank or nothing.
static const char *skip_blanks(cds_text text, size_t *at)
{
    size_t start = *at;
    int line_ends = 0;
    while (*at < text.length && is_blank(text.data[*at])) {
        line_ends += text.data[*at] == '\n';
        (*at)++;
    }
    if (*at == start || start == 0 || *at == text.length) {
        return "";
    }
    return line_ends > 1 ? "\n\n" : " ";
}

cds_text cds_take_tidy_text(lua_State *L, int index, const char *usage)
{
    cds_text text = cds_peek_text(L, index, usage);
    char *tidy = cds_take(L, text.length + 1); // never longer: two line ends were two at least
    size_t length = 0;
    size_t at = 0;
    while (at < text.length) {
        const char *gap = skip_blanks(text, &at);
        memcpy(tidy + length, gap, strlen(gap));
        length += strlen(gap);
        while (at < text.length && !is_blank(text.data[at])) {
            tidy[length++] = text.data[at++];
        }
    }
    tidy[length] = '\0';
    return (cds_text){tidy, length};
}

size_t cds_list_length(lua_State *L, int index, const char *usage)
{
    index = lua_absindex(L, index);
    if (lua_type(L, index) != LUA_TTABLE) {
        cds_raise(L, "usage: %s; got %s", usage, cds_what_is(L, index));
    }
    size_t length = 0;
    while (lua_rawgeti(L, index, (lua_Integer)length + 1) != LUA_TNIL) {
        length++;
        lua_pop(L, 1);
        cds_charge(L, 1);
    }
    lua_pop(L, 1);
    size_t members = 0;
    for (lua_pushnil(L); lua_next(L, index) != 0; lua_pop(L, 1)) {
        members++;
        cds_charge(L, 1);
    }
    if (members != length) {
        cds_raise(L, "usage: %s; this list has a hole or a name in it", usage);
    }
    return length;
}

int cds_form_refuse(const cds_form *form, const char *member, const char *format, ...)
{
    char what[sizeof((cds_error *)0)->what];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    const cds_file *file = cds_state_of(form->L)->file;
    int line = form->line;
    if (file != NULL && member != NULL) {
        line = cds_source_member_line(file->bytes, line, cds_text_of(member));
    }
    cds_raise_at(form->L, line, "%s", what);
}

static void refuse_name(const cds_form *form, const cds_form_member *members)
{
    lua_State *L = form->L;
    if (lua_type(L, -2) != LUA_TSTRING) {
        cds_form_refuse(form, NULL, "a %s has named members only", form->noun);
    }
    cds_text known[MEMBERS_MAX];
    size_t count = 0;
    for (; members[count].name != NULL; count++) {
        CDS_PROMISE(count < MEMBERS_MAX);
        known[count] = cds_text_of(members[count].name);
    }
    cds_text name;
    name.data = lua_tolstring(L, -2, &name.length);
    cds_form_refuse(form, name.data, "a %s has no member '%.*s'%s", form->noun, CDS_SAID(name),
                    cds_did_you_mean(L, name, known, count));
}

static bool knows(const cds_form_member *members, lua_State *L, int index)
{
    if (lua_type(L, index) != LUA_TSTRING) {
        return false;
    }
    const char *name = lua_tostring(L, index);
    for (size_t i = 0; members[i].name != NULL; i++) {
        if (strcmp(members[i].name, name) == 0) {
            return true;
        }
    }
    return false;
}

cds_form cds_form_open(lua_State *L, int index, const char *noun,
                       const cds_form_member *members)
{
    cds_form form = {L, lua_absindex(L, index), cds_line(L), noun};
    if (lua_type(L, index) != LUA_TTABLE) {
        cds_raise(L, "a %s is written as { name = value, ... }; got %s", noun,
                  cds_what_is(L, index));
    }
    for (lua_pushnil(L); lua_next(L, form.index) != 0; lua_pop(L, 1)) {
        if (!knows(members, L, -2)) {
            refuse_name(&form, members);
        }
    }
    int top = lua_gettop(L);
    for (size_t i = 0; members[i].name != NULL; i++) {
        if (members[i].required && !cds_form_push(&form, members[i].name)) {
            cds_form_refuse(&form, NULL, "a %s needs '%s'", noun, members[i].name);
        }
        lua_settop(L, top);
    }
    return form;
}

bool cds_form_push(const cds_form *form, const char *name)
{
    lua_pushstring(form->L, name);
    return lua_rawget(form->L, form->index) != LUA_TNIL;
}

cds_text cds_form_text(const cds_form *form, const char *name, bool required)
{
    lua_State *L = form->L;
    cds_text text = {"", 0};
    if (cds_form_push(form, name)) {
        if (lua_type(L, -1) != LUA_TSTRING) {
            cds_form_refuse(form, name, "'%s' of a %s is a text; got %s", name, form->noun,
                            cds_what_is(L, -1));
        }
        text = cds_take_tidy_text(L, -1, name);
    }
    lua_pop(L, 1);
    if (required && text.length == 0) {
        cds_form_refuse(form, name, "'%s' of a %s must not be empty", name, form->noun);
    }
    return text;
}

static _Noreturn void refuse_word(const cds_form *form, const char *name, cds_text word,
                                  const char *const *words)
{
    char list[300] = "";
    cds_text known[MEMBERS_MAX];
    size_t count = 0;
    size_t length = 0;
    for (; words[count] != NULL && length < sizeof list; count++) {
        known[count] = cds_text_of(words[count]);
        length += (size_t)snprintf(list + length, sizeof list - length, "%s'%s'",
                                   count == 0 ? "" : ", ", words[count]);
    }
    cds_form_refuse(form, name, "'%s' of a %s is one of %s; got '%.*s'%s", name, form->noun,
                    list, CDS_SAID(word), cds_did_you_mean(form->L, word, known, count));
}

cds_text cds_form_one_of(const cds_form *form, const char *name, const char *const *words)
{
    cds_text word = cds_form_text(form, name, true);
    for (size_t i = 0; words[i] != NULL; i++) {
        if (cds_text_is(word, words[i])) {
            return word;
        }
    }
    refuse_word(form, name, word, words);
}

double cds_form_number(const cds_form *form, const char *name)
{
    cds_form_push(form, name);
    double number = lua_type(form->L, -1) == LUA_TNUMBER ? lua_tonumber(form->L, -1) : NAN;
    if (!isfinite(number)) {
        cds_form_refuse(form, name, "'%s' of a %s is a number; got %s", name, form->noun,
                        cds_what_is(form->L, -1));
    }
    lua_pop(form->L, 1);
    return number;
}

cds_date cds_form_date(const cds_form *form, const char *name)
{
    cds_text text = cds_form_text(form, name, true);
    cds_date date = {0};
    if (!cds_date_parse(text, &date)) {
        cds_form_refuse(form, name, "'%s' of a %s is a day, YYYY-MM-DD", name, form->noun);
    }
    return date;
}

const cds_condition *cds_form_condition(const cds_form *form, const char *name)
{
    if (!cds_form_push(form, name)) {
        lua_pop(form->L, 1);
        return NULL;
    }
    char usage[80];
    snprintf(usage, sizeof usage, "%s = condition", name);
    const cds_condition *condition = cds_take_condition(form->L, -1, usage)->condition;
    lua_pop(form->L, 1);
    return condition;
}

const cds_text *cds_form_texts(const cds_form *form, const char *name, size_t *count)
{
    lua_State *L = form->L;
    *count = 0;
    if (!cds_form_push(form, name)) {
        lua_pop(L, 1);
        return NULL;
    }
    char usage[80];
    snprintf(usage, sizeof usage, "%s = { \"text\", ... }", name);
    size_t length = cds_list_length(L, -1, usage);
    cds_text *list = cds_take(L, length * sizeof *list);
    for (size_t i = 0; i < length; i++) {
        lua_rawgeti(L, -1, (lua_Integer)i + 1);
        list[i] = cds_take_tidy_text(L, -1, usage);
        lua_pop(L, 1);
        if (list[i].length == 0) {
            cds_form_refuse(form, name, "'%s' of a %s has an empty text", name, form->noun);
        }
    }
    lua_pop(L, 1);
    *count = length;
    return list;
}
