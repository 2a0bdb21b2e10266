// SPDX-License-Identifier: Apache-2.0
// Whoever edits the store behind the service's back is found out, and the first bad entry is
// named. Each edit is made in a transaction of the store's own connection, verified inside it
// and rolled back. What no log can show without a checkpoint kept elsewhere - a tail cut back
// to a checkpoint, a history made up anew and signed with a stolen key - is tried against one.
#include <inttypes.h>

#include <sqlite3.h>

#include "server/governance/step.h"
#include "server/record/log_key.h"
#include "server/record/store_sqlite.h"
#include "server/record/verify.h"
#include "tests/unit/record_fixture.h"

#define ENTRIES 300
#define RANDOM_EDITS 1000

static fixture made;
static srv_store *store;
static srv_log_key key;
static srv_root kept; // elsewhere, from before any edit
static uint64_t state;

static uint64_t next_random(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

static void append(srv_entry *entry)
{
    ck_assert_int_eq(srv_entry_seal(&made.ctx, entry), CDS_OK);
    ck_assert_int_eq(srv_store_append(&made.ctx, store, &entry, 1), CDS_OK);
}

static cds_text activation_detail(const srv_entry *of)
{
    const srv_step step = {
        .kind = SRV_STEP_ACTIVATE, .digest = of->release, .name = of->release_name};
    cds_text detail;
    ck_assert_int_eq(srv_step_detail(&made.ctx, &step, &detail), CDS_OK);
    return detail;
}

static void append_activation(void)
{
    srv_entry of = fixture_entry();
    srv_entry entry = {.kind = SRV_KIND_ACTIVATION, .client = of.client};
    entry.time_ms = of.release_activated_ms;
    entry.node = srv_store_node(store);
    srv_entry_new_id(entry.time_ms, entry.id);
    entry.detail = activation_detail(&of);
    append(&entry);
}

static void append_evaluation(unsigned i)
{
    char name[8];
    srv_entry entry = fixture_entry();
    snprintf(name, sizeof name, "k%u", i);
    entry.node = srv_store_node(store);
    entry.assessment = CDS_TEXT("{\"patient\":{\"reference\":\"patient-7\"}}");
    entry.assessed_on_assumed = true;
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

static void setup(void)
{
    made = fixture_make();
    ck_assert_int_eq(srv_store_open(&made.ctx, made.dir, true, &store), CDS_OK);
    ck_assert_int_eq(srv_log_key_open(&made.ctx, made.dir, srv_store_node(store), &key),
                     CDS_OK);
    append_activation();
    for (unsigned i = 1; i < ENTRIES; i++) {
        append_evaluation(i);
        if (i % 70 == 0 || i == ENTRIES - 1)
            ck_assert_int_eq(srv_store_sign(&made.ctx, store, &key), CDS_OK);
    }
    kept = (srv_root){store->frontier.size, srv_frontier_root(&store->frontier)};
    state = 88172645463325252U;
}

static void teardown(void)
{
    srv_store_close(store);
    fixture_drop(&made);
}

static void sql(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    char *text = sqlite3_vmprintf(format, list);
    va_end(list);
    ck_assert_msg(sqlite3_exec(store->db, text, NULL, NULL, NULL) == SQLITE_OK, "%s: %s", text,
                  sqlite3_errmsg(store->db));
    sqlite3_free(text);
}

static int64_t read_int(const char *format, ...)
{
    va_list list;
    sqlite3_stmt *statement;
    va_start(list, format);
    char *text = sqlite3_vmprintf(format, list);
    va_end(list);
    ck_assert_int_eq(sqlite3_prepare_v2(store->db, text, -1, &statement, NULL), SQLITE_OK);
    ck_assert_int_eq(sqlite3_step(statement), SQLITE_ROW);
    const int64_t value = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_free(text);
    return value;
}

/** The number of the first bad entry; INT64_MIN: all is well. */
static int64_t find_bad(const srv_root *against)
{
    const srv_verifying how = {.signer = &key.signer, .against = against};
    srv_verified verified;
    int64_t number = INT64_MIN;
    cds_error_clear(&made.ctx);
    cds_arena_reset(made.ctx.mem);
    const cds_status status = srv_log_verify(&made.ctx, store, &how, &verified);
    if (status != CDS_OK) {
        ck_assert_int_eq(status, CDS_INVALID);
        ck_assert_int_eq(sscanf(made.ctx.error.where, "entry %" SCNd64, &number), 1);
    }
    cds_error_clear(&made.ctx);
    return number;
}

START_TEST(an_untouched_log_verifies_also_against_its_checkpoint)
{
    const srv_verifying how = {.signer = &key.signer, .against = &kept};
    srv_verified verified;
    const cds_status status = srv_log_verify(&made.ctx, store, &how, &verified);
    ck_assert_msg(status == CDS_OK, "%s: %s", made.ctx.error.where, made.ctx.error.what);
    ck_assert_int_eq(verified.entries, ENTRIES);
    ck_assert_int_eq(verified.checkpoints, 5);
}
END_TEST

START_TEST(a_tail_that_no_checkpoint_covers_yet_is_valid)
{
    append_evaluation(ENTRIES);
    ck_assert_int_eq(find_bad(&kept), INT64_MIN);
}
END_TEST

typedef struct column {
    const char *table;
    char name[32];
} column;

static size_t list_columns(column out[64])
{
    static const char *const tables[] = {"entries", "idempotency_keys", "tiles", "checkpoints",
                                         "meta"};
    size_t count = 0;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        sqlite3_stmt *statement;
        char *text = sqlite3_mprintf("SELECT name FROM pragma_table_info(%Q)", tables[i]);
        ck_assert_int_eq(sqlite3_prepare_v2(store->db, text, -1, &statement, NULL), SQLITE_OK);
        while (sqlite3_step(statement) == SQLITE_ROW) {
            out[count].table = tables[i];
            snprintf(out[count++].name, sizeof out->name, "%s",
                     (const char *)sqlite3_column_text(statement, 0));
        }
        sqlite3_finalize(statement);
        sqlite3_free(text);
    }
    return count;
}

static void bind_changed(sqlite3_stmt *to, sqlite3_stmt *from)
{
    const int length = sqlite3_column_bytes(from, 0);
    char bytes[4096];
    switch (sqlite3_column_type(from, 0)) {
    case SQLITE_INTEGER:
        sqlite3_bind_int64(to, 1,
                           sqlite3_column_int64(from, 0) ^ INT64_C(1) << next_random() % 40);
        return;
    case SQLITE_NULL:
        sqlite3_bind_text(to, 1, "1", 1, SQLITE_STATIC);
        return;
    default:
        ck_assert_int_lt(length, (int)sizeof bytes);
        memcpy(bytes, sqlite3_column_blob(from, 0), (size_t)length);
        bytes[next_random() % (uint64_t)length] ^= (char)(1 << next_random() % 8);
        if (sqlite3_column_type(from, 0) == SQLITE_TEXT)
            sqlite3_bind_text(to, 1, bytes, length, SQLITE_TRANSIENT);
        else
            sqlite3_bind_blob(to, 1, bytes, length, SQLITE_TRANSIENT);
    }
}

/** Changes one value of the table's row at `place`; false: the table's own rules refuse it. */
static bool change(const column *at, int64_t place)
{
    sqlite3_stmt *read;
    sqlite3_stmt *write;
    const char *order = strcmp(at->table, "meta") == 0 ? "name" : "number";
    char *text = sqlite3_mprintf("SELECT %s FROM %s ORDER BY %s LIMIT 1 OFFSET %lld", at->name,
                                 at->table, order, (long long)place);
    char *edit = sqlite3_mprintf("UPDATE %s SET %s = ?1 WHERE %s", at->table, at->name,
                                 strcmp(at->table, "tiles") == 0  ? "level = 1 AND number = 0"
                                 : strcmp(at->table, "meta") == 0 ? "name = 'node'"
                                                                  : "number = ?2");
    char *which = sqlite3_mprintf("SELECT number FROM %s ORDER BY number LIMIT 1 OFFSET %lld",
                                  at->table, (long long)place);
    ck_assert_int_eq(sqlite3_prepare_v2(store->db, text, -1, &read, NULL), SQLITE_OK);
    ck_assert_int_eq(sqlite3_prepare_v2(store->db, edit, -1, &write, NULL), SQLITE_OK);
    ck_assert_int_eq(sqlite3_step(read), SQLITE_ROW);
    bind_changed(write, read);
    if (strstr(edit, "?2") != NULL)
        sqlite3_bind_int64(write, 2, read_int("%s", which));
    const bool changed = sqlite3_step(write) == SQLITE_DONE;
    sqlite3_finalize(read);
    sqlite3_finalize(write);
    sqlite3_free(text);
    sqlite3_free(edit);
    sqlite3_free(which);
    return changed;
}

/** An entry's own column, its number aside, names that entry. */
static void assert_found(const column *at, int64_t place)
{
    const int64_t bad = find_bad(NULL);
    ck_assert_msg(bad != INT64_MIN, "%s.%s of row %lld", at->table, at->name, (long long)place);
    if (strcmp(at->table, "entries") == 0 && strcmp(at->name, "number") != 0)
        ck_assert_msg(bad == place, "%s of entry %lld is named as entry %lld", at->name,
                      (long long)place, (long long)bad);
}

START_TEST(a_changed_value_in_each_column_of_each_table_is_found)
{
    column columns[64];
    const size_t count = list_columns(columns);
    ck_assert_uint_ge(count, 30);
    for (size_t i = 0; i < count; i++) {
        const int64_t rows = read_int("SELECT count(*) FROM %s", columns[i].table);
        for (int64_t place = 0; place<rows; place += rows> 10 ? rows / 3 : 1) {
            sql("BEGIN");
            if (change(&columns[i], place))
                assert_found(&columns[i], place);
            sql("ROLLBACK");
        }
    }
}
END_TEST

START_TEST(a_thousand_random_changes_are_all_found)
{
    column columns[64];
    const size_t count = list_columns(columns);
    for (int edits = 0; edits < RANDOM_EDITS;) {
        const column *at = &columns[next_random() % count];
        const int64_t rows = read_int("SELECT count(*) FROM %s", at->table);
        const int64_t place = (int64_t)(next_random() % (uint64_t)rows);
        sql("BEGIN");
        if (change(at, place)) {
            assert_found(at, place);
            edits++;
        }
        sql("ROLLBACK");
    }
}
END_TEST

START_TEST(deleted_and_inserted_rows_are_found)
{
    static const char *const edits[] = {
        "DELETE FROM entries WHERE number = 123",
        "DELETE FROM entries WHERE number = 0",
        "DELETE FROM entries WHERE number = 299",
        "DELETE FROM entries WHERE number > 150",
        "DELETE FROM entries",
        "DELETE FROM idempotency_keys WHERE number = 99",
        "DELETE FROM idempotency_keys WHERE number = 297",
        "DELETE FROM idempotency_keys",
        "DELETE FROM tiles",
        "DELETE FROM checkpoints WHERE number = 2",
        "DELETE FROM checkpoints WHERE number = 0",
        "DELETE FROM meta",
        "INSERT INTO tiles VALUES (1, 1, zeroblob(32))",
        "INSERT INTO tiles VALUES (2, 0, zeroblob(32))",
        "INSERT INTO tiles VALUES (0, 4, zeroblob(32))",
        "INSERT INTO checkpoints SELECT -1, 1, note FROM checkpoints WHERE number = 0",
        "INSERT INTO checkpoints SELECT 5, 900, note FROM checkpoints WHERE number = 0",
        "INSERT INTO idempotency_keys VALUES (4, x'00', 0, NULL, NULL)",
        "INSERT INTO idempotency_keys VALUES (400, x'00', 0, NULL, NULL)",
        "INSERT INTO idempotency_keys VALUES (-4, x'00', 0, NULL, NULL)",
    };
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
        sql("BEGIN");
        sql("%s", edits[i]);
        ck_assert_msg(find_bad(NULL) != INT64_MIN, "%s", edits[i]);
        sql("ROLLBACK");
    }
}
END_TEST

START_TEST(an_entry_copied_to_another_place_is_found)
{
    static const int64_t places[] = {-5000, -1, ENTRIES, ENTRIES + 7};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        sql("BEGIN");
        sql("CREATE TEMP TABLE copy AS SELECT * FROM entries WHERE number = 50");
        sql("UPDATE copy SET number = %lld, id = '01a20eef-2467-755c-a67b-548911fc8661'",
            (long long)places[i]);
        sql("INSERT INTO entries SELECT * FROM copy");
        ck_assert_int_eq(find_bad(NULL), places[i] < ENTRIES ? places[i] : ENTRIES);
        sql("ROLLBACK");
    }
}
END_TEST

START_TEST(swapped_entries_are_found_and_the_first_is_named)
{
    for (int round = 0; round < 20; round++) {
        const int64_t a = (int64_t)(next_random() % (ENTRIES - 1));
        const int64_t b = a + 1 + (int64_t)(next_random() % (uint64_t)(ENTRIES - 1 - a));
        sql("BEGIN");
        sql("UPDATE entries SET number = -1 WHERE number = %lld", (long long)a);
        sql("UPDATE entries SET number = %lld WHERE number = %lld", (long long)a, (long long)b);
        sql("UPDATE entries SET number = %lld WHERE number = -1", (long long)b);
        const int64_t bad = find_bad(NULL);
        ck_assert_msg(bad >= 0 && bad <= a, "%lld and %lld: %lld", (long long)a, (long long)b,
                      (long long)bad);
        sql("ROLLBACK");
    }
}
END_TEST

/** Rewrites one entry and makes its leaf, and all tiles, as they should be for it. */
static void rewrite(int64_t number)
{
    srv_entry entry;
    srv_frontier frontier = {.size = 0};
    ck_assert_int_eq(srv_store_entry(&made.ctx, store, number, &entry), CDS_OK);
    entry.decision = CDS_TEXT("{\"decisions\":{\"referral\":\"none\"}}");
    ck_assert_int_eq(srv_entry_seal(&made.ctx, &entry), CDS_OK);
    sql("DELETE FROM entries WHERE number = %lld", (long long)number);
    srv_row row = {store->statements[SRV_INSERT], SQLITE_OK};
    srv_row_entry(&row, &entry);
    ck_assert_int_eq(srv_row_run(row), SQLITE_OK);
    sql("DELETE FROM tiles");
    for (int64_t i = 0; i < read_int("SELECT count(*) FROM entries"); i++) {
        ck_assert_int_eq(srv_store_entry(&made.ctx, store, i, &entry), CDS_OK);
        ck_assert_int_eq(srv_store_grow(store, &frontier, &entry.leaf), SQLITE_OK);
    }
    store->frontier = frontier;
}

START_TEST(a_rewritten_entry_with_all_hashes_made_anew_is_found_by_the_next_checkpoint)
{
    const srv_frontier before = store->frontier;
    for (int64_t number = 1; number < ENTRIES; number += 37) {
        sql("BEGIN");
        rewrite(number);
        const int64_t bad = find_bad(NULL);
        ck_assert_msg(bad >= 0 && bad <= number && number - bad < 71, "%lld", (long long)bad);
        sql("ROLLBACK");
        store->frontier = before;
    }
}
END_TEST

START_TEST(a_history_made_up_anew_and_signed_with_the_key_is_found_by_a_checkpoint_elsewhere)
{
    const srv_frontier before = store->frontier;
    sql("BEGIN");
    rewrite(250);
    sql("DELETE FROM checkpoints");
    ck_assert_int_eq(srv_store_sign(&made.ctx, store, &key), CDS_OK);
    ck_assert_int_eq(find_bad(NULL), INT64_MIN); // nothing in the store can tell
    ck_assert_int_ge(find_bad(&kept), 0);
    sql("ROLLBACK");
    store->frontier = before;
}
END_TEST

START_TEST(a_tail_cut_back_to_a_checkpoint_is_found_by_a_checkpoint_elsewhere)
{
    const int64_t size = read_int("SELECT size FROM checkpoints WHERE number = 2");
    sql("BEGIN");
    sql("DELETE FROM checkpoints WHERE number > 2");
    sql("DELETE FROM entries WHERE number >= %lld", (long long)size);
    sql("DELETE FROM idempotency_keys WHERE number >= %lld", (long long)size);
    sql("DELETE FROM tiles WHERE number >= %lld >> 8", (long long)size);
    ck_assert_int_eq(find_bad(NULL), INT64_MIN); // nothing in the store can tell
    ck_assert_int_eq(find_bad(&kept), size);
    sql("DELETE FROM checkpoints WHERE number > 1");
    ck_assert_int_eq(find_bad(&kept), size);
    sql("ROLLBACK");
}
END_TEST

START_TEST(a_cut_log_is_not_signed_again)
{
    sql("DELETE FROM entries WHERE number >= 280");
    srv_store_close(store);
    ck_assert_int_eq(srv_store_open(&made.ctx, made.dir, true, &store), CDS_OK);
    ck_assert_int_eq(srv_store_sign(&made.ctx, store, &key), CDS_FAILED);
    ck_assert_ptr_nonnull(strstr(made.ctx.error.what, "fewer entries than were signed"));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("log_tamper");
    TCase *cases = tcase_create("log_tamper");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_set_timeout(cases, 600);
    tcase_add_test(cases, an_untouched_log_verifies_also_against_its_checkpoint);
    tcase_add_test(cases, a_tail_that_no_checkpoint_covers_yet_is_valid);
    tcase_add_test(cases, a_changed_value_in_each_column_of_each_table_is_found);
    tcase_add_test(cases, a_thousand_random_changes_are_all_found);
    tcase_add_test(cases, deleted_and_inserted_rows_are_found);
    tcase_add_test(cases, an_entry_copied_to_another_place_is_found);
    tcase_add_test(cases, swapped_entries_are_found_and_the_first_is_named);
    tcase_add_test(cases,
                   a_rewritten_entry_with_all_hashes_made_anew_is_found_by_the_next_checkpoint);
    tcase_add_test(
        cases,
        a_history_made_up_anew_and_signed_with_the_key_is_found_by_a_checkpoint_elsewhere);
    tcase_add_test(cases, a_tail_cut_back_to_a_checkpoint_is_found_by_a_checkpoint_elsewhere);
    tcase_add_test(cases, a_cut_log_is_not_signed_again);
    suite_add_tcase(suite, cases);
    return fixture_run(suite);
}
