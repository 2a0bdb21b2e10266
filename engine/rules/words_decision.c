// SPDX-License-Identifier: Apache-2.0
// `decision "name" { ... }`: one clinical question, its answers strongest first, and what is
// said with each.
#include <stdlib.h>

#include <lauxlib.h>
#include <lua.h>

#include "engine/rules/declare.h"
#include "engine/rules/words.h"

#define USAGE "decision \"name\" { question, answers, otherwise, texts, ... }"

static void check_answers(const cds_form *form, const cds_text *answers, size_t count)
{
    if (count == 0 || count > CDS_ANSWERS_MAX) {
        cds_form_refuse(form, "answers", "a decision has from 1 to %d answers",
                        CDS_ANSWERS_MAX);
    }
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < i; k++) {
            if (cds_text_equal(answers[i], answers[k])) {
                cds_form_refuse(form, "answers", "'%.*s' stands twice", CDS_SAID(answers[i]));
            }
        }
    }
}

static cds_raw_answer read_texts(lua_State *L)
{
    static const cds_form_member members[] = {
        {"title", true}, {"clinician", true}, {"patient", true}, {NULL, false}};
    cds_form form = cds_form_open(L, -1, "text of an answer", members);
    return (cds_raw_answer){
        .texts = {.title = cds_form_text(&form, "title", true),
                  .clinician = cds_form_text(&form, "clinician", true),
                  .patient = cds_form_text(&form, "patient", true)},
    };
}

static int by_name(const void *a, const void *b)
{
    return cds_text_compare(((const cds_raw_answer *)a)->name,
                            ((const cds_raw_answer *)b)->name);
}

// Sorted, so that errors come in the same order everywhere.
static void read_answer_texts(const cds_form *form, cds_raw_decision *raw)
{
    lua_State *L = form->L;
    cds_form_push(form, "texts");
    if (lua_type(L, -1) != LUA_TTABLE) {
        cds_form_refuse(form, "texts",
                        "texts = { [\"answer\"] = { title, clinician, patient }, ... }");
    }
    size_t count = 0;
    for (lua_pushnil(L); lua_next(L, -2) != 0; lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING) {
            cds_form_refuse(form, "texts", "each text stands under its answer's name");
        }
        count++;
    }
    raw->texts = cds_take(L, count * sizeof *raw->texts);
    raw->text_count = count;
    size_t i = 0;
    for (lua_pushnil(L); lua_next(L, -2) != 0; lua_pop(L, 1), i++) {
        raw->texts[i] = read_texts(L);
        raw->texts[i].name = cds_take_text(L, -2, USAGE);
    }
    qsort(raw->texts, count, sizeof *raw->texts, by_name);
    lua_pop(L, 1);
}

static size_t read_at_most(const cds_form *form)
{
    bool there = cds_form_push(form, "at_most");
    lua_pop(form->L, 1);
    if (!there) {
        return 0;
    }
    double most = cds_form_number(form, "at_most");
    if (most < 1 || most > 1000 || most != (double)(size_t)most) {
        cds_form_refuse(form, "at_most", "'at_most' is a whole number from 1 on");
    }
    return (size_t)most;
}

static int decision_body(lua_State *L)
{
    static const cds_form_member members[] = {{"question", true},
                                              {"answers", true},
                                              {"otherwise", true},
                                              {"while_unknown", false},
                                              {"only_when_final", false},
                                              {"applies_when", false},
                                              {"suppressed_when", false},
                                              {"at_most", false},
                                              {"texts", true},
                                              {NULL, false}};
    cds_draft *draft = cds_declare(L, CDS_DRAFT_DECISION, cds_peek_text(L, 1, USAGE));
    cds_form form = cds_form_open(L, 2, "decision", members);
    cds_raw_decision *raw = draft->made;
    raw->made.name = draft->name;
    raw->made.place = draft->place;
    raw->made.question = cds_form_text(&form, "question", true);
    raw->answers = cds_form_texts(&form, "answers", &raw->made.declared_count);
    check_answers(&form, raw->answers, raw->made.declared_count);
    raw->otherwise = cds_form_text(&form, "otherwise", true);
    raw->while_unknown = cds_form_text(&form, "while_unknown", false);
    if (raw->while_unknown.length == 0) {
        raw->while_unknown = CDS_TEXT("undetermined");
    }
    raw->only_when_final =
        cds_form_texts(&form, "only_when_final", &raw->only_when_final_count);
    raw->made.applies_when = cds_form_condition(&form, "applies_when");
    raw->made.suppressed_when = cds_form_condition(&form, "suppressed_when");
    raw->made.at_most = read_at_most(&form);
    read_answer_texts(&form, raw);
    return 0;
}

static int word_decision(lua_State *L)
{
    return cds_push_named(L, USAGE, decision_body);
}

static const luaL_Reg words[] = {
    {"decision", word_decision},
    {NULL, NULL},
};

void cds_open_decision_words(lua_State *L)
{
    luaL_setfuncs(L, words, 0);
}
