// SPDX-License-Identifier: Apache-2.0
// Eight bytes of a name at a time are mixed in; the table is at most half full.
#include "engine/facts/names.h"

#include <string.h>

static uint64_t mix(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 32;
}

static uint64_t read_tail(const char *data, size_t length)
{
    uint64_t word = 0;
    uint32_t half = 0;
    if (length >= sizeof half) {
        memcpy(&half, data, sizeof half);
        word = half;
        memcpy(&half, data + length - sizeof half, sizeof half); // may overlap
        return word << 32 | half;
    }
    for (size_t i = 0; i < length; i++) {
        word = word << 8 | (unsigned char)data[i];
    }
    return word;
}

static uint64_t hash_of(cds_text name)
{
    uint64_t hash = name.length;
    uint64_t word = 0;
    if (name.length < sizeof word) {
        return mix(hash, read_tail(name.data, name.length));
    }
    for (size_t i = 0; i + sizeof word < name.length; i += sizeof word) {
        memcpy(&word, name.data + i, sizeof word);
        hash = mix(hash, word);
    }
    memcpy(&word, name.data + name.length - sizeof word, sizeof word); // may overlap
    return mix(hash, word);
}

cds_status cds_names_build(cds_ctx *ctx, const cds_text *list, size_t count, cds_names *out)
{
    size_t size = 2;
    CDS_PROMISE(count < UINT32_MAX / 4);
    while (size < count * 2) {
        size *= 2;
    }
    uint32_t *slots = cds_alloc(ctx->mem, size * sizeof *slots);
    if (slots == NULL) {
        return cds_fail_memory(ctx);
    }
    cds_names names = {list, count, slots, size - 1};
    for (size_t i = 0; i < count; i++) {
        if (cds_names_find(&names, list[i]) >= 0) {
            continue;
        }
        size_t slot = hash_of(list[i]) & names.mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & names.mask;
        }
        slots[slot] = (uint32_t)i + 1;
    }
    *out = names;
    return CDS_OK;
}

ptrdiff_t cds_names_find(const cds_names *names, cds_text name)
{
    if (names->count == 0) {
        return -1;
    }
    size_t slot = hash_of(name) & names->mask;
    while (names->slots[slot] != 0) {
        size_t place = names->slots[slot] - 1;
        if (cds_text_equal(names->list[place], name)) {
            return (ptrdiff_t)place;
        }
        slot = (slot + 1) & names->mask;
    }
    return -1;
}
