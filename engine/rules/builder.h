// SPDX-License-Identifier: Apache-2.0
// A release while it is being built: everything the files declare or mention, by name, until
// all files are read and the names can be resolved.
#pragma once

#include "engine/rules/shared.h"
#include "engine/rules/state.h"

typedef enum cds_draft_kind {
    CDS_DRAFT_FINDING,
    CDS_DRAFT_MEASURE,
    CDS_DRAFT_DECISION,
    CDS_DRAFT_SOURCE,
    CDS_DRAFT_SUGGESTION,
    CDS_DRAFT_CONTRADICTION,
    CDS_DRAFT_RULE,
    CDS_DRAFT_KINDS,
} cds_draft_kind;

/** Something with a name, declared or so far only mentioned. */
typedef struct cds_draft {
    cds_draft_kind kind;
    cds_text name;
    bool declared, used;
    int colour;      // while circles are looked for
    cds_place place; // of the declaration, else of the first mention
    void *made;      // cds_finding, cds_measure, cds_source, cds_suggestion or a raw_ struct
    size_t position; // in the ruleset's list, once sorted; before, as `order` says, or SIZE_MAX
} cds_draft;

/** A text for people as the file has it, before it is taken apart. */
typedef struct cds_raw_texts {
    cds_text title, clinician, patient;
} cds_raw_texts;

typedef struct cds_raw_citation {
    cds_draft *source;
    cds_text shows, grade;
} cds_raw_citation;

typedef struct cds_raw_rule {
    cds_rule made; // decision, answer, templates, evidence, suggestions and JSON still open
    cds_draft *decision;
    cds_text answer;
    cds_raw_texts texts;
    cds_raw_citation *citations;
    cds_draft **suggestions;
} cds_raw_rule;

typedef struct cds_raw_answer {
    cds_text name;
    cds_raw_texts texts;
} cds_raw_answer;

typedef struct cds_raw_decision {
    cds_decision made; // must stay first: conditions point to it until resolved
    const cds_text *answers;
    const cds_text *only_when_final;
    size_t only_when_final_count;
    cds_text otherwise, while_unknown;
    cds_raw_answer *texts;
    size_t text_count;
} cds_raw_decision;

typedef struct cds_raw_contradiction {
    cds_contradiction made;
    cds_text say;
} cds_raw_contradiction;

/** Pointers in the order they were added. */
typedef struct cds_pointers {
    void **list;
    size_t count, room;
} cds_pointers;

/** Something a word made that must go into something else. */
typedef struct cds_use {
    const char *noun;
    int line;
    bool used;
} cds_use;

struct cds_builder {
    cds_ctx *ctx;       // of the release: what is built lives in ctx->mem
    cds_arena *scratch; // dropped after loading
    const cds_fields *fields;
    cds_text file; // being read, in ctx->mem
    cds_text source;
    cds_pointers drafts[CDS_DRAFT_KINDS];
    cds_draft **table; // all drafts by kind and name
    size_t table_size, table_count;
    cds_shared *shared;
    cds_pointers conditions;           // cds_condition
    cds_pointers measures_read;        // cds_expression of kind CDS_OF_MEASURE
    cds_expression **field_expression; // one for each field, as needed
    cds_pointers uses;                 // cds_use, of the file being read
    bool declares;                     // the file being read, something
    const cds_json *clinic, *codes;    // NULL until declared
    cds_place clinic_place;
    cds_draft **order;
    size_t order_count;
    cds_place order_place;
    struct cds_sandbox *sandbox; // takes the functions of a file read again; else NULL
};

cds_status cds_builder_init(cds_builder *builder, cds_ctx *ctx, cds_arena *scratch,
                            const cds_fields *fields);

/** Ready for the next file. */
cds_status cds_builder_open_file(cds_builder *builder, const cds_file *file);

/** The draft of this name, made if it is new (then its place is `line`). NULL: no memory. */
cds_draft *cds_builder_draft(cds_builder *builder, cds_draft_kind kind, cds_text name,
                             int line);
cds_draft *cds_builder_find(const cds_builder *builder, cds_draft_kind kind, cds_text name);

const char *cds_draft_noun(cds_draft_kind kind);

/** False: no memory. */
bool cds_pointers_add(cds_arena *mem, cds_pointers *pointers, void *item);

/** Of a running word; refused once rule functions run, or in a file of cases. */
cds_builder *cds_builder_of(lua_State *L);

/** Notes something that must be used before the file ends. Raises. */
cds_use *cds_use_note(lua_State *L, const char *noun);

/** The first thing of the file that was left over, or NULL. */
const cds_use *cds_builder_left_over(const cds_builder *builder);

/** What was written to scratch memory, as a shared text of the release. Fails: CDS_TOO_LARGE.
 */
cds_status cds_buf_keep(const cds_builder *builder, cds_buf *buf, cds_text *out);

/** Refuses at a place, after the files are read. */
cds_status cds_refuse_place(cds_ctx *ctx, cds_place place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/** Names to objects, in the order they are shown; every check that needs all files. Fills in
 *  the lists of `out` from decisions to conditions. Fails: CDS_REFUSED with file:line. */
cds_status cds_builder_resolve(cds_builder *builder, cds_ruleset_view *out);
