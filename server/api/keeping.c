// SPDX-License-Identifier: Apache-2.0
// Between the worker that decides and the writer that keeps.
#include "server/api/keeping.h"

#include <stdatomic.h>
#include <string.h>

#include "engine/base/arena.h"
#include "server/http/server.h"
#include "server/record/entry.h"
#include "server/record/keys.h"
#include "server/record/shown.h"

#define KEY_MAX 255

cds_status srv_keeping_reader(cds_ctx *ctx, srv_slot *slot, srv_store **out)
{
    if (slot->store != NULL && !srv_store_is_there(slot->store)) {
        srv_store_close(slot->store);
        slot->store = NULL;
    }
    if (slot->store == NULL && !srv_store_is_shared(slot->service->store)) {
        const cds_status status =
            srv_store_open_on_loop(ctx, slot->service->data_dir, &slot->store);
        if (status != CDS_OK)
            return status;
    }
    if (slot->store == NULL)
        slot->store = srv_readers_take(slot->service->readers, &slot->order);
    if (slot->store == NULL)
        return cds_fail(ctx, CDS_FAILED, "", "the record is being connected anew");
    srv_store_know_keys(slot->store, srv_writer_keys(slot->service->writer));
    *out = slot->store;
    return CDS_OK;
}

static cds_status write_location(cds_ctx *ctx, const srv_entry *entry, cds_text *out)
{
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_word(&buf, "/v1/evaluations/");
    cds_buf_word(&buf, entry->id);
    return cds_buf_end(ctx, &buf, out);
}

/** In place: none stays none. */
static cds_status hold_text(cds_ctx *ctx, cds_text *text)
{
    return text->data == NULL ? CDS_OK : cds_text_copy(ctx, *text, text);
}

/** In the worker's memory too. */
static cds_status show(srv_keeping *keeping)
{
    cds_ctx *work = &keeping->slot->work;
    const cds_status status = srv_query_show(work, keeping->asked, keeping->release->rules,
                                             keeping->pending.entry.decision, &keeping->shown);
    if (status != CDS_OK)
        keeping->ctx->error = work->error;
    return status;
}

/** Copies what the record and the answer need out of the worker's memory, so that nothing but
 *  the record can fail from here on. A decision that is shown whole is held once. */
static cds_status hold(srv_keeping *keeping)
{
    cds_ctx *ctx = keeping->ctx;
    srv_entry *entry = &keeping->pending.entry;
    const bool is_whole = keeping->shown.data == entry->decision.data;
    cds_status status = write_location(ctx, entry, &keeping->location);
    if (status == CDS_OK)
        status = hold_text(ctx, &entry->assessed_on);
    if (status == CDS_OK)
        status = hold_text(ctx, &entry->reference);
    if (status == CDS_OK && !is_whole)
        status = hold_text(ctx, &entry->decision);
    if (status == CDS_OK)
        status = srv_envelope_hold(ctx, keeping->shown, &keeping->shown);
    if (status == CDS_OK && is_whole)
        entry->decision = keeping->shown;
    return status;
}

cds_text srv_keeping_evaluation(srv_keeping *keeping)
{
    return srv_envelope_close(&keeping->pending.entry, keeping->shown);
}

void srv_keeping_answer(srv_keeping *keeping)
{
    srv_exchange_header(keeping->exchange, "Location", keeping->location);
    srv_exchange_answer(keeping->exchange, 201, SRV_JSON, srv_keeping_evaluation(keeping));
}

void srv_keeping_answer_unread(srv_exchange *exchange)
{
    srv_exchange_header(exchange, "Retry-After", CDS_TEXT("1"));
    srv_exchange_problem(exchange, 503, "The record cannot be read now. Ask again.");
}

void srv_keeping_answer_unkept(srv_exchange *exchange)
{
    srv_exchange_header(exchange, "Retry-After", CDS_TEXT("1"));
    srv_exchange_problem(exchange, 503,
                         "The record cannot be written now. Ask again; with the same "
                         "Idempotency-Key nothing is recorded twice.");
}

static bool key_is_plain(cds_text key)
{
    if (key.length == 0 || key.length > KEY_MAX)
        return false;
    for (size_t i = 0; i < key.length; i++) {
        if (key.data[i] < 0x21 || key.data[i] > 0x7e)
            return false;
    }
    return true;
}

static cds_text caller_name(const srv_keeping *keeping)
{
    return cds_text_of(srv_exchange_caller(keeping->exchange)->name);
}

static void digest_key(srv_keeping *keeping, cds_text key)
{
    const srv_request *request = srv_exchange_request(keeping->exchange);
    cds_text nul = {"", 1};
    const cds_text query = keeping->query.data != NULL ? keeping->query : request->query;
    cds_text parts[] = {caller_name(keeping), nul, key, nul, query, nul, keeping->body};
    srv_entry *entry = &keeping->pending.entry;
    entry->has_idempotency = true;
    entry->key = key;
    entry->query = query;
    entry->idempotency_key = cds_digest(parts, 3);
    entry->idempotency = cds_digest(parts, sizeof parts / sizeof *parts);
}

/** The first answer again. */
static void answer_again(srv_keeping *keeping, const srv_entry *first)
{
    cds_ctx *ctx = keeping->ctx;
    cds_text shown;
    cds_text body;
    cds_text location;
    cds_status status = srv_query_show(ctx, keeping->asked, keeping->slot->release->rules,
                                       first->decision, &shown);
    if (status == CDS_OK)
        status = srv_envelope_of_entry(ctx, first, shown, &body);
    if (status == CDS_OK)
        status = write_location(ctx, first, &location);
    if (status != CDS_OK) {
        srv_exchange_fail(keeping->exchange);
        return;
    }
    srv_exchange_header(keeping->exchange, "Location", location);
    srv_exchange_answer(keeping->exchange, 201, SRV_JSON, body);
}

srv_keeping *srv_keeping_new(srv_exchange *exchange, srv_slot *slot, const srv_asked *asked)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    srv_keeping *keeping = cds_alloc(ctx->mem, sizeof *keeping);
    if (keeping == NULL) {
        (void)cds_fail_memory(ctx);
        srv_exchange_fail(exchange);
        return NULL;
    }
    keeping->exchange = exchange;
    keeping->ctx = ctx;
    keeping->slot = slot;
    keeping->service = slot->service;
    keeping->asked = asked;
    keeping->again = answer_again;
    return keeping;
}

/** Answers a repeat of a request that was kept before. */
static void answer_repeat(srv_keeping *keeping, const srv_entry *first)
{
    const srv_entry *again = &keeping->pending.entry;
    if (memcmp(&first->idempotency, &again->idempotency, sizeof first->idempotency) == 0)
        keeping->again(keeping, first);
    else
        srv_exchange_problem(keeping->exchange, 422,
                             "This Idempotency-Key came with another request in the last 24 "
                             "hours; use a new key.");
}

static bool look_for_first(srv_keeping *keeping)
{
    cds_ctx *ctx = keeping->ctx;
    if (!srv_key_filter_may_hold(srv_writer_keys(keeping->service->writer),
                                 &keeping->pending.entry.idempotency_key))
        return true;
    srv_store *store = NULL;
    srv_entry *first = cds_alloc(ctx->mem, sizeof *first);
    cds_status status = first == NULL ? cds_fail_memory(ctx) : CDS_OK;
    // While the store is unwell, what it shows may be a commit whose sync failed.
    if (status == CDS_OK && !srv_writer_healthy(keeping->service->writer))
        status = cds_fail(ctx, CDS_FAILED, "", "the record cannot be written now");
    if (status == CDS_OK)
        status = srv_keeping_reader(ctx, keeping->slot, &store);
    if (status == CDS_OK)
        status = srv_store_find_key(ctx, store, &keeping->pending.entry.idempotency_key,
                                    srv_time_now_ms() - SRV_IDEMPOTENCY_MS, first);
    if (status == CDS_NOT_FOUND) {
        cds_error_clear(ctx);
        return true;
    }
    srv_keeping_leave(keeping);
    if (status == CDS_OK)
        answer_repeat(keeping, first);
    else
        srv_keeping_answer_unkept(keeping->exchange);
    return false;
}

bool srv_keeping_enter_as(srv_keeping *keeping, cds_text key, cds_text body)
{
    keeping->body = body;
    digest_key(keeping, key);
    if (!srv_inflight_enter(keeping->service->inflight,
                            &keeping->pending.entry.idempotency_key)) {
        srv_exchange_problem(keeping->exchange, 409,
                             "The first of these equal requests still runs; ask again when it "
                             "has been answered.");
        return false;
    }
    keeping->entered = true;
    return look_for_first(keeping);
}

/** Data NULL: there is none. False: answered 400. */
static bool read_key(srv_keeping *keeping, cds_text *out)
{
    *out = srv_request_header(srv_exchange_request(keeping->exchange), "idempotency-key");
    if (out->data == NULL || key_is_plain(*out))
        return true;
    srv_exchange_problem(keeping->exchange, 400,
                         "An Idempotency-Key has 1 to 255 visible ASCII characters.");
    return false;
}

bool srv_keeping_enter(srv_keeping *keeping)
{
    cds_text key;
    if (!read_key(keeping, &key))
        return false;
    return key.data == NULL ||
           srv_keeping_enter_as(keeping, key, srv_exchange_request(keeping->exchange)->body);
}

/** The query, and the digest of the body. */
static cds_status write_query(srv_keeping *keeping)
{
    const srv_request *request = srv_exchange_request(keeping->exchange);
    const cds_sha256 digest = cds_digest(&request->body, 1);
    cds_ctx *ctx = keeping->ctx;
    char hex[CDS_SHA256_HEX + 1];
    cds_buf buf;
    cds_digest_hex(&digest, hex);
    cds_buf_init(&buf, ctx->mem);
    cds_buf_text(&buf, request->query);
    cds_buf_format(&buf, "#%s", hex);
    return cds_buf_end(ctx, &buf, &keeping->query);
}

bool srv_keeping_enter_for(srv_keeping *keeping, cds_text assessment)
{
    cds_text key;
    if (!read_key(keeping, &key))
        return false;
    if (key.data == NULL)
        return true;
    if (write_query(keeping) != CDS_OK) {
        srv_exchange_fail(keeping->exchange);
        return false;
    }
    return srv_keeping_enter_as(keeping, key, assessment);
}

void srv_keeping_leave(srv_keeping *keeping)
{
    if (keeping->entered)
        srv_inflight_leave(keeping->service->inflight, &keeping->pending.entry.idempotency_key);
    keeping->entered = false;
}

static void count_kept(srv_keeping *keeping)
{
    _Atomic uint64_t *counter = keeping->kept ? &keeping->service->metrics.recorded
                                              : &keeping->service->metrics.not_kept;
    atomic_fetch_add_explicit(counter, 1, memory_order_relaxed);
}

/** On the worker's thread again. What another node kept in the meantime is answered as there,
 * if the worker still runs the release that decided it. */
static void finished(void *user)
{
    srv_keeping *keeping = user;
    srv_release *release = keeping->release;
    const bool elsewhere = keeping->pending.entry.elsewhere;
    const bool again = elsewhere && keeping->slot->release == release;
    srv_keeping_leave(keeping);
    if (!elsewhere)
        count_kept(keeping);
    if (!again || look_for_first(keeping))
        keeping->finish(keeping);
    srv_release_drop(release);
}

/** On the writer's thread: hands over. */
static void written(srv_pending *pending, bool kept)
{
    srv_keeping *keeping = pending->user;
    keeping->kept = kept;
    srv_worker_post(srv_exchange_worker(keeping->exchange), finished, keeping);
}

static void fill_entry(srv_keeping *keeping, cds_text assessment, const srv_assessed *assessed)
{
    srv_entry *entry = &keeping->pending.entry;
    const srv_release *release = keeping->release;
    entry->kind = SRV_KIND_EVALUATION;
    entry->time_ms = srv_time_now_ms();
    srv_entry_new_id(entry->time_ms, entry->id);
    entry->node = srv_writer_node(keeping->service->writer);
    entry->client = caller_name(keeping);
    entry->release = cds_text_of(cds_ruleset_look(release->rules)->digest_text);
    entry->release_name = cds_text_of(release->name);
    entry->release_activated_ms = release->activated_ms;
    entry->engine = CDS_TEXT(TENDON_VERSION);
    entry->assessed_on = cds_text_of(assessed->assessed_on);
    entry->assessed_on_assumed = assessed->assessed_on_assumed;
    entry->reference = assessed->reference;
    entry->assessment = assessment;
    entry->decision = assessed->decision;
}

void srv_keeping_fill(srv_keeping *keeping, cds_text assessment, const srv_assessed *assessed)
{
    keeping->release = keeping->slot->release;
    atomic_fetch_add(&keeping->release->count, 1);
    fill_entry(keeping, assessment, assessed);
}

void srv_keeping_give_up(srv_keeping *keeping)
{
    srv_keeping_leave(keeping);
    srv_release_drop(keeping->release);
}

static cds_status mark(srv_keeping *keeping)
{
    srv_entry *entry = &keeping->pending.entry;
    return srv_marks_write(keeping->ctx, entry->decision, &entry->marks);
}

/** The text that is sealed is longer than all that is held: it is made in `work`. */
static cds_status dispatch(srv_keeping *keeping, cds_ctx *work)
{
    cds_ctx *ctx = keeping->ctx;
    keeping->pending.done = written;
    keeping->pending.user = keeping;
    cds_status status = srv_entry_seal(work, &keeping->pending.entry);
    if (status != CDS_OK)
        ctx->error = work->error;
    else if (!srv_writer_submit(keeping->service->writer, &keeping->pending))
        status = cds_fail(ctx, CDS_FAILED, "", "the record's queue is full");
    return status;
}

cds_status srv_keeping_send(srv_keeping *keeping)
{
    cds_status status = mark(keeping);
    if (status == CDS_OK)
        status = dispatch(keeping, keeping->ctx);
    if (status != CDS_OK)
        srv_keeping_give_up(keeping);
    return status;
}

cds_status srv_keeping_submit(srv_keeping *keeping, cds_text assessment,
                              const srv_assessed *assessed)
{
    srv_keeping_fill(keeping, assessment, assessed);
    cds_status status = show(keeping);
    if (status == CDS_OK)
        status = mark(keeping);
    if (status == CDS_OK)
        status = hold(keeping);
    if (status == CDS_OK)
        status = dispatch(keeping, &keeping->slot->work);
    if (status != CDS_OK)
        srv_keeping_give_up(keeping);
    return status;
}
