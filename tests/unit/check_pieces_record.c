// SPDX-License-Identifier: Apache-2.0
// One piece of memory after the other is not given, and one statement after the other fails,
// while the record is opened, read, verified and proved: each time that is said, and nothing
// that was found out without it is given for the truth.
#include "server/record/deidentify.h"
#include "server/record/logs.h"
#include "server/record/overrides.h"
#include "server/record/proof.h"
#include "server/record/retention.h"
#include "server/record/search.h"
#include "tests/unit/pieces_record.h"

/** What somebody says of a rule that was shown. */
static void append_feedback(const char *id, const char *rule, const char *outcome)
{
    char detail[256];
    srv_entry entry = {.kind = SRV_KIND_FEEDBACK,
                       .time_ms = srv_time_now_ms(),
                       .client = CDS_TEXT("local"),
                       .node = srv_store_node(store)};
    snprintf(detail, sizeof detail,
             "{\"evaluation\":\"%s\",%s,\"rule\":\"%s\",\"version\":\"1.0.0\"}", id, outcome,
             rule);
    entry.detail = cds_text_of(detail);
    srv_entry_new_id(entry.time_ms, entry.id);
    append(&entry);
}

/** The log of the fixture, and two rules shown that were overridden for this and that. */
static void setup_shown(void)
{
    setup();
    srv_entry entry = fixture_entry();
    entry.node = srv_store_node(store);
    entry.assessment = CDS_TEXT("{\"patient\":{\"reference\":\"patient-7\"}}");
    entry.assessed_on_assumed = true;
    entry.decision =
        CDS_TEXT("{\"decisions\":{\"class\":{\"answer\":\"join\"}},\"recommendations\":["
                 "{\"rule\":\"class/join\",\"version\":\"1.0.0\"},"
                 "{\"rule\":\"class/wait\",\"version\":\"1.0.0\"}]}");
    ck_assert_int_eq(srv_marks_write(&made.ctx, entry.decision, &entry.marks), CDS_OK);
    append(&entry);
    append_feedback(entry.id, "class/join", "\"outcome\":\"overridden\",\"reason\":\"other\"");
    append_feedback(entry.id, "class/join", "\"outcome\":\"overridden\",\"reason\":\"burden\"");
    append_feedback(entry.id, "class/join", "\"outcome\":\"overridden\",\"reason\":\"other\"");
    append_feedback(entry.id, "class/join", "\"outcome\":\"overridden\"");
    append_feedback(entry.id, "class/wait", "\"outcome\":\"accepted\"");
    append_feedback(entry.id, "class/none", "\"outcome\":\"accepted\"");
}

static cds_status verify(cds_buf *out)
{
    const srv_verifying how = {.signer = &key.signer, .judge = srv_step_judge};
    srv_verified verified;
    const cds_status status = srv_log_verify(&ctx, store, &how, &verified);
    if (status == CDS_OK)
        cds_buf_format(out, "%d", (int)verified.entries);
    return status;
}

static cds_status prove(cds_buf *out)
{
    cds_text proof = {0};
    int64_t entry = 0;
    cds_status status = srv_proof_make(&ctx, store, &key.signer, 42, &proof);
    if (status == CDS_OK)
        status = srv_proof_check(&ctx, proof, &key.signer, &entry);
    cds_buf_int(out, entry);
    return status;
}

static cds_status prove_growth(cds_buf *out)
{
    const srv_tree tree = srv_store_tree(store, ENTRIES);
    srv_path path;
    const cds_status status = srv_merkle_prove_growth(&ctx, &tree, 70, &path);
    if (status == CDS_OK)
        cds_buf_format(out, "%zu", path.count);
    return status;
}

static cds_status count_overrides(cds_buf *out)
{
    srv_overrides found;
    const cds_status status = srv_overrides_count(&ctx, store, &found);
    if (status == CDS_OK)
        srv_overrides_json(out, &found);
    return status;
}

START_TEST(overrides_are_counted_by_rule_and_reason)
{
    char text[512];
    cds_buf found = {.data = text, .capacity = sizeof text};
    ctx = (cds_ctx){.mem = cds_arena_new((size_t)64 << 20)};
    ck_assert_int_eq(count_overrides(&found), CDS_OK);
    ck_assert(cds_text_is(
        (cds_text){text, found.length},
        "{\"overrides\":[{\"rule\":\"class/join\",\"version\":\"1.0.0\",\"shown\":1,"
        "\"accepted\":1,\"overridden\":4,\"reasons\":{\"burden\":1,\"other\":2}},"
        "{\"rule\":\"class/wait\",\"version\":\"1.0.0\",\"shown\":1,\"accepted\":1,"
        "\"overridden\":0,\"reasons\":{}}]}"));
    cds_arena_free(ctx.mem);
}
END_TEST

/** A page of entries as clients see them, and without what says whose they are. */
static cds_status show(cds_buf *out)
{
    static const uint8_t secret[SRV_SECRET_BYTES] = {1};
    static srv_page page;
    cds_status status = srv_store_page(&ctx, store, 30, &page);
    for (size_t i = 0; status == CDS_OK && i < 4; i++) {
        status = srv_entry_show(&ctx, &page.entries[i], out);
        if (status == CDS_OK && page.entries[i].assessment.data != NULL)
            status = srv_entry_deidentify(&ctx, &page.entries[i], secret, out);
    }
    return status;
}

static cds_status read_steps(cds_buf *out)
{
    srv_entry *steps = NULL;
    size_t count = 0;
    int64_t last = 0;
    cds_status status = srv_store_steps(&ctx, store, &steps, &count);
    if (status == CDS_OK)
        status = srv_store_last_step(&ctx, store, &last);
    cds_buf_format(out, "%zu %d", count, (int)last);
    return status;
}

static cds_status read_files(cds_buf *out)
{
    srv_entry entry;
    srv_step step;
    srv_files files = {.count = 0};
    cds_status status = srv_store_entry(&ctx, store, RELEASE_AT, &entry);
    if (status == CDS_OK)
        status = srv_step_read(&ctx, &entry, &step);
    if (status == CDS_OK)
        status = srv_store_files(&ctx, store, step.digest, &files);
    cds_buf_format(out, "%zu", files.count);
    return status;
}

static cds_status read_erasure(cds_buf *out)
{
    srv_entry entry;
    const srv_erased *list = NULL;
    size_t count = 0;
    cds_status status = srv_store_entry(&ctx, store, ERASURE_AT, &entry);
    if (status == CDS_OK)
        status = srv_erasure_read(&ctx, entry.detail, &list, &count);
    cds_buf_format(out, "%zu", count);
    return status;
}

static cds_status find(cds_buf *out)
{
    const srv_search all = {.reference = CDS_TEXT("patient-7"),
                            .decision = CDS_TEXT("class"),
                            .answer = CDS_TEXT("join")};
    srv_hits hits;
    srv_mark_counts counts;
    cds_status status = srv_store_search(&ctx, store, &all, &hits);
    if (status == CDS_OK)
        status = srv_store_count_marks(&ctx, store, &counts);
    if (status == CDS_OK)
        cds_buf_format(out, "%zu %zu", hits.count, counts.used);
    return status;
}

static cds_status read_feedback(cds_buf *out)
{
    static srv_feedback_on on;
    srv_entry entry;
    cds_status status = srv_store_entry(&ctx, store, 31, &entry);
    if (status == CDS_OK)
        status = srv_store_feedback_on(&ctx, store, cds_text_of(entry.id), CDS_TEXT(""), &on);
    if (status == CDS_OK)
        cds_buf_format(out, "%zu", on.count);
    return status;
}

static cds_status list_due(cds_buf *out)
{
    static srv_due_page page;
    srv_due unnamed;
    const int64_t later_ms = srv_time_now_ms() + 1000;
    cds_status status = srv_store_due(&ctx, store, later_ms, (cds_text){NULL, 0}, &page);
    if (status == CDS_OK)
        status = srv_store_due_unnamed(&ctx, store, later_ms, &unnamed);
    if (status == CDS_OK)
        cds_buf_format(out, "%zu %d", page.count, (int)unnamed.count);
    return status;
}

static cds_status list_logs(cds_buf *out)
{
    srv_logs logs;
    const cds_status status = srv_store_logs(&ctx, store, &logs);
    if (status == CDS_OK)
        cds_buf_format(out, "%zu", logs.count);
    return status;
}

/** The same store beside its writer. */
static cds_status open_again(cds_buf *out)
{
    srv_store *reader = NULL;
    const cds_status status = srv_store_open(&ctx, made.dir, false, &reader);
    if (status == CDS_OK)
        cds_buf_text(out, srv_store_node(reader));
    srv_store_close(reader);
    return status;
}

static cds_status read_rules(cds_buf *out)
{
    const srv_folder clinic = {SOURCE_DIR "/rules",
                               SOURCE_DIR "/schemas/assessment.schema.json"};
    srv_files files;
    const cds_status status = srv_folder_read(&ctx, &clinic, &files);
    if (status == CDS_OK)
        cds_buf_format(out, "%zu", files.count);
    return status;
}

static const pieces_work works[] = {
    {"verify", verify},
    {"prove", prove},
    {"prove growth", prove_growth},
    {"count overrides", count_overrides},
    {"show", show},
    {"read steps", read_steps},
    {"read files", read_files},
    {"read erasure", read_erasure},
    {"find", find},
    {"read feedback", read_feedback},
    {"list due", list_due},
    {"list logs", list_logs},
    {"open again", open_again},
    {"read rules", read_rules},
};

START_TEST(nothing_is_read_without_a_piece_and_that_is_said)
{
    static char room[1 << 20];
    static char again[1 << 20];
    const pieces_work *it = &works[_i];
    cds_buf found = {.data = room, .capacity = sizeof room};
    cds_buf other = {.data = again, .capacity = sizeof again};
    ctx = (cds_ctx){.mem = cds_arena_new((size_t)64 << 20)};
    const size_t all = pieces_all(it, &found);
    for (size_t at = 1; at <= all; at = pieces_next(at, all))
        pieces_assert_said(it, at, &other);
    ck_assert_uint_eq(pieces_all(it, &other), all); // none of that has left anything behind
    ck_assert(cds_text_equal((cds_text){room, found.length}, (cds_text){again, other.length}));
    cds_arena_free(ctx.mem);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("pieces_record");
    TCase *cases = tcase_create("pieces_record");
    tcase_add_checked_fixture(cases, setup_shown, teardown);
    tcase_set_timeout(cases, 240);
    tcase_add_test(cases, overrides_are_counted_by_rule_and_reason);
    tcase_add_loop_test(cases, nothing_is_read_without_a_piece_and_that_is_said, 0,
                        sizeof works / sizeof *works);
    suite_add_tcase(suite, cases);
    return fixture_run(suite);
}
