// SPDX-License-Identifier: Apache-2.0
// A ring of calls, each in a small arena of its own.
#include "engine/rules/recall.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"

#define CALL_BYTES ((size_t)4 << 10)
#define FIRST_BYTES ((size_t)1 << 10)

typedef struct kept_call {
    cds_arena *mem;
    const cds_read *reads; // NULL: nothing is kept here
    size_t read_count;
    cds_call said;
} kept_call;

struct cds_recall {
    size_t room, next;
    kept_call calls[];
};

// False for what is a person's own words, or a list of them.
static bool value_of(const cds_field *field, const cds_fact *fact, uint64_t *out)
{
    *out = 0;
    if (!fact->known) {
        return true;
    }
    switch (field->kind) {
    case CDS_YESNO:
        *out = fact->yes;
        return true;
    case CDS_WHOLE:
    case CDS_NUMBER:
        memcpy(out, &fact->number, sizeof fact->number);
        return true;
    case CDS_DAY:
        *out = (uint64_t)fact->day.days;
        return true;
    case CDS_CHOICE:
        *out = fact->option;
        return true;
    case CDS_CHOICES:
        *out = fact->options;
        return true;
    case CDS_WORD:
    case CDS_WORDS:
    case CDS_ITEMS:
        return false;
    }
    return false;
}

void cds_reads_note(cds_reads *reads, const cds_field *field, const cds_fact *fact)
{
    cds_read one = {.field = field->index, .known = fact->known};
    for (size_t i = 0; i < reads->count; i++) {
        if (reads->list[i].field == one.field) {
            return;
        }
    }
    if (reads->count == CDS_READS_MAX || !value_of(field, fact, &one.value)) {
        reads->is_lost = true;
        return;
    }
    reads->list[reads->count++] = one;
}

cds_recall *cds_recall_new(size_t calls)
{
    cds_recall *recall = calloc(1, sizeof *recall + calls * sizeof recall->calls[0]);
    if (recall != NULL) {
        recall->room = calls;
    }
    return recall;
}

void cds_recall_free(cds_recall *recall)
{
    for (size_t i = 0; recall != NULL && i < recall->room; i++) {
        cds_arena_free(recall->calls[i].mem);
    }
    free(recall);
}

static bool reads_the_same(const kept_call *call, const cds_facts *facts)
{
    for (size_t i = 0; i < call->read_count; i++) {
        const cds_read *read = &call->reads[i];
        uint64_t value = 0;
        const cds_fact *fact = &facts->list[read->field];
        if (fact->known != read->known ||
            !value_of(&facts->fields->list[read->field], fact, &value) ||
            value != read->value) {
            return false;
        }
    }
    return call->reads != NULL;
}

static cds_call say_again(cds_ctx *ctx, const cds_call *said)
{
    cds_call out = *said;
    if (said->advice != NULL) {
        out.advice = cds_json_copy(ctx->mem, said->advice);
        out.status = out.advice == NULL ? cds_fail_memory(ctx) : said->status;
    }
    return out;
}

bool cds_recall_find(cds_ctx *ctx, const cds_recall *recall, const cds_facts *facts,
                     cds_call *out)
{
    for (size_t i = 0; recall != NULL && i < recall->room; i++) {
        if (reads_the_same(&recall->calls[i], facts)) {
            *out = say_again(ctx, &recall->calls[i].said);
            return true;
        }
    }
    return false;
}

static bool fill(kept_call *call, const cds_reads *reads, const cds_call *said)
{
    cds_read *list = cds_alloc(call->mem, reads->count * sizeof *list);
    call->said = *said;
    if (said->advice != NULL) {
        call->said.advice = cds_json_copy(call->mem, said->advice);
    }
    if (list == NULL || (said->advice != NULL && call->said.advice == NULL)) {
        return false;
    }
    memcpy(list, reads->list, reads->count * sizeof *list);
    call->reads = list;
    call->read_count = reads->count;
    return true;
}

void cds_recall_keep(cds_recall *recall, const cds_reads *reads, const cds_call *said)
{
    bool is_whole = said->status == CDS_OK || said->status == CDS_UNKNOWN;
    if (recall == NULL || reads->is_lost || !is_whole) {
        return;
    }
    kept_call *call = &recall->calls[recall->next];
    call->reads = NULL;
    if (call->mem == NULL) {
        call->mem = cds_arena_new_with(CALL_BYTES, FIRST_BYTES);
    } else {
        cds_arena_reset(call->mem);
    }
    if (call->mem != NULL && fill(call, reads, said)) {
        recall->next = (recall->next + 1) % recall->room;
    }
}
