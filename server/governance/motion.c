// SPDX-License-Identifier: Apache-2.0
// Judges steps; takes none.
#include "server/governance/motion.h"

#include <string.h>

#include "engine/facts/format.h"

void srv_object(srv_objections *to, int status, const char *reason)
{
    if (to->status == 0 || status < to->status)
        to->status = status;
    if (to->count < SRV_OBJECTIONS_MAX)
        to->reasons[to->count++] = reason;
}

static unsigned role_bit(srv_step_kind kind)
{
    switch (kind) {
    case SRV_STEP_PROPOSE:
        return SRV_AUTHOR;
    case SRV_STEP_APPROVE:
        return SRV_APPROVER;
    case SRV_STEP_ACTIVATE:
        return SRV_OPERATOR;
    }
    return 0;
}

const srv_client *srv_motion_signer(const srv_clients *clients, const srv_step *step)
{
    for (size_t i = 0; i < clients->count; i++) {
        const srv_client *one = &clients->list[i];
        if (one->has_key && one->role == role_bit(step->kind) &&
            memcmp(one->key, step->key.bytes, sizeof step->key.bytes) == 0)
            return one;
    }
    return NULL;
}

static void judge_time(const srv_step *step, srv_objections *out)
{
    const cds_format *format = cds_format_find(CDS_TEXT("date-time"));
    CDS_PROMISE(format != NULL);
    if (!format->fits(step->time))
        srv_object(out, 422,
                   "`time` is not a time as RFC 3339 has it; write "
                   "2026-11-22T09:00:00Z.");
}

void srv_motion_judge_signature(cds_ctx *ctx, const srv_motion *motion, srv_objections *out)
{
    const srv_step *step = motion->step;
    judge_time(step, out);
    if (step->reason.length == 0 || step->reason.length > SRV_REASON_MAX)
        srv_object(out, 422, "Say in `reason` why, in 1 to 2000 bytes.");
    if (motion->by == NULL || !motion->by->has_key)
        srv_object(out, 403,
                   "No client with this role has this key; put the public half in the clients "
                   "file.");
    else if (!srv_step_signature_holds(ctx, step))
        srv_object(out, 403,
                   "The signature does not hold; sign the RFC 8785 text of action, digest, "
                   "reason and time with the key of the clients file.");
    else if (srv_register_has_signature(motion->reg, &step->signature))
        srv_object(out, 409, "This very signature is in the log; sign anew.");
}

static bool is_proposed(const srv_motion *motion)
{
    const srv_step *proposal = srv_register_proposal(motion->reg, motion->step->digest);
    return proposal != NULL && proposal->is_signed;
}

static bool approved_by_same_key(const srv_motion *motion)
{
    for (size_t i = 0; i < motion->reg->count; i++) {
        const srv_step *step = &motion->reg->steps[i];
        if (step->kind == SRV_STEP_APPROVE &&
            cds_text_equal(step->digest, motion->step->digest) &&
            memcmp(&step->key, &motion->step->key, sizeof step->key) == 0)
            return true;
    }
    return false;
}

static void judge_approval(const srv_motion *motion, srv_objections *out)
{
    const srv_step *proposal = srv_register_proposal(motion->reg, motion->step->digest);
    if (memcmp(&proposal->key, &motion->step->key, sizeof proposal->key) == 0)
        srv_object(out, 409, "Who proposed a release does not approve it; ask somebody else.");
    if (approved_by_same_key(motion))
        srv_object(out, 409, "This key has approved the release already.");
}

static void judge_activation(const srv_motion *motion, srv_objections *out)
{
    const srv_step *step = motion->step;
    const srv_step *ruling = srv_register_ruling(motion->reg, &motion->choice);
    cds_date from;
    if (srv_register_approvals(motion->reg, step->digest) < motion->choice.needed)
        srv_object(out, 409, "The release lacks an approval by another key than its author's.");
    if (ruling != NULL && step->from.data == NULL &&
        cds_text_equal(ruling->digest, step->digest))
        srv_object(out, 409, "The release is active already.");
    if (step->from.data != NULL && !cds_date_parse(step->from, &from))
        srv_object(out, 422, "`from` is a day, as in 2026-12-01.");
}

void srv_motion_judge_order(const srv_motion *motion, srv_objections *out)
{
    switch (motion->step->kind) {
    case SRV_STEP_PROPOSE:
        if (is_proposed(motion))
            srv_object(out, 409, "A release of just this content is proposed already.");
        return;
    case SRV_STEP_APPROVE:
    case SRV_STEP_ACTIVATE:
        if (!is_proposed(motion))
            srv_object(out, 404, "Nobody has proposed a release with this digest.");
        else if (motion->step->kind == SRV_STEP_APPROVE)
            judge_approval(motion, out);
        else
            judge_activation(motion, out);
        return;
    }
}
