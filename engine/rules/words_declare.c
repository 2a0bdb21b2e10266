// SPDX-License-Identifier: Apache-2.0
// Declarations that rules stand on: findings, measures, sources, suggestions, contradictions,
// the clinic's settings and the order shown.
#include <lauxlib.h>
#include <lua.h>

#include "engine/rules/codes.h"
#include "engine/rules/data.h"
#include "engine/rules/declare.h"
#include "engine/rules/fingerprint.h"
#include "engine/rules/functions.h"
#include "engine/rules/numbers.h"
#include "engine/rules/words.h"

cds_draft *cds_mention(lua_State *L, cds_draft_kind kind, cds_text name)
{
    cds_draft *draft = cds_builder_draft(cds_builder_of(L), kind, name, cds_line(L));
    if (draft == NULL) {
        cds_raise_memory(L);
    }
    draft->used = true;
    return draft;
}

cds_draft *cds_declare(lua_State *L, cds_draft_kind kind, cds_text name)
{
    cds_builder *builder = cds_builder_of(L);
    cds_draft *draft = cds_builder_draft(builder, kind, name, cds_line(L));
    if (draft == NULL) {
        cds_raise_memory(L);
    }
    if (draft->declared) {
        cds_raise(L, "%s '%.*s' is already declared at %.*s:%d", cds_draft_noun(kind),
                  CDS_SAID(name), CDS_SAID(draft->place.file), draft->place.line);
    }
    draft->declared = true;
    builder->declares = true;
    draft->place = (cds_place){builder->file, cds_line(L)};
    return draft;
}

static int named_body(lua_State *L)
{
    cds_use *use = lua_touserdata(L, lua_upvalueindex(2));
    lua_CFunction body = lua_tocfunction(L, lua_upvalueindex(3));
    use->used = true;
    lua_settop(L, 1);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    return body(L);
}

int cds_push_named(lua_State *L, const char *usage, cds_lua_function body)
{
    (void)cds_peek_text(L, 1, usage);
    lua_settop(L, 1);
    lua_pushlightuserdata(L, cds_use_note(L, "name without its { ... }"));
    lua_pushcfunction(L, body);
    lua_pushcclosure(L, named_body, 3);
    return 1;
}

static int finding_declare(lua_State *L, cds_text name)
{
    static const cds_form_member members[] = {{"says", true}, {"when", true}, {NULL, false}};
    cds_draft *draft = cds_declare(L, CDS_DRAFT_FINDING, name);
    cds_form form = cds_form_open(L, 2, "finding", members);
    *(cds_finding *)draft->made = (cds_finding){
        .name = draft->name,
        .says = cds_form_text(&form, "says", true),
        .when = cds_form_condition(&form, "when"),
        .place = draft->place,
    };
    return 0;
}

static int word_finding(lua_State *L)
{
    cds_text name = cds_peek_text(
        L, 1, "finding \"name\", or finding(\"name\", { says = ..., when = ... })");
    if (lua_gettop(L) > 1) {
        return finding_declare(L, name);
    }
    cds_condition *leaf = cds_condition_new(L, CDS_FINDING);
    leaf->finding = cds_mention(L, CDS_DRAFT_FINDING, name)->made;
    return cds_push_leaf(L, leaf);
}

static void measure_range(const cds_form *form, cds_measure *measure)
{
    lua_State *L = form->L;
    const char *usage = "range = { lowest, highest }";
    if (cds_form_push(form, "range")) {
        if (cds_list_length(L, -1, usage) != 2 || lua_rawgeti(L, -1, 1) != LUA_TNUMBER ||
            lua_rawgeti(L, -2, 2) != LUA_TNUMBER) {
            cds_form_refuse(form, "range", "usage: %s", usage);
        }
        measure->has_range = true;
        measure->low = lua_tonumber(L, -2);
        measure->high = lua_tonumber(L, -1);
        if (!(measure->low <= measure->high)) {
            cds_form_refuse(form, "range", "usage: %s; lowest is above highest", usage);
        }
    }
    lua_settop(L, form->index);
}

static void measure_value(const cds_form *form, cds_measure *measure)
{
    lua_State *L = form->L;
    cds_form_push(form, "value");
    if (lua_type(L, -1) == LUA_TFUNCTION && !lua_iscfunction(L, -1)) {
        measure->function = cds_fingerprint(L);
        cds_take_function(L, CDS_DRAFT_MEASURE, measure->name);
    } else {
        unsigned size = 0;
        measure->value = cds_number_of(L, -1, "value = fact, arithmetic or function", &size);
    }
    lua_settop(L, form->index);
}

static int measure_declare(lua_State *L, cds_text name)
{
    static const cds_form_member members[] = {
        {"unit", false}, {"says", true}, {"value", true}, {"range", false}, {NULL, false}};
    cds_draft *draft = cds_declare(L, CDS_DRAFT_MEASURE, name);
    cds_measure *measure = draft->made;
    lua_settop(L, 2);
    cds_form form = cds_form_open(L, 2, "measure", members);
    *measure = (cds_measure){
        .name = draft->name,
        .unit = cds_form_text(&form, "unit", false),
        .says = cds_form_text(&form, "says", true),
        .place = draft->place,
    };
    measure_range(&form, measure);
    measure_value(&form, measure);
    return 0;
}

static int word_measure(lua_State *L)
{
    cds_text name = cds_peek_text(
        L, 1, "measure \"name\", or measure(\"name\", { unit, says, value, range })");
    if (lua_gettop(L) > 1) {
        return measure_declare(L, name);
    }
    cds_push_fact(
        L, (cds_made_fact){.measure = cds_mention(L, CDS_DRAFT_MEASURE, name), .size = 1});
    return 1;
}

// name, table: what named_body hands over
static int source_body(lua_State *L)
{
    static const cds_form_member members[] = {
        {"authors", false}, {"year", false}, {"journal", false}, {"title", false},
        {"doi", false},     {"kind", false}, {NULL, false}};
    cds_draft *draft = cds_declare(L, CDS_DRAFT_SOURCE, cds_peek_text(L, 1, "source \"key\""));
    cds_form form = cds_form_open(L, 2, "source", members);
    cds_source *source = draft->made;
    *source = (cds_source){
        .key = draft->name,
        .authors = cds_form_text(&form, "authors", false),
        .journal = cds_form_text(&form, "journal", false),
        .title = cds_form_text(&form, "title", false),
        .doi = cds_form_text(&form, "doi", false),
        .kind = cds_form_text(&form, "kind", false),
        .place = draft->place,
    };
    if (cds_form_push(&form, "year")) {
        double year = cds_form_number(&form, "year");
        source->year = year >= 0 && year <= 9999 ? (int)year : 0;
        if (source->year != year || source->year < 1000) {
            cds_form_refuse(&form, "year", "'year' of a source is a year such as 2010");
        }
    }
    return 0;
}

static int word_source(lua_State *L)
{
    return cds_push_named(L, "source \"key\" { authors, year, ... }", source_body);
}

static int suggestion_body(lua_State *L)
{
    static const cds_form_member members[] = {{"label", true}, {NULL, false}};
    cds_draft *draft =
        cds_declare(L, CDS_DRAFT_SUGGESTION, cds_peek_text(L, 1, "suggestion \"id\""));
    cds_form form = cds_form_open(L, 2, "suggestion", members);
    *(cds_suggestion *)draft->made = (cds_suggestion){
        .id = draft->name,
        .label = cds_form_text(&form, "label", true),
        .place = draft->place,
    };
    return 0;
}

static int word_suggestion(lua_State *L)
{
    return cds_push_named(L, "suggestion \"id\" { label = \"...\" }", suggestion_body);
}

static int contradiction_body(lua_State *L)
{
    static const cds_form_member members[] = {
        {"when", true}, {"say", true}, {"ask", true}, {NULL, false}};
    cds_draft *draft =
        cds_declare(L, CDS_DRAFT_CONTRADICTION, cds_peek_text(L, 1, "contradiction \"id\""));
    cds_form form = cds_form_open(L, 2, "contradiction", members);
    *(cds_raw_contradiction *)draft->made = (cds_raw_contradiction){
        .made = {.id = draft->name,
                 .ask = cds_form_text(&form, "ask", true),
                 .when = cds_form_condition(&form, "when"),
                 .place = draft->place},
        .say = cds_form_text(&form, "say", true),
    };
    return 0;
}

static int word_contradiction(lua_State *L)
{
    return cds_push_named(L, "contradiction \"id\" { when, say, ask }", contradiction_body);
}

static int word_clinic(lua_State *L)
{
    const char *usage = "clinic { name = value, ... }, once";
    cds_builder *builder = cds_builder_of(L);
    if (builder->clinic != NULL) {
        return cds_raise(L, "usage: %s; it is already declared at %.*s:%d", usage,
                         CDS_SAID(builder->clinic_place.file), builder->clinic_place.line);
    }
    const cds_json *clinic = cds_data_read(L, 1, usage);
    if (clinic->kind != CDS_JSON_OBJECT) {
        return cds_raise(L, "usage: %s", usage);
    }
    builder->declares = true;
    builder->clinic = clinic;
    builder->clinic_place = (cds_place){builder->file, cds_line(L)};
    return 0;
}

static int word_codes(lua_State *L)
{
    const char *usage = "codes { name = value, ... }, once";
    cds_builder *builder = cds_builder_of(L);
    const cds_json *codes = cds_data_read(L, 1, usage);
    if (builder->codes != NULL || codes->kind != CDS_JSON_OBJECT) {
        return cds_raise(L, "usage: %s", usage);
    }
    cds_codes_check(L, builder->fields, codes);
    builder->declares = true;
    builder->codes = codes;
    return 0;
}

static int word_order(lua_State *L)
{
    const char *usage = "order { \"decision\", ... }, once";
    cds_builder *builder = cds_builder_of(L);
    size_t count = cds_list_length(L, 1, usage);
    if (builder->order != NULL || count == 0) {
        return cds_raise(L, "usage: %s", usage);
    }
    cds_draft **order = cds_take(L, count * sizeof *order);
    for (size_t i = 0; i < count; i++) {
        lua_rawgeti(L, 1, (lua_Integer)i + 1);
        order[i] = cds_mention(L, CDS_DRAFT_DECISION, cds_peek_text(L, -1, usage));
        lua_pop(L, 1);
        for (size_t k = 0; k < i; k++) {
            if (order[k] == order[i]) {
                return cds_raise(L, "usage: %s; '%.*s' stands twice", usage,
                                 CDS_SAID(order[i]->name));
            }
        }
    }
    builder->declares = true;
    builder->order = order;
    builder->order_count = count;
    builder->order_place = (cds_place){builder->file, cds_line(L)};
    return 0;
}

static const luaL_Reg words[] = {
    {"finding", word_finding},
    {"measure", word_measure},
    {"source", word_source},
    {"suggestion", word_suggestion},
    {"contradiction", word_contradiction},
    {"clinic", word_clinic},
    {"codes", word_codes},
    {"order", word_order},
    {NULL, NULL},
};

void cds_open_declaration_words(lua_State *L)
{
    luaL_setfuncs(L, words, 0);
}
