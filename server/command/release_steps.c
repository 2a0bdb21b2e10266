// SPDX-License-Identifier: Apache-2.0
// tendon release propose, approve, activate: steps in the life of a release, signed with a key
// that the clients file knows, appended beside the running service or without one.
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "server/command/progress.h"
#include "server/command/release.h"
#include "server/governance/keep.h"
#include "server/governance/keyfile.h"
#include "server/governance/motion.h"
#include "server/governance/vetting.h"
#include "server/record/entry.h"

#define STEP_BYTES ((size_t)512 << 20)

/** One step on its way. */
typedef struct taking {
    cds_ctx ctx;
    const srv_options *options;
    srv_store *store;
    srv_clients *clients;
    cds_key key;
    char time[SRV_TIME_LENGTH + 1];
    char name[SRV_RELEASE_NAME_MAX + 1];
    srv_step step;
    srv_files files;
    srv_register reg;
    srv_rule_of_choice choice;
} taking;

static cds_text text_or_none(const char *text)
{
    return text == NULL ? (cds_text){0} : cds_text_of(text);
}

static cds_status open_all(taking *it)
{
    const srv_options *options = it->options;
    cds_status status = srv_keyfile_read(&it->ctx, options->key_file, &it->key);
    if (status == CDS_OK)
        status = srv_clients_read(&it->ctx, options->clients_file, &it->clients);
    if (status == CDS_OK)
        status = srv_store_open_beside(&it->ctx, options->data_dir, &it->store);
    if (status == CDS_OK)
        status = srv_register_read(&it->ctx, it->store, &it->reg);
    it->choice = (srv_rule_of_choice){.today = {(int32_t)(time(NULL) / 86400)},
                                      .governed = true,
                                      .needed = (size_t)options->approvals};
    return status;
}

static cds_status sign(taking *it)
{
    cds_text covered;
    srv_time_format(srv_time_now_ms(), it->time);
    it->step.time = cds_text_of(it->time);
    it->step.reason = text_or_none(it->options->reason);
    it->step.key = it->key.public_half;
    it->step.is_signed = true;
    const cds_status status = srv_step_signed_text(&it->ctx, &it->step, &covered);
    if (status == CDS_OK)
        it->step.signature = cds_sign(&it->key, covered);
    return status;
}

/** What stands against it has been said: false. */
static bool judge(taking *it)
{
    const srv_client *by = srv_motion_signer(it->clients, &it->step);
    const srv_motion motion = {&it->step, by, &it->reg, it->choice};
    srv_objections objections = {0};
    if (by != NULL)
        it->step.client = by->name;
    srv_motion_judge_signature(&it->ctx, &motion, &objections);
    srv_motion_judge_order(&motion, &objections);
    for (size_t i = 0; i < objections.count; i++)
        fprintf(stderr, "tendon release: %s\n", objections.reasons[i]);
    return objections.count == 0;
}

static bool keep(taking *it, const srv_files *files)
{
    if (srv_step_append(&it->ctx, it->store, files, &it->step) == CDS_OK)
        return true;
    srv_say_error(&it->ctx);
    return false;
}

static bool load_files(taking *it)
{
    cds_ruleset *rules = NULL;
    cds_status status = srv_folder_read(&it->ctx, &it->options->folder, &it->files);
    if (status == CDS_OK)
        status = cds_ruleset_load(&it->ctx, it->files.list, it->files.count, &rules);
    if (status == CDS_OK)
        status = cds_text_copy(&it->ctx, cds_text_of(cds_ruleset_look(rules)->digest_text),
                               &it->step.digest);
    cds_ruleset_drop(rules);
    it->files.release = it->step.digest;
    if (status != CDS_OK)
        srv_say_error(&it->ctx);
    return status == CDS_OK;
}

/** The checks, with their faults told. */
static bool vet(taking *it)
{
    srv_progress progress = srv_progress_begin();
    const srv_step *ruling = srv_register_ruling(&it->reg, &it->choice);
    const srv_vetting_of of = {.files = it->files,
                               .before = ruling == NULL ? (cds_text){0} : ruling->digest,
                               .today = it->choice.today,
                               .sweep = {.data_dir = it->options->data_dir,
                                         .read_from = it->options->read_from,
                                         .watcher = {srv_progress_tell, &progress}}};
    srv_vetting vetting = {0};
    const cds_status status = srv_vet(&it->ctx, &of, &vetting);
    srv_progress_end(&progress);
    cds_ruleset_drop(vetting.rules);
    it->step.checks = vetting.checks;
    if (status != CDS_OK)
        srv_say_error(&it->ctx);
    else if (vetting.fault_count > 0)
        fprintf(stderr, "%.*stendon release: %zu faults; mend them and propose it again\n",
                (int)vetting.faults.length, vetting.faults.data, vetting.fault_count);
    return status == CDS_OK && vetting.fault_count == 0;
}

static bool propose(taking *it)
{
    srv_register_next_name(&it->reg, it->name);
    it->step.name =
        it->options->name == NULL ? cds_text_of(it->name) : cds_text_of(it->options->name);
    if (!load_files(it) || sign(it) != CDS_OK || !judge(it) || !vet(it) ||
        !keep(it, &it->files))
        return false;
    printf("%.*s\n", (int)it->step.digest.length, it->step.digest.data);
    return true;
}

static bool approve(taking *it)
{
    it->step.digest = cds_text_of(it->options->words[1]);
    return sign(it) == CDS_OK && judge(it) && keep(it, NULL);
}

/** By the store itself: a replica may not have the latest yet. Each lost emergency is told;
 * true: none is, or it was said why. */
static bool loses_nothing(taking *it)
{
    const srv_step *ruling = srv_register_ruling(&it->reg, &it->choice);
    if (ruling == NULL || it->step.accepted.data != NULL)
        return true;
    srv_progress progress = srv_progress_begin();
    const srv_sweep sweep = {.data_dir = it->options->data_dir,
                             .watcher = {srv_progress_tell, &progress}};
    const srv_impact_of of = {.before = ruling->digest, .after = it->step.digest};
    srv_impact impact = {0};
    const cds_status status = srv_impact_run(&it->ctx, &sweep, &of, &impact);
    srv_progress_end(&progress);
    if (status != CDS_OK)
        srv_say_error(&it->ctx);
    for (size_t i = 0; i < impact.lost_count; i++)
        fprintf(stderr, "%s\n", impact.lost[i]);
    if (impact.lost_count > 0)
        fprintf(stderr,
                "tendon release: %zu recorded emergencies would be lost; look at each, or say "
                "why with --accept-lost-emergencies REASON\n",
                impact.lost_count);
    const bool none = status == CDS_OK && impact.lost_count == 0;
    srv_impact_free(&impact);
    return none;
}

static bool activate(taking *it)
{
    it->step.digest = cds_text_of(it->options->words[1]);
    it->step.from = text_or_none(it->options->from);
    it->step.accepted = text_or_none(it->options->accepted);
    if (sign(it) != CDS_OK || !judge(it) || !loses_nothing(it))
        return false;
    it->step.name = srv_register_proposal(&it->reg, it->step.digest)->name;
    return keep(it, NULL);
}

static int take(const srv_options *options, srv_step_kind kind, bool (*act)(taking *it))
{
    taking it = {.ctx = {.mem = cds_arena_new(STEP_BYTES)}, .options = options};
    CDS_PROMISE(it.ctx.mem != NULL);
    it.step.kind = kind;
    bool done = false;
    if (options->key_file == NULL || options->clients_file == NULL || options->reason == NULL) {
        fprintf(stderr, "tendon release: --key FILE, --clients FILE and --reason TEXT are "
                        "needed: who does it, who may, and why\n");
        cds_arena_free(it.ctx.mem);
        return SRV_USAGE;
    }
    if (open_all(&it) == CDS_OK)
        done = act(&it);
    else
        srv_say_error(&it.ctx);
    srv_store_close(it.store);
    srv_clients_free(it.clients);
    cds_arena_free(it.ctx.mem);
    return done ? SRV_DONE : SRV_FAILED;
}

int srv_release_propose(const srv_options *options)
{
    return take(options, SRV_STEP_PROPOSE, propose);
}

int srv_release_approve(const srv_options *options)
{
    return take(options, SRV_STEP_APPROVE, approve);
}

int srv_release_activate(const srv_options *options)
{
    return take(options, SRV_STEP_ACTIVATE, activate);
}
