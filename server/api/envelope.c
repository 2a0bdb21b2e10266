// SPDX-License-Identifier: Apache-2.0
// Renders envelopes; members in the order of api.md.
#include "server/api/envelope.h"

#include <string.h>

#include "engine/base/buf.h"
#include "server/record/entry.h"

// On either side: id, times, release, engine and log are under 1,000.
#define AROUND_BYTES ((size_t)1024)

static void write_day(cds_buf *buf, cds_text day, bool assumed)
{
    if (day.length == 0)
        return;
    cds_buf_word(buf, ",\"assessed_on\":\"");
    cds_buf_text(buf, day);
    cds_buf_word(buf, assumed ? "\",\"assessed_on_assumed\":true" : "\"");
}

/** The members of an object's text, without its braces. */
static cds_text inside(cds_text object)
{
    CDS_PROMISE(object.length >= 2 && object.data[0] == '{');
    return (cds_text){object.data + 1, object.length - 2};
}

void srv_envelope_write_release(cds_buf *buf, const srv_entry *entry)
{
    char time[25];
    srv_time_format(entry->release_activated_ms, time);
    cds_buf_word(buf, "\"release\":{\"digest\":");
    cds_buf_json(buf, entry->release);
    cds_buf_word(buf, ",\"name\":");
    cds_buf_json(buf, entry->release_name);
    cds_buf_word(buf, ",\"activated_at\":\"");
    cds_buf_word(buf, time);
    cds_buf_word(buf, "\"}");
}

/** All that comes before the decision's members. */
static void write_before(cds_buf *buf, const srv_entry *entry)
{
    char time[25];
    srv_time_format(entry->time_ms, time);
    cds_buf_word(buf, "{\"id\":\"");
    cds_buf_word(buf, entry->id);
    cds_buf_word(buf, "\",\"evaluated_at\":\"");
    cds_buf_word(buf, time);
    cds_buf_word(buf, "\",\"recorded\":true");
    write_day(buf, entry->assessed_on, entry->assessed_on_assumed);
    cds_buf_char(buf, ',');
    srv_envelope_write_release(buf, entry);
    cds_buf_word(buf, ",\"engine\":");
    cds_buf_json(buf, entry->engine);
    cds_buf_char(buf, ',');
}

/** All that comes after them. */
static void write_after(cds_buf *buf, const srv_entry *entry)
{
    char leaf[CDS_SHA256_HEX + 1];
    cds_digest_hex(&entry->leaf, leaf);
    cds_buf_word(buf, ",\"log\":{\"entry\":");
    cds_buf_int(buf, entry->number);
    cds_buf_word(buf, ",\"leaf\":\"sha256:");
    cds_buf_word(buf, leaf);
    cds_buf_word(buf, "\"}}");
}

cds_status srv_envelope_of_entry(cds_ctx *ctx, const srv_entry *entry, cds_text shown,
                                 cds_text *out)
{
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    write_before(&buf, entry);
    cds_buf_text(&buf, inside(shown));
    write_after(&buf, entry);
    return cds_buf_end(ctx, &buf, out);
}

cds_status srv_envelope_hold(cds_ctx *ctx, cds_text shown, cds_text *out)
{
    char *room = cds_alloc_raw(ctx->mem, shown.length + 2 * AROUND_BYTES);
    if (room == NULL)
        return cds_fail_memory(ctx);
    *out = (cds_text){room + AROUND_BYTES, shown.length};
    memcpy(room + AROUND_BYTES, shown.data, shown.length);
    return CDS_OK;
}

cds_text srv_envelope_close(const srv_entry *entry, cds_text held)
{
    char room[AROUND_BYTES];
    const cds_text kept = inside(held);
    cds_buf before = {.data = room, .capacity = sizeof room};
    cds_buf after = {.data = (char *)kept.data + kept.length, .capacity = AROUND_BYTES};
    write_before(&before, entry);
    write_after(&after, entry);
    char *start = (char *)kept.data - before.length;
    memcpy(start, before.data, before.length);
    return (cds_text){start, before.length + kept.length + after.length};
}

cds_status srv_envelope_around_rehearsal(cds_ctx *ctx, const srv_release *release,
                                         const srv_assessed *assessed, cds_text shown,
                                         srv_body_parts *out)
{
    char time[25];
    cds_buf buf;
    cds_text before;
    srv_time_format(srv_time_now_ms(), time);
    cds_buf_init(&buf, ctx->mem);
    (void)cds_buf_has_room(&buf, release->envelope.length + AROUND_BYTES);
    cds_buf_word(&buf, "{\"evaluated_at\":\"");
    cds_buf_word(&buf, time);
    cds_buf_word(&buf, "\",\"recorded\":false");
    write_day(&buf, cds_text_of(assessed->assessed_on), assessed->assessed_on_assumed);
    cds_buf_char(&buf, ',');
    cds_buf_text(&buf, release->envelope);
    cds_buf_char(&buf, ',');
    cds_status status = cds_buf_end(ctx, &buf, &before);
    if (status == CDS_OK)
        *out = (srv_body_parts){before, inside(shown), CDS_TEXT("}")};
    return status;
}

cds_status srv_envelope_of_rehearsal(cds_ctx *ctx, const srv_release *release,
                                     const srv_assessed *assessed, cds_text shown,
                                     cds_text *out)
{
    srv_body_parts parts;
    cds_buf buf;
    if (srv_envelope_around_rehearsal(ctx, release, assessed, shown, &parts) != CDS_OK)
        return ctx->error.status;
    cds_buf_init(&buf, ctx->mem);
    (void)cds_buf_has_room(&buf, parts.before.length + parts.inside.length + 1);
    cds_buf_text(&buf, parts.before);
    cds_buf_text(&buf, parts.inside);
    cds_buf_text(&buf, parts.after);
    return cds_buf_end(ctx, &buf, out);
}
