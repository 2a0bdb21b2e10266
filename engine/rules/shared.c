// SPDX-License-Identifier: Apache-2.0
// An open hash that is at most half full.
#include "engine/rules/shared.h"

#include <stdint.h>

#define FIRST_TABLE 256 // a power of two

struct cds_shared {
    cds_arena *scratch;
    cds_text *table; // data NULL: free
    size_t size, count;
};

cds_shared *cds_shared_new(cds_arena *scratch)
{
    cds_shared *made = cds_alloc(scratch, sizeof *made);
    cds_text *table = cds_alloc(scratch, FIRST_TABLE * sizeof *table);
    if (made == NULL || table == NULL) {
        return NULL;
    }
    *made = (cds_shared){.scratch = scratch, .table = table, .size = FIRST_TABLE};
    return made;
}

// FNV-1a.
static size_t hash_of(cds_text text)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < text.length; i++) {
        hash = (hash ^ (unsigned char)text.data[i]) * 1099511628211u;
    }
    return (size_t)(hash ^ (hash >> 32));
}

// Where the text stands, or the free slot where it would.
static cds_text *slot_of(cds_text *table, size_t size, cds_text text)
{
    size_t at = hash_of(text) % size;
    while (table[at].data != NULL && !cds_text_equal(table[at], text)) {
        at = (at + 1) % size;
    }
    return &table[at];
}

static bool widen(cds_shared *shared)
{
    size_t size = shared->size * 2;
    cds_text *table = cds_alloc(shared->scratch, size * sizeof *table);
    if (table == NULL) {
        return false;
    }
    for (size_t i = 0; i < shared->size; i++) {
        if (shared->table[i].data != NULL) {
            *slot_of(table, size, shared->table[i]) = shared->table[i];
        }
    }
    shared->table = table;
    shared->size = size;
    return true;
}

cds_status cds_shared_text(cds_ctx *ctx, cds_shared *shared, cds_text text, cds_text *out)
{
    cds_text *slot = slot_of(shared->table, shared->size, text);
    if (slot->data == NULL) {
        if (cds_text_copy(ctx, text, slot) != CDS_OK) {
            return ctx->error.status;
        }
        *out = *slot;
        shared->count++;
        return shared->count * 2 <= shared->size || widen(shared) ? CDS_OK
                                                                  : cds_fail_memory(ctx);
    }
    *out = *slot;
    return CDS_OK;
}
