// SPDX-License-Identifier: Apache-2.0
// A parameter is known by the resource in it, whatever its name.
#include "server/fhir/submission.h"

#include "server/fhir/resource.h"
#include "server/fhir/sources.h"

static void fault(cds_faults *faults, const char *pointer, const char *detail)
{
    if (faults->count < CDS_FAULTS_MAX)
        faults->list[faults->count++] = (cds_fault){cds_text_of(pointer), cds_text_of(detail)};
}

static cds_text pointer_to(cds_ctx *ctx, size_t parameter, int64_t entry)
{
    cds_text pointer = {0};
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_format(&buf, "/parameter/%zu/resource", parameter);
    if (entry >= 0)
        cds_buf_format(&buf, "/entry/%lld/resource", (long long)entry);
    (void)cds_buf_end(ctx, &buf, &pointer);
    return pointer;
}

/** Whether it is a response to go by, later than the one found. */
static bool is_later(const srv_submission *found, const cds_json *resource)
{
    if (!srv_fhir_is(resource, "QuestionnaireResponse") ||
        cds_text_is(srv_fhir_text(resource, "status"), "entered-in-error"))
        return false;
    return found->response == NULL ||
           cds_text_compare(srv_fhir_text(resource, "authored"),
                            srv_fhir_text(found->response, "authored")) > 0;
}

static void look_at(cds_ctx *ctx, const cds_json *resource, size_t index, srv_submission *out)
{
    int64_t entry = 0;
    if (is_later(out, resource)) {
        out->response = resource;
        out->pointer = pointer_to(ctx, index, -1);
    }
    for (const cds_json *at = srv_fhir_items(srv_fhir_member(resource, "entry")); at != NULL;
         at = at->next, entry++) {
        const cds_json *inside = srv_fhir_member(at, "resource");
        if (inside != NULL && is_later(out, inside)) {
            out->response = inside;
            out->pointer = pointer_to(ctx, index, entry);
        }
    }
}

srv_submission_walk srv_submission_walk_begin(const srv_submission *submission)
{
    return (srv_submission_walk){
        srv_fhir_items(srv_fhir_member(submission->body, "parameter"))};
}

const cds_json *srv_submission_walk_next(srv_submission_walk *walk)
{
    while (walk->parameter != NULL) {
        const cds_json *resource = srv_fhir_member(walk->parameter, "resource");
        walk->parameter = walk->parameter->next;
        if (resource != NULL && resource->kind == CDS_JSON_OBJECT)
            return resource;
    }
    return NULL;
}

/** The person the resource is, or is about; empty: it does not say. */
static cds_text reference_in(const cds_json *resource)
{
    static const char *const names[] = {"subject", "patient"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const cds_text whose = srv_fhir_text(srv_fhir_member(resource, names[i]), "reference");
        if (whose.length > 0 && whose.data[0] != '#')
            return whose;
    }
    return (cds_text){0};
}

/** Whom it is about: as the response says, else the Patient, else the first to say it. */
static void find_person(srv_submission *out)
{
    cds_text first = {0};
    out->subject = reference_in(out->response);
    out->patient = srv_fhir_reference_id(out->subject);
    srv_submission_walk walk = srv_submission_walk_begin(out);
    for (const cds_json *at = srv_submission_walk_next(&walk);
         at != NULL && out->patient.length == 0; at = srv_submission_walk_next(&walk)) {
        srv_fhir_walk inside = srv_fhir_walk_begin(at);
        for (const cds_json *one = srv_fhir_walk_next(&inside); one != NULL;
             one = srv_fhir_walk_next(&inside)) {
            if (srv_fhir_is(one, "Patient") && out->patient.length == 0)
                out->patient = srv_fhir_text(one, "id");
            if (first.length == 0)
                first = reference_in(one);
        }
    }
    if (out->patient.length == 0) {
        out->subject = first;
        out->patient = srv_fhir_reference_id(first);
    }
}

static void find_response(cds_ctx *ctx, srv_submission *out, cds_faults *faults)
{
    size_t index = 0;
    const cds_json *at = srv_fhir_items(srv_fhir_member(out->body, "parameter"));
    for (; at != NULL; at = at->next, index++) {
        const cds_json *resource = srv_fhir_member(at, "resource");
        if (resource != NULL && resource->kind == CDS_JSON_OBJECT)
            look_at(ctx, resource, index, out);
    }
    if (out->response == NULL)
        fault(faults, "/parameter",
              "one parameter holds, as `resource`, the QuestionnaireResponse to evaluate, not "
              "entered in error");
}

void srv_submission_read(cds_ctx *ctx, const cds_json *body, srv_submission *out,
                         cds_faults *faults)
{
    *out = (srv_submission){.body = body};
    if (srv_fhir_is(body, "Parameters"))
        find_response(ctx, out, faults);
    else if (!srv_fhir_is(body, "QuestionnaireResponse"))
        fault(faults, "/resourceType",
              "a QuestionnaireResponse, or Parameters with one in them");
    else if (cds_text_is(srv_fhir_text(body, "status"), "entered-in-error"))
        fault(faults, "/status", "a response that was entered in error is not evaluated");
    else
        out->response = body;
    if (out->response != NULL)
        find_person(out);
}
