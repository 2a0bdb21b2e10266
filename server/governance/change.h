// SPDX-License-Identifier: Apache-2.0
// What a rule change does to one person: the same assessment decided under two releases, in
// the groups a clinician reads. Source: record.md, "Impact".
#pragma once

#include "engine/decide/evaluate.h"

// name, JSON member, heading; the first group that fits is the person's
#define SRV_CHANGES(X)                                                                         \
    X(LOST, "emergencies_lost", "emergencies lost")                                            \
    X(GAINED, "emergencies_gained", "emergencies gained")                                      \
    X(REFERRAL, "referral_changed", "other referral changes")                                  \
    X(IMAGING, "imaging_changed", "imaging changed")                                           \
    X(CLASS, "class_changed", "class changed")                                                 \
    X(STEP, "step_changed", "step changed")                                                    \
    X(OTHER, "other_changed", "another answer changed")                                        \
    X(WORDING, "wording_only", "wording, reasons or questions only")                           \
    X(NONE, "unchanged", "unchanged")

typedef enum srv_change {
#define SRV_CHANGE_ENUM(name, member, heading) SRV_CHANGE_##name,
    SRV_CHANGES(SRV_CHANGE_ENUM)
#undef SRV_CHANGE_ENUM
        SRV_CHANGE_COUNT
} srv_change;

const char *srv_change_member(srv_change change);
const char *srv_change_heading(srv_change change);

/** An emergency is the strongest answer of the decision that suppresses others, final or not.
 *  An answer has changed when it is another or its status is; so has the step when its stage
 *  or action is. Fails: CDS_TOO_LARGE. */
cds_status srv_change_of(cds_ctx *ctx, const cds_evaluation *before,
                         const cds_evaluation *after, srv_change *out);
