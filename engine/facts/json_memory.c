// SPDX-License-Identifier: Apache-2.0
// cJSON's hooks know no context, so each thread has the arena of the text it reads.
#include "engine/facts/json_memory.h"

#include <stdalign.h>
#include <threads.h>

#define STRINGS_A_VALUE 2 // its name and its text, each with a NUL and what alignment takes

static thread_local cds_arena *reading;

static void *take(size_t bytes)
{
    return cds_alloc_raw(reading, bytes);
}

static void leave(void *piece)
{
    (void)piece; // it goes with its arena
}

static void set_hooks(void)
{
    cJSON_InitHooks(&(cJSON_Hooks){.malloc_fn = take, .free_fn = leave});
}

const cJSON *cds_json_tree(cds_arena *mem, cds_text text)
{
    static once_flag once = ONCE_FLAG_INIT;
    call_once(&once, set_hooks);
    reading = mem;
    const cJSON *tree = cJSON_ParseWithLengthOpts(text.data, text.length + 1, NULL, 1);
    reading = NULL;
    return tree;
}

size_t cds_json_tree_bytes(cds_text text, size_t values)
{
    const size_t string = 1 + alignof(max_align_t);
    return text.length + values * (sizeof(cJSON) + STRINGS_A_VALUE * string);
}
