// SPDX-License-Identifier: Apache-2.0
// Memory ends wherever it ends: whatever is asked of two releases, of the clinic and of a small
// one, says all it would have said with enough memory, or says that there was not enough.
#include "engine/check/all.h"
#include "engine/check/changelog.h"
#include "engine/check/lock.h"
#include "engine/check/types.h"
#include "engine/compare/suspects.h"
#include "engine/compare/written.h"
#include "engine/decide/explain.h"
#include "engine/decide/explain_person.h"
#include "engine/decide/questions.h"
#include "engine/decide/reply.h"
#include "server/record/folder.h"

#include "release_fixture.h"

#define ENOUGH_BYTES ((size_t)256 << 20)
#define GARDEN SOURCE_DIR "/tests/rules/garden/"
#define EXAMPLE SOURCE_DIR "/schemas/examples/good-cortisone-recreational-52.json"

/** A release, and the same with each "at least" one more and titles changed. */
typedef struct pair {
    cds_ctx ctx;
    srv_files files;
    cds_ruleset *rules, *changed;
    cds_sandbox *sandbox;
} pair;

static pair garden, clinic;
static cds_text person; // of the clinic

/** The file with `to` written over every `from`. */
static cds_text replaced(cds_ctx *ctx, cds_text text, const char *from, const char *to)
{
    cds_text copy = {0};
    ck_assert_int_eq(cds_text_copy(ctx, text, &copy), CDS_OK);
    char *at = (char *)copy.data;
    const char *end = copy.data + copy.length;
    while ((at = memmem(at, (size_t)(end - at), from, strlen(from))) != NULL) {
        memcpy(at, to, strlen(to));
        at += strlen(to);
    }
    return copy;
}

static void open_pair(pair *out, const char *rules_dir, const char *schema_file)
{
    static cds_file changed[2000];
    *out = (pair){.ctx = {.mem = cds_arena_new(ENOUGH_BYTES)}};
    const srv_folder folder = {rules_dir, schema_file};
    ck_assert_int_eq(srv_folder_read(&out->ctx, &folder, &out->files), CDS_OK);
    ck_assert_uint_le(out->files.count, sizeof changed / sizeof *changed);
    for (size_t i = 0; i < out->files.count; i++) {
        changed[i] = out->files.list[i];
        changed[i].bytes =
            replaced(&out->ctx, changed[i].bytes, "owner    = \"H", "owner    = \"I");
        changed[i].bytes = replaced(&out->ctx, changed[i].bytes, "at_most(0)", "at_most(1)");
        changed[i].bytes =
            replaced(&out->ctx, changed[i].bytes, "at_least(40)", "at_least(41)");
        changed[i].bytes = replaced(&out->ctx, changed[i].bytes, "title = \"", "title = \"X");
    }
    ck_assert_int_eq(
        cds_ruleset_load(&out->ctx, out->files.list, out->files.count, &out->rules), CDS_OK);
    cds_status status = cds_ruleset_load(&out->ctx, changed, out->files.count, &out->changed);
    ck_assert_msg(status == CDS_OK, "%s: %s", out->ctx.error.where, out->ctx.error.what);
    ck_assert_int_eq(cds_sandbox_open(&out->ctx, out->rules, cds_default_budget, &out->sandbox),
                     CDS_OK);
}

static void close_pair(pair *of)
{
    cds_sandbox_close(of->sandbox);
    cds_ruleset_drop(of->rules);
    cds_ruleset_drop(of->changed);
    cds_arena_free(of->ctx.mem);
}

static void setup(void)
{
    static char text[65536];
    open_pair(&garden, GARDEN "rules", GARDEN "assessment.schema.json");
    open_pair(&clinic, SOURCE_DIR "/rules", SOURCE_DIR "/schemas/assessment.schema.json");
    FILE *file = fopen(EXAMPLE, "rb");
    ck_assert_ptr_nonnull(file);
    person = (cds_text){text, fread(text, 1, sizeof text, file)};
    fclose(file);
}

static void teardown(void)
{
    close_pair(&garden);
    close_pair(&clinic);
}

static cds_status evaluate(cds_ctx *ctx, const cds_evaluation **out)
{
    const cds_ruleset_view *view = cds_ruleset_look(clinic.rules);
    const cds_json *value = NULL;
    const cds_facts *facts = NULL;
    cds_faults *faults = cds_alloc(ctx->mem, sizeof *faults);
    cds_status status = faults == NULL ? cds_fail_memory(ctx) : CDS_OK;
    if (status == CDS_OK)
        status = cds_json_parse(ctx, person, &value);
    if (status == CDS_OK)
        status = cds_schema_check(ctx, view->schema, value, faults);
    if (status == CDS_OK)
        status = cds_facts_read(ctx, view->fields, value, &facts);
    return status == CDS_OK ? cds_evaluate(ctx, clinic.sandbox, facts, out) : status;
}

static cds_status reply(cds_ctx *ctx, cds_text *out)
{
    const cds_evaluation *decided = NULL;
    const cds_status status = evaluate(ctx, &decided);
    return status == CDS_OK ? cds_reply_write(ctx, decided, out) : status;
}

/** Every decision and every rule, explained for the person. */
static cds_status explain_person(cds_ctx *ctx, cds_text *out)
{
    const cds_ruleset_view *view = cds_ruleset_look(clinic.rules);
    const cds_evaluation *decided = NULL;
    cds_buf buf;
    cds_status status = evaluate(ctx, &decided);
    cds_buf_init(&buf, ctx->mem);
    for (size_t i = 0; status == CDS_OK && i < view->decision_count; i++)
        status = cds_explain_answer(ctx, decided, &view->decisions[i], &buf);
    for (size_t i = 0; status == CDS_OK && i < view->rule_count; i += 7)
        status = cds_explain_rule_for(ctx, decided, &view->rules[i], &buf);
    return status == CDS_OK ? cds_buf_end(ctx, &buf, out) : status;
}

static cds_status explain_rules(cds_ctx *ctx, cds_text *out)
{
    const cds_ruleset_view *view = cds_ruleset_look(garden.rules);
    cds_buf buf;
    cds_buf_init(&buf, ctx->mem);
    for (size_t i = 0; i < view->decision_count; i++)
        cds_explain_decision(&buf, view, &view->decisions[i]);
    for (size_t i = 0; i < view->rule_count; i++)
        cds_explain_rule(&buf, garden.rules, &view->rules[i]);
    return cds_buf_end(ctx, &buf, out);
}

static cds_status differ(cds_ctx *ctx, const pair *of, cds_text *out)
{
    cds_difference found;
    cds_buf buf;
    cds_status status = cds_difference_find(ctx, cds_ruleset_look(of->rules),
                                            cds_ruleset_look(of->changed), &found);
    if (status != CDS_OK)
        return status;
    cds_buf_init(&buf, ctx->mem);
    cds_difference_tell(&buf, &found, true);
    cds_difference_markdown(&buf, &found);
    cds_difference_json(&buf, &found);
    return cds_buf_end(ctx, &buf, out);
}

static cds_status differ_clinic(cds_ctx *ctx, cds_text *out)
{
    return differ(ctx, &clinic, out);
}

/** Two releases that have nothing in common. */
static cds_status differ_wholly(cds_ctx *ctx, cds_text *out)
{
    const pair both = {.rules = garden.rules, .changed = clinic.rules};
    return differ(ctx, &both, out);
}

static cds_status suspect(cds_ctx *ctx, cds_text *out)
{
    cds_suspects found;
    cds_buf buf;
    const cds_status status = cds_suspects_find(ctx, cds_ruleset_look(clinic.rules),
                                                cds_ruleset_look(clinic.changed), &found);
    if (status != CDS_OK)
        return status;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_word(&buf, found.everything ? "everything" : "some");
    return cds_buf_end(ctx, &buf, out);
}

/** Cases, coverage, mutation and what is refused before a release. */
static cds_status check(cds_ctx *ctx, cds_text *out)
{
    cds_gaps gaps;
    cds_checked checked;
    cds_buf buf;
    cds_gaps_init(&gaps, ctx);
    cds_status status = cds_check_all(ctx, garden.sandbox, (cds_date){20784}, &gaps, &checked);
    if (status == CDS_OK)
        status = cds_gaps_end(&gaps);
    if (status != CDS_OK)
        return status;
    cds_buf_init(&buf, ctx->mem);
    cds_buf_format(&buf, "%zu %zu %zu\n", checked.trials.count, checked.mutation.killed,
                   checked.faults);
    for (size_t i = 0; i < gaps.count; i++)
        cds_buf_text(&buf, gaps.list[i].says);
    return cds_buf_end(ctx, &buf, out);
}

static cds_status write_files(cds_ctx *ctx, cds_text *out)
{
    cds_gaps gaps;
    cds_buf buf;
    cds_gaps_init(&gaps, ctx);
    cds_buf_init(&buf, ctx->mem);
    cds_types_write(&buf, clinic.rules);
    cds_changelog_write(&buf, clinic.rules);
    cds_lock_write(&buf, clinic.rules);
    cds_lock_compare(&gaps, clinic.changed, cds_lock_of(clinic.rules), false);
    const cds_status status = cds_gaps_end(&gaps);
    for (size_t i = 0; status == CDS_OK && i < gaps.count; i++)
        cds_buf_text(&buf, gaps.list[i].says);
    return status == CDS_OK ? cds_buf_end(ctx, &buf, out) : status;
}

static const struct {
    const char *name;
    cds_status (*work)(cds_ctx *ctx, cds_text *out);
    size_t steps;
} works[] = {
    {"reply", reply, 500},
    {"explain a person", explain_person, 500},
    {"explain rules", explain_rules, 300},
    {"differ", differ_clinic, 250},
    {"differ wholly", differ_wholly, 100},
    {"suspect", suspect, 200},
    {"check", check, 300},
    {"write files", write_files, 250},
};

START_TEST(all_is_said_or_that_memory_ended)
{
    cds_ctx ctx = {.mem = cds_arena_new(ENOUGH_BYTES)};
    cds_text good = {0};
    size_t failures = 0;
    ck_assert_int_eq(works[_i].work(&ctx, &good), CDS_OK);
    ck_assert_uint_gt(good.length, 0);
    const size_t needed = cds_arena_used_bytes(ctx.mem);
    for (size_t step = 0; step < works[_i].steps; step++) {
        cds_ctx small = {.mem = cds_arena_new(64 + needed * step / works[_i].steps)};
        cds_text got = {0};
        const cds_status status = works[_i].work(&small, &got);
        failures += status != CDS_OK;
        ck_assert_msg(status == CDS_OK || status == CDS_TOO_LARGE, "%s: %d", works[_i].name,
                      status);
        if (status == CDS_OK)
            ck_assert_msg(cds_text_equal(got, good), "%s: other than with enough",
                          works[_i].name);
        else
            ck_assert_str_ne(small.error.what, "");
        cds_arena_free(small.mem);
    }
    ck_assert_uint_gt(failures, works[_i].steps / 2);
    cds_arena_free(ctx.mem);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("ceilings");
    TCase *cases = tcase_create("ceilings");
    tcase_add_unchecked_fixture(cases, setup, teardown);
    tcase_set_timeout(cases, 240);
    tcase_add_loop_test(cases, all_is_said_or_that_memory_ended, 0,
                        sizeof works / sizeof *works);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
