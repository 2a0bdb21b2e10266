// SPDX-License-Identifier: Apache-2.0
// Issue codes by status; pointers as FHIRPath, which is how FHIR names a place.
#include "server/fhir/outcome.h"

typedef struct issue_code {
    int status;
    const char *code; // http://hl7.org/fhir/issue-type
} issue_code;

static const char *code_of(int status)
{
    static const issue_code list[] = {
        {400, "invalid"},       {401, "login"},         {403, "forbidden"}, {404, "not-found"},
        {405, "not-supported"}, {406, "not-supported"}, {408, "timeout"},   {409, "conflict"},
        {410, "deleted"},       {412, "required"},      {413, "too-long"},  {414, "too-long"},
        {415, "not-supported"}, {422, "invalid"},       {429, "throttled"}, {431, "too-long"},
        {501, "not-supported"}, {503, "transient"},
    };
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        if (list[i].status == status)
            return list[i].code;
    }
    return status < 500 ? "processing" : "exception";
}

static bool is_number(cds_text text)
{
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    }
    return text.length > 0;
}

/** `/feedback/0/card` as `feedback[0].card`. */
static void put_path(cds_buf *buf, cds_text pointer)
{
    size_t at = 0;
    while (at < pointer.length) {
        const size_t from = ++at;
        while (at < pointer.length && pointer.data[at] != '/')
            at++;
        const cds_text part = {pointer.data + from, at - from};
        const bool is_index = is_number(part);
        if (from > 1 && !is_index)
            cds_buf_char(buf, '.');
        if (is_index)
            cds_buf_char(buf, '[');
        cds_buf_json_inside(buf, part);
        if (is_index)
            cds_buf_char(buf, ']');
    }
}

static void put_issue(cds_buf *buf, int status, cds_text detail, cds_text pointer)
{
    cds_buf_comma(buf);
    cds_buf_format(buf, "{\"severity\":\"%s\",\"code\":\"%s\",\"details\":{\"text\":",
                   status < 500 ? "error" : "fatal", code_of(status));
    cds_buf_json(buf, detail);
    cds_buf_char(buf, '}');
    if (pointer.length > 0) {
        cds_buf_word(buf, ",\"expression\":[\"");
        put_path(buf, pointer);
        cds_buf_word(buf, "\"]");
    }
}

void srv_outcome_write(cds_buf *buf, const srv_problem *problem)
{
    const cds_faults *faults = problem->faults;
    const char *detail =
        problem->detail != NULL ? problem->detail : srv_status_words(problem->status);
    cds_buf_word(buf, "{\"resourceType\":\"OperationOutcome\",\"issue\":[");
    for (size_t i = 0; faults != NULL && i < faults->count; i++) {
        put_issue(buf, problem->status, faults->list[i].detail, faults->list[i].pointer);
        cds_buf_char(buf, '}');
    }
    if (faults == NULL || faults->count == 0) {
        put_issue(buf, problem->status, cds_text_of(detail), (cds_text){0});
        if (problem->offset >= 0)
            cds_buf_format(buf, ",\"diagnostics\":\"byte %lld of the body, counted from 0\"",
                           problem->offset);
        cds_buf_char(buf, '}');
    }
    cds_buf_word(buf, "]}");
}
