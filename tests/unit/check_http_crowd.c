// SPDX-License-Identifier: Apache-2.0
// Many who come at once, and many who read slowly, keep nobody else waiting.
#include "http_world.h"

#define CROWD 300
#define COUNT "GET /count HTTP/1.1\r\n" HOST "\r\n"
#define KERNEL_MOST_BYTES (200 << 10) // a piece of 64 KiB or two, and what the window holds

static int count_heard(int fd)
{
    const heard all = client_hear(fd, 5000, ".");
    const char *body = strstr(all.text, "\r\n\r\n");
    ck_assert_ptr_nonnull(body);
    return atoi(body + 4);
}

START_TEST(who_is_here_waits_for_a_few_of_a_crowd_that_comes)
{
    int fds[CROWD];
    world here = world_open(&srv_default_limits, 1);
    const int known = client_open(&here);
    client_say(known, COUNT);
    ck_assert_int_eq(count_heard(known), 0);
    (void)kill(here.pid, SIGSTOP); // so that all of them come in one turn of the loop
    for (int i = 0; i < CROWD; i++) {
        fds[i] = client_open(&here);
        client_say(fds[i], COUNT);
    }
    (void)kill(here.pid, SIGCONT);
    (void)client_hear(fds[0], 5000, ".");
    client_say(known, COUNT);
    const int before = count_heard(known);
    ck_assert_msg(before < CROWD / 2, "%d came before it", before);
    for (int i = 1; i < CROWD; i++) {
        (void)count_heard(fds[i]);
        (void)close(fds[i]);
    }
    (void)close(fds[0]);
    (void)close(known);
    ck_assert_int_eq(world_close(&here), 0);
}
END_TEST

static int port_of(int fd)
{
    struct sockaddr_in at;
    socklen_t length = sizeof at;
    ck_assert_int_eq(getsockname(fd, (struct sockaddr *)&at, &length), 0);
    return ntohs(at.sin_port);
}

/** Bytes that the kernel keeps of what the server sent to that port. */
static long kept_by_kernel(const world *here, int to)
{
    char line[512];
    long found = -1;
    FILE *file = fopen("/proc/net/tcp", "re");
    ck_assert_ptr_nonnull(file);
    while (fgets(line, sizeof line, file) != NULL) {
        unsigned from_port = 0;
        unsigned to_port = 0;
        unsigned long kept = 0;
        if (sscanf(line, "%*d: %*x:%x %*x:%x %*x %lx:", &from_port, &to_port, &kept) == 3 &&
            (int)from_port == here->port && (int)to_port == to)
            found = (long)kept;
    }
    (void)fclose(file);
    return found;
}

START_TEST(what_a_slow_reader_is_owed_does_not_fill_the_kernel)
{
    const int small = 4096;
    world here = world_open(&srv_default_limits, 1);
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons((uint16_t)here.port)};
    const int fd = socket(AF_INET, SOCK_STREAM, 0);
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ck_assert_int_eq(setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &small, sizeof small), 0);
    ck_assert_int_eq(connect(fd, (struct sockaddr *)&at, sizeof at), 0);
    client_say(fd, "GET /huge HTTP/1.1\r\n" HOST "\r\n");
    (void)client_hear(fd, 5000, "200 OK");
    wait_ms(100);
    const long kept = kept_by_kernel(&here, port_of(fd));
    ck_assert_int_gt(kept, 0);
    ck_assert_int_lt(kept, KERNEL_MOST_BYTES);
    (void)close(fd);
    ck_assert_int_eq(world_close(&here), 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("http crowd");
    TCase *tests = tcase_create("http crowd");
    tcase_set_timeout(tests, 30);
    tcase_add_test(tests, who_is_here_waits_for_a_few_of_a_crowd_that_comes);
    tcase_add_test(tests, what_a_slow_reader_is_owed_does_not_fill_the_kernel);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
