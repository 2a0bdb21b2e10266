// SPDX-License-Identifier: Apache-2.0
// What a function's last calls read and what they said: it can do nothing but read facts, so
// whoever has the same ones gets the same answer, and it need not run again.
#pragma once

#include "engine/rules/sandbox.h"

#define CDS_READS_MAX 24

/** The value of one fact a call looked at, or that it was unknown. */
typedef struct cds_read {
    size_t field; // its index
    bool known;
    uint64_t value;
} cds_read;

/** All that a call looked at. */
typedef struct cds_reads {
    cds_read list[CDS_READS_MAX];
    size_t count;
    bool is_lost; // there were more, or a text or list of a person's own: it is not kept
} cds_reads;

void cds_reads_note(cds_reads *reads, const cds_field *field, const cds_fact *fact);

/** Of one function its last calls. */
typedef struct cds_recall cds_recall;

/** Room for so many. NULL: no memory. */
cds_recall *cds_recall_new(size_t calls);
void cds_recall_free(cds_recall *recall); // NULL is fine

/** Whether a call that is kept read the same of these facts; then what it said, in ctx->mem.
 *  `recall` NULL: none is kept. */
bool cds_recall_find(cds_ctx *ctx, const cds_recall *recall, const cds_facts *facts,
                     cds_call *out);

/** Keeps what was said or lacked, in place of the oldest; nothing that went wrong, and nothing
 *  where there is no room for it. `recall` NULL: nothing. */
void cds_recall_keep(cds_recall *recall, const cds_reads *reads, const cds_call *said);
