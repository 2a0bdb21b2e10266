// SPDX-License-Identifier: Apache-2.0
// Erasing rows: what must go is set to NULL, in each log by itself.
#include <string.h>

#include "engine/base/arena.h"
#include "server/record/entry.h"
#include "server/record/erasure.h"
#include "server/record/logs.h"
#include "server/record/store_inner.h"

#define REASON_MAX 2000

/** What is to be erased, in one log after the other. */
typedef struct found {
    int64_t number;
    char node[SRV_ID_LENGTH + 1]; // whose log
} found;

typedef struct erasing {
    const srv_erasing *what;
    srv_logs logs;
    found *list;
    size_t count, room;
    int64_t time_ms;
    srv_erasures erasures;
} erasing;

static cds_status add_found(cds_ctx *ctx, erasing *it, const found *one)
{
    if (it->count == it->room) {
        const size_t room = it->room == 0 ? 64 : 2 * it->room;
        it->list =
            cds_alloc_grow(ctx->mem, it->list, it->room * sizeof *one, room * sizeof *one);
        if (it->list == NULL)
            return cds_fail_memory(ctx);
        it->room = room;
    }
    it->list[it->count++] = *one;
    return CDS_OK;
}

static found read_found(const srv_store *store, const srv_row *row)
{
    found one = {.number = srv_row_read_int(row, 0)};
    const cds_text node =
        store->driver->many_logs ? srv_row_read(row, 1) : cds_text_of(store->node);
    memcpy(one.node, node.data, node.length < SRV_ID_LENGTH ? node.length : SRV_ID_LENGTH);
    return one;
}

static cds_status find_person(cds_ctx *ctx, srv_store *store, erasing *it)
{
    srv_row row = srv_row_of(store, SRV_FIND_PERSON);
    cds_status status = CDS_OK;
    srv_row_text(&row, 0, it->what->reference);
    srv_row_text(&row, 1, it->what->id);
    int code = srv_row_step(&row);
    for (; code == SRV_CODE_ROW && status == CDS_OK; code = srv_row_step(&row)) {
        const found one = read_found(store, &row);
        status = add_found(ctx, it, &one);
    }
    srv_row_end(&row);
    if (status == CDS_OK && code != SRV_CODE_DONE)
        return srv_store_fail(ctx, store, code, "be read");
    if (status == CDS_OK && it->count == 0)
        return cds_fail(ctx, CDS_NOT_FOUND, "",
                        "there is nothing of the kind in the record, or it is erased already");
    return status;
}

static cds_status enter(cds_ctx *ctx, srv_store *store, const char *node)
{
    const int code = srv_store_enter_log(store, node);
    return code == SRV_CODE_OK ? CDS_OK : srv_store_fail(ctx, store, code, "write");
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
static cds_status erase_one(cds_ctx *ctx, srv_store *store, const found *one, int64_t erasure,
                            srv_erased *out)
{
    srv_entry left;
    const int code = erase_row(store, one->number, erasure);
    if (code != SRV_CODE_OK)
        return srv_store_fail(ctx, store, code, "write");
    const cds_status status = srv_store_entry(ctx, store, one->number, &left);
    if (status != CDS_OK)
        return status;
    out->number = left.number;
    memcpy(out->id, left.id, sizeof left.id);
    return srv_entry_remains(ctx, &left, &out->remains);
}

static cds_status append_erasure(cds_ctx *ctx, srv_store *store, srv_frontier *frontier,
                                 srv_entry *entry)
{
    const cds_status status = srv_entry_seal(ctx, entry);
    if (status != CDS_OK)
        return status;
    const int code = srv_store_insert(store, frontier, entry);
    return code == SRV_CODE_OK ? CDS_OK : srv_store_fail(ctx, store, code, "write");
}

/** What one log holds of the person. */
typedef struct part {
    const found *list;
    size_t count;
} part;

/** Erases the rows; `frontier` is the log's edge. Lives: in ctx->mem. */
static cds_status erase_rows(cds_ctx *ctx, srv_store *store, part of, srv_frontier *frontier,
                             const srv_erased **out)
{
    srv_erased *erased = cds_alloc(ctx->mem, of.count * sizeof *erased);
    if (erased == NULL)
        return cds_fail_memory(ctx);
    cds_status status = srv_store_load_frontier(ctx, store, frontier);
    for (size_t i = 0; i < of.count && status == CDS_OK; i++)
        status = erase_one(ctx, store, &of.list[i], (int64_t)frontier->size, &erased[i]);
    *out = erased;
    return status;
}

/** One log, with the entry that says so at its end. */
static cds_status erase_in_log(cds_ctx *ctx, srv_store *store, const erasing *it, part of,
                               srv_entry *entry)
{
    const bool is_own = strcmp(of.list->node, store->node) == 0;
    srv_erasure what = {.count = of.count, .reason = it->what->reason};
    srv_frontier frontier;
    *entry = (srv_entry){.kind = SRV_KIND_ERASURE,
                         .time_ms = it->time_ms,
                         .node = cds_text_of(of.list->node),
                         .client = CDS_TEXT("local")};
    srv_entry_new_id(entry->time_ms, entry->id);
    if (!is_own)
        what.by = srv_store_node(store);
    cds_status status = enter(ctx, store, of.list->node);
    if (status == CDS_OK)
        status = erase_rows(ctx, store, of, &frontier, &what.list);
    if (status == CDS_OK)
        status = srv_erasure_write(ctx, &what, &entry->detail);
    return status == CDS_OK ? append_erasure(ctx, store, &frontier, entry) : status;
}

/** All writers wait, in one order wherever an erasing begins. */
static cds_status lock_logs(cds_ctx *ctx, srv_store *store, const srv_logs *logs)
{
    cds_status status = CDS_OK;
    for (size_t i = 0; i < logs->count && status == CDS_OK; i++) {
        status = enter(ctx, store, logs->list[i].node);
        if (status == CDS_OK)
            status = srv_store_run(ctx, store, SRV_LOCK);
    }
    return status;
}

/** This node's own entry first. */
static void put_erasure(const srv_store *store, srv_erasures *to, const srv_entry *entry)
{
    size_t at = to->count++;
    if (cds_text_equal(entry->node, srv_store_node(store))) {
        to->list[at] = to->list[0];
        at = 0;
    }
    to->list[at] = *entry;
}

static cds_status erase_person(cds_ctx *ctx, srv_store *store, erasing *it)
{
    size_t next = 0;
    cds_status status = lock_logs(ctx, store, &it->logs);
    if (status == CDS_OK)
        status = find_person(ctx, store, it);
    if (status == CDS_OK) {
        it->erasures.list = cds_alloc(ctx->mem, it->count * sizeof *it->erasures.list);
        status = it->erasures.list == NULL ? cds_fail_memory(ctx) : CDS_OK;
    }
    for (size_t i = 0; i < it->count && status == CDS_OK; i = next) {
        srv_entry entry;
        for (next = i; next < it->count && strcmp(it->list[next].node, it->list[i].node) == 0;)
            next++;
        status = erase_in_log(ctx, store, it, (part){&it->list[i], next - i}, &entry);
        if (status == CDS_OK)
            put_erasure(store, &it->erasures, &entry);
    }
    return status == CDS_OK ? enter(ctx, store, store->node) : status;
}

static bool holds(cds_text text, cds_text word)
{
    return word.length > 0 && memmem(text.data, text.length, word.data, word.length) != NULL;
}

static cds_status check_erasing(cds_ctx *ctx, const srv_erasing *what)
{
    if (what->reference.length + what->id.length == 0 || what->reason.length == 0 ||
        what->reason.length > REASON_MAX)
        return cds_fail(ctx, CDS_INVALID, "", "say whom, and why in up to 2000 bytes");
    if (holds(what->reason, what->reference))
        return cds_fail(ctx, CDS_INVALID, "",
                        "the reason stays in the log: say it without the person's reference");
    return CDS_OK;
}

cds_status srv_store_erase(cds_ctx *ctx, srv_store *store, const srv_erasing *what,
                           srv_erasures *out)
{
    erasing it = {.what = what, .time_ms = srv_time_now_ms()};
    CDS_PROMISE(store->writable);
    cds_status status = check_erasing(ctx, what);
    if (status == CDS_OK)
        status = srv_store_logs(ctx, store, &it.logs);
    if (status != CDS_OK)
        return status;
    status = store->driver->begin(ctx, store);
    if (status == CDS_OK)
        status = erase_person(ctx, store, &it);
    if (status == CDS_OK)
        status = store->driver->commit(ctx, store);
    if (status == CDS_OK)
        *out = it.erasures;
    else
        store->driver->rollback(store);
    return status;
}
