// SPDX-License-Identifier: Apache-2.0
// The words of a .test.lua file and the reading of one; a case is merged with its person as
// soon as it is read.
#include "engine/rules/casefile.h"

#include <string.h>

#include <lauxlib.h>
#include <lua.h>

#include "engine/base/arena.h"
#include "engine/rules/casebook.h"
#include "engine/rules/data.h"
#include "engine/rules/form.h"
#include "engine/rules/helpers.h"
#include "engine/rules/made.h"
#include "engine/rules/view.h"
#include "engine/rules/words.h"

#define EXPECTED "expectation"
#define KNOWN_MAX 64
#define PATHS_MAX 256

typedef struct expectation {
    cds_expect_kind kind;
    cds_text text;
    const cds_decides *decides;
    size_t decides_count;
} expectation;

static cds_casebook *book_of(lua_State *L)
{
    return cds_state_of(L)->cases;
}

static int push_expectation(lua_State *L, expectation expected)
{
    expectation *made = lua_newuserdatauv(L, sizeof *made, 0);
    *made = expected;
    luaL_setmetatable(L, EXPECTED);
    return 1;
}

static const cds_rule *rule_of(lua_State *L, const char *usage)
{
    const cds_rule *rule = book_of(L)->rule;
    if (rule == NULL) {
        cds_raise(L,
                  "%s is about the rule beside this file, and there is none; write decides { "
                  "decision = \"answer\" }",
                  usage);
    }
    return rule;
}

static int expect_answer(lua_State *L, cds_expect_kind kind, const char *usage)
{
    cds_text answer = cds_take_text(L, 1, usage);
    const cds_rule *rule = rule_of(L, usage);
    cds_text gives = rule->decision->answers[rule->answer].name;
    if (!cds_text_equal(answer, gives)) {
        return cds_raise(L, "this rule never gives '%.*s'; its answer is '%.*s'",
                         CDS_SAID(answer), CDS_SAID(gives));
    }
    return push_expectation(L, (expectation){.kind = kind, .text = answer});
}

static int word_answer(lua_State *L)
{
    return expect_answer(L, CDS_EXPECT_ANSWER, "answer \"name\"");
}

static int word_presumed(lua_State *L)
{
    return expect_answer(L, CDS_EXPECT_PRESUMED, "presumed \"name\"");
}

static int word_asks(lua_State *L)
{
    cds_text path = cds_take_text(L, 1, "asks \"group.field\"");
    (void)rule_of(L, "asks \"group.field\"");
    const cds_fields *fields = book_of(L)->view->fields;
    const cds_field *field = cds_text_starts(path, "/") ? cds_fields_at_pointer(fields, path)
                                                        : cds_fields_find(fields, path);
    if (field == NULL) {
        cds_text known[PATHS_MAX];
        size_t count = 0;
        for (; count < fields->count && count < PATHS_MAX; count++) {
            known[count] = fields->list[count].path;
        }
        return cds_raise(L, "there is no fact '%.*s'%s", CDS_SAID(path),
                         cds_did_you_mean(L, path, known, count));
    }
    return push_expectation(L, (expectation){.kind = CDS_EXPECT_ASKS, .text = field->path});
}

static const cds_decision *decision_named(lua_State *L, cds_text name)
{
    const cds_ruleset_view *view = book_of(L)->view;
    cds_text known[KNOWN_MAX];
    size_t count = 0;
    for (size_t i = 0; i < view->decision_count; i++) {
        if (cds_text_equal(view->decisions[i].name, name)) {
            return &view->decisions[i];
        }
        if (count < KNOWN_MAX) {
            known[count++] = view->decisions[i].name;
        }
    }
    cds_raise(L, "there is no decision '%.*s'%s", CDS_SAID(name),
              cds_did_you_mean(L, name, known, count));
}

static cds_text answer_named(lua_State *L, const cds_decision *decision, const cds_json *answer)
{
    cds_text known[KNOWN_MAX];
    size_t count = 0;
    for (size_t i = 0; i < decision->answer_count && count < KNOWN_MAX; i++) {
        known[count] = decision->answers[i].name;
        if (answer->kind == CDS_JSON_STRING && cds_text_equal(known[count], answer->text)) {
            return known[count];
        }
        count++;
    }
    cds_raise(L, "decision '%.*s' has no answer '%.*s'%s", CDS_SAID(decision->name),
              CDS_SAID(answer->text), cds_did_you_mean(L, answer->text, known, count));
}

static expectation decides_at(lua_State *L, int index)
{
    const char *usage = "decides { decision = \"answer\", ... }";
    const cds_json *named = cds_data_read(L, index, usage);
    if (named->kind != CDS_JSON_OBJECT) {
        cds_raise(L, "usage: %s", usage);
    }
    cds_decides *list = cds_take(L, named->count * sizeof *list);
    size_t count = 0;
    for (const cds_json *one = named->child; one != NULL; one = one->next) {
        const cds_decision *decision = decision_named(L, one->name);
        list[count++] = (cds_decides){decision->name, answer_named(L, decision, one)};
    }
    return (expectation){.kind = CDS_EXPECT_DECIDES, .decides = list, .decides_count = count};
}

static int word_decides(lua_State *L)
{
    return push_expectation(L, decides_at(L, 1));
}

static expectation expected_of(lua_State *L, int table)
{
    lua_getfield(L, table, "expect");
    lua_getfield(L, table, "decides");
    if (lua_isnil(L, -1) == lua_isnil(L, -2)) {
        cds_raise(L, "a case says what to expect, once: expect = answer \"x\", presumed \"x\", "
                     "silent or asks \"group.field\", or decides = { decision = \"answer\" }");
    }
    expectation expected = {.kind = CDS_EXPECT_SILENT};
    if (!lua_isnil(L, -1)) {
        expected = decides_at(L, -1);
    } else if (cds_is_mark(L, -2, CDS_MARK_SILENT)) {
        (void)rule_of(L, "silent");
    } else {
        const expectation *made = luaL_testudata(L, -2, EXPECTED);
        if (made == NULL) {
            cds_raise(L,
                      "usage: expect = answer \"x\", presumed \"x\", silent, asks "
                      "\"group.field\" or decides { ... }; got %s",
                      cds_what_is(L, -2));
        }
        expected = *made;
    }
    lua_pop(L, 2);
    return expected;
}

static int word_person(lua_State *L)
{
    cds_casebook *book = book_of(L);
    if (book->person != 0 || book->cases.count > 0) {
        return cds_raise(L, "person { ... } stands once, before the cases");
    }
    cds_case_check(L, 1, false);
    lua_settop(L, 1);
    book->person = luaL_ref(L, LUA_REGISTRYINDEX);
    return 0;
}

static void check_new_name(lua_State *L, cds_text name)
{
    const cds_casebook *book = book_of(L);
    for (size_t i = 0; i < book->cases.count; i++) {
        const cds_case *other = book->cases.list[i];
        if (cds_text_equal(other->name, name)) {
            cds_raise(L, "case '%.*s' stands twice, first at line %d", CDS_SAID(name),
                      other->line);
        }
    }
}

// Upvalue: the name.
static int case_body(lua_State *L)
{
    cds_casebook *book = book_of(L);
    cds_case *made = cds_take(L, sizeof *made);
    book->open_line = 0;
    lua_settop(L, 1);
    cds_case_check(L, 1, true);
    expectation expected = expected_of(L, 1);
    *made = (cds_case){
        .name = cds_take_text(L, lua_upvalueindex(1), "case \"name\" { ... }"),
        .line = cds_line(L),
        .expect = expected.kind,
        .text = expected.text,
        .decides = expected.decides,
        .decides_count = expected.decides_count,
    };
    check_new_name(L, made->name);
    made->assessment = cds_case_merge(L, 1, made);
    if (!cds_pointers_add(cds_state_of(L)->ctx->mem, &book->cases, made)) {
        cds_raise_memory(L);
    }
    return 0;
}

static void check_closed(lua_State *L)
{
    int line = book_of(L)->open_line;
    if (line != 0) {
        cds_raise_at(L, line, "this case has a name and no { ... }");
    }
}

static int word_case(lua_State *L)
{
    (void)cds_peek_text(L, 1, "case \"name\" { facts, expect = ... }");
    check_closed(L);
    book_of(L)->open_line = cds_line(L);
    lua_settop(L, 1);
    lua_pushcclosure(L, case_body, 1);
    return 1;
}

static const luaL_Reg words[] = {
    {"person", word_person},         {"case", word_case}, {"answer", word_answer},
    {"presumed", word_presumed},     {"asks", word_asks}, {"decides", word_decides},
    {"survives", cds_word_survives}, {NULL, NULL},
};

// Upvalue: the words.
static int case_global_index(lua_State *L)
{
    lua_pushvalue(L, 2);
    if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) {
        return 1;
    }
    cds_text name = cds_peek_text(L, 2, "a name");
    cds_text known[sizeof words / sizeof *words + 2] = {CDS_TEXT("silent"),
                                                        CDS_TEXT("unknown")};
    size_t count = 2;
    for (size_t i = 0; words[i].name != NULL; i++) {
        known[count++] = cds_text_of(words[i].name);
    }
    return cds_raise(L, "unknown name '%.*s'%s", CDS_SAID(name),
                     cds_did_you_mean(L, name, known, count));
}

void cds_open_case_words(lua_State *L)
{
    cds_open_helpers(L);
    luaL_setfuncs(L, words, 0);
    cds_push_mark(L, CDS_MARK_SILENT);
    lua_setfield(L, -2, "silent");
    cds_push_mark(L, CDS_MARK_UNKNOWN);
    lua_setfield(L, -2, "unknown");
}

static int open_cases(lua_State *L)
{
    cds_open_made(L);
    cds_open_views(L);
    luaL_newmetatable(L, EXPECTED);
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_newtable(L);
    lua_createtable(L, 0, 3);
    lua_newtable(L);
    cds_open_case_words(L);
    lua_pushcclosure(L, case_global_index, 1);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, cds_refuse_global);
    lua_setfield(L, -2, "__newindex");
    lua_setmetatable(L, -2);
    return 1;
}

static int close_cases(lua_State *L)
{
    check_closed(L);
    if (book_of(L)->cases.count == 0) {
        return cds_raise_at(L, 1, "a test file has at least one case \"name\" { ... }");
    }
    return 0;
}

static cds_status read_cases(cds_state *state, const cds_file *file)
{
    cds_status status = cds_state_protect(state, open_cases, NULL, 1);
    if (status == CDS_OK) {
        status = cds_state_read(state, file);
    }
    return status == CDS_OK ? cds_state_protect(state, close_cases, NULL, 0) : status;
}

static const cds_rule *rule_beside(const cds_ruleset *rules, cds_text path)
{
    const cds_text end = CDS_TEXT(".test.lua");
    size_t length = path.length > end.length ? path.length - end.length : 0;
    return cds_ruleset_rule(rules, (cds_text){path.data, length});
}

static cds_status collect(cds_ctx *ctx, const cds_casebook *book, cds_casefile *out)
{
    cds_case *cases = cds_alloc(ctx->mem, book->cases.count * sizeof *cases);
    cds_survivor *survivors =
        cds_alloc(ctx->mem, (book->survivors.count + 1) * sizeof *survivors);
    if (cases == NULL || survivors == NULL) {
        return cds_fail_memory(ctx);
    }
    for (size_t i = 0; i < book->cases.count; i++) {
        cases[i] = *(cds_case *)book->cases.list[i];
    }
    for (size_t i = 0; i < book->survivors.count; i++) {
        survivors[i] = *(cds_survivor *)book->survivors.list[i];
    }
    *out = (cds_casefile){.rule = book->rule,
                          .cases = cases,
                          .count = book->cases.count,
                          .survivors = survivors,
                          .survivor_count = book->survivors.count};
    return cds_text_copy(ctx, book->path, &out->path);
}

cds_status cds_casefile_read(cds_ctx *ctx, const cds_ruleset *rules, const cds_file *file,
                             cds_casefile *out)
{
    cds_state state;
    cds_casefile made = {.count = 0};
    cds_casebook book = {.view = cds_ruleset_look(rules),
                         .rule = rule_beside(rules, file->path),
                         .path = file->path};
    cds_status status = cds_state_open(ctx, &state, cds_default_budget);
    if (status != CDS_OK) {
        return status;
    }
    state.cases = &book;
    state.file = file;
    status = read_cases(&state, file);
    cds_state_close(&state);
    if (status == CDS_OK) {
        status = collect(ctx, &book, &made);
    }
    if (status == CDS_OK) {
        *out = made;
    }
    return status;
}
