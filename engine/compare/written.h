// SPDX-License-Identifier: Apache-2.0
// A difference written down: for people, for a page, for programs.
#pragma once

#include "engine/compare/difference.h"

static const char cds_difference_replay[] =
    "\nSettings and the schema are read by functions, texts and the check of what is sent, not "
    "by conditions:\nonly a replay of recorded assessments shows what they change.\n";

/** Lines for a terminal; `color` as it takes it. */
void cds_difference_tell(cds_buf *buf, const cds_difference *difference, bool color);

/** Markdown, for a page or a comment. */
void cds_difference_markdown(cds_buf *buf, const cds_difference *difference);

/** Canonical (RFC 8785):
 *  { "after": digest, "before": digest,
 *    "changes": [ { "concerns": "rule", "edits": [ { "after", "before": text or null, "kind":
 *      "threshold", "matters": whether somebody may get another answer, "part", "says" } ],
 *      "file", "id", "rules": [ids of those that read it], "title" } ],
 *    "decisions": [ { "by": changes, "decision": name } or { "decision": name, "through": name
 * } ] } Words of "concerns" and "kind": CDS_CONCERNS, CDS_EDITS. */
void cds_difference_json(cds_buf *buf, const cds_difference *difference);
