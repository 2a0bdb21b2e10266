// SPDX-License-Identifier: Apache-2.0
// TLS 1.2 and 1.3 between a socket and its connection: sealed bytes in and out, plain bytes in
// and out, no socket of its own. Certificates can be changed while it serves.
#pragma once

#include <sys/types.h>

#include "engine/base/text.h"

typedef struct srv_tls_files {
    const char *cert;      // the server's chain, PEM
    const char *key;       // its private key, PEM
    const char *client_ca; // who signs clients' certificates, PEM; NULL: clients show none
} srv_tls_files;

typedef struct srv_tls_server srv_tls_server;

/** `files` must live as long. Fails: CDS_FAILED with the file and what is wrong with it. */
cds_status srv_tls_server_open(cds_ctx *ctx, const srv_tls_files *files, srv_tls_server **out);
void srv_tls_server_close(srv_tls_server *server); // NULL is fine

/** Reads the files again, for connections from now on; a failure changes nothing. Thread: any.
 */
cds_status srv_tls_server_reload(cds_ctx *ctx, srv_tls_server *server);

/** One connection's. Thread: one. */
typedef struct srv_tls srv_tls;

srv_tls *srv_tls_begin(srv_tls_server *server); // NULL: no memory. Thread: any
void srv_tls_end(srv_tls *tls);                 // NULL is fine

/** Takes sealed bytes that the peer sent. False: no memory. */
bool srv_tls_take(srv_tls *tls, const char *bytes, size_t length);

#define SRV_TLS_BROKEN (-1) // no TLS, or not ours: close, once what is owed has been sent
#define SRV_TLS_ENDED (-2)  // the peer said it sends no more

/** Plain bytes of what was taken, up to `room`; 0: more must be taken first. */
ssize_t srv_tls_read(srv_tls *tls, char *to, size_t room);

/** False until srv_tls_read would be 0: there is more to read. */
bool srv_tls_is_dry(const srv_tls *tls);

/** True once the handshake is over. */
bool srv_tls_is_agreed(const srv_tls *tls);

/** A handshake or a record has begun and is not whole. */
bool srv_tls_is_amid(const srv_tls *tls);

/** Seals plain bytes. False: broken. */
bool srv_tls_write(srv_tls *tls, cds_text plain);

/** Says that no more will be sent. */
void srv_tls_say_end(srv_tls *tls);

/** Sealed bytes that are to be sent; lives until the next call. */
cds_text srv_tls_owed(const srv_tls *tls);
void srv_tls_sent(srv_tls *tls); // all of them
