// SPDX-License-Identifier: Apache-2.0
// `rule { ... }`: one a file, its fields in the order of a spoken case presentation.
#include <stdio.h>
#include <string.h>

#include <lauxlib.h>
#include <lua.h>

#include "engine/rules/declare.h"
#include "engine/rules/fingerprint.h"
#include "engine/rules/functions.h"
#include "engine/rules/words.h"

static const cds_form_member rule_members[] = {
    {"id", true},        {"title", true},   {"version", true}, {"status", true},
    {"owner", true},     {"review", true},  {"purpose", true}, {"evidence", false},
    {"basis", false},    {"decides", true}, {"answer", true},  {"when", true},
    {"indicator", true}, {"say", true},     {"offer", false},  {"cautions", false},
    {"history", true},   {"advise", false}, {NULL, false}};

// The id is the path without `.lua`, its first part the decision.
static void check_id(const cds_form *form, cds_text id, cds_text decides)
{
    cds_text file = cds_builder_of(form->L)->file;
    if (file.length != id.length + 4 || memcmp(file.data, id.data, id.length) != 0) {
        cds_form_refuse(form, "id", "the id of this rule must be '%.*s', as its file is",
                        (int)(file.length > 4 ? file.length - 4 : 0), file.data);
    }
    const char *slash = memchr(id.data, '/', id.length);
    size_t first = slash == NULL ? id.length : (size_t)(slash - id.data);
    if (slash == NULL || !cds_text_equal((cds_text){id.data, first}, decides)) {
        cds_form_refuse(form, "decides", "'decides' must be '%.*s', the folder of the rule",
                        (int)first, id.data);
    }
}

static void check_version(const cds_form *form, cds_text version)
{
    int numbers = 1;
    bool digit_before = false;
    bool good = version.length > 0;
    for (size_t i = 0; i < version.length; i++) {
        bool digit = version.data[i] >= '0' && version.data[i] <= '9';
        good = good && (digit || (version.data[i] == '.' && digit_before));
        numbers += !digit;
        digit_before = digit;
    }
    if (!good || numbers != 3 || !digit_before) {
        cds_form_refuse(form, "version", "a version is three numbers: 1.0.0");
    }
}

static void read_review(const cds_form *form, cds_rule *rule)
{
    static const cds_form_member members[] = {{"done", true}, {"due", true}, {NULL, false}};
    cds_form_push(form, "review");
    cds_form review = cds_form_open(form->L, -1, "review", members);
    rule->review_done = cds_form_date(&review, "done");
    rule->review_due = cds_form_date(&review, "due");
    if (rule->review_due.days < rule->review_done.days) {
        cds_form_refuse(form, "review", "a review is due after it was done");
    }
    lua_pop(form->L, 1);
}

static cds_raw_citation read_citation(lua_State *L)
{
    static const cds_form_member members[] = {
        {"cite", true}, {"shows", true}, {"grade", true}, {NULL, false}};
    cds_form form = cds_form_open(L, -1, "piece of evidence", members);
    return (cds_raw_citation){
        .source = cds_mention(L, CDS_DRAFT_SOURCE, cds_form_text(&form, "cite", true)),
        .shows = cds_form_text(&form, "shows", true),
        .grade = cds_form_text(&form, "grade", true),
    };
}

static void read_evidence(const cds_form *form, cds_raw_rule *raw)
{
    lua_State *L = form->L;
    if (cds_form_push(form, "evidence")) {
        raw->made.evidence_count =
            cds_list_length(L, -1, "evidence = { { cite, shows, grade }, ... }");
        raw->citations = cds_take(L, raw->made.evidence_count * sizeof *raw->citations);
        for (size_t i = 0; i < raw->made.evidence_count; i++) {
            lua_rawgeti(L, -1, (lua_Integer)i + 1);
            raw->citations[i] = read_citation(L);
            lua_pop(L, 1);
        }
    }
    lua_pop(L, 1);
    if (raw->made.evidence_count == 0 && !raw->made.clinic_policy) {
        cds_form_refuse(form, NULL,
                        "a rule needs evidence, or basis = \"clinic policy\" in its place");
    }
}

static void read_basis(const cds_form *form, cds_rule *rule)
{
    static const char *const words[] = {"literature", "clinic policy", NULL};
    if (cds_form_push(form, "basis")) {
        rule->clinic_policy = cds_text_is(cds_form_one_of(form, "basis", words), words[1]);
    }
    lua_pop(form->L, 1);
}

static cds_rule_status read_status(const cds_form *form)
{
    static const char *const words[] = {"draft", "active", "retired", NULL};
    cds_text word = cds_form_one_of(form, "status", words);
    return cds_text_is(word, "draft")    ? CDS_DRAFT
           : cds_text_is(word, "active") ? CDS_ACTIVE
                                         : CDS_RETIRED;
}

static cds_indicator read_indicator(const cds_form *form)
{
    static const char *const words[] = {"info", "warning", "critical", NULL};
    cds_text word = cds_form_one_of(form, "indicator", words);
    return cds_text_is(word, "info")      ? CDS_INFO
           : cds_text_is(word, "warning") ? CDS_WARNING
                                          : CDS_CRITICAL;
}

static void read_say(const cds_form *form, cds_raw_texts *texts)
{
    static const cds_form_member members[] = {
        {"clinician", true}, {"patient", true}, {NULL, false}};
    cds_form_push(form, "say");
    cds_form say = cds_form_open(form->L, -1, "say", members);
    texts->title = cds_form_text(form, "title", true);
    texts->clinician = cds_form_text(&say, "clinician", true);
    texts->patient = cds_form_text(&say, "patient", true);
    lua_pop(form->L, 1);
}

static void read_offer(const cds_form *form, cds_raw_rule *raw)
{
    lua_State *L = form->L;
    const char *usage = "offer = { suggest \"id\", ... }";
    if (cds_form_push(form, "offer")) {
        raw->made.suggestion_count = cds_list_length(L, -1, usage);
        raw->suggestions = cds_take(L, raw->made.suggestion_count * sizeof *raw->suggestions);
        for (size_t i = 0; i < raw->made.suggestion_count; i++) {
            lua_rawgeti(L, -1, (lua_Integer)i + 1);
            cds_made_reference *suggest = cds_peek_reference(L, -1, CDS_MADE_SUGGEST);
            if (suggest == NULL) {
                cds_form_refuse(form, "offer", "usage: %s; got %s", usage, cds_what_is(L, -1));
            }
            suggest->use->used = true;
            raw->suggestions[i] = suggest->draft;
            lua_pop(L, 1);
        }
    }
    lua_pop(L, 1);
}

static cds_text history_text(const cds_form *form, int at)
{
    const char *usage = "history = { { \"1.0.0\", \"YYYY-MM-DD\", \"what changed\" }, ... }";
    lua_rawgeti(form->L, -1, at);
    cds_text text = cds_take_tidy_text(form->L, -1, usage);
    lua_pop(form->L, 1);
    return text;
}

static cds_change read_change(const cds_form *form)
{
    const char *usage = "history = { { \"1.0.0\", \"YYYY-MM-DD\", \"what changed\" }, ... }";
    cds_date date;
    if (cds_list_length(form->L, -1, usage) != 3) {
        cds_form_refuse(form, "history", "usage: %s", usage);
    }
    cds_change change = {history_text(form, 1), history_text(form, 2), history_text(form, 3)};
    check_version(form, change.version);
    if (!cds_date_parse(change.date, &date) || change.what.length == 0) {
        cds_form_refuse(form, "history", "usage: %s", usage);
    }
    return change;
}

static void read_history(const cds_form *form, cds_rule *rule)
{
    lua_State *L = form->L;
    cds_form_push(form, "history");
    rule->history_count = cds_list_length(L, -1, "history = { { version, date, what }, ... }");
    if (rule->history_count == 0) {
        cds_form_refuse(form, "history", "a rule's history begins with its first version");
    }
    cds_change *history = cds_take(L, rule->history_count * sizeof *history);
    for (size_t i = 0; i < rule->history_count; i++) {
        lua_rawgeti(L, -1, (lua_Integer)i + 1);
        history[i] = read_change(form);
        lua_pop(L, 1);
    }
    rule->history = history;
    lua_pop(L, 1);
}

static void read_advise(const cds_form *form, cds_rule *rule)
{
    lua_State *L = form->L;
    if (cds_form_push(form, "advise")) {
        if (lua_type(L, -1) != LUA_TFUNCTION || lua_iscfunction(L, -1)) {
            cds_form_refuse(form, "advise", "advise = function(facts) ... end; got %s",
                            cds_what_is(L, -1));
        }
        rule->advises = true;
        rule->function = cds_fingerprint(L);
        cds_take_function(L, CDS_DRAFT_RULE, rule->id);
    }
    lua_pop(L, 1);
}

static int word_rule(lua_State *L)
{
    cds_form form = cds_form_open(L, 1, "rule", rule_members);
    cds_text id = cds_form_text(&form, "id", true);
    cds_text decides = cds_form_text(&form, "decides", true);
    check_id(&form, id, decides);
    cds_draft *draft = cds_declare(L, CDS_DRAFT_RULE, id);
    cds_raw_rule *raw = draft->made;
    cds_rule *rule = &raw->made;
    *rule = (cds_rule){.id = draft->name, .place = draft->place};
    rule->version = cds_form_text(&form, "version", true);
    check_version(&form, rule->version);
    rule->status = read_status(&form);
    rule->owner = cds_form_text(&form, "owner", true);
    read_review(&form, rule);
    rule->purpose = cds_form_text(&form, "purpose", true);
    read_basis(&form, rule);
    read_evidence(&form, raw);
    raw->decision = cds_mention(L, CDS_DRAFT_DECISION, decides);
    raw->answer = cds_form_text(&form, "answer", true);
    rule->when = cds_form_condition(&form, "when");
    rule->indicator = read_indicator(&form);
    read_say(&form, &raw->texts);
    read_offer(&form, raw);
    rule->cautions = cds_form_texts(&form, "cautions", &rule->caution_count);
    read_history(&form, rule);
    read_advise(&form, rule);
    return 0;
}

static int word_suggest(lua_State *L)
{
    cds_text id = cds_peek_text(L, 1, "suggest \"id\"");
    cds_push_reference(L, CDS_MADE_SUGGEST, cds_mention(L, CDS_DRAFT_SUGGESTION, id));
    return 1;
}

static const luaL_Reg words[] = {
    {"rule", word_rule},
    {"suggest", word_suggest},
    {NULL, NULL},
};

void cds_open_rule_words(lua_State *L)
{
    luaL_setfuncs(L, words, 0);
}
