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

static char *take_wide(srv_blocks *blocks)
{
    char *data = blocks->wide[--blocks->wide_count];
    CDS_UNPOISON(data, SRV_WIDE_BYTES);
    return data;
}

void srv_blocks_release(srv_blocks *blocks)
{
    while (blocks->count > 0) {
        free(take_kept(blocks));
    }
    while (blocks->wide_count > 0) {
        free(take_wide(blocks));
    }
}

/** What is in the old one goes over, then the old one back. */
static void move(srv_blocks *blocks, srv_block *block, srv_block to)
{
    to.length = block->length;
    if (to.length > 0) {
        memcpy(to.data, block->data, to.length);
    }
    srv_block_give_back(blocks, block);
    *block = to;
}

bool srv_block_reserve(srv_blocks *blocks, srv_block *block, size_t capacity)
{
    if (block->capacity >= capacity) {
        return true;
    }
    const bool is_usual = capacity <= blocks->size;
    srv_block made = {.capacity = is_usual ? blocks->size : capacity,
                      .kind = is_usual ? SRV_USUAL : SRV_LARGE};
    made.data = is_usual && blocks->count > 0 ? take_kept(blocks) : malloc(made.capacity);
    if (made.data == NULL) {
        return false;
    }
    move(blocks, block, made);
    return true;
}

bool srv_block_widen(srv_blocks *blocks, srv_block *block)
{
    if (block->kind == SRV_WIDE) {
        return true;
    }
    if (block->length > SRV_WIDE_BYTES || blocks->wide_lent == SRV_WIDE_MAX) {
        return false;
    }
    srv_block made = {.capacity = SRV_WIDE_BYTES, .kind = SRV_WIDE};
    made.data = blocks->wide_count > 0 ? take_wide(blocks) : malloc(SRV_WIDE_BYTES);
    if (made.data == NULL) {
        return false;
    }
    blocks->wide_lent++;
    move(blocks, block, made);
    return true;
}

void srv_block_give_back(srv_blocks *blocks, srv_block *block)
{
    if (block->kind == SRV_WIDE) {
        CDS_POISON(block->data, block->capacity);
        blocks->wide[blocks->wide_count++] = block->data;
        blocks->wide_lent--;
    } else if (block->kind == SRV_USUAL && block->data != NULL &&
               blocks->count < SRV_BLOCKS_KEPT) {
        CDS_POISON(block->data, block->capacity);
        blocks->kept[blocks->count++] = block->data;
    } else {
        free(block->data);
    }
    *block = (srv_block){0};
}
