// SPDX-License-Identifier: Apache-2.0
// rules/CHANGELOG.md, generated from the histories of the rules.
#pragma once

#include "engine/rules/ruleset.h"

/** Newest day first; rules with the same line on the same day stand together. */
void cds_changelog_write(cds_buf *buf, const cds_ruleset *rules);
