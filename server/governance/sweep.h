// SPDX-License-Identifier: Apache-2.0
// Goes over all recorded evaluations, those of every node's log, with a thread a core: what
// replay and impact share.
#pragma once

#include "server/record/logs.h"

/** What is done to the entries. Each thread has a state of its own. */
typedef struct srv_sweep_work {
    void *user;
    bool decisions; // entries come with what was decided; they are most of a record
    /** Thread: its own, before its first entry. NULL: it can't work; ctx says why. */
    void *(*open)(cds_ctx *ctx, void *user);
    /** One evaluation. Memory of ctx lasts for this call. Fails: what ends the sweep. */
    cds_status (*visit)(cds_ctx *ctx, void *state, const srv_entry *entry);
    /** One thread at a time: adds up what the state found, and frees it. */
    void (*close)(void *user, void *state);
} srv_sweep_work;

/** Who is told how far it is: on the caller's thread, about four times a second. */
typedef struct srv_watcher {
    void (*tell)(void *user, int64_t done, int64_t of); // NULL: nobody
    void *user;
} srv_watcher;

typedef struct srv_sweep {
    const char *data_dir;
    const char *read_from; // postgresql://...: a replica to read entries from; NULL: the store
    int64_t since_ms;      // only entries kept since then; 0: all
    unsigned threads;      // 0: one a core
    srv_watcher watcher;
} srv_sweep;

/** Visits every evaluation that is not erased, each once, in no fixed order between threads.
 *  Fails: CDS_FAILED as the store; what `open` or `visit` failed with. */
cds_status srv_sweep_run(cds_ctx *ctx, const srv_sweep *sweep, const srv_sweep_work *work);
