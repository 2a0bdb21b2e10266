// SPDX-License-Identifier: Apache-2.0
// The last byte of the evaluation's id is left free for the place; the version tells them
// apart.
#include "server/cds_hooks/card_id.h"

#include <ctype.h>
#include <string.h>

#include "engine/facts/format.h"

#define VERSION_AT 14
#define PLACE_AT 34

void srv_card_id_prepare(char evaluation[SRV_ID_LENGTH + 1])
{
    memcpy(evaluation + PLACE_AT, "00", 2);
}

void srv_card_id_write(const char *evaluation, srv_card_place place,
                       char out[SRV_ID_LENGTH + 1])
{
    static const char digits[] = "0123456789abcdef";
    CDS_PROMISE(place.card < SRV_CARDS_MAX && place.suggestion <= SRV_CARD_SUGGESTIONS_MAX);
    memcpy(out, evaluation, SRV_ID_LENGTH + 1);
    out[VERSION_AT] = '4';
    out[PLACE_AT] = digits[place.card];
    out[PLACE_AT + 1] = digits[place.suggestion];
}

static size_t read_digit(char digit)
{
    return (size_t)(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

bool srv_card_id_read(cds_text id, char evaluation[SRV_ID_LENGTH + 1], srv_card_place *out)
{
    char lower[SRV_ID_LENGTH + 1] = {0};
    if (!cds_format_find(CDS_TEXT("uuid"))->fits(id) || id.data[VERSION_AT] != '4')
        return false;
    for (size_t i = 0; i < SRV_ID_LENGTH; i++)
        lower[i] = (char)tolower((unsigned char)id.data[i]);
    *out = (srv_card_place){read_digit(lower[PLACE_AT]), read_digit(lower[PLACE_AT + 1])};
    lower[VERSION_AT] = '7';
    srv_card_id_prepare(lower);
    memcpy(evaluation, lower, sizeof lower);
    return true;
}
