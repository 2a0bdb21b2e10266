// SPDX-License-Identifier: Apache-2.0
// Whoever edits the store behind the service's back is found out, and the first bad entry is
// named. Each edit is made in a transaction of the store's own connection, verified inside it
// and rolled back.
#include "tests/unit/log_fixture.h"

#define RANDOM_EDITS 1000

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

typedef struct column {
    const char *table;
    char name[32];
} column;

static size_t list_columns(column out[64])
{
    static const char *const tables[] = {
        "entries", "idempotency_keys", "tiles", "checkpoints", "meta",
        "files",   "release_files"};
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

static const char *key_of(const char *table)
{
    return strcmp(table, "meta") == 0            ? "name"
           : strcmp(table, "files") == 0         ? "sha256"
           : strcmp(table, "release_files") == 0 ? "path"
                                                 : "number";
}

/** Changes one value of the table's row at `place`; false: the table's own rules refuse it. */
static bool change(const column *at, int64_t place)
{
    sqlite3_stmt *read;
    sqlite3_stmt *write;
    const char *order = key_of(at->table);
    char *which = sqlite3_mprintf("SELECT %s FROM %s ORDER BY %s LIMIT 1 OFFSET %lld", order,
                                  at->table, order, (long long)place);
    char *text = sqlite3_mprintf("SELECT %s FROM %s WHERE %s IS (%s)", at->name, at->table,
                                 order, which);
    char *edit = sqlite3_mprintf("UPDATE %s SET %s = ?1 WHERE %s IS (%s)", at->table, at->name,
                                 order, which);
    ck_assert_int_eq(sqlite3_prepare_v2(store->db, text, -1, &read, NULL), SQLITE_OK);
    ck_assert_int_eq(sqlite3_prepare_v2(store->db, edit, -1, &write, NULL), SQLITE_OK);
    ck_assert_int_eq(sqlite3_step(read), SQLITE_ROW);
    bind_changed(write, read);
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

// As in a damaged file, where no definition of a table holds.
static void allow_anything(void)
{
    sql("PRAGMA writable_schema = ON");
    sql("UPDATE sqlite_schema SET sql = replace(replace(sql, ' NOT NULL', ''), 'STRICT', '') "
        "WHERE name = 'entries'");
    sql("PRAGMA writable_schema = RESET");
}

START_TEST(a_value_that_no_entry_has_is_found_and_nothing_breaks)
{
    static const char *const values[] = {
        "NULL", "''", "x''", "1e300", "253402300800000", "9223372036854775807"};
    static const int rows[] = {0, 69, COMMENT_AT, 31, RELEASE_AT, ERASURE_AT};
    const size_t value_count = sizeof values / sizeof *values;
    column columns[64];
    const size_t count = list_columns(columns);
    allow_anything();
    for (size_t i = 0; i < count && strcmp(columns[i].table, "entries") == 0; i++) {
        const char *name = columns[i].name;
        for (size_t k = 0; k < sizeof rows / sizeof *rows * value_count; k++) {
            const char *value = values[k % value_count];
            const int row = rows[k / value_count];
            if (strcmp(name, "number") == 0) // of the row: takes whole numbers only
                continue;
            sql("BEGIN");
            sql("UPDATE entries SET %s = %s WHERE number = %d AND %s IS NOT %s", name, value,
                row, name, value);
            if (read_int("SELECT changes()") == 1)
                assert_found(&columns[i], row);
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
        "DELETE FROM files",
        "DELETE FROM release_files WHERE path = 'clinic.lua'",
        "INSERT INTO files VALUES (zeroblob(32), x'00')",
        "INSERT INTO release_files SELECT release, 'b.lua', file FROM release_files LIMIT 1",
        "INSERT INTO release_files SELECT 'sha256:00', path, file FROM release_files LIMIT 1",
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

START_TEST(a_step_that_its_key_never_signed_is_found_though_its_leaf_fits)
{
    srv_entry entry;
    srv_step step;
    ck_assert_int_eq(srv_store_entry(&made.ctx, store, RELEASE_AT, &entry), CDS_OK);
    ck_assert_int_eq(srv_step_read(&made.ctx, &entry, &step), CDS_OK);
    ck_assert_ptr_null(srv_step_judge(&made.ctx, &entry));
    step.reason = CDS_TEXT("another");
    ck_assert_int_eq(srv_step_detail(&made.ctx, &step, &entry.detail), CDS_OK);
    ck_assert_str_eq(srv_step_judge(&made.ctx, &entry),
                     "its signature is not that of the key it names");
}
END_TEST

// An index that was made stale with the table's definition out of the way.
START_TEST(an_index_that_leaves_out_an_entry_or_holds_another_is_found)
{
    static const char *const indexes[] = {"shown", "of_reference", "feedback", "erased",
                                          "steps"};
    static const char *const edits[] = {
        "UPDATE entries SET marks = NULL, reference = NULL, erasure = NULL, kind = 'x' "
        "WHERE number = %d",
        "UPDATE entries SET marks = zeroblob(8), reference = 'somebody', erasure = 9, kind = "
        "'x' WHERE number = %d"};
    static const int rows[] = {70, 70, COMMENT_AT, 31, RELEASE_AT};
    for (size_t i = 0; i < 2 * sizeof rows / sizeof *rows; i++) {
        const char *name = indexes[i / 2];
        sql("BEGIN");
        sql("CREATE TEMP TABLE kept AS SELECT * FROM entries WHERE number = %d", rows[i / 2]);
        sql("CREATE TEMP TABLE of_index AS SELECT * FROM sqlite_schema WHERE name = '%s'",
            name);
        sql(edits[i % 2], rows[i / 2]);
        sql("PRAGMA writable_schema = ON");
        sql("DELETE FROM sqlite_schema WHERE name = '%s'", name);
        sql("PRAGMA writable_schema = RESET");
        sql("DELETE FROM entries WHERE number = %d", rows[i / 2]);
        sql("INSERT INTO entries SELECT * FROM kept");
        sql("PRAGMA writable_schema = ON");
        sql("INSERT INTO sqlite_schema SELECT * FROM of_index");
        sql("PRAGMA writable_schema = RESET");
        ck_assert_msg(find_bad(NULL) == rows[i / 2], "%s: %s", name, made.ctx.error.what);
        sql("ROLLBACK");
        sql("PRAGMA writable_schema = RESET");
    }
}
END_TEST

START_TEST(a_missing_checkpoint_is_called_missing)
{
    for (int64_t number = 0; number < 4; number++) {
        sql("BEGIN");
        sql("DELETE FROM checkpoints WHERE number = %lld", (long long)number);
        ck_assert_int_ge(find_bad(NULL), 0);
        ck_assert_ptr_nonnull(strstr(made.ctx.error.what, "a checkpoint is missing"));
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

// Once a page has been looked at, the entries behind it go, and another stands after the last.
static void lose_the_rest(void *user, int64_t done, int64_t count)
{
    if (done >= count || read_int("SELECT count(*) FROM entries WHERE number = 900") != 0)
        return;
    *(int64_t *)user = done;
    sql("DELETE FROM entries WHERE number >= %lld", (long long)done);
    sql("INSERT INTO entries SELECT * FROM copy");
}

START_TEST(entries_that_go_while_they_are_verified_are_missed)
{
    int64_t first = -1;
    int64_t named = -2;
    const srv_verifying how = {.signer = &key.signer,
                               .judge = srv_step_judge,
                               .progress = lose_the_rest,
                               .user = &first};
    srv_verified verified;
    sql("CREATE TEMP TABLE copy AS SELECT * FROM entries WHERE number = 50");
    sql("UPDATE copy SET number = 900, id = '01a20eef-2467-755c-a67b-548911fc8661'");
    ck_assert_int_eq(srv_log_verify(&made.ctx, store, &how, &verified), CDS_INVALID);
    ck_assert_int_eq(sscanf(made.ctx.error.where, "entry %" SCNd64, &named), 1);
    ck_assert_int_eq(named, first);
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

int main(void)
{
    Suite *suite = suite_create("log_tamper");
    TCase *cases = tcase_create("log_tamper");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_set_timeout(cases, 600);
    tcase_add_test(cases, an_untouched_log_verifies_also_against_its_checkpoint);
    tcase_add_test(cases, a_changed_value_in_each_column_of_each_table_is_found);
    tcase_add_test(cases, a_value_that_no_entry_has_is_found_and_nothing_breaks);
    tcase_add_test(cases, a_thousand_random_changes_are_all_found);
    tcase_add_test(cases, deleted_and_inserted_rows_are_found);
    tcase_add_test(cases, a_step_that_its_key_never_signed_is_found_though_its_leaf_fits);
    tcase_add_test(cases, an_index_that_leaves_out_an_entry_or_holds_another_is_found);
    tcase_add_test(cases, a_missing_checkpoint_is_called_missing);
    tcase_add_test(cases, an_entry_copied_to_another_place_is_found);
    tcase_add_test(cases, entries_that_go_while_they_are_verified_are_missed);
    tcase_add_test(cases, swapped_entries_are_found_and_the_first_is_named);
    suite_add_tcase(suite, cases);
    return fixture_run(suite);
}
