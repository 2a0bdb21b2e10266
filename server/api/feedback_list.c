// SPDX-License-Identifier: Apache-2.0
// Reads feedback on the desk: it is found by walking what was kept since the evaluation.
#include "server/api/feedback_list.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/facts/json.h"
#include "server/api/desk.h"
#include "server/api/evaluations.h"
#include "server/api/query.h"
#include "server/record/entry.h"
#include "server/record/search.h"

static const char *const parameters[] = {"after"};

// of what was said, as the log has it; source: feedback.c, cds_hooks/feedback_entry.c
static const char *const members[] = {"rule",   "version", "outcome",
                                      "reason", "comment", "user"};

static cds_status write_one(cds_ctx *ctx, const srv_entry *entry, cds_buf *buf)
{
    const cds_json *said;
    char at[SRV_TIME_LENGTH + 1];
    char leaf[CDS_SHA256_HEX + 1];
    const cds_status status = cds_json_parse(ctx, entry->detail, &said);
    if (status != CDS_OK)
        return status;
    srv_time_format(entry->time_ms, at);
    cds_digest_hex(&entry->leaf, leaf);
    cds_buf_comma(buf);
    cds_buf_char(buf, '{');
    cds_buf_member(buf, "id", cds_text_of(entry->id));
    cds_buf_member(buf, "at", cds_text_of(at));
    cds_buf_member(buf, "by", entry->client);
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        const cds_json *value = cds_json_member(said, cds_text_of(members[i]));
        if (value != NULL)
            cds_buf_member(buf, members[i], value->text);
    }
    cds_buf_format(buf, ",\"log\":{\"entry\":%lld,\"leaf\":\"sha256:%s\"}}",
                   (long long)entry->number, leaf);
    return CDS_OK;
}

static cds_status write_list(cds_ctx *ctx, const srv_feedback_on *found, cds_text *out)
{
    cds_status status = CDS_OK;
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_word(&buf, "{\"feedback\":[");
    for (size_t i = 0; i < found->count && status == CDS_OK; i++)
        status = write_one(ctx, &found->entries[i], &buf);
    if (status != CDS_OK)
        return status;
    cds_buf_char(&buf, ']');
    if (found->more)
        cds_buf_format(&buf, ",\"next\":\"%s\"", found->entries[found->count - 1].id);
    cds_buf_char(&buf, '}');
    return cds_buf_end(ctx, &buf, out);
}

static cds_status list(cds_ctx *ctx, const srv_job *job, srv_job_answer *out)
{
    srv_entry about;
    cds_text after;
    srv_feedback_on *found = cds_alloc(ctx->mem, sizeof *found);
    if (found == NULL)
        return cds_fail_memory(ctx);
    cds_status status = srv_job_parameter(ctx, job, "after", &after);
    if (status == CDS_OK)
        status = srv_evaluations_seen(ctx, job->store, &job->caller, job->segments[0], &about);
    if (status == CDS_OK)
        status = srv_store_feedback_on(ctx, job->store, cds_text_of(about.id),
                                       after.data == NULL ? CDS_TEXT("") : after, found);
    *out = (srv_job_answer){.status = 200, .media = SRV_JSON};
    return status == CDS_OK ? write_list(ctx, found, &out->body) : status;
}

void srv_feedback_list(srv_exchange *exchange)
{
    srv_asked none;
    if (srv_query_read(exchange, parameters, 1, &none))
        srv_desk_submit(exchange, list);
}
