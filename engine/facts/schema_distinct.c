// SPDX-License-Identifier: Apache-2.0
// uniqueItems: a few items are compared each with each, many only where their hashes agree.
#include <stdlib.h>
#include <string.h>

#include "engine/facts/schema_walk.h"

#define FEW 16

typedef struct hashed {
    uint64_t hash;
    const cds_json *item;
} hashed;

static uint64_t hash_bytes(uint64_t hash, const void *data, size_t length)
{
    const unsigned char *bytes = data;
    for (size_t i = 0; i < length; i++) {
        hash = (hash ^ bytes[i]) * 0x100000001B3u;
    }
    return hash ^ hash >> 29;
}

// The same for equal values: members count in any order.
static uint64_t hash_value(const cds_json *value)
{
    uint64_t hash = 0xCBF29CE484222325u + (uint64_t)value->kind;
    double number = value->number + 0.0; // -0 is 0
    if (value->kind == CDS_JSON_NUMBER) {
        hash = hash_bytes(hash, &number, sizeof number);
    }
    if (value->kind == CDS_JSON_STRING) {
        hash = hash_bytes(hash, value->text.data, value->text.length);
    }
    for (const cds_json *child = value->child; child != NULL; child = child->next) {
        uint64_t inner = hash_value(child);
        if (value->kind == CDS_JSON_OBJECT) {
            hash += hash_bytes(inner, child->name.data, child->name.length);
        } else {
            hash = hash_bytes(hash, &inner, sizeof inner);
        }
    }
    return hash;
}

static int order_of_hashes(const void *left, const void *right)
{
    const hashed *a = left;
    const hashed *b = right;
    return (a->hash > b->hash) - (a->hash < b->hash);
}

static bool are_few_distinct(const cds_json *array)
{
    for (const cds_json *item = array->child; item != NULL; item = item->next) {
        for (const cds_json *later = item->next; later != NULL; later = later->next) {
            if (cds_json_equal(item, later)) {
                return false;
            }
        }
    }
    return true;
}

bool cds_walk_are_distinct(cds_walk *walk, const cds_json *array)
{
    size_t count = 0;
    if (array->count <= FEW) {
        return are_few_distinct(array);
    }
    hashed *list = cds_alloc(walk->ctx->mem, array->count * sizeof *list);
    if (list == NULL) {
        walk->status = CDS_TOO_LARGE;
        return false;
    }
    for (const cds_json *item = array->child; item != NULL; item = item->next) {
        list[count++] = (hashed){hash_value(item), item};
    }
    qsort(list, count, sizeof *list, order_of_hashes);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = i + 1; j < count && list[j].hash == list[i].hash; j++) {
            if (!cds_walk_step(walk, 1) || cds_json_equal(list[i].item, list[j].item)) {
                return false;
            }
        }
    }
    return true;
}
