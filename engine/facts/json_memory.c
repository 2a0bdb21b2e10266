// SPDX-License-Identifier: Apache-2.0
// cJSON's hooks know no context, so each thread has the room of the text it reads.
#include "engine/facts/json_memory.h"

#include <stdalign.h>
#include <threads.h>

#define ALIGNMENT alignof(max_align_t)
#define STRINGS_A_VALUE 2 // its name and its text, each with a NUL and what alignment takes

typedef struct room {
    char *at;
    size_t left;
} room;

static thread_local room reading;

static void *take(size_t bytes)
{
    const size_t needed = (bytes + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
    char *piece = reading.at;
    if (needed > reading.left) {
        return NULL;
    }
    reading.at += needed;
    reading.left -= needed;
    return piece;
}

static void leave(void *piece)
{
    (void)piece; // it goes with its room
}

static void set_hooks(void)
{
    cJSON_InitHooks(&(cJSON_Hooks){.malloc_fn = take, .free_fn = leave});
}

// What the tree of a text with so many values takes at most.
static size_t tree_bytes(cds_text text, size_t values)
{
    const size_t string = 1 + ALIGNMENT;
    return text.length + values * (sizeof(cJSON) + STRINGS_A_VALUE * string);
}

const cJSON *cds_json_tree(cds_arena *mem, cds_text text, size_t values)
{
    static once_flag once = ONCE_FLAG_INIT;
    call_once(&once, set_hooks);
    const size_t bytes = tree_bytes(text, values);
    reading = (room){cds_alloc_raw(mem, bytes), bytes};
    const cJSON *tree = reading.at == NULL
                            ? NULL
                            : cJSON_ParseWithLengthOpts(text.data, text.length + 1, NULL, 1);
    reading = (room){NULL, 0};
    return tree;
}
