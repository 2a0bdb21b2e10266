// SPDX-License-Identifier: Apache-2.0
// The connection to PostgreSQL is lost with one message after the other, before the server has
// it or with the answer: a writer fails, and the record is whole when it is opened anew; a
// reader asks again, or says that it can't. Needs tests/record/on_postgres.sh.
#include "server/record/claim.h"
#include "server/record/erasure.h"
#include "server/record/retention.h"
#include "server/record/search.h"
#include "server/record/shown.h"
#include "tests/unit/wire.h"

#define MESSAGES_MOST 400

static fixture made;
static wire line;
static srv_store *store;
static srv_log_key key;
static char last_id[SRV_ID_LENGTH + 1]; // of the last evaluation that was to be kept

static void setup(void)
{
    made = store_fixture_make();
    wire_begin(&line, &made);
}

static void teardown(void)
{
    srv_store_close(store);
    wire_end(&line);
    fixture_drop(&made);
}

static cds_status open_store(bool writable)
{
    srv_store_close(store);
    store = NULL;
    return srv_store_open(&made.ctx, made.dir, writable, &store);
}

static void open_whole(bool writable)
{
    wire_cut(&line, 0);
    cds_error_clear(&made.ctx);
    cds_arena_reset(made.ctx.mem);
    ck_assert_msg(open_store(writable) == CDS_OK, "%s: %s", made.ctx.error.where,
                  made.ctx.error.what);
}

/** The log as it is now verifies, with all its rows. */
static void assert_whole(void)
{
    const srv_verifying how = {.signer = &key.signer};
    srv_verified verified;
    open_whole(true);
    ck_assert_msg(srv_log_verify(&made.ctx, store, &how, &verified) == CDS_OK, "%s: %s",
                  made.ctx.error.where, made.ctx.error.what);
}

static cds_status append_one(void)
{
    static uint8_t number;
    srv_entry entry = nodes_entry(store, 0);
    srv_entry *group[] = {&entry};
    srv_claim claim = {.now_s = 1000, .expires_s = 2000};
    srv_claim *claims[] = {&claim};
    const srv_group all = {
        .entries = group, .claims = claims, .entry_count = 1, .claim_count = 1};
    const cds_text nul = {"", 1};
    entry.assessment = CDS_TEXT("{\"patient\":{\"reference\":\"patient-7\"}}");
    entry.assessed_on_assumed = true;
    entry.decision = CDS_TEXT("{\"decisions\":{\"class\":{\"answer\":\"join\"}}}");
    ck_assert_int_eq(srv_marks_write(&made.ctx, entry.decision, &entry.marks), CDS_OK);
    claim.token.bytes[0] = ++number;
    entry.has_idempotency = true;
    entry.key = (cds_text){(const char *)&number, 1};
    const cds_text parts[] = {entry.client, nul, entry.key,       nul,
                              entry.query,  nul, entry.assessment};
    entry.idempotency_key = cds_digest(parts, 3);
    entry.idempotency = cds_digest(parts, 7);
    ck_assert_int_eq(srv_entry_seal(&made.ctx, &entry), CDS_OK);
    memcpy(last_id, entry.id, sizeof last_id);
    return srv_store_keep(&made.ctx, store, &all);
}

static cds_status sign(void)
{
    return srv_store_sign(&made.ctx, store, &key);
}

static cds_status erase(void)
{
    const srv_erasing what = {.id = cds_text_of(last_id), .reason = CDS_TEXT("asked")};
    srv_erasures erased;
    return srv_store_erase(&made.ctx, store, &what, &erased);
}

static cds_status scrub(void)
{
    return srv_store_scrub(&made.ctx, store, false);
}

static cds_status prove_it_writes(void)
{
    return srv_store_probe(&made.ctx, store);
}

static const struct {
    const char *name;
    cds_status (*work)(void);
} writes[] = {
    {"append", append_one},
    {"sign", sign},
    {"erase", erase},
    {"scrub", scrub},
    {"prove that it writes", prove_it_writes},
};

/** Something to sign and somebody to erase. */
static void make_ready(void)
{
    open_whole(true);
    ck_assert_int_eq(append_one(), CDS_OK);
}

static void make_key(void)
{
    open_whole(true);
    ck_assert_int_eq(srv_log_key_open(&made.ctx, made.dir, srv_store_node(store), &key),
                     CDS_OK);
}

START_TEST(what_a_writer_loses_its_connection_in_fails_and_leaves_a_whole_log)
{
    int at = 1;
    make_key();
    for (; at < MESSAGES_MOST; at++) {
        make_ready();
        line.heard = at % 2 == 0;
        wire_cut(&line, (at + 1) / 2);
        const cds_status status = writes[_i].work();
        if (line.sent < line.cut_at)
            break;
        ck_assert_msg(status == CDS_FAILED && made.ctx.error.what[0] != '\0', "%s: message %d",
                      writes[_i].name, line.cut_at);
        ck_assert_ptr_null(strstr(made.ctx.error.what, "patient"));
        ck_assert(!srv_store_is_there(store));
        assert_whole();
    }
    ck_assert_int_gt(at, 2);
    ck_assert_int_lt(at, MESSAGES_MOST);
    ck_assert_int_eq(made.ctx.error.status, CDS_OK);
}
END_TEST

/** Everything as it was before the first start. */
static void forget_schema(void)
{
    PGconn *conn;
    const char *url;
    srv_store_close(store);
    store = NULL;
    ck_assert_int_eq(srv_place_read(&made.ctx, made.dir, &url), CDS_OK);
    wire_cut(&line, 0);
    conn = postgres_connect(url);
    postgres_run(conn, "SET client_min_messages = warning");
    postgres_run(conn, "DROP SCHEMA IF EXISTS tendon CASCADE");
    PQfinish(conn);
}

static const struct {
    bool first, writable;
} starts[] = {{true, true}, {false, true}, {false, false}};

START_TEST(a_start_that_loses_its_connection_fails_and_the_next_goes_on)
{
    int at = 1;
    make_key();
    if (starts[_i].first)
        forget_schema(); // once: what a start had made when it was cut, the next goes on with
    for (; at < MESSAGES_MOST; at++) {
        srv_store_close(store);
        store = NULL;
        line.heard = at % 2 == 0;
        wire_cut(&line, at);
        const cds_status status = open_store(starts[_i].writable);
        if (line.sent < line.cut_at)
            break;
        ck_assert_msg(status == CDS_FAILED && made.ctx.error.what[0] != '\0', "message %d",
                      line.cut_at);
        if (at == 1) // the call itself
            ck_assert_ptr_nonnull(strstr(made.ctx.error.what, "can't be reached"));
        ck_assert_ptr_null(store);
        cds_error_clear(&made.ctx);
    }
    assert_whole();
    ck_assert_int_gt(at, 2);
    ck_assert_int_lt(at, MESSAGES_MOST);
}
END_TEST

static cds_status find(void)
{
    srv_entry entry;
    const cds_status status = srv_store_find(&made.ctx, store, CDS_TEXT("x"), &entry);
    return status == CDS_NOT_FOUND ? CDS_OK : status;
}

static cds_status read_page(void)
{
    static srv_page page;
    return srv_store_page(&made.ctx, store, 0, &page);
}

static cds_status search(void)
{
    const srv_search all = {.rule = CDS_TEXT("class/join")};
    srv_hits hits;
    return srv_store_search(&made.ctx, store, &all, &hits);
}

static cds_status list_due(void)
{
    static srv_due_page page;
    return srv_store_due(&made.ctx, store, 0, (cds_text){NULL, 0}, &page);
}

static cds_status verify(void)
{
    const srv_verifying how = {.signer = &key.signer};
    srv_verified verified;
    return srv_log_verify(&made.ctx, store, &how, &verified);
}

static const struct {
    const char *name;
    cds_status (*work)(void);
} reads[] = {
    {"find", find},     {"page", read_page}, {"search", search}, {"list who is due", list_due},
    {"verify", verify},
};

START_TEST(a_reader_asks_again_or_says_that_it_can_not)
{
    int at = 1;
    make_key();
    make_ready();
    for (; at < MESSAGES_MOST; at++) {
        open_whole(false);
        line.heard = at % 2 == 0;
        line.stays = at / 2 % 2 == 0;
        wire_cut(&line, (at + 3) / 4);
        const cds_status status = reads[_i].work();
        if (line.sent < line.cut_at)
            break;
        ck_assert_msg(status == (line.stays ? CDS_FAILED : CDS_OK), "%s: message %d: %s",
                      reads[_i].name, line.cut_at, made.ctx.error.what);
    }
    ck_assert_int_gt(at, 4);
    ck_assert_int_lt(at, MESSAGES_MOST);
}
END_TEST

int main(void)
{
    if (postgres_cluster() == NULL) {
        puts("skipped: needs tests/record/on_postgres.sh");
        return 0;
    }
    Suite *suite = suite_create("wire");
    TCase *cases = tcase_create("wire");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_set_timeout(cases, 120);
    tcase_add_loop_test(cases,
                        what_a_writer_loses_its_connection_in_fails_and_leaves_a_whole_log, 0,
                        sizeof writes / sizeof *writes);
    tcase_add_loop_test(cases, a_start_that_loses_its_connection_fails_and_the_next_goes_on, 0,
                        sizeof starts / sizeof *starts);
    tcase_add_loop_test(cases, a_reader_asks_again_or_says_that_it_can_not, 0,
                        sizeof reads / sizeof *reads);
    suite_add_tcase(suite, cases);
    return fixture_run(suite);
}
