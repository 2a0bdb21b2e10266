// SPDX-License-Identifier: Apache-2.0
// Moves the write-ahead log into the database on a thread of its own, so that who appends does
// not stand still while it is copied. Included by store_sqlite*.c only.
#pragma once

typedef struct srv_mover srv_mover;

/** Opens the database at `path` once more, for a thread that it starts. NULL: it could not. */
srv_mover *srv_mover_start(const char *path);

/** Moves what is in the log by now; nothing while it is at work. Thread: any. */
void srv_mover_ask(srv_mover *mover);

/** How many of the log's pages it has not moved, if the log has `pages`; -1 while it is at
 * work. Thread: any. */
int srv_mover_left(srv_mover *mover, int pages);

/** Waits for what it is at. Thread: any. */
void srv_mover_await(srv_mover *mover);

/** Waits for what it is at, and ends its thread. NULL: nothing is done. */
void srv_mover_stop(srv_mover *mover);
