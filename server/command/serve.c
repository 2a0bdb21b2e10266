// SPDX-License-Identifier: Apache-2.0
// tendon serve: opens the record, loads the rules, answers until it is told to stop.
#include <malloc.h>
#include <stdio.h>
#include <string.h>

#include "server/api/desk.h"
#include "server/api/form.h"
#include "server/api/origins.h"
#include "server/api/upkeep.h"
#include "server/command/command.h"
#include "server/command/harden.h"
#include "server/command/harden_calls.h"
#include "server/command/harden_files.h"
#include "server/governance/watch.h"
#include "server/http/server.h"
#include "server/http/tls.h"
#include "server/record/data_dir.h"
#include "server/record/place.h"

#define TRIM_BYTES (256 << 10) // free memory at the end of a heap; more than that goes back

/** The public half of the log's key, which a verifier elsewhere is given. */
static void say_signer(const srv_writer *writer)
{
    char room[256];
    cds_buf line = {.data = room, .capacity = sizeof room};
    srv_signer_write(&line, srv_writer_signer(writer));
    fprintf(stderr, "tendon: the log is signed by %.*s\n", (int)line.length, line.data);
}

/** Where no other address was named, it is the one that is listened on. */
static void note_address(void *state, const char *host, int port)
{
    srv_service *service = state;
    if (service->public_url.origin_length == 0)
        service->public_url = srv_public_url_of(host, port, service->tls != NULL);
}

/** What a kernel can't keep from the service is said, and the service goes on without. */
static void say_unconfined(cds_status status, const cds_ctx *ctx)
{
    if (status != CDS_OK)
        fprintf(stderr, "tendon: %s\n", ctx->error.what);
}

static void confine_calls(const srv_service *service)
{
    cds_ctx ctx = {.mem = cds_arena_new(CDS_REQUEST_ARENA_BYTES)};
    const char *database = NULL;
    CDS_PROMISE(ctx.mem != NULL);
    cds_status status = srv_place_read(&ctx, service->data_dir, &database);
    if (status == CDS_OK && SRV_CONFINED)
        status = srv_harden_calls(&ctx, database != NULL || service->read_from != NULL);
    say_unconfined(status, &ctx);
    cds_arena_free(ctx.mem);
}

static void say_ready(void *state, const char *host, int port)
{
    const srv_service *service = state;
    confine_calls(service);
    say_signer(service->writer);
    bool v6 = strchr(host, ':') != NULL;
    printf("tendon " TENDON_VERSION " listens on http%s://%s%s%s:%d\n",
           service->tls == NULL ? "" : "s", v6 ? "[" : "", host, v6 ? "]" : "", port);
    (void)fflush(stdout);
}

static void count_answer(void *state, const srv_route *route, int status, uint64_t microseconds)
{
    (void)route;
    srv_service *service = state;
    srv_metrics_answered(&service->metrics, status, microseconds);
}

static void say_who_may(const srv_options *options)
{
    if (options->clients_file == NULL)
        fprintf(stderr, "tendon: there is no clients file (--clients): it listens on loopback "
                        "only, and whoever calls from this machine is client, physio and "
                        "auditor\n");
}

static bool is_loopback(const char *host)
{
    return strncmp(host, "127.", 4) == 0 || strcmp(host, "::1") == 0;
}

/** Any address but loopback needs TLS or a proxy that has it (api.md). */
static const char *wrong_host(const srv_options *options)
{
    if (is_loopback(options->host))
        return NULL;
    if (options->clients_file == NULL)
        return "without a clients file it listens on loopback only: use 127.0.0.1 or [::1], or "
               "say who may call with --clients FILE";
    return options->behind_proxy || options->tls_cert != NULL
               ? NULL
               : "any address but 127.0.0.1 and [::1] needs TLS: name --tls-cert and "
                 "--tls-key, "
                 "or, where a proxy in front ends TLS, say --behind-proxy";
}

/** NULL: both addresses are good, and `out` is the public one if it was said. */
static const char *wrong_address(cds_ctx *ctx, const srv_options *options, srv_public_url *out)
{
    if (options->public_url != NULL &&
        srv_public_url_read(ctx, options->public_url, out) != CDS_OK)
        return ctx->error.what;
    if ((options->tls_cert == NULL) != (options->tls_key == NULL) ||
        (options->tls_client_ca != NULL && options->tls_cert == NULL))
        return "--tls-cert and --tls-key go together, and --tls-client-ca with them";
    return wrong_host(options);
}

/** Before the first byte from outside is read, and before there is a second thread. */
static cds_status confine(cds_ctx *ctx, const srv_options *options)
{
    cds_ctx own = {.mem = ctx->mem};
    cds_status status = srv_harden(ctx);
    if (status == CDS_OK)
        status = srv_data_dir_make(ctx, options->data_dir);
    if (status == CDS_OK && SRV_CONFINED)
        say_unconfined(srv_harden_files(&own, options), &own);
    return status;
}

static cds_status open_tls(cds_ctx *ctx, const srv_options *options, srv_service *service)
{
    static srv_tls_files files; // for as long as the program
    files = (srv_tls_files){options->tls_cert, options->tls_key, options->tls_client_ca};
    return options->tls_cert == NULL ? CDS_OK : srv_tls_server_open(ctx, &files, &service->tls);
}

static cds_status open_service(cds_ctx *ctx, const srv_options *options, srv_service *service)
{
    service->folder = options->folder;
    service->data_dir = options->data_dir;
    service->read_from = options->read_from;
    service->releases = srv_releases_new();
    service->inflight = srv_inflight_new();
    CDS_PROMISE(service->inflight != NULL);
    service->access = srv_access_new(options->clients_file, (unsigned)options->rate);
    service->behind_proxy = options->behind_proxy;
    service->governed = options->governed;
    service->approvals = (size_t)options->approvals;
    service->library = srv_library_new(options->data_dir);
    cds_status status = confine(ctx, options);
    if (status == CDS_OK)
        status = open_tls(ctx, options, service);
    if (status == CDS_OK)
        status = srv_access_load(ctx, service->access);
    if (status == CDS_OK)
        status = srv_schemas_open(ctx, options->schemas_dir, &service->schemas);
    if (status == CDS_OK)
        status = srv_writer_start(ctx, options->data_dir, &service->writer);
    if (status == CDS_OK)
        status = srv_store_open(ctx, options->data_dir, false, &service->store);
    if (status != CDS_OK)
        return status;
    service->desk = srv_desk_new(service);
    service->readers = srv_readers_new(options->data_dir);
    service->watch =
        srv_watch_start(options->data_dir, service->governed ? srv_server_tick_soon : NULL);
    srv_service_settle_day(service);
    srv_service_reload(service);
    return srv_releases_generation(service->releases) > 0 || service->governed
               ? CDS_OK
               : cds_fail(ctx, CDS_REFUSED, "", "no rules to serve; mend what is named above");
}

static void close_service(srv_service *service)
{
    srv_desk_free(service->desk);
    srv_watch_stop(service->watch);
    srv_readers_free(service->readers);
    if (service->writer != NULL)
        srv_writer_stop(service->writer);
    srv_releases_free(service->releases);
    srv_library_free(service->library);
    srv_store_close(service->store);
    srv_schemas_close(service->schemas);
    srv_inflight_free(service->inflight);
    srv_access_free(service->access);
    srv_tls_server_close(service->tls);
}

static cds_status serve(cds_ctx *ctx, const srv_options *options, srv_service *service)
{
    srv_app app = {.routes = srv_routes,
                   .route_count = srv_route_count,
                   .state = service,
                   .tls = service->tls,
                   .open_worker = srv_slot_open,
                   .close_worker = srv_slot_close,
                   .greet = srv_origins_greet,
                   .admit = srv_access_admit,
                   .write_problem = srv_form_write,
                   .reload = srv_service_refresh,
                   .bound = note_address,
                   .ready = say_ready,
                   .tick = srv_service_tick,
                   .answered = count_answer};
    srv_listen listen = {.host = options->host,
                         .port = options->port,
                         .workers = options->workers,
                         .limits = srv_default_limits};
    listen.limits.in_flight = (size_t)options->in_flight;
    return srv_server_run(ctx, &app, &listen);
}

int srv_command_serve(const srv_options *options)
{
    static srv_service service; // the program has one
    cds_ctx ctx = {.mem = cds_arena_new((size_t)32 << 20)};
    CDS_PROMISE(ctx.mem != NULL);
    (void)mallopt(M_TRIM_THRESHOLD, TRIM_BYTES); // else what loading took raises it for ever
    const char *wrong = wrong_address(&ctx, options, &service.public_url);
    if (wrong != NULL) {
        fprintf(stderr, "tendon serve: %s\n", wrong);
        cds_arena_free(ctx.mem);
        return SRV_USAGE;
    }
    cds_status status = open_service(&ctx, options, &service);
    cds_arena_reset(ctx.mem);
    say_who_may(options);
    if (status == CDS_OK)
        status = serve(&ctx, options, &service);
    if (status != CDS_OK)
        srv_say_error(&ctx);
    close_service(&service);
    cds_arena_free(ctx.mem);
    return status == CDS_OK ? SRV_DONE : SRV_FAILED;
}
