// SPDX-License-Identifier: Apache-2.0
// Facts are read once a case and kept; what an evaluation needs beside them is dropped after
// it.
#include "engine/decide/trials.h"

#include <stdlib.h>
#include <string.h>

#include "engine/decide/evaluator.h"
#include "engine/decide/reach.h"

#define TEST_END ".test.lua"
#define EVALUATION_BYTES ((size_t)16 << 20)

// All that the trying of one case after the other shares.
typedef struct session {
    cds_ctx *ctx; // what is kept
    cds_sandbox *sandbox;
    cds_ruleset_view rules; // without its sieve: a case sees all that its rules would read
    cds_arena *scratch;     // one case
    cds_gaps *gaps;
    cds_trials made;
    cds_tried *list;
    size_t room;
} session;

static bool is_test(cds_text path)
{
    size_t end = strlen(TEST_END);
    return path.length > end && !cds_text_starts(path, "retired/") &&
           memcmp(path.data + path.length - end, TEST_END, end) == 0;
}

static cds_place place_of(const cds_error *error)
{
    const char *colon = strrchr(error->where, ':');
    cds_text file = cds_text_of(error->where);
    if (colon == NULL) {
        return (cds_place){file, 0};
    }
    return (cds_place){{file.data, (size_t)(colon - file.data)},
                       (int)strtol(colon + 1, NULL, 10)};
}

// A file that is refused fails as one case would.
static cds_status read_file(session *s, const cds_file *file, cds_casefile *out)
{
    cds_ctx inner = {.mem = s->ctx->mem};
    cds_status status = cds_casefile_read(&inner, cds_sandbox_ruleset(s->sandbox), file, out);
    if (status != CDS_REFUSED && status != CDS_BUDGET) {
        s->ctx->error = status == CDS_OK ? s->ctx->error : inner.error;
        return status;
    }
    cds_place place = place_of(&inner.error);
    cds_gaps_add(s->gaps, CDS_GAP_CASE, (cds_place){file->path, place.line}, "%s",
                 inner.error.what);
    s->made.failed++;
    *out = (cds_casefile){.path = file->path};
    return CDS_OK;
}

// What stands in suppressed_when is read as it is now, and leaves no truth behind.
static void see_current(const cds_evaluation *evaluation, const cds_condition *condition,
                        uint8_t *seen)
{
    if (condition == NULL) {
        return;
    }
    if (condition->word == CDS_FINDING) {
        see_current(evaluation, condition->finding->when, seen);
    }
    if (condition->word == CDS_DECIDED) {
        unsigned own = evaluation->outcomes[condition->decision->index].own;
        bool holds = (condition->options >> own & 1) != 0;
        seen[condition->index] = (uint8_t)((holds ? CDS_TRUE : CDS_FALSE) + 1);
    }
    for (size_t i = 0; i < condition->part_count; i++) {
        see_current(evaluation, condition->parts[i], seen);
    }
}

static const cds_decision *decision_of(const session *s, const cds_decides *one)
{
    return cds_ruleset_decision(cds_sandbox_ruleset(s->sandbox), one->decision);
}

// Marks what the case is about.
static void reach_of(const session *s, const cds_tried *tried, uint8_t *marks)
{
    if (tried->one->expect != CDS_EXPECT_DECIDES) {
        cds_reach_rule(&s->rules, tried->file->rule, marks);
        return;
    }
    for (size_t i = 0; i < tried->one->decides_count; i++) {
        cds_reach_decision(&s->rules, decision_of(s, &tried->one->decides[i]), marks);
    }
}

static cds_status keep_seen(session *s, cds_tried *tried, const cds_evaluation *evaluation)
{
    uint8_t *seen = cds_alloc(s->ctx->mem, s->rules.condition_count + 1);
    if (seen == NULL) {
        return cds_fail_memory(s->ctx);
    }
    reach_of(s, tried, seen);
    for (size_t i = 0; i < s->rules.condition_count; i++) {
        seen[i] = seen[i] != 0 ? evaluation->values[i] : 0;
    }
    for (size_t i = 0; i < tried->one->decides_count; i++) {
        const cds_decision *decision = decision_of(s, &tried->one->decides[i]);
        see_current(evaluation, decision->suppressed_when, seen);
    }
    tried->seen = seen;
    return CDS_OK;
}

static cds_status evaluate_case(session *s, cds_ctx *inner, cds_tried *tried)
{
    cds_attempt attempt = {.rule = tried->file->rule, .one = tried->one};
    cds_trial trial = {0};
    cds_inputs inputs = {&s->rules, s->sandbox, tried->facts};
    if (cds_evaluate_view(inner, inputs, &attempt.evaluation) != CDS_OK ||
        cds_trial_judge(inner, &attempt, &trial) != CDS_OK) {
        s->ctx->error = inner->error;
        return inner->error.status;
    }
    tried->passed = trial.passed;
    if (!trial.passed) {
        s->made.failed++;
        cds_gaps_add(s->gaps, CDS_GAP_CASE, (cds_place){tried->file->path, tried->one->line},
                     "%.*s: %.*s", (int)tried->one->name.length, tried->one->name.data,
                     (int)trial.got.length, trial.got.data);
    }
    return keep_seen(s, tried, attempt.evaluation);
}

static cds_status try_case(session *s, const cds_casefile *file, const cds_case *one)
{
    cds_tried *tried = &s->list[s->made.count];
    cds_ctx inner = {.mem = s->scratch};
    *tried = (cds_tried){.file = file, .one = one};
    cds_status status = cds_facts_read(s->ctx, s->rules.fields, one->assessment, &tried->facts);
    if (status == CDS_OK) {
        status = evaluate_case(s, &inner, tried);
    }
    cds_arena_reset(s->scratch);
    s->made.count += status == CDS_OK;
    return status;
}

static cds_status read_files(session *s)
{
    cds_casefile *files = cds_alloc(s->ctx->mem, (s->rules.file_count + 1) * sizeof *files);
    if (files == NULL) {
        return cds_fail_memory(s->ctx);
    }
    s->made.files = files;
    for (size_t i = 0; i < s->rules.file_count; i++) {
        const cds_file *file = &s->rules.files[i];
        if (!is_test(file->path)) {
            continue;
        }
        cds_status status = read_file(s, file, &files[s->made.file_count]);
        if (status != CDS_OK) {
            return status;
        }
        s->room += files[s->made.file_count++].count;
    }
    return CDS_OK;
}

static cds_status try_files(session *s)
{
    s->list = cds_alloc(s->ctx->mem, (s->room + 1) * sizeof *s->list);
    if (s->list == NULL) {
        return cds_fail_memory(s->ctx);
    }
    s->made.list = s->list;
    cds_status status = CDS_OK;
    for (size_t i = 0; i < s->made.file_count && status == CDS_OK; i++) {
        const cds_casefile *file = &s->made.files[i];
        for (size_t j = 0; j < file->count && status == CDS_OK; j++) {
            status = try_case(s, file, &file->cases[j]);
        }
    }
    return status;
}

cds_status cds_trials_run(cds_ctx *ctx, cds_sandbox *sandbox, cds_gaps *gaps, cds_trials *out)
{
    session s = {.ctx = ctx,
                 .sandbox = sandbox,
                 .rules = *cds_ruleset_look(cds_sandbox_ruleset(sandbox)),
                 .scratch = cds_arena_new(EVALUATION_BYTES),
                 .gaps = gaps};
    if (s.scratch == NULL) {
        return cds_fail(ctx, CDS_FAILED, "", "no memory to try the cases");
    }
    s.rules.sieve = NULL;
    cds_status status = read_files(&s);
    if (status == CDS_OK) {
        status = try_files(&s);
    }
    cds_arena_free(s.scratch);
    if (status == CDS_OK) {
        *out = s.made;
    }
    return status;
}
