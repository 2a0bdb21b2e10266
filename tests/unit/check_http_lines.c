// SPDX-License-Identifier: Apache-2.0
// A streamed body over real sockets: a line in, a line out, in order and in little memory.
#include "http_world.h"

#define POST "POST /lines HTTP/1.1\r\n" HOST
#define CLOSE "Connection: close\r\n"

static world here;

static void open_world(void)
{
    srv_limits limits = srv_default_limits;
    limits.body_bytes = 100;
    here = world_open(&limits, 1);
}

static void close_world(void)
{
    ck_assert_int_eq(world_close(&here), 0);
}

static const struct {
    const char *words;
    const char *ends; // of all that is heard
} streams[] = {
    {POST CLOSE "Content-Length: 4\r\n\r\na\nb\n", "\r\n\r\n2\r\na\n\r\n2\r\nb\n\r\n0\r\n\r\n"},
    {POST CLOSE "Content-Length: 3\r\n\r\na\nb", "\r\n\r\n2\r\na\n\r\n2\r\nb\n\r\n0\r\n\r\n"},
    {POST CLOSE "Content-Length: 10\r\n\r\n\r\n\na\r\n\n\r\nb",
     "\r\n\r\n2\r\na\n\r\n2\r\nb\n\r\n0\r\n\r\n"},
    {POST CLOSE "Content-Length: 0\r\n\r\n", "\r\n\r\n0\r\n\r\n"},
    {POST CLOSE "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n3\r\nb\nc\r\n0\r\n\r\n",
     "\r\n\r\n3\r\nab\n\r\n2\r\nc\n\r\n0\r\n\r\n"},
    {POST CLOSE "Content-Length: 15\r\n\r\na\nlater\nb\nlater",
     "\r\n\r\n2\r\na\n\r\n6\r\nlater\n\r\n2\r\nb\n\r\n6\r\nlater\n\r\n0\r\n\r\n"},
    {POST CLOSE "Content-Length: 9\r\n\r\nhold\ngo\nb",
     "\r\n\r\n5\r\nheld\n\r\n3\r\ngo\n\r\n2\r\nb\n\r\n0\r\n\r\n"},
    {POST "Content-Length: 20\r\n\r\nlater\nb\nlater\nc",
     "\r\n\r\n6\r\nlater\n\r\n2\r\nb\n\r\n6\r\nlater\n\r\n"},
    {"POST /lines HTTP/1.0\r\nContent-Length: 4\r\n\r\na\nb\n", "\r\n\r\na\nb\n"},
    {POST "Content-Length: 2\r\n\r\na\nPOST /echo HTTP/1.1\r\n" HOST CLOSE
          "Content-Length: 2\r\n\r\n{}",
     "\r\n\r\n{}"},
    {POST "Content-Length: 10\r\n\r\na\nb", "\r\n\r\n2\r\na\n\r\n"},
};

START_TEST(each_line_has_its_line_and_the_end_is_the_end)
{
    for (size_t step = 1; step < 200; step = step * 3 + 1) {
        size_t length = strlen(streams[_i].words);
        int fd = client_open(&here);
        for (size_t at = 0; at < length; at += step) {
            client_send(fd, streams[_i].words + at, length - at < step ? length - at : step);
        }
        (void)shutdown(fd, SHUT_WR);
        heard all = client_hear(fd, 3000, NULL);
        size_t wanted = strlen(streams[_i].ends);
        ck_assert(all.closed);
        ck_assert_msg(all.length > wanted &&
                          strcmp(all.text + all.length - wanted, streams[_i].ends) == 0,
                      "%s", all.text);
        (void)close(fd);
    }
}
END_TEST

START_TEST(a_stream_that_breaks_has_no_last_chunk)
{
    int fd = client_open(&here);
    client_say(fd, POST "Transfer-Encoding: chunked\r\n\r\n2\r\na\n\r\n");
    heard all = client_hear(fd, 3000, "\r\n\r\n2\r\na\n\r\n");
    ck_assert(!all.closed);
    client_say(fd, "X\r\n0\r\n\r\n");
    all = client_hear(fd, 3000, NULL);
    ck_assert(all.closed);
    ck_assert_uint_eq(all.length, 0);
    (void)close(fd);
}
END_TEST

START_TEST(a_client_that_leaves_takes_only_its_own_lines)
{
    static const struct linger reset = {.l_onoff = 1, .l_linger = 0};
    for (int i = 0; i < 50; i++) {
        int fd = client_open(&here);
        client_say(fd, POST "Content-Length: 60\r\n\r\na\nlater\nlater\nb\nlater\n");
        (void)setsockopt(fd, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
        (void)close(fd);
    }
    heard all = client_ask(&here, POST CLOSE "Content-Length: 7\r\n\r\nlater\na");
    ck_assert_ptr_nonnull(strstr(all.text, "6\r\nlater\n\r\n2\r\na\n\r\n0\r\n\r\n"));
}
END_TEST

static const struct {
    const char *words;
    const char *begins;
} refused[] = {
    {POST "Transfer-Encoding: chunked\r\n\r\nX", "HTTP/1.1 400"},
    {POST "Content-Length: 10\r\n\r\na", "HTTP/1.1 400"},
    {"POST /lines?a HTTP/1.1\r\n" HOST "Content-Length: 50\r\n\r\nGET / HTTP/1.1\r\n" HOST
     "\r\n",
     "HTTP/1.1 400"},
    {POST "Content-Type: application/json\r\nContent-Length: 2\r\n\r\na\n", "HTTP/1.1 415"},
};

START_TEST(a_stream_refused_before_its_first_line_has_a_problem_and_nothing_else)
{
    heard all = client_ask(&here, refused[_i].words);
    ck_assert_int_eq(strncmp(all.text, refused[_i].begins, 12), 0);
    ck_assert_int_eq(count_of(all.text, "\r\nDate: "), 1);
    ck_assert(all.closed);
}
END_TEST

START_TEST(a_line_over_the_limit_is_named_and_the_rest_go_on)
{
    static char words[200100];
    for (size_t longest = 100; longest <= 100000; longest *= 10) {
        size_t length = (size_t)snprintf(words, sizeof words, "a\n%0*d\nb\n%0*d", (int)longest,
                                         0, (int)longest + 1, 0);
        char first[128];
        (void)snprintf(first, sizeof first, POST CLOSE "Content-Length: %zu\r\n\r\n", length);
        int fd = client_open(&here);
        client_say(fd, first);
        client_send(fd, words, length);
        heard all = client_hear(fd, 3000, NULL);
        ck_assert_int_eq(count_of(all.text, "9\r\ntoo long\n\r\n"), longest > 100 ? 2 : 1);
        ck_assert_ptr_nonnull(strstr(all.text, "2\r\nb\n\r\n9\r\ntoo long\n\r\n0\r\n\r\n"));
        (void)close(fd);
    }
}
END_TEST

/** The most it ever held. */
static long peak_kib(pid_t pid)
{
    char path[64];
    char line[256];
    long kib = -1;
    (void)snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
    FILE *file = fopen(path, "r");
    while (file != NULL && kib < 0 && fgets(line, sizeof line, file) != NULL) {
        (void)sscanf(line, "VmHWM: %ld", &kib);
    }
    if (file != NULL) {
        (void)fclose(file);
    }
    return kib;
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { PIECES = 2000, LINES = 100, GROWTH_KIB = 64 << 10 }; // what is freed is kept a while
#else
enum { PIECES = 20000, LINES = 100, GROWTH_KIB = 1 << 10 };
#endif

static void *send_pieces(void *user)
{
    static char piece[LINES * 3 + 16] = "12c\r\n";
    const int fd = *(int *)user;
    for (int i = 0; i < LINES; i++) {
        memcpy(piece + 5 + i * 3, "xy\n", 4);
    }
    memcpy(piece + 5 + LINES * 3, "\r\n", 3);
    client_say(fd, POST CLOSE "Transfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < PIECES; i++) {
        client_say(fd, piece);
    }
    memset(piece + 5, '-', LINES * 3); // one line without an end
    for (int i = 0; i < PIECES; i++) {
        client_say(fd, piece);
    }
    client_say(fd, "1\r\n\n\r\n");
    memset(piece + 5, '\n', LINES * 3);
    memcpy(piece + 5, "xy", 2);
    client_say(fd, piece);
    client_say(fd, "0\r\n\r\n");
    return NULL;
}

static int count_lines(int fd)
{
    static char bytes[1 << 16];
    int count = 0;
    ssize_t length = read(fd, bytes, sizeof bytes);
    while (length > 0) {
        for (ssize_t i = 0; i < length; i++) {
            count += bytes[i] == 'x';
        }
        length = read(fd, bytes, sizeof bytes);
    }
    return count;
}

START_TEST(answers_that_a_client_left_unread_go_with_it)
{
    static const struct linger reset = {.l_onoff = 1, .l_linger = 0};
    const world there = world_open(&srv_default_limits, 1);
    const long before_kib = peak_kib(there.pid);
    const int fd = client_open(&there);
    client_say(fd, POST "Content-Length: 60\r\n\r\nlater\nlarge\nlarge\nlarge\nlarge\nb\n");
    (void)client_hear(fd, 3000, "xx"); // the first large one is on its way
    wait_ms(50);
    ck_assert_int_le(peak_kib(there.pid), before_kib + 3 * LARGE_KIB); // itself and a copy
    (void)setsockopt(fd, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    (void)close(fd);
    wait_ms(50);
    const time_t before = time(NULL);
    ck_assert_int_eq(world_close(&there), 0);
    ck_assert_int_lt(time(NULL) - before, 5); // a connection that stays is given ten seconds
}
END_TEST

START_TEST(lines_under_way_hold_no_more_memory_than_all_may)
{
    for (int i = 0; i < 2; i++) { // what the first held is free again
        const heard all = client_ask(&here, POST CLOSE
                                     "Content-Length: 60\r\n\r\nheavy\nheavy\nheavy\nheavy\n"
                                     "heavy\nheavy\nheavy\nheavy\nheavy\nheavy\n");
        int answered = 0;
        for (int count = 1; count <= 10; count++) {
            const char line[] = {'2', '\r', '\n', (char)('0' + count), '\n', '\0'};
            const int found = count_of(all.text, line);
            answered += found;
            ck_assert_msg(count <= 2 || found == 0, "%s", all.text);
            ck_assert_msg(count != 2 || found > 0, "%s", all.text);
        }
        ck_assert_int_eq(answered, 10);
    }
}
END_TEST

START_TEST(a_client_that_left_is_noticed_when_it_is_answered)
{
    static const struct linger reset = {.l_onoff = 1, .l_linger = 0};
    static char more[100000]; // more than is read ahead, so that nothing is read when it leaves
    for (size_t i = 0; i < sizeof more; i++) {
        more[i] = i % 2 == 0 ? 'b' : '\n';
    }
    const int fd = client_open(&here);
    client_say(fd, POST "Content-Length: 100012\r\n\r\nlater\nlarge\n");
    client_send(fd, more, sizeof more);
    (void)setsockopt(fd, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    (void)close(fd);
    wait_ms(100);
    const heard all = client_ask(&here, POST CLOSE "Content-Length: 1\r\n\r\na");
    ck_assert_ptr_nonnull(strstr(all.text, "2\r\na\n\r\n0\r\n\r\n"));
}
END_TEST

START_TEST(answers_that_waited_for_a_slow_client_all_come)
{
    static const struct timeval patience = {.tv_sec = 5};
    const int fd = client_open(&here);
    (void)setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    client_say(fd, POST CLOSE "Content-Length: 20\r\n\r\nlater\nlarge\nb\nlarge\n");
    wait_ms(50);
    ck_assert_int_eq(count_lines(fd), 2 * LARGE_KIB * 1024 + 1); // and application/x-ndjson
    (void)close(fd);
}
END_TEST

START_TEST(a_long_stream_is_answered_line_by_line_in_constant_memory)
{
    pthread_t thread;
    long before = peak_kib(here.pid);
    int fd = client_open(&here);
    ck_assert_int_eq(pthread_create(&thread, NULL, send_pieces, &fd), 0);
    int answered = count_lines(fd);
    (void)pthread_join(thread, NULL);
    ck_assert_int_eq(answered, PIECES * LINES + 2); // the last line, and application/x-ndjson
    ck_assert_int_gt(before, 0);
    ck_assert_int_le(peak_kib(here.pid), before + GROWTH_KIB);
    (void)close(fd);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("http lines");
    TCase *tests = tcase_create("http lines");
    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, open_world, close_world);
    tcase_add_loop_test(tests, each_line_has_its_line_and_the_end_is_the_end, 0,
                        sizeof streams / sizeof streams[0]);
    tcase_add_loop_test(tests,
                        a_stream_refused_before_its_first_line_has_a_problem_and_nothing_else,
                        0, sizeof refused / sizeof refused[0]);
    tcase_add_test(tests, a_stream_that_breaks_has_no_last_chunk);
    tcase_add_test(tests, a_client_that_leaves_takes_only_its_own_lines);
    tcase_add_test(tests, answers_that_a_client_left_unread_go_with_it);
    tcase_add_test(tests, a_client_that_left_is_noticed_when_it_is_answered);
    tcase_add_test(tests, answers_that_waited_for_a_slow_client_all_come);
    tcase_add_test(tests, lines_under_way_hold_no_more_memory_than_all_may);
    tcase_add_test(tests, a_line_over_the_limit_is_named_and_the_rest_go_on);
    tcase_add_test(tests, a_long_stream_is_answered_line_by_line_in_constant_memory);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
