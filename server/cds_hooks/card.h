// SPDX-License-Identifier: Apache-2.0
// One card in the making: a decision of an evaluation, and the rules that carry it.
#pragma once

#include "engine/decide/questions.h"

/** An evaluation that is told in cards. Lives: as long as ctx->mem. */
typedef struct srv_telling {
    cds_ctx *ctx;
    const cds_evaluation *evaluation;
    cds_questions questions;
    const char *id;   // of the evaluation, prepared by srv_card_id_prepare
    cds_text release; // its name
    cds_text public_url;
    cds_text patient; // the FHIR id; data NULL: not known
} srv_telling;

typedef struct srv_card {
    const srv_telling *telling;
    const cds_outcome *outcome;
    size_t place; // among the cards, from 0
} srv_card;

/** The rules that give the card's answer, one after the other; `after` NULL: the first. NULL:
 *  there are no more. */
const cds_rule *srv_card_rule(const srv_card *card, const cds_rule *after);

/** The one it is named for: of the gravest indicator, the first. NULL: no rule carries it. */
const cds_rule *srv_card_first_rule(const srv_card *card);

/** The open facts that could change its decision, in the order to be asked; `*at` begins with
 * 0. NULL: there are no more. */
const cds_field *srv_card_open_fact(const srv_card *card, size_t *at);

/** A text with the person's facts filled in; `rule` NULL: of an answer. Empty when memory ran
 *  out, which the telling's ctx then says. */
cds_text srv_card_text(const srv_card *card, const cds_template *text, const cds_rule *rule);

/** How many citations it shows: none for clinic policy. */
size_t srv_card_evidence_count(const cds_rule *rule);

/** The answer that is told. */
const cds_answer *srv_card_answer(const srv_card *card);
