// SPDX-License-Identifier: Apache-2.0
// The record of log_fixture.h while one piece of memory after the other is not given, and one
// statement after the other fails.
#pragma once

#include "tests/unit/log_fixture.h"

#define PIECES_OF_THE_DATABASE
#include "tests/unit/pieces.h"

#define TRIED_ALL 40   // of the first and of the last pieces
#define TRIED_MOST 250 // of those between, drawn

static cds_ctx ctx; // what is tried has its memory from here, the fixture does not

typedef struct pieces_work {
    const char *name;
    cds_status (*work)(cds_buf *out); // what it finds out, in words
} pieces_work;

/** Piece number `fails` fails, 0: none; *asked is how many were asked for. */
static inline cds_status pieces_try(const pieces_work *it, size_t fails, cds_buf *out,
                                    size_t *asked)
{
    out->length = 0;
    out->failed = false;
    cds_error_clear(&ctx);
    cds_arena_reset(ctx.mem);
    pieces_begin(fails);
    const cds_status status = it->work(out);
    *asked = pieces_end();
    return status == CDS_OK && out->failed ? cds_fail_memory(&ctx) : status;
}

/** With every piece it succeeds; how many that is. */
static inline size_t pieces_all(const pieces_work *it, cds_buf *out)
{
    size_t all;
    ck_assert_msg(pieces_try(it, 0, out, &all) == CDS_OK, "%s: %s: %s", it->name,
                  ctx.error.where, ctx.error.what);
    ck_assert_uint_gt(all, 0);
    return all;
}

/** The next to try: each at both ends, one here and there between them. */
static inline size_t pieces_next(size_t at, size_t all)
{
    const bool at_an_end = at < TRIED_ALL || at + TRIED_ALL > all;
    return at + 1 + (at_an_end ? 0 : next_random() % (2 * (all / TRIED_MOST) + 1));
}

/** Without this piece, which it does ask for, it fails and says so, and lays it on no entry. */
static inline void pieces_assert_said(const pieces_work *it, size_t at, cds_buf *out)
{
    size_t asked;
    const cds_status status = pieces_try(it, at, out, &asked);
    ck_assert_msg(asked >= at, "%s: piece %zu was not asked for", it->name, at);
    ck_assert_msg(status != CDS_OK && status != CDS_NOT_FOUND, "%s: piece %zu of no account",
                  it->name, at);
    ck_assert_msg(status != CDS_INVALID && ctx.error.what[0] != '\0', "%s: piece %zu: %s: %s",
                  it->name, at, ctx.error.where, ctx.error.what);
}
