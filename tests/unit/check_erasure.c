// SPDX-License-Identifier: Apache-2.0
// Who was erased is nowhere in the files any more, and the log still verifies; who puts an
// erased entry back, or makes one look erased, is found.
#include "tests/unit/log_fixture.h"

#define CANARY "canary-7c1f"

static size_t count_in_file(const char *name, const char *needle)
{
    char path[300];
    snprintf(path, sizeof path, "%s/%s", made.dir, name);
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return 0;
    fseek(file, 0, SEEK_END);
    const size_t length = (size_t)ftell(file);
    char *bytes = malloc(length + 1);
    rewind(file);
    ck_assert_uint_eq(fread(bytes, 1, length, file), length);
    fclose(file);
    size_t count = 0;
    const char *at = bytes;
    while ((at = memmem(at, length - (size_t)(at - bytes), needle, strlen(needle))) != NULL) {
        count++;
        at++;
    }
    free(bytes);
    return count;
}

static size_t count_everywhere(const char *needle)
{
    return count_in_file("tendon.db", needle) + count_in_file("tendon.db-wal", needle) +
           count_in_file("tendon.db-shm", needle);
}

/** An evaluation of the reference, its texts full of it: `bytes` of them. */
static void append_canary(size_t bytes, unsigned number)
{
    char key_name[64];
    cds_buf buf;
    srv_entry entry = fixture_entry();
    cds_buf_init(&buf, made.ctx.mem);
    cds_buf_word(&buf, "{\"patient\":{\"reference\":\"" CANARY "\"},\"notes\":\"");
    while (buf.length < bytes)
        cds_buf_word(&buf, CANARY " ");
    cds_buf_word(&buf, "\"}");
    ck_assert_int_eq(cds_buf_end(&made.ctx, &buf, &entry.assessment), CDS_OK);
    snprintf(key_name, sizeof key_name, CANARY "-key-%u", number);
    const cds_text nul = {"", 1};
    entry.node = srv_store_node(store);
    entry.reference = CDS_TEXT(CANARY);
    entry.assessed_on_assumed = true;
    entry.decision = CDS_TEXT("{\"decisions\":{\"class\":{\"answer\":\"join\"}}}");
    ck_assert_int_eq(srv_marks_write(&made.ctx, entry.decision, &entry.marks), CDS_OK);
    entry.has_idempotency = true;
    entry.key = cds_text_of(key_name);
    entry.query = CDS_TEXT("decisions=" CANARY);
    const cds_text parts[] = {entry.client, nul, entry.key,       nul,
                              entry.query,  nul, entry.assessment};
    entry.idempotency_key = cds_digest(parts, 3);
    entry.idempotency = cds_digest(parts, 7);
    append(&entry);
}

static void append_canary_comment(int64_t about)
{
    srv_entry on;
    cds_buf buf;
    srv_entry entry = {.kind = SRV_KIND_FEEDBACK,
                       .time_ms = srv_time_now_ms(),
                       .client = CDS_TEXT("local"),
                       .node = srv_store_node(store)};
    ck_assert_int_eq(srv_store_entry(&made.ctx, store, about, &on), CDS_OK);
    cds_buf_init(&buf, made.ctx.mem);
    cds_buf_format(&buf,
                   "{\"comment\":\"" CANARY "\",\"evaluation\":\"%s\",\"outcome\":"
                   "\"overridden\",\"reason\":\"other\",\"rule\":\"class/join\",\"version\":"
                   "\"1.0.0\"}",
                   on.id);
    ck_assert_int_eq(cds_buf_end(&made.ctx, &buf, &entry.detail), CDS_OK);
    srv_entry_new_id(entry.time_ms, entry.id);
    append(&entry);
}

static cds_status erase(const char *reference, const char *reason)
{
    const srv_erasing what = {.reference = cds_text_of(reference),
                              .reason = cds_text_of(reason)};
    srv_erasures erased;
    cds_error_clear(&made.ctx);
    return srv_store_erase(&made.ctx, store, &what, &erased);
}

START_TEST(an_erased_person_is_in_no_file_and_the_log_verifies)
{
    static const size_t sizes[] = {60, 500, 3000, 9000, 40000, 200000};
    for (unsigned i = 0; i < 48; i++) {
        const int64_t number = read_int("SELECT count(*) FROM entries");
        append_canary(sizes[i % 6], i);
        append_evaluation(ENTRIES + i);
        if (i % 4 == 0)
            append_canary_comment(number);
        if (i % 8 == 0)
            ck_assert_int_eq(srv_store_scrub(&made.ctx, store, false), CDS_OK); // pages move
        cds_arena_reset(made.ctx.mem);
    }
    ck_assert_uint_gt(count_everywhere(CANARY), 1000);
    ck_assert_int_eq(erase(CANARY, "asked for it"), CDS_OK);
    ck_assert_int_eq(srv_store_scrub(&made.ctx, store, false), CDS_OK);
    ck_assert_uint_eq(count_everywhere(CANARY), 0);
    ck_assert_uint_gt(count_everywhere("patient-7"), 0); // who was not asked for is there
    ck_assert_int_eq(find_bad(&kept), INT64_MIN);
    ck_assert_int_eq(erase(CANARY, "asked again"), CDS_NOT_FOUND);
}
END_TEST

START_TEST(what_was_erased_keeps_its_leaf_id_time_and_release_and_loses_the_rest)
{
    srv_entry entry;
    ck_assert_int_eq(srv_store_entry(&made.ctx, store, 33, &entry), CDS_OK);
    ck_assert_int_eq(entry.erasure, ERASURE_AT);
    ck_assert_ptr_null(entry.assessment.data);
    ck_assert_ptr_null(entry.decision.data);
    ck_assert_ptr_null(entry.reference.data);
    ck_assert_ptr_null(entry.marks.data);
    ck_assert_ptr_null(entry.assessed_on.data);
    ck_assert(!entry.has_idempotency);
    ck_assert(cds_text_is(entry.release, FIXTURE_RELEASE));
    ck_assert_int_eq(read_int("SELECT salt IS NULL FROM entries WHERE number = 33"), 1);
    ck_assert_int_eq(read_int("SELECT count(*) FROM idempotency_keys WHERE number = 33"), 0);
    ck_assert_int_eq(read_int("SELECT detail NOT LIKE '%%\"comment\"%%' AND detail LIKE "
                              " '%%\"outcome\":\"accepted\"%%' "
                              "FROM entries WHERE number = %d",
                              COMMENT_AT),
                     1);
}
END_TEST

START_TEST(an_erasure_names_ids_and_not_the_person)
{
    srv_entry erasure;
    srv_entry entry;
    ck_assert_int_eq(srv_store_entry(&made.ctx, store, ERASURE_AT, &erasure), CDS_OK);
    ck_assert_int_eq(srv_store_entry(&made.ctx, store, 96, &entry), CDS_OK);
    ck_assert_ptr_nonnull(strstr(erasure.detail.data, entry.id));
    ck_assert_ptr_null(strstr(erasure.detail.data, "patient-8"));
    ck_assert_int_eq(erase("patient-7", "patient-7 asked"), CDS_INVALID);
    ck_assert_int_eq(erase("patient-7", ""), CDS_INVALID);
    ck_assert_int_eq(erase("", "why"), CDS_INVALID);
    ck_assert_int_eq(find_bad(&kept), INT64_MIN); // a refusal changed nothing
}
END_TEST

START_TEST(one_evaluation_is_erased_by_its_id)
{
    srv_entry entry;
    srv_erasures erased;
    ck_assert_int_eq(srv_store_entry(&made.ctx, store, 40, &entry), CDS_OK);
    const srv_erasing what = {.id = cds_text_of(entry.id), .reason = CDS_TEXT("a mix-up")};
    ck_assert_int_eq(srv_store_erase(&made.ctx, store, &what, &erased), CDS_OK);
    ck_assert_int_eq(read_int("SELECT count(*) FROM entries WHERE erasure = %lld",
                              (long long)erased.list[0].number),
                     1);
    ck_assert_int_eq(find_bad(&kept), INT64_MIN);
}
END_TEST

START_TEST(what_looks_erased_and_was_not_is_found_and_so_is_what_came_back)
{
    static const struct {
        const char *edit;
        int64_t bad;
    } cases[] = {
        {"UPDATE entries SET salt = NULL, assessment = NULL, decision = NULL, reference = "
         "NULL, marks = NULL, assessed_on = NULL, assessed_on_assumed = 0, idempotency = NULL, "
         "erasure = 205 WHERE number = 50",
         50},
        {"UPDATE entries SET erasure = NULL WHERE number = 31", 31},
        {"UPDATE entries SET erasure = 50 WHERE number = 31", 31},
        {"UPDATE entries SET erasure = 299 WHERE number = 31", 31},
        {"UPDATE entries SET client = 'somebody' WHERE number = 31", 31},
        {"UPDATE entries SET time_ms = time_ms + 1 WHERE number = 96", 96},
        {"UPDATE entries SET reference = 'patient-8' WHERE number = 31", 31},
        {"UPDATE entries SET assessment = '{}' WHERE number = 31", 31},
        {"UPDATE entries SET salt = (SELECT leaf FROM entries WHERE number = 32) WHERE "
         "number = 31",
         31},
        {"UPDATE entries SET leaf = (SELECT leaf FROM entries WHERE number = 32) WHERE "
         "number = 31",
         31},
        {"DELETE FROM entries WHERE number = 31", 31},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        sql("BEGIN");
        sql("%s", cases[i].edit);
        const int64_t bad = find_bad(NULL);
        ck_assert_msg(bad == cases[i].bad, "%s: entry %lld", cases[i].edit, (long long)bad);
        sql("ROLLBACK");
    }
}
END_TEST

START_TEST(an_erased_entry_brought_back_from_a_copy_is_found)
{
    srv_entry entry;
    ck_assert_int_eq(srv_store_entry(&made.ctx, store, 40, &entry), CDS_OK);
    const srv_erasing what = {.id = cds_text_of(entry.id), .reason = CDS_TEXT("a mix-up")};
    srv_erasures erased;
    ck_assert_int_eq(srv_store_erase(&made.ctx, store, &what, &erased), CDS_OK);
    const int64_t number = erased.list[0].number;
    sql("BEGIN");
    sql("DELETE FROM entries WHERE number = 40");
    srv_row row = srv_row_of(store, SRV_INSERT);
    srv_row_entry(&row, &entry);
    ck_assert_int_eq(srv_row_run(&row), SQLITE_OK);
    ck_assert_int_eq(find_bad(NULL), number);
    sql("ROLLBACK");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("erasure");
    TCase *cases = tcase_create("erasure");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_set_timeout(cases, 120);
    if (postgres_cluster() == NULL)
        tcase_add_test(cases, an_erased_person_is_in_no_file_and_the_log_verifies);
    tcase_add_test(cases,
                   what_was_erased_keeps_its_leaf_id_time_and_release_and_loses_the_rest);
    tcase_add_test(cases, an_erasure_names_ids_and_not_the_person);
    tcase_add_test(cases, one_evaluation_is_erased_by_its_id);
    tcase_add_test(cases, what_looks_erased_and_was_not_is_found_and_so_is_what_came_back);
    tcase_add_test(cases, an_erased_entry_brought_back_from_a_copy_is_found);
    suite_add_tcase(suite, cases);
    return fixture_run(suite);
}
