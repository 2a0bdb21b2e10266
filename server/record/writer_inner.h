// SPDX-License-Identifier: Apache-2.0
// What the writer's two halves share: its start, and its life. Included by writer*.c only.
#pragma once

#include <pthread.h>
#include <stdatomic.h>

#include "server/record/writer.h"

#define SRV_GROUP_MAX 1024
#define SRV_RETRY_MS 1000
#define SRV_SIGN_MS 50000 // within the minute that is promised (record.md)

struct srv_writer {
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t wake;
    srv_pending *first; // first, last and stopping are the lock's
    srv_pending *last;
    srv_signing *signings; // who waits for a checkpoint, the lock's too
    bool stopping;
    atomic_bool healthy;
    atomic_bool sign_now; // somebody asked for a checkpoint
    _Atomic uint64_t kept, groups, failed, queued;
    char node[SRV_ID_LENGTH + 1]; // of the store, which comes and goes
    srv_key_filter *keys;         // NULL: another database keeps an index of them
    char *data_dir;               // what follows is the thread's own
    cds_ctx ctx;
    srv_store *store; // NULL: could not be opened anew
    int64_t retry_ms; // on the monotonic clock
    int64_t sign_ms;  // when a checkpoint is due, on the same
    srv_log_key key;
    srv_pending *group[SRV_GROUP_MAX];
    srv_entry *entries[SRV_GROUP_MAX];
    srv_claim *claims[SRV_GROUP_MAX];
};

/** The thread: takes what waits group by group, until it is stopped. */
void *srv_writer_run(void *writer);

/** Says why the record cannot be written; the store's failures hold no row's value. */
void srv_writer_say_broken(const cds_ctx *ctx);

/** Its thread has ended, or never began. */
void srv_writer_free(srv_writer *writer);
