// SPDX-License-Identifier: Apache-2.0
// Any bytes as an HTTP request: head and body read byte by byte and in one piece agree on the
// verdict, on where the request ends and on what its body says.
#include <string.h>

#include "server/http/chunked.h"
#include "server/http/head.h"

#include "fuzz.h"

typedef struct reading {
    srv_progress progress;
    int status;
    size_t head_bytes;
    size_t body_bytes;
    char *bytes;
} reading;

/** Scans with `step` more bytes each time. */
static void read_head(reading *it, size_t size, size_t step)
{
    srv_guard guard;
    srv_refusal why = {0};
    srv_guard_begin(&guard);
    it->progress = SRV_MORE;
    for (size_t given = step; it->progress == SRV_MORE; given += step) {
        const size_t length = given < size ? given : size;
        it->progress =
            srv_guard_scan(&guard, (cds_text){it->bytes, length}, &srv_default_limits, &why);
        if (length == size) {
            break;
        }
    }
    it->status = why.status;
    it->head_bytes = guard.at;
    if (it->progress == SRV_WHOLE) {
        FUZZ_EXPECT(guard.start <= guard.at && guard.at <= size);
        srv_request request = {0};
        srv_bytes head = {it->bytes + guard.start, guard.at - guard.start};
        if (!srv_head_read(&request, head, &why)) {
            FUZZ_EXPECT(why.status >= 400 && why.detail != NULL);
            it->progress = SRV_REFUSED;
            it->status = why.status;
        }
    }
}

static void read_chunks(reading *it, size_t size, size_t step)
{
    srv_chunked chunked;
    srv_refusal why = {0};
    size_t to = it->head_bytes;
    srv_chunked_begin(&chunked);
    it->progress = SRV_MORE;
    for (size_t from = to; from < size && it->progress == SRV_MORE;) {
        const size_t end = size - from < step ? size : from + step;
        srv_body_span span = {it->bytes, to, from, end};
        it->progress = srv_chunked_read(&chunked, &span, &why);
        FUZZ_EXPECT(span.to <= span.from && span.from <= end);
        to = span.to;
        from = span.from;
    }
    it->status = why.status;
    it->body_bytes = to - it->head_bytes;
}

static reading read_all(const uint8_t *data, size_t size, size_t step, bool whole_is_body)
{
    reading it = {.bytes = malloc(size + 1)};
    FUZZ_EXPECT(it.bytes != NULL);
    memcpy(it.bytes, data, size);
    if (!whole_is_body) {
        read_head(&it, size, step);
    } else {
        read_chunks(&it, size, step);
    }
    return it;
}

static void check_alike(const uint8_t *data, size_t size, bool whole_is_body)
{
    reading slow = read_all(data, size, 1, whole_is_body);
    reading fast = read_all(data, size, size, whole_is_body);
    FUZZ_EXPECT(slow.progress == fast.progress && slow.status == fast.status);
    if (slow.progress == SRV_WHOLE) {
        FUZZ_EXPECT(slow.head_bytes == fast.head_bytes && slow.body_bytes == fast.body_bytes);
        FUZZ_EXPECT(memcmp(slow.bytes, fast.bytes, slow.head_bytes + slow.body_bytes) == 0);
    }
    free(slow.bytes);
    free(fast.bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > 0) {
        check_alike(data, size, false);
        check_alike(data, size, true);
    }
    return 0;
}
