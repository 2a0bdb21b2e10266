// SPDX-License-Identifier: Apache-2.0
// Questions are numbered, and each is another person's.
#include "tests/fault/asking.h"

#include <arpa/inet.h>
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int try_open(const program *tendon)
{
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)tendon->port)};
    const int made = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(made, (struct sockaddr *)&to, sizeof to) == 0)
        return made;
    close(made);
    return -1;
}

asked *next_question(client *of)
{
    for (size_t i = of->checked; i < of->count; i++) {
        if (of->list[i].body == NULL)
            return &of->list[i]; // it was not answered: again, under the same key
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

static void send_question(int socket, const asked *question)
{
    char text[512];
    char body[128];
    snprintf(body, sizeof body, "{\"patient\":{\"age_years\":52,\"reference\":\"%s\"}}",
             question->key);
    const int size = snprintf(text, sizeof text,
                              "POST /v1/evaluations HTTP/1.1\r\nHost: localhost\r\n"
                              "Content-Type: application/json\r\nIdempotency-Key: %s\r\n"
                              "Content-Length: %zu\r\n\r\n%s",
                              question->key, strlen(body), body);
    client_send(socket, text, (size_t)size);
}

static bool is_whole(const answer *got)
{
    char length[32];
    return got->status != 0 &&
           answer_header(got, "content-length", length, sizeof length) != NULL &&
           strtoul(length, NULL, 10) == got->length;
}

static void check_refusal(const answer *got)
{
    char value[64] = "";
    ck_assert_msg(got->status == 503, "answered %d: %s", got->status, got->body);
    ck_assert_ptr_nonnull(answer_header(got, "content-type", value, sizeof value));
    ck_assert_str_eq(value, "application/problem+json");
    ck_assert_ptr_nonnull(answer_header(got, "retry-after", value, sizeof value));
    ck_assert_ptr_nonnull(strstr(got->body, "\"status\":503"));
}

int ask(int socket, asked *question)
{
    send_question(socket, question);
    answer got = client_read(socket);
    const int status = is_whole(&got) ? got.status : 0;
    if (status == 201) {
        ck_assert_ptr_nonnull(
            answer_header(&got, "location", question->location, sizeof question->location));
        question->body = got.body;
        got.body = NULL;
    } else if (status != 0) {
        check_refusal(&got);
    }
    answer_free(&got);
    return status;
}

void read_back(const program *tendon, const asked *question)
{
    answer got = client_ask(tendon, "GET", question->location, "", "");
    ck_assert_msg(got.status == 200, "%s is lost: %d", question->key, got.status);
    ck_assert_msg(strcmp(got.body, question->body) == 0, "%s is altered", question->key);
    answer_free(&got);
}

void verify_log(const program *tendon)
{
    char line[256];
    snprintf(line, sizeof line, TENDON_PROGRAM " log verify --data '%s' >/dev/null",
             tendon->data);
    ck_assert_msg(system(line) == 0, "the log does not verify");
}

long recorded(const program *tendon)
{
    char line[256];
    long count = 0;
    snprintf(line, sizeof line,
             TENDON_PROGRAM
             " log export --data '%s' | grep -cF '\\\"kind\\\":\\\"evaluation\\\"'",
             tendon->data);
    FILE *said = popen(line, "r");
    ck_assert_int_eq(fscanf(said, "%ld", &count), 1);
    pclose(said);
    return count;
}
