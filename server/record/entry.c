// SPDX-License-Identifier: Apache-2.0
// Entries as canonical JSON, their ids and their leaves.
#include "server/record/entry.h"

#include <inttypes.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

#include "engine/base/date.h"

#define POOL_BYTES 256
#define DAY_MS INT64_C(86400000)
#define TIME_LENGTH 13 // of an id's 48 bits of time, with the dash among them
#define TIME_DASH_AT 8

// A thread takes from the system what some entries need. At most 256 bytes: getrandom then
// gives all of them or an error. What is given away is not kept.
void srv_random(void *bytes, size_t length)
{
    static _Thread_local uint8_t pool[POOL_BYTES];
    static _Thread_local size_t left;
    CDS_PROMISE(length <= sizeof pool);
    if (left < length) {
        const ssize_t got = getrandom(pool, sizeof pool, 0);
        CDS_PROMISE(got == (ssize_t)sizeof pool);
        left = sizeof pool;
    }
    left -= length;
    memcpy(bytes, pool + left, length);
    explicit_bzero(pool + left, length);
}

// RFC 9562, 6.2, method 1: 26 bits count within a millisecond, from a random number below half.
static uint32_t next_count(int64_t time_ms, uint32_t random)
{
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    static int64_t last_ms = -1;
    static uint32_t count;
    (void)pthread_mutex_lock(&lock);
    count = time_ms == last_ms ? count + 1 : random >> 7;
    last_ms = time_ms;
    const uint32_t mine = count & 0x3ffffff;
    (void)pthread_mutex_unlock(&lock);
    return mine;
}

void srv_entry_new_id(int64_t time_ms, char out[SRV_ID_LENGTH + 1])
{
    CDS_PROMISE(time_ms >= 0 && time_ms >> 48 == 0);
    uint64_t random[2];
    srv_random(random, sizeof random);
    const uint32_t count = next_count(time_ms, (uint32_t)random[0]);
    (void)snprintf(out, SRV_ID_LENGTH + 1, "%08x-%04x-7%03x-%04x-%012" PRIx64,
                   (unsigned)(time_ms >> 16), (unsigned)(time_ms & 0xffff),
                   (unsigned)(count >> 14 & 0xfff), 0x8000U | (unsigned)(count & 0x3fff),
                   random[1] & 0xffffffffffffU);
}

void srv_entry_first_id(int64_t time_ms, char out[SRV_ID_LENGTH + 1])
{
    CDS_PROMISE(time_ms >> 48 == 0 || time_ms < 0);
    const uint64_t from = time_ms < 0 ? 0 : (uint64_t)time_ms;
    (void)snprintf(out, SRV_ID_LENGTH + 1, "%08x-%04x", (unsigned)(from >> 16),
                   (unsigned)(from & 0xffff));
}

int64_t srv_entry_id_time(cds_text id)
{
    static const char digits[] = "0123456789abcdef";
    int64_t time_ms = 0;
    for (size_t i = 0; i < TIME_LENGTH; i++) {
        const char *digit =
            id.length == SRV_ID_LENGTH ? memchr(digits, id.data[i], sizeof digits - 1) : NULL;
        if (digit != NULL)
            time_ms = time_ms << 4 | (digit - digits);
        else if (i != TIME_DASH_AT)
            return 0;
    }
    return time_ms;
}

int64_t srv_time_now_ms(void)
{
    struct timespec now;
    CDS_PROMISE(clock_gettime(CLOCK_REALTIME, &now) == 0);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t srv_time_monotonic_ms(void)
{
    struct timespec now;
    CDS_PROMISE(clock_gettime(CLOCK_MONOTONIC, &now) == 0);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static const char no_time[] = "0000-00-00T00:00:00.000Z";

void srv_time_format(int64_t time_ms, char out[SRV_TIME_LENGTH + 1])
{
    const int64_t days = time_ms / DAY_MS - (time_ms % DAY_MS < 0);
    if (days < -719528 || days > 2932896) {
        (void)snprintf(out, SRV_TIME_LENGTH + 1, "%s", no_time);
        return;
    }
    const unsigned ms = (unsigned)(time_ms - days * DAY_MS);
    cds_date_format((cds_date){(int32_t)days}, out);
    (void)snprintf(out + CDS_DATE_LENGTH, SRV_TIME_LENGTH + 1 - CDS_DATE_LENGTH,
                   "T%02u:%02u:%02u.%03uZ", ms / 3600000 % 24, ms / 60000 % 60, ms / 1000 % 60,
                   ms % 1000);
}

cds_status srv_entry_text(cds_ctx *ctx, const srv_entry *entry, cds_text *out)
{
    char time[SRV_TIME_LENGTH + 1];
    char key[CDS_SHA256_HEX + 1];
    srv_time_format(entry->time_ms, time);
    cds_digest_hex(&entry->idempotency, key);
    const cds_text idempotency = {entry->has_idempotency ? key : NULL, CDS_SHA256_HEX};
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_char(&buf, '{');
    cds_buf_member(&buf, "assessed_on", entry->assessed_on);
    cds_buf_member(&buf, "assessment", entry->assessment);
    cds_buf_member(&buf, "client", entry->client);
    cds_buf_member(&buf, "decision", entry->decision);
    if (entry->detail.data != NULL) {
        cds_buf_comma(&buf);
        cds_buf_word(&buf, "\"detail\":");
        cds_buf_text(&buf, entry->detail);
    }
    cds_buf_member(&buf, "engine", entry->engine);
    cds_buf_member(&buf, "id", cds_text_of(entry->id));
    cds_buf_member(&buf, "idempotency", idempotency);
    cds_buf_member(&buf, "kind", cds_text_of(entry->kind));
    cds_buf_member(&buf, "node", entry->node);
    cds_buf_member(&buf, "release", entry->release);
    cds_buf_member(&buf, "time", cds_text_of(time));
    cds_buf_char(&buf, '}');
    return cds_buf_end(ctx, &buf, out);
}

cds_status srv_entry_leaf(cds_ctx *ctx, const srv_entry *entry, cds_sha256 *out)
{
    cds_text text;
    const cds_status status = srv_entry_text(ctx, entry, &text);
    if (status != CDS_OK)
        return status;
    const cds_text parts[] = {{"\0", 1}, {(const char *)entry->salt, SRV_SALT_BYTES}, text};
    *out = cds_digest(parts, 3);
    return CDS_OK;
}

cds_status srv_entry_seal(cds_ctx *ctx, srv_entry *entry)
{
    srv_random(entry->salt, sizeof entry->salt);
    return srv_entry_leaf(ctx, entry, &entry->leaf);
}
