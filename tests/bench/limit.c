// SPDX-License-Identifier: Apache-2.0
// What libuv and llhttp alone can do: every request is parsed and answered with the same 2 KB;
// the answers to one read leave in one write. Prints where it listens: limit [PORT]
#include <llhttp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

#define ANSWER_BYTES 2048
#define AT_ONCE 64 // answers in one write at most

typedef struct connection {
    uv_tcp_t tcp;
    llhttp_t parser;
    size_t asked; // requests not answered yet
} connection;

static char answers[AT_ONCE * (ANSWER_BYTES + 128)];
static size_t answer_bytes;
static llhttp_settings_t settings;
static char input[64 << 10];

static void prepare_answers(void)
{
    char body[ANSWER_BYTES + 1];
    memset(body, ' ', ANSWER_BYTES);
    body[0] = '[';
    body[ANSWER_BYTES - 1] = ']';
    body[ANSWER_BYTES] = '\0';
    answer_bytes = (size_t)snprintf(answers, ANSWER_BYTES + 128,
                                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                    "Content-Length: %d\r\n\r\n%s",
                                    ANSWER_BYTES, body);
    for (size_t i = 1; i < AT_ONCE; i++)
        memcpy(answers + i * answer_bytes, answers, answer_bytes);
}

static int count_request(llhttp_t *parser)
{
    ((connection *)parser->data)->asked++;
    return 0;
}

static void free_connection(uv_handle_t *handle)
{
    free(handle->data);
}

static void free_write(uv_write_t *write, int status)
{
    (void)status;
    free(write);
}

static void answer(connection *client)
{
    uv_stream_t *stream = (uv_stream_t *)&client->tcp;
    while (client->asked > 0) {
        const size_t count = client->asked < AT_ONCE ? client->asked : AT_ONCE;
        uv_buf_t rest = uv_buf_init(answers, (unsigned)(count * answer_bytes));
        const int sent = uv_try_write(stream, &rest, 1);
        client->asked -= count;
        rest.base += sent > 0 ? sent : 0;
        rest.len -= (size_t)(sent > 0 ? sent : 0);
        uv_write_t *write = rest.len > 0 ? malloc(sizeof *write) : NULL;
        if (write != NULL && uv_write(write, stream, &rest, 1, free_write) != 0)
            free(write);
    }
}

static void give_buffer(uv_handle_t *handle, size_t wanted, uv_buf_t *out)
{
    (void)handle;
    (void)wanted;
    *out = uv_buf_init(input, sizeof input);
}

static void on_read(uv_stream_t *stream, ssize_t length, const uv_buf_t *buf)
{
    connection *client = stream->data;
    if (length < 0 || llhttp_execute(&client->parser, buf->base, (size_t)length) != HPE_OK)
        uv_close((uv_handle_t *)stream, free_connection);
    else
        answer(client);
}

static void on_connection(uv_stream_t *listener, int status)
{
    connection *client = status == 0 ? calloc(1, sizeof *client) : NULL;
    if (client == NULL)
        return;
    client->tcp.data = client;
    (void)uv_tcp_init(listener->loop, &client->tcp);
    llhttp_init(&client->parser, HTTP_REQUEST, &settings);
    client->parser.data = client;
    if (uv_accept(listener, (uv_stream_t *)&client->tcp) != 0 ||
        uv_tcp_nodelay(&client->tcp, 1) != 0 ||
        uv_read_start((uv_stream_t *)&client->tcp, give_buffer, on_read) != 0)
        uv_close((uv_handle_t *)&client->tcp, free_connection);
}

int main(int argc, char **argv)
{
    static uv_tcp_t listener;
    struct sockaddr_in address;
    int length = sizeof address;
    uv_loop_t *loop = uv_default_loop();
    prepare_answers();
    llhttp_settings_init(&settings);
    settings.on_message_complete = count_request;
    if (uv_ip4_addr("127.0.0.1", argc > 1 ? (int)strtol(argv[1], NULL, 10) : 0, &address) !=
            0 ||
        uv_tcp_init(loop, &listener) != 0 ||
        uv_tcp_bind(&listener, (const struct sockaddr *)&address, 0) != 0 ||
        uv_listen((uv_stream_t *)&listener, 1024, on_connection) != 0 ||
        uv_tcp_getsockname(&listener, (struct sockaddr *)&address, &length) != 0) {
        fprintf(stderr, "limit: it cannot listen there\n");
        return 1;
    }
    printf("limit listens on http://127.0.0.1:%d\n", ntohs(address.sin_port));
    (void)fflush(stdout);
    return uv_run(loop, UV_RUN_DEFAULT);
}
