// SPDX-License-Identifier: Apache-2.0
// A stack of free blocks: the one last used is the one in the cache.
#include "server/http/block.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/poison.h"

static char *take_kept(srv_blocks *blocks)
{
    char *data = blocks->kept[--blocks->count];
    CDS_UNPOISON(data, blocks->size);
    return data;
}

void srv_blocks_release(srv_blocks *blocks)
{
    while (blocks->count > 0) {
        free(take_kept(blocks));
    }
}

bool srv_block_reserve(srv_blocks *blocks, srv_block *block, size_t capacity)
{
    if (block->capacity >= capacity) {
        return true;
    }
    size_t size = capacity <= blocks->size ? blocks->size : capacity;
    bool is_kept = size == blocks->size && blocks->count > 0;
    char *data = is_kept ? take_kept(blocks) : malloc(size);
    if (data == NULL) {
        return false;
    }
    size_t length = block->length;
    if (length > 0) {
        memcpy(data, block->data, length);
    }
    srv_block_give_back(blocks, block);
    *block = (srv_block){data, length, size};
    return true;
}

void srv_block_give_back(srv_blocks *blocks, srv_block *block)
{
    if (block->capacity == blocks->size && blocks->count < SRV_BLOCKS_KEPT) {
        CDS_POISON(block->data, block->capacity);
        blocks->kept[blocks->count++] = block->data;
    } else {
        free(block->data);
    }
    *block = (srv_block){0};
}
