// SPDX-License-Identifier: Apache-2.0
// Tries at once, else once more when the writer has signed.
#include "server/api/proving.h"

#include "engine/base/arena.h"
#include "server/api/keeping.h"
#include "server/http/server.h"
#include "server/record/proof.h"

typedef struct signing {
    srv_signing asked;
    srv_worker *worker;
    void (*then)(void *user);
    void *user;
} signing;

/** On the writer's thread: hands over. */
static void hand_over(srv_signing *asked)
{
    const signing *it = asked->user;
    srv_worker_post(it->worker, it->then, it->user);
}

void srv_prove_after_signing(srv_exchange *exchange, void (*then)(void *user), void *user)
{
    srv_worker *worker = srv_exchange_worker(exchange);
    const srv_slot *slot = srv_worker_slot(worker);
    signing *it = cds_alloc(srv_exchange_ctx(exchange)->mem, sizeof *it);
    if (it == NULL) {
        then(user);
        return;
    }
    *it = (signing){{.done = hand_over, .user = it}, worker, then, user};
    if (!srv_writer_sign_for(slot->service->writer, &it->asked))
        then(user);
}

typedef struct proving {
    srv_exchange *exchange;
    int64_t number;
    srv_proved_fn proved;
    void *user;
} proving;

static cds_status make(const proving *it, cds_text *out)
{
    cds_ctx *ctx = srv_exchange_ctx(it->exchange);
    srv_slot *slot = srv_worker_slot(srv_exchange_worker(it->exchange));
    srv_store *store;
    const cds_status status = srv_keeping_reader(ctx, slot, &store);
    return status == CDS_OK
               ? srv_proof_make(ctx, store, srv_writer_signer(slot->service->writer),
                                it->number, out)
               : status;
}

static void try_again(void *user)
{
    const proving *it = user;
    cds_text proof = {NULL, 0};
    const cds_status status = make(it, &proof);
    it->proved(it->exchange, it->user, status, proof);
}

void srv_prove(srv_exchange *exchange, int64_t number, srv_proved_fn proved, void *user)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    const proving once = {exchange, number, proved, user};
    cds_text proof = {NULL, 0};
    const cds_status status = make(&once, &proof);
    proving *again = status == CDS_NOT_YET ? cds_alloc(ctx->mem, sizeof *again) : NULL;
    if (again == NULL) {
        proved(exchange, user, status, proof);
        return;
    }
    cds_error_clear(ctx);
    *again = once;
    srv_prove_after_signing(exchange, try_again, again);
}
