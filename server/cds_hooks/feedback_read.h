// SPDX-License-Identifier: Apache-2.0
// What a client says became of its cards. Source: CDS Hooks 2.0.1, "Feedback".
#pragma once

#include "engine/facts/schema.h"
#include "server/cds_hooks/card_id.h"

#define SRV_FEEDBACK_ITEMS_MAX 100
#define SRV_FEEDBACK_COMMENT_MAX 4000

/** About one card. Lives: in the body that was read. */
typedef struct srv_card_feedback {
    cds_text card;
    char evaluation[SRV_ID_LENGTH + 1];
    srv_card_place place;
    cds_text outcome;            // accepted or overridden
    cds_text outcome_at;         // RFC 3339
    const cds_json *suggestions; // an array of { id }; NULL: none
    cds_text reason;             // a code; data NULL: none
    cds_text comment;            // data NULL: none
} srv_card_feedback;

typedef struct srv_card_feedbacks {
    size_t count;
    srv_card_feedback list[SRV_FEEDBACK_ITEMS_MAX];
} srv_card_feedbacks;

/** Fails: CDS_MALFORMED, CDS_TOO_LARGE; what is wrong with the shape is in `faults`. */
cds_status srv_card_feedbacks_read(cds_ctx *ctx, cds_text body, srv_card_feedbacks *out,
                                   cds_faults *faults);

/** Adds a fault at /feedback/<index>/<member>. */
void srv_card_feedback_fault(cds_ctx *ctx, cds_faults *faults, size_t index, const char *member,
                             const char *detail);
