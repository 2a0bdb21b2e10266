// SPDX-License-Identifier: Apache-2.0
// Memory as a lifetime: what one request (or one release) needs is taken bump by bump and
// dropped whole. Unused memory is poisoned where the address sanitiser runs.
#pragma once

#include <stddef.h>

#include "engine/base/status.h"

#define CDS_REQUEST_ARENA_BYTES ((size_t)1 << 20)

/** NULL when the system has no memory. The first block is small; more follow as needed. */
cds_arena *cds_arena_new(size_t ceiling_bytes);

/** The same with a first block of that size, for one that is reset again and again. */
cds_arena *cds_arena_new_with(size_t ceiling_bytes, size_t first_block_bytes);
void cds_arena_free(cds_arena *mem);

/** Forgets everything taken and keeps one block, up to 128 KiB or the first, for the next
 *  request. */
void cds_arena_reset(cds_arena *mem);

/** Zeroed, aligned for any type. NULL when the ceiling is reached or the system has no more:
 *  then `return cds_fail_memory(ctx)`. */
void *cds_alloc(cds_arena *mem, size_t bytes);

/** The same, not zeroed: for what is written over whole. */
void *cds_alloc_raw(cds_arena *mem, size_t bytes);

/** Makes the newest piece longer in place if it can, else moves it. What is new is not
 *  zeroed. NULL as cds_alloc. */
void *cds_alloc_grow(cds_arena *mem, void *piece, size_t old_bytes, size_t new_bytes);

size_t cds_arena_used_bytes(const cds_arena *mem);
