// SPDX-License-Identifier: Apache-2.0
// The real program, started on a port and folders of its own, and a small client for it.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

typedef struct program {
    pid_t pid;
    int port;
    char dir[64];         // everything of this run; removed by program_end
    char data[96];        // dir/data
    char rules[96];       // dir/rules, a copy of what was named
    char schema[96];      // dir/assessment.schema.json
    char clients[96];     // dir/clients.json; it is given to the program if it is there
    const char *words[6]; // more of the command line
    const char *path;     // another build of the program; NULL: the program
} program;

typedef struct answer {
    int status; // 0: the connection was closed without an answer
    size_t length;
    char *head; // status line and headers, lower-cased names are not promised
    char *body; // ended by a NUL that is not counted
} answer;

/** How many times longer than plain everything may take: as with Check's own limits, under
 * valgrind and the thread sanitiser (tests/deep.sh). */
double program_slowness(void);

/** Makes folders with a copy of the rules and schema; does not start. */
void program_prepare(program *it, const char *rules, const char *schema);
void program_start(program *it); // waits until it listens; fails the test if it does not
bool program_try(program *it);   // false: it ended instead; wait for it
void program_kill(program *it, int sig);
int program_wait(program *it); // its exit status, or -1 if a signal ended it
void program_end(program *it); // SIGTERM, wait, remove the folders

int client_open(const program *it);
void client_send(int socket, const char *bytes, size_t length);
answer client_read(int socket); // the next whole answer on the connection

/** One request on a connection of its own. `headers` are whole lines with their CRLF. */
answer client_ask(const program *it, const char *method, const char *target,
                  const char *headers, const char *body);
const char *answer_header(const answer *got, const char *name, char *out, size_t size);
void answer_free(answer *got);

char *read_whole(const char *path, size_t *length); // malloc'd and NUL-ended
void write_whole(const char *path, const char *bytes);
