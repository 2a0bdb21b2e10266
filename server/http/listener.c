// SPDX-License-Identifier: Apache-2.0
// A first socket without SO_REUSEPORT finds out whether another program has the port: with it,
// two programs of one user would share it and say nothing.
#include "server/http/listener.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define UNSENT_BYTES (16 << 10)

typedef union address {
    struct sockaddr any;
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;
} address;

static bool read_address(const char *host, address *out, socklen_t *length)
{
    address made = {0};
    if (inet_pton(AF_INET, host, &made.v4.sin_addr) == 1) {
        made.v4.sin_family = AF_INET;
        *length = sizeof made.v4;
    } else if (inet_pton(AF_INET6, host, &made.v6.sin6_addr) == 1) {
        made.v6.sin6_family = AF_INET6;
        *length = sizeof made.v6;
    } else {
        return false;
    }
    *out = made;
    return true;
}

/** What a slow reader is owed waits here, not in the kernel, which would take megabytes for
 * each; its connections inherit it. Where there is no such option it goes on without. */
static void keep_unsent_small(int fd)
{
    int bytes = UNSENT_BYTES;
    (void)setsockopt(fd, IPPROTO_TCP, TCP_NOTSENT_LOWAT, &bytes, sizeof bytes);
}

/** -1 and errno on failure. */
static int open_one(const address *at, socklen_t length, bool shared)
{
    int yes = 1;
    int fd = socket(at->any.sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0) {
        return -1;
    }
    bool is_bound =
        setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0 &&
        (!shared || setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &yes, sizeof yes) == 0) &&
        bind(fd, &at->any, length) == 0;
    if (!is_bound) {
        int why = errno;
        (void)close(fd);
        errno = why;
        return -1;
    }
    keep_unsent_small(fd);
    return fd;
}

static int port_of(int fd)
{
    address at = {0};
    socklen_t length = sizeof at;
    if (getsockname(fd, &at.any, &length) != 0) {
        return -1;
    }
    return ntohs(at.any.sa_family == AF_INET ? at.v4.sin_port : at.v6.sin6_port);
}

static void set_port(address *at, int port)
{
    if (at->any.sa_family == AF_INET) {
        at->v4.sin_port = htons((uint16_t)port);
    } else {
        at->v6.sin6_port = htons((uint16_t)port);
    }
}

static bool is_free(const address *at, socklen_t length)
{
    int fd = open_one(at, length, false);
    if (fd < 0) {
        return false;
    }
    (void)close(fd);
    return true;
}

/** If the system picks the port, it does so once. */
static bool open_all(address *at, socklen_t length, int *fds, int count)
{
    for (int i = 0; i < count; i++) {
        fds[i] = open_one(at, length, true);
        if (fds[i] < 0) {
            int why = errno;
            while (i-- > 0) {
                (void)close(fds[i]);
            }
            errno = why;
            return false;
        }
        set_port(at, port_of(fds[i]));
    }
    return true;
}

cds_status srv_listener_open(cds_ctx *ctx, const srv_listen *wanted, int *fds, int *out)
{
    address at = {0};
    socklen_t length = 0;
    if (wanted->port < 0 || wanted->port > 65535 || !read_address(wanted->host, &at, &length)) {
        return cds_fail(ctx, CDS_FAILED, "", "%s is not an address with a port.", wanted->host);
    }
    set_port(&at, wanted->port);
    if (!is_free(&at, length) || !open_all(&at, length, fds, wanted->workers)) {
        return cds_fail(ctx, CDS_FAILED, "", "Cannot listen on %s port %d: %s.", wanted->host,
                        wanted->port, strerror(errno));
    }
    *out = port_of(fds[0]);
    return CDS_OK;
}
