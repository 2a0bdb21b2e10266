// SPDX-License-Identifier: Apache-2.0
// Starts the program and talks to it over real sockets.
#include "tests/http/program.h"

#include <arpa/inet.h>
#include <check.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define WAIT_MS 20000

double program_slowness(void)
{
    const char *times = getenv("CK_TIMEOUT_MULTIPLIER");
    return times == NULL ? 1 : atof(times);
}

static int wait_ms(void)
{
    return (int)(WAIT_MS * program_slowness());
}

static void shell(const char *format, const char *a, const char *b)
{
    char line[1024];
    snprintf(line, sizeof line, format, a, b);
    ck_assert_int_eq(system(line), 0);
}

void program_prepare(program *it, const char *rules, const char *schema)
{
    memset(it, 0, sizeof *it);
    snprintf(it->dir, sizeof it->dir, "/tmp/tendon-test-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(it->dir));
    snprintf(it->data, sizeof it->data, "%s/data", it->dir);
    snprintf(it->rules, sizeof it->rules, "%s/rules", it->dir);
    snprintf(it->schema, sizeof it->schema, "%s/assessment.schema.json", it->dir);
    snprintf(it->clients, sizeof it->clients, "%s/clients.json", it->dir);
    shell("cp -r '%s' '%s'", rules, it->rules);
    shell("cp '%s' '%s'", schema, it->schema);
}

static void become(const program *it, int out)
{
    char log[128];
    snprintf(log, sizeof log, "%s/log", it->dir);
    ck_assert_int_ge(dup2(out, STDOUT_FILENO), 0);
    ck_assert_ptr_nonnull(freopen(log, "a", stderr));
    const char *words[20] = {"tendon",   "serve",    "--listen",  "127.0.0.1:0",
                             "--data",   it->data,   "--rules",   it->rules,
                             "--schema", it->schema, "--workers", "2"};
    size_t count = 12;
    if (access(it->clients, F_OK) == 0) {
        words[count++] = "--clients";
        words[count++] = it->clients;
    }
    for (size_t i = 0; i < sizeof it->words / sizeof *it->words; i++) {
        if (it->words[i] != NULL)
            words[count++] = it->words[i];
    }
    execv(it->path == NULL ? TENDON_PROGRAM : it->path, (char *const *)words);
    _exit(127);
}

bool program_try(program *it)
{
    int ends[2];
    char line[256] = "";
    ck_assert_int_eq(pipe(ends), 0);
    it->pid = fork();
    ck_assert_int_ge(it->pid, 0);
    if (it->pid == 0)
        become(it, ends[1]);
    close(ends[1]);
    FILE *said = fdopen(ends[0], "r");
    struct pollfd ready = {.fd = ends[0], .events = POLLIN};
    ck_assert_msg(poll(&ready, 1, wait_ms()) == 1, "the program says nothing");
    const bool listens = fgets(line, sizeof line, said) != NULL;
    fclose(said);
    const char *colon = strrchr(line, ':');
    it->port = colon == NULL ? 0 : atoi(colon + 1);
    ck_assert_msg(!listens || it->port > 0, "no address in: %s", line);
    return listens;
}

void program_start(program *it)
{
    ck_assert_msg(program_try(it), "the program ended; see %s/log", it->dir);
}

void program_kill(program *it, int sig)
{
    ck_assert_int_eq(kill(it->pid, sig), 0);
}

int program_wait(program *it)
{
    int status = 0;
    while (waitpid(it->pid, &status, 0) < 0)
        ck_assert_int_eq(errno, EINTR);
    it->pid = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void program_end(program *it)
{
    if (it->pid > 0) {
        program_kill(it, SIGTERM);
        ck_assert_int_eq(program_wait(it), 0);
    }
    shell("rm -rf '%s%s'", it->dir, "");
}

int client_open(const program *it)
{
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)it->port)};
    struct timeval patience = {.tv_sec = wait_ms() / 1000};
    int made = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ck_assert_int_ge(made, 0);
    ck_assert_int_eq(connect(made, (struct sockaddr *)&to, sizeof to), 0);
    setsockopt(made, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    return made;
}

void client_send(int socket, const char *bytes, size_t length)
{
    for (size_t sent = 0; sent < length;) {
        ssize_t now = send(socket, bytes + sent, length - sent, MSG_NOSIGNAL);
        if (now <= 0)
            return; // the other side may close early, and answers all the same
        sent += (size_t)now;
    }
}

/** Reads up to and with the empty line. Empty: closed. */
static char *read_head(int socket)
{
    size_t length = 0;
    char *head = calloc(1, 65536);
    while (length < 65535 && recv(socket, head + length, 1, 0) == 1) {
        length++;
        if (length >= 4 && memcmp(head + length - 4, "\r\n\r\n", 4) == 0)
            return head;
    }
    head[0] = '\0';
    return head;
}

static char *read_bytes(int socket, char *body, size_t *length, size_t more)
{
    body = realloc(body, *length + more + 1);
    for (size_t got = 0; got < more;) {
        ssize_t now = recv(socket, body + *length + got, more - got, 0);
        if (now <= 0) {
            more = got;
            break;
        }
        got += (size_t)now;
    }
    *length += more;
    body[*length] = '\0';
    return body;
}

static char *read_chunks(int socket, size_t *length)
{
    char *body = calloc(1, 1);
    for (;;) {
        char line[64] = {0};
        size_t at = 0;
        while (at < sizeof line - 1 && recv(socket, line + at, 1, 0) == 1 && line[at] != '\n')
            at++;
        size_t size = strtoul(line, NULL, 16);
        if (size > 0)
            body = read_bytes(socket, body, length, size);
        char end[2];
        if (recv(socket, end, 2, MSG_WAITALL) != 2 || size == 0)
            return body;
    }
}

answer client_read(int socket)
{
    char value[64];
    answer got = {.head = read_head(socket)};
    if (got.head[0] == '\0') {
        got.body = calloc(1, 1);
        return got;
    }
    got.status = atoi(got.head + strlen("HTTP/1.1 "));
    if (answer_header(&got, "transfer-encoding", value, sizeof value) != NULL)
        got.body = read_chunks(socket, &got.length);
    else if (answer_header(&got, "content-length", value, sizeof value) != NULL)
        got.body = read_bytes(socket, NULL, &got.length, (size_t)atol(value));
    else
        got.body = calloc(1, 1);
    return got;
}

answer client_ask(const program *it, const char *method, const char *target,
                  const char *headers, const char *body)
{
    char head[4096];
    int socket = client_open(it);
    int length = snprintf(head, sizeof head,
                          "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s"
                          "Content-Length: %zu\r\n\r\n",
                          method, target, headers, strlen(body));
    client_send(socket, head, (size_t)length);
    client_send(socket, body, strlen(body));
    answer got = client_read(socket);
    close(socket);
    return got;
}

const char *answer_header(const answer *got, const char *name, char *out, size_t size)
{
    size_t wanted = strlen(name);
    for (const char *line = strstr(got->head, "\r\n"); line != NULL;
         line = strstr(line + 2, "\r\n")) {
        if (strncasecmp(line + 2, name, wanted) != 0 || line[2 + wanted] != ':')
            continue;
        const char *value = line + 2 + wanted + 1;
        value += strspn(value, " ");
        snprintf(out, size, "%.*s", (int)strcspn(value, "\r"), value);
        return out;
    }
    return NULL;
}

void answer_free(answer *got)
{
    free(got->head);
    free(got->body);
}

char *read_whole(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    ck_assert_msg(file != NULL, "%s cannot be read", path);
    char *bytes = malloc(1 << 22);
    size_t got = fread(bytes, 1, (1 << 22) - 1, file);
    fclose(file);
    bytes[got] = '\0';
    if (length != NULL)
        *length = got;
    return bytes;
}

void write_whole(const char *path, const char *bytes)
{
    FILE *file = fopen(path, "wb");
    ck_assert_msg(file != NULL, "%s cannot be written", path);
    ck_assert_int_eq(fwrite(bytes, 1, strlen(bytes), file), strlen(bytes));
    fclose(file);
}
