// SPDX-License-Identifier: Apache-2.0
// Looks at the raw bytes of a request's head before llhttp does, and refuses what even its
// strict mode takes (hazards.md, "llhttp"): one reading of the bytes, or none.
#pragma once

#include "engine/base/text.h"
#include "server/http/limits.h"

/** Why a request is refused: the HTTP status and a sentence, a constant unless it says where it
 *  lives. */
typedef struct srv_refusal {
    int status;
    const char *detail;
} srv_refusal;

#define SRV_LATER (-1) // a refusal's status while it is not known whether there is one

typedef enum srv_progress { SRV_MORE, SRV_WHOLE, SRV_REFUSED } srv_progress;

typedef struct srv_guard {
    size_t start; // where the request line begins: blank lines before it are skipped
    size_t at;    // looked at up to here; when whole, the first byte after the head
    unsigned state, blank_lines, version_at;
} srv_guard;

void srv_guard_begin(srv_guard *guard);

/** Goes on where it stopped. `bytes` begins where it began before and may have grown; the
 *  verdict does not depend on how it grew. *out is written on SRV_REFUSED only. */
srv_progress srv_guard_scan(srv_guard *guard, cds_text bytes, const srv_limits *limits,
                            srv_refusal *out);

/** Has a request begun, or were there blank lines at most? */
bool srv_guard_begun(const srv_guard *guard);
