// SPDX-License-Identifier: Apache-2.0
// Every allocation the engine and its parts make, counted and made to fail. The linker puts
// these in place of malloc and its kin (tests/CMakeLists.txt).
#pragma once

#include <malloc.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

void *__real_malloc(size_t bytes);
void *__real_calloc(size_t count, size_t bytes);
void *__real_realloc(void *piece, size_t bytes);
void __real_free(void *piece);
void *__wrap_malloc(size_t bytes);
void *__wrap_calloc(size_t count, size_t bytes);
void *__wrap_realloc(void *piece, size_t bytes);
void __wrap_free(void *piece);

typedef struct allocations {
    long made;      // so far
    long fail_from; // the first that fails, from 1; 0: none does
    long fail_to;   // the last
    long live;      // pieces
    size_t live_bytes, peak_bytes;
} allocations;

static allocations allocated;

static inline bool allocation_fails(void)
{
    allocated.made++;
    return allocated.fail_from != 0 && allocated.made >= allocated.fail_from &&
           allocated.made <= allocated.fail_to;
}

static inline void *allocation_note(void *piece)
{
    if (piece != NULL) {
        allocated.live++;
        allocated.live_bytes += malloc_usable_size(piece);
    }
    if (allocated.live_bytes > allocated.peak_bytes) {
        allocated.peak_bytes = allocated.live_bytes;
    }
    return piece;
}

static inline void allocation_forget(void *piece)
{
    if (piece != NULL) {
        allocated.live--;
        allocated.live_bytes -= malloc_usable_size(piece);
    }
}

void *__wrap_malloc(size_t bytes)
{
    return allocation_fails() ? NULL : allocation_note(__real_malloc(bytes));
}

void *__wrap_calloc(size_t count, size_t bytes)
{
    return allocation_fails() ? NULL : allocation_note(__real_calloc(count, bytes));
}

void *__wrap_realloc(void *piece, size_t bytes)
{
    if (allocation_fails()) {
        return NULL;
    }
    allocation_forget(piece);
    return allocation_note(__real_realloc(piece, bytes));
}

void __wrap_free(void *piece)
{
    allocation_forget(piece);
    __real_free(piece);
}

/** Counts anew; from now on number `from` to number `to` fail. */
static inline void allocations_fail(long from, long to)
{
    allocated.made = 0;
    allocated.fail_from = from;
    allocated.fail_to = to;
}

/** How high the heap stands now, which becomes the peak. */
static inline size_t allocations_level(void)
{
    allocated.peak_bytes = allocated.live_bytes;
    return allocated.peak_bytes;
}
