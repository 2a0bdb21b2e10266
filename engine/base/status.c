// SPDX-License-Identifier: Apache-2.0
// The statuses as a table, and the one record of a failure.
#include "engine/base/status.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct status_row {
    cds_status status;
    int http;
} status_row;

static const status_row *status_find(cds_status status)
{
    static const status_row rows[] = {
#define STATUS_ROW(name, number, http) {name, http},
        CDS_STATUSES(STATUS_ROW)
#undef STATUS_ROW
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (rows[i].status == status) {
            return &rows[i];
        }
    }
    cds_panic(__FILE__, __LINE__, "a status is one of the list");
}

int cds_status_http(cds_status status)
{
    return status_find(status)->http;
}

// Text that was cut to fit may end inside a character: the torn one goes.
static void drop_torn_character(char *text, size_t capacity)
{
    size_t length = strlen(text);
    if (length + 1 < capacity) {
        return;
    }
    size_t start = length;
    while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80) {
        start--;
    }
    if (start == 0 || (unsigned char)text[start - 1] < 0xC0) {
        return;
    }
    unsigned char lead = (unsigned char)text[start - 1];
    size_t needs = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    if (length - start < needs) {
        text[start - 1] = '\0';
    }
}

cds_status cds_fail(cds_ctx *ctx, cds_status status, const char *where, const char *format, ...)
{
    CDS_PROMISE(status != CDS_OK);
    cds_error *error = &ctx->error;
    if (error->status != CDS_OK) {
        return status;
    }
    error->status = status;
    error->offset = -1;
    snprintf(error->where, sizeof error->where, "%s", where == NULL ? "" : where);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->what, sizeof error->what, format, arguments);
    va_end(arguments);
    drop_torn_character(error->where, sizeof error->where);
    drop_torn_character(error->what, sizeof error->what);
    return status;
}

cds_status cds_fail_at(cds_ctx *ctx, cds_status status, size_t offset, const char *what)
{
    int is_first = ctx->error.status == CDS_OK;
    cds_fail(ctx, status, "", "%s", what);
    if (is_first) {
        ctx->error.offset = (long long)offset;
    }
    return status;
}

void cds_error_clear(cds_ctx *ctx)
{
    ctx->error.status = CDS_OK;
    ctx->error.offset = -1;
    ctx->error.where[0] = '\0';
    ctx->error.what[0] = '\0';
}

void cds_panic(const char *file, int line, const char *broken_promise)
{
    fprintf(stderr, "%s:%d: broken promise: %s\n", file, line, broken_promise);
    abort();
}
