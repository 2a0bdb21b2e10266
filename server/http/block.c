// SPDX-License-Identifier: Apache-2.0
// A stack of free blocks: the one last used is the one in the cache.
#include "server/http/block.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/poison.h"

/** One that is kept, or a new one. NULL: no memory. */
static char *take(char **kept, size_t *count, size_t bytes)
{
    if (*count == 0) {
        return malloc(bytes);
    }
    char *data = kept[--*count];
    CDS_UNPOISON(data, bytes);
    return data;
}

static void put(char **kept, size_t *count, const srv_block *block)
{
    CDS_POISON(block->data, block->capacity);
    kept[(*count)++] = block->data;
}

void srv_blocks_release(srv_blocks *blocks)
{
    while (blocks->count > 0) {
        free(take(blocks->kept, &blocks->count, blocks->size));
    }
    while (blocks->wide_count > 0) {
        free(take(blocks->wide, &blocks->wide_count, SRV_WIDE_BYTES));
    }
}

/** What is in the old one goes over, then the old one back. False: there is no new one. */
static bool move(srv_blocks *blocks, srv_block *block, srv_block to)
{
    if (to.data == NULL) {
        return false;
    }
    to.length = block->length;
    if (to.length > 0) {
        memcpy(to.data, block->data, to.length);
    }
    srv_block_give_back(blocks, block);
    *block = to;
    return true;
}

bool srv_block_reserve(srv_blocks *blocks, srv_block *block, size_t capacity)
{
    srv_block made = {.capacity = capacity, .kind = SRV_LARGE};
    if (block->capacity >= capacity) {
        return true;
    }
    if (capacity <= blocks->size) {
        made = (srv_block){.capacity = blocks->size, .kind = SRV_USUAL};
        made.data = take(blocks->kept, &blocks->count, blocks->size);
    } else {
        made.data = malloc(capacity);
    }
    return move(blocks, block, made);
}

bool srv_block_widen(srv_blocks *blocks, srv_block *block)
{
    srv_block made = {.capacity = SRV_WIDE_BYTES, .kind = SRV_WIDE};
    if (block->kind != SRV_USUAL || blocks->wide_lent == SRV_WIDE_MAX) {
        return false;
    }
    made.data = take(blocks->wide, &blocks->wide_count, SRV_WIDE_BYTES);
    blocks->wide_lent += made.data != NULL;
    return move(blocks, block, made);
}

void srv_block_give_back(srv_blocks *blocks, srv_block *block)
{
    if (block->kind == SRV_WIDE) {
        put(blocks->wide, &blocks->wide_count, block);
        blocks->wide_lent--;
    } else if (block->kind == SRV_USUAL && block->data != NULL &&
               blocks->count < SRV_BLOCKS_KEPT) {
        put(blocks->kept, &blocks->count, block);
    } else {
        free(block->data);
    }
    *block = (srv_block){0};
}
