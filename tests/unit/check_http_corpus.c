// SPDX-License-Identifier: Apache-2.0
// Every raw request of the corpus over a real socket, whole and byte by byte.
#include "corpus.h"
#include "http_world.h"

#define PROBE "GET /late?probe HTTP/1.1\r\n" HOST "\r\n"

static world here;
static corpus_case *cases;
static size_t case_count;

static void open_world(void)
{
    srv_limits limits = srv_default_limits;
    limits.header_ms = 3000;
    case_count = corpus_load(&cases);
    here = world_open(&limits, 2);
}

static void close_world(void)
{
    ck_assert_int_eq(world_close(&here), 0);
}

/** The statuses of all answers, in their order: `200 404 `. */
typedef struct statuses {
    char text[64];
    size_t count;
    bool all_refuse, says_close, probed;
} statuses;

static statuses statuses_of(const char *text)
{
    statuses found = {.all_refuse = true};
    for (const char *at = strstr(text, "HTTP/1.1 "); at != NULL; at = strstr(at, "HTTP/1.1 ")) {
        at += strlen("HTTP/1.1 ");
        int status = atoi(at);
        if (status < 200 || strncmp(at + 4, "\"", 1) == 0) {
            continue;
        }
        found.all_refuse = found.all_refuse && status >= 400 && status != 500;
        size_t length = strlen(found.text);
        (void)snprintf(found.text + length, sizeof found.text - length, "%d ", status);
        found.count++;
    }
    found.says_close = strstr(text, "\r\nConnection: close\r\n") != NULL;
    found.probed = strstr(text, "\r\n\r\nprobe") != NULL;
    return found;
}

static statuses try_case(const corpus_case *one, size_t step, const char *after)
{
    int yes = 1;
    int fd = client_open(&here);
    (void)setsockopt(fd, IPPROTO_TCP, 1 /* TCP_NODELAY */, &yes, sizeof yes);
    for (size_t at = 0; at < one->length; at += step) {
        client_send(fd, one->bytes + at, one->length - at < step ? one->length - at : step);
    }
    client_say(fd, after);
    (void)shutdown(fd, SHUT_WR);
    heard all = client_hear(fd, 5000, NULL);
    ck_assert_msg(all.closed, "%s: the connection stays open", one->name);
    (void)close(fd);
    return statuses_of(all.text);
}

START_TEST(what_must_be_refused_is_and_nothing_is_answered_after)
{
    for (size_t i = 0; i < case_count; i++) {
        if (strcmp(cases[i].verdict, "reject") != 0) {
            continue;
        }
        for (int variant = 0; variant < 3; variant++) {
            statuses found = try_case(&cases[i], variant == 1 ? 1 : cases[i].length,
                                      variant == 2 ? PROBE : "");
            ck_assert_msg(found.count <= 1 && found.all_refuse && !found.probed, "%s: %s",
                          cases[i].name, found.text);
            ck_assert_msg(found.count == 0 || found.says_close, "%s: kept open", cases[i].name);
        }
    }
}
END_TEST

START_TEST(what_must_be_accepted_is_answered_and_the_connection_goes_on)
{
    for (size_t i = 0; i < case_count; i++) {
        if (strcmp(cases[i].verdict, "accept") != 0) {
            continue;
        }
        for (int variant = 0; variant < 2; variant++) {
            statuses found = try_case(&cases[i], variant == 1 ? 1 : cases[i].length, PROBE);
            ck_assert_msg(found.count >= 2 && found.probed && !found.says_close, "%s: %s",
                          cases[i].name, found.text);
        }
    }
}
END_TEST

START_TEST(a_doubtful_request_is_answered_once_at_most_and_the_same_byte_by_byte)
{
    for (size_t i = 0; i < case_count; i++) {
        statuses whole = try_case(&cases[i], cases[i].length, "");
        statuses bytewise = try_case(&cases[i], 1, "");
        ck_assert_msg(strcmp(whole.text, bytewise.text) == 0, "%s: %s and %s", cases[i].name,
                      whole.text, bytewise.text);
        ck_assert_msg(whole.count <= 1 || strcmp(cases[i].verdict, "either") != 0, "%s: %s",
                      cases[i].name, whole.text);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("http corpus");
    TCase *tests = tcase_create("http corpus");
    tcase_set_timeout(tests, 180);
    tcase_add_checked_fixture(tests, open_world, close_world);
    tcase_add_test(tests, what_must_be_refused_is_and_nothing_is_answered_after);
    tcase_add_test(tests, what_must_be_accepted_is_answered_and_the_connection_goes_on);
    tcase_add_test(tests,
                   a_doubtful_request_is_answered_once_at_most_and_the_same_byte_by_byte);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
