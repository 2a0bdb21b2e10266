// SPDX-License-Identifier: Apache-2.0
// A wire between a store and PostgreSQL that can be cut: a folder's record is named by it, and
// from one of the messages on that the store sends nobody hears the other any more.
#pragma once

#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/socket.h>
#include <sys/un.h>

#include "tests/unit/nodes_fixture.h"

#define WIRE_CALLS 8
#define WIRE_BYTES ((size_t)1 << 16)

typedef struct wire_call {
    int store, server; // -1: nobody calls
} wire_call;

typedef struct wire {
    int listening, stop[2];
    char server[108]; // its socket
    pthread_t thread;
    wire_call calls[WIRE_CALLS];
    atomic_int sent;   // messages of the store, so far
    atomic_int cut_at; // with this one, from 1; 0: never
    atomic_bool heard; // the server still gets that one, and only its answer is lost
    atomic_bool stays; // nobody gets through afterwards
} wire;

static inline struct sockaddr_un wire_address(const char *path)
{
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    ck_assert_uint_lt(strlen(path), sizeof at.sun_path);
    strcpy(at.sun_path, path);
    return at;
}

static inline void wire_hang_up(wire_call *call)
{
    close(call->store);
    close(call->server);
    *call = (wire_call){-1, -1};
}

static inline void wire_take(wire *it)
{
    const struct sockaddr_un at = wire_address(it->server);
    const int store = accept(it->listening, NULL, NULL);
    wire_call *call = it->calls;
    while (call->store >= 0)
        call++;
    *call = (wire_call){store, socket(AF_UNIX, SOCK_STREAM, 0)};
    const bool is_cut = it->stays && it->cut_at != 0 && it->sent >= it->cut_at;
    if (is_cut || connect(call->server, (const struct sockaddr *)&at, sizeof at) != 0)
        wire_hang_up(call);
}

/** What the one said is told the other, unless it is cut. */
static inline void wire_pass(wire *it, wire_call *call, bool from_store)
{
    static char bytes[WIRE_BYTES];
    const int from = from_store ? call->store : call->server;
    const int to = from_store ? call->server : call->store;
    const ssize_t length = read(from, bytes, sizeof bytes);
    const bool counts = from_store && length > 0 && bytes[0] != 'X'; // which says goodbye
    const bool is_cut = counts && ++it->sent == it->cut_at;
    const bool told = length > 0 && (!is_cut || it->heard) &&
                      send(to, bytes, (size_t)length, MSG_NOSIGNAL) == length;
    if (is_cut || !told)
        wire_hang_up(call);
}

static void *wire_run(void *user)
{
    wire *it = user;
    for (;;) {
        struct pollfd fds[2 + 2 * WIRE_CALLS] = {{.fd = it->stop[0], .events = POLLIN},
                                                 {.fd = it->listening, .events = POLLIN}};
        for (int i = 0; i < WIRE_CALLS; i++) {
            fds[2 + 2 * i] = (struct pollfd){.fd = it->calls[i].store, .events = POLLIN};
            fds[3 + 2 * i] = (struct pollfd){.fd = it->calls[i].server, .events = POLLIN};
        }
        (void)poll(fds, sizeof fds / sizeof *fds, -1);
        if (fds[0].revents != 0)
            return NULL;
        for (int i = 0; i < 2 * WIRE_CALLS; i++) {
            if (fds[2 + i].revents != 0 && it->calls[i / 2].store >= 0)
                wire_pass(it, &it->calls[i / 2], i % 2 == 0);
        }
        if (fds[1].revents != 0)
            wire_take(it);
    }
}

/** Leads the folder's record, which is in PostgreSQL, through the wire. */
static inline void wire_begin(wire *it, fixture *made)
{
    const char *url;
    char through[512];
    char path[300];
    const char *host = strstr(postgres_cluster(), "host=") + strlen("host=");
    *it = (wire){0};
    for (int i = 0; i < WIRE_CALLS; i++)
        it->calls[i] = (wire_call){-1, -1};
    snprintf(it->server, sizeof it->server, "%.*s/.s.PGSQL.5432", (int)strcspn(host, "&"),
             host);
    snprintf(path, sizeof path, "%s/.s.PGSQL.5432", made->dir);
    const struct sockaddr_un at = wire_address(path);
    it->listening = socket(AF_UNIX, SOCK_STREAM, 0);
    ck_assert_int_eq(bind(it->listening, (const struct sockaddr *)&at, sizeof at), 0);
    ck_assert_int_eq(listen(it->listening, WIRE_CALLS), 0);
    ck_assert_int_eq(pipe(it->stop), 0);
    ck_assert_int_eq(pthread_create(&it->thread, NULL, wire_run, it), 0);
    ck_assert_int_eq(srv_place_read(&made->ctx, made->dir, &url), CDS_OK);
    snprintf(through, sizeof through, "%.*s?host=%s&user=postgres", (int)strcspn(url, "?"), url,
             made->dir);
    ck_assert_int_eq(srv_place_set(&made->ctx, made->dir, through), CDS_OK);
}

/** Counts anew, and cuts at message `at`. */
static inline void wire_cut(wire *it, int at)
{
    it->cut_at = 0;
    it->sent = 0;
    it->cut_at = at;
}

static inline void wire_end(wire *it)
{
    ck_assert_int_eq(write(it->stop[1], "", 1), 1);
    ck_assert_int_eq(pthread_join(it->thread, NULL), 0);
    for (int i = 0; i < WIRE_CALLS; i++) {
        if (it->calls[i].store >= 0)
            wire_hang_up(&it->calls[i]);
    }
    close(it->listening);
    close(it->stop[0]);
    close(it->stop[1]);
}
