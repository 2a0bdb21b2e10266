// SPDX-License-Identifier: Apache-2.0
// A chain of blocks, the newest on top; each new one is twice as large as the last, up to 1 MiB
// and as far as the ceiling lets it: of a large arena little stands empty.
#include "engine/base/arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/poison.h"

#define FIRST_BLOCK_BYTES ((size_t)16 << 10)
#define KEPT_BLOCK_BYTES ((size_t)128 << 10)
#define GROWN_BLOCK_BYTES ((size_t)1 << 20)
#define ALIGNMENT alignof(max_align_t)

typedef struct block block;
struct block {
    block *below;
    size_t size;
    size_t used;
    alignas(max_align_t) char data[];
};

struct cds_arena {
    block *top;
    size_t ceiling; // of the sizes of all blocks
    size_t held;
    size_t used_below; // in the blocks under the top
};

static block *block_new(size_t size, block *below)
{
    block *made = malloc(sizeof *made + size);
    if (made == NULL) {
        return NULL;
    }
    made->below = below;
    made->size = size;
    made->used = 0;
    CDS_POISON(made->data, size);
    return made;
}

static void block_free(block *old)
{
    CDS_UNPOISON(old->data, old->size);
    free(old);
}

cds_arena *cds_arena_new_with(size_t ceiling_bytes, size_t first_block_bytes)
{
    cds_arena *mem = malloc(sizeof *mem);
    if (mem == NULL) {
        return NULL;
    }
    size_t size = ceiling_bytes < first_block_bytes ? ceiling_bytes : first_block_bytes;
    *mem = (cds_arena){.top = block_new(size, NULL), .ceiling = ceiling_bytes, .held = size};
    if (mem->top == NULL) {
        free(mem);
        return NULL;
    }
    return mem;
}

cds_arena *cds_arena_new(size_t ceiling_bytes)
{
    return cds_arena_new_with(ceiling_bytes, FIRST_BLOCK_BYTES);
}

void cds_arena_free(cds_arena *mem)
{
    if (mem == NULL) {
        return;
    }
    cds_arena_reset(mem);
    block_free(mem->top);
    free(mem);
}

// The largest that is not too large to keep; where none is, the first.
static block *choose_kept(block *top)
{
    block *kept = NULL;
    for (block *at = top; at != NULL; at = at->below) {
        const bool fits = at->size <= KEPT_BLOCK_BYTES;
        const bool is_larger = kept == NULL || at->size > kept->size;
        if ((fits && is_larger) || (at->below == NULL && kept == NULL)) {
            kept = at;
        }
    }
    return kept;
}

void cds_arena_reset(cds_arena *mem)
{
    block *kept = choose_kept(mem->top);
    for (block *at = mem->top; at != NULL;) {
        block *below = at->below;
        if (at != kept) {
            block_free(at);
        }
        at = below;
    }
    kept->below = NULL;
    mem->top = kept;
    mem->top->used = 0;
    mem->held = mem->top->size;
    mem->used_below = 0;
    CDS_POISON(mem->top->data, mem->top->size);
}

static size_t aligned(size_t bytes)
{
    return bytes == 0 ? ALIGNMENT : (bytes + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
}

static bool block_add(cds_arena *mem, size_t needed)
{
    size_t left = mem->ceiling - mem->held;
    if (needed > left) {
        return false;
    }
    size_t size =
        mem->top->size < GROWN_BLOCK_BYTES / 2 ? mem->top->size * 2 : GROWN_BLOCK_BYTES;
    if (size > left) {
        size = left;
    }
    if (size < needed) {
        size = needed;
    }
    block *made = block_new(size, mem->top);
    if (made == NULL) {
        return false;
    }
    mem->used_below += mem->top->used;
    mem->held += size;
    mem->top = made;
    return true;
}

void *cds_alloc_raw(cds_arena *mem, size_t bytes)
{
    if (bytes > PTRDIFF_MAX) {
        return NULL;
    }
    size_t needed = aligned(bytes);
    if (needed > mem->top->size - mem->top->used && !block_add(mem, needed)) {
        return NULL;
    }
    void *piece = mem->top->data + mem->top->used;
    mem->top->used += needed;
    CDS_UNPOISON(piece, bytes);
    return piece;
}

void *cds_alloc(cds_arena *mem, size_t bytes)
{
    void *piece = cds_alloc_raw(mem, bytes);
    return piece == NULL ? NULL : memset(piece, 0, bytes);
}

// The newest piece ends where its block's free room begins.
static bool grow_in_place(cds_arena *mem, char *piece, size_t old_bytes, size_t new_bytes)
{
    block *top = mem->top;
    size_t old_size = aligned(old_bytes);
    if (top->used < old_size || piece != top->data + (top->used - old_size)) {
        return false;
    }
    size_t start = top->used - old_size;
    if (new_bytes > top->size || aligned(new_bytes) > top->size - start) {
        return false;
    }
    top->used = start + aligned(new_bytes);
    CDS_UNPOISON(piece, new_bytes);
    return true;
}

void *cds_alloc_grow(cds_arena *mem, void *piece, size_t old_bytes, size_t new_bytes)
{
    CDS_PROMISE(new_bytes >= old_bytes);
    if (piece != NULL && grow_in_place(mem, piece, old_bytes, new_bytes)) {
        return piece;
    }
    void *moved = cds_alloc_raw(mem, new_bytes);
    if (moved != NULL && piece != NULL) {
        memcpy(moved, piece, old_bytes);
        CDS_POISON(piece, old_bytes);
    }
    return moved;
}

size_t cds_arena_used_bytes(const cds_arena *mem)
{
    return mem->used_below + mem->top->used;
}
