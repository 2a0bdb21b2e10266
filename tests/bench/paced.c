// SPDX-License-Identifier: Apache-2.0
// Calls at a steady rate over kept connections: each has its time, is sent then whether or not
// those before it are answered, and is measured from then. The calls are the lines of a file,
// PATH TAB BODY, in turn; a body's hookInstance is made anew each time. Prints one line of
// JSON: paced PORT RATE SECONDS CONNECTIONS FILE
#include <arpa/inet.h>
#include <llhttp.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

#define CALLS 64
#define CONNECTIONS 256
#define WARM_UP_SECONDS 1
#define NS 1000000000LL

typedef struct request {
    char *bytes;
    size_t length;
    char *instance; // where 12 hex digits of its own go; NULL: nowhere
} request;

typedef struct connection {
    int fd;
    bool busy;
    long long due_ns; // of the call it carries
    llhttp_t parser;
} connection;

static request requests[CALLS];
static size_t request_count;
static connection connections[CONNECTIONS];
static double *latencies_ms;
static size_t answered, failed, warm_up;

static long long now_ns(void)
{
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * NS + now.tv_nsec;
}

static void stop(const char *why)
{
    fprintf(stderr, "paced: %s\n", why);
    exit(1);
}

static void read_requests(const char *name)
{
    FILE *file = fopen(name, "re");
    char *line = NULL;
    size_t room = 0;
    while (file != NULL && request_count < CALLS && getline(&line, &room, file) > 0) {
        char *body = strchr(line, '\t');
        request *made = &requests[request_count++];
        if (body == NULL)
            stop("a line is PATH TAB BODY");
        *body++ = '\0';
        body[strcspn(body, "\n")] = '\0';
        const int length =
            asprintf(&made->bytes,
                     "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                     "Content-Length: %zu\r\n\r\n%s",
                     line, strlen(body), body);
        if (length < 0)
            stop("there is no memory");
        made->length = (size_t)length;
        made->instance = strstr(made->bytes, "\"hookInstance\":\"");
        if (made->instance != NULL) // the last group of a UUID
            made->instance += strlen("\"hookInstance\":\"") + 24;
    }
    free(line);
    if (file == NULL || request_count == 0)
        stop("the file of calls cannot be read");
    (void)fclose(file);
}

static int on_answer(llhttp_t *parser)
{
    connection *one = parser->data;
    latencies_ms[answered++] = (double)(now_ns() - one->due_ns) / 1e6;
    failed += llhttp_get_status_code(parser) == 200 ? 0 : 1;
    one->busy = false;
    return 0;
}

static void open_connections(int port, size_t count, int poll,
                             const llhttp_settings_t *settings)
{
    const struct sockaddr_in to = {.sin_family = AF_INET,
                                   .sin_port = htons((uint16_t)port),
                                   .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    const int yes = 1;
    for (size_t i = 0; i < count; i++) {
        connection *one = &connections[i];
        one->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (connect(one->fd, (const struct sockaddr *)&to, sizeof to) != 0)
            stop("nobody listens there");
        (void)setsockopt(one->fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        llhttp_init(&one->parser, HTTP_RESPONSE, settings);
        one->parser.data = one;
        struct epoll_event event = {.events = EPOLLIN, .data.ptr = one};
        (void)epoll_ctl(poll, EPOLL_CTL_ADD, one->fd, &event);
    }
}

static connection *idle_connection(size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!connections[i].busy)
            return &connections[i];
    }
    return NULL;
}

static void send_call(connection *one, size_t number, long long due_ns)
{
    const request *call = &requests[number % request_count];
    char digits[13];
    (void)snprintf(digits, sizeof digits, "%012x", (unsigned)number);
    if (call->instance != NULL)
        memcpy(call->instance, digits, 12);
    one->busy = true;
    one->due_ns = due_ns;
    if (send(one->fd, call->bytes, call->length, MSG_NOSIGNAL) != (ssize_t)call->length)
        stop("a call could not be sent whole");
}

static void wait_for_answers(int poll, long long until_ns)
{
    static char input[256 << 10];
    struct epoll_event events[CONNECTIONS];
    const long long left = until_ns - now_ns();
    const struct timespec wait = {left > 0 ? left / NS : 0, left > 0 ? left % NS : 0};
    const int count = epoll_pwait2(poll, events, CONNECTIONS, &wait, NULL);
    for (int i = 0; i < count; i++) {
        connection *one = events[i].data.ptr;
        const ssize_t length = recv(one->fd, input, sizeof input, 0);
        if (length <= 0 || llhttp_execute(&one->parser, input, (size_t)length) != HPE_OK)
            stop("a connection ended");
    }
}

static int ascending(const void *a, const void *b)
{
    const double x = *(const double *)a;
    const double y = *(const double *)b;
    return (x > y) - (x < y);
}

static double at(double share)
{
    const size_t count = answered - warm_up;
    return latencies_ms[warm_up + (size_t)((double)(count - 1) * share)];
}

int main(int argc, char **argv)
{
    if (argc != 6)
        stop("usage: paced PORT RATE SECONDS CONNECTIONS FILE");
    const long rate = strtol(argv[2], NULL, 10);
    const size_t count = strtoul(argv[4], NULL, 10);
    const size_t total = (size_t)rate * (strtoul(argv[3], NULL, 10) + WARM_UP_SECONDS);
    const int poll = epoll_create1(EPOLL_CLOEXEC);
    llhttp_settings_t settings;
    if (rate < 1 || count < 1 || count > CONNECTIONS)
        stop("a rate from 1, connections from 1 to 256");
    warm_up = (size_t)rate * WARM_UP_SECONDS;
    latencies_ms = calloc(total, sizeof *latencies_ms);
    if (latencies_ms == NULL)
        stop("there is no memory");
    read_requests(argv[5]);
    llhttp_settings_init(&settings);
    settings.on_message_complete = on_answer;
    open_connections((int)strtol(argv[1], NULL, 10), count, poll, &settings);
    (void)prctl(PR_SET_TIMERSLACK, 1);

    const long long begin = now_ns();
    for (size_t sent = 0; answered < total;) {
        const long long due = begin + (long long)sent * NS / rate;
        connection *idle = sent < total ? idle_connection(count) : NULL;
        if (idle != NULL && now_ns() >= due)
            send_call(idle, sent++, due);
        else
            wait_for_answers(poll, idle != NULL ? due : now_ns() + NS);
    }
    qsort(latencies_ms + warm_up, answered - warm_up, sizeof *latencies_ms, ascending);
    printf("{\"calls\":%zu,\"failed\":%zu,\"p50_ms\":%.3f,\"p90_ms\":%.3f,\"p99_ms\":%.3f,"
           "\"p999_ms\":%.3f,\"most_ms\":%.3f}\n",
           answered - warm_up, failed, at(0.5), at(0.9), at(0.99), at(0.999), at(1));
    return failed == 0 ? 0 : 1;
}
