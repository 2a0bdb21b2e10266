// SPDX-License-Identifier: Apache-2.0
// The service is killed with -9 at random moments under sixteen clients, again and again: what
// was answered is there unaltered, the log verifies, and a key has one record. KILL_CYCLES in
// the environment says how often.
#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "tests/fault/asking.h"

#define CLIENTS 16
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define CYCLES 10 // each start takes long
#else
#define CYCLES 100
#endif
#define LIFE_MS 80
#define VERIFIED 10 // times on the way: a log is verified from its first entry on

static program tendon;
static client clients[CLIENTS];
static unsigned seed;

static unsigned cycles(void)
{
    const char *given = getenv("KILL_CYCLES");
    return given == NULL ? CYCLES : (unsigned)strtoul(given, NULL, 10);
}

static void *live(void *user)
{
    client *of = user;
    int socket = try_open(&tendon);
    while (socket >= 0 && ask(socket, next_question(of)) == 201) {
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

/** All that was answered since `checked`, and an answer for what was cut off. */
static void settle(client *of)
{
    if (of->count > 0 && of->list[of->count - 1].body == NULL) {
        int socket = client_open(&tendon);
        ck_assert_int_eq(ask(socket, &of->list[of->count - 1]), 201);
        close(socket);
    }
    for (; of->checked < of->count; of->checked++) {
        read_back(&tendon, &of->list[of->checked]);
    }
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
        if (cycle % (cycles() / VERIFIED + 1) == 0)
            verify_log(&tendon);
    }
    program_start(&tendon);
    for (unsigned i = 0; i < CLIENTS; i++) {
        clients[i].checked = 0;
        settle(&clients[i]);
        keys += (long)clients[i].count;
    }
    ck_assert_int_gt(keys, cycles());
    ck_assert_int_eq(recorded(&tendon), keys);
    verify_log(&tendon);
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
    tcase_set_timeout(cases, 120 + 5.0 * cycles());
    tcase_add_test(cases, kill_9_under_sixteen_clients_loses_nothing_and_records_each_key_once);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
