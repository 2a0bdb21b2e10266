// SPDX-License-Identifier: Apache-2.0
// One piece of memory after the other is not given, and one statement after the other fails,
// while the record is opened, written, read, verified, proved and erased from: each time all of
// it is said, or that it could not be; and the log is whole afterwards.
#include "server/record/deidentify.h"
#include "server/record/overrides.h"
#include "server/record/proof.h"
#include "server/record/search.h"
#include "tests/unit/log_fixture.h"

#define PIECES_OF_THE_DATABASE
#include "pieces.h"

#define TRIED_MOST 300 // pieces, spread over all of them

static cds_ctx ctx;

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

static cds_status count_overrides(cds_buf *out)
{
    srv_overrides found;
    const cds_status status = srv_overrides_count(&ctx, store, &found);
    if (status == CDS_OK)
        srv_overrides_json(out, &found);
    return status;
}

/** A page of entries as clients see them, and without what says whose they are. */
static cds_status show(cds_buf *out)
{
    static const uint8_t secret[SRV_SECRET_BYTES] = {1};
    static srv_page room;
    srv_page *page = &room;
    cds_status status = srv_store_page(&ctx, store, 30, page);
    for (size_t i = 0; status == CDS_OK && i < 4; i++) {
        status = srv_entry_show(&ctx, &page->entries[i], out);
        if (status == CDS_OK && page->entries[i].assessment.data != NULL)
            status = srv_entry_deidentify(&ctx, &page->entries[i], secret, out);
    }
    return status;
}

static cds_status read_steps(cds_buf *out)
{
    srv_entry *steps = NULL;
    size_t count = 0;
    const cds_status status = srv_store_steps(&ctx, store, &steps, &count);
    cds_buf_format(out, "%zu", count);
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

/** In a database that goes back to what it was. */
static cds_status append_and_sign(cds_buf *out)
{
    srv_entry entry = fixture_entry();
    srv_entry *list = &entry;
    srv_entry found;
    (void)out;
    entry.node = srv_store_node(store);
    entry.assessment = CDS_TEXT("{\"patient\":{\"reference\":\"patient-7\"}}");
    entry.assessed_on_assumed = true;
    entry.decision = CDS_TEXT("{\"decisions\":{\"class\":{\"answer\":\"join\"}}}");
    cds_status status = srv_marks_write(&ctx, entry.decision, &entry.marks);
    if (status == CDS_OK)
        status = srv_entry_seal(&ctx, &entry);
    if (status == CDS_OK)
        status = srv_store_append(&ctx, store, &list, 1);
    if (status == CDS_OK)
        status = srv_store_sign(&ctx, store, &key);
    if (status == CDS_OK) // what is said to be kept is there
        status = srv_store_find(&ctx, store, cds_text_of(entry.id), &found);
    return status;
}

static cds_status erase(cds_buf *out)
{
    const srv_erasing what = {.reference = CDS_TEXT("patient-7"), .reason = CDS_TEXT("asked")};
    srv_entry erasure;
    const cds_status status = append_and_sign(out);
    return status == CDS_OK ? srv_store_erase(&ctx, store, &what, &erasure) : status;
}

static cds_status find(cds_buf *out)
{
    const srv_search all = {.reference = CDS_TEXT("patient-8"), .rule = CDS_TEXT("class/join")};
    srv_hits hits;
    srv_mark_counts counts;
    cds_status status = srv_store_search(&ctx, store, &all, &hits);
    if (status == CDS_OK)
        status = srv_store_count_marks(&ctx, store, &counts);
    if (status == CDS_OK)
        cds_buf_format(out, "%zu %zu", hits.count, counts.used);
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

/** A data folder of its own, its key, and where its record is. */
static cds_status begin_elsewhere(cds_buf *out)
{
    char dir[300];
    srv_store *other = NULL;
    srv_log_key new_key;
    snprintf(dir, sizeof dir, "%s/elsewhere-%zu", made.dir, pieces.fails);
    cds_status status = srv_store_open(&ctx, dir, true, &other);
    if (status == CDS_OK)
        status = srv_log_key_open(&ctx, dir, srv_store_node(other), &new_key);
    if (status == CDS_OK)
        status = srv_log_key_open(&ctx, dir, srv_store_node(other), &new_key);
    cds_buf_format(out, "%d", status);
    srv_store_close(other);
    return status;
}

static const struct {
    const char *name;
    cds_status (*work)(cds_buf *out);
} works[] = {
    {"verify", verify},
    {"prove", prove},
    {"count overrides", count_overrides},

    {"show", show},
    {"read steps", read_steps},
    {"read erasure", read_erasure},
    {"append and sign", append_and_sign},
    {"erase", erase},
    {"find", find},
    {"open again", open_again},
    {"begin elsewhere", begin_elsewhere},
};

static cds_status try(int work, size_t fails, cds_buf *out, size_t *asked)
{
    out->length = 0;
    cds_error_clear(&ctx);
    cds_arena_reset(ctx.mem);
    pieces_begin(fails);
    const cds_status status = works[work].work(out);
    *asked = pieces_end();
    return status;
}

START_TEST(all_is_said_or_that_it_could_not_be)
{
    static char good[1 << 20];
    static char got[1 << 20];
    cds_buf usual = {.data = good, .capacity = sizeof good};
    cds_buf other = {.data = got, .capacity = sizeof got};
    size_t all = 0;
    size_t asked = 0;
    ctx = (cds_ctx){.mem = cds_arena_new((size_t)64 << 20)};
    ck_assert_msg(try(_i, 0, &usual, &all) == CDS_OK, "%s: %s", ctx.error.where,
                  ctx.error.what);
    ck_assert_uint_gt(all, 0);
    for (size_t at = 1; at <= all; at += all / TRIED_MOST + 1) {
        const cds_status status = try(_i, at, &other, &asked);
        ck_assert_msg(status != CDS_NOT_FOUND, "%s: piece %zu", works[_i].name, at);
        if (status != CDS_OK)
            ck_assert_msg(ctx.error.what[0] != '\0', "%s: piece %zu", works[_i].name, at);
        else
            ck_assert(
                cds_text_equal((cds_text){got, other.length}, (cds_text){good, usual.length}));
    }
    ck_assert_msg(verify(&other) == CDS_OK, "%s: %s", ctx.error.where, ctx.error.what);
    cds_arena_free(ctx.mem);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("pieces_record");
    TCase *cases = tcase_create("pieces_record");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_set_timeout(cases, 240);
    tcase_add_loop_test(cases, all_is_said_or_that_it_could_not_be, 0,
                        sizeof works / sizeof *works);
    suite_add_tcase(suite, cases);
    return fixture_run(suite);
}
