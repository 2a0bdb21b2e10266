// SPDX-License-Identifier: Apache-2.0
// An evaluation on its way into the record: entry made and sealed, written by the writer's
// thread, and only then handed back to be answered.
#pragma once

#include "server/api/envelope.h"
#include "server/api/query.h"
#include "server/api/service.h"

typedef struct srv_keeping srv_keeping;
struct srv_keeping {
    srv_exchange *exchange;
    cds_ctx *ctx; // the exchange's, or its line's
    srv_slot *slot;
    srv_service *service;
    const srv_asked *asked;
    srv_release *release; // retained until it is kept: the entry borrows its texts
    srv_pending pending;
    cds_text body;  // what an equal request is known by, beside its query
    cds_text query; // stands for the request's query; data NULL: that is it
    cds_text shown; // what is answered: of an evaluation, the decision or what the query left
    cds_text location; // the path of the evaluation
    void *user;        // the handler's own
    bool entered;      // its idempotency key is in flight
    bool kept;
    /** On the worker's thread, once: with the entry on disk (kept) or not. */
    void (*finish)(srv_keeping *keeping);
    /** Answers an equal request again, from its first entry. */
    void (*again)(srv_keeping *keeping, const srv_entry *first);
};

/** In the exchange's memory; `asked` must live there too. NULL: no memory, answered. */
srv_keeping *srv_keeping_new(srv_exchange *exchange, srv_slot *slot, const srv_asked *asked);

/** Reads the Idempotency-Key header. False: the exchange has been answered - with the first
 *  answer again, 409 while the first still runs, 422 for another body, 400 for a bad key. */
bool srv_keeping_enter(srv_keeping *keeping);
void srv_keeping_leave(srv_keeping *keeping); // without submitting

/** The same with a key of the service's own making, for a request that is known by `body`. */
bool srv_keeping_enter_as(srv_keeping *keeping, cds_text key, cds_text body);

/** As srv_keeping_enter, for a request whose body is not the assessment that is kept: it is
 *  known by both. */
bool srv_keeping_enter_for(srv_keeping *keeping, cds_text assessment);

/** Fills in the entry, its id among it, so that what is answered can be written before it is
 *  kept; srv_keeping_send follows, or srv_keeping_give_up. */
void srv_keeping_fill(srv_keeping *keeping, cds_text assessment, const srv_assessed *assessed);
void srv_keeping_give_up(srv_keeping *keeping);

/** Seals and queues the entry that was filled in. `finish` follows, unless this returns a
 *  failure: then nothing is under way and the key is left. Fails: CDS_TOO_LARGE; CDS_FAILED,
 *  the record takes nothing now. */
cds_status srv_keeping_send(srv_keeping *keeping);

/** Fills in and sends, once there is room to answer with the evaluation: what is recorded is
 *  never refused. What was assessed is copied, `assessment` must live until it is kept. Fails:
 *  as srv_keeping_send. */
cds_status srv_keeping_submit(srv_keeping *keeping, cds_text assessment,
                              const srv_assessed *assessed);

/** The kept evaluation as clients see it. */
cds_text srv_keeping_evaluation(srv_keeping *keeping);

/** Answers with the kept evaluation: 201 and its Location. */
void srv_keeping_answer(srv_keeping *keeping);

/** Answers 503: the record could not take it. */
void srv_keeping_answer_unkept(srv_exchange *exchange);

/** Answers 503: the record could not be read. */
void srv_keeping_answer_unread(srv_exchange *exchange);

/** The worker's reader of the store; anew when the store was moved. Where that means to connect
 *  to a database, another thread does. Fails: CDS_FAILED, it can't be read now. */
cds_status srv_keeping_reader(cds_ctx *ctx, srv_slot *slot, srv_store **out);
