// SPDX-License-Identifier: Apache-2.0
// Names point to drafts, so that a file may mention what a later file declares.
#include "engine/rules/builder.h"

#include <stdio.h>
#include <string.h>

#include <lua.h>

#include "engine/base/arena.h"

#define FIRST_ROOM 16
#define FIRST_TABLE 256 // a power of two

static const size_t made_bytes[CDS_DRAFT_KINDS] = {
    [CDS_DRAFT_FINDING] = sizeof(cds_finding),
    [CDS_DRAFT_MEASURE] = sizeof(cds_measure),
    [CDS_DRAFT_DECISION] = sizeof(cds_raw_decision),
    [CDS_DRAFT_SOURCE] = sizeof(cds_source),
    [CDS_DRAFT_SUGGESTION] = sizeof(cds_suggestion),
    [CDS_DRAFT_CONTRADICTION] = sizeof(cds_raw_contradiction),
    [CDS_DRAFT_RULE] = sizeof(cds_raw_rule),
};

const char *cds_draft_noun(cds_draft_kind kind)
{
    static const char *const nouns[CDS_DRAFT_KINDS] = {
        [CDS_DRAFT_FINDING] = "finding",
        [CDS_DRAFT_MEASURE] = "measure",
        [CDS_DRAFT_DECISION] = "decision",
        [CDS_DRAFT_SOURCE] = "source",
        [CDS_DRAFT_SUGGESTION] = "suggestion",
        [CDS_DRAFT_CONTRADICTION] = "contradiction",
        [CDS_DRAFT_RULE] = "rule",
    };
    return nouns[kind];
}

bool cds_pointers_add(cds_arena *mem, cds_pointers *pointers, void *item)
{
    if (pointers->count == pointers->room) {
        size_t room = pointers->room == 0 ? FIRST_ROOM : pointers->room * 2;
        void **list = cds_alloc_grow(mem, pointers->list, pointers->room * sizeof *list,
                                     room * sizeof *list);
        if (list == NULL) {
            return false;
        }
        pointers->list = list;
        pointers->room = room;
    }
    pointers->list[pointers->count++] = item;
    return true;
}

cds_status cds_builder_init(cds_builder *builder, cds_ctx *ctx, cds_arena *scratch,
                            const cds_fields *fields)
{
    *builder = (cds_builder){.ctx = ctx, .scratch = scratch, .fields = fields};
    builder->field_expression =
        cds_alloc(scratch, fields->count * sizeof *builder->field_expression);
    builder->table = cds_alloc(scratch, FIRST_TABLE * sizeof *builder->table);
    builder->table_size = FIRST_TABLE;
    builder->shared = cds_shared_new(scratch);
    if (builder->field_expression == NULL || builder->table == NULL ||
        builder->shared == NULL) {
        return cds_fail_memory(ctx);
    }
    return CDS_OK;
}

cds_status cds_builder_open_file(cds_builder *builder, const cds_file *file)
{
    builder->file = file->path;
    builder->source = file->bytes;
    builder->uses.count = 0;
    builder->declares = false;
    return CDS_OK;
}

// FNV-1a over the name, begun by the kind.
static size_t hash_of(cds_draft_kind kind, cds_text name)
{
    uint64_t hash = 14695981039346656037u + (uint64_t)kind;
    for (size_t i = 0; i < name.length; i++) {
        hash = (hash ^ (unsigned char)name.data[i]) * 1099511628211u;
    }
    return (size_t)(hash ^ (hash >> 32));
}

// Where the draft stands, or the free slot where it would.
static cds_draft **slot_of(cds_draft **table, size_t size, cds_draft_kind kind, cds_text name)
{
    size_t at = hash_of(kind, name) % size;
    while (table[at] != NULL &&
           (table[at]->kind != kind || !cds_text_equal(table[at]->name, name))) {
        at = (at + 1) % size;
    }
    return &table[at];
}

cds_draft *cds_builder_find(const cds_builder *builder, cds_draft_kind kind, cds_text name)
{
    return *slot_of(builder->table, builder->table_size, kind, name);
}

static bool table_widen(cds_builder *builder)
{
    size_t size = builder->table_size * 2;
    cds_draft **table = cds_alloc(builder->scratch, size * sizeof *table);
    if (table == NULL) {
        return false;
    }
    for (size_t i = 0; i < builder->table_size; i++) {
        cds_draft *draft = builder->table[i];
        if (draft != NULL) {
            *slot_of(table, size, draft->kind, draft->name) = draft;
        }
    }
    builder->table = table;
    builder->table_size = size;
    return true;
}

static cds_draft *draft_new(cds_builder *builder, cds_draft_kind kind, cds_text name)
{
    cds_draft *draft = cds_alloc(builder->scratch, sizeof *draft);
    void *made = cds_alloc(builder->scratch, made_bytes[kind]);
    char *copy = cds_alloc(builder->ctx->mem, name.length + 1);
    if (draft == NULL || made == NULL || copy == NULL) {
        return NULL;
    }
    memcpy(copy, name.data, name.length);
    *draft = (cds_draft){
        .kind = kind, .name = {copy, name.length}, .made = made, .position = SIZE_MAX};
    return draft;
}

cds_draft *cds_builder_draft(cds_builder *builder, cds_draft_kind kind, cds_text name, int line)
{
    cds_draft *known = cds_builder_find(builder, kind, name);
    if (known != NULL) {
        return known;
    }
    if (builder->table_count * 2 >= builder->table_size && !table_widen(builder)) {
        return NULL;
    }
    cds_draft *draft = draft_new(builder, kind, name);
    if (draft == NULL || !cds_pointers_add(builder->scratch, &builder->drafts[kind], draft)) {
        return NULL;
    }
    draft->place = (cds_place){builder->file, line};
    *slot_of(builder->table, builder->table_size, kind, draft->name) = draft;
    builder->table_count++;
    return draft;
}

cds_builder *cds_builder_of(lua_State *L)
{
    cds_builder *builder = cds_state_of(L)->builder;
    if (builder == NULL) {
        cds_raise(L, "this is for building rules while a rule file is read; a function reads "
                     "facts.group.field, clinic and plain values");
    }
    return builder;
}

cds_use *cds_use_note(lua_State *L, const char *noun)
{
    cds_builder *builder = cds_builder_of(L);
    cds_use *use = cds_alloc(builder->scratch, sizeof *use);
    if (use == NULL || !cds_pointers_add(builder->scratch, &builder->uses, use)) {
        cds_raise_memory(L);
    }
    *use = (cds_use){.noun = noun, .line = cds_line(L)};
    return use;
}

const cds_use *cds_builder_left_over(const cds_builder *builder)
{
    for (size_t i = 0; i < builder->uses.count; i++) {
        const cds_use *use = builder->uses.list[i];
        if (!use->used) {
            return use;
        }
    }
    return NULL;
}

cds_status cds_buf_keep(const cds_builder *builder, cds_buf *buf, cds_text *out)
{
    cds_text text;
    cds_status status = cds_buf_end(builder->ctx, buf, &text);
    return status != CDS_OK ? status
                            : cds_shared_text(builder->ctx, builder->shared, text, out);
}

cds_status cds_refuse_place(cds_ctx *ctx, cds_place place, const char *format, ...)
{
    char where[sizeof ctx->error.where];
    char what[sizeof ctx->error.what];
    int length = place.file.length > 150 ? 150 : (int)place.file.length;
    if (place.line > 0) {
        snprintf(where, sizeof where, "%.*s:%d", length, place.file.data, place.line);
    } else {
        snprintf(where, sizeof where, "%.*s", length, place.file.data);
    }
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    return cds_fail(ctx, CDS_REFUSED, where, "%s", what);
}
