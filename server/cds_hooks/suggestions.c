// SPDX-License-Identifier: Apache-2.0
// The rules' suggestions in their order, none twice.
#include "server/cds_hooks/suggestions.h"

#include "server/cds_hooks/card_id.h"

typedef struct offers {
    const cds_suggestion *list[SRV_CARD_SUGGESTIONS_MAX];
    size_t count;
} offers;

static void add_offer(offers *to, const cds_suggestion *offer)
{
    for (size_t i = 0; i < to->count; i++) {
        if (to->list[i] == offer)
            return;
    }
    if (to->count < SRV_CARD_SUGGESTIONS_MAX)
        to->list[to->count++] = offer;
}

static offers collect(const srv_card *card)
{
    offers all = {.count = 0};
    const cds_rule *rule = srv_card_rule(card, NULL);
    for (; rule != NULL; rule = srv_card_rule(card, rule)) {
        for (size_t i = 0; i < rule->suggestion_count; i++)
            add_offer(&all, rule->suggestions[i]);
    }
    return all;
}

size_t srv_suggestions_count(const srv_card *card)
{
    return collect(card).count;
}

/** A task to be accepted or not: what it comes to in the end is the clinician's. */
static void put_resource(cds_buf *buf, const srv_card *card, cds_text label)
{
    cds_buf_word(buf, "{\"resourceType\":\"Task\",\"status\":\"draft\",\"intent\":\"proposal\","
                      "\"description\":");
    cds_buf_json(buf, label);
    if (card->telling->patient.length > 0) {
        cds_buf_word(buf, ",\"for\":{\"reference\":\"Patient/");
        cds_buf_json_inside(buf, card->telling->patient);
        cds_buf_word(buf, "\"}");
    }
    cds_buf_char(buf, '}');
}

static void put_suggestion(cds_buf *buf, const srv_card *card, srv_card_place place,
                           cds_text label)
{
    char id[SRV_ID_LENGTH + 1];
    srv_card_id_write(card->telling->id, place, id);
    cds_buf_comma(buf);
    cds_buf_word(buf, "{\"label\":");
    cds_buf_json(buf, label);
    cds_buf_format(buf,
                   ",\"uuid\":\"%s\",\"actions\":[{\"type\":\"create\",\"description\":", id);
    cds_buf_json(buf, label);
    cds_buf_word(buf, ",\"resource\":");
    put_resource(buf, card, label);
    cds_buf_word(buf, "}]}");
}

void srv_suggestions_write(cds_buf *buf, const srv_card *card)
{
    const offers all = collect(card);
    if (all.count == 0)
        return;
    cds_buf_word(buf, ",\"suggestions\":[");
    for (size_t i = 0; i < all.count; i++)
        put_suggestion(buf, card, (srv_card_place){card->place, i + 1}, all.list[i]->label);
    cds_buf_word(buf, "],\"selectionBehavior\":\"any\"");
}
