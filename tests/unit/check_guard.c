// SPDX-License-Identifier: Apache-2.0
// What is refused before llhttp sees it.
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "server/http/guard.h"

#define REST "\r\nHost: a\r\n\r\n"
#define LINE "GET / HTTP/1.1\r\n"

/** 0: let through; -1: more is needed; else the status it is refused with. */
static int verdict(cds_text bytes, const srv_limits *limits)
{
    srv_guard guard;
    srv_refusal refusal = {0};
    srv_guard_begin(&guard);
    switch (srv_guard_scan(&guard, bytes, limits, &refusal)) {
    case SRV_MORE:
        return -1;
    case SRV_REFUSED:
        ck_assert_ptr_nonnull(refusal.detail);
        return refusal.status;
    case SRV_WHOLE:
        break;
    }
    return 0;
}

/** The same, a byte at a time. */
static int verdict_bytewise(cds_text bytes, const srv_limits *limits)
{
    srv_guard guard;
    srv_refusal refusal = {0};
    srv_guard_begin(&guard);
    for (size_t length = 0; length <= bytes.length; length++) {
        srv_progress progress =
            srv_guard_scan(&guard, (cds_text){bytes.data, length}, limits, &refusal);
        if (progress != SRV_MORE) {
            return progress == SRV_WHOLE ? 0 : refusal.status;
        }
    }
    return -1;
}

static const struct {
    cds_text bytes;
    int status;
} heads[] = {
    {CDS_TEXT("GET / HTTP/1.1" REST), 0},
    {CDS_TEXT("GET / HTTP/1.0\r\n\r\n"), 0},
    {CDS_TEXT("\r\n\r\nGET / HTTP/1.1" REST), 0},
    {CDS_TEXT("G!#$%&'*+-.^_`|~9 /?a=%20&b={} HTTP/1.1" REST), 0},
    {CDS_TEXT(LINE "X:\r\nY: a\tb \x80\xff\r\n\r\n"), 0},
    {CDS_TEXT(""), -1},
    {CDS_TEXT("\r"), -1},
    {CDS_TEXT("GET / HTTP/1.1\r\nHost: a\r\n\r"), -1},
    {CDS_TEXT("\r\n\r\n\r\n\r\n\r\nGET / HTTP/1.1" REST), 400},
    {CDS_TEXT("\nGET / HTTP/1.1" REST), 400},
    {CDS_TEXT("\rGET / HTTP/1.1" REST), 400},
    {CDS_TEXT(" GET / HTTP/1.1" REST), 400},
    {CDS_TEXT("\x16\x03\x01"), 400},
    {CDS_TEXT("GET  / HTTP/1.1" REST), 400},
    {CDS_TEXT("GET /  HTTP/1.1" REST), 400},
    {CDS_TEXT("GET\t/ HTTP/1.1" REST), 400},
    {CDS_TEXT("GET /a\tb HTTP/1.1" REST), 400},
    {CDS_TEXT("GET /\0 HTTP/1.1" REST), 400},
    {CDS_TEXT("GET /\x7f HTTP/1.1" REST), 400},
    {CDS_TEXT("GET /\xc3\xa9 HTTP/1.1" REST), 400},
    {CDS_TEXT("GET /#x HTTP/1.1" REST), 400},
    {CDS_TEXT("GET /\r\n\r\n"), 400},
    {CDS_TEXT("GET / HTTP/1.1 \r\n\r\n"), 400},
    {CDS_TEXT("GET / HTTP/1.11\r\n\r\n"), 400},
    {CDS_TEXT("GET / http/1.1" REST), 400},
    {CDS_TEXT("SOURCE / ICE/1.0" REST), 400},
    {CDS_TEXT("DESCRIBE / RTSP/1.0" REST), 400},
    {CDS_TEXT("GET / HTTP/0.9" REST), 505},
    {CDS_TEXT("GET / HTTP/1.2" REST), 505},
    {CDS_TEXT("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), 505},
    {CDS_TEXT("GET / HTTP/1.1\nHost: a\r\n\r\n"), 400},
    {CDS_TEXT("GET / HTTP/1.1\rHost: a\r\n\r\n"), 400},
    {CDS_TEXT(LINE " Host: a\r\n\r\n"), 400},
    {CDS_TEXT(LINE "X: a\r\n\tb\r\n\r\n"), 400},
    {CDS_TEXT(LINE "X: a\r\n b\r\n\r\n"), 400},
    {CDS_TEXT(LINE ": a\r\n\r\n"), 400},
    {CDS_TEXT(LINE "X : a\r\n\r\n"), 400},
    {CDS_TEXT(LINE "X y: a\r\n\r\n"), 400},
    {CDS_TEXT(LINE "X\r\n\r\n"), 400},
    {CDS_TEXT(LINE "X(y): a\r\n\r\n"), 400},
    {CDS_TEXT(LINE "X\0: a\r\n\r\n"), 400},
    {CDS_TEXT(LINE "\xefX: a\r\n\r\n"), 400},
    {CDS_TEXT(LINE "X: a\0b\r\n\r\n"), 400},
    {CDS_TEXT(LINE "X: a\x0b\r\n\r\n"), 400},
    {CDS_TEXT(LINE "X: a\x7f\r\n\r\n"), 400},
    {CDS_TEXT(LINE "X: a\nY: b\r\n\r\n"), 400},
    {CDS_TEXT(LINE "X: a\rY: b\r\n\r\n"), 400},
    {CDS_TEXT(LINE "X: a\r\n\rY: b\r\n\r\n"), 400},
};

START_TEST(one_reading_of_the_bytes_or_none)
{
    int wanted = heads[_i].status;
    ck_assert_int_eq(verdict(heads[_i].bytes, &srv_default_limits), wanted);
}
END_TEST

START_TEST(the_verdict_does_not_depend_on_how_the_bytes_come)
{
    int wanted = heads[_i].status;
    ck_assert_int_eq(verdict_bytewise(heads[_i].bytes, &srv_default_limits), wanted);
}
END_TEST

START_TEST(a_whole_head_ends_where_the_blank_line_ends)
{
    static const char bytes[] = "\r\nGET / HTTP/1.1" REST "{}GET / HTTP/1.1\r\n";
    srv_guard guard;
    srv_refusal refusal;
    srv_guard_begin(&guard);
    ck_assert_int_eq(srv_guard_scan(&guard, cds_text_of(bytes), &srv_default_limits, &refusal),
                     SRV_WHOLE);
    ck_assert_uint_eq(guard.start, 2);
    ck_assert_str_eq(bytes + guard.at, "{}GET / HTTP/1.1\r\n");
}
END_TEST

/** `begins`, then `a` until it is `length` long, then `ends`. */
static cds_text padded(const char *begins, size_t length, const char *ends)
{
    static char bytes[64 << 10];
    size_t at = strlen(begins);
    memcpy(bytes, begins, at);
    memset(bytes + at, 'a', length - at);
    memcpy(bytes + length, ends, strlen(ends));
    return (cds_text){bytes, length + strlen(ends)};
}

START_TEST(a_line_of_its_limit_passes_and_one_byte_more_is_414)
{
    size_t most = srv_default_limits.request_line_bytes - strlen(" HTTP/1.1");
    cds_text fits = padded("GET /", most, " HTTP/1.1" REST);
    ck_assert_int_eq(verdict(fits, &srv_default_limits), 0);
    ck_assert_int_eq(verdict_bytewise(fits, &srv_default_limits), 0);
    cds_text longer = padded("GET /", most + 1, " HTTP/1.1" REST);
    ck_assert_int_eq(verdict(longer, &srv_default_limits), 414);
    ck_assert_int_eq(verdict_bytewise(longer, &srv_default_limits), 414);
    ck_assert_int_eq(verdict(padded("", 20000, ""), &srv_default_limits), 414);
}
END_TEST

START_TEST(a_head_of_its_limit_passes_and_one_byte_more_is_431)
{
    size_t most = srv_default_limits.header_bytes - 4;
    cds_text fits = padded(LINE "X: ", most, "\r\n\r\n");
    ck_assert_int_eq(verdict(fits, &srv_default_limits), 0);
    ck_assert_int_eq(verdict_bytewise(fits, &srv_default_limits), 0);
    cds_text longer = padded(LINE "X: ", most + 1, "\r\n\r\n");
    ck_assert_int_eq(verdict(longer, &srv_default_limits), 431);
    ck_assert_int_eq(verdict_bytewise(longer, &srv_default_limits), 431);
}
END_TEST

int main(void)
{
    const int head_count = sizeof heads / sizeof heads[0];
    Suite *suite = suite_create("guard");
    TCase *tests = tcase_create("guard");
    tcase_add_loop_test(tests, one_reading_of_the_bytes_or_none, 0, head_count);
    tcase_add_loop_test(tests, the_verdict_does_not_depend_on_how_the_bytes_come, 0,
                        head_count);
    tcase_add_test(tests, a_whole_head_ends_where_the_blank_line_ends);
    tcase_add_test(tests, a_line_of_its_limit_passes_and_one_byte_more_is_414);
    tcase_add_test(tests, a_head_of_its_limit_passes_and_one_byte_more_is_431);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
