// SPDX-License-Identifier: Apache-2.0
// What a card offers to do: each suggestion proposes to create one draft, and changes nothing.
#pragma once

#include "server/cds_hooks/card.h"

/** The members `suggestions` and `selectionBehavior`; nothing where there are none. */
void srv_suggestions_write(cds_buf *buf, const srv_card *card);

/** How many the card has. */
size_t srv_suggestions_count(const srv_card *card);
