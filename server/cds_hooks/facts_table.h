// SPDX-License-Identifier: Apache-2.0
// A card's tables: the facts it rests on, and those that are missing.
#pragma once

#include "server/cds_hooks/card.h"

/** Markdown. What the rules rest on; without rules, what is known. */
void srv_facts_table_used(cds_buf *buf, const srv_card *card);

/** What could change the answer, or the sentence that nothing could. */
void srv_facts_table_missing(cds_buf *buf, const srv_card *card);
