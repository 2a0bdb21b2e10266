// SPDX-License-Identifier: Apache-2.0
// RFC 9457 problem documents: what went wrong and what to do, with the pointer of every fault.
#pragma once

#include "engine/base/buf.h"
#include "engine/facts/schema.h"

typedef struct srv_problem {
    int status;
    const char *detail;       // a sentence for the reader
    cds_text instance;        // the request's path; data NULL: left out
    long long offset;         // the byte, or -1
    const cds_faults *faults; // or NULL
} srv_problem;

void srv_problem_write(cds_buf *buf, const srv_problem *problem);
const char *srv_status_words(int status);
