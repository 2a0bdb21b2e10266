// SPDX-License-Identifier: Apache-2.0
// The store: what is appended is found again to the byte, by the writer and beside it.
#include "server/record/keys.h"
#include "tests/unit/store_fixture.h"

static void assert_text(cds_text found, cds_text kept)
{
    ck_assert_int_eq(found.data == NULL, kept.data == NULL);
    ck_assert_uint_eq(found.length, kept.length);
    ck_assert(cds_text_equal(found, kept));
}

static void assert_kept(fixture *made, srv_store *store, const srv_entry *kept)
{
    srv_entry found;
    cds_sha256 leaf;
    ck_assert_int_eq(srv_store_find(&made->ctx, store, cds_text_of(kept->id), &found), CDS_OK);
    ck_assert_int_eq(found.number, kept->number);
    ck_assert_str_eq(found.id, kept->id);
    ck_assert_str_eq(found.kind, kept->kind);
    ck_assert_int_eq(found.time_ms, kept->time_ms);
    assert_text(found.node, kept->node);
    assert_text(found.client, kept->client);
    assert_text(found.release, kept->release);
    assert_text(found.release_name, kept->release_name);
    ck_assert_int_eq(found.release_activated_ms, kept->release_activated_ms);
    assert_text(found.engine, kept->engine);
    assert_text(found.assessed_on, kept->assessed_on);
    ck_assert_int_eq(found.assessed_on_assumed, kept->assessed_on_assumed);
    assert_text(found.reference, kept->reference);
    assert_text(found.assessment, kept->assessment);
    assert_text(found.decision, kept->decision);
    ck_assert_int_eq(found.has_idempotency, kept->has_idempotency);
    ck_assert_mem_eq(found.idempotency.bytes, kept->idempotency.bytes, CDS_SHA256_BYTES);
    ck_assert_mem_eq(found.salt, kept->salt, SRV_SALT_BYTES);
    ck_assert_mem_eq(found.leaf.bytes, kept->leaf.bytes, CDS_SHA256_BYTES);
    ck_assert_int_eq(srv_entry_leaf(&made->ctx, &found, &leaf), CDS_OK);
    ck_assert_mem_eq(leaf.bytes, kept->leaf.bytes, CDS_SHA256_BYTES);
}

START_TEST(what_is_appended_is_found_to_the_byte_also_after_a_restart)
{
    static char large[(size_t)256 << 10];
    for (size_t i = 0; i < sizeof large; i++) {
        large[i] = (char)(i * 7 % 251);
    }
    const struct {
        cds_text assessment;
        cds_text decision;
    } cases[] = {
        {CDS_TEXT("{}"), CDS_TEXT("{}")},
        {CDS_TEXT(""), CDS_TEXT("{}")},
        {CDS_TEXT(" {\t\"a\" : 1.0e2 }\r\n"), CDS_TEXT("{\"\xf0\x9f\xa6\xb5\":\"'; --\"}")},
        {CDS_TEXT("a\0b"), CDS_TEXT("\0")},
        {CDS_TEXT("\xff\xfe\xc0\x80"), CDS_TEXT("\xed\xa0\x80")},
        {{large, sizeof large}, {large, sizeof large - 1}},
    };
    fixture made = store_fixture_make();
    srv_store *store = store_open(&made, true);
    srv_entry kept[sizeof cases / sizeof cases[0]];
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        kept[i] = fixture_entry();
        kept[i].assessment = cases[i].assessment;
        kept[i].decision = cases[i].decision;
        kept[i].assessed_on_assumed = i % 2 == 1;
        kept[i].has_idempotency = i % 2 == 0;
        memset(&kept[i].idempotency, i % 2 == 0 ? 0xC4 : 0, CDS_SHA256_BYTES);
        kept[i].idempotency_key.bytes[0] = (uint8_t)i;
        if (i == 1) {
            kept[i].reference = (cds_text){NULL, 0};
        }
        store_append(&made, store, &kept[i]);
        ck_assert_int_eq(kept[i].number, (int64_t)i);
        assert_kept(&made, store, &kept[i]);
    }
    srv_store_close(store);
    store = store_open(&made, true);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_kept(&made, store, &kept[i]);
    }
    srv_store_close(store);
    fixture_drop(&made);
}
END_TEST

START_TEST(numbers_count_from_zero_without_gaps_over_groups_failures_and_restarts)
{
    fixture made = store_fixture_make();
    int64_t expected = 0;
    for (size_t round = 1; round < 6; round++) {
        srv_store *store = store_open(&made, true);
        srv_entry entries[6];
        srv_entry *group[6];
        for (size_t i = 0; i < round; i++) {
            entries[i] = fixture_entry();
            group[i] = &entries[i];
        }
        srv_entry twin = entries[0];
        srv_entry *bad[] = {&entries[0], &twin};
        ck_assert_int_eq(srv_store_append(&made.ctx, store, bad, 2), CDS_FAILED);
        cds_error_clear(&made.ctx);
        ck_assert_int_eq(srv_store_append(&made.ctx, store, group, round), CDS_OK);
        for (size_t i = 0; i < round; i++) {
            ck_assert_int_eq(entries[i].number, expected++);
        }
        int64_t count;
        ck_assert_int_eq(srv_store_count(&made.ctx, store, &count), CDS_OK);
        ck_assert_int_eq(count, expected);
        srv_store_close(store);
    }
    fixture_drop(&made);
}
END_TEST

START_TEST(a_group_with_one_bad_entry_keeps_none_and_names_no_value)
{
    fixture made = store_fixture_make();
    srv_store *store = store_open(&made, true);
    srv_entry good = fixture_entry();
    srv_entry bad = fixture_entry();
    bad.client = (cds_text){NULL, 0};
    bad.reference = CDS_TEXT("Ms Secret");
    srv_entry *group[] = {&good, &bad};
    srv_entry found;
    int64_t count;
    ck_assert_int_eq(srv_store_append(&made.ctx, store, group, 2), CDS_FAILED);
    ck_assert_ptr_null(strstr(made.ctx.error.what, "Secret"));
    ck_assert_ptr_nonnull(strstr(made.ctx.error.what, "constraint"));
    cds_error_clear(&made.ctx);
    ck_assert_int_eq(srv_store_find(&made.ctx, store, cds_text_of(good.id), &found),
                     CDS_NOT_FOUND);
    cds_error_clear(&made.ctx);
    ck_assert_int_eq(srv_store_count(&made.ctx, store, &count), CDS_OK);
    ck_assert_int_eq(count, 0);
    srv_store_close(store);
    fixture_drop(&made);
}
END_TEST

START_TEST(an_unknown_id_is_not_found)
{
    static const char *const ids[] = {"", "x", "01a20eef-2467-755c-a67b-548911fc8661",
                                      "' OR 1=1 --"};
    fixture made = store_fixture_make();
    srv_store *store = store_open(&made, true);
    srv_entry kept = fixture_entry();
    store_append(&made, store, &kept);
    for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++) {
        srv_entry found;
        ck_assert_int_eq(srv_store_find(&made.ctx, store, cds_text_of(ids[i]), &found),
                         CDS_NOT_FOUND);
        cds_error_clear(&made.ctx);
    }
    srv_store_close(store);
    fixture_drop(&made);
}
END_TEST

static void append_key(fixture *made, srv_store *store, srv_entry *out, int64_t time_ms)
{
    *out = fixture_entry();
    out->time_ms = time_ms;
    out->has_idempotency = true;
    memset(&out->idempotency_key, 7, sizeof out->idempotency_key);
    store_append(made, store, out);
}

START_TEST(a_key_finds_its_first_entry_for_a_day_and_then_its_next)
{
    const int64_t start_ms = 1795338000000;
    static const struct {
        int64_t after_ms;
        size_t finds;
    } cases[] = {{0, 0}, {1, 0}, {SRV_IDEMPOTENCY_MS, 0}, {SRV_IDEMPOTENCY_MS + 1, 3}};
    fixture made = store_fixture_make();
    srv_store *store = store_open(&made, true);
    srv_key_filter *keys = _i == 0 || srv_store_is_shared(store) ? NULL : srv_key_filter_new();
    srv_entry kept[4];
    srv_entry found;
    srv_store_know_keys(store, keys);
    for (size_t i = 0; i < 4; i++) {
        const int64_t now_ms = start_ms + cases[i].after_ms;
        append_key(&made, store, &kept[i], now_ms);
        ck_assert_int_eq(srv_store_find_key(&made.ctx, store, &kept[0].idempotency_key,
                                            now_ms - SRV_IDEMPOTENCY_MS, &found),
                         CDS_OK);
        ck_assert_str_eq(found.id, kept[cases[i].finds].id);
    }
    ck_assert_int_eq(srv_store_find_key(&made.ctx, store, &kept[0].idempotency_key,
                                        kept[3].time_ms + 1, &found),
                     CDS_NOT_FOUND);
    cds_error_clear(&made.ctx);
    const cds_sha256 other = {{9}};
    ck_assert_int_eq(srv_store_find_key(&made.ctx, store, &other, 0, &found), CDS_NOT_FOUND);
    srv_store_close(store);
    srv_key_filter_free(keys);
    fixture_drop(&made);
}
END_TEST

START_TEST(a_store_that_is_opened_again_knows_the_keys_of_the_last_day)
{
    enum { COUNT = 30 };
    const int64_t start_ms = 1795338000000;
    fixture made = store_fixture_make();
    srv_store *store = store_open(&made, true);
    srv_entry entries[COUNT];
    srv_entry found;
    for (uint8_t i = 0; i < COUNT; i++) {
        entries[i] = fixture_entry();
        entries[i].time_ms = start_ms + i;
        entries[i].has_idempotency = i % 2 == 0;
        entries[i].idempotency_key = cds_digest(&(cds_text){(const char *)&i, 1}, 1);
        store_append(&made, store, &entries[i]);
    }
    srv_store_close(store);
    store = store_open(&made, true);
    srv_key_filter *keys = srv_key_filter_new();
    srv_store_know_keys(store, keys);
    ck_assert_int_eq(srv_store_load_keys(&made.ctx, store, start_ms + 10), CDS_OK);
    for (size_t i = 0; i < COUNT; i++) {
        const bool counts = i >= 10 && i % 2 == 0;
        const cds_sha256 *key = &entries[i].idempotency_key;
        ck_assert_int_eq(srv_key_filter_may_hold(keys, key), counts);
        if (counts && srv_store_find_key(&made.ctx, store, key, start_ms, &found) == CDS_OK)
            ck_assert_str_eq(found.id, entries[i].id);
        else
            ck_assert(!counts);
    }
    srv_store_close(store);
    srv_key_filter_free(keys);
    fixture_drop(&made);
}
END_TEST

START_TEST(keys_older_than_a_day_are_cleared_away_by_new_ones)
{
    fixture made = store_fixture_make();
    srv_store *store = store_open(&made, true);
    for (unsigned i = 0; i < 60; i++) {
        srv_entry entry = fixture_entry();
        entry.time_ms = 1795338000000 + (i < 40 ? 0 : SRV_IDEMPOTENCY_MS + 1);
        entry.has_idempotency = true;
        entry.idempotency_key.bytes[0] = (uint8_t)i;
        store_append(&made, store, &entry);
    }
    ck_assert_int_eq(store_int(store, "SELECT count(*) FROM idempotency_keys"), 20);
    ck_assert_int_eq(store_int(store, "SELECT count(*) FROM entries"), 60);
    srv_store_close(store);
    fixture_drop(&made);
}
END_TEST

START_TEST(a_reader_sees_each_entry_at_once_beside_the_writer)
{
    fixture made = store_fixture_make();
    srv_store *writer = store_open(&made, true);
    srv_store *reader = store_open(&made, false);
    for (int i = 0; i < 50; i++) {
        srv_entry kept = fixture_entry();
        store_append(&made, writer, &kept);
        assert_kept(&made, reader, &kept);
        srv_store_tidy(writer, true);
    }
    ck_assert(cds_text_equal(srv_store_node(writer), srv_store_node(reader)));
    srv_store_close(writer);
    int64_t count;
    ck_assert_int_eq(srv_store_count(&made.ctx, reader, &count), CDS_OK);
    ck_assert_int_eq(count, 50);
    srv_store_close(reader);
    fixture_drop(&made);
}
END_TEST

static Suite *store_suite(void)
{
    Suite *suite = suite_create("store");
    TCase *cases = tcase_create("store");
    tcase_set_timeout(cases, 60);
    tcase_add_test(cases, what_is_appended_is_found_to_the_byte_also_after_a_restart);
    tcase_add_test(cases,
                   numbers_count_from_zero_without_gaps_over_groups_failures_and_restarts);
    tcase_add_test(cases, a_group_with_one_bad_entry_keeps_none_and_names_no_value);
    tcase_add_test(cases, an_unknown_id_is_not_found);
    tcase_add_loop_test(cases, a_key_finds_its_first_entry_for_a_day_and_then_its_next, 0, 2);
    tcase_add_test(cases, a_store_that_is_opened_again_knows_the_keys_of_the_last_day);
    tcase_add_test(cases, keys_older_than_a_day_are_cleared_away_by_new_ones);
    tcase_add_test(cases, a_reader_sees_each_entry_at_once_beside_the_writer);
    suite_add_tcase(suite, cases);
    return suite;
}

int main(void)
{
    return fixture_run(store_suite());
}
