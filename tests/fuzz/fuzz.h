// SPDX-License-Identifier: Apache-2.0
// What the fuzz targets share. A target is one file with LLVMFuzzerTestOneInput, its seeds are
// in corpus/<target>/; CMakeLists.txt takes every .c file of this folder.
#pragma once

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *count, char ***words);

#define FUZZ_ARENA_BYTES ((size_t)16 << 20)

/** What must hold of every input; else the process ends and libFuzzer keeps the input. */
#define FUZZ_EXPECT(condition)                                                                 \
    ((condition) ? (void)0 : cds_panic(__FILE__, __LINE__, #condition))

static inline cds_ctx fuzz_ctx(size_t bytes)
{
    cds_ctx ctx = {.mem = cds_arena_new(bytes)};
    FUZZ_EXPECT(ctx.mem != NULL);
    return ctx;
}

static inline cds_text fuzz_text(const uint8_t *data, size_t size)
{
    return (cds_text){(const char *)data, size};
}
