// SPDX-License-Identifier: Apache-2.0
// Buffers of one size, kept by a worker and lent to the connections that are busy: a quiet
// connection holds none. A larger one is made when it is needed and freed after.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#define SRV_BLOCKS_KEPT 64

typedef struct srv_block {
    char *data; // NULL: none
    size_t length, capacity;
} srv_block;

typedef struct srv_blocks {
    size_t size; // of the usual block
    size_t count;
    char *kept[SRV_BLOCKS_KEPT];
} srv_blocks;

void srv_blocks_release(srv_blocks *blocks);

/** Room for `capacity` bytes in all; what is in stays in. False: no memory. */
bool srv_block_reserve(srv_blocks *blocks, srv_block *block, size_t capacity);
void srv_block_give_back(srv_blocks *blocks, srv_block *block);
