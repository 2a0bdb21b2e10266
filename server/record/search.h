// SPDX-License-Identifier: Apache-2.0
// Finding evaluations and counting what they showed, by the marks that stand in an index: no
// decision is read for those that don't fit. Each call looks at a bounded number of rows in one
// short read.
#pragma once

#include "server/record/store.h"

#define SRV_HITS_MAX 100
#define SRV_LOOKED_AT_MAX 20000 // rows of the index, in one call

/** What is looked for; texts with data NULL: anything. */
typedef struct srv_search {
    cds_text from_id, before_id; // ids from the one up to before the other
    cds_text reference;
    cds_text rule; // shown, in whatever version
    cds_text decision, answer;
} srv_search;

/** Ids of evaluations, newest first, whichever node's log they stand in. A rule or an answer
 * was found by its mark: whoever needs to be sure reads the decision. */
typedef struct srv_hits {
    size_t count;
    char ids[SRV_HITS_MAX][SRV_ID_LENGTH + 1];
    bool more;                       // go on with before_id = last_id
    char last_id[SRV_ID_LENGTH + 1]; // the last looked at
} srv_hits;

cds_status srv_store_search(cds_ctx *ctx, srv_store *store, const srv_search *search,
                            srv_hits *out);

/** How often each mark stands in the record's evaluations. */
typedef struct srv_mark_count {
    uint64_t mark;
    int64_t count;                   // 0: this place of the table is free
    char example[SRV_ID_LENGTH + 1]; // the id of one of these entries
} srv_mark_count;

typedef struct srv_mark_counts {
    srv_mark_count *places;
    size_t room; // a power of two
    size_t used;
} srv_mark_counts;

/** All marks there are. Lives: in ctx->mem. Takes about a microsecond an evaluation. */
cds_status srv_store_count_marks(cds_ctx *ctx, srv_store *store, srv_mark_counts *out);

/** The place of a mark, or NULL. */
srv_mark_count *srv_mark_counts_find(const srv_mark_counts *counts, uint64_t mark);

#define SRV_FEEDBACK_PAGE 500

typedef struct srv_feedback_page {
    size_t count;
    char node[SRV_ID_LENGTH + 1]; // where to go on from; empty: from the first of all logs
    int64_t number;
    cds_text details[SRV_FEEDBACK_PAGE];
} srv_feedback_page;

/** The next details of feedback entries, of all logs, from where `page` says, which moves on;
 *  count 0: there are no more. Lives: texts in ctx->mem. */
cds_status srv_store_feedback(cds_ctx *ctx, srv_store *store, srv_feedback_page *page);

#define SRV_FEEDBACK_ON_MAX 100

/** Feedback on one evaluation, whichever node kept it, in the order of its ids. */
typedef struct srv_feedback_on {
    size_t count;
    srv_entry entries[SRV_FEEDBACK_ON_MAX];
    bool more; // go on after the last one's id
} srv_feedback_on;

/** Those with an id after `after`. Lives: texts in ctx->mem. Takes about two microseconds for
 *  each feedback kept since that evaluation. */
cds_status srv_store_feedback_on(cds_ctx *ctx, srv_store *store, cds_text evaluation,
                                 cds_text after, srv_feedback_on *out);
