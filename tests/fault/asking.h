// SPDX-License-Identifier: Apache-2.0
// Clients of a service that may be gone or unwell: what each asked under which key, and what it
// was answered, is never forgotten.
#pragma once

#include <pthread.h>
#include <stdint.h>

#include "tests/http/program.h"

typedef struct asked {
    char key[32];
    char location[96];
    char *body;      // NULL: not answered yet
    uint64_t moment; // the test's own, of the answer
} asked;

typedef struct client {
    pthread_t thread;
    unsigned number;
    asked *list;
    size_t count, room;
    size_t checked; // of the list, read back after a restart
} client;

/** As client_open, but a service that is gone fails no test. -1: it is gone. */
int try_open(const program *tendon);

/** The first question without an answer, or a new one. Lives: until the next. */
asked *next_question(client *of);

/** The status of the answer; a 201 is taken down. 0: none came, or not whole. Fails the test
 *  where the answer is neither 201 nor a 503 as problem+json that says to ask again. */
int ask(int socket, asked *question);

/** Fails the test where what was answered is not there, to the byte. */
void read_back(const program *tendon, const asked *question);

/** tendon log verify */
void verify_log(const program *tendon);

/** How many evaluations the exported log holds. */
long recorded(const program *tendon);
