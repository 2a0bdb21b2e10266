// SPDX-License-Identifier: Apache-2.0
// A server in a process of its own with a few routes, and a client that sends raw bytes.
#pragma once

#include <arpa/inet.h>
#include <check.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "engine/base/arena.h"
#include "server/http/server.h"

#define ANSWER_MAX ((size_t)4 << 20)
#define HOST "Host: a\r\n"

typedef struct world {
    pid_t pid;
    int port;
} world;

static inline void wait_ms(int ms)
{
    struct timespec time = {ms / 1000, ms % 1000 * 1000000L};
    (void)nanosleep(&time, NULL);
}

/** Answers with what came. */
static inline void echo(srv_exchange *exchange)
{
    srv_exchange_answer(exchange, 200, SRV_JSON, srv_exchange_request(exchange)->body);
}

/** Answers with what the path names. */
static inline void name(srv_exchange *exchange)
{
    srv_exchange_answer(exchange, 200, SRV_TEXT, srv_exchange_segment(exchange, 0));
}

static inline void answer_later(void *user)
{
    srv_exchange *exchange = user;
    srv_exchange_answer(exchange, 200, SRV_TEXT, srv_exchange_request(exchange)->query);
}

static inline void *sleep_and_post(void *user)
{
    srv_exchange *exchange = user;
    cds_text query = srv_exchange_request(exchange)->query;
    wait_ms(query.length > 0 && query.data[0] == 's' ? 2000 : 30);
    srv_worker_post(srv_exchange_worker(exchange), answer_later, exchange);
    return NULL;
}

/** Answers from another thread with the query: after two seconds if it begins with s. */
static inline void late(srv_exchange *exchange)
{
    pthread_t thread;
    ck_assert_int_eq(pthread_create(&thread, NULL, sleep_and_post, exchange), 0);
    (void)pthread_detach(thread);
}

/** Answers with how many came before it, after three milliseconds of work. */
static inline void count(srv_exchange *exchange)
{
    static int before;
    char *text = cds_alloc(srv_exchange_ctx(exchange)->mem, 16);
    const clock_t start = clock();
    while (clock() - start < CLOCKS_PER_SEC * 3 / 1000) {
    }
    (void)snprintf(text, 16, "%d.", before++);
    srv_exchange_answer(exchange, 200, SRV_TEXT, cds_text_of(text));
}

static inline void answer_fault(srv_exchange *exchange)
{
    (void)cds_fail(srv_exchange_ctx(exchange), CDS_INVALID, "/a", "is not a number");
    srv_exchange_fail(exchange);
}

/** An answer of 3 MB. */
static inline void large(srv_exchange *exchange)
{
    static char body[3000000];
    memset(body, 'x', sizeof body);
    srv_exchange_header(exchange, "Cache-Control", CDS_TEXT("max-age=1"));
    srv_exchange_header(exchange, "X-Broken", CDS_TEXT("a\r\nX-Smuggled: b"));
    srv_exchange_answer(exchange, 200, SRV_TEXT, (cds_text){body, sizeof body});
}

static inline void line_later(void *user)
{
    srv_line_done(user, CDS_TEXT("later"));
}

static inline void *post_line(void *user)
{
    wait_ms(5);
    srv_worker_post(srv_exchange_worker(srv_line_exchange(user)), line_later, user);
    return NULL;
}

#define HEAVY_BYTES ((size_t)300 << 10)

/** A line that holds memory until it is answered, later, with how many such there were. */
typedef struct heavy_line {
    srv_line *line;
    char count;
    char held[HEAVY_BYTES];
} heavy_line;

static int heavy_lines;

static inline void heavy_later(void *user)
{
    heavy_line *heavy = user;
    heavy_lines--;
    srv_line_done(heavy->line, (cds_text){&heavy->count, 1});
}

static inline void *post_heavy(void *user)
{
    const heavy_line *heavy = user;
    wait_ms(5);
    srv_worker_post(srv_exchange_worker(srv_line_exchange(heavy->line)), heavy_later, user);
    return NULL;
}

static inline void take_heavy(srv_line *line)
{
    pthread_t thread;
    heavy_line *heavy = cds_alloc(srv_line_ctx(line)->mem, sizeof *heavy);
    ck_assert_ptr_nonnull(heavy);
    heavy->line = line;
    heavy->count = (char)('0' + ++heavy_lines);
    ck_assert_int_eq(pthread_create(&thread, NULL, post_heavy, heavy), 0);
    (void)pthread_detach(thread);
}

enum { LARGE_KIB = 16 << 10 };

/** More than what a client that doesn't read can have waiting for it in the kernel. */
static inline void answer_large_line(srv_line *line)
{
    static char body[(size_t)LARGE_KIB << 10];
    memset(body, 'x', sizeof body);
    srv_line_done(line, (cds_text){body, sizeof body});
}

/** "hold" is answered once "go" has come: two lines are then under way at once. */
static inline void on_line(srv_line *line, cds_text text, void *user)
{
    srv_line **held = user;
    pthread_t thread;
    if (text.data == NULL) {
        srv_line_done(line, CDS_TEXT("too long"));
    } else if (cds_text_is(text, "heavy")) {
        take_heavy(line);
    } else if (cds_text_is(text, "large")) {
        answer_large_line(line);
    } else if (cds_text_is(text, "later")) {
        ck_assert_int_eq(pthread_create(&thread, NULL, post_line, line), 0);
        (void)pthread_detach(thread);
    } else if (cds_text_is(text, "hold")) {
        *held = line;
    } else if (cds_text_is(text, "go")) {
        srv_line_done(line, text);
        srv_line_done(*held, CDS_TEXT("held"));
    } else {
        srv_line_done(line, text);
    }
}

static inline void lines(srv_exchange *exchange)
{
    if (srv_exchange_request(exchange)->query.length > 0) {
        srv_exchange_problem(exchange, 400, "No query here.");
    } else {
        srv_exchange_lines(exchange, SRV_NDJSON, on_line,
                           cds_alloc(srv_exchange_ctx(exchange)->mem, sizeof(srv_line *)));
    }
}

static const srv_route world_routes[] = {
    {SRV_POST, "/echo", echo, SRV_TAKES_JSON, 0},
    {SRV_POST, "/large", echo, SRV_LARGE_BODY, 0},
    {SRV_GET, "/echo", echo, SRV_PLAIN, 0},
    {SRV_GET, "/", echo, SRV_PLAIN, 0},
    {SRV_POST, "/late", late, SRV_PLAIN, 0},
    {SRV_GET, "/late", late, SRV_PLAIN, 0},
    {SRV_POST, "/named/*", name, SRV_PLAIN, 0},
    {SRV_GET, "/count", count, SRV_PLAIN, 0},
    {SRV_GET, "/fail", answer_fault, SRV_PLAIN, 0},
    {SRV_GET, "/huge", large, SRV_GIVES(SRV_TEXT), 0},
    {SRV_POST, "/lines", lines, SRV_STREAMED_BODY | SRV_TAKES_NDJSON | SRV_GIVES(SRV_NDJSON),
     0},
    {SRV_POST, "/cds-services/*", echo, SRV_TAKES_JSON, 0},
    {SRV_GET, "/cds-services", echo, SRV_PLAIN, 0},
};

static inline void tell_port(void *state, const char *host, int port)
{
    (void)host;
    ck_assert_int_eq(write(*(int *)state, &port, sizeof port), sizeof port);
}

static inline world world_open(const srv_limits *limits, int workers)
{
    int ends[2];
    world made;
    ck_assert_int_eq(pipe(ends), 0);
    made.pid = fork();
    if (made.pid == 0) {
        cds_ctx ctx = {.mem = cds_arena_new(1 << 16)};
        srv_app app = {.routes = world_routes,
                       .route_count = sizeof world_routes / sizeof *world_routes,
                       .state = &ends[1],
                       .ready = tell_port};
        srv_listen listen = {.host = "127.0.0.1", .workers = workers, .limits = *limits};
        cds_status status = srv_server_run(&ctx, &app, &listen);
        cds_arena_free(ctx.mem);
        exit(status == CDS_OK ? 0 : 1); // exit, so that leaks are looked for
    }
    (void)close(ends[1]);
    ck_assert_int_eq(read(ends[0], &made.port, sizeof made.port), sizeof made.port);
    (void)close(ends[0]);
    return made;
}

/** The code the server ends with. */
static inline int world_wait(const world *here)
{
    int status = -1;
    ck_assert_int_eq(waitpid(here->pid, &status, 0), here->pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

static inline int world_close(const world *here)
{
    (void)kill(here->pid, SIGTERM);
    return world_wait(here);
}

static inline int client_open(const world *here)
{
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons((uint16_t)here->port)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ck_assert_int_eq(connect(fd, (struct sockaddr *)&at, sizeof at), 0);
    return fd;
}

/** What a closed connection refuses to take is left. */
static inline void client_send(int fd, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t sent = send(fd, bytes, length, MSG_NOSIGNAL);
        if (sent <= 0) {
            return;
        }
        bytes += sent;
        length -= (size_t)sent;
    }
}

static inline void client_say(int fd, const char *words)
{
    client_send(fd, words, strlen(words));
}

typedef struct heard {
    char *text; // ended by a NUL; static, until the next
    size_t length;
    bool closed;
} heard;

/** Reads until the other side closes, or is quiet for so long, or has said `until`. */
static inline heard client_hear(int fd, int quiet_ms, const char *until)
{
    static char text[ANSWER_MAX];
    heard all = {.text = text};
    struct pollfd wait = {.fd = fd, .events = POLLIN};
    while (all.length < sizeof text - 1 && poll(&wait, 1, quiet_ms) == 1) {
        ssize_t length = read(fd, text + all.length, sizeof text - 1 - all.length);
        if (length <= 0) {
            all.closed = true;
            break;
        }
        all.length += (size_t)length;
        text[all.length] = '\0';
        if (until != NULL && strstr(text, until) != NULL) {
            break;
        }
    }
    text[all.length] = '\0';
    return all;
}

/** One conversation: says all, ends its side, hears all. */
static inline heard client_ask(const world *here, const char *words)
{
    int fd = client_open(here);
    client_say(fd, words);
    (void)shutdown(fd, SHUT_WR);
    heard all = client_hear(fd, 5000, NULL);
    (void)close(fd);
    return all;
}

static inline int count_of(const char *text, const char *part)
{
    int count = 0;
    for (const char *at = strstr(text, part); at != NULL; at = strstr(at + 1, part)) {
        count++;
    }
    return count;
}
