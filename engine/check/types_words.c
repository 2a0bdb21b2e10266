// SPDX-License-Identifier: Apache-2.0
// Every word with what it takes and gives, what it means, and an example.
#include <string.h>

#include "engine/check/types_part.h"

typedef struct word_row {
    const char *name;
    const char *takes; // "name: type; name?: type"; NULL: it is a value
    const char *gives; // a type; NULL: nothing. Of a value: its annotation
    const char *says;
    const char *example; // NULL: none
} word_row;

static const word_row rows[] = {
    {"rule", "form: form.rule", NULL, "One rule, one a file: who gets which answer, and why.",
     "rule { id = \"{decision}/...\", decides = \"{decision}\", answer = \"{answer}\", ... }"},
    {"suggest", "id: suggestion.id", "suggest", "Something a rule offers to do.",
     "offer = { suggest \"{suggestion}\" }"},
    {"decision", "name: string", "fun(form: form.decision)",
     "One question, its answers strongest first, and what is said with each.",
     "decision \"{decision}\" { question = \"...\", answers = { \"{answer}\", ... }, ... }"},
    {"all", "conditions: condition[]", "condition",
     "True when all of these are; false as soon as one is.",
     "all { yes({yesno}), {number}:at_least(3) }"},
    {"any", "conditions: condition[]", "condition",
     "True when one of these is, whatever else is unknown.",
     "any { yes({yesno}), {number}:at_least(3) }"},
    {"none", "conditions: condition[]", "condition",
     "True when all of these are false; unknown while one of them is open.",
     "none { yes({yesno}), {number}:at_least(3) }"},
    {"at_least_of", "count: integer; conditions: condition[]", "condition",
     "True when so many of these are; what can't reach the count is not asked.",
     "at_least_of(2, { yes({yesno}), {number}:at_least(3), finding \"{finding}\" })"},
    {"yes", "fact: fact.yesno", "condition",
     "True when the fact is yes; unknown, never false, while it is not asked.", "yes({yesno})"},
    {"no", "fact: fact.yesno", "condition",
     "True when the fact is no; unknown while it is not asked.", "no({yesno})"},
    {"known", "fact: fact", "condition", "True once the fact is known, never false.",
     "known({number})"},
    {"given", "fact: fact", "condition",
     "True when it was asked for; only for facts that say what is asked for.",
     "given({request})"},
    {"not_given", "fact: fact", "condition",
     "True when it was not asked for; only for facts that say what is asked for.",
     "not_given({request})"},
    {"unless_ruled_out", "condition: condition", "condition",
     "Holds while it is true or unknown; while unknown the answer is provisional, and asks.",
     "unless_ruled_out(yes({yesno}))"},
    {"decided", "decision: decision.name", "decided",
     "What another decision answers; unknown while that is open.",
     "decided(\"{decision}\"):is \"{answer}\""},
    {"finding", "name: finding.name", "condition",
     "A condition with a name, written once in findings/ and shared.", "finding \"{finding}\""},
    {"measure", "name: measure.name", "fact.number",
     "A number worked out from facts, written once in measures/.",
     "measure(\"{measure}\"):at_least(3)"},
    {"source", "key: string", "fun(form: form.source)",
     "A publication that rules can cite, in evidence/.",
     "source \"{source}\" { authors = \"...\", year = 2010, ... }"},
    {"suggestion", "id: string", "fun(form: form.suggestion)",
     "Something that rules can offer to do, in suggestions/.",
     "suggestion \"{suggestion}\" { label = \"...\" }"},
    {"contradiction", "id: string", "fun(form: form.contradiction)",
     "Facts that can't both be right, and what to ask then.",
     "contradiction \"...\" { when = all { ... }, say = \"...\", ask = \"...\" }"},
    {"clinic", NULL, "@type clinic.settings",
     "The settings: declared once, in clinic.lua; read by functions.", "clinic { ... }"},
    {"codes", "codes: table", NULL,
     "How other systems code fields and orders; once, in codes.lua.", "codes { ... }"},
    {"order", "decisions: decision.name[]", NULL,
     "The order in which decisions are shown; once, in order.lua.",
     "order { \"{decision}\", ... }"},
    {"person", "facts: person", NULL,
     "Of a test: whom its cases are about; each changes one thing.", "person { ... }"},
    {"case", "name: string", "fun(form: form.case)",
     "Of a test: the person with something changed, and what is expected then.",
     "case \"...\" { ..., expect = answer \"{answer}\" }"},
    {"answer", "answer: answer", "expectation", "The rule fires and gives this answer.",
     "expect = answer \"{answer}\""},
    {"presumed", "answer: answer", "expectation",
     "The rule gives this answer because something is not ruled out yet.",
     "expect = presumed \"{answer}\""},
    {"silent", NULL, "@type expectation", "The rule is false.", "expect = silent"},
    {"asks", "fact: fact.path", "expectation",
     "The rule is unknown, and this fact is among its questions.",
     "expect = asks \"{number}\""},
    {"decides", "answers: decides", "expectation",
     "Whole decisions have these answers, all rules considered.",
     "expect = decides { [\"{decision}\"] = \"{answer}\" }"},
    {"unknown", NULL, "@type unknown", "Takes a fact of the person away: not asked.",
     "case \"...\" { ... = unknown, expect = ... }"},
    {"survives", "form: form.survivor", NULL,
     "A change of the rule that no case can notice, named with the reason.",
     "survives { leaf = \"...\", change = \"turned round\", reason = \"...\" }"},
    {"tonumber", "text: string|number", "number|nil", "A number from its digits.", NULL},
    {"tostring", "value: string|number|boolean", "string", "A value as text.", NULL},
    {"pairs", "table: table", "fun(): any, any",
     "Names and values, in an order that is the same everywhere.", NULL},
    {"ipairs", "list: any[]", "fun(): integer, any", "Places and items of a list.", NULL},
    {"ratio", "a: number; b: number", "number",
     "a divided by b, exactly as decimals: 17.6 by 16 is 1.1.", "ratio(17.6, 16)"},
    {"days_between", "from: date; to: date", "integer", "Days from the first to the second.",
     "days_between(\"2026-11-22\", \"2026-12-01\")"},
    {"add_days", "day: date; days: integer", "date", "The day so many days later.",
     "add_days(\"2026-11-22\", 14)"},
    {"weekday", "day: date", "integer", "1 is Monday, 7 is Sunday.", "weekday(\"2026-11-22\")"},
    {"string", NULL, "@class stringlib", "Texts: bytes in, bytes out, no patterns.", NULL},
    {"string.len", "text: string", "integer", "How many bytes.", NULL},
    {"string.sub", "text: string; first: integer; last?: integer", "string",
     "From one byte to another, both included; negative counts from the end.", NULL},
    {"string.lower", "text: string", "string", "In small letters.", NULL},
    {"string.upper", "text: string", "string", "In capitals.", NULL},
    {"string.fixed", "number: number; digits: integer", "string",
     "With so many digits after the point.", "string.fixed(2.5, 2)"},
    {"string.find", "text: string; piece: string; first?: integer", "integer|nil",
     "Where the piece begins; plain text, no patterns.", NULL},
    {"table", NULL, "@class tablelib", "Lists.", NULL},
    {"table.insert", "list: any[]; value_or_place: any; value?: any", NULL,
     "Puts a value at the end, or at a place.", NULL},
    {"table.remove", "list: any[]; place?: integer", "any",
     "Takes the last value out, or that at a place.", NULL},
    {"table.concat", "list: (string|number)[]; between?: string", "string",
     "All of it as one text.", "table.concat(list, \", \")"},
    {"math", NULL, "@class mathlib", "Numbers.", NULL},
    {"math.floor", "number: number", "integer", "The whole number below.", NULL},
    {"math.ceil", "number: number", "integer", "The whole number above.", NULL},
    {"math.abs", "number: number", "number", "Without its sign.", NULL},
    {"math.min", "number: number; ...: number", "number", "The smallest.", NULL},
    {"math.max", "number: number; ...: number", "number", "The greatest.", NULL},
};

#define ROWS (sizeof rows / sizeof *rows)

bool cds_types_tells(cds_text word)
{
    for (size_t i = 0; i < ROWS; i++) {
        if (cds_text_is(word, rows[i].name)) {
            return true;
        }
    }
    return false;
}

typedef struct parameter {
    cds_text name, type;
    bool optional;
} parameter;

// The next one of "name: type; name?: type", and how far that goes.
static size_t next_parameter(const char *takes, parameter *out)
{
    const size_t name = strcspn(takes, ":");
    const char *type = takes + name + 2;
    const size_t length = strcspn(type, ";");
    out->optional = takes[name - 1] == '?';
    out->name = (cds_text){takes, out->optional ? name - 1 : name};
    out->type = (cds_text){type, length};
    return name + 2 + length + (type[length] == '\0' ? 0 : 2);
}

static void annotate(const cds_types *types, const char *takes)
{
    for (parameter one; *takes != '\0';) {
        takes += next_parameter(takes, &one);
        cds_buf_format(types->buf, "---@param %.*s%s %.*s\n", (int)one.name.length,
                       one.name.data, one.optional ? "?" : "", (int)one.type.length,
                       one.type.data);
    }
}

static void put_names(const cds_types *types, const char *takes)
{
    const char *between = "";
    for (parameter one; *takes != '\0'; between = ", ") {
        takes += next_parameter(takes, &one);
        cds_buf_word(types->buf, between);
        cds_buf_text(types->buf, one.name);
    }
}

static void write_function(const cds_types *types, const word_row *row)
{
    annotate(types, row->takes);
    if (row->gives != NULL) {
        cds_buf_format(types->buf, "---@return %s\n", row->gives);
    }
    cds_types_overloads(types, cds_text_of(row->name));
    cds_buf_format(types->buf, "function %s(", row->name);
    put_names(types, row->takes);
    cds_buf_word(types->buf, ") end\n");
}

void cds_types_words(const cds_types *types)
{
    for (size_t i = 0; i < ROWS; i++) {
        cds_buf_format(types->buf, "\n---%s\n", rows[i].says);
        if (rows[i].example != NULL) {
            cds_buf_word(types->buf, "---```lua\n---");
            cds_types_example(types, rows[i].example);
            cds_buf_word(types->buf, "\n---```\n");
        }
        if (rows[i].takes != NULL) {
            write_function(types, &rows[i]);
        } else {
            cds_buf_format(types->buf, "---%s\n%s = {}\n", rows[i].gives, rows[i].name);
        }
    }
}
