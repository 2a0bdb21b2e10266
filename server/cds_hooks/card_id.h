// SPDX-License-Identifier: Apache-2.0
// The ids of cards and their suggestions: each leads back to the evaluation it came from, so
// that feedback finds it, and none is ever given twice.
#pragma once

#include "server/record/store.h"

#define SRV_CARDS_MAX ((size_t)16)
#define SRV_CARD_SUGGESTIONS_MAX ((size_t)15)

/** A card, or one of its suggestions. */
typedef struct srv_card_place {
    size_t card;       // from 0
    size_t suggestion; // from 1; 0: the card itself
} srv_card_place;

/** Makes a fresh evaluation's id one that cards' ids can be made of. */
void srv_card_id_prepare(char evaluation[SRV_ID_LENGTH + 1]);

/** A UUID. It says version 4, since clients are known that take no later one. */
void srv_card_id_write(const char *evaluation, srv_card_place place,
                       char out[SRV_ID_LENGTH + 1]);

/** False: no id of a card has this form. */
bool srv_card_id_read(cds_text id, char evaluation[SRV_ID_LENGTH + 1], srv_card_place *out);
