// SPDX-License-Identifier: Apache-2.0
// Base64 as RFC 4648 has it in section 4, and base64url without padding as in section 5, read
// strictly: one text for each run of bytes.
#pragma once

#include <stdint.h>

#include "engine/base/buf.h"

void cds_buf_base64(cds_buf *buf, const void *bytes, size_t length);

/** Exactly `length` bytes. False: another length, a letter outside the alphabet, missing or
 *  needless padding, or left-over bits that are not zero. */
bool cds_base64_read(cds_text text, void *out, size_t length);

/** As many bytes as the text holds. Lives: in ctx->mem. Fails: CDS_MALFORMED (as above, or
 *  any padding), CDS_TOO_LARGE. */
cds_status cds_base64url_read(cds_ctx *ctx, cds_text text, cds_text *out);
