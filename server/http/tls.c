// SPDX-License-Identifier: Apache-2.0
// OpenSSL over memory: the connection moves the bytes.
#include "server/http/tls.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/err.h>
#include <openssl/ssl.h>

struct srv_tls_server {
    const srv_tls_files *files;
    pthread_mutex_t lock;
    SSL_CTX *context; // the lock's; counted, so that connections keep theirs
};

struct srv_tls {
    SSL *ssl;
    BIO *from_peer, *to_peer; // the ssl's
    bool begun;               // the peer has sent something
    bool dry;                 // all that was taken has been read
    bool said_end;
};

static cds_status fail_file(cds_ctx *ctx, const char *file, const char *what)
{
    const char *reason = ERR_reason_error_string(ERR_peek_last_error());
    ERR_clear_error();
    return cds_fail(ctx, CDS_FAILED, file, "%s: %s", what,
                    reason == NULL ? "look at the file" : reason);
}

static void set_manners(SSL_CTX *context)
{
    (void)SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    (void)SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION |
                                           SSL_OP_CIPHER_SERVER_PREFERENCE);
    (void)SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
}

static cds_status require_clients(cds_ctx *ctx, SSL_CTX *context, const char *file)
{
    static const unsigned char session[] = "tendon";
    STACK_OF(X509_NAME) *names = SSL_load_client_CA_file(file);
    if (names == NULL || SSL_CTX_load_verify_file(context, file) != 1) {
        sk_X509_NAME_pop_free(names, X509_NAME_free);
        return fail_file(ctx, file, "no certificates of those who sign clients' can be read");
    }
    SSL_CTX_set_client_CA_list(context, names);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, NULL);
    (void)SSL_CTX_set_session_id_context(context, session, sizeof session - 1);
    return CDS_OK;
}

static cds_status fill(cds_ctx *ctx, SSL_CTX *context, const srv_tls_files *files)
{
    if (SSL_CTX_use_certificate_chain_file(context, files->cert) != 1)
        return fail_file(ctx, files->cert, "no certificate can be read");
    if (SSL_CTX_use_PrivateKey_file(context, files->key, SSL_FILETYPE_PEM) != 1)
        return fail_file(ctx, files->key, "no private key of that certificate can be read");
    return files->client_ca == NULL ? CDS_OK : require_clients(ctx, context, files->client_ca);
}

static cds_status make_context(cds_ctx *ctx, const srv_tls_files *files, SSL_CTX **out)
{
    SSL_CTX *context = SSL_CTX_new(TLS_server_method());
    CDS_PROMISE(context != NULL);
    ERR_clear_error();
    set_manners(context);
    const cds_status status = fill(ctx, context, files);
    if (status == CDS_OK)
        *out = context;
    else
        SSL_CTX_free(context);
    return status;
}

cds_status srv_tls_server_open(cds_ctx *ctx, const srv_tls_files *files, srv_tls_server **out)
{
    SSL_CTX *context = NULL;
    const cds_status status = make_context(ctx, files, &context);
    if (status != CDS_OK)
        return status;
    srv_tls_server *server = calloc(1, sizeof *server);
    CDS_PROMISE(server != NULL && pthread_mutex_init(&server->lock, NULL) == 0);
    server->files = files;
    server->context = context;
    *out = server;
    return CDS_OK;
}

void srv_tls_server_close(srv_tls_server *server)
{
    if (server == NULL)
        return;
    SSL_CTX_free(server->context);
    (void)pthread_mutex_destroy(&server->lock);
    free(server);
}

cds_status srv_tls_server_reload(cds_ctx *ctx, srv_tls_server *server)
{
    SSL_CTX *context = NULL;
    const cds_status status = make_context(ctx, server->files, &context);
    if (status != CDS_OK)
        return status;
    CDS_PROMISE(pthread_mutex_lock(&server->lock) == 0);
    SSL_CTX *before = server->context;
    server->context = context;
    CDS_PROMISE(pthread_mutex_unlock(&server->lock) == 0);
    SSL_CTX_free(before);
    return CDS_OK;
}

srv_tls *srv_tls_begin(srv_tls_server *server)
{
    srv_tls *tls = calloc(1, sizeof *tls);
    CDS_PROMISE(pthread_mutex_lock(&server->lock) == 0);
    SSL *ssl = SSL_new(server->context);
    CDS_PROMISE(pthread_mutex_unlock(&server->lock) == 0);
    BIO *from_peer = BIO_new(BIO_s_mem());
    BIO *to_peer = BIO_new(BIO_s_mem());
    if (tls == NULL || ssl == NULL || from_peer == NULL || to_peer == NULL) {
        SSL_free(ssl);
        (void)BIO_free(from_peer);
        (void)BIO_free(to_peer);
        free(tls);
        return NULL;
    }
    SSL_set_bio(ssl, from_peer, to_peer);
    SSL_set_accept_state(ssl);
    *tls = (srv_tls){.ssl = ssl, .from_peer = from_peer, .to_peer = to_peer, .dry = true};
    return tls;
}

void srv_tls_end(srv_tls *tls)
{
    if (tls == NULL)
        return;
    SSL_free(tls->ssl);
    free(tls);
}

bool srv_tls_take(srv_tls *tls, const char *bytes, size_t length)
{
    tls->begun = true;
    tls->dry = false;
    return BIO_write(tls->from_peer, bytes, (int)length) == (int)length;
}

ssize_t srv_tls_read(srv_tls *tls, char *to, size_t room)
{
    size_t length = 0;
    ERR_clear_error();
    const int result = SSL_read_ex(tls->ssl, to, room, &length);
    if (result == 1)
        return (ssize_t)length;
    tls->dry = true;
    const int error = SSL_get_error(tls->ssl, result);
    ERR_clear_error();
    return error == SSL_ERROR_WANT_READ     ? 0
           : error == SSL_ERROR_ZERO_RETURN ? SRV_TLS_ENDED
                                            : SRV_TLS_BROKEN;
}

bool srv_tls_is_dry(const srv_tls *tls)
{
    return tls->dry;
}

bool srv_tls_is_agreed(const srv_tls *tls)
{
    return SSL_is_init_finished(tls->ssl) == 1;
}

bool srv_tls_is_amid(const srv_tls *tls)
{
    return tls->begun && (!srv_tls_is_agreed(tls) || SSL_has_pending(tls->ssl) == 1);
}

bool srv_tls_write(srv_tls *tls, cds_text plain)
{
    size_t length = 0;
    ERR_clear_error();
    const bool written = SSL_write_ex(tls->ssl, plain.data, plain.length, &length) == 1;
    ERR_clear_error();
    return written && length == plain.length;
}

void srv_tls_say_end(srv_tls *tls)
{
    if (!tls->said_end && SSL_is_init_finished(tls->ssl))
        (void)SSL_shutdown(tls->ssl);
    tls->said_end = true;
    ERR_clear_error();
}

cds_text srv_tls_owed(const srv_tls *tls)
{
    char *data = NULL;
    const long length = BIO_get_mem_data(tls->to_peer, &data);
    return (cds_text){data, length > 0 ? (size_t)length : 0};
}

void srv_tls_sent(srv_tls *tls)
{
    (void)BIO_reset(tls->to_peer);
}
