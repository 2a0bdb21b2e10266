// SPDX-License-Identifier: Apache-2.0
// Erasing rows: what must go is set to NULL.
#include <string.h>

#include "engine/base/arena.h"
#include "server/record/entry.h"
#include "server/record/erasure.h"
#include "server/record/store_inner.h"

#define REASON_MAX 2000

typedef struct erasing {
    const srv_erasing *what;
    int64_t *numbers; // of what is erased
    srv_erased *list;
    size_t count, room;
    srv_entry *entry; // the erasure's own; its number is known from the start
} erasing;

static cds_status add_number(cds_ctx *ctx, erasing *it, int64_t number)
{
    if (it->count == it->room) {
        const size_t room = it->room == 0 ? 64 : 2 * it->room;
        it->numbers = cds_alloc_grow(ctx->mem, it->numbers, it->room * sizeof number,
                                     room * sizeof number);
        if (it->numbers == NULL)
            return cds_fail_memory(ctx);
        it->room = room;
    }
    it->numbers[it->count++] = number;
    return CDS_OK;
}

static cds_status find_person(cds_ctx *ctx, srv_store *store, erasing *it)
{
    srv_row row = srv_row_of(store, SRV_FIND_PERSON);
    cds_status status = CDS_OK;
    srv_row_text(&row, 0, it->what->reference);
    srv_row_text(&row, 1, it->what->id);
    int code = srv_row_step(&row);
    for (; code == SRV_CODE_ROW && status == CDS_OK; code = srv_row_step(&row))
        status = add_number(ctx, it, srv_row_read_int(&row, 0));
    srv_row_end(&row);
    if (status == CDS_OK && code != SRV_CODE_DONE)
        return srv_store_fail(ctx, store, code, "be read");
    if (status == CDS_OK && it->count == 0)
        return cds_fail(ctx, CDS_NOT_FOUND, "",
                        "there is nothing of the kind in the record, or it is erased already");
    return status;
}

static int erase_row(srv_store *store, int64_t number, int64_t erasure)
{
    srv_row key = srv_row_of(store, SRV_ERASE_KEY);
    srv_row_int(&key, 0, number);
    srv_row row = srv_row_of(store, SRV_ERASE);
    srv_row_int(&row, 0, number);
    srv_row_int(&row, 1, erasure);
    const int code = srv_row_run(&key);
    return code == SRV_CODE_OK ? srv_row_run(&row) : code;
}

/** Erases one row and notes what stays of it. */
static cds_status erase_one(cds_ctx *ctx, srv_store *store, const erasing *it, size_t i)
{
    srv_entry left;
    const int code = erase_row(store, it->numbers[i], it->entry->number);
    if (code != SRV_CODE_OK)
        return srv_store_fail(ctx, store, code, "write");
    const cds_status status = srv_store_entry(ctx, store, it->numbers[i], &left);
    if (status != CDS_OK)
        return status;
    it->list[i].number = left.number;
    memcpy(it->list[i].id, left.id, sizeof left.id);
    return srv_entry_remains(ctx, &left, &it->list[i].remains);
}

static cds_status append_erasure(cds_ctx *ctx, srv_store *store, srv_frontier *frontier,
                                 const erasing *it)
{
    srv_entry *entry = it->entry;
    cds_status status =
        srv_erasure_write(ctx, it->list, it->count, it->what->reason, &entry->detail);
    if (status == CDS_OK)
        status = srv_entry_seal(ctx, entry);
    if (status != CDS_OK)
        return status;
    const int code = srv_store_insert(store, frontier, entry);
    return code == SRV_CODE_OK ? CDS_OK : srv_store_fail(ctx, store, code, "write");
}

static cds_status erase_person(cds_ctx *ctx, srv_store *store, srv_frontier *frontier,
                               void *user)
{
    erasing *it = user;
    it->entry->number = (int64_t)frontier->size;
    cds_status status = find_person(ctx, store, it);
    if (status == CDS_OK) {
        it->list = cds_alloc(ctx->mem, it->count * sizeof *it->list);
        status = it->list == NULL ? cds_fail_memory(ctx) : CDS_OK;
    }
    for (size_t i = 0; i < it->count && status == CDS_OK; i++)
        status = erase_one(ctx, store, it, i);
    return status == CDS_OK ? append_erasure(ctx, store, frontier, it) : status;
}

static bool holds(cds_text text, cds_text part)
{
    return part.length > 0 && memmem(text.data, text.length, part.data, part.length) != NULL;
}

cds_status srv_store_erase(cds_ctx *ctx, srv_store *store, const srv_erasing *what,
                           srv_entry *out)
{
    srv_entry entry = {.kind = SRV_KIND_ERASURE,
                       .time_ms = srv_time_now_ms(),
                       .node = srv_store_node(store),
                       .client = CDS_TEXT("local")};
    erasing it = {.what = what, .entry = &entry};
    if (what->reference.length + what->id.length == 0 || what->reason.length == 0 ||
        what->reason.length > REASON_MAX)
        return cds_fail(ctx, CDS_INVALID, "", "say whom, and why in up to 2000 bytes");
    if (holds(what->reason, what->reference))
        return cds_fail(ctx, CDS_INVALID, "",
                        "the reason stays in the log: say it without the person's reference");
    srv_entry_new_id(entry.time_ms, entry.id);
    const cds_status status = srv_store_within(ctx, store, erase_person, &it);
    if (status == CDS_OK)
        *out = entry;
    return status;
}
