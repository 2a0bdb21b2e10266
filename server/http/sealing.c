// SPDX-License-Identifier: Apache-2.0
// Between the connection's buffers and its TLS.
#include "server/http/sealing.h"

#include <string.h>

#include "server/http/connection.h"

ssize_t srv_sealing_open(srv_connection *connection)
{
    srv_block *in = &connection->in;
    ssize_t count = 1;
    while (count > 0) {
        srv_connection_make_room(connection);
        if (in->data == NULL || in->length == in->capacity)
            return 0;
        count = srv_tls_read(connection->tls, in->data + in->length, in->capacity - in->length);
        in->length += count > 0 ? (size_t)count : 0;
    }
    return count;
}

bool srv_sealing_close(srv_connection *connection)
{
    srv_block *out = &connection->out;
    srv_tls *tls = connection->tls;
    if (out->length > 0 && !srv_tls_write(tls, (cds_text){out->data, out->length}))
        return false;
    const cds_text sealed = srv_tls_owed(tls);
    out->length = 0;
    if (sealed.length == 0)
        return true;
    if (!srv_block_reserve(&connection->worker->blocks, out, sealed.length))
        return false;
    memcpy(out->data, sealed.data, sealed.length);
    out->length = sealed.length;
    srv_tls_sent(tls);
    return true;
}
