// SPDX-License-Identifier: Apache-2.0
// One piece of memory after the other is not given while a person is answered, an answer is
// explained and two releases are compared: it is all there, as ever, or said to be too much.
#include "engine/compare/suspects.h"
#include "engine/compare/written.h"
#include "engine/decide/explain_person.h"
#include "engine/decide/reply.h"
#include "engine/rules/sandbox.h"
#include "server/record/folder.h"

#include "pieces.h"
#include "release_fixture.h"

#define GARDEN SOURCE_DIR "/tests/rules/garden/"
#define OTHER_FILES 64

static cds_ctx kept, ctx;
static cds_ruleset *rules, *others;
static cds_sandbox *sandbox;

static const struct {
    const char *path, *there, *put;
} changes[] = {
    {"frost/lettuce.lua", "at_most(-4)", "at_most(-3)"},
    {"frost/lettuce.lua", "unless_ruled_out(no(bed.covered))", "no(bed.covered)"},
    {"frost/any.lua", "finding \"frost-likely\"",
     "all { finding \"frost-likely\", known(bed.plant) }"},
    {"frost/any.lua", "Head gardener", "Gardener"},
    {"frost/decision.lua", "Keep an eye on", "Look at"},
    {"frost/any.test.lua", "20 degrees", "21 degrees"},
};

static cds_text changed(cds_text bytes, const char *there, const char *put)
{
    cds_buf buf;
    cds_text out = {0};
    const char *at = memmem(bytes.data, bytes.length, there, strlen(there));
    ck_assert_msg(at != NULL, "no %s", there);
    const char *rest = at + strlen(there);
    cds_buf_init(&buf, kept.mem);
    cds_buf_text(&buf, (cds_text){bytes.data, (size_t)(at - bytes.data)});
    cds_buf_word(&buf, put);
    cds_buf_text(&buf, (cds_text){rest, (size_t)(bytes.data + bytes.length - rest)});
    ck_assert_int_eq(cds_buf_end(&kept, &buf, &out), CDS_OK);
    return out;
}

static void load_others(const srv_files *files)
{
    static cds_file list[OTHER_FILES];
    ck_assert_uint_le(files->count, OTHER_FILES);
    memcpy(list, files->list, files->count * sizeof *list);
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        size_t at = 0;
        while (!cds_text_is(list[at].path, changes[i].path))
            at++;
        list[at].bytes = changed(list[at].bytes, changes[i].there, changes[i].put);
    }
    ck_assert_msg(cds_ruleset_load(&kept, list, files->count, &others) == CDS_OK, "%s: %s",
                  kept.error.where, kept.error.what);
}

static void setup(void)
{
    srv_files files;
    const srv_folder read = {GARDEN "rules", GARDEN "assessment.schema.json"};
    kept = (cds_ctx){.mem = cds_arena_new((size_t)64 << 20)};
    ctx = (cds_ctx){.mem = cds_arena_new((size_t)64 << 20)};
    ck_assert_int_eq(srv_folder_read(&kept, &read, &files), CDS_OK);
    ck_assert_int_eq(cds_ruleset_load(&kept, files.list, files.count, &rules), CDS_OK);
    ck_assert_int_eq(cds_sandbox_open(&kept, rules, cds_default_budget, &sandbox), CDS_OK);
    load_others(&files);
}

static void teardown(void)
{
    cds_sandbox_close(sandbox);
    cds_ruleset_drop(rules);
    cds_ruleset_drop(others);
    cds_arena_free(kept.mem);
    cds_arena_free(ctx.mem);
}

// A decision explained, or a rule, whichever there is of that number.
static cds_status explain(const cds_evaluation *evaluation, cds_buf *buf)
{
    const cds_ruleset_view *view = cds_ruleset_look(rules);
    cds_status status = CDS_OK;
    for (size_t i = 0; i < view->decision_count && status == CDS_OK; i++)
        status = cds_explain_answer(&ctx, evaluation, &view->decisions[i], buf);
    for (size_t i = 0; i < view->rule_count && status == CDS_OK; i++)
        status = cds_explain_rule_for(&ctx, evaluation, &view->rules[i], buf);
    return status;
}

/** The reply, what is kept of it, and every explanation. */
static cds_status answer(const char *person, cds_buf *buf)
{
    static const cds_text frost[] = {{"frost", 5}};
    const cds_json *value = NULL;
    const cds_facts *facts = NULL;
    const cds_evaluation *evaluation = NULL;
    cds_text reply = {0};
    cds_text part = {0};
    const cds_ruleset_view *view = cds_ruleset_look(rules);
    cds_status status = cds_json_parse(&ctx, cds_text_of(person), &value);
    if (status == CDS_OK)
        status = cds_facts_read(&ctx, view->fields, value, &facts);
    if (status == CDS_OK)
        status = cds_evaluate(&ctx, sandbox, facts, &evaluation);
    if (status == CDS_OK)
        status = cds_reply_write(&ctx, evaluation, &reply);
    if (status == CDS_OK)
        status = cds_reply_keep(&ctx, reply, &(cds_reply_filter){frost, 1}, &part);
    cds_buf_text(buf, reply);
    cds_buf_text(buf, part);
    return status == CDS_OK ? explain(evaluation, buf) : status;
}

static cds_status compare(const char *unused, cds_buf *buf)
{
    const cds_ruleset_view *before = cds_ruleset_look(rules);
    const cds_ruleset_view *after = cds_ruleset_look(others);
    cds_difference found = {0};
    cds_suspects suspects = {0};
    (void)unused;
    cds_status status = cds_difference_find(&ctx, before, after, &found);
    if (status == CDS_OK)
        status = cds_suspects_find(&ctx, before, after, &suspects);
    if (status != CDS_OK)
        return status;
    cds_difference_tell(buf, &found, true);
    cds_difference_markdown(buf, &found);
    cds_difference_json(buf, &found);
    cds_buf_int(buf, suspects.everything);
    return CDS_OK;
}

static const struct told {
    cds_status (*tell)(const char *person, cds_buf *buf);
    const char *person;
} tellings[] = {
    {answer, "{\"bed\":{\"plant\":\"tomato\",\"covered\":false},\"weather\":{\"lowest_"
             "tonight\":-1}}"},
    {answer, "{\"bed\":{\"plant\":\"lettuce\"},\"weather\":{\"lowest_tonight\":-5}}"},
    {answer, "{}"},
    {compare, NULL},
};

/** What is told while that piece fails; data NULL: that it is too much. */
static cds_text tell(const struct told *what, size_t fails, size_t *asked)
{
    cds_buf buf;
    cds_text text = {0};
    cds_error_clear(&ctx);
    cds_arena_reset(ctx.mem);
    pieces_begin(fails);
    cds_buf_init(&buf, ctx.mem);
    cds_status status = what->tell(what->person, &buf);
    if (status == CDS_OK)
        status = cds_buf_end(&ctx, &buf, &text);
    *asked = pieces_end();
    if (status == CDS_OK)
        return text;
    ck_assert_msg(status == CDS_TOO_LARGE && ctx.error.status == CDS_TOO_LARGE,
                  "piece %zu: %d %s", fails, status, ctx.error.what);
    return (cds_text){0};
}

START_TEST(it_is_told_whole_or_said_to_be_too_much)
{
    size_t all = 0;
    size_t asked = 0;
    size_t untold = 0;
    cds_text good = {0};
    ck_assert_int_eq(cds_text_copy(&kept, tell(&tellings[_i], 0, &all), &good), CDS_OK);
    ck_assert_uint_gt(good.length, 300);
    for (size_t at = 1; at <= all; at++) {
        const cds_text got = tell(&tellings[_i], at, &asked);
        untold += got.data == NULL;
        ck_assert_msg(got.data == NULL || cds_text_equal(got, good), "piece %zu: %.*s", at,
                      (int)got.length, got.data);
    }
    ck_assert_uint_gt(untold, all / 2);
    ck_assert(cds_text_equal(tell(&tellings[_i], 0, &asked), good));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("pieces_told");
    TCase *cases = tcase_create("pieces_told");
    tcase_set_timeout(cases, 60);
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_loop_test(cases, it_is_told_whole_or_said_to_be_too_much, 0,
                        sizeof tellings / sizeof *tellings);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
