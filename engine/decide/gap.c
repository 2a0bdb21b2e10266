// SPDX-License-Identifier: Apache-2.0
// A list that doubles; the sentence is written where it stays.
#include "engine/decide/gap.h"

#include <stdarg.h>
#include <stdio.h>

#include "engine/base/arena.h"

#define SENTENCE_BYTES 1024
#define FIRST_ROOM 16

void cds_gaps_init(cds_gaps *gaps, cds_ctx *ctx)
{
    *gaps = (cds_gaps){.ctx = ctx};
}

static cds_gap *next_slot(cds_gaps *gaps)
{
    if (gaps->count == gaps->room) {
        size_t room = gaps->room == 0 ? FIRST_ROOM : gaps->room * 2;
        cds_gap *list = cds_alloc_grow(gaps->ctx->mem, gaps->list, gaps->room * sizeof *list,
                                       room * sizeof *list);
        if (list == NULL) {
            return NULL;
        }
        gaps->list = list;
        gaps->room = room;
    }
    return &gaps->list[gaps->count];
}

static bool keep(const cds_gaps *gaps, cds_text text, cds_text *out)
{
    return cds_text_copy(gaps->ctx, text, out) == CDS_OK;
}

void cds_gaps_add(cds_gaps *gaps, cds_gap_kind kind, cds_place place, const char *format, ...)
{
    char sentence[SENTENCE_BYTES];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    cds_gap gap = {.kind = kind, .place = place};
    cds_gap *slot = next_slot(gaps);
    if (slot == NULL || !keep(gaps, place.file, &gap.place.file) ||
        !keep(gaps, cds_text_of(sentence), &gap.says)) {
        gaps->failed = true;
        return;
    }
    *slot = gap;
    gaps->count++;
}

cds_status cds_gaps_end(cds_gaps *gaps)
{
    return gaps->failed ? cds_fail_memory(gaps->ctx) : CDS_OK;
}
