// SPDX-License-Identifier: Apache-2.0
// Feedback on one rule of a card as an entry of the log.
#pragma once

#include "server/cds_hooks/feedback_read.h"

/** What the feedback is about. Texts are borrowed. */
typedef struct srv_feedback_about {
    const srv_card_feedback *said;
    const srv_entry *evaluation;
    cds_text hook_instance, user;
    cds_text decision;
    cds_text rule, version; // data NULL: no rule carried the card
} srv_feedback_about;

/** Fills in the entry but for its node, salt and leaf. Its id and idempotency_key are made of
 *  what it says, so that the same feedback from the same client has them whenever it comes.
 *  Lives: in ctx->mem. */
cds_status srv_feedback_entry_fill(cds_ctx *ctx, const srv_feedback_about *about,
                                   cds_text client, srv_entry *out);
