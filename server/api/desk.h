// SPDX-License-Identifier: Apache-2.0
// One thread for what takes longer than a worker may: vetting, impact, reading old releases.
// Jobs run one after the other; each is answered on the worker it came from.
#pragma once

#include "server/api/service.h"

typedef struct srv_desk srv_desk;

/** What came of a job, in its own memory. Status 0: the context's error says what failed. */
typedef struct srv_job_answer {
    int status;
    srv_media media;
    cds_text body;
} srv_job_answer;

/** A request as a job has it: copies, so that it may end whenever it likes. */
typedef struct srv_job {
    srv_service *service;
    srv_caller caller;
    cds_text path, query, body;
    cds_text segments[2]; // what `*` and `**` of the path stood for; data NULL: nothing
    srv_store *store;     // a reader, the desk's
} srv_job;

/** On the desk's thread, once. Fails: with the context's error, which is answered. */
typedef cds_status (*srv_job_run)(cds_ctx *ctx, const srv_job *job, srv_job_answer *out);

srv_desk *srv_desk_new(srv_service *service); // which must outlive it
void srv_desk_free(srv_desk *desk);           // ends after the job under way; NULL is fine

/** Hands the exchange over to its service's desk; it is answered later, or 503 at once when too
 * much waits. */
void srv_desk_submit(srv_exchange *exchange, srv_job_run run);

/** A query parameter, decoded; data NULL: absent. Fails: CDS_MALFORMED. */
cds_status srv_job_parameter(cds_ctx *ctx, const srv_job *job, const char *name, cds_text *out);

/** A problem as a job's answer. */
cds_status srv_job_problem(cds_ctx *ctx, const srv_job *job, int status, const char *detail,
                           srv_job_answer *out);
