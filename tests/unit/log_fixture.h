// SPDX-License-Identifier: Apache-2.0
// What the log's checks share: a store of 300 entries with keys, tiles and five checkpoints,
// edits to it, and the question what `tendon log verify` would find.
#pragma once

#include <inttypes.h>

#include <sqlite3.h>

#include "server/governance/step.h"
#include "server/record/derived.h"
#include "server/record/erasure.h"
#include "server/record/log_key.h"
#include "server/record/shown.h"
#include "server/record/verify.h"
#include "tests/unit/store_fixture.h"

#define ENTRIES 300

static fixture made;
static srv_store *store;
static srv_log_key key;
static srv_root kept; // elsewhere, from before any edit
static uint64_t state;

static inline uint64_t next_random(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

static inline void append(srv_entry *entry)
{
    ck_assert_int_eq(srv_entry_seal(&made.ctx, entry), CDS_OK);
    ck_assert_int_eq(srv_store_append(&made.ctx, store, &entry, 1), CDS_OK);
}

static inline cds_text activation_detail(const srv_entry *of)
{
    const srv_step step = {
        .kind = SRV_STEP_ACTIVATE, .digest = of->release, .name = of->release_name};
    cds_text detail;
    ck_assert_int_eq(srv_step_detail(&made.ctx, &step, &detail), CDS_OK);
    return detail;
}

static inline void append_activation(void)
{
    srv_entry of = fixture_entry();
    srv_entry entry = {
        .kind = SRV_KIND_ACTIVATION, .time_ms = of.release_activated_ms, .client = of.client};
    entry.node = srv_store_node(store);
    srv_entry_new_id(entry.time_ms, entry.id);
    entry.detail = activation_detail(&of);
    append(&entry);
}

// Three evaluations of another person, a comment on one of them, and their erasure.
#define COMMENT_AT 200
#define ERASURE_AT 205

static inline const char *reference_of(unsigned i)
{
    return i == 31 || i == 33 || i == 96 ? "patient-8" : "patient-7";
}

static inline void append_evaluation(unsigned i)
{
    char name[8];
    srv_entry entry = fixture_entry();
    snprintf(name, sizeof name, "k%u", i);
    entry.node = srv_store_node(store);
    char assessment[64];
    snprintf(assessment, sizeof assessment, "{\"patient\":{\"reference\":\"%s\"}}",
             reference_of(i));
    entry.reference = cds_text_of(reference_of(i));
    entry.assessment = cds_text_of(assessment);
    entry.assessed_on_assumed = true;
    entry.decision = CDS_TEXT("{\"decisions\":{\"class\":{\"answer\":\"join\"}}}");
    ck_assert_int_eq(srv_marks_write(&made.ctx, entry.decision, &entry.marks), CDS_OK);
    if (i % 3 == 0) {
        const cds_text nul = {"", 1};
        entry.has_idempotency = true;
        entry.key = cds_text_of(name);
        entry.query = i % 2 == 0 ? CDS_TEXT("decisions=class") : (cds_text){NULL, 0};
        const cds_text parts[] = {entry.client, nul, entry.key,       nul,
                                  entry.query,  nul, entry.assessment};
        entry.idempotency_key = cds_digest(parts, 3);
        entry.idempotency = cds_digest(parts, 7);
    }
    append(&entry);
}

static inline void append_comment(int64_t about)
{
    srv_entry on;
    char detail[256];
    ck_assert_int_eq(srv_store_entry(&made.ctx, store, about, &on), CDS_OK);
    snprintf(detail, sizeof detail,
             "{\"comment\":\"a word\",\"evaluation\":\"%s\",\"outcome\":\"accepted\","
             "\"rule\":\"class/join\",\"version\":\"1.0.0\"}",
             on.id);
    srv_entry entry = {.kind = SRV_KIND_FEEDBACK,
                       .time_ms = srv_time_now_ms(),
                       .client = on.client,
                       .node = srv_store_node(store),
                       .detail = cds_text_of(detail)};
    srv_entry_new_id(entry.time_ms, entry.id);
    append(&entry);
}

// A release with two files that count and one that does not, signed by its author.
#define RELEASE_AT 5

static inline void append_release(void)
{
    static const cds_file list[] = {
        {CDS_TEXT("README.md"), CDS_TEXT("read")},
        {CDS_TEXT("assessment.schema.json"), CDS_TEXT("{}")},
        {CDS_TEXT("clinic.lua"), CDS_TEXT("clinic {}")},
    };
    char text[SRV_DIGEST_LENGTH + 1] = "sha256:";
    cds_sha256 digest;
    static const uint8_t seed[CDS_SEED_BYTES] = {7};
    const cds_key author = cds_key_of_seed(seed);
    cds_text covered;
    ck_assert_int_eq(cds_files_digest(&made.ctx, list, 3, &digest), CDS_OK);
    cds_digest_hex(&digest, text + 7);
    const srv_files files = {list, 3, cds_text_of(text)};
    srv_step step = {.kind = SRV_STEP_PROPOSE,
                     .digest = cds_text_of(text),
                     .name = CDS_TEXT("2026.11.1"),
                     .reason = CDS_TEXT("because"),
                     .time = CDS_TEXT("2026-11-22T09:00:00.000Z"),
                     .is_signed = true};
    step.key = author.public_half;
    ck_assert_int_eq(srv_step_signed_text(&made.ctx, &step, &covered), CDS_OK);
    step.signature = cds_sign(&author, covered);
    srv_entry entry = {.kind = SRV_KIND_RELEASE,
                       .time_ms = srv_time_now_ms(),
                       .client = CDS_TEXT("author"),
                       .node = srv_store_node(store),
                       .files = &files};
    srv_entry_new_id(entry.time_ms, entry.id);
    ck_assert_int_eq(srv_step_detail(&made.ctx, &step, &entry.detail), CDS_OK);
    append(&entry);
}

static inline void append_erasure(void)
{
    const srv_erasing what = {.reference = CDS_TEXT("patient-8"), .reason = CDS_TEXT("asked")};
    srv_erasures erased;
    ck_assert_int_eq(srv_store_erase(&made.ctx, store, &what, &erased), CDS_OK);
    ck_assert_int_eq(erased.list[0].number, ERASURE_AT);
}

static inline void setup(void)
{
    made = store_fixture_make();
    ck_assert_int_eq(srv_store_open(&made.ctx, made.dir, true, &store), CDS_OK);
    ck_assert_int_eq(srv_log_key_open(&made.ctx, made.dir, srv_store_node(store), &key),
                     CDS_OK);
    append_activation();
    for (unsigned i = 1; i < ENTRIES; i++) {
        if (i == COMMENT_AT)
            append_comment(31);
        else if (i == RELEASE_AT)
            append_release();
        else if (i == ERASURE_AT)
            append_erasure();
        else
            append_evaluation(i);
        if (i % 70 == 0 || i == ENTRIES - 1)
            ck_assert_int_eq(srv_store_sign(&made.ctx, store, &key), CDS_OK);
    }
    kept = (srv_root){store->frontier.size, srv_frontier_root(&store->frontier)};
    state = 88172645463325252U;
}

static inline void teardown(void)
{
    srv_store_close(store);
    fixture_drop(&made);
}

static inline void sql(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    char *text = sqlite3_vmprintf(format, list);
    va_end(list);
    store_sql(store, text);
    sqlite3_free(text);
}

static inline int64_t read_int(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    char *text = sqlite3_vmprintf(format, list);
    va_end(list);
    const int64_t value = store_int(store, text);
    sqlite3_free(text);
    return value;
}

/** The number of the first bad entry; INT64_MIN: all is well. Why stays in made.ctx.error. */
static inline int64_t find_bad(const srv_root *against)
{
    const srv_verifying how = {
        .signer = &key.signer, .against = against, .judge = srv_step_judge};
    srv_verified verified;
    int64_t number = INT64_MIN;
    cds_error_clear(&made.ctx);
    cds_arena_reset(made.ctx.mem);
    const cds_status status = srv_log_verify(&made.ctx, store, &how, &verified);
    if (status != CDS_OK) {
        ck_assert_int_eq(status, CDS_INVALID);
        ck_assert_int_eq(sscanf(made.ctx.error.where, "entry %" SCNd64, &number), 1);
    }
    return number;
}
