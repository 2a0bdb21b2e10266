// SPDX-License-Identifier: Apache-2.0
// The register of releases: every step the log holds, and what follows from them - who
// approved, what is active, what may become so. Nothing else holds that state.
#pragma once

#include "engine/base/date.h"
#include "server/governance/step.h"

/** Steps in the order of the log. */
typedef struct srv_register {
    const srv_step *steps;
    size_t count;
} srv_register;

typedef enum srv_standing {
    SRV_UNAPPROVED, // loaded by `serve --rules`, nobody proposed it
    SRV_PROPOSED,
    SRV_APPROVED,
    SRV_SCHEDULED, // activated from a day to come
    SRV_RULING,    // "active"
    SRV_RETIRED,   // was active
} srv_standing;

/** Reads the steps of the log. Lives: in ctx->mem. Fails: CDS_FAILED, CDS_MALFORMED. */
cds_status srv_register_read(cds_ctx *ctx, srv_store *store, srv_register *out);

/** The step that brought the release in: its signed proposal, else an unsigned one, or NULL. */
const srv_step *srv_register_proposal(const srv_register *reg, cds_text digest);

/** How many keys other than the author's have approved it. */
size_t srv_register_approvals(const srv_register *reg, cds_text digest);

/** The activation that rules on that day: of those whose day has come the one of the latest
 *  day, and among these the last in the log. `governed`: only signed ones of releases with
 *  `needed` approvals count; else every one. NULL: none. */
typedef struct srv_rule_of_choice {
    cds_date today;
    bool governed;
    size_t needed; // approvals, 1 or more
} srv_rule_of_choice;
const srv_step *srv_register_ruling(const srv_register *reg, const srv_rule_of_choice *by);

srv_standing srv_register_standing(const srv_register *reg, cds_text digest,
                                   const srv_rule_of_choice *by);
const char *srv_standing_word(srv_standing standing);

/** Is this very signature in the log? Then it is somebody's again, and counts once. */
bool srv_register_has_signature(const srv_register *reg, const cds_signature *signature);

/** Date and counter: 2026.11.1 for the first release of November 2026. */
void srv_register_next_name(const srv_register *reg, char out[SRV_RELEASE_NAME_MAX + 1]);
