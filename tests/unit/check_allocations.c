// SPDX-License-Identifier: Apache-2.0
// Each allocation from rule text to reply fails in turn, once and from there on for good: the
// failure is said, nothing leaks, and what is asked next is answered right.
#include <limits.h>

#include "engine/decide/reply.h"

#include "allocations.h"
#include "sandbox_fixture.h"

#define PERSON CDS_TEXT(FACTS)
#define ONCE 0
#define FOR_GOOD 1

static const char measure_file[] =
    "measure(\"twice\", { says = \"twice the age\", value = function(facts) return "
    "facts.patient.age_years * 2 end })\n"
    "finding(\"hot\", { says = \"hot\", when = yes(patient.fever) })\n";

#define ADVICE                                                                                 \
    RELEASE_RULE_BEGIN RELEASE_ADVISE                                                          \
        "function(facts) local t = {} for i = 1, 50 do t[i] = facts.patient.age_years .. "     \
        "\"y\" "                                                                               \
        "end return { fill = { x = table.concat(t, \",\") } } end\n}\n"

static void put_files(release *made)
{
    release_put(made, "care/one.lua", ADVICE);
    release_put(made, "measures/twice.lua", measure_file);
}

/** Bytes to reply. */
static cds_status answer(cds_ctx *ctx, cds_sandbox *sandbox, cds_text *out)
{
    const cds_ruleset_view *view = cds_ruleset_look(cds_sandbox_ruleset(sandbox));
    const cds_json *value = NULL;
    const cds_facts *facts = NULL;
    const cds_evaluation *decided = NULL;
    cds_faults *faults = cds_alloc(ctx->mem, sizeof *faults);
    cds_status status = faults == NULL ? cds_fail_memory(ctx) : CDS_OK;
    if (status == CDS_OK)
        status = cds_json_parse(ctx, PERSON, &value);
    if (status == CDS_OK)
        status = cds_schema_check(ctx, view->schema, value, faults);
    if (status == CDS_OK)
        status = cds_facts_read(ctx, view->fields, value, &facts);
    if (status == CDS_OK)
        status = cds_evaluate(ctx, sandbox, facts, &decided);
    return status == CDS_OK ? cds_reply_write(ctx, decided, out) : status;
}

static bool has(cds_text text, const char *part)
{
    return memmem(text.data, text.length, part, strlen(part)) != NULL;
}

/** A reply under failing memory is the whole reply, or says which rule is incomplete. */
static void check_reply(cds_text got, cds_text good)
{
    if (cds_text_equal(got, good)) {
        return;
    }
    ck_assert(has(got, "\"incomplete_rules\":[{\"rule\":\"care/one\",\"why\":"));
    ck_assert(has(got, "\"care\":{\"answer\":\"now\",\"status\":\"provisional\""));
}

static void check_failure(const cds_ctx *ctx, cds_status status, long at)
{
    ck_assert_msg(status == CDS_FAILED || status == CDS_TOO_LARGE || status == CDS_REFUSED,
                  "allocation %ld: %d %s", at, status, ctx->error.what);
    ck_assert_msg(ctx->error.status != CDS_OK && ctx->error.what[0] != '\0',
                  "allocation %ld fails and nobody says so", at);
}

/** Memory that fails may fail what is asked, and no more. False: nothing was left to fail.
 *  Check allocates too, so nothing is asserted between two counts. */
static bool load_with_failure(release *made, long at, int mode)
{
    cds_ruleset *rules = NULL;
    cds_sandbox *sandbox = NULL;
    cds_error_clear(&made->ctx);
    cds_arena_reset(made->ctx.mem);
    const long held = allocated.live;
    allocations_fail(at, mode == ONCE ? at : LONG_MAX);
    cds_status status = cds_ruleset_load(&made->ctx, made->files, made->count, &rules);
    if (status == CDS_OK) {
        status = cds_sandbox_open(&made->ctx, rules, cds_default_budget, &sandbox);
    }
    const bool reached = allocated.made >= at;
    allocations_fail(0, 0);
    cds_sandbox_close(sandbox);
    cds_ruleset_drop(rules);
    cds_arena_reset(made->ctx.mem);
    const long left = allocated.live - held;
    if (status != CDS_OK) {
        check_failure(&made->ctx, status, at);
    }
    ck_assert_msg(left == 0, "allocation %ld leaks %ld", at, left);
    return reached;
}

START_TEST(rules_are_refused_cleanly_at_whichever_allocation_fails)
{
    release made = release_new();
    put_files(&made);
    long at = 1;
    while (load_with_failure(&made, at, _i)) {
        at++;
    }
    ck_assert_int_gt(at, 100);
    release_look(&made);
    release_free(&made);
}
END_TEST

static bool answer_with_failure(scene *set, cds_text good, long at, int mode)
{
    cds_arena *mem = cds_arena_new_with((size_t)4 << 20, 256);
    cds_ctx ctx = {.mem = mem};
    cds_text got = {0};
    allocations_fail(at, mode == ONCE ? at : LONG_MAX);
    const cds_status status = answer(&ctx, set->sandbox, &got);
    const bool reached = allocated.made >= at;
    allocations_fail(0, 0);
    if (status == CDS_OK) {
        check_reply(got, good);
    } else {
        check_failure(&ctx, status, at);
    }
    cds_arena_reset(mem);
    cds_error_clear(&ctx);
    ck_assert_int_eq(answer(&ctx, set->sandbox, &got), CDS_OK);
    ck_assert_msg(cds_text_equal(got, good), "after allocation %ld the next differs", at);
    cds_arena_free(mem);
    return reached;
}

START_TEST(an_answer_is_right_or_says_what_it_lacks_at_whichever_allocation_fails)
{
    scene set = {.made = release_new()};
    cds_text good = {0};
    long at = 1;
    put_files(&set.made);
    scene_start(&set, cds_default_budget);
    ck_assert_int_eq(answer(&set.made.ctx, set.sandbox, &good), CDS_OK);
    ck_assert(has(good, "\"incomplete_rules\":[]"));
    while (answer_with_failure(&set, good, at, _i)) {
        at++;
    }
    ck_assert_int_gt(at, 12);
    scene_close(&set);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("allocations");
    TCase *cases = tcase_create("allocations");
    tcase_set_timeout(cases, 120);
    tcase_add_loop_test(cases, rules_are_refused_cleanly_at_whichever_allocation_fails, ONCE,
                        FOR_GOOD + 1);
    tcase_add_loop_test(cases,
                        an_answer_is_right_or_says_what_it_lacks_at_whichever_allocation_fails,
                        ONCE, FOR_GOOD + 1);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
