// SPDX-License-Identifier: Apache-2.0
// One piece of memory after the other is not given, and one statement after the other fails,
// while something is kept, signed or erased, or a record is begun: all of it is done, or
// nothing is and that is said.
#include "server/record/claim.h"
#include "server/record/logs.h"
#include "tests/unit/pieces_record.h"

/** An evaluation with all that can stand beside one. */
static cds_status append_one(void)
{
    const cds_text nul = {"", 1};
    srv_entry entry = fixture_entry();
    srv_entry *list = &entry;
    entry.node = srv_store_node(store);
    entry.reference = CDS_TEXT("patient-9");
    entry.assessment = CDS_TEXT("{\"patient\":{\"reference\":\"patient-9\"}}");
    entry.assessed_on_assumed = true;
    entry.decision = CDS_TEXT("{\"decisions\":{\"class\":{\"answer\":\"join\"}}}");
    entry.has_idempotency = true;
    entry.key = CDS_TEXT("key-9");
    const cds_text parts[] = {entry.client, nul, entry.key,       nul,
                              entry.query,  nul, entry.assessment};
    entry.idempotency_key = cds_digest(parts, 3);
    entry.idempotency = cds_digest(parts, 7);
    cds_status status = srv_marks_write(&ctx, entry.decision, &entry.marks);
    if (status == CDS_OK)
        status = srv_entry_seal(&ctx, &entry);
    return status == CDS_OK ? srv_store_append(&ctx, store, &list, 1) : status;
}

static cds_status append_evaluation_9(cds_buf *out)
{
    (void)out;
    return append_one();
}

static cds_status append_files(cds_buf *out)
{
    static const cds_file list[] = {{CDS_TEXT("a.lua"), CDS_TEXT("a")},
                                    {CDS_TEXT("b.lua"), CDS_TEXT("b")}};
    const srv_files files = {list, 2, CDS_TEXT("sha256:9")};
    srv_entry entry = {.kind = SRV_KIND_RELEASE,
                       .time_ms = srv_time_now_ms(),
                       .client = CDS_TEXT("author"),
                       .node = srv_store_node(store),
                       .detail = CDS_TEXT("{}"),
                       .files = &files};
    srv_entry *group = &entry;
    (void)out;
    srv_entry_new_id(entry.time_ms, entry.id);
    const cds_status status = srv_entry_seal(&ctx, &entry);
    return status == CDS_OK ? srv_store_append(&ctx, store, &group, 1) : status;
}

static cds_status keep_claim(cds_buf *out)
{
    srv_claim claim = {.now_s = 1000, .expires_s = 2000};
    srv_claim *claims[] = {&claim};
    const srv_group group = {.claims = claims, .claim_count = 1};
    (void)out;
    return srv_store_keep(&ctx, store, &group);
}

static cds_status sign(cds_buf *out)
{
    (void)out;
    return srv_store_sign(&ctx, store, &key);
}

static cds_status erase(cds_buf *out)
{
    const srv_erasing what = {.reference = CDS_TEXT("patient-9"), .reason = CDS_TEXT("asked")};
    srv_erasures erased;
    (void)out;
    return srv_store_erase(&ctx, store, &what, &erased);
}

static cds_status prove_it_writes(cds_buf *out)
{
    (void)out;
    return srv_store_probe(&ctx, store);
}

static const struct {
    pieces_work kept;
    bool after_one;        // there is something new to sign or to erase
    const char *leaves[2]; // what there is more of, as SQL, and how much
} works[] = {
    {{"append", append_evaluation_9}, false, {"idempotency_keys", "1"}},
    {{"append files", append_files}, false, {"release_files", "2"}},
    {{"keep a claim", keep_claim}, false, {"used_tokens", "1"}},
    {{"sign", sign}, true, {"checkpoints", "1"}},
    {{"erase", erase}, true, {"idempotency_keys", "-1"}},
    {{"prove that it writes", prove_it_writes}, false, {"meta", "0"}},
};

/** How much of everything there is. */
static cds_text state_of(char out[256])
{
    static const char *const asked[] = {
        "count(*) FROM entries",
        "count(assessment) + count(reference) + count(marks) FROM entries",
        "count(*) FROM idempotency_keys",
        "count(*) FROM tiles",
        "count(*) FROM checkpoints",
        "count(*) FROM files",
        "count(*) FROM release_files",
        "count(*) FROM used_tokens",
        "count(*) FROM meta WHERE name <> 'probe'", // the next takes it away
    };
    cds_buf buf = {.data = out, .capacity = 256};
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
        cds_buf_format(&buf, "%lld ", (long long)read_int("SELECT %s", asked[i]));
    return (cds_text){out, buf.length};
}

/** The record as the fixture made it, and then as the work needs it. */
static void go_back(bool after_one)
{
    static srv_frontier edge;
    if (edge.size == 0)
        edge = store->frontier;
    sql("BEGIN");
    sql("DELETE FROM entries WHERE number >= %d", ENTRIES);
    sql("DELETE FROM idempotency_keys WHERE number >= %d", ENTRIES);
    sql("DELETE FROM checkpoints WHERE size > %d", ENTRIES);
    sql("DELETE FROM release_files WHERE release = 'sha256:9'");
    sql("DELETE FROM files WHERE sha256 NOT IN (SELECT file FROM release_files)");
    sql("DELETE FROM used_tokens");
    sql("COMMIT");
    store->frontier = edge;
    cds_error_clear(&ctx);
    if (after_one)
        ck_assert_int_eq(append_one(), CDS_OK);
}

START_TEST(all_of_it_is_kept_or_nothing_and_that_is_said)
{
    char before[256];
    char after[256];
    char now[256];
    cds_buf none = {.data = now, .capacity = sizeof now};
    const pieces_work *it = &works[_i].kept;
    ctx = (cds_ctx){.mem = cds_arena_new((size_t)64 << 20)};
    go_back(works[_i].after_one);
    const cds_text was = state_of(before);
    const int64_t there = read_int("SELECT count(*) FROM %s", works[_i].leaves[0]);
    const size_t all = pieces_all(it, &none);
    const cds_text is = state_of(after);
    ck_assert_int_eq(read_int("SELECT count(*) FROM %s", works[_i].leaves[0]) - there,
                     strtoll(works[_i].leaves[1], NULL, 10));
    for (size_t at = 1; at <= all; at++) {
        go_back(works[_i].after_one);
        pieces_assert_said(it, at, &none);
        ck_assert_msg(cds_text_equal(state_of(now), was), "%s: piece %zu: %s, was %s", it->name,
                      at, now, before);
    }
    go_back(works[_i].after_one);
    ck_assert_uint_eq(pieces_all(it, &none), all);
    ck_assert(cds_text_equal(state_of(now), is));
    go_back(false); // a release of two files and no digest is none that verifies
    ck_assert_int_eq(find_bad(&kept), INT64_MIN);
    cds_arena_free(ctx.mem);
}
END_TEST

static char elsewhere[300];

/** A data folder of its own, its key, and the key again. */
static cds_status begin_elsewhere(cds_buf *out)
{
    srv_store *other = NULL;
    srv_log_key other_key;
    cds_status status = srv_store_open(&ctx, elsewhere, true, &other);
    for (int i = 0; i < 2 && status == CDS_OK; i++)
        status = srv_log_key_open(&ctx, elsewhere, srv_store_node(other), &other_key);
    if (status == CDS_OK)
        status = srv_store_note_signer(&ctx, other, &other_key.signer);
    if (status == CDS_OK)
        cds_buf_format(out, "%zu", strlen(other_key.signer.name));
    srv_store_close(other);
    return status;
}

START_TEST(a_start_that_fails_says_so_and_leaves_nothing_that_the_next_stumbles_over)
{
    static const pieces_work work = {"begin elsewhere", begin_elsewhere};
    char room[64];
    cds_buf out = {.data = room, .capacity = sizeof room};
    ctx = (cds_ctx){.mem = cds_arena_new((size_t)64 << 20)};
    snprintf(elsewhere, sizeof elsewhere, "%s/elsewhere", made.dir);
    const size_t all = pieces_all(&work, &out);
    for (size_t at = 1; at <= all; at++) {
        size_t asked;
        fixture_remove(elsewhere);
        const cds_status status = pieces_try(&work, at, &out, &asked);
        ck_assert_uint_ge(asked, at);
        // a statement that failed may go with the room of the ballast
        ck_assert_msg(status == CDS_OK ? out.length > 0 : ctx.error.what[0] != '\0',
                      "piece %zu", at);
        (void)pieces_all(&work, &out);
    }
    cds_arena_free(ctx.mem);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("pieces_kept");
    TCase *cases = tcase_create("pieces_kept");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_set_timeout(cases, 240);
    tcase_add_loop_test(cases, all_of_it_is_kept_or_nothing_and_that_is_said, 0,
                        sizeof works / sizeof *works);
    tcase_add_test(cases,
                   a_start_that_fails_says_so_and_leaves_nothing_that_the_next_stumbles_over);
    suite_add_tcase(suite, cases);
    return fixture_run(suite);
}
