// SPDX-License-Identifier: Apache-2.0
// The service is killed with -9 at random moments under sixteen clients, again and again: what
// was answered is there unaltered, the log verifies, and a key has one record. KILL_CYCLES in
// the environment says how often (8 without).
#include <arpa/inet.h>
#include <check.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/http/program.h"

#define CLIENTS 16
#define CYCLES 8
#define LIFE_MS 200

// What a client asked under one key, and was answered. Never forgotten.
typedef struct asked {
    char key[32];
    char location[96];
    char *body; // NULL: not answered yet
} asked;

typedef struct client {
    pthread_t thread;
    unsigned number;
    asked *list;
    size_t count, room;
    size_t checked; // of the list, read back after a restart
} client;

static program tendon;
static client clients[CLIENTS];
static unsigned seed;

static unsigned cycles(void)
{
    const char *given = getenv("KILL_CYCLES");
    return given == NULL ? CYCLES : (unsigned)strtoul(given, NULL, 10);
}

// As client_open, but a service that is gone fails no test here. -1: it is gone.
static int try_open(void)
{
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)tendon.port)};
    int made = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(made, (struct sockaddr *)&to, sizeof to) == 0) {
        return made;
    }
    close(made);
    return -1;
}

static asked *next_question(client *of)
{
    if (of->count > 0 && of->list[of->count - 1].body == NULL) {
        return &of->list[of->count - 1]; // it was not answered: again, under the same key
    }
    if (of->count == of->room) {
        of->room = of->room * 2 + 64;
        of->list = realloc(of->list, of->room * sizeof *of->list);
    }
    asked *made = &of->list[of->count++];
    *made = (asked){.body = NULL};
    snprintf(made->key, sizeof made->key, "client-%u-%zu", of->number, of->count);
    return made;
}

/** False: the answer did not come, or not whole. */
static bool ask(int socket, asked *question)
{
    char text[512];
    char body[128];
    char length[32];
    snprintf(body, sizeof body, "{\"patient\":{\"age_years\":52,\"reference\":\"%s\"}}",
             question->key);
    int size = snprintf(text, sizeof text,
                        "POST /v1/evaluations HTTP/1.1\r\nHost: localhost\r\n"
                        "Content-Type: application/json\r\nIdempotency-Key: %s\r\n"
                        "Content-Length: %zu\r\n\r\n%s",
                        question->key, strlen(body), body);
    client_send(socket, text, (size_t)size);
    answer got = client_read(socket);
    bool whole =
        got.status == 201 &&
        answer_header(&got, "content-length", length, sizeof length) != NULL &&
        strtoul(length, NULL, 10) == got.length &&
        answer_header(&got, "location", question->location, sizeof question->location) != NULL;
    if (whole) {
        question->body = got.body;
        got.body = NULL;
    }
    answer_free(&got);
    return whole;
}

static void *live(void *user)
{
    client *of = user;
    int socket = try_open();
    while (socket >= 0 && ask(socket, next_question(of))) {
    }
    if (socket >= 0) {
        close(socket);
    }
    return NULL;
}

static void live_and_die(void)
{
    for (unsigned i = 0; i < CLIENTS; i++) {
        ck_assert_int_eq(pthread_create(&clients[i].thread, NULL, live, &clients[i]), 0);
    }
    usleep(1000 * (useconds_t)(rand_r(&seed) % LIFE_MS));
    program_kill(&tendon, SIGKILL);
    for (unsigned i = 0; i < CLIENTS; i++) {
        pthread_join(clients[i].thread, NULL);
    }
    ck_assert_int_eq(program_wait(&tendon), -1);
}

static void read_back(const asked *question)
{
    answer got = client_ask(&tendon, "GET", question->location, "", "");
    ck_assert_msg(got.status == 200, "%s is lost: %d", question->key, got.status);
    ck_assert_msg(strcmp(got.body, question->body) == 0, "%s is altered", question->key);
    answer_free(&got);
}

/** All that was answered since `checked`, and an answer for what was cut off. */
static void settle(client *of)
{
    if (of->count > 0 && of->list[of->count - 1].body == NULL) {
        int socket = client_open(&tendon);
        ck_assert(ask(socket, &of->list[of->count - 1]));
        close(socket);
    }
    for (; of->checked < of->count; of->checked++) {
        read_back(&of->list[of->checked]);
    }
}

static void verify_log(void)
{
    char line[256];
    snprintf(line, sizeof line, TENDON_PROGRAM " log verify --data '%s' >/dev/null",
             tendon.data);
    ck_assert_msg(system(line) == 0, "the log does not verify");
}

static long recorded(void)
{
    char line[256];
    long count = 0;
    snprintf(line, sizeof line,
             TENDON_PROGRAM
             " log export --data '%s' | grep -cF '\\\"kind\\\":\\\"evaluation\\\"'",
             tendon.data);
    FILE *said = popen(line, "r");
    ck_assert_int_eq(fscanf(said, "%ld", &count), 1);
    pclose(said);
    return count;
}

START_TEST(kill_9_under_sixteen_clients_loses_nothing_and_records_each_key_once)
{
    long keys = 0;
    program_prepare(&tendon, SOURCE_DIR "/rules", SOURCE_DIR "/schemas/assessment.schema.json");
    for (unsigned cycle = 0; cycle < cycles(); cycle++) {
        program_start(&tendon);
        for (unsigned i = 0; i < CLIENTS; i++) {
            settle(&clients[i]);
        }
        live_and_die();
        verify_log();
    }
    program_start(&tendon);
    for (unsigned i = 0; i < CLIENTS; i++) {
        clients[i].checked = 0;
        settle(&clients[i]);
        keys += (long)clients[i].count;
    }
    ck_assert_int_gt(keys, cycles());
    ck_assert_int_eq(recorded(), keys);
    verify_log();
    program_end(&tendon);
    fprintf(stderr, "%u kills, %ld keys, 0 lost (seed %u)\n", cycles(), keys, seed);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("kill");
    TCase *cases = tcase_create("kill");
    seed = (unsigned)getpid();
    for (unsigned i = 0; i < CLIENTS; i++) {
        clients[i].number = i;
    }
    tcase_set_timeout(cases, 60 + 10.0 * cycles());
    tcase_add_test(cases, kill_9_under_sixteen_clients_loses_nothing_and_records_each_key_once);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
