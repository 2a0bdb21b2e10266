// SPDX-License-Identifier: Apache-2.0
// The one thread that owns the store for writing: entries queue up, one transaction takes all
// that wait (group commit, no timer), then each submitter is told.
#pragma once

#include "server/record/claim.h"
#include "server/record/key_filter.h"
#include "server/record/log_key.h"

typedef struct srv_writer srv_writer;

/** One entry, or one claim, on its way. The submitter owns it, untouched until `done`. */
typedef struct srv_pending srv_pending;
struct srv_pending {
    srv_entry entry;
    srv_claim *claim; // in the entry's place; NULL: it is an entry
    /** Called once, on the writer's thread: kept tells whether it is on disk. It must
     * only hand over (srv_worker_post). */
    void (*done)(srv_pending *pending, bool kept);
    void *user;
    srv_pending *next; // the writer's
};

#define SRV_WRITER_QUEUE_MAX 65536

/** Starts the thread with a store of its own. Fails: CDS_FAILED as srv_store_open. */
cds_status srv_writer_start(cds_ctx *ctx, const char *data_dir, srv_writer **out);

/** False: the queue is full or the writer is stopping; `done` will not be called. Thread: any.
 */
bool srv_writer_submit(srv_writer *writer, srv_pending *pending);

/** Whether the last try to write worked; a broken store is closed, opened anew and tried again
 *  by itself about every second. Thread: any. */
bool srv_writer_healthy(const srv_writer *writer);

/** Asks for a checkpoint of what is kept, which comes within moments. Thread: any. */
void srv_writer_sign_now(srv_writer *writer);

/** Somebody who waits for a checkpoint. The submitter owns it, untouched until `done`. */
typedef struct srv_signing srv_signing;
struct srv_signing {
    /** Called once, on the writer's thread, when all that was kept before the call is signed,
     *  or could not be. It must only hand over. */
    void (*done)(srv_signing *signing);
    void *user;
    srv_signing *next; // the writer's
};

/** Asks for a checkpoint, and to be told. False: the writer is stopping; `done` will not be
 *  called. Thread: any. */
bool srv_writer_sign_for(srv_writer *writer, srv_signing *signing);

/** Whose log it writes; lives as long as the writer. Thread: any. */
const srv_signer *srv_writer_signer(const srv_writer *writer);

/** Which keys its log may hold; NULL: only the database knows. Lives as long as the writer.
 *  Thread: any. */
srv_key_filter *srv_writer_keys(const srv_writer *writer);

/** Writes what waits, signs it, ends the thread. */
void srv_writer_stop(srv_writer *writer);

typedef struct srv_writer_counts {
    uint64_t kept, groups, failed, queued;
} srv_writer_counts;
srv_writer_counts srv_writer_counted(const srv_writer *writer);

/** The node id of the store it writes; lives as long as the writer. Thread: any. */
cds_text srv_writer_node(const srv_writer *writer);
