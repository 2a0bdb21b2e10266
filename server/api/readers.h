// SPDX-License-Identifier: Apache-2.0
// One thread that opens the record for workers whose connection to it was lost, again and again
// with a growing pause: a loop, where others wait too, never waits for a database.
#pragma once

#include "server/record/store.h"

typedef struct srv_readers srv_readers;

/** What one worker waits for; in its slot, all zero at first. */
typedef struct srv_order srv_order;
struct srv_order {
    srv_store *store; // what follows is the thread's, under its lock
    bool wanted, under_way;
    srv_order *next;
};

srv_readers *srv_readers_new(const char *data_dir); // which must outlive it
void srv_readers_free(srv_readers *readers);        // NULL is fine

/** The reader that was opened for this order, or NULL: it is being opened from now on. Never
 *  waits. Thread: the order's. */
srv_store *srv_readers_take(srv_readers *readers, srv_order *order);

/** Closes what nobody took; may wait for a connection under way. Thread: the order's. */
void srv_readers_cancel(srv_readers *readers, srv_order *order);
