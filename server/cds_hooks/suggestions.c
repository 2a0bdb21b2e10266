// SPDX-License-Identifier: Apache-2.0
// The rules' suggestions in their order, none twice.
#include "server/cds_hooks/suggestions.h"

#include "server/cds_hooks/card_id.h"
#include "server/fhir/resource.h"

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

static void put_patient(cds_buf *buf, const char *member, cds_text patient)
{
    if (patient.length == 0)
        return;
    cds_buf_format(buf, ",\"%s\":{\"reference\":\"Patient/", member);
    cds_buf_json_inside(buf, patient);
    cds_buf_word(buf, "\"}");
}

/** A draft to be accepted or not: an order where the rules' codes have one for the suggestion,
 *  else a task. */
static void put_resource(cds_buf *buf, const srv_telling *telling, const cds_suggestion *offer)
{
    const cds_json *drafts = srv_fhir_member(telling->evaluation->rules->codes, "drafts");
    const cds_json *order = drafts == NULL ? NULL : cds_json_member(drafts, offer->id);
    if (order != NULL && order->kind == CDS_JSON_STRING) {
        cds_buf_word(buf, "{\"resourceType\":\"ServiceRequest\",\"status\":\"draft\","
                          "\"intent\":\"proposal\",\"code\":{\"text\":");
        cds_buf_json(buf, order->text);
        cds_buf_char(buf, '}');
        put_patient(buf, "subject", telling->patient);
    } else {
        cds_buf_word(buf, "{\"resourceType\":\"Task\",\"status\":\"draft\","
                          "\"intent\":\"proposal\",\"description\":");
        cds_buf_json(buf, offer->label);
        put_patient(buf, "for", telling->patient);
    }
    cds_buf_char(buf, '}');
}

static void put_suggestion(cds_buf *buf, const srv_card *card, srv_card_place place,
                           const cds_suggestion *offer)
{
    char id[SRV_ID_LENGTH + 1];
    srv_card_id_write(card->telling->id, place, id);
    cds_buf_comma(buf);
    cds_buf_word(buf, "{\"label\":");
    cds_buf_json(buf, offer->label);
    cds_buf_format(buf,
                   ",\"uuid\":\"%s\",\"actions\":[{\"type\":\"create\",\"description\":", id);
    cds_buf_json(buf, offer->label);
    cds_buf_word(buf, ",\"resource\":");
    put_resource(buf, card->telling, offer);
    cds_buf_word(buf, "}]}");
}

void srv_suggestions_write(cds_buf *buf, const srv_card *card)
{
    const offers all = collect(card);
    if (all.count == 0)
        return;
    cds_buf_word(buf, ",\"suggestions\":[");
    for (size_t i = 0; i < all.count; i++)
        put_suggestion(buf, card, (srv_card_place){card->place, i + 1}, all.list[i]);
    cds_buf_word(buf, "],\"selectionBehavior\":\"any\"");
}
