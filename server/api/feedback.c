// SPDX-License-Identifier: Apache-2.0
// Reads feedback strictly, finds the version that was shown, keeps it, and only then answers.
#include "server/api/feedback.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/facts/json.h"
#include "server/api/evaluations.h"
#include "server/api/faults.h"
#include "server/api/keeping.h"
#include "server/http/server.h"
#include "server/record/entry.h"
#include "server/record/shown.h"

#define REASON_MAX 64
#define COMMENT_MAX 4000

typedef struct feedback {
    srv_exchange *exchange;
    srv_pending pending;
    cds_text rule, version, outcome;
    cds_text reason, comment; // data NULL: none
    bool kept;
} feedback;

/** Takes the member's text; `value` of another kind has none. */
static cds_text text_of(const cds_json *value)
{
    return value->kind == CDS_JSON_STRING ? value->text : (cds_text){NULL, 0};
}

bool srv_feedback_is_code(cds_text text)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
    for (size_t i = 0; i < text.length; i++) {
        if (memchr(allowed, text.data[i], sizeof allowed - 1) == NULL)
            return false;
    }
    return text.length >= 1 && text.length <= REASON_MAX;
}

static const char *take_rule(cds_text value, feedback *out)
{
    out->rule = value;
    return value.length > 0 ? NULL : "This is the id of a rule.";
}

static const char *take_outcome(cds_text value, feedback *out)
{
    out->outcome = value;
    return cds_text_is(value, "accepted") || cds_text_is(value, "overridden")
               ? NULL
               : "This is accepted or overridden.";
}

static const char *take_reason(cds_text value, feedback *out)
{
    out->reason = value;
    return srv_feedback_is_code(value)
               ? NULL
               : "This is a code to be counted, of 1 to 64 lower-case letters, digits "
                 "and dashes; sentences go into comment.";
}

static const char *take_comment(cds_text value, feedback *out)
{
    out->comment = value;
    return value.data != NULL && value.length <= COMMENT_MAX
               ? NULL
               : "This is a text of up to 4000 bytes.";
}

static const struct {
    const char *name, *pointer;
    const char *(*take)(cds_text value, feedback *out);
} members[] = {{"rule", "/rule", take_rule},
               {"outcome", "/outcome", take_outcome},
               {"reason", "/reason", take_reason},
               {"comment", "/comment", take_comment}};
#define MEMBERS (sizeof members / sizeof *members)

static void add_fault(cds_faults *faults, const char *pointer, const char *detail)
{
    if (faults->count < CDS_FAULTS_MAX)
        faults->list[faults->count++] = (cds_fault){cds_text_of(pointer), cds_text_of(detail)};
}

static void take_member(const cds_json *member, feedback *out, cds_faults *faults)
{
    for (size_t i = 0; i < MEMBERS; i++) {
        if (!cds_text_is(member->name, members[i].name))
            continue;
        const char *wrong = members[i].take(text_of(member), out);
        if (wrong != NULL)
            add_fault(faults, members[i].pointer, wrong);
        return;
    }
    add_fault(faults, "",
              "The members are rule, outcome, reason and comment; here is another.");
}

static cds_status read_body(cds_ctx *ctx, cds_text body, feedback *out, cds_faults *faults)
{
    const cds_json *json;
    cds_status status = cds_json_parse(ctx, body, &json);
    if (status != CDS_OK)
        return status;
    if (json->kind != CDS_JSON_OBJECT)
        add_fault(faults, "", "Feedback is an object.");
    for (const cds_json *one = json->child; one != NULL; one = one->next)
        take_member(one, out, faults);
    for (size_t i = 0; i < 2; i++) {
        if (json->kind == CDS_JSON_OBJECT &&
            cds_json_member(json, cds_text_of(members[i].name)) == NULL)
            add_fault(faults, "", i == 0 ? "rule is missing." : "outcome is missing.");
    }
    return CDS_OK;
}

static void find_version(cds_text decision, feedback *out, cds_faults *faults)
{
    srv_shown_walk walk = srv_shown_begin(decision);
    srv_shown one;
    while (srv_shown_next(&walk, &one)) {
        if (one.is_rule && cds_text_equal(one.name, out->rule)) {
            out->version = one.value;
            return;
        }
    }
    add_fault(faults, "/rule", "This is no rule that the evaluation showed.");
}

/** RFC 8785: members in the order of their names. */
static cds_status write_detail(cds_ctx *ctx, const feedback *it, const char *evaluation,
                               cds_text *out)
{
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_char(&buf, '{');
    cds_buf_member(&buf, "comment", it->comment);
    cds_buf_member(&buf, "evaluation", cds_text_of(evaluation));
    cds_buf_member(&buf, "outcome", it->outcome);
    cds_buf_member(&buf, "reason", it->reason);
    cds_buf_member(&buf, "rule", it->rule);
    cds_buf_member(&buf, "version", it->version);
    cds_buf_char(&buf, '}');
    return cds_buf_end(ctx, &buf, out);
}

static cds_status fill_entry(cds_ctx *ctx, feedback *it, const srv_service *service,
                             const srv_entry *about)
{
    srv_entry *entry = &it->pending.entry;
    entry->kind = SRV_KIND_FEEDBACK;
    entry->time_ms = srv_time_now_ms();
    srv_entry_new_id(entry->time_ms, entry->id);
    entry->node = srv_writer_node(service->writer);
    entry->client = cds_text_of(srv_exchange_caller(it->exchange)->name);
    cds_status status = write_detail(ctx, it, about->id, &entry->detail);
    return status == CDS_OK ? srv_entry_seal(ctx, entry) : status;
}

/** On the worker's thread again: says what was kept, without the comment. */
static void finished(void *user)
{
    feedback *it = user;
    cds_ctx *ctx = srv_exchange_ctx(it->exchange);
    const srv_entry *entry = &it->pending.entry;
    char leaf[CDS_SHA256_HEX + 1];
    cds_text body;
    cds_buf buf;
    if (!it->kept) {
        srv_keeping_answer_unkept(it->exchange);
        return;
    }
    cds_digest_hex(&entry->leaf, leaf);
    cds_buf_init(&buf, ctx->mem);
    cds_buf_char(&buf, '{');
    cds_buf_member(&buf, "id", cds_text_of(entry->id));
    cds_buf_member(&buf, "rule", it->rule);
    cds_buf_member(&buf, "version", it->version);
    cds_buf_member(&buf, "outcome", it->outcome);
    cds_buf_format(&buf, ",\"log\":{\"entry\":%lld,\"leaf\":\"sha256:%s\"}}",
                   (long long)entry->number, leaf);
    if (cds_buf_end(ctx, &buf, &body) == CDS_OK)
        srv_exchange_answer(it->exchange, 202, SRV_JSON, body);
    else
        srv_exchange_fail(it->exchange);
}

/** On the writer's thread: hands over. */
static void written(srv_pending *pending, bool kept)
{
    feedback *it = pending->user;
    it->kept = kept;
    srv_worker_post(srv_exchange_worker(it->exchange), finished, it);
}

static void keep(feedback *it, const srv_service *service, const srv_entry *about)
{
    if (fill_entry(srv_exchange_ctx(it->exchange), it, service, about) != CDS_OK) {
        srv_exchange_fail(it->exchange);
        return;
    }
    it->pending.done = written;
    it->pending.user = it;
    if (!srv_writer_submit(service->writer, &it->pending))
        srv_keeping_answer_unkept(it->exchange);
}

void srv_feedback_post(srv_exchange *exchange)
{
    cds_ctx *ctx = srv_exchange_ctx(exchange);
    srv_slot *slot = srv_worker_slot(srv_exchange_worker(exchange));
    feedback *it = cds_alloc(ctx->mem, sizeof *it);
    srv_entry *about = cds_alloc(ctx->mem, sizeof *about);
    cds_faults *faults = cds_alloc(ctx->mem, sizeof *faults);
    CDS_PROMISE(it != NULL && about != NULL && faults != NULL); // of a fresh request's memory
    it->exchange = exchange;
    cds_status status = srv_evaluations_find(exchange, slot, about);
    if (status == CDS_OK)
        status = read_body(ctx, srv_exchange_request(exchange)->body, it, faults);
    if (status == CDS_OK && it->rule.length > 0)
        find_version(about->decision, it, faults);
    if (status != CDS_OK)
        srv_exchange_fail(exchange);
    else if (faults->count > 0)
        srv_faults_answer(exchange, "The feedback has faults; each is listed with its pointer.",
                          faults);
    else
        keep(it, slot->service, about);
}
