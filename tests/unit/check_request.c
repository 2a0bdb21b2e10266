// SPDX-License-Identifier: Apache-2.0
// From bytes to a request: framing, target, query, chunked bodies, and the corpus.
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "corpus.h"
#include "engine/base/arena.h"
#include "server/http/chunked.h"
#include "server/http/head.h"

#define HOST "Host: a\r\n"

static srv_request request;
static char head[32 << 10];

/** 0, or the status the head is refused with. */
static int read_head(cds_text bytes)
{
    srv_refusal refusal = {0};
    memcpy(head, bytes.data, bytes.length);
    return srv_head_read(&request, (srv_bytes){head, bytes.length}, &refusal) ? 0
                                                                              : refusal.status;
}

static const struct {
    const char *bytes;
    int status;
} heads[] = {
    {"GET / HTTP/1.1\r\n" HOST "\r\n", 0},
    {"GET / HTTP/1.0\r\n\r\n", 0},
    {"PUT / HTTP/1.1\r\n" HOST "\r\n", 0},
    {"OPTIONS * HTTP/1.1\r\n" HOST "\r\n", 0},
    {"GET http://a:80/b HTTP/1.1\r\n" HOST "\r\n", 0},
    {"POST / HTTP/1.1\r\n" HOST "Content-Length: 0012\r\n\r\n", 0},
    {"POST / HTTP/1.1\r\n" HOST "Transfer-Encoding: \t Chunked \r\n\r\n", 0},
    {"POST / HTTP/1.1\r\n" HOST "Expect: 100-Continue\r\n\r\n", 0},
    {"GET / HTTP/1.1\r\n\r\n", 400},
    {"GET / HTTP/1.1\r\n" HOST HOST "\r\n", 400},
    {"GET / HTTP/1.0\r\n" HOST HOST "\r\n", 400},
    {"GET / HTTP/1.1\r\nHost:\r\n\r\n", 400},
    {"GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400},
    {"GET / HTTP/1.1\r\nHost: u@a\r\n\r\n", 400},
    {"GET / HTTP/1.1\r\n" HOST "Authorization: a\r\nAuthorization: a\r\n\r\n", 400},
    {"GET / HTTP/1.1\r\n" HOST "Idempotency-Key: a\r\nidempotency-key: b\r\n\r\n", 400},
    {"POST / HTTP/1.1\r\n" HOST "Content-Length: 2\r\nContent-Length: 2\r\n\r\n", 400},
    {"POST / HTTP/1.1\r\n" HOST "Content-Length: 2, 2\r\n\r\n", 400},
    {"POST / HTTP/1.1\r\n" HOST "Content-Length: +2\r\n\r\n", 400},
    {"POST / HTTP/1.1\r\n" HOST "Content-Length: -2\r\n\r\n", 400},
    {"POST / HTTP/1.1\r\n" HOST "Content-Length: 0x2\r\n\r\n", 400},
    {"POST / HTTP/1.1\r\n" HOST "Content-Length:\r\n\r\n", 400},
    {"POST / HTTP/1.1\r\n" HOST "Content-Length: 18446744073709551618\r\n\r\n", 400},
    {"POST / HTTP/1.1\r\n" HOST "Content-Length: 9999999999999999999\r\n\r\n", 413},
    {"POST / HTTP/1.1\r\n" HOST "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n", 400},
    {"POST / HTTP/1.1\r\n" HOST "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n", 400},
    {"POST / HTTP/1.1\r\n" HOST "Transfer-Encoding: gzip, chunked\r\n\r\n", 400},
    {"POST / HTTP/1.1\r\n" HOST "Transfer-Encoding: chunked, chunked\r\n\r\n", 400},
    {"POST / HTTP/1.1\r\n" HOST "Transfer-Encoding: identity\r\n\r\n", 400},
    {"POST / HTTP/1.1\r\n" HOST
     "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n",
     400},
    {"POST / HTTP/1.0\r\n" HOST "Transfer-Encoding: chunked\r\n\r\n", 400},
    {"GET / HTTP/1.1\r\n" HOST "Upgrade: h2c\r\nConnection: Upgrade\r\n\r\n", 400},
    {"POST / HTTP/1.1\r\n" HOST "Expect: money\r\n\r\n", 417},
    {"CONNECT a:1 HTTP/1.1\r\n" HOST "\r\n", 501},
    {"SLUDGE / HTTP/1.1\r\n" HOST "\r\n", 501},
    {"get / HTTP/1.1\r\n" HOST "\r\n", 501},
    {"GET * HTTP/1.1\r\n" HOST "\r\n", 400},
    {"GET a HTTP/1.1\r\n" HOST "\r\n", 400},
    {"GET http:///b HTTP/1.1\r\n" HOST "\r\n", 400},
    {"GET http://u@a/b HTTP/1.1\r\n" HOST "\r\n", 400},
    {"GET ftp://a/b HTTP/1.1\r\n" HOST "\r\n", 400},
    {"GET /%zz HTTP/1.1\r\n" HOST "\r\n", 400},
    {"GET /%0d HTTP/1.1\r\n" HOST "\r\n", 400},
    {"GET /%00 HTTP/1.1\r\n" HOST "\r\n", 400},
    {"GET /%c0%af HTTP/1.1\r\n" HOST "\r\n", 400},
    {"GET /%ed%a0%80 HTTP/1.1\r\n" HOST "\r\n", 400},
};

START_TEST(doubt_about_the_framing_is_a_refusal)
{
    ck_assert_int_eq(read_head(cds_text_of(heads[_i].bytes)), heads[_i].status);
}
END_TEST

START_TEST(a_request_says_what_its_bytes_say)
{
    ck_assert_int_eq(read_head(CDS_TEXT("POST /a%20b/%2f%25?x=1 HTTP/1.1\r\nHOST: a\r\n"
                                        "X-One:  two words \t\r\nX-None:\r\n"
                                        "Content-Length: 12\r\nExpect: 100-continue\r\n\r\n")),
                     0);
    ck_assert_int_eq(request.method, SRV_POST);
    ck_assert(cds_text_is(request.method_name, "POST"));
    ck_assert(cds_text_is(request.path, "/a b/%2F%25"));
    ck_assert(cds_text_is(request.query, "x=1"));
    ck_assert(cds_text_is(srv_request_header(&request, "x-one"), "two words"));
    ck_assert(cds_text_is(srv_request_header(&request, "x-none"), ""));
    ck_assert_ptr_nonnull(srv_request_header(&request, "x-none").data);
    ck_assert_ptr_null(srv_request_header(&request, "x-two").data);
    ck_assert_uint_eq(request.content_length, 12);
    ck_assert(request.expects_continue && request.keep_alive && !request.chunked);
    ck_assert_int_eq(read_head(CDS_TEXT("GET http://a/b?c HTTP/1.1\r\n" HOST "\r\n")), 0);
    ck_assert(cds_text_is(request.path, "/b"));
}
END_TEST

static const struct {
    const char *bytes;
    bool keep_alive;
} connections[] = {
    {"GET / HTTP/1.1\r\n" HOST "\r\n", true},
    {"GET / HTTP/1.1\r\n" HOST "Connection: te, Close\r\n\r\n", false},
    {"GET / HTTP/1.1\r\n" HOST "Connection: te\r\nConnection: close\r\n\r\n", false},
    {"GET / HTTP/1.1\r\n" HOST "Connection: closed\r\n\r\n", true},
    {"GET / HTTP/1.0\r\n\r\n", false},
    {"GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", true},
};

START_TEST(a_connection_goes_on_unless_one_side_says_not)
{
    ck_assert_int_eq(read_head(cds_text_of(connections[_i].bytes)), 0);
    ck_assert(request.keep_alive == connections[_i].keep_alive);
}
END_TEST

START_TEST(a_hundred_headers_pass_and_one_more_is_431)
{
    static char bytes[4096] = "GET / HTTP/1.1\r\n" HOST;
    for (int i = 1; i < SRV_HEADERS_MAX; i++) {
        memcpy(bytes + strlen(bytes), "X: y\r\n", 7);
    }
    size_t length = strlen(bytes);
    memcpy(bytes + length, "\r\n", 3);
    ck_assert_int_eq(read_head(cds_text_of(bytes)), 0);
    ck_assert_uint_eq(request.header_count, SRV_HEADERS_MAX);
    memcpy(bytes + length, "X: y\r\n\r\n", 9);
    ck_assert_int_eq(read_head(cds_text_of(bytes)), 431);
}
END_TEST

static const struct {
    const char *query, *name, *value; // value NULL: absent, or a failure
    cds_status status;
} queries[] = {
    {"a=1&b=2", "b", "2", CDS_OK},
    {"a=%C3%A9+b%26", "a", "\xc3\xa9 b&", CDS_OK},
    {"a", "a", "", CDS_OK},
    {"a=b=c", "a", "b=c", CDS_OK},
    {"aa=1", "a", NULL, CDS_OK},
    {"", "a", NULL, CDS_OK},
    {"a=1&a=2", "a", NULL, CDS_MALFORMED},
    {"a=%4", "a", NULL, CDS_MALFORMED},
    {"a=%ff", "a", NULL, CDS_MALFORMED},
    {"a=%00", "a", NULL, CDS_MALFORMED},
};

START_TEST(a_parameter_is_found_decoded_and_given_once)
{
    cds_ctx ctx = {.mem = cds_arena_new(4096)};
    cds_text value = {0};
    request.query = cds_text_of(queries[_i].query);
    bool found = srv_request_query(&ctx, &request, queries[_i].name, &value);
    ck_assert(found == (queries[_i].value != NULL));
    ck_assert(!found || cds_text_is(value, queries[_i].value));
    ck_assert_int_eq(ctx.error.status, queries[_i].status);
    cds_arena_free(ctx.mem);
}
END_TEST

/** What came of a body fed `step` bytes at a time. */
typedef struct fed {
    srv_progress progress;
    size_t taken;
    char body[4096];
    size_t length;
} fed;

static fed feed(cds_text bytes, size_t step)
{
    fed result = {0};
    srv_chunked chunked;
    srv_refusal refusal;
    size_t given = 0;
    srv_body_span span = {result.body, 0, 0, 0};
    srv_chunked_begin(&chunked);
    while (given < bytes.length && result.progress == SRV_MORE) {
        size_t piece = bytes.length - given < step ? bytes.length - given : step;
        memcpy(result.body + span.end, bytes.data + given, piece);
        given += piece;
        span.end += piece;
        result.progress = srv_chunked_read(&chunked, &span, &refusal);
        result.taken = given - (span.end - span.from);
        if (result.progress == SRV_MORE) {
            span.from = span.end = span.to;
        }
    }
    result.length = span.to;
    return result;
}

static const struct {
    const char *bytes;
    const char *body; // NULL: refused
} bodies[] = {
    {"2\r\n{}\r\n0\r\n\r\n", "{}"},
    {"0\r\n\r\n", ""},
    {"00A\r\n0123456789\r\n1;x=\"y\"\r\n!\r\n0;z\r\nX-Y: z\r\n\r\n", "0123456789!"},
    {"2 \r\n{}\r\n0\r\n\r\n", NULL},
    {" 2\r\n{}\r\n0\r\n\r\n", NULL},
    {"0x2\r\n{}\r\n0\r\n\r\n", NULL},
    {"+2\r\n{}\r\n0\r\n\r\n", NULL},
    {"\r\n{}\r\n0\r\n\r\n", NULL},
    {";x\r\n{}\r\n0\r\n\r\n", NULL},
    {"2\n{}\r\n0\r\n\r\n", NULL},
    {"2\r{}\r\n0\r\n\r\n", NULL},
    {"2;a\nb\r\n{}\r\n0\r\n\r\n", NULL},
    {"2;a\rb\r\n{}\r\n0\r\n\r\n", NULL},
    {"2\r\n{}0\r\n\r\n", NULL},
    {"2\r\n{}\n0\r\n\r\n", NULL},
    {"2\r\n{}XX0\r\n\r\n", NULL},
    {"2\r\n{}\rX0\r\n\r\n", NULL},
    {"0\r\nX\r\n\r\n", NULL},
    {"0\r\n x: y\r\n\r\n", NULL},
    {"0\r\nx: y\nz: a\r\n\r\n", NULL},
    {"0\n\r\n", NULL},
    {"10000000000000002\r\n{}\r\n0\r\n\r\n", NULL},
};

START_TEST(chunks_are_what_their_sizes_say_or_refused)
{
    cds_text bytes = cds_text_of(bodies[_i].bytes);
    for (size_t step = 1; step <= bytes.length; step++) {
        fed result = feed(bytes, step);
        if (bodies[_i].body == NULL) {
            ck_assert_int_eq(result.progress, SRV_REFUSED);
            continue;
        }
        ck_assert_int_eq(result.progress, SRV_WHOLE);
        ck_assert_uint_eq(result.taken, bytes.length);
        ck_assert(cds_text_is((cds_text){result.body, result.length}, bodies[_i].body));
    }
}
END_TEST

START_TEST(what_follows_a_chunked_body_is_left_alone)
{
    fed result = feed(CDS_TEXT("1\r\n!\r\n0\r\n\r\nGET /"), 100);
    ck_assert_int_eq(result.progress, SRV_WHOLE);
    ck_assert_uint_eq(result.taken, strlen("1\r\n!\r\n0\r\n\r\n"));
}
END_TEST

START_TEST(extensions_and_trailers_have_a_bound)
{
    static char bytes[16 << 10];
    memset(bytes, 'a', sizeof bytes);
    memcpy(bytes, "1;", 2);
    ck_assert_int_eq(feed((cds_text){bytes, 4000}, 100).progress, SRV_REFUSED);
    srv_chunked chunked;
    srv_refusal refusal;
    memcpy(bytes, "0\r\nX:", 5);
    srv_body_span span = {bytes, 0, 0, sizeof bytes};
    srv_chunked_begin(&chunked);
    ck_assert_int_eq(srv_chunked_read(&chunked, &span, &refusal), SRV_REFUSED);
}
END_TEST

/** 1000 and above: let through, 1000 + the head's length; else the refusal, or -1 for more. */
static int outcome(const corpus_case *one, size_t step)
{
    srv_guard guard;
    srv_refusal refusal = {0};
    srv_progress progress = SRV_MORE;
    srv_guard_begin(&guard);
    for (size_t length = step; progress == SRV_MORE; length += step) {
        size_t given = length < one->length ? length : one->length;
        progress = srv_guard_scan(&guard, (cds_text){one->bytes, given}, &srv_default_limits,
                                  &refusal);
        if (given == one->length) {
            break;
        }
    }
    if (progress != SRV_WHOLE) {
        return progress == SRV_MORE ? -1 : refusal.status;
    }
    int status = read_head((cds_text){one->bytes + guard.start, guard.at - guard.start});
    return status != 0 ? status : 1000 + (int)guard.at;
}

START_TEST(every_raw_request_ends_the_same_whole_and_byte_by_byte)
{
    corpus_case *cases = NULL;
    size_t count = corpus_load(&cases);
    for (size_t i = 0; i < count; i++) {
        int whole = outcome(&cases[i], cases[i].length);
        ck_assert_msg(whole == outcome(&cases[i], 1), "%s", cases[i].name);
        bool has_body = whole >= 1000 && request.chunked;
        bool is_refused = whole >= 400 && whole < 1000;
        ck_assert_msg(has_body || is_refused || strcmp(cases[i].verdict, "reject") != 0,
                      "%s is let through", cases[i].name);
        ck_assert_msg(!is_refused || strcmp(cases[i].verdict, "accept") != 0, "%s is refused",
                      cases[i].name);
    }
}
END_TEST

#define COUNT(list) ((int)(sizeof(list) / sizeof(list)[0]))

int main(void)
{
    Suite *suite = suite_create("request");
    TCase *tests = tcase_create("request");
    tcase_add_loop_test(tests, doubt_about_the_framing_is_a_refusal, 0, COUNT(heads));
    tcase_add_test(tests, a_request_says_what_its_bytes_say);
    tcase_add_loop_test(tests, a_connection_goes_on_unless_one_side_says_not, 0,
                        COUNT(connections));
    tcase_add_test(tests, a_hundred_headers_pass_and_one_more_is_431);
    tcase_add_loop_test(tests, a_parameter_is_found_decoded_and_given_once, 0, COUNT(queries));
    tcase_add_loop_test(tests, chunks_are_what_their_sizes_say_or_refused, 0, COUNT(bodies));
    tcase_add_test(tests, what_follows_a_chunked_body_is_left_alone);
    tcase_add_test(tests, extensions_and_trailers_have_a_bound);
    tcase_add_test(tests, every_raw_request_ends_the_same_whole_and_byte_by_byte);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
