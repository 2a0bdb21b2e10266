// SPDX-License-Identifier: Apache-2.0
// The head of an answer, from parts that are nearly all constant.
#include "server/http/response.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "engine/base/number.h"
#include "server/http/head.h"
#include "server/http/media.h"
#include "server/http/problem.h"

#define HEAD_BYTES 512 // the parts that are always there fit

/** A full block becomes a wide one, while there are any; TLS would keep as much again. Beyond
 *  it grows by doubling, so that many small pieces cost no more than one large one. */
static bool make_room(srv_connection *connection, size_t bytes)
{
    srv_block *out = &connection->out;
    size_t needed = out->length + bytes;
    size_t doubled = out->capacity * 2;
    if (needed <= out->capacity ||
        (out->length > 0 && needed <= SRV_WIDE_BYTES && connection->tls == NULL &&
         srv_block_widen(&connection->worker->blocks, out))) {
        return true;
    }
    return srv_block_reserve(&connection->worker->blocks, out,
                             needed < doubled ? doubled : needed);
}

static void put(srv_block *out, cds_text text)
{
    if (text.length > 0) {
        memcpy(out->data + out->length, text.data, text.length);
        out->length += text.length;
    }
}

static void put_word(srv_block *out, const char *word)
{
    put(out, cds_text_of(word));
}

static void put_number(srv_block *out, size_t number)
{
    char digits[CDS_NUMBER_LENGTH];
    put(out, (cds_text){digits, cds_number_write_whole(number, digits)});
}

static const char *date_now(srv_worker *worker)
{
    time_t now = time(NULL);
    struct tm utc;
    if (now != worker->date_s && gmtime_r(&now, &utc) != NULL) {
        worker->date_s = now;
        (void)strftime(worker->date, sizeof worker->date, "%a, %d %b %Y %H:%M:%S GMT", &utc);
    }
    return worker->date;
}

/** No handler can write a second header, or a second answer, into the first. */
static bool is_one_line(cds_text value)
{
    for (size_t i = 0; i < value.length; i++) {
        if ((unsigned char)value.data[i] < 0x20 || value.data[i] == 0x7f) {
            return false;
        }
    }
    return true;
}

static size_t headers_length(const srv_answer *answer)
{
    size_t length = 0;
    for (size_t i = 0; i < answer->header_count; i++) {
        length += strlen(answer->headers[i].name) + answer->headers[i].value.length + 4;
    }
    return length;
}

static size_t body_length(const srv_answer *answer)
{
    size_t length = 0;
    for (size_t i = 0; i < SRV_BODY_PARTS; i++) {
        length += answer->body[i].length;
    }
    return length;
}

static bool put_headers(srv_block *out, const srv_answer *answer)
{
    bool has_caching = false;
    for (size_t i = 0; i < answer->header_count; i++) {
        const srv_answer_header *header = &answer->headers[i];
        if (!is_one_line(header->value)) {
            continue;
        }
        put_word(out, header->name);
        put_word(out, ": ");
        put(out, header->value);
        put_word(out, "\r\n");
        has_caching =
            has_caching || srv_text_is_caseless(cds_text_of(header->name), "cache-control");
    }
    return has_caching;
}

static void put_framing(srv_block *out, const srv_answer *answer)
{
    if (answer->status == 204 || answer->status == 304) {
        return;
    }
    put_word(out, "Content-Type: ");
    put_word(out, srv_media_name(answer->media));
    if (!answer->streamed) {
        put_word(out, "\r\nContent-Length: ");
        put_number(out, body_length(answer));
    } else if (answer->minor == 1) {
        put_word(out, "\r\nTransfer-Encoding: chunked");
    }
    put_word(out, "\r\n");
}

static void put_head(srv_connection *connection, const srv_answer *answer)
{
    srv_block *out = &connection->out;
    put_word(out, "HTTP/1.1 ");
    put_number(out, (size_t)answer->status);
    put_word(out, " ");
    put_word(out, srv_status_words(answer->status));
    put_word(out, "\r\nDate: ");
    put_word(out, date_now(connection->worker));
    put_word(out, "\r\n");
    put_framing(out, answer);
    put_word(out, "X-Content-Type-Options: nosniff\r\n");
    if (!put_headers(out, answer)) {
        put_word(out, answer->media == SRV_SCHEMA ? "Cache-Control: max-age=300\r\n"
                                                  : "Cache-Control: no-store\r\n");
    }
    if (answer->closes) {
        put_word(out, "Connection: close\r\n");
    } else if (answer->minor == 0) {
        put_word(out, "Connection: keep-alive\r\n");
    }
    put_word(out, "\r\n");
}

bool srv_response_write(srv_connection *connection, const srv_answer *answer)
{
    bool has_body = !answer->head_only && !answer->streamed && answer->status != 204 &&
                    answer->status != 304;
    size_t length = has_body ? body_length(answer) : 0;
    if (!make_room(connection, HEAD_BYTES + headers_length(answer) + length)) {
        return false;
    }
    put_head(connection, answer);
    for (size_t i = 0; has_body && i < SRV_BODY_PARTS; i++) {
        put(&connection->out, answer->body[i]);
    }
    return true;
}

bool srv_response_append(srv_connection *connection, cds_text text)
{
    if (!make_room(connection, text.length)) {
        return false;
    }
    put(&connection->out, text);
    return true;
}

bool srv_response_line(srv_connection *connection, cds_text text, int minor)
{
    char size[24];
    srv_block *out = &connection->out;
    if (!make_room(connection, text.length + sizeof size + 3)) {
        return false;
    }
    if (minor == 1) {
        (void)snprintf(size, sizeof size, "%zx\r\n", text.length + 1);
        put_word(out, size);
    }
    put(out, text);
    put_word(out, minor == 1 ? "\n\r\n" : "\n");
    return true;
}

bool srv_response_last(srv_connection *connection, int minor)
{
    return minor == 0 || srv_response_append(connection, CDS_TEXT("0\r\n\r\n"));
}
