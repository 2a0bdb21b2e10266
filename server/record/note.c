// SPDX-License-Identifier: Apache-2.0
// Notes are lines; the signed text ends before the blank one.
#include "server/record/note.h"

#include <stdio.h>
#include <string.h>

#include "engine/base/base64.h"

#define ED25519 "\x01" // the signature's type in C2SP signed-note
#define ID_BYTES 4
#define DASH "\xe2\x80\x94 " // U+2014 and a blank begin a signature line

static void find_id(const srv_signer *signer, uint8_t out[ID_BYTES])
{
    const cds_text parts[] = {cds_text_of(signer->name),
                              {"\n" ED25519, 2},
                              {(const char *)signer->key.bytes, CDS_PUBLIC_BYTES}};
    const cds_sha256 digest = cds_digest(parts, 3);
    memcpy(out, digest.bytes, ID_BYTES);
}

#define HEAD_MAX (SRV_NAME_MAX + 2 * ID_BYTES + 3)

/** name+hex id+ */
static void write_head(const srv_signer *signer, char out[HEAD_MAX])
{
    uint8_t id[ID_BYTES];
    find_id(signer, id);
    (void)snprintf(out, HEAD_MAX, "%s+%02x%02x%02x%02x+", signer->name, id[0], id[1], id[2],
                   id[3]);
}

void srv_signer_write(cds_buf *buf, const srv_signer *signer)
{
    char head[HEAD_MAX];
    uint8_t typed[1 + CDS_PUBLIC_BYTES] = ED25519;
    memcpy(typed + 1, signer->key.bytes, CDS_PUBLIC_BYTES);
    write_head(signer, head);
    cds_buf_word(buf, head);
    cds_buf_base64(buf, typed, sizeof typed);
}

static cds_text trim(cds_text text)
{
    while (text.length > 0 && strchr(" \t\r\n", text.data[text.length - 1]) != NULL)
        text.length--;
    return text;
}

/** The name before the first plus, if it can be one. */
static bool read_name(cds_text text, char out[SRV_NAME_MAX + 1])
{
    const char *plus = memchr(text.data, '+', text.length);
    const size_t length = plus == NULL ? 0 : (size_t)(plus - text.data);
    if (length == 0 || length > SRV_NAME_MAX)
        return false;
    for (size_t i = 0; i < length; i++) {
        if (text.data[i] <= ' ' || text.data[i] > '~')
            return false;
    }
    memcpy(out, text.data, length);
    out[length] = '\0';
    return true;
}

bool srv_signer_read(cds_text text, srv_signer *out)
{
    char head[HEAD_MAX];
    uint8_t typed[1 + CDS_PUBLIC_BYTES];
    srv_signer signer;
    const cds_text line = trim(text);
    const size_t letters = (sizeof typed + 2) / 3 * 4;
    if (line.length <= letters || !read_name(line, signer.name))
        return false;
    const cds_text before = {line.data, line.length - letters};
    if (!cds_base64_read((cds_text){line.data + before.length, letters}, typed, sizeof typed) ||
        typed[0] != ED25519[0])
        return false;
    memcpy(signer.key.bytes, typed + 1, sizeof signer.key.bytes);
    write_head(&signer, head);
    if (!cds_text_is(before, head))
        return false;
    *out = signer;
    return true;
}

void srv_note_write(cds_buf *buf, const srv_signer *signer, const cds_key *key,
                    const srv_root *tree)
{
    uint8_t signed_id[ID_BYTES + CDS_SIGNATURE_BYTES];
    const size_t begin = buf->length;
    cds_buf_format(buf, "%s\n%llu\n", signer->name, (unsigned long long)tree->size);
    cds_buf_base64(buf, tree->hash.bytes, sizeof tree->hash.bytes);
    cds_buf_char(buf, '\n');
    if (buf->failed)
        return;
    const cds_signature signature =
        cds_sign(key, (cds_text){buf->data + begin, buf->length - begin});
    find_id(signer, signed_id);
    memcpy(signed_id + ID_BYTES, signature.bytes, sizeof signature.bytes);
    cds_buf_format(buf, "\n" DASH "%s ", signer->name);
    cds_buf_base64(buf, signed_id, sizeof signed_id);
    cds_buf_char(buf, '\n');
}

/** The next line without its end; false: there is none, or it has no end. */
static bool next_line(cds_text *rest, cds_text *out)
{
    const char *end = rest->length == 0 ? NULL : memchr(rest->data, '\n', rest->length);
    if (end == NULL)
        return false;
    *out = (cds_text){rest->data, (size_t)(end - rest->data)};
    *rest = (cds_text){end + 1, rest->length - out->length - 1};
    return true;
}

static bool read_size(cds_text text, uint64_t *out)
{
    uint64_t size = 0;
    if (text.length == 0 || text.length > 18 || (text.data[0] == '0' && text.length > 1))
        return false;
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
        size = size * 10 + (uint64_t)(text.data[i] - '0');
    }
    *out = size;
    return true;
}

/** Is the line the signer's, and does its signature of the text hold? */
static bool line_holds(cds_text line, const srv_signer *signer, cds_text signed_text)
{
    uint8_t id[ID_BYTES];
    uint8_t read[ID_BYTES + CDS_SIGNATURE_BYTES];
    cds_signature signature;
    const size_t head = strlen(DASH) + strlen(signer->name);
    if (line.length <= head || line.data[head] != ' ' ||
        memcmp(line.data + strlen(DASH), signer->name, strlen(signer->name)) != 0)
        return false;
    const cds_text letters = {line.data + head + 1, line.length - head - 1};
    find_id(signer, id);
    if (!cds_base64_read(letters, read, sizeof read) || memcmp(read, id, ID_BYTES) != 0)
        return false;
    memcpy(signature.bytes, read + ID_BYTES, sizeof signature.bytes);
    return cds_signature_holds(&signer->key, signed_text, &signature);
}

/** Origin, size and root, then the blank line; false: something else. */
static bool read_lines(cds_text *rest, const srv_signer *signer, srv_root *out)
{
    cds_text origin;
    cds_text size;
    cds_text root;
    cds_text blank;
    return next_line(rest, &origin) && next_line(rest, &size) && next_line(rest, &root) &&
           next_line(rest, &blank) && blank.length == 0 && cds_text_is(origin, signer->name) &&
           read_size(size, &out->size) &&
           cds_base64_read(root, out->hash.bytes, sizeof out->hash.bytes);
}

cds_status srv_note_read(cds_ctx *ctx, cds_text note, const srv_signer *signer, srv_root *out)
{
    cds_text rest = note;
    cds_text line;
    srv_root tree;
    size_t good = 0;
    bool lines = true;
    if (!read_lines(&rest, signer, &tree))
        return cds_fail(ctx, CDS_INVALID, "", "this is not a checkpoint of the log %s",
                        signer->name);
    const cds_text signed_text = {note.data, (size_t)(rest.data - note.data) - 1};
    while (rest.length > 0 && lines) {
        lines = next_line(&rest, &line) && cds_text_starts(line, DASH);
        good += lines && line_holds(line, signer, signed_text);
    }
    if (!lines || good != 1)
        return cds_fail(ctx, CDS_INVALID, "", "the checkpoint is not signed by the key of %s",
                        signer->name);
    *out = tree;
    return CDS_OK;
}
