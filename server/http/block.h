// SPDX-License-Identifier: Apache-2.0
// Buffers kept by a worker and lent to the connections that are busy: a quiet connection holds
// none. Most are of one size; a few are wide, for answers of which many leave at once. A larger
// one is made when it is needed and freed after.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#define SRV_BLOCKS_KEPT 64
#define SRV_WIDE_BYTES ((size_t)256 << 10)
#define SRV_WIDE_MAX 4 // there are no more, however many connections would like one

typedef enum srv_block_kind { SRV_USUAL, SRV_WIDE, SRV_LARGE } srv_block_kind;

typedef struct srv_block {
    char *data; // NULL: none
    size_t length, capacity;
    srv_block_kind kind;
} srv_block;

typedef struct srv_blocks {
    size_t size; // of the usual block
    size_t count;
    char *kept[SRV_BLOCKS_KEPT];
    size_t wide_count, wide_lent;
    char *wide[SRV_WIDE_MAX];
} srv_blocks;

void srv_blocks_release(srv_blocks *blocks);

/** Room for `capacity` bytes in all; what is in stays in. False: no memory. */
bool srv_block_reserve(srv_blocks *blocks, srv_block *block, size_t capacity);

/** Makes a usual one wide; what is in stays in. False: it is none, or no wide one is left. */
bool srv_block_widen(srv_blocks *blocks, srv_block *block);

void srv_block_give_back(srv_blocks *blocks, srv_block *block);
