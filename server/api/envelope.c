// SPDX-License-Identifier: Apache-2.0
// Renders envelopes; members in the order of api.md.
#include "server/api/envelope.h"

#include "engine/base/buf.h"
#include "server/record/entry.h"

#define AROUND_BYTES 1024 // id, times, release, engine and log are under 600

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

cds_status srv_envelope_reserve(cds_ctx *ctx, cds_text shown, cds_buf *buf)
{
    return cds_buf_reserve(ctx, buf, shown.length + AROUND_BYTES);
}

void srv_envelope_write(cds_buf *buf, const srv_entry *entry, cds_text shown)
{
    char time[25];
    char leaf[CDS_SHA256_HEX + 1];
    srv_time_format(entry->time_ms, time);
    cds_digest_hex(&entry->leaf, leaf);
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
    cds_buf_text(buf, inside(shown));
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
    srv_envelope_write(&buf, entry, shown);
    return cds_buf_end(ctx, &buf, out);
}

cds_status srv_envelope_of_rehearsal(cds_ctx *ctx, const srv_release *release,
                                     const srv_assessed *assessed, cds_text shown,
                                     cds_text *out)
{
    char time[25];
    cds_buf buf;
    srv_time_format(srv_time_now_ms(), time);
    cds_buf_init(&buf, ctx->mem);
    (void)cds_buf_has_room(&buf, shown.length + release->envelope.length + AROUND_BYTES);
    cds_buf_word(&buf, "{\"evaluated_at\":\"");
    cds_buf_word(&buf, time);
    cds_buf_word(&buf, "\",\"recorded\":false");
    write_day(&buf, cds_text_of(assessed->assessed_on), assessed->assessed_on_assumed);
    cds_buf_char(&buf, ',');
    cds_buf_text(&buf, release->envelope);
    cds_buf_char(&buf, ',');
    cds_buf_text(&buf, inside(shown));
    cds_buf_char(&buf, '}');
    return cds_buf_end(ctx, &buf, out);
}
