// SPDX-License-Identifier: Apache-2.0
// A card's detail in Markdown: the advice, the facts it rests on, the evidence, rule and
// version.
#pragma once

#include "server/cds_hooks/card.h"

/** Fails: CDS_TOO_LARGE. */
cds_status srv_detail_write(const srv_card *card, cds_text *out);
