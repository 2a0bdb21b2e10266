// SPDX-License-Identifier: Apache-2.0
// Writes once, reads strictly.
#include "server/governance/keyfile.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/base/base64.h"
#include "server/record/entry.h"

#define LINE_MAX_BYTES 128

static cds_status fail(cds_ctx *ctx, const char *path, const char *what)
{
    return cds_fail(ctx, CDS_FAILED, path, "%s: %s", what, strerror(errno));
}

static cds_status write_line(cds_ctx *ctx, int file, const char *path, const cds_key *key)
{
    cds_buf buf;
    cds_text line;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_base64(&buf, key->seed, sizeof key->seed);
    cds_buf_char(&buf, '\n');
    const cds_status status = cds_buf_end(ctx, &buf, &line);
    if (status != CDS_OK)
        return status;
    if (write(file, line.data, line.length) != (ssize_t)line.length || fsync(file) != 0)
        return fail(ctx, path, "the key cannot be written");
    return CDS_OK;
}

cds_status srv_keyfile_make(cds_ctx *ctx, const char *path, cds_key *out)
{
    uint8_t seed[CDS_SEED_BYTES];
    srv_random(seed, sizeof seed);
    *out = cds_key_of_seed(seed);
    const int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return fail(ctx, path,
                    errno == EEXIST ? "a key is never written over" : "no key is made");
    cds_status status = write_line(ctx, file, path, out);
    if (close(file) != 0 && status == CDS_OK)
        status = fail(ctx, path, "the key cannot be written");
    if (status != CDS_OK)
        (void)unlink(path);
    return status;
}

static cds_status check_private(cds_ctx *ctx, int file, const char *path)
{
    struct stat about;
    if (fstat(file, &about) != 0)
        return fail(ctx, path, "the key cannot be read");
    return (about.st_mode & 077) == 0
               ? CDS_OK
               : cds_fail(
                     ctx, CDS_FAILED, path,
                     "others may read this key; run `chmod 600` on it, and make a new one if "
                     "they did");
}

static cds_status read_line(cds_ctx *ctx, int file, const char *path, cds_key *out)
{
    char line[LINE_MAX_BYTES];
    uint8_t seed[CDS_SEED_BYTES];
    const ssize_t got = read(file, line, sizeof line);
    if (got < 0)
        return fail(ctx, path, "the key cannot be read");
    const cds_text text = {line,
                           got > 0 && line[got - 1] == '\n' ? (size_t)got - 1 : (size_t)got};
    if (!cds_base64_read(text, seed, sizeof seed))
        return cds_fail(ctx, CDS_MALFORMED, path,
                        "this is no key file; `tendon key new FILE` makes one");
    *out = cds_key_of_seed(seed);
    return CDS_OK;
}

cds_status srv_keyfile_read(cds_ctx *ctx, const char *path, cds_key *out)
{
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return fail(ctx, path, "the key cannot be read");
    cds_status status = check_private(ctx, file, path);
    if (status == CDS_OK)
        status = read_line(ctx, file, path, out);
    (void)close(file);
    return status;
}
