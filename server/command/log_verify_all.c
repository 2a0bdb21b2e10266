// SPDX-License-Identifier: Apache-2.0
// tendon log verify --all-nodes: every node's log in the shared database, each by its own key.
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "server/command/log.h"
#include "server/command/progress.h"
#include "server/governance/step.h"
#include "server/record/logs.h"
#include "server/record/verify.h"

#define SIGNERS_MAX 256
#define NODE_OF(signer) ((signer)->name + strlen("tendon/"))

/** Keys and checkpoints that were kept elsewhere. */
typedef struct kept {
    srv_signer signers[SIGNERS_MAX];
    size_t count;
    cds_text checkpoints; // one after the other; data NULL: none
} kept;

/** One verification under way. */
typedef struct verifying {
    srv_log *log;
    kept kept;
    srv_logs logs;
    srv_verified sum;
    size_t bad; // logs
} verifying;

static bool is_of(const srv_signer *signer, const char *node)
{
    return strncmp(signer->name, "tendon/", strlen("tendon/")) == 0 &&
           strcmp(NODE_OF(signer), node) == 0;
}

/** A line each, as a node's log.pub has it. False: what is wrong has been said. */
static bool read_signers(srv_log *log, const char *path, kept *out)
{
    cds_text rest;
    if (srv_small_file_read(&log->ctx, path, &rest) != CDS_OK) {
        srv_say_error(&log->ctx);
        return false;
    }
    while (rest.length > 0) {
        const char *end = memchr(rest.data, '\n', rest.length);
        const size_t length = end == NULL ? rest.length : (size_t)(end - rest.data);
        const cds_text line = {rest.data, length};
        rest = cds_text_from(rest, end == NULL ? length : length + 1);
        if (length == 0)
            continue;
        if (out->count == SIGNERS_MAX || !srv_signer_read(line, &out->signers[out->count])) {
            fprintf(stderr,
                    "tendon log verify: %s: a line is not the public half of a log's "
                    "key; write each node's log.pub below the other\n",
                    path);
            return false;
        }
        out->count++;
    }
    return true;
}

static bool read_kept(srv_log *log, kept *out)
{
    const srv_options *options = log->options;
    if (options->signers != NULL && !read_signers(log, options->signers, out))
        return false;
    if (options->against == NULL)
        return true;
    if (srv_small_file_read(&log->ctx, options->against, &out->checkpoints) == CDS_OK)
        return true;
    srv_say_error(&log->ctx);
    return false;
}

static const srv_signer *kept_signer(const kept *from, const char *node)
{
    for (size_t i = 0; i < from->count; i++) {
        if (is_of(&from->signers[i], node))
            return &from->signers[i];
    }
    return NULL;
}

/** Whose signatures count: those kept elsewhere, this folder's own, else what the store says.
 *  NULL: nobody's. */
static const srv_signer *signer_of(const verifying *it, const srv_log_name *one)
{
    const srv_signer *found = kept_signer(&it->kept, one->node);
    if (found != NULL)
        return found;
    if (is_of(&it->log->signer, one->node))
        return &it->log->signer;
    return it->kept.count == 0 && one->has_signer && is_of(&one->signer, one->node)
               ? &one->signer
               : NULL;
}

/** Takes the first note off: text, an empty line, a signature's line. */
static cds_text take_note(cds_text *notes)
{
    const cds_text all = *notes;
    const char *blank = memmem(all.data, all.length, "\n\n", 2);
    const size_t head = blank == NULL ? all.length : (size_t)(blank - all.data) + 2;
    const char *end = memchr(all.data + head, '\n', all.length - head);
    const size_t length = end == NULL ? all.length : (size_t)(end - all.data) + 1;
    *notes = cds_text_from(all, length);
    return (cds_text){all.data, length};
}

static bool is_signed_by(cds_ctx *ctx, cds_text note, const srv_signer *signer, srv_root *out)
{
    const bool is = signer != NULL && srv_note_read(ctx, note, signer, out) == CDS_OK;
    cds_error_clear(ctx);
    return is;
}

/** The first of the kept checkpoints that this log's key signed. */
static bool find_checkpoint(cds_ctx *ctx, cds_text notes, const srv_signer *signer,
                            srv_root *out)
{
    while (notes.length > 0) {
        if (is_signed_by(ctx, take_note(&notes), signer, out))
            return true;
    }
    return false;
}

static void say_bad(verifying *it, const char *node)
{
    const cds_error *error = &it->log->ctx.error;
    printf("log %s: %s%s%s\n", node, error->where, error->where[0] == '\0' ? "" : ": ",
           error->what);
    it->bad++;
}

static cds_status verify_one(cds_ctx *ctx, const verifying *it, const srv_log_name *one,
                             srv_verified *out)
{
    const srv_signer *signer = signer_of(it, one);
    srv_root against;
    srv_progress progress = srv_progress_begin();
    if (signer == NULL)
        return cds_fail(ctx, CDS_INVALID, "entry 0",
                        "nobody says whose key signs this log: name its log.pub in a file of "
                        "--signers");
    const bool has_checkpoint = find_checkpoint(ctx, it->kept.checkpoints, signer, &against);
    const srv_verifying how = {.signer = signer,
                               .against = has_checkpoint ? &against : NULL,
                               .judge = srv_step_judge,
                               .progress = srv_progress_tell,
                               .user = &progress};
    cds_status status = srv_store_turn(ctx, it->log->store, one->node);
    if (status == CDS_OK)
        status = srv_log_verify(ctx, it->log->store, &how, out);
    srv_progress_end(&progress);
    return status;
}

/** In memory of its own, which a walk empties. */
static void verify_next(verifying *it, const srv_log_name *one)
{
    cds_ctx own = {.mem = cds_arena_new((size_t)64 << 20)};
    srv_verified verified = {0};
    CDS_PROMISE(own.mem != NULL);
    if (verify_one(&own, it, one, &verified) == CDS_OK) {
        printf("log %s: verified %" PRId64 " entries, %" PRId64 " checkpoints\n", one->node,
               verified.entries, verified.checkpoints);
        it->sum.entries += verified.entries;
        it->sum.checkpoints += verified.checkpoints;
    } else {
        it->log->ctx.error = own.error;
        say_bad(it, one->node);
    }
    cds_arena_free(own.mem);
}

static bool is_listed(const srv_logs *logs, const char *node)
{
    for (size_t i = 0; i < logs->count; i++) {
        if (strcmp(logs->list[i].node, node) == 0)
            return true;
    }
    return false;
}

/** A log that should be there and is not, or is there and nobody knows of it. */
static void check_list(verifying *it)
{
    for (size_t i = 0; i < it->kept.count; i++) {
        const srv_signer *signer = &it->kept.signers[i];
        if (is_of(signer, NODE_OF(signer)) && is_listed(&it->logs, NODE_OF(signer)))
            continue;
        printf("log %s: it is missing\n", signer->name);
        it->bad++;
    }
    if (srv_stored_stray_log(it->log->store)) {
        puts("there are entries of a log that the store does not list");
        it->bad++;
    }
}

/** Each checkpoint kept elsewhere is of one of the logs. */
static void check_checkpoints(verifying *it)
{
    cds_text notes = it->kept.checkpoints;
    while (notes.length > 0) {
        const cds_text note = take_note(&notes);
        srv_root root;
        size_t i = 0;
        while (i < it->logs.count &&
               !is_signed_by(&it->log->ctx, note, signer_of(it, &it->logs.list[i]), &root))
            i++;
        if (i < it->logs.count)
            continue;
        puts("a checkpoint kept elsewhere is of none of these logs");
        it->bad++;
    }
}

static int verify_all(verifying *it)
{
    if (srv_store_logs(&it->log->ctx, it->log->store, &it->logs) != CDS_OK)
        return srv_log_failed(it->log);
    if (it->kept.count == 0 && it->logs.count > 1)
        fprintf(stderr, "tendon log verify: other nodes' keys are those the store names; "
                        "compare with --signers FILE, the log.pub of each, kept elsewhere\n");
    check_list(it);
    check_checkpoints(it);
    for (size_t i = 0; i < it->logs.count; i++)
        verify_next(it, &it->logs.list[i]);
    if (it->bad == 0)
        printf("verified %" PRId64 " entries, %" PRId64 " checkpoints in %zu logs\n",
               it->sum.entries, it->sum.checkpoints, it->logs.count);
    return it->bad == 0 ? SRV_DONE : SRV_FAILED;
}

int srv_log_verify_all(srv_log *log)
{
    verifying it = {.log = log};
    return read_kept(log, &it.kept) ? verify_all(&it) : SRV_USAGE;
}
