// SPDX-License-Identifier: Apache-2.0
// What an erasure says of the entries it erased.
#include "server/record/erasure.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/facts/json.h"
#include "server/record/entry.h"

cds_status srv_entry_remains(cds_ctx *ctx, const srv_entry *entry, cds_sha256 *out)
{
    cds_text text;
    const cds_status status = srv_entry_text(ctx, entry, &text);
    const cds_text leaf = {(const char *)entry->leaf.bytes, sizeof entry->leaf.bytes};
    if (status == CDS_OK)
        *out = cds_digest((cds_text[]){leaf, text}, 2);
    return status;
}

cds_status srv_erasure_write(cds_ctx *ctx, const srv_erasure *what, cds_text *out)
{
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_char(&buf, '{');
    if (what->by.data != NULL) {
        cds_buf_word(&buf, "\"by\":");
        cds_buf_json(&buf, what->by);
        cds_buf_char(&buf, ',');
    }
    cds_buf_word(&buf, "\"erased\":[");
    for (size_t i = 0; i < what->count; i++) {
        const srv_erased *one = &what->list[i];
        char remains[CDS_SHA256_HEX + 1];
        cds_digest_hex(&one->remains, remains);
        cds_buf_comma(&buf);
        cds_buf_format(&buf, "{\"entry\":%lld,\"id\":\"%s\",\"remains\":\"sha256:%s\"}",
                       (long long)one->number, one->id, remains);
    }
    cds_buf_word(&buf, "],\"reason\":");
    cds_buf_json(&buf, what->reason);
    cds_buf_char(&buf, '}');
    return cds_buf_end(ctx, &buf, out);
}

static bool read_one(const cds_json *item, srv_erased *out)
{
    const cds_json *entry = cds_json_member(item, CDS_TEXT("entry"));
    const cds_json *id = cds_json_member(item, CDS_TEXT("id"));
    const cds_json *remains = cds_json_member(item, CDS_TEXT("remains"));
    if (entry == NULL || entry->kind != CDS_JSON_NUMBER || id == NULL ||
        id->kind != CDS_JSON_STRING || id->text.length != SRV_ID_LENGTH || remains == NULL ||
        remains->kind != CDS_JSON_STRING || !cds_text_starts(remains->text, "sha256:"))
        return false;
    out->number = (int64_t)entry->number;
    memcpy(out->id, id->text.data, SRV_ID_LENGTH);
    out->id[SRV_ID_LENGTH] = '\0';
    return cds_digest_read(cds_text_from(remains->text, strlen("sha256:")), &out->remains);
}

cds_status srv_erasure_read(cds_ctx *ctx, cds_text detail, const srv_erased **out,
                            size_t *count)
{
    const cds_json *json;
    const cds_status status = cds_json_parse(ctx, detail, &json);
    if (status != CDS_OK)
        return status;
    const cds_json *list = cds_json_member(json, CDS_TEXT("erased"));
    if (list == NULL || list->kind != CDS_JSON_ARRAY)
        return cds_fail(ctx, CDS_INVALID, "", "an erasure cannot be read");
    srv_erased *items = cds_alloc(ctx->mem, (list->count + 1) * sizeof *items);
    if (items == NULL)
        return cds_fail_memory(ctx);
    *count = 0;
    for (const cds_json *at = list->child; at != NULL; at = at->next) {
        if (!read_one(at, &items[(*count)++]))
            return cds_fail(ctx, CDS_INVALID, "", "an erasure cannot be read");
    }
    *out = items;
    return CDS_OK;
}
