// SPDX-License-Identifier: Apache-2.0
// The checks a release runs through before it may be proposed: lint, its own cases and what
// they reach, what it changes in words, and whose advice it changes. Source: record.md.
#pragma once

#include "engine/rules/ruleset.h"
#include "server/governance/impact.h"

typedef struct srv_vetting {
    cds_ruleset *rules; // the caller's to drop
    size_t fault_count; // that stand against it
    cds_text faults;    // "file:line: sentence", a line each
    cds_text checks;    // canonical JSON of all that was found; kept with the proposal
} srv_vetting;

/** What to vet, and against which release its differences are told. */
typedef struct srv_vetting_of {
    srv_files files;
    cds_text before; // the digest of the release in force; data NULL: none is
    cds_date today;  // review dates are looked at by it
    srv_sweep sweep; // over the record, for the impact
} srv_vetting_of;

/** Fails: as cds_ruleset_load, srv_impact_run. A release with faults is no failure. */
cds_status srv_vet(cds_ctx *ctx, const srv_vetting_of *of, srv_vetting *out);
