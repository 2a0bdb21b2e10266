// SPDX-License-Identifier: Apache-2.0
// tendon key new: a key pair for who proposes, approves or activates releases.
#include <stdio.h>
#include <string.h>

#include "engine/base/base64.h"
#include "server/command/command.h"
#include "server/governance/keyfile.h"

static bool say_public(cds_ctx *ctx, const cds_key *key)
{
    cds_buf buf;
    cds_text text;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_base64(&buf, key->public_half.bytes, sizeof key->public_half.bytes);
    if (cds_buf_end(ctx, &buf, &text) != CDS_OK)
        return false;
    printf("%.*s\n", (int)text.length, text.data);
    return true;
}

int srv_command_key(const srv_options *options)
{
    cds_ctx ctx = {.mem = cds_arena_new(CDS_REQUEST_ARENA_BYTES)};
    cds_key key;
    CDS_PROMISE(ctx.mem != NULL);
    if (strcmp(options->word, "new") != 0) {
        fprintf(stderr, "usage: tendon key new FILE\n");
        cds_arena_free(ctx.mem);
        return SRV_USAGE;
    }
    const bool made = srv_keyfile_make(&ctx, options->words[1], &key) == CDS_OK;
    if (!made)
        srv_say_error(&ctx);
    else
        fprintf(
            stderr,
            "tendon: %s holds the secret half; the public half, below, is the \"ed25519\" of "
            "its owner in the clients file\n",
            options->words[1]);
    const bool told = made && say_public(&ctx, &key);
    cds_arena_free(ctx.mem);
    return told ? SRV_DONE : SRV_FAILED;
}
