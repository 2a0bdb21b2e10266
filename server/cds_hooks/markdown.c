// SPDX-License-Identifier: Apache-2.0
// A backslash before every byte that could begin something.
#include "server/cds_hooks/markdown.h"

#include <string.h>
#include <strings.h>

#define ELLIPSIS "\xe2\x80\xa6"

/** Also what GFM takes for a link without any mark: `www.`, `://` and `@`. */
static bool is_markup(cds_text text, size_t at)
{
    const char byte = text.data[at];
    if (strchr("\\`*_[]<>|&~@", byte) != NULL)
        return true;
    if (byte == ':')
        return at + 1 < text.length && text.data[at + 1] == '/';
    if (byte == '.')
        return at >= 3 && strncasecmp(text.data + at - 3, "www", 3) == 0;
    return false;
}

/** What only means something at the beginning: headings, lists, rules. */
static bool begins_block(cds_text text, size_t at)
{
    return at == 0 && strchr("#+-=", text.data[0]) != NULL;
}

/** The end of "1." or "1)" at the beginning. */
static bool ends_number(cds_text text, size_t at)
{
    if (at == 0 || at > 9 || (text.data[at] != '.' && text.data[at] != ')'))
        return false;
    for (size_t i = 0; i < at; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    }
    return true;
}

/** Also the beginning of a list's item. */
static bool is_at_line_start(const cds_buf *buf)
{
    const size_t length = buf->length;
    return length == 0 || buf->data[length - 1] == '\n' ||
           (length >= 2 && memcmp(buf->data + length - 2, "- ", 2) == 0);
}

void srv_markdown_text(cds_buf *buf, cds_text text)
{
    const bool starts = is_at_line_start(buf);
    for (size_t i = 0; i < text.length; i++) {
        const unsigned char byte = (unsigned char)text.data[i];
        if (byte < ' ' || byte == 0x7f) {
            cds_buf_char(buf, ' ');
            continue;
        }
        if (is_markup(text, i) || (starts && (begins_block(text, i) || ends_number(text, i))))
            cds_buf_char(buf, '\\');
        cds_buf_char(buf, text.data[i]);
    }
}

static bool begins_point(char byte)
{
    return ((unsigned char)byte & 0xc0) != 0x80;
}

/** Bytes of the first `points` code points. */
static size_t bytes_of(cds_text text, size_t points)
{
    size_t at = 0;
    for (size_t seen = 0; at < text.length; at++) {
        if (begins_point(text.data[at]) && seen++ == points)
            break;
    }
    return at;
}

cds_status srv_markdown_cut(cds_ctx *ctx, cds_text text, size_t points, cds_text *out)
{
    cds_buf buf;
    if (cds_text_points(text) <= points) {
        *out = text;
        return CDS_OK;
    }
    size_t end = bytes_of(text, points - 1);
    size_t word = end;
    while (word > 0 && text.data[word] != ' ')
        word--;
    end = word > 0 ? word : end;
    while (end > 0 && strchr(" ,;:", text.data[end - 1]) != NULL)
        end--;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_text(&buf, (cds_text){text.data, end});
    cds_buf_word(&buf, ELLIPSIS);
    return cds_buf_end(ctx, &buf, out);
}
