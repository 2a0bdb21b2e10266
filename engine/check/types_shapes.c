// SPDX-License-Identifier: Apache-2.0
// What stands in the braces after a word, what comes out of one, and what a fact can be asked.
#include <string.h>

#include "engine/check/types_part.h"

typedef struct shape_row {
    const char *name; // of a class with its parent, where `type` is NULL; else of its member
    const char *type;
    const char *says;
} shape_row;

static const shape_row rows[] = {
    {"condition", NULL,
     "True, false or unknown; combine conditions with all{}, any{}, none{}."},
    {"suggest", NULL, "Something to offer."},
    {"expectation", NULL, "What a case expects."},
    {"unknown", NULL, "A fact that is not asked."},

    {"decided", NULL, "The answer of a decision."},
    {"is", "fun(self, answer: answer): condition", "This answer."},
    {"is_one_of", "fun(self, answers: answer[]): condition", "One of these answers."},

    {"form.rule", NULL, "A rule, in the order of a spoken case presentation."},
    {"id", "string", "The file's path without .lua."},
    {"title", "string", "At most 139 characters; {group.field} fills in."},
    {"version", "string", "major.minor.patch: another answer, another scope, other words."},
    {"status", "\"draft\"|\"active\"|\"retired\"", "A draft is evaluated and never shown."},
    {"owner", "string", "Who answers for it."},
    {"review", "form.review", "When it was looked at, and when it must be again."},
    {"purpose", "string", "At most three lines."},
    {"evidence?", "form.evidence[]", "What it stands on."},
    {"basis?", "\"literature\"|\"clinic policy\"", "Clinic policy shows no citation."},
    {"decides", "decision.name", "The decision, which is also its folder."},
    {"answer", "answer", "What it answers."},
    {"when", "condition", "Whom it is about."},
    {"indicator", "\"info\"|\"warning\"|\"critical\"", "How it is shown."},
    {"say", "form.say", "What each reader is told."},
    {"offer?", "suggest[]", "What it offers to do."},
    {"advise?", "fun(facts: facts): advice", "Works out what depends on the person."},
    {"cautions?", "string[]", "What limits it."},
    {"history", "string[][]", "{ version, YYYY-MM-DD, what changed }, first release first."},

    {"form.review", NULL, "Dates of a review."},
    {"done", "date", "When it was done."},
    {"due", "date", "When it is due again."},

    {"form.say", NULL, "The same for two readers; {group.field} and {clinic.name} fill in."},
    {"clinician", "string", "What to consider, why, what to ask or examine next."},
    {"patient", "string", "Plain, calm words."},

    {"form.evidence", NULL, "One piece of evidence."},
    {"cite", "source.key", "A source of evidence/."},
    {"shows", "string", "What it shows, in your own words."},
    {"grade", "\"A\"|\"B\"|\"C\"|\"D\"", "How sure it is, from trials to opinion."},

    {"form.decision", NULL, "One question and its answers."},
    {"question", "string", "As a person would ask it."},
    {"answers", "string[]", "What rules can answer, strongest first."},
    {"otherwise", "string", "The answer when every rule is false."},
    {"while_unknown?", "string", "The answer while a rule is open; else undetermined."},
    {"only_when_final?", "string[]", "Answers that are never provisional."},
    {"applies_when?", "condition", "Reads what is asked for only; else not-asked."},
    {"suppressed_when?", "condition", "When another decision comes first."},
    {"at_most?", "integer", "Recommendations shown."},
    {"texts", "table<string, form.text>", "One for each answer, `otherwise` and the like too."},

    {"form.text : form.say", NULL, "What is said with an answer."},
    {"title", "string", "At most 139 characters."},

    {"form.finding", NULL, "A condition with a name."},
    {"says", "string", "How it is read aloud."},
    {"when", "condition", "What it is."},

    {"form.measure", NULL, "A number worked out from facts."},
    {"says", "string", "How it is read aloud."},
    {"unit?", "string", "What it counts."},
    {"range?", "number[]", "{ lowest, highest }; outside it the number is unknown."},
    {"value", "fact.number|fun(facts: facts): number", "Arithmetic, or a function."},

    {"form.source", NULL, "A publication."},
    {"authors?", "string", "Without authors and year it can't be cited."},
    {"year?", "integer", "Four digits."},
    {"journal?", "string", "Where it appeared."},
    {"title?", "string", "As it is printed."},
    {"doi?", "string", "Where it is found."},
    {"kind?", "string", "What sort of publication it is."},

    {"form.suggestion", NULL, "Something to offer."},
    {"label", "string", "As a button would say it."},

    {"form.contradiction", NULL, "Facts that can't both be right."},
    {"when", "condition", "What contradicts."},
    {"say", "string", "What does not fit."},
    {"ask", "string", "What to ask again."},

    {"form.case : person", NULL, "What is different, and what is expected then."},
    {"expect", "expectation", "answer, presumed, silent, asks or decides."},

    {"form.survivor", NULL, "A change that no case can notice."},
    {"leaf", "string", "As `tendon test` lists it."},
    {"change", "string", "As `tendon test` lists it."},
    {"reason", "string", "Why nobody can show the difference."},

    {"advice", NULL, "What a function worked out; members but `fill` are shown as they are."},
    {"step?", "table", "The next step."},
    {"class?", "table", "What to join, and when."},
    {"run?", "table", "A limit for what is planned."},
    {"fill?", "table<string, string|number>", "Fills {fill.name} in the rule's texts."},

    {"fact", NULL, "Something that may be known, or not."},

    {"fact.yesno : fact", NULL, "Read it with yes(fact) or no(fact)."},

    {"fact.date : fact", NULL, "A day; conditions read known(fact), functions its text."},

    {"fact.number : fact", NULL, "A number, or worked out from numbers with + - * /."},
    {"at_least", "fun(self, number: number): condition", "This or more."},
    {"at_most", "fun(self, number: number): condition", "This or less."},
    {"more_than", "fun(self, number: number): condition", "Over this."},
    {"less_than", "fun(self, number: number): condition", "Under this."},
    {"between", "fun(self, low: number, high: number): condition", "Both ends included."},

    {"fact.text : fact", NULL, "One word, without a list of which."},
    {"is", "fun(self, value: string): condition", "This very word."},
    {"is_one_of", "fun(self, values: string[]): condition", "One of these."},

    {"fact.list : fact", NULL, "Any number of things; [] is known, and none."},
    {"counts_at_least", "fun(self, count: integer): condition", "So many or more."},

    {"fact.texts : fact.list", NULL, "Words, without a list of which."},
    {"includes", "fun(self, value: string): condition", "This word is among them."},
    {"includes_any", "fun(self, values: string[]): condition", "One of these is."},
    {"includes_none", "fun(self, values: string[]): condition", "None of these is."},

    {"fact.items : fact.list", NULL, "Things with members."},
    {"has", "fun(self, members: table): condition",
     "One has these; unknown while one lacks them."},
};

// Arithmetic on the class that was just begun.
static void write_operators(cds_buf *buf, const shape_row *row)
{
    static const char *const signs[] = {"add", "sub", "mul", "div"};
    for (size_t i = 0; strncmp(row->name, "fact.number", 11) == 0 && i < 4; i++) {
        cds_buf_format(buf, "---@operator %s(fact.number|number): fact.number\n", signs[i]);
    }
}

void cds_types_shapes(const cds_types *types)
{
    cds_buf_word(types->buf, "\n---A day as YYYY-MM-DD.\n---@alias date string\n");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].type != NULL) {
            cds_buf_format(types->buf, "---@field %s %s %s\n", rows[i].name, rows[i].type,
                           rows[i].says);
        } else {
            cds_buf_format(types->buf, "\n---%s\n---@class %s\n", rows[i].says, rows[i].name);
            write_operators(types->buf, &rows[i]);
        }
    }
}
