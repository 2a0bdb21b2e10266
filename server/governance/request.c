// SPDX-License-Identifier: Apache-2.0
// A member that is not known is refused: a mistyped `from` must not activate at once.
#include "server/governance/request.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/base64.h"

static cds_status wrong(cds_ctx *ctx, const char *member, const char *what)
{
    return cds_fail(ctx, CDS_INVALID, member, "%s", what);
}

static int compare_paths(const void *a, const void *b)
{
    return cds_text_compare(((const cds_file *)a)->path, ((const cds_file *)b)->path);
}

static cds_status read_files(cds_ctx *ctx, const cds_json *value, srv_files *out)
{
    if (value->kind != CDS_JSON_OBJECT || value->count == 0)
        return wrong(ctx, "/files", "is an object of path and text");
    cds_file *list = cds_alloc(ctx->mem, value->count * sizeof *list);
    if (list == NULL)
        return cds_fail_memory(ctx);
    size_t count = 0;
    for (const cds_json *file = value->child; file != NULL; file = file->next) {
        if (file->kind != CDS_JSON_STRING)
            return wrong(ctx, "/files", "has a text for each path");
        list[count++] = (cds_file){file->name, file->text};
    }
    qsort(list, count, sizeof *list, compare_paths);
    *out = (srv_files){.list = list, .count = count};
    return CDS_OK;
}

/** Where a text member of the body goes, and for which step. */
typedef struct text_member {
    const char *name, *pointer;
    size_t place;
    int only; // an srv_step_kind, or -1: all
} text_member;

static const text_member texts[] = {
    {"reason", "/reason", offsetof(srv_step, reason), -1},
    {"time", "/time", offsetof(srv_step, time), -1},
    {"name", "/name", offsetof(srv_step, name), SRV_STEP_PROPOSE},
    {"from", "/from", offsetof(srv_step, from), SRV_STEP_ACTIVATE},
    {"accept_lost_emergencies", "/accept_lost_emergencies", offsetof(srv_step, accepted),
     SRV_STEP_ACTIVATE},
};

static const text_member *find_text(const srv_step *step, cds_text name)
{
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (cds_text_is(name, texts[i].name) &&
            (texts[i].only < 0 || texts[i].only == (int)step->kind))
            return &texts[i];
    }
    return NULL;
}

static cds_status read_signature(cds_ctx *ctx, const cds_json *member, srv_step *step)
{
    step->is_signed =
        member->kind == CDS_JSON_STRING &&
        cds_base64_read(member->text, step->signature.bytes, sizeof step->signature.bytes);
    return step->is_signed ? CDS_OK
                           : wrong(ctx, "/signature", "is an Ed25519 signature in base64");
}

static cds_status read_member(cds_ctx *ctx, const cds_json *member, srv_step *step,
                              srv_files *files)
{
    const text_member *text = find_text(step, member->name);
    if (cds_text_is(member->name, "signature"))
        return read_signature(ctx, member, step);
    if (step->kind == SRV_STEP_PROPOSE && cds_text_is(member->name, "files"))
        return read_files(ctx, member, files);
    if (text == NULL)
        return wrong(ctx, "", "the body has a member that is not known here");
    if (member->kind != CDS_JSON_STRING || member->text.length == 0)
        return wrong(ctx, text->pointer, "is a text that is not empty");
    memcpy((char *)step + text->place, &member->text, sizeof member->text);
    return CDS_OK;
}

static cds_status check_whole(cds_ctx *ctx, const srv_step *step, const srv_files *files)
{
    if (!step->is_signed)
        return wrong(ctx, "/signature", "is missing");
    if (step->reason.data == NULL)
        return wrong(ctx, "/reason", "is missing");
    if (step->time.data == NULL)
        return wrong(ctx, "/time", "is missing");
    if (step->kind == SRV_STEP_PROPOSE && files->count == 0)
        return wrong(ctx, "/files", "is missing");
    if (step->name.length > SRV_RELEASE_NAME_MAX)
        return wrong(ctx, "/name", "has at most 100 bytes");
    return CDS_OK;
}

cds_status srv_step_request(cds_ctx *ctx, cds_text body, srv_step *step, srv_files *files)
{
    const cds_json *json = NULL;
    cds_status status = cds_json_parse(ctx, body, &json);
    if (status == CDS_OK && json->kind != CDS_JSON_OBJECT)
        return wrong(ctx, "", "the body is an object");
    for (const cds_json *member = status == CDS_OK ? json->child : NULL;
         member != NULL && status == CDS_OK; member = member->next)
        status = read_member(ctx, member, step, files);
    return status == CDS_OK ? check_whole(ctx, step, files) : status;
}
