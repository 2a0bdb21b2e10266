// SPDX-License-Identifier: Apache-2.0
// What the handlers share: the release in force, the record, the counters; and what each worker
// has of its own.
#pragma once

#include "engine/decide/evaluate.h"
#include "server/api/access.h"
#include "server/api/metrics.h"
#include "server/api/public_url.h"
#include "server/api/readers.h"
#include "server/api/release.h"
#include "server/api/schemas.h"
#include "server/http/exchange.h"
#include "server/record/idempotency.h"
#include "server/record/writer.h"

typedef struct srv_service {
    srv_folder folder;
    const char *data_dir;
    const char *read_from; // a replica that impact is worked out from; NULL: the store
    srv_public_url public_url;
    srv_schemas *schemas;
    srv_access *access;
    struct srv_tls_server *tls; // NULL: plain HTTP
    srv_releases *releases;
    srv_writer *writer;
    srv_inflight *inflight;
    srv_readers *readers;
    struct srv_desk *desk; // what takes longer than a worker may
    srv_metrics metrics;
    _Atomic int32_t today;   // days since 1970 in the clinic's time zone
    bool behind_proxy;       // which says where a request came from
    bool governed;           // approved releases only; else the folder rules
    size_t approvals;        // that a release needs
    srv_library *library;    // of releases the record keeps
    srv_store *store;        // a reader; this and what follows are the main thread's
    uint64_t signature;      // of the folder as last loaded
    uint64_t changing;       // another signature, seen once and not yet again
    struct srv_watch *watch; // of the register
    int64_t last_step;       // of the register as last read
    int32_t settled_on;      // the day it was read for
    unsigned failures;       // to put in force what rules, one after the other
    int64_t retry_ms;        // when it is tried again, on the monotonic clock
    uint64_t evaluations;    // counted a second ago
    bool is_given_back;      // what they took
} srv_service;

/** One worker's own: made and used on its thread. */
typedef struct srv_slot {
    srv_service *service;
    uint64_t generation;
    srv_release *release; // what the sandbox runs; NULL: none in force
    cds_sandbox *sandbox;
    srv_store *store; // a reader
    srv_order order;  // of the next one
    cds_ctx work;     // srv_slot_work's
} srv_slot;

extern const srv_route srv_routes[];
extern const size_t srv_route_count;

/** The app's calls for http/server.h. */
void *srv_slot_open(void *service, srv_worker *worker);
void srv_slot_close(void *service, void *slot);

/** The worker's memory for deciding, empty, and no error: what waits for the record and its
 *  answer is copied out of it, so that a request that waits holds no more than that. Lives:
 *  until the worker decides again. */
cds_ctx *srv_slot_work(srv_slot *slot);

/** Moves the slot to the release in force. False: there is none. */
bool srv_slot_follow(cds_ctx *ctx, srv_slot *slot);

/** This worker's slot with the release in force; NULL when there is none: the exchange has been
 *  answered 503, and it and its memory are gone. */
srv_slot *srv_slot_ready(srv_exchange *exchange);

/** Counts one evaluation, and the rules that did not finish in it. */
void srv_slot_count(srv_slot *slot, const cds_evaluation *evaluation);

cds_date srv_service_today(const srv_service *service);

/** By what the register's ruling release is chosen now. */
srv_rule_of_choice srv_service_choice(const srv_service *service);
