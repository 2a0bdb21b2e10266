// SPDX-License-Identifier: Apache-2.0
// One card in the making: a decision as it was recorded, and the rules that carry it.
#pragma once

#include "engine/rules/ruleset.h"

/** An evaluation that is told in cards. */
typedef struct srv_telling {
    const cds_ruleset_view *rules; // for titles and questions
    const cds_json *assessment;    // as recorded
    const cds_json *decision;      // as recorded
    const char *evaluation;        // its id, of srv_card_id_prepare
    cds_text release;              // its name
    cds_text public_url;
    cds_text patient; // the FHIR id; data NULL: not known
} srv_telling;

typedef struct srv_card {
    const srv_telling *telling;
    cds_text name;          // of the decision
    const cds_json *answer; // decisions.<name> of the recorded text
    size_t place;           // among the cards, from 0
} srv_card;

/** The recommendations of the card's decision, one after the other; `after` NULL: the first.
 *  NULL: there are no more. */
const cds_json *srv_card_rule(const srv_card *card, const cds_json *after);

/** The one it is named for: of the gravest indicator, the first. NULL: no rule carries it. */
const cds_json *srv_card_first_rule(const srv_card *card);

/** The questions that could change its decision, in their order; as srv_card_rule. */
const cds_json *srv_card_question(const srv_card *card, const cds_json *after);
