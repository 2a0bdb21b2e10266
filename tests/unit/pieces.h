// SPDX-License-Identifier: Apache-2.0
// Every piece that is asked of an arena, counted and made to fail. The linker puts these in
// place of cds_alloc and cds_alloc_grow (tests/CMakeLists.txt).
#pragma once

#include "engine/base/arena.h"

void *__real_cds_alloc(cds_arena *mem, size_t bytes);
void *__wrap_cds_alloc(cds_arena *mem, size_t bytes);
void *__real_cds_alloc_grow(cds_arena *mem, void *piece, size_t old_bytes, size_t new_bytes);
void *__wrap_cds_alloc_grow(cds_arena *mem, void *piece, size_t old_bytes, size_t new_bytes);

static struct pieces {
    size_t asked;
    size_t fails;        // the one that is not given, from 1; 0: all are
    const void *refused; // what could not grow: less in its place is not given either
} pieces;

void *__wrap_cds_alloc(cds_arena *mem, size_t bytes)
{
    return ++pieces.asked == pieces.fails ? NULL : __real_cds_alloc(mem, bytes);
}

void *__wrap_cds_alloc_grow(cds_arena *mem, void *piece, size_t old_bytes, size_t new_bytes)
{
    const bool fails = ++pieces.asked == pieces.fails;
    if (fails)
        pieces.refused = piece;
    if (fails ||
        (pieces.fails != 0 && pieces.asked == pieces.fails + 1 && piece == pieces.refused))
        return NULL;
    return __real_cds_alloc_grow(mem, piece, old_bytes, new_bytes);
}

#ifdef PIECES_OF_THE_DATABASE
#include "server/record/store_row.h"

#define PIECES_IO_ERROR 10 // SQLITE_IOERR

int __real_srv_row_run(srv_row *row);
int __wrap_srv_row_run(srv_row *row);
int __real_srv_row_step(srv_row *row);
int __wrap_srv_row_step(srv_row *row);

/** A statement counts as a piece: it fails as on a broken disk. */
int __wrap_srv_row_run(srv_row *row)
{
    return ++pieces.asked == pieces.fails ? PIECES_IO_ERROR : __real_srv_row_run(row);
}

int __wrap_srv_row_step(srv_row *row)
{
    return ++pieces.asked == pieces.fails ? PIECES_IO_ERROR : __real_srv_row_step(row);
}
#endif

/** Counts anew; from now on number `fails` fails, once. */
static inline void pieces_begin(size_t fails)
{
    pieces.asked = 0;
    pieces.fails = fails;
}

/** How many were asked for; none fails any more. */
static inline size_t pieces_end(void)
{
    pieces.fails = 0;
    return pieces.asked;
}
