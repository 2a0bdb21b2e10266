// SPDX-License-Identifier: Apache-2.0
// The server over real sockets: one answer a request, in order, and the right one.
#include "http_world.h"

static world here;

static void open_world(void)
{
    here = world_open(&srv_default_limits, 2);
}

static void close_world(void)
{
    ck_assert_int_eq(world_close(&here), 0);
}

static const struct {
    const char *words;
    const char *begins; // the answer's first line
    const char *holds;  // or NULL
    bool keeps_alive;
} talks[] = {
    {"POST /echo HTTP/1.1\r\n" HOST "Content-Length: 2\r\n\r\n{}", "HTTP/1.1 200 OK",
     "\r\n\r\n{}", true},
    {"POST /echo HTTP/1.1\r\n" HOST
     "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n1;a=b\r\n!\r\n0\r\nX: y\r\n\r\n",
     "HTTP/1.1 200", "Content-Length: 3\r\n", true},
    {"GET /echo HTTP/1.1\r\n" HOST "\r\n", "HTTP/1.1 200", "Content-Length: 0\r\n", true},
    {"GET / HTTP/1.1\r\n" HOST "Connection: close\r\n\r\n", "HTTP/1.1 200",
     "Connection: close\r\n", false},
    {"GET / HTTP/1.0\r\n\r\n", "HTTP/1.1 200", "Connection: close\r\n", false},
    {"GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", "HTTP/1.1 200",
     "Connection: keep-alive\r\n", true},
    {"GET / HTTP/1.1\r\n" HOST "\r\n", "HTTP/1.1 200",
     "X-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\n", true},
    {"GET / HTTP/1.1\r\n" HOST "\r\n", "HTTP/1.1 200", "\r\nDate: ", true},
    {"HEAD /fail HTTP/1.1\r\n" HOST "\r\n", "HTTP/1.1 422", "Content-Length: 1", true},
    {"GET /fail HTTP/1.1\r\n" HOST "\r\n", "HTTP/1.1 422",
     "\"errors\":[{\"pointer\":\"/a\",\"detail\":\"is not a number\"}]}", true},
    {"GET /late?x HTTP/1.1\r\n" HOST "\r\n", "HTTP/1.1 200", "\r\n\r\nx", true},
    {"GET /nowhere HTTP/1.1\r\n" HOST "\r\n", "HTTP/1.1 404", "\"instance\":\"/nowhere\"",
     true},
    {"POST /nowhere HTTP/1.1\r\n" HOST "Content-Length: 5\r\n\r\nGET /", "HTTP/1.1 404", NULL,
     true},
    {"DELETE /echo HTTP/1.1\r\n" HOST "\r\n", "HTTP/1.1 405",
     "Allow: GET, HEAD, POST, OPTIONS\r\n", true},
    {"GET /lines HTTP/1.1\r\n" HOST "\r\n", "HTTP/1.1 405", "Allow: POST, OPTIONS\r\n", true},
    {"OPTIONS /lines HTTP/1.1\r\n" HOST "\r\n", "HTTP/1.1 204", "Allow: POST, OPTIONS\r\n",
     true},
    {"OPTIONS * HTTP/1.1\r\n" HOST "\r\n", "HTTP/1.1 204",
     "Allow: GET, HEAD, POST, OPTIONS\r\n", true},
    {"GET /echo HTTP/1.1\r\n" HOST "Accept: text/html\r\n\r\n", "HTTP/1.1 406",
     "application/problem+json", true},
    {"GET /fail HTTP/1.1\r\n" HOST "Accept: application/json\r\n\r\n", "HTTP/1.1 422", NULL,
     true},
    {"POST /echo HTTP/1.1\r\n" HOST "Content-Type: text/html\r\nContent-Length: 2\r\n\r\n{}",
     "HTTP/1.1 415", NULL, true},
    {"POST /echo HTTP/1.1\r\n" HOST "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n{}",
     "HTTP/1.1 200", "\r\n\r\n{}", true},
    {"POST /echo HTTP/1.1\r\n" HOST "Expect: x\r\nContent-Length: 2\r\n\r\n{}", "HTTP/1.1 417",
     NULL, false},
    {"POST /echo HTTP/1.1\r\n" HOST "Content-Length: 262145\r\n\r\n", "HTTP/1.1 413", NULL,
     false},
    {"POST /nowhere HTTP/1.1\r\n" HOST "Content-Length: 262145\r\n\r\n", "HTTP/1.1 404", NULL,
     false},
    {"POST /large HTTP/1.1\r\n" HOST "Content-Length: 1572865\r\n\r\n", "HTTP/1.1 413", NULL,
     false},
    {"POST /echo HTTP/1.1\r\n" HOST "Transfer-Encoding: chunked\r\n\r\n2\r\n{}x",
     "HTTP/1.1 400", NULL, false},
    {"GET / HTTP/1.1\r\n\r\n", "HTTP/1.1 400", "\"status\":400", false},
};

START_TEST(each_request_has_its_answer)
{
    int fd = client_open(&here);
    client_say(fd, talks[_i].words);
    client_say(fd, "GET /late?after HTTP/1.1\r\n" HOST "\r\n");
    heard all = client_hear(fd, 2000, "\r\n\r\nafter");
    ck_assert_msg(strncmp(all.text, talks[_i].begins, strlen(talks[_i].begins)) == 0, "%s",
                  all.text);
    ck_assert_msg(talks[_i].holds == NULL || strstr(all.text, talks[_i].holds) != NULL, "%s",
                  all.text);
    ck_assert_int_eq(count_of(all.text, "\r\nDate: "), talks[_i].keeps_alive ? 2 : 1);
    ck_assert_int_eq(count_of(all.text, "Connection: close\r\n"), !talks[_i].keeps_alive);
    ck_assert(all.closed == !talks[_i].keeps_alive);
    (void)close(fd);
}
END_TEST

START_TEST(pipelined_requests_are_answered_in_their_order)
{
    static char words[200 * 128];
    size_t length = 0;
    for (int i = 0; i < 200; i++) {
        bool is_late = i % 7 == 0;
        length += (size_t)snprintf(words + length, sizeof words - length,
                                   is_late ? "GET /late?<%03d> HTTP/1.1\r\n" HOST "\r\n"
                                           : "POST /echo HTTP/1.1\r\n" HOST
                                             "Content-Length: 5\r\n\r\n<%03d>",
                                   i);
    }
    heard all = client_ask(&here, words);
    const char *at = all.text;
    for (int i = 0; i < 200; i++) {
        char wanted[32];
        (void)snprintf(wanted, sizeof wanted, "\r\n\r\n<%03d>", i);
        at = strstr(at, wanted);
        ck_assert_msg(at != NULL, "no answer %d in its place", i);
    }
    ck_assert_int_eq(count_of(all.text, "HTTP/1.1 200"), 200);
}
END_TEST

START_TEST(a_body_of_its_limit_is_taken_whole)
{
    enum { LENGTH = 1536 * 1024 };
    static char words[LENGTH + 1];
    memset(words, 'x', LENGTH);
    int fd = client_open(&here);
    client_say(fd, "POST /large HTTP/1.1\r\n" HOST "Content-Length: 1572864\r\n\r\n");
    client_send(fd, words, LENGTH);
    client_say(fd, "POST /large HTTP/1.1\r\n" HOST "Transfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 1536; i++) {
        client_say(fd, "400\r\n");
        client_send(fd, words, 1024);
        client_say(fd, "\r\n");
    }
    client_say(fd, "0\r\n\r\nGET / HTTP/1.1\r\n" HOST "Connection: close\r\n\r\n");
    heard all = client_hear(fd, 5000, NULL);
    ck_assert(all.closed);
    ck_assert_int_eq(count_of(all.text, "HTTP/1.1 200"), 3);
    ck_assert_int_eq(count_of(all.text, "Content-Length: 1572864\r\n"), 2);
    ck_assert_uint_gt(all.length, 2 * LENGTH);
    (void)close(fd);
}
END_TEST

/** The first buffer is lent to the next client, who writes where the other's path stood. */
START_TEST(a_path_is_its_own_when_a_large_body_moves_it)
{
    enum { LENGTH = 100000 };
    static char words[LENGTH];
    memset(words, 'x', LENGTH);
    int fd = client_open(&here);
    int other = client_open(&here);
    client_say(fd, "POST /named/mine HTTP/1.1\r\n" HOST "Content-Length: 100000\r\n\r\n");
    wait_ms(50);
    client_say(other, "POST /named/your HTTP/1.1\r\n" HOST);
    wait_ms(50);
    client_send(fd, words, LENGTH);
    heard all = client_hear(fd, 3000, "\r\n\r\nmine");
    ck_assert_msg(strstr(all.text, "\r\n\r\nmine") != NULL, "%s", all.text);
    (void)close(fd);
    (void)close(other);
}
END_TEST

START_TEST(a_chunked_body_over_its_limit_is_413)
{
    char piece[1024 + 8] = "400\r\n";
    memset(piece + 5, 'x', 1024);
    memcpy(piece + 5 + 1024, "\r\n", 3);
    int fd = client_open(&here);
    client_say(fd, "POST /echo HTTP/1.1\r\n" HOST "Transfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 257; i++) {
        client_say(fd, piece);
    }
    heard all = client_hear(fd, 3000, NULL);
    ck_assert_int_eq(strncmp(all.text, "HTTP/1.1 413", 12), 0);
    ck_assert_int_eq(count_of(all.text, "HTTP/1.1"), 1);
    ck_assert(all.closed);
    (void)close(fd);
}
END_TEST

START_TEST(the_body_is_asked_for_when_the_client_waits)
{
    int fd = client_open(&here);
    client_say(fd, "POST /echo HTTP/1.1\r\n" HOST
                   "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    heard all = client_hear(fd, 2000, "\r\n\r\n");
    ck_assert_str_eq(all.text, "HTTP/1.1 100 Continue\r\n\r\n");
    client_say(fd, "{}");
    all = client_hear(fd, 2000, "{}");
    ck_assert_int_eq(strncmp(all.text, "HTTP/1.1 200", 12), 0);
    client_say(fd, "PUT /echo HTTP/1.1\r\n" HOST
                   "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    all = client_hear(fd, 2000, NULL);
    ck_assert_int_eq(strncmp(all.text, "HTTP/1.1 405", 12), 0);
    ck_assert(all.closed);
    (void)close(fd);
}
END_TEST

START_TEST(a_slow_reader_gets_all_of_a_large_answer)
{
    int fd = client_open(&here);
    client_say(fd, "GET /huge HTTP/1.1\r\n" HOST "\r\nGET / HTTP/1.1\r\n" HOST
                   "Connection: close\r\n\r\n");
    wait_ms(300);
    heard all = client_hear(fd, 3000, NULL);
    ck_assert(all.closed);
    ck_assert_uint_gt(all.length, 3000000);
    ck_assert_int_eq(count_of(all.text, "HTTP/1.1 200"), 2);
    ck_assert_int_eq(count_of(all.text, "Cache-Control: max-age=1\r\n"), 1);
    ck_assert_int_eq(count_of(all.text, "X-Smuggled"), 0);
    (void)close(fd);
}
END_TEST

START_TEST(clients_that_leave_early_harm_nobody)
{
    struct linger at_once = {.l_onoff = 1, .l_linger = 0};
    for (int i = 0; i < 50; i++) {
        int fd = client_open(&here);
        client_say(fd, i % 2 == 0 ? "GET /late?x HTTP/1.1\r\n" HOST "\r\n"
                                  : "POST /lines HTTP/1.1\r\n" HOST
                                    "Content-Length: 100\r\n\r\nlater\nlater\n");
        wait_ms(i % 5);
        (void)setsockopt(fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
        (void)close(fd);
    }
    heard all = client_ask(&here, "GET /late?x HTTP/1.1\r\n" HOST "\r\n");
    ck_assert_int_eq(strncmp(all.text, "HTTP/1.1 200", 12), 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("http");
    TCase *tests = tcase_create("http");
    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, open_world, close_world);
    tcase_add_loop_test(tests, each_request_has_its_answer, 0, sizeof talks / sizeof talks[0]);
    tcase_add_test(tests, pipelined_requests_are_answered_in_their_order);
    tcase_add_test(tests, a_body_of_its_limit_is_taken_whole);
    tcase_add_test(tests, a_path_is_its_own_when_a_large_body_moves_it);
    tcase_add_test(tests, a_chunked_body_over_its_limit_is_413);
    tcase_add_test(tests, the_body_is_asked_for_when_the_client_waits);
    tcase_add_test(tests, a_slow_reader_gets_all_of_a_large_answer);
    tcase_add_test(tests, clients_that_leave_early_harm_nobody);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
