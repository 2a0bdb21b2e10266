// SPDX-License-Identifier: Apache-2.0
// What was sent to be evaluated: a QuestionnaireResponse alone, or Parameters with it and with
// what else is known of the person.
#pragma once

#include "engine/facts/schema.h"

typedef struct srv_submission {
    const cds_json *body;
    const cds_json *response;
    cds_text pointer; // of the response in the body
    cds_text subject; // the reference to the person as it was written; or empty
    cds_text patient; // its id, or that of the Patient; empty: nobody is named
} srv_submission;

/** Adds what is wrong with the whole to `faults`; with any, *out is of no use. Lives: in
 * ctx->mem, borrowing `body`. */
void srv_submission_read(cds_ctx *ctx, const cds_json *body, srv_submission *out,
                         cds_faults *faults);

/** A walk over the resources of the parameters, a Bundle as it is. */
typedef struct srv_submission_walk {
    const cds_json *parameter;
} srv_submission_walk;

srv_submission_walk srv_submission_walk_begin(const srv_submission *submission);
const cds_json *srv_submission_walk_next(srv_submission_walk *walk); // NULL: no more
