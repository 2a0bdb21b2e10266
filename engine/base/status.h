// SPDX-License-Identifier: Apache-2.0
// How a call ends, and the one record of what went wrong: where, and what, in words a
// reader can act on. Statuses are 0 for good and negative for bad.
#pragma once

#include <stdarg.h>
#include <stddef.h>

// name, number, HTTP status
#define CDS_STATUSES(X)                                                                        \
    X(CDS_OK, 0, 200)                                                                          \
    X(CDS_MALFORMED, -1, 400) /* the text is not well-formed */                                \
    X(CDS_INVALID, -2, 422)   /* the content does not fit its schema */                        \
    X(CDS_TOO_LARGE, -3, 413) /* the content is too large */                                   \
    X(CDS_REFUSED, -4, 422)   /* the rules or their schema are refused */                      \
    X(CDS_BUDGET, -5, 500)    /* a rule function used up its budget */                         \
    X(CDS_UNKNOWN, -6, 500)   /* a rule function needed a fact that is unknown */              \
    X(CDS_FAILED, -7, 500)    /* something outside failed */                                   \
    X(CDS_NOT_FOUND, -8, 404)                                                                  \
    X(CDS_GONE, -9, 410)     /* it was there, and has been erased */                           \
    X(CDS_NOT_YET, -10, 503) /* it soon will be: ask again */

typedef enum cds_status {
#define CDS_STATUS_ENUM(name, number, http) name = number,
    CDS_STATUSES(CDS_STATUS_ENUM)
#undef CDS_STATUS_ENUM
} cds_status;

typedef struct cds_error {
    cds_status status;
    long long offset; // byte in the text, from 0; -1 where there is none
    char where[200];  // JSON Pointer or file:line; empty where there is none
    char what[800];   // a sentence; never a patient's value
} cds_error;

typedef struct cds_arena cds_arena;

/** What a call may use and where it leaves its error: one per thread and request.
 *  Lives: the caller's; `mem` is where every result of the call lives. */
typedef struct cds_ctx {
    cds_arena *mem;
    cds_error error;
} cds_ctx;

int cds_status_http(cds_status status);

/** Records the failure and returns `status`, so that `return cds_fail(...)` reads well. The
 *  first failure stays: a later one, while the record is not CDS_OK, changes nothing. */
cds_status cds_fail(cds_ctx *ctx, cds_status status, const char *where, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/** The same at a byte of the text. */
cds_status cds_fail_at(cds_ctx *ctx, cds_status status, size_t offset, const char *what);

/** The arena's ceiling is reached: CDS_TOO_LARGE with the sentence for it. */
static inline cds_status cds_fail_memory(cds_ctx *ctx)
{
    (void)cds_fail(ctx, CDS_TOO_LARGE, "", "This needs more memory than one request may use.");
    return CDS_TOO_LARGE;
}

/** Makes ready for the next call: no error, the same memory. */
void cds_error_clear(cds_ctx *ctx);

/** A promise between parts of this program; a broken one ends the process with its text. */
#define CDS_PROMISE(condition)                                                                 \
    ((condition) ? (void)0 : cds_panic(__FILE__, __LINE__, #condition))
_Noreturn void cds_panic(const char *file, int line, const char *broken_promise);
