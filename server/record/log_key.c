// SPDX-License-Identifier: Apache-2.0
// Files are made whole under another name, synced, then given theirs, which is synced too: a
// log whose key was lost with the power could not be gone on with.
#include "server/record/log_key.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/base/base64.h"
#include "server/record/data_dir.h"
#include "server/record/entry.h"

#define FILE_BYTES_MAX ((size_t)64 << 10)
#define PRIVATE "PRIVATE+KEY+" // as Go's signed notes keep a key

static cds_status fail_file(cds_ctx *ctx, const char *path, const char *what)
{
    return cds_fail(ctx, CDS_FAILED, path, "%s: %s", what, strerrordesc_np(errno));
}

cds_status srv_small_file_read(cds_ctx *ctx, const char *path, cds_text *out)
{
    char *bytes = cds_alloc(ctx->mem, FILE_BYTES_MAX + 1);
    if (bytes == NULL)
        return cds_fail_memory(ctx);
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return fail_file(ctx, path, "the file cannot be opened");
    const ssize_t got = read(file, bytes, FILE_BYTES_MAX + 1);
    const cds_status status =
        got < 0 ? fail_file(ctx, path, "the file cannot be read") : CDS_OK;
    (void)close(file);
    if (status == CDS_OK && (size_t)got > FILE_BYTES_MAX)
        return cds_fail(ctx, CDS_FAILED, path, "the file is over 64 KiB");
    if (status == CDS_OK)
        *out = (cds_text){bytes, (size_t)got};
    return status;
}

static bool write_synced(int file, cds_text text)
{
    return write(file, text.data, text.length) == (ssize_t)text.length && fsync(file) == 0;
}

static cds_status make_file(cds_ctx *ctx, const char *data_dir, const char *name, mode_t mode,
                            cds_text text)
{
    const char *path;
    const char *unready;
    cds_status status = srv_data_dir_path(ctx, data_dir, name, &path);
    if (status == CDS_OK)
        status = srv_data_dir_path(ctx, data_dir, "log.new", &unready);
    if (status != CDS_OK)
        return status;
    (void)unlink(unready);
    const int file = open(unready, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (file < 0)
        return fail_file(ctx, unready, "the log's key cannot be made");
    const bool made =
        fchmod(file, mode) == 0 && write_synced(file, text) && rename(unready, path) == 0;
    const int why = errno;
    (void)close(file);
    errno = why;
    return made ? srv_data_dir_sync(ctx, data_dir)
                : fail_file(ctx, path, "the log's key cannot be written");
}

/** PRIVATE+KEY+name+hex id+base64: the signer's line with the seed in the key's place. */
static void write_private(cds_buf *buf, const srv_log_key *key)
{
    uint8_t typed[1 + CDS_SEED_BYTES] = "\x01";
    memcpy(typed + 1, key->pair.seed, CDS_SEED_BYTES);
    cds_buf_format(buf, PRIVATE "%s+", key->signer.name);
    cds_buf_base64(buf, typed, sizeof typed);
    cds_buf_char(buf, '\n');
}

/** A log that has a public half had a key: another one would sign another log. */
static cds_status make_key(cds_ctx *ctx, const char *data_dir, srv_log_key *key)
{
    uint8_t seed[CDS_SEED_BYTES];
    const char *public_half;
    cds_buf buf;
    cds_text text;
    if (srv_data_dir_path(ctx, data_dir, "log.pub", &public_half) != CDS_OK)
        return ctx->error.status;
    if (access(public_half, F_OK) == 0)
        return cds_fail(ctx, CDS_FAILED, data_dir,
                        "log.key is missing: bring back the file that belongs to log.pub");
    srv_random(seed, sizeof seed);
    key->pair = cds_key_of_seed(seed);
    cds_buf_init(&buf, ctx->mem);
    write_private(&buf, key);
    const cds_status status = cds_buf_end(ctx, &buf, &text);
    return status == CDS_OK ? make_file(ctx, data_dir, "log.key", 0600, text) : status;
}

static cds_status read_key(cds_ctx *ctx, const char *path, srv_log_key *key)
{
    uint8_t typed[1 + CDS_SEED_BYTES];
    cds_text text = {NULL, 0};
    const cds_status status = srv_small_file_read(ctx, path, &text);
    if (status != CDS_OK)
        return status;
    const size_t head = strlen(PRIVATE) + strlen(key->signer.name) + 1;
    const size_t letters = (sizeof typed + 2) / 3 * 4;
    if (text.length != head + letters + 1 || !cds_text_starts(text, PRIVATE) ||
        memcmp(text.data + strlen(PRIVATE), key->signer.name, strlen(key->signer.name)) != 0 ||
        !cds_base64_read((cds_text){text.data + head, letters}, typed, sizeof typed) ||
        typed[0] != 1)
        return cds_fail(ctx, CDS_FAILED, path,
                        "this is not the key of the log %s: bring back the file that was made "
                        "at the store's first start",
                        key->signer.name);
    key->pair = cds_key_of_seed(typed + 1);
    return CDS_OK;
}

/** log.pub, written where it is missing; one that says something else is left and refused. */
static cds_status ready_public(cds_ctx *ctx, const char *data_dir, const srv_log_key *key)
{
    const char *path;
    cds_buf buf;
    cds_text text;
    srv_signer there;
    cds_status status = srv_data_dir_path(ctx, data_dir, "log.pub", &path);
    cds_buf_init(&buf, ctx->mem);
    srv_signer_write(&buf, &key->signer);
    cds_buf_char(&buf, '\n');
    if (status == CDS_OK)
        status = cds_buf_end(ctx, &buf, &text);
    if (status != CDS_OK)
        return status;
    if (access(path, F_OK) != 0)
        return make_file(ctx, data_dir, "log.pub", 0644, text);
    status = srv_log_pub_read(ctx, data_dir, &there);
    if (status == CDS_OK && (strcmp(there.name, key->signer.name) != 0 ||
                             memcmp(&there.key, &key->signer.key, sizeof there.key) != 0))
        return cds_fail(ctx, CDS_FAILED, path,
                        "this is not the public half of log.key: bring back the pair");
    return status;
}

cds_status srv_log_key_open(cds_ctx *ctx, const char *data_dir, cds_text node, srv_log_key *out)
{
    const char *path;
    srv_log_key key = {0};
    cds_status status = srv_data_dir_path(ctx, data_dir, "log.key", &path);
    if (status != CDS_OK)
        return status;
    CDS_PROMISE(node.length + sizeof "tendon/" <= sizeof key.signer.name);
    memcpy(key.signer.name, "tendon/", sizeof "tendon/");
    memcpy(key.signer.name + strlen("tendon/"), node.data, node.length);
    status =
        access(path, F_OK) == 0 ? read_key(ctx, path, &key) : make_key(ctx, data_dir, &key);
    key.signer.key = key.pair.public_half;
    if (status == CDS_OK)
        status = ready_public(ctx, data_dir, &key);
    if (status == CDS_OK)
        *out = key;
    return status;
}

cds_status srv_log_pub_read(cds_ctx *ctx, const char *data_dir, srv_signer *out)
{
    const char *path;
    cds_text text = {NULL, 0};
    cds_status status = srv_data_dir_path(ctx, data_dir, "log.pub", &path);
    if (status == CDS_OK)
        status = srv_small_file_read(ctx, path, &text);
    if (status == CDS_OK && !srv_signer_read(text, out))
        status = cds_fail(ctx, CDS_INVALID, path, "this is not the public half of a log's key");
    return status;
}
