// SPDX-License-Identifier: Apache-2.0
// Text in GitHub Flavored Markdown: what it says is shown as it is, never read as markup.
#pragma once

#include "engine/base/buf.h"

/** One line: markup, HTML, links and table bars are escaped, line ends become blanks. */
void srv_markdown_text(cds_buf *buf, cds_text text);

/** `text` of at most `points` code points; a longer one is cut at a word and ends with an
 *  ellipsis. Lives: in ctx->mem. */
cds_status srv_markdown_cut(cds_ctx *ctx, cds_text text, size_t points, cds_text *out);
