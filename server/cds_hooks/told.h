// SPDX-License-Identifier: Apache-2.0
// What a call is told of: the decisions that get a card, as the rules' codes say.
#pragma once

#include "engine/decide/evaluate.h"
#include "server/cds_hooks/card_id.h"

typedef struct srv_told {
    const cds_outcome *outcomes[SRV_CARDS_MAX];
    size_t count;
} srv_told;

/** A decision that is always told gets a card when one of its rules gave the answer; one that
 *  answers something ordered, when it is not suppressed. `ordered` are values of
 *  treatment.considering. In the decisions' order. */
void srv_told_choose(const cds_evaluation *evaluation, const cds_text *ordered, size_t count,
                     srv_told *out);
