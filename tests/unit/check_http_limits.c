// SPDX-License-Identifier: Apache-2.0
// Every wait and every number has its bound, and the end is orderly.
#include <sys/resource.h>

#include "http_world.h"

static const srv_limits small = {
    .request_line_bytes = 256,
    .header_bytes = 1024,
    .body_bytes = 4096,
    .large_body_bytes = 8192,
    .arena_bytes = 65536,
    .large_arena_bytes = 131072,
    .header_ms = 400,
    .idle_ms = 1500,
    .body_grace_ms = 400,
    .body_rate_bytes = 1000,
    .in_flight = 4,
    .drain_ms = 4000,
    .spare_descriptors = 8,
};

static int ms_since(const struct timespec *start)
{
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int)((now.tv_sec - start->tv_sec) * 1000 +
                 (now.tv_nsec - start->tv_nsec) / 1000000);
}

static const struct {
    const char *words;
    const char *begins; // the answer, or "" for a plain close
    int at_least_ms, at_most_ms;
} waits[] = {
    {"", "", 1400, 3000},
    {"\r\n\r\n", "", 1400, 3000},
    {"G", "HTTP/1.1 408", 350, 1300},
    {"GET / HTTP/1.1\r\nHos", "HTTP/1.1 408", 350, 1300},
    {"GET / HTTP/1.1\r\n" HOST "\r\n", "HTTP/1.1 200", 1400, 3000},
    {"GET / HTTP/1.1\r\n" HOST "\r\nGET", "HTTP/1.1 200", 350, 1300},
    {"POST /echo HTTP/1.1\r\n" HOST "Content-Length: 3\r\n\r\n{}", "HTTP/1.1 408", 350, 1300},
    {"POST /echo HTTP/1.1\r\n" HOST "Transfer-Encoding: chunked\r\n\r\n2\r\n{", "HTTP/1.1 408",
     350, 1300},
    {"POST /lines HTTP/1.1\r\n" HOST "Content-Length: 9\r\n\r\n{}", "HTTP/1.1 408", 350, 1300},
    {"POST /lines HTTP/1.1\r\n" HOST "Content-Length: 9\r\n\r\n{}\nx", "HTTP/1.1 200", 350,
     1300},
};

START_TEST(nobody_waits_longer_than_the_limits_say)
{
    struct timespec start;
    world here = world_open(&small, 1);
    (void)clock_gettime(CLOCK_MONOTONIC, &start);
    int fd = client_open(&here);
    client_say(fd, waits[_i].words);
    heard all = client_hear(fd, 5000, NULL);
    int took_ms = ms_since(&start);
    ck_assert(all.closed);
    ck_assert_msg(strncmp(all.text, waits[_i].begins, strlen(waits[_i].begins)) == 0, "%s",
                  all.text);
    ck_assert((all.length == 0) == (waits[_i].begins[0] == '\0'));
    ck_assert_int_ge(took_ms, waits[_i].at_least_ms);
    ck_assert_int_le(took_ms, waits[_i].at_most_ms);
    (void)close(fd);
    ck_assert_int_eq(world_close(&here), 0);
}
END_TEST

START_TEST(a_body_that_trickles_or_stops_after_a_rush_is_cut_off)
{
    char rush[3001];
    world here = world_open(&small, 1);
    int slow = client_open(&here);
    int stopped = client_open(&here);
    memset(rush, 'x', sizeof rush - 1);
    rush[sizeof rush - 1] = '\0';
    client_say(stopped, "POST /echo HTTP/1.1\r\n" HOST "Content-Length: 4000\r\n\r\n");
    client_say(stopped, rush);
    client_say(slow, "POST /echo HTTP/1.1\r\n" HOST "Content-Length: 4000\r\n\r\n");
    for (int i = 0; i < 15; i++) {
        client_say(slow, "x");
        wait_ms(100);
    }
    ck_assert_int_eq(strncmp(client_hear(slow, 0, NULL).text, "HTTP/1.1 408", 12), 0);
    ck_assert_int_eq(strncmp(client_hear(stopped, 0, NULL).text, "HTTP/1.1 408", 12), 0);
    (void)close(slow);
    (void)close(stopped);
    ck_assert_int_eq(world_close(&here), 0);
}
END_TEST

START_TEST(a_head_that_trickles_is_cut_off_and_a_steady_body_is_not)
{
    srv_limits limits = small;
    limits.body_grace_ms = 800;
    world here = world_open(&limits, 1);
    int slow = client_open(&here);
    int steady = client_open(&here);
    client_say(steady, "POST /echo HTTP/1.1\r\n" HOST "Content-Length: 3000\r\n\r\n");
    char piece[301];
    memset(piece, 'x', 300);
    piece[300] = '\0';
    for (int i = 0; i < 10; i++) { // for more than the grace
        client_say(slow, "G");
        client_say(steady, piece);
        wait_ms(120);
    }
    ck_assert_int_eq(strncmp(client_hear(slow, 1000, NULL).text, "HTTP/1.1 408", 12), 0);
    ck_assert_int_eq(strncmp(client_hear(steady, 1000, piece).text, "HTTP/1.1 200", 12), 0);
    (void)close(slow);
    (void)close(steady);
    ck_assert_int_eq(world_close(&here), 0);
}
END_TEST

static const struct {
    const char *line;
    size_t padding;
    const char *begins;
} sizes[] = {
    {"GET /", 230, "HTTP/1.1 404"},
    {"GET /", 300, "HTTP/1.1 414"},
    {"GET / HTTP/1.1\r\n" HOST "X: ", 900, "HTTP/1.1 200"},
    {"GET / HTTP/1.1\r\n" HOST "X: ", 1100, "HTTP/1.1 431"},
};

START_TEST(what_is_too_long_has_its_own_status)
{
    static char words[4096];
    world here = world_open(&small, 1);
    size_t length = strlen(sizes[_i].line);
    memcpy(words, sizes[_i].line, length);
    memset(words + length, 'a', sizes[_i].padding);
    bool in_line = strchr(sizes[_i].line, '\n') == NULL;
    const char *rest = in_line ? " HTTP/1.1\r\n" HOST "\r\n" : "\r\n\r\n";
    memcpy(words + length + sizes[_i].padding, rest, strlen(rest) + 1);
    heard all = client_ask(&here, words);
    ck_assert_msg(strncmp(all.text, sizes[_i].begins, 12) == 0, "%s", all.text);
    ck_assert_int_eq(world_close(&here), 0);
}
END_TEST

START_TEST(more_requests_than_the_limit_are_told_to_come_later)
{
    world here = world_open(&small, 1);
    int fds[5];
    for (int i = 0; i < 5; i++) {
        fds[i] = client_open(&here);
        client_say(fds[i], "GET /late?s HTTP/1.1\r\n" HOST "\r\n");
        wait_ms(50);
    }
    heard all = client_hear(fds[4], 3000, NULL);
    ck_assert_int_eq(strncmp(all.text, "HTTP/1.1 503", 12), 0);
    ck_assert_int_eq(count_of(all.text, "Retry-After: 1\r\n"), 1);
    ck_assert(all.closed);
    for (int i = 0; i < 4; i++) {
        all = client_hear(fds[i], 3000, "\r\n\r\ns");
        ck_assert_int_eq(strncmp(all.text, "HTTP/1.1 200", 12), 0);
        (void)close(fds[i]);
    }
    all = client_ask(&here, "GET / HTTP/1.1\r\n" HOST "\r\n");
    ck_assert_int_eq(strncmp(all.text, "HTTP/1.1 200", 12), 0);
    ck_assert_int_eq(world_close(&here), 0);
}
END_TEST

static const char *const slow[] = {
    "POST /echo HTTP/1.1\r\n" HOST
    "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{",
    "POST /echo HTTP/1.1\r\n" HOST
    "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{",
    "POST /lines HTTP/1.1\r\n" HOST "Content-Length: 2\r\n\r\n{",
};
static const char *const rest_of_slow[] = {"}", "}\r\n0\r\n\r\n", "}"};

START_TEST(bodies_that_are_still_coming_hold_nobody_up)
{
    srv_limits patient = small;
    patient.body_grace_ms = 10000;
    world here = world_open(&patient, 1);
    int fds[12];
    for (int i = 0; i < 12; i++) {
        fds[i] = client_open(&here);
        client_say(fds[i], slow[_i]);
    }
    wait_ms(100);
    heard all = client_ask(&here, "GET / HTTP/1.1\r\n" HOST "\r\n");
    ck_assert_msg(strncmp(all.text, "HTTP/1.1 200", 12) == 0, "%s", all.text);
    for (int i = 0; i < 12; i++) {
        client_say(fds[i], rest_of_slow[_i]);
        all = client_hear(fds[i], 3000, "{}");
        ck_assert_msg(strncmp(all.text, "HTTP/1.1 200", 12) == 0, "%s", all.text);
        (void)close(fds[i]);
    }
    ck_assert_int_eq(world_close(&here), 0);
}
END_TEST

START_TEST(a_body_that_ends_when_the_limit_is_reached_is_told_to_come_later)
{
    srv_limits patient = small;
    patient.body_grace_ms = 10000;
    world here = world_open(&patient, 1);
    int fds[5];
    for (int i = 4; i >= 0; i--) {
        fds[i] = client_open(&here);
        client_say(fds[i], i == 4 ? slow[_i] : "GET /late?s HTTP/1.1\r\n" HOST "\r\n");
        wait_ms(50);
    }
    client_say(fds[4], rest_of_slow[_i]);
    heard all = client_hear(fds[4], 1000, NULL);
    ck_assert_msg(strncmp(all.text, "HTTP/1.1 503", 12) == 0, "%s", all.text);
    ck_assert_int_eq(count_of(all.text, "Retry-After: 1\r\n"), 1);
    for (int i = 0; i < 4; i++) {
        all = client_hear(fds[i], 3000, "\r\n\r\ns");
        ck_assert_int_eq(strncmp(all.text, "HTTP/1.1 200", 12), 0);
    }
    for (int i = 0; i < 5; i++)
        (void)close(fds[i]);
    all = client_ask(&here, "GET / HTTP/1.1\r\n" HOST "\r\n");
    ck_assert_int_eq(strncmp(all.text, "HTTP/1.1 200", 12), 0);
    ck_assert_int_eq(world_close(&here), 0);
}
END_TEST

START_TEST(before_the_descriptors_run_out_a_client_is_told)
{
    struct rlimit few = {40, 40};
    int fds[64];
    pid_t child = fork();
    if (child != 0) {
        int status = -1;
        ck_assert_int_eq(waitpid(child, &status, 0), child);
        ck_assert(WIFEXITED(status) && WEXITSTATUS(status) == 0);
        return;
    }
    struct rlimit usual;
    (void)getrlimit(RLIMIT_NOFILE, &usual);
    few.rlim_max = usual.rlim_max;
    (void)setrlimit(RLIMIT_NOFILE, &few); // the server inherits it, the client takes it back
    world here = world_open(&small, 1);
    (void)setrlimit(RLIMIT_NOFILE, &usual);
    int told = 0;
    for (int i = 0; i < 64; i++) {
        fds[i] = client_open(&here);
        wait_ms(2);
    }
    wait_ms(300);
    for (int i = 0; i < 64; i++) {
        heard all = client_hear(fds[i], i < 8 ? 0 : 20, NULL);
        told += strncmp(all.text, "HTTP/1.1 503", 12) == 0;
        (void)close(fds[i]);
    }
    wait_ms(300);
    heard after = client_ask(&here, "GET / HTTP/1.1\r\n" HOST "\r\n");
    bool good = told >= 4 && strncmp(after.text, "HTTP/1.1 200", 12) == 0;
    exit(world_close(&here) == 0 && good ? 0 : 1);
}
END_TEST

START_TEST(the_end_waits_for_what_is_in_flight_and_for_nobody_else)
{
    struct timespec start;
    world here = world_open(&small, 2);
    int idle = client_open(&here);
    int busy = client_open(&here);
    client_say(idle, "GET / HTTP/1.1\r\n" HOST "\r\n");
    (void)client_hear(idle, 2000, "\r\n\r\n");
    client_say(busy, "GET /late?s HTTP/1.1\r\n" HOST "\r\n");
    wait_ms(100);
    (void)clock_gettime(CLOCK_MONOTONIC, &start);
    (void)kill(here.pid, SIGTERM);
    ck_assert(client_hear(idle, 2000, NULL).closed);
    ck_assert_int_le(ms_since(&start), 1500);
    heard all = client_hear(busy, 3000, NULL);
    ck_assert_int_eq(strncmp(all.text, "HTTP/1.1 200", 12), 0);
    ck_assert_int_eq(count_of(all.text, "Connection: close\r\n"), 1);
    (void)close(idle);
    (void)close(busy);
    ck_assert_int_eq(world_wait(&here), 0);
    ck_assert_int_le(ms_since(&start), 3600);
}
END_TEST

START_TEST(the_end_does_not_wait_for_ever)
{
    struct timespec start;
    srv_limits limits = small;
    limits.drain_ms = 300;
    world here = world_open(&limits, 1);
    int busy = client_open(&here);
    client_say(busy, "GET /late?s HTTP/1.1\r\n" HOST "\r\n");
    wait_ms(100);
    (void)clock_gettime(CLOCK_MONOTONIC, &start);
    ck_assert_int_eq(world_close(&here), 0);
    ck_assert_int_le(ms_since(&start), 1800);
    (void)close(busy);
}
END_TEST

START_TEST(an_address_that_is_taken_is_an_error)
{
    world here = world_open(&small, 2);
    cds_ctx ctx = {.mem = cds_arena_new(4096)};
    srv_app app = {.routes = world_routes, .route_count = 1};
    srv_listen taken = {.host = "127.0.0.1", .port = here.port, .workers = 2, .limits = small};
    ck_assert_int_eq(srv_server_run(&ctx, &app, &taken), CDS_FAILED);
    ck_assert_ptr_nonnull(strstr(ctx.error.what, "127.0.0.1"));
    cds_error_clear(&ctx);
    srv_listen nonsense = {.host = "localhost", .port = 0, .workers = 1, .limits = small};
    ck_assert_int_eq(srv_server_run(&ctx, &app, &nonsense), CDS_FAILED);
    cds_arena_free(ctx.mem);
    ck_assert_int_eq(world_close(&here), 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("http limits");
    TCase *tests = tcase_create("http limits");
    tcase_set_timeout(tests, 30);
    tcase_add_loop_test(tests, nobody_waits_longer_than_the_limits_say, 0,
                        sizeof waits / sizeof waits[0]);
    tcase_add_test(tests, a_body_that_trickles_or_stops_after_a_rush_is_cut_off);
    tcase_add_test(tests, a_head_that_trickles_is_cut_off_and_a_steady_body_is_not);
    tcase_add_loop_test(tests, what_is_too_long_has_its_own_status, 0,
                        sizeof sizes / sizeof sizes[0]);
    tcase_add_test(tests, more_requests_than_the_limit_are_told_to_come_later);
    tcase_add_loop_test(tests, bodies_that_are_still_coming_hold_nobody_up, 0,
                        sizeof slow / sizeof *slow);
    tcase_add_loop_test(tests, a_body_that_ends_when_the_limit_is_reached_is_told_to_come_later,
                        0, sizeof slow / sizeof *slow);
    tcase_add_test(tests, before_the_descriptors_run_out_a_client_is_told);
    tcase_add_test(tests, the_end_waits_for_what_is_in_flight_and_for_nobody_else);
    tcase_add_test(tests, the_end_does_not_wait_for_ever);
    tcase_add_test(tests, an_address_that_is_taken_is_an_error);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
