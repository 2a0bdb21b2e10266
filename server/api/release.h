// SPDX-License-Identifier: Apache-2.0
// The release in force: loaded and checked off the loops, swapped in whole. A bad one never
// replaces a good one; requests in flight finish on the one they began with.
#pragma once

#include "engine/rules/sandbox.h"
#include "server/governance/adopt.h"

#define SRV_RELEASE_ARENA_BYTES ((size_t)64 << 20)

/** A loaded release. Immutable but for what is counted; threads share it. */
typedef struct srv_release {
    _Atomic size_t count;
    cds_ruleset *rules;
    char name[SRV_RELEASE_NAME_MAX + 1]; // 2026.11.1
    int64_t activated_ms;
    cds_text catalogue;           // what GET /v1/rules answers
    cds_text envelope;            // "release":{...},"engine":"..." of every evaluation
    _Atomic uint64_t *incomplete; // of each rule by its index: how often its function failed
    cds_arena *mem;
} srv_release;

typedef struct srv_releases srv_releases;

srv_releases *srv_releases_new(void);
void srv_releases_free(srv_releases *releases);

/** A release with its texts, its ruleset taken over; retained once. Fails: CDS_TOO_LARGE. */
cds_status srv_release_make(cds_ctx *ctx, const srv_adopted *adopted, srv_release **out);

/** Swaps in what was adopted, if it differs from what is in force, and takes its ruleset over.
 *  Fails: CDS_TOO_LARGE; the present one stays. Thread: main. */
cds_status srv_releases_put(cds_ctx *ctx, srv_releases *releases, const srv_adopted *adopted);

/** From now on none is in force, and a sentence for clients says why; it lives for ever.
 *  Thread: main. */
void srv_releases_withdraw(srv_releases *releases, const char *why);

/** Why none is in force. Thread: any. */
const char *srv_releases_why_none(const srv_releases *releases);

/** A number that goes up with each swap; 0: there was none yet. Thread: any. */
uint64_t srv_releases_generation(const srv_releases *releases);

/** The release in force, retained, or NULL. Thread: any. */
srv_release *srv_releases_retain(srv_releases *releases);
void srv_release_drop(srv_release *release); // NULL is fine
