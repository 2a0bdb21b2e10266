// SPDX-License-Identifier: Apache-2.0
// The connection to PostgreSQL: made, waited on with a limit, asked in text when no statement
// is prepared yet, and listened to.
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "server/record/libpq.h"
#include "server/record/store_postgres.h"

#define CHANNEL "tendon_step"

bool srv_pg_is_lost(const srv_pg *pg)
{
    return pg->given_up || srv_pq()->PQstatus(pg->conn) != CONNECTION_OK;
}

/** What came since the last answer: nothing, something told, or the end. */
static void look_at_socket(srv_pg *pg)
{
    struct pollfd ready = {.fd = srv_pq()->PQsocket(pg->conn), .events = POLLIN};
    while (!srv_pg_is_lost(pg) && poll(&ready, 1, 0) > 0 &&
           srv_pq()->PQconsumeInput(pg->conn) == 1)
        continue;
}

bool srv_pg_is_there(const srv_store *store)
{
    look_at_socket(store->pg);
    return !srv_pg_is_lost(store->pg);
}

// libpq would print what the server remarks, which may quote a row.
static void hear_nothing(void *user, const char *message)
{
    (void)user;
    (void)message;
}

static srv_pg *pg_of(srv_store *store, const char *url)
{
    if (store->pg == NULL) {
        CDS_PROMISE(url != NULL);
        store->pg = calloc(1, sizeof *store->pg);
        CDS_PROMISE(store->pg != NULL);
        store->pg->url = strdup(url);
        CDS_PROMISE(store->pg->url != NULL);
    }
    return store->pg;
}

bool srv_pg_connect(srv_store *store, const char *url)
{
    static const char *const names[] = {
        "connect_timeout",  "keepalives_idle",  "keepalives_interval",
        "keepalives_count", "tcp_user_timeout", "application_name",
        "client_encoding",  "dbname",           NULL};
    srv_pg *pg = pg_of(store, url);
    const char *const values[] = {"3",      "10",   "5",     "2", "10000",
                                  "tendon", "UTF8", pg->url, NULL};
    srv_pq()->PQfinish(pg->conn);
    pg->within = false;
    pg->given_up = false;
    pg->ahead = 0;
    pg->patience_ms = store->on_loop ? SRV_PG_LOOP_MS : SRV_PG_PATIENCE_MS;
    pg->conn = srv_pq()->PQconnectdbParams(names, values, 1);
    (void)srv_pq()->PQsetNoticeProcessor(pg->conn, hear_nothing, NULL);
    return !srv_pg_is_lost(pg);
}

const char *srv_pg_why(const srv_store *store)
{
    return store->pg->given_up ? "it did not answer in time"
                               : srv_pq()->PQerrorMessage(store->pg->conn);
}

static int64_t monotonic_ms(void)
{
    struct timespec now;
    CDS_PROMISE(clock_gettime(CLOCK_MONOTONIC, &now) == 0);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/** A server that has stopped, or is behind a broken network, must not hold a thread for ever.
 */
static bool comes(srv_pg *pg)
{
    const int64_t end_ms = monotonic_ms() + pg->patience_ms;
    while (srv_pq()->PQisBusy(pg->conn) == 1) {
        struct pollfd ready = {.fd = srv_pq()->PQsocket(pg->conn), .events = POLLIN};
        const int64_t left_ms = end_ms - monotonic_ms();
        if (left_ms <= 0)
            return false;
        if (poll(&ready, 1, (int)left_ms) > 0 && srv_pq()->PQconsumeInput(pg->conn) != 1)
            return true; // what came to an end is told by the result
    }
    return true;
}

struct pg_result *srv_pg_next(srv_pg *pg)
{
    if (pg->given_up)
        return NULL;
    if (comes(pg))
        return srv_pq()->PQgetResult(pg->conn);
    pg->given_up = true;
    return NULL;
}

/** The last result of a text command. */
static PGresult *run_plain(srv_pg *pg, const char *sql)
{
    PGresult *last = NULL;
    PGresult *next;
    if (srv_pq()->PQsendQuery(pg->conn, sql) != 1)
        return NULL;
    while ((next = srv_pg_next(pg)) != NULL) {
        srv_pq()->PQclear(last);
        last = next;
        if (srv_pq()->PQresultStatus(next) == PGRES_FATAL_ERROR && srv_pg_is_lost(pg))
            break;
    }
    if (!pg->given_up)
        return last;
    srv_pq()->PQclear(last);
    return NULL;
}

/** Text commands do not go in pipelines. */
static PGresult *run_text(srv_pg *pg, const char *sql)
{
    const bool piped = srv_pq()->PQpipelineStatus(pg->conn) != PQ_PIPELINE_OFF;
    if (pg->given_up || (piped && srv_pq()->PQexitPipelineMode(pg->conn) != 1))
        return NULL;
    PGresult *result = run_plain(pg, sql);
    if (piped && srv_pq()->PQenterPipelineMode(pg->conn) != 1) {
        srv_pq()->PQclear(result);
        return NULL;
    }
    return result;
}

bool srv_pg_ask(srv_store *store, const char *sql, char *value, size_t room)
{
    PGresult *result = run_text(store->pg, sql);
    const bool found =
        srv_pq()->PQresultStatus(result) == PGRES_TUPLES_OK && srv_pq()->PQntuples(result) > 0;
    if (found)
        (void)snprintf(value, room, "%s", srv_pq()->PQgetvalue(result, 0, 0));
    srv_pq()->PQclear(result);
    return found;
}

bool srv_pg_command(srv_store *store, const char *sql)
{
    PGresult *result = run_text(store->pg, sql);
    const ExecStatusType status = srv_pq()->PQresultStatus(result);
    srv_pq()->PQclear(result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

bool srv_pg_listen(srv_store *store)
{
    store->listens = true;
    return srv_pg_command(store, "LISTEN " CHANNEL);
}

/** Takes all that have come; the connection says nothing but that there is something new. */
static bool take_told(srv_pg *pg)
{
    bool told = false;
    PGnotify *one;
    while ((one = srv_pq()->PQnotifies(pg->conn)) != NULL) {
        srv_pq()->PQfreemem(one);
        told = true;
    }
    return told;
}

bool srv_pg_await(srv_store *store, int wake, int wait_ms)
{
    srv_pg *pg = store->pg;
    const bool deaf = srv_pg_is_lost(pg) || (!store->listens && !srv_pg_listen(store));
    struct pollfd fds[] = {{.fd = wake, .events = POLLIN},
                           {.fd = deaf ? -1 : srv_pq()->PQsocket(pg->conn), .events = POLLIN}};
    if (!deaf && take_told(pg)) // came with an answer
        return true;
    (void)poll(fds, 2, wait_ms);
    if (fds[1].revents == 0)
        return false;
    (void)srv_pq()->PQconsumeInput(pg->conn);
    return take_told(pg);
}
