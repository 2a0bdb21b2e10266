// SPDX-License-Identifier: Apache-2.0
// URI references (RFC 3986): taken apart, put on a base, and judged.
#pragma once

#include "engine/base/text.h"

/** The five parts, borrowed; data is NULL where a part is absent (a path never is). */
typedef struct cds_uri {
    cds_text scheme, authority, path, query, fragment;
} cds_uri;

cds_uri cds_uri_split(cds_text reference);

/** `reference` as seen from `base`, without its fragment. A base may be relative or empty.
 *  Lives: in ctx->mem. Fails: CDS_TOO_LARGE. */
cds_status cds_uri_resolve(cds_ctx *ctx, cds_text base, cds_text reference, cds_text *out);

/** The bytes that %xx stand for. Lives: in ctx->mem. Fails: CDS_TOO_LARGE. */
cds_status cds_uri_decode(cds_ctx *ctx, cds_text escaped, cds_text *out);

/** Whether the text is a URI with a scheme, by the grammar of RFC 3986. */
bool cds_uri_is_whole(cds_text text);

/** Four numbers 0 to 255 without leading zeros. */
bool cds_uri_is_ipv4(cds_text text);
bool cds_uri_is_ipv6(cds_text text);
