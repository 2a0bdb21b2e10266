// SPDX-License-Identifier: Apache-2.0
// One step in the life of a release, as the log keeps it: proposed, approved or activated, by
// whom, why, and under whose signature. Source: record.md, "Releases of rules".
#pragma once

#include "engine/base/signature.h"
#include "engine/facts/json.h"
#include "server/record/store.h"

// name, what is signed, the entry's kind, the role
#define SRV_STEPS(X)                                                                           \
    X(PROPOSE, "propose", "release", "author")                                                 \
    X(APPROVE, "approve", "approval", "approver")                                              \
    X(ACTIVATE, "activate", "activation", "operator")

typedef enum srv_step_kind {
#define SRV_STEP_ENUM(name, action, kind, role) SRV_STEP_##name,
    SRV_STEPS(SRV_STEP_ENUM)
#undef SRV_STEP_ENUM
} srv_step_kind;

#define SRV_DIGEST_LENGTH (7 + CDS_SHA256_HEX) // sha256:...
#define SRV_REASON_MAX 2000                    // bytes
#define SRV_RELEASE_NAME_MAX 100               // bytes

/** Texts without a value have data NULL. */
typedef struct srv_step {
    srv_step_kind kind;
    cds_text digest; // of the release
    cds_text client; // its name in the clients file; "local": by `serve --rules`
    cds_text name;   // PROPOSE, ACTIVATE: the release's own
    cds_text reason;
    cds_text time;  // what the signature covers, RFC 3339
    bool is_signed; // false: made by `serve --rules`, in development
    cds_public_key key;
    cds_signature signature;
    cds_text from;     // ACTIVATE: the first day, YYYY-MM-DD; none: at once
    cds_text accepted; // ACTIVATE: why emergencies may be lost
    cds_text checks;   // PROPOSE: what its checks found, canonical JSON
    int64_t entry;     // its place in the log
    int64_t kept_ms;   // when it was kept
} srv_step;

const char *srv_step_action(srv_step_kind kind);
const char *srv_step_entry_kind(srv_step_kind kind);
const char *srv_step_role(srv_step_kind kind);

/** What a signature covers: RFC 8785 of { action, digest, reason, time }. */
cds_status srv_step_signed_text(cds_ctx *ctx, const srv_step *step, cds_text *out);
bool srv_step_signature_holds(cds_ctx *ctx, const srv_step *step);

/** For srv_verifying: a signed step's signature is its key's. */
const char *srv_step_judge(cds_ctx *ctx, const srv_entry *entry);

/** The entry's `detail`: canonical JSON of the step. */
cds_status srv_step_detail(cds_ctx *ctx, const srv_step *step, cds_text *out);

/** True when the entry is a step. Lives: as the entry and ctx->mem. Fails: CDS_MALFORMED when
 *  the detail of such an entry can't be read. */
bool srv_step_is(const char *entry_kind, srv_step_kind *out);
cds_status srv_step_read(cds_ctx *ctx, const srv_entry *entry, srv_step *out);
