// SPDX-License-Identifier: Apache-2.0
// A search of the record in the words people ask it in, and a page of what it found: for the
// API and the command line alike. Source: api.md.
#pragma once

#include "engine/base/buf.h"
#include "server/api/access.h"
#include "server/record/search.h"

/** What is looked for: at first anything. Lives: as the values it was given. */
typedef struct srv_finding {
    srv_search search;
    char from_id[SRV_ID_LENGTH + 1], before_id[SRV_ID_LENGTH + 1]; // `search` points here
    const srv_caller *caller;                                      // who asks
} srv_finding;

/** A condition by its name: a query parameter, or an option of the command line. */
typedef struct srv_finding_word {
    const char *name;
    const char *takes; // "a day like 2026-11-22"
    bool (*take)(srv_finding *finding, cds_text value);
} srv_finding_word;

#define SRV_FINDING_WORDS 5
extern const srv_finding_word srv_finding_words[SRV_FINDING_WORDS];

/** Goes on where a page ended, or from the value of `after`. */
bool srv_finding_after(srv_finding *finding, cds_text value);

/** One page, newest first: the elements of `evaluations`, less what the caller may not see.
 *  hits->more: go on after hits->last_id. Fails: as srv_store_search. */
cds_status srv_finding_page(cds_ctx *ctx, srv_store *store, const srv_finding *finding,
                            srv_hits *hits, cds_buf *buf);
