// SPDX-License-Identifier: Apache-2.0
// JSON text (RFC 8259), read strictly: what is doubtful is refused, with the byte where.
#pragma once

#include "engine/base/buf.h"
#include "engine/base/text.h"

typedef enum cds_json_kind {
    CDS_JSON_NULL,
    CDS_JSON_FALSE,
    CDS_JSON_TRUE,
    CDS_JSON_NUMBER,
    CDS_JSON_STRING,
    CDS_JSON_ARRAY,
    CDS_JSON_OBJECT,
} cds_json_kind;

/** One value of a read text. Immutable; children and siblings in the order of the text. */
typedef struct cds_json cds_json;
struct cds_json {
    cds_json_kind kind;
    cds_text name; // of a member of an object
    cds_text text; // of a string, unescaped
    double number;
    const cds_json *child; // first of an array or object
    const cds_json *next;
    size_t count; // children
};

#define CDS_JSON_DEPTH 32

/** Lives: in ctx->mem. Fails: CDS_MALFORMED with offset (not JSON, trailing bytes, repeated
 *  name, depth over 32, whole number beyond 2^53, number beyond double, invalid UTF-8, U+0000),
 *  CDS_TOO_LARGE. Errors never repeat a value. */
cds_status cds_json_parse(cds_ctx *ctx, cds_text bytes, const cds_json **out);

/** The member of an object, or NULL. */
const cds_json *cds_json_member(const cds_json *object, cds_text name);

/** Equality as JSON Schema has it: 1 is 1.0, members in any order. */
bool cds_json_equal(const cds_json *a, const cds_json *b);

/** All of it, texts too; as deep as the value is. NULL: no memory. */
const cds_json *cds_json_copy(cds_arena *mem, const cds_json *value);

/** Without white space; members in the order of the text. */
void cds_json_write(cds_buf *buf, const cds_json *value);
