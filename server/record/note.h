// SPDX-License-Identifier: Apache-2.0
// A checkpoint of the log as a signed note: origin, size and root in text that anybody can keep
// and check. Source: C2SP signed-note and tlog-checkpoint.
#pragma once

#include "engine/base/buf.h"
#include "engine/base/signature.h"
#include "server/record/merkle.h"

#define SRV_NAME_MAX 127

/** Who signs: a name, which is the log's origin line too, and the public key. */
typedef struct srv_signer {
    char name[SRV_NAME_MAX + 1]; // without white space and plus signs
    cds_public_key key;
} srv_signer;

/** name+hex id+base64, the id being the first four bytes of
 *  SHA-256(name || 0x0A || 0x01 || key): how a verifier is told of a key ("vkey"). Fits 256
 * bytes. */
void srv_signer_write(cds_buf *buf, const srv_signer *signer);

/** White space around it is passed over. False: not such a line, or the id is another's. */
bool srv_signer_read(cds_text text, srv_signer *out);

/** The note of a tree's size and root; `key` is the signer's pair. */
void srv_note_write(cds_buf *buf, const srv_signer *signer, const cds_key *key,
                    const srv_root *tree);

/** Reads what the signer signed, strictly. Signatures of others, witnesses say, may stand
 *  beside it. Fails: CDS_INVALID with the sentence; no signature of the signer holds. */
cds_status srv_note_read(cds_ctx *ctx, cds_text note, const srv_signer *signer, srv_root *out);
