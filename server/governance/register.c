// SPDX-License-Identifier: Apache-2.0
// What follows from the steps.
#include "server/governance/register.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "server/record/entry.h"
#include "server/record/steps.h"

#define DAY_MS INT64_C(86400000)

cds_status srv_register_read(cds_ctx *ctx, srv_store *store, srv_register *out)
{
    srv_entry *entries = NULL;
    size_t count = 0;
    cds_status status = srv_store_steps(ctx, store, &entries, &count);
    srv_step *steps = cds_alloc(ctx->mem, (count + 1) * sizeof *steps);
    if (status == CDS_OK && steps == NULL)
        status = cds_fail_memory(ctx);
    for (size_t i = 0; i < count && status == CDS_OK; i++)
        status = srv_step_read(ctx, &entries[i], &steps[i]);
    *out = (srv_register){steps, count};
    return status;
}

static bool is_of(const srv_step *step, srv_step_kind kind, cds_text digest)
{
    return step->kind == kind && cds_text_equal(step->digest, digest);
}

const srv_step *srv_register_proposal(const srv_register *reg, cds_text digest)
{
    const srv_step *found = NULL;
    for (size_t i = 0; i < reg->count; i++) {
        const srv_step *step = &reg->steps[i];
        if (is_of(step, SRV_STEP_PROPOSE, digest) &&
            (found == NULL || (step->is_signed && !found->is_signed)))
            found = step;
    }
    return found;
}

static bool same_key(const srv_step *a, const srv_step *b)
{
    return memcmp(&a->key, &b->key, sizeof a->key) == 0;
}

/** An approval counts once a key, and never the author's. */
static bool approves(const srv_register *reg, size_t place, const srv_step *proposal)
{
    const srv_step *step = &reg->steps[place];
    if (!is_of(step, SRV_STEP_APPROVE, proposal->digest) || same_key(step, proposal))
        return false;
    for (size_t i = 0; i < place; i++) {
        if (is_of(&reg->steps[i], SRV_STEP_APPROVE, proposal->digest) &&
            same_key(&reg->steps[i], step))
            return false;
    }
    return true;
}

size_t srv_register_approvals(const srv_register *reg, cds_text digest)
{
    const srv_step *proposal = srv_register_proposal(reg, digest);
    size_t count = 0;
    if (proposal == NULL || !proposal->is_signed)
        return 0;
    for (size_t i = 0; i < reg->count; i++)
        count += approves(reg, i, proposal) ? 1 : 0;
    return count;
}

/** The day an activation begins to rule. */
static int32_t first_day(const srv_step *step)
{
    const int32_t kept = (int32_t)(step->kept_ms / DAY_MS);
    cds_date from;
    return step->from.data != NULL && cds_date_parse(step->from, &from) && from.days > kept
               ? from.days
               : kept;
}

static bool counts(const srv_register *reg, const srv_step *step, const srv_rule_of_choice *by)
{
    if (step->kind != SRV_STEP_ACTIVATE)
        return false;
    return !by->governed ||
           (step->is_signed && srv_register_approvals(reg, step->digest) >= by->needed);
}

/** Kept today in UTC may be tomorrow or yesterday at the clinic: what has no day of its own
 *  rules at once. */
static bool has_begun(const srv_step *step, cds_date today)
{
    return step->from.data == NULL || first_day(step) <= today.days;
}

const srv_step *srv_register_ruling(const srv_register *reg, const srv_rule_of_choice *by)
{
    const srv_step *ruling = NULL;
    for (size_t i = 0; i < reg->count; i++) {
        const srv_step *step = &reg->steps[i];
        if (counts(reg, step, by) && has_begun(step, by->today) &&
            (ruling == NULL || first_day(step) >= first_day(ruling)))
            ruling = step;
    }
    return ruling;
}

static bool was_active(const srv_register *reg, cds_text digest, const srv_rule_of_choice *by,
                       bool *scheduled)
{
    bool active = false;
    *scheduled = false;
    for (size_t i = 0; i < reg->count; i++) {
        const srv_step *step = &reg->steps[i];
        if (!is_of(step, SRV_STEP_ACTIVATE, digest) || !counts(reg, step, by))
            continue;
        active = active || has_begun(step, by->today);
        *scheduled = *scheduled || !has_begun(step, by->today);
    }
    return active;
}

srv_standing srv_register_standing(const srv_register *reg, cds_text digest,
                                   const srv_rule_of_choice *by)
{
    const srv_step *ruling = srv_register_ruling(reg, by);
    const srv_step *proposal = srv_register_proposal(reg, digest);
    bool scheduled;
    const bool active = was_active(reg, digest, by, &scheduled);
    if (ruling != NULL && cds_text_equal(ruling->digest, digest))
        return SRV_RULING;
    if (scheduled)
        return SRV_SCHEDULED;
    if (active)
        return SRV_RETIRED;
    if (proposal == NULL || !proposal->is_signed)
        return SRV_UNAPPROVED;
    return srv_register_approvals(reg, digest) >= by->needed ? SRV_APPROVED : SRV_PROPOSED;
}

const char *srv_standing_word(srv_standing standing)
{
    switch (standing) {
    case SRV_UNAPPROVED:
        return "unapproved";
    case SRV_PROPOSED:
        return "proposed";
    case SRV_APPROVED:
        return "approved";
    case SRV_SCHEDULED:
        return "scheduled";
    case SRV_RULING:
        return "active";
    case SRV_RETIRED:
        return "retired";
    }
    return "";
}

bool srv_register_has_signature(const srv_register *reg, const cds_signature *signature)
{
    for (size_t i = 0; i < reg->count; i++) {
        if (reg->steps[i].is_signed &&
            memcmp(&reg->steps[i].signature, signature, sizeof *signature) == 0)
            return true;
    }
    return false;
}

/** Date and counter: 2026.11.1 is the first release of November 2026. */
void srv_register_next_name(const srv_register *reg, char out[SRV_RELEASE_NAME_MAX + 1])
{
    const time_t seconds = (time_t)(srv_time_now_ms() / 1000);
    struct tm utc;
    char month[32];
    int count = 1;
    CDS_PROMISE(gmtime_r(&seconds, &utc) != NULL);
    (void)snprintf(month, sizeof month, "%d.%d.", utc.tm_year + 1900, utc.tm_mon + 1);
    for (size_t i = 0; i < reg->count; i++) {
        if (reg->steps[i].kind == SRV_STEP_PROPOSE &&
            cds_text_starts(reg->steps[i].name, month))
            count++;
    }
    (void)snprintf(out, SRV_RELEASE_NAME_MAX + 1, "%s%d", month, count);
}
