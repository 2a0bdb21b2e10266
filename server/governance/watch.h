// SPDX-License-Identifier: Apache-2.0
// Follows the register of releases on a thread of its own: hears at once of a step that any
// node takes, looks every second in case nothing was heard, and connects anew by itself.
#pragma once

#include "server/record/steps.h"

#define SRV_WATCH_MS 500        // how often it looks without having heard
#define SRV_WATCH_STALE_MS 5000 // unread for that long, the register may say anything

typedef struct srv_watch srv_watch;

/** `changed` is called on the watch's thread when the register has a step more, or has become
 *  unreadable or readable again; NULL: nobody is told. `data_dir` must outlive it. */
srv_watch *srv_watch_start(const char *data_dir, void (*changed)(void));
void srv_watch_stop(srv_watch *watch); // NULL is fine

/** srv_store_last_step as last read; INT64_MIN: not yet. Thread: any. */
int64_t srv_watch_step(const srv_watch *watch);

/** False: the database where other nodes' logs stand too could not be read when it was last
 *  tried. Thread: any. */
bool srv_watch_sees(const srv_watch *watch);

/** The register is other nodes' too, and has not been read for SRV_WATCH_STALE_MS: nobody here
 *  knows which release rules. Thread: any. */
bool srv_watch_is_stale(const srv_watch *watch);
