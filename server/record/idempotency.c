// SPDX-License-Identifier: Apache-2.0
// A chained table under one lock; the keys are digests, so their first bytes are the hash.
#include "server/record/idempotency.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define BUCKETS 4096

typedef struct running {
    cds_sha256 key;
    struct running *next;
} running;

struct srv_inflight {
    pthread_mutex_t lock;
    size_t count;
    running *buckets[BUCKETS];
};

srv_inflight *srv_inflight_new(void)
{
    srv_inflight *inflight = calloc(1, sizeof *inflight);
    if (inflight != NULL)
        CDS_PROMISE(pthread_mutex_init(&inflight->lock, NULL) == 0);
    return inflight;
}

void srv_inflight_free(srv_inflight *inflight)
{
    if (inflight == NULL)
        return;
    for (size_t i = 0; i < BUCKETS; i++) {
        while (inflight->buckets[i] != NULL) {
            running *first = inflight->buckets[i];
            inflight->buckets[i] = first->next;
            free(first);
        }
    }
    (void)pthread_mutex_destroy(&inflight->lock);
    free(inflight);
}

// The link that points at the key's node, or the chain's last, empty one.
static running **find_link(srv_inflight *inflight, const cds_sha256 *key)
{
    const size_t hash = ((size_t)key->bytes[0] << 8 | key->bytes[1]) % BUCKETS;
    running **link = &inflight->buckets[hash];
    while (*link != NULL && memcmp(&(*link)->key, key, sizeof *key) != 0)
        link = &(*link)->next;
    return link;
}

bool srv_inflight_enter(srv_inflight *inflight, const cds_sha256 *key)
{
    running *node = malloc(sizeof *node);
    if (node == NULL)
        return false;
    *node = (running){.key = *key};
    (void)pthread_mutex_lock(&inflight->lock);
    running **link = find_link(inflight, key);
    const bool entered = *link == NULL && inflight->count < SRV_INFLIGHT_MAX;
    if (entered) {
        *link = node;
        inflight->count++;
    }
    (void)pthread_mutex_unlock(&inflight->lock);
    if (!entered)
        free(node);
    return entered;
}

void srv_inflight_leave(srv_inflight *inflight, const cds_sha256 *key)
{
    (void)pthread_mutex_lock(&inflight->lock);
    running **link = find_link(inflight, key);
    running *node = *link;
    CDS_PROMISE(node != NULL);
    *link = node->next;
    inflight->count--;
    (void)pthread_mutex_unlock(&inflight->lock);
    free(node);
}
