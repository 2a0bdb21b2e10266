// SPDX-License-Identifier: Apache-2.0
// rules.lock: of each rule its id, version and the SHA-256 of its file, so that content that
// changed under an old version is found out. Source: rule-language.md.
#pragma once

#include "engine/decide/gap.h"
#include "engine/rules/ruleset.h"

/** `id version sha256`, a line a rule, sorted by id. */
void cds_lock_write(cds_buf *buf, const cds_ruleset *rules);

/** Adds a gap (CDS_GAP_LOCK) for each rule whose content is not what the lock has for its
 *  version, whose version went back, that the lock lacks, or that is gone without having been
 *  retired. `only_changes`: leaves out what `cds_lock_write` would mend. */
void cds_lock_compare(cds_gaps *gaps, const cds_ruleset *rules, cds_text lock,
                      bool only_changes);

/** The lock among a release's files; data NULL: there is none. */
cds_text cds_lock_of(const cds_ruleset *rules);
