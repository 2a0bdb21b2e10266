// SPDX-License-Identifier: Apache-2.0
// Counts marks, finds out which rules they stand for, adds the feedback, writes the table.
#include "server/record/overrides.h"

#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/facts/json.h"
#include "server/record/search.h"
#include "server/record/shown.h"

#define SCRATCH_BYTES ((size_t)8 << 20)

typedef struct table {
    cds_ctx *ctx;
    cds_ctx scratch; // for one entry, or one page of feedback, at a time
    srv_store *store;
    srv_mark_counts counts;
    srv_override *rows;
    size_t count, room;
} table;

static srv_override *find_row(const table *it, cds_text rule, cds_text version)
{
    for (size_t i = 0; i < it->count; i++) {
        if (cds_text_equal(it->rows[i].rule, rule) &&
            cds_text_equal(it->rows[i].version, version))
            return &it->rows[i];
    }
    return NULL;
}

static cds_status add_row(table *it, const srv_shown *one, int64_t shown)
{
    srv_override *added = &it->rows[it->count];
    CDS_PROMISE(it->count < it->room); // one mark, one row
    cds_status status = cds_text_copy(it->ctx, one->name, &added->rule);
    if (status == CDS_OK)
        status = cds_text_copy(it->ctx, one->value, &added->version);
    if (status == CDS_OK) {
        added->shown = shown;
        it->count++;
    }
    return status;
}

/** Each mark of this entry is named, once. */
static cds_status name_marks(table *it, cds_text id)
{
    srv_entry entry;
    srv_shown one;
    cds_arena_reset(it->scratch.mem);
    cds_status status = srv_store_find(&it->scratch, it->store, id, &entry);
    if (status != CDS_OK)
        return status;
    srv_shown_walk walk = srv_shown_begin(entry.decision);
    while (status == CDS_OK && srv_shown_next(&walk, &one)) {
        srv_mark_count *place =
            srv_mark_counts_find(&it->counts, srv_mark_of(one.name, one.value));
        if (place == NULL || place->example[0] == '\0')
            continue;
        place->example[0] = '\0';
        if (one.is_rule)
            status = add_row(it, &one, place->count);
    }
    return status;
}

static cds_status list_shown(table *it)
{
    cds_status status = srv_store_count_marks(it->ctx, it->store, &it->counts);
    it->room = it->counts.used + 1;
    it->rows = status == CDS_OK ? cds_alloc(it->ctx->mem, it->room * sizeof *it->rows) : NULL;
    if (status == CDS_OK && it->rows == NULL)
        return cds_fail_memory(it->ctx);
    for (size_t i = 0; status == CDS_OK && i < it->counts.room; i++) {
        const srv_mark_count place = it->counts.places[i];
        if (place.count > 0 && place.example[0] != '\0')
            status = name_marks(it, cds_text_of(place.example));
    }
    return status;
}

static cds_status add_reason(table *it, srv_override *to, cds_text code)
{
    srv_reason **link = &to->reasons;
    while (*link != NULL && cds_text_compare((*link)->code, code) < 0)
        link = &(*link)->next;
    if (*link == NULL || !cds_text_equal((*link)->code, code)) {
        srv_reason *added = cds_alloc(it->ctx->mem, sizeof *added);
        if (added == NULL)
            return cds_fail_memory(it->ctx);
        if (cds_text_copy(it->ctx, code, &added->code) != CDS_OK)
            return it->ctx->error.status;
        added->next = *link;
        *link = added;
    }
    (*link)->count++;
    return CDS_OK;
}

static cds_text text_at(const cds_json *json, const char *name)
{
    const cds_json *found = cds_json_member(json, cds_text_of(name));
    return found != NULL && found->kind == CDS_JSON_STRING ? found->text : (cds_text){0};
}

/** Feedback on what is no longer shown anywhere, since it was erased, counts no more. */
static cds_status add_feedback(table *it, cds_text detail)
{
    const cds_json *json;
    cds_status status = cds_json_parse(&it->scratch, detail, &json);
    if (status != CDS_OK)
        return status;
    srv_override *to = find_row(it, text_at(json, "rule"), text_at(json, "version"));
    if (to == NULL)
        return CDS_OK;
    bool overridden = cds_text_is(text_at(json, "outcome"), "overridden");
    cds_text why = text_at(json, "reason");
    to->overridden += overridden ? 1 : 0;
    to->accepted += overridden ? 0 : 1;
    return overridden && why.data != NULL ? add_reason(it, to, why) : CDS_OK;
}

static cds_status list_feedback(table *it)
{
    srv_feedback_page *page = cds_alloc(it->ctx->mem, sizeof *page);
    cds_status status = page == NULL ? cds_fail_memory(it->ctx) : CDS_OK;
    if (status == CDS_OK)
        *page = (srv_feedback_page){.count = 0};
    while (status == CDS_OK) {
        cds_arena_reset(it->scratch.mem);
        status = srv_store_feedback(&it->scratch, it->store, page);
        if (status != CDS_OK || page->count == 0)
            break;
        for (size_t i = 0; i < page->count && status == CDS_OK; i++) {
            if (page->details[i].data != NULL)
                status = add_feedback(it, page->details[i]);
        }
    }
    return status;
}

static int by_rule(const void *a, const void *b)
{
    const srv_override *one = a;
    const srv_override *other = b;
    int order = cds_text_compare(one->rule, other->rule);
    return order != 0 ? order : cds_text_compare(one->version, other->version);
}

static void write_row(cds_buf *buf, const srv_override *it)
{
    cds_buf_comma(buf);
    cds_buf_word(buf, "{\"rule\":");
    cds_buf_json(buf, it->rule);
    cds_buf_word(buf, ",\"version\":");
    cds_buf_json(buf, it->version);
    cds_buf_format(buf, ",\"shown\":%lld,\"accepted\":%lld,\"overridden\":%lld,\"reasons\":{",
                   (long long)it->shown, (long long)it->accepted, (long long)it->overridden);
    for (const srv_reason *one = it->reasons; one != NULL; one = one->next) {
        cds_buf_comma(buf);
        cds_buf_json(buf, one->code);
        cds_buf_format(buf, ":%lld", (long long)one->count);
    }
    cds_buf_word(buf, "}}");
}

static cds_status fill(table *it)
{
    cds_status status = list_shown(it);
    if (status == CDS_OK)
        status = list_feedback(it);
    if (it->scratch.error.status != CDS_OK)
        it->ctx->error = it->scratch.error;
    return status;
}

cds_status srv_overrides_count(cds_ctx *ctx, srv_store *store, srv_overrides *out)
{
    table it = {.ctx = ctx, .store = store, .scratch = {.mem = cds_arena_new(SCRATCH_BYTES)}};
    CDS_PROMISE(it.scratch.mem != NULL);
    const cds_status status = fill(&it);
    cds_arena_free(it.scratch.mem);
    if (status != CDS_OK)
        return status;
    qsort(it.rows, it.count, sizeof *it.rows, by_rule);
    *out = (srv_overrides){it.rows, it.count};
    return CDS_OK;
}

void srv_overrides_json(cds_buf *buf, const srv_overrides *overrides)
{
    cds_buf_word(buf, "{\"overrides\":[");
    for (size_t i = 0; i < overrides->count; i++)
        write_row(buf, &overrides->rows[i]);
    cds_buf_word(buf, "]}");
}
