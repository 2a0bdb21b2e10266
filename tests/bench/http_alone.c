// SPDX-License-Identifier: Apache-2.0
// What our HTTP side alone can do: any body to POST / is answered with 2 KB that do not change.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "server/http/server.h"

static char body[2048];

static void answer(srv_exchange *exchange)
{
    srv_exchange_answer(exchange, 200, SRV_JSON, (cds_text){body, sizeof body});
}

static void say_ready(void *state, const char *host, int port)
{
    (void)state;
    printf("http_alone listens on http://%s:%d\n", host, port);
    (void)fflush(stdout);
}

int main(int argc, char **argv)
{
    static const srv_route routes[] = {{SRV_POST, "/", answer, SRV_TAKES_JSON, 0},
                                       {SRV_GET, "/", answer, SRV_PLAIN, 0}};
    cds_ctx ctx = {.mem = cds_arena_new((size_t)1 << 20)};
    srv_app app = {.routes = routes, .route_count = 2, .ready = say_ready};
    srv_listen listen = {.host = "127.0.0.1",
                         .port = argc > 1 ? (int)strtol(argv[1], NULL, 10) : 0,
                         .workers = argc > 2 ? (int)strtol(argv[2], NULL, 10) : 1,
                         .limits = srv_default_limits};
    memset(body, ' ', sizeof body);
    body[0] = '[';
    body[sizeof body - 1] = ']';
    cds_status status = srv_server_run(&ctx, &app, &listen);
    if (status != CDS_OK) {
        fprintf(stderr, "%s\n", ctx.error.what);
    }
    cds_arena_free(ctx.mem);
    return status == CDS_OK ? 0 : 1;
}
