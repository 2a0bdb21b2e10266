// SPDX-License-Identifier: Apache-2.0
// Steps to canonical JSON and back.
#include "server/governance/step.h"

#include <string.h>

#include "engine/base/base64.h"

static const struct {
    const char *action, *kind, *role;
} words[] = {
#define SRV_STEP_WORDS(name, action, kind, role) {action, kind, role},
    SRV_STEPS(SRV_STEP_WORDS)
#undef SRV_STEP_WORDS
};

#define STEPS (sizeof words / sizeof *words)

const char *srv_step_action(srv_step_kind kind)
{
    return words[kind].action;
}

const char *srv_step_entry_kind(srv_step_kind kind)
{
    return words[kind].kind;
}

const char *srv_step_role(srv_step_kind kind)
{
    return words[kind].role;
}

bool srv_step_is(const char *entry_kind, srv_step_kind *out)
{
    for (size_t i = 0; i < STEPS; i++) {
        if (strcmp(words[i].kind, entry_kind) == 0) {
            *out = (srv_step_kind)i;
            return true;
        }
    }
    return false;
}

static void write_base64(cds_buf *buf, const char *name, const void *bytes, size_t length)
{
    cds_buf_comma(buf);
    cds_buf_json(buf, cds_text_of(name));
    cds_buf_word(buf, ":\"");
    cds_buf_base64(buf, bytes, length);
    cds_buf_char(buf, '"');
}

cds_status srv_step_signed_text(cds_ctx *ctx, const srv_step *step, cds_text *out)
{
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_char(&buf, '{');
    cds_buf_member(&buf, "action", cds_text_of(srv_step_action(step->kind)));
    cds_buf_member(&buf, "digest", step->digest);
    cds_buf_member(&buf, "reason", step->reason);
    cds_buf_member(&buf, "time", step->time);
    cds_buf_char(&buf, '}');
    return cds_buf_end(ctx, &buf, out);
}

bool srv_step_signature_holds(cds_ctx *ctx, const srv_step *step)
{
    cds_text covered;
    return step->is_signed && srv_step_signed_text(ctx, step, &covered) == CDS_OK &&
           cds_signature_holds(&step->key, covered, &step->signature);
}

cds_status srv_step_detail(cds_ctx *ctx, const srv_step *step, cds_text *out)
{
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_char(&buf, '{');
    cds_buf_member(&buf, "accepted", step->accepted);
    if (step->checks.data != NULL) {
        cds_buf_comma(&buf);
        cds_buf_word(&buf, "\"checks\":");
        cds_buf_text(&buf, step->checks);
    }
    cds_buf_member(&buf, "digest", step->digest);
    cds_buf_member(&buf, "from", step->from);
    if (step->is_signed)
        write_base64(&buf, "key", step->key.bytes, sizeof step->key.bytes);
    cds_buf_member(&buf, "name", step->name);
    cds_buf_member(&buf, "reason", step->reason);
    if (step->is_signed)
        write_base64(&buf, "signature", step->signature.bytes, sizeof step->signature.bytes);
    cds_buf_member(&buf, "time", step->time);
    cds_buf_char(&buf, '}');
    return cds_buf_end(ctx, &buf, out);
}

static cds_text text_member(const cds_json *detail, const char *name)
{
    const cds_json *member = cds_json_member(detail, cds_text_of(name));
    return member != NULL && member->kind == CDS_JSON_STRING ? member->text
                                                             : (cds_text){NULL, 0};
}

static bool read_signature(const cds_json *detail, srv_step *out)
{
    cds_text key = text_member(detail, "key");
    cds_text signature = text_member(detail, "signature");
    out->is_signed = signature.data != NULL;
    return !out->is_signed ||
           (key.data != NULL && cds_base64_read(key, out->key.bytes, sizeof out->key.bytes) &&
            cds_base64_read(signature, out->signature.bytes, sizeof out->signature.bytes));
}

/** Its own canonical text again: what is inside needs no other order. */
static cds_status read_checks(cds_ctx *ctx, const cds_json *detail, cds_text *out)
{
    const cds_json *checks = cds_json_member(detail, CDS_TEXT("checks"));
    cds_buf buf;
    if (checks == NULL)
        return CDS_OK;
    cds_buf_init(&buf, ctx->mem);
    cds_json_write(&buf, checks);
    return cds_buf_end(ctx, &buf, out);
}

cds_status srv_step_read(cds_ctx *ctx, const srv_entry *entry, srv_step *out)
{
    const cds_json *detail = NULL;
    srv_step step = {
        .client = entry->client, .entry = entry->number, .kept_ms = entry->time_ms};
    CDS_PROMISE(srv_step_is(entry->kind, &step.kind));
    cds_status status = cds_json_parse(ctx, entry->detail, &detail);
    if (status != CDS_OK)
        return status;
    step.digest = text_member(detail, "digest");
    step.name = text_member(detail, "name");
    step.reason = text_member(detail, "reason");
    step.time = text_member(detail, "time");
    step.from = text_member(detail, "from");
    step.accepted = text_member(detail, "accepted");
    if (step.digest.length != SRV_DIGEST_LENGTH || !read_signature(detail, &step))
        return cds_fail(ctx, CDS_MALFORMED, "", "a step of a release cannot be read");
    status = read_checks(ctx, detail, &step.checks);
    *out = step;
    return status;
}

const char *srv_step_judge(cds_ctx *ctx, const srv_entry *entry)
{
    srv_step step = {0};
    if (!srv_step_is(entry->kind, &step.kind))
        return NULL;
    if (srv_step_read(ctx, entry, &step) != CDS_OK)
        return "it is no step of a release that can be read";
    return step.is_signed && !srv_step_signature_holds(ctx, &step)
               ? "its signature is not that of the key it names"
               : NULL;
}
