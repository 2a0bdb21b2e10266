// SPDX-License-Identifier: Apache-2.0
// Entries: canonical text, ids, times and leaves.
#include <pthread.h>

#include "tests/unit/record_fixture.h"

#define ASSESSMENT "{\"a\":\"\\u00e9\\n\"}\n\t\x01 \x7f \xc3\xa9 </x>"
#define DECISION "{\"decisions\":{}}"

static srv_entry fixed_entry(void)
{
    srv_entry entry = fixture_entry();
    entry.release = CDS_TEXT("sha256:00");
    entry.time_ms = 1795338000000;
    memcpy(entry.id, "019a2b4c-5d6e-7f80-9123-456789abcdef", SRV_ID_LENGTH + 1);
    entry.assessment = CDS_TEXT(ASSESSMENT);
    entry.decision = CDS_TEXT(DECISION);
    for (size_t i = 0; i < SRV_SALT_BYTES; i++) {
        entry.salt[i] = (uint8_t)i;
    }
    return entry;
}

static const char text_without_key[] =
    "{\"assessed_on\":\"2026-11-22\","
    "\"assessment\":\"{\\\"a\\\":\\\"\\\\u00e9\\\\n\\\"}\\n\\t\\u0001 \x7f \xc3\xa9 </x>\","
    "\"client\":\"local\",\"decision\":\"{\\\"decisions\\\":{}}\",\"engine\":\"1.0.0\","
    "\"id\":\"019a2b4c-5d6e-7f80-9123-456789abcdef\",\"kind\":\"evaluation\","
    "\"node\":\"0193a2b4-0000-7000-8000-000000000001\",\"release\":\"sha256:00\","
    "\"time\":\"2026-11-22T09:00:00.000Z\"}";

START_TEST(the_text_is_rfc_8785_with_sorted_members)
{
    fixture made = fixture_make();
    srv_entry entry = fixed_entry();
    cds_text text;
    ck_assert_int_eq(srv_entry_text(&made.ctx, &entry, &text), CDS_OK);
    ck_assert_uint_eq(text.length, sizeof text_without_key - 1);
    ck_assert_mem_eq(text.data, text_without_key, text.length);
    fixture_drop(&made);
}
END_TEST

START_TEST(the_idempotency_digest_stands_between_id_and_kind_in_lower_case_hex)
{
    fixture made = fixture_make();
    srv_entry entry = fixed_entry();
    entry.has_idempotency = true;
    memset(&entry.idempotency, 0xAB, sizeof entry.idempotency);
    cds_text text;
    ck_assert_int_eq(srv_entry_text(&made.ctx, &entry, &text), CDS_OK);
    cds_text copy;
    ck_assert_int_eq(cds_text_copy(&made.ctx, text, &copy), CDS_OK);
    ck_assert_ptr_nonnull(
        strstr(copy.data,
               "cdef\",\"idempotency\":\"abababababababababababababababababababababababababab"
               "abababababab\",\"kind\":\"evaluation\""));
    fixture_drop(&made);
}
END_TEST

// Python: hashlib.sha256(b"\0" + bytes(range(32)) + text).hexdigest()
START_TEST(the_leaf_is_the_digest_of_zero_salt_and_text)
{
    fixture made = fixture_make();
    srv_entry entry = fixed_entry();
    cds_sha256 leaf;
    char hex[CDS_SHA256_HEX + 1];
    ck_assert_int_eq(srv_entry_leaf(&made.ctx, &entry, &leaf), CDS_OK);
    cds_digest_hex(&leaf, hex);
    ck_assert_str_eq(hex, "21013456454cb0fa8c1bdad8747c5ca2396b379a541cb101ff430eaa54386fff");
    fixture_drop(&made);
}
END_TEST

START_TEST(a_seal_has_a_fresh_salt_and_its_own_leaf)
{
    fixture made = fixture_make();
    srv_entry one = fixed_entry();
    srv_entry two = fixed_entry();
    cds_sha256 leaf;
    ck_assert_int_eq(srv_entry_seal(&made.ctx, &one), CDS_OK);
    ck_assert_int_eq(srv_entry_seal(&made.ctx, &two), CDS_OK);
    ck_assert_mem_ne(one.salt, two.salt, SRV_SALT_BYTES);
    ck_assert_mem_ne(one.leaf.bytes, two.leaf.bytes, CDS_SHA256_BYTES);
    ck_assert_int_eq(srv_entry_leaf(&made.ctx, &one, &leaf), CDS_OK);
    ck_assert_mem_eq(leaf.bytes, one.leaf.bytes, CDS_SHA256_BYTES);
    fixture_drop(&made);
}
END_TEST

START_TEST(any_change_of_what_was_kept_changes_the_leaf)
{
    fixture made = fixture_make();
    const srv_entry kept = fixed_entry();
    srv_entry changed[8];
    for (size_t i = 0; i < 8; i++) {
        changed[i] = kept;
    }
    changed[0].assessment.length--;
    changed[1].decision = CDS_TEXT("{}");
    changed[2].time_ms++;
    changed[3].client = CDS_TEXT("other");
    changed[4].release = CDS_TEXT("sha256:01");
    changed[5].id[0] = '1';
    changed[6].salt[31] ^= 1;
    changed[7].has_idempotency = true;
    cds_sha256 leaf;
    ck_assert_int_eq(srv_entry_leaf(&made.ctx, &kept, &leaf), CDS_OK);
    for (size_t i = 0; i < 8; i++) {
        cds_sha256 other;
        ck_assert_int_eq(srv_entry_leaf(&made.ctx, &changed[i], &other), CDS_OK);
        ck_assert_mem_ne(leaf.bytes, other.bytes, CDS_SHA256_BYTES);
    }
    fixture_drop(&made);
}
END_TEST

START_TEST(a_text_beyond_the_memory_is_refused)
{
    srv_entry entry = fixed_entry();
    static char large[100000];
    memset(large, '"', sizeof large);
    entry.assessment = (cds_text){large, sizeof large};
    cds_ctx ctx = {.mem = cds_arena_new(150000)};
    ck_assert_int_eq(srv_entry_seal(&ctx, &entry), CDS_TOO_LARGE);
    cds_arena_free(ctx.mem);
}
END_TEST

START_TEST(an_id_is_a_uuid_of_version_7_and_holds_its_millisecond)
{
    static const int64_t times[] = {
        0, 1, 0xffff, 0x10000, 1795338000000, INT64_C(0xffffffffffff)};
    for (size_t i = 0; i < sizeof times / sizeof times[0]; i++) {
        for (int round = 0; round < 1000; round++) {
            char id[SRV_ID_LENGTH + 1];
            char start[20];
            srv_entry_new_id(times[i], id);
            ck_assert_uint_eq(strlen(id), SRV_ID_LENGTH);
            ck_assert_uint_eq(strspn(id, "0123456789abcdef-"), SRV_ID_LENGTH);
            snprintf(start, sizeof start, "%08x-%04x-7", (unsigned)(times[i] >> 16),
                     (unsigned)(times[i] & 0xffff));
            ck_assert_mem_eq(id, start, 15);
            ck_assert_ptr_nonnull(strchr("89ab", id[19]));
            ck_assert(id[18] == '-' && id[23] == '-');
        }
    }
}
END_TEST

START_TEST(ids_differ_and_sort_by_time)
{
    char before[SRV_ID_LENGTH + 1] = "";
    char twin[SRV_ID_LENGTH + 1];
    for (int64_t time_ms = 1795338000000; time_ms < 1795338070000; time_ms += 7) {
        char id[SRV_ID_LENGTH + 1];
        srv_entry_new_id(time_ms, id);
        srv_entry_new_id(time_ms, twin);
        ck_assert_str_gt(twin, id);
        ck_assert_str_gt(id, before);
        memcpy(before, twin, sizeof twin);
    }
}
END_TEST

#define THREADS 4
#define EACH 20000
static char made[THREADS][EACH][SRV_ID_LENGTH + 1];

static void *make_ids(void *user)
{
    char(*ids)[SRV_ID_LENGTH + 1] = user;
    for (int i = 0; i < EACH; i++)
        srv_entry_new_id(1795338000000, ids[i]);
    return NULL;
}

static int by_text(const void *a, const void *b)
{
    return memcmp(a, b, SRV_ID_LENGTH);
}

// A page that ends at an id must not lose what is made after it.
START_TEST(ids_of_one_millisecond_come_in_their_order_on_every_thread)
{
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++)
        ck_assert_int_eq(pthread_create(&threads[i], NULL, make_ids, made[i]), 0);
    for (int i = 0; i < THREADS; i++) {
        ck_assert_int_eq(pthread_join(threads[i], NULL), 0);
        for (int j = 1; j < EACH; j++)
            ck_assert_str_gt(made[i][j], made[i][j - 1]);
    }
    const char(*all)[SRV_ID_LENGTH + 1] = &made[0][0];
    qsort(made, (size_t)THREADS * EACH, sizeof made[0][0], by_text);
    for (int i = 1; i < THREADS * EACH; i++)
        ck_assert_str_lt(all[i - 1], all[i]);
}
END_TEST

START_TEST(times_are_written_in_utc_with_milliseconds)
{
    static const struct {
        int64_t time_ms;
        const char *text;
    } cases[] = {
        {0, "1970-01-01T00:00:00.000Z"},
        {-1, "1969-12-31T23:59:59.999Z"},
        {-86400000, "1969-12-31T00:00:00.000Z"},
        {-86400001, "1969-12-30T23:59:59.999Z"},
        {1795338000000, "2026-11-22T09:00:00.000Z"},
        {1709210096789, "2024-02-29T12:34:56.789Z"},
        {253402300799999, "9999-12-31T23:59:59.999Z"},
        {-62167219200000, "0000-01-01T00:00:00.000Z"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[SRV_TIME_LENGTH + 1];
        srv_time_format(cases[i].time_ms, text);
        ck_assert_str_eq(text, cases[i].text);
    }
}
END_TEST

static Suite *entry_suite(void)
{
    Suite *suite = suite_create("entry");
    TCase *cases = tcase_create("entry");
    tcase_add_test(cases, the_text_is_rfc_8785_with_sorted_members);
    tcase_add_test(cases, the_idempotency_digest_stands_between_id_and_kind_in_lower_case_hex);
    tcase_add_test(cases, the_leaf_is_the_digest_of_zero_salt_and_text);
    tcase_add_test(cases, a_seal_has_a_fresh_salt_and_its_own_leaf);
    tcase_add_test(cases, any_change_of_what_was_kept_changes_the_leaf);
    tcase_add_test(cases, a_text_beyond_the_memory_is_refused);
    tcase_add_test(cases, an_id_is_a_uuid_of_version_7_and_holds_its_millisecond);
    tcase_add_test(cases, ids_differ_and_sort_by_time);
    tcase_add_test(cases, ids_of_one_millisecond_come_in_their_order_on_every_thread);
    tcase_add_test(cases, times_are_written_in_utc_with_milliseconds);
    suite_add_tcase(suite, cases);
    return suite;
}

int main(void)
{
    return fixture_run(entry_suite());
}
