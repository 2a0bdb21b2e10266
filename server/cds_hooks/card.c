// SPDX-License-Identifier: Apache-2.0
// Finds what belongs to one decision in the recorded text.
#include "server/cds_hooks/card.h"

#include "server/fhir/resource.h"

/** The first item of the list, or the one after. */
static const cds_json *item_after(const srv_card *card, const char *list, const cds_json *after)
{
    return after != NULL ? after->next
                         : cds_json_member(card->telling->decision, cds_text_of(list))->child;
}

const cds_json *srv_card_rule(const srv_card *card, const cds_json *after)
{
    const cds_json *at = item_after(card, "recommendations", after);
    while (at != NULL && !cds_text_equal(srv_fhir_text(at, "decision"), card->name))
        at = at->next;
    return at;
}

static int gravity(const cds_json *rule)
{
    const cds_text indicator = srv_fhir_text(rule, "indicator");
    return cds_text_is(indicator, "critical") ? 2 : cds_text_is(indicator, "warning") ? 1 : 0;
}

const cds_json *srv_card_first_rule(const srv_card *card)
{
    const cds_json *first = srv_card_rule(card, NULL);
    for (const cds_json *at = first; at != NULL; at = srv_card_rule(card, at))
        first = gravity(at) > gravity(first) ? at : first;
    return first;
}

static bool could_change(const cds_json *question, cds_text decision)
{
    const cds_json *changes = cds_json_member(question, CDS_TEXT("could_change"));
    for (const cds_json *at = changes->child; at != NULL; at = at->next) {
        if (cds_text_equal(srv_fhir_text(at, "decision"), decision))
            return true;
    }
    return false;
}

const cds_json *srv_card_question(const srv_card *card, const cds_json *after)
{
    const cds_json *at = item_after(card, "questions", after);
    while (at != NULL && !could_change(at, card->name))
        at = at->next;
    return at;
}
