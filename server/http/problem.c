// SPDX-License-Identifier: Apache-2.0
// RFC 9457 documents, and the words of each status this service answers.
#include "server/http/problem.h"

typedef struct status_words {
    int status;
    const char *words;
} status_words;

const char *srv_status_words(int status)
{
    static const status_words list[] = {
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {204, "No Content"},
        {304, "Not Modified"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {406, "Not Acceptable"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {410, "Gone"},
        {412, "Precondition Failed"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {415, "Unsupported Media Type"},
        {417, "Expectation Failed"},
        {421, "Misdirected Request"},
        {422, "Unprocessable Content"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {503, "Service Unavailable"},
        {505, "HTTP Version Not Supported"},
    };
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        if (list[i].status == status) {
            return list[i].words;
        }
    }
    return "Unknown";
}

static void write_faults(cds_buf *buf, const cds_faults *faults)
{
    cds_buf_word(buf, ",\"errors\":[");
    for (size_t i = 0; i < faults->count && i < CDS_FAULTS_MAX; i++) {
        cds_buf_comma(buf);
        cds_buf_char(buf, '{');
        cds_buf_member(buf, "pointer", faults->list[i].pointer);
        cds_buf_member(buf, "detail", faults->list[i].detail);
        cds_buf_char(buf, '}');
    }
    cds_buf_char(buf, ']');
}

void srv_problem_write(cds_buf *buf, const srv_problem *problem)
{
    cds_buf_word(buf, "{\"type\":\"about:blank\"");
    cds_buf_member(buf, "title", cds_text_of(srv_status_words(problem->status)));
    cds_buf_word(buf, ",\"status\":");
    cds_buf_int(buf, problem->status);
    if (problem->detail != NULL) {
        cds_buf_member(buf, "detail", cds_text_of(problem->detail));
    }
    if (problem->instance.data != NULL) {
        cds_buf_member(buf, "instance", problem->instance);
    }
    if (problem->offset >= 0) {
        cds_buf_word(buf, ",\"offset\":");
        cds_buf_int(buf, problem->offset);
    }
    if (problem->faults != NULL && problem->faults->count > 0) {
        write_faults(buf, problem->faults);
    }
    cds_buf_char(buf, '}');
}
