// SPDX-License-Identifier: Apache-2.0
// Chunks of sixty-four filters, bit by bit beside each other: a row of a chunk holds one bit of
// each, and a key's eight rows together tell in which filters it may be.
#include "server/record/key_filter.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "server/record/store.h"

#define BLOCK_KEYS UINT64_C(1024)
#define ROWS (24 * BLOCK_KEYS) // a key that is not there is taken for one in 24,000 times
#define BLOCKS 64
#define PROBES (sizeof(cds_sha256) / sizeof(uint32_t))

typedef struct chunk {
    struct chunk *older;
    int64_t index; // how many came before it
    int64_t newest_ms;
    unsigned keys; // of all blocks
    srv_key_range ranges[BLOCKS];
    uint64_t rows[ROWS];
} chunk;

struct srv_key_filter {
    pthread_rwlock_t lock;
    chunk *newest;
};

srv_key_filter *srv_key_filter_new(void)
{
    srv_key_filter *filter = calloc(1, sizeof *filter);
    if (filter != NULL)
        CDS_PROMISE(pthread_rwlock_init(&filter->lock, NULL) == 0);
    return filter;
}

static void free_chunks(chunk *newest)
{
    while (newest != NULL) {
        chunk *older = newest->older;
        free(newest);
        newest = older;
    }
}

void srv_key_filter_free(srv_key_filter *filter)
{
    if (filter == NULL)
        return;
    free_chunks(filter->newest);
    (void)pthread_rwlock_destroy(&filter->lock);
    free(filter);
}

// The key is a digest: its parts are as good as eight hashes.
static void find_rows(const cds_sha256 *key, uint32_t rows[PROBES])
{
    memcpy(rows, key, sizeof *key);
    for (size_t i = 0; i < PROBES; i++)
        rows[i] = (uint32_t)(rows[i] * ROWS >> 32);
}

/** Forgets chunks whose keys no longer count. */
static void forget(srv_key_filter *filter, int64_t before_ms)
{
    chunk **link = &filter->newest;
    while (*link != NULL && (*link)->newest_ms >= before_ms)
        link = &(*link)->older;
    free_chunks(*link);
    *link = NULL;
}

static chunk *chunk_with_room(srv_key_filter *filter, int64_t time_ms)
{
    chunk *newest = filter->newest;
    if (newest != NULL && newest->keys < BLOCKS * BLOCK_KEYS)
        return newest;
    chunk *made = calloc(1, sizeof *made);
    if (made == NULL)
        return NULL;
    made->index = newest == NULL ? 0 : newest->index + 1;
    forget(filter, time_ms - SRV_IDEMPOTENCY_MS);
    made->older = filter->newest;
    made->newest_ms = time_ms;
    filter->newest = made;
    return made;
}

static void put(chunk *into, const cds_sha256 *key, int64_t number)
{
    uint32_t rows[PROBES];
    const unsigned block = (unsigned)(into->keys / BLOCK_KEYS);
    srv_key_range *range = &into->ranges[block];
    find_rows(key, rows);
    for (size_t i = 0; i < PROBES; i++)
        into->rows[rows[i]] |= UINT64_C(1) << block;
    if (into->keys++ % BLOCK_KEYS == 0)
        *range = (srv_key_range){into->index * BLOCKS + block, number, number};
    range->first = number < range->first ? number : range->first;
    range->last = number > range->last ? number : range->last;
}

bool srv_key_filter_add(srv_key_filter *filter, const cds_sha256 *key, int64_t number,
                        int64_t time_ms)
{
    (void)pthread_rwlock_wrlock(&filter->lock);
    chunk *into = chunk_with_room(filter, time_ms);
    if (into != NULL) {
        put(into, key, number);
        into->newest_ms = time_ms > into->newest_ms ? time_ms : into->newest_ms;
    }
    (void)pthread_rwlock_unlock(&filter->lock);
    return into != NULL;
}

/** The blocks of the chunk, a bit each, that may hold the key. */
static uint64_t blocks_of(const chunk *of, const uint32_t rows[PROBES])
{
    uint64_t blocks = UINT64_MAX;
    for (size_t i = 0; i < PROBES && blocks != 0; i++)
        blocks &= of->rows[rows[i]];
    return blocks;
}

/** The newest of these blocks that comes before `range`. */
static bool take_block(const chunk *of, uint64_t blocks, srv_key_range *range)
{
    while (blocks != 0) {
        const int newest = 63 - __builtin_clzll(blocks);
        if (of->ranges[newest].block < range->block) {
            *range = of->ranges[newest];
            return true;
        }
        blocks ^= UINT64_C(1) << newest;
    }
    return false;
}

bool srv_key_filter_next(srv_key_filter *filter, const cds_sha256 *key, srv_key_range *range)
{
    uint32_t rows[PROBES];
    bool found = false;
    if (filter == NULL) {
        const bool is_first = range->block == INT64_MAX;
        *range = (srv_key_range){0, 0, INT64_MAX};
        return is_first;
    }
    find_rows(key, rows);
    (void)pthread_rwlock_rdlock(&filter->lock);
    for (const chunk *of = filter->newest; of != NULL && !found; of = of->older)
        found = take_block(of, blocks_of(of, rows), range);
    (void)pthread_rwlock_unlock(&filter->lock);
    return found;
}

bool srv_key_filter_may_hold(srv_key_filter *filter, const cds_sha256 *key)
{
    srv_key_range range = {.block = INT64_MAX};
    return srv_key_filter_next(filter, key, &range);
}
