// SPDX-License-Identifier: Apache-2.0
// A log's own entries that say what is not so: each is signed and stands in the tree, and the
// verifier names it all the same. And what it does with an empty log.
#include "tests/unit/log_fixture.h"

#define NO_DIGEST "sha256:0000000000000000000000000000000000000000000000000000000000000001"
#define ID_31 "0193a2b4-0000-7000-8000-000000000001"
#define ERASED(entry, id, remains)                                                             \
    "{\"erased\":[{\"entry\":" entry ",\"id\":" id ",\"remains\":" remains                     \
    "}],\"reason\":\"asked\"}"

static const struct {
    const char *kind, *detail, *why;
} cases[] = {
    {SRV_KIND_RELEASE, "{", "no release that can be read"},
    {SRV_KIND_RELEASE, "{}", "files kept of its release"},
    {SRV_KIND_RELEASE, "{\"digest\":7}", "files kept of its release"},
    {SRV_KIND_RELEASE, "{\"digest\":\"sha1:00\"}", "files kept of its release"},
    {SRV_KIND_RELEASE, "{\"digest\":\"sha256:00\"}", "files kept of its release"},
    {SRV_KIND_RELEASE, "{\"digest\":\"" NO_DIGEST "\"}", "files kept of its release"},
    {SRV_KIND_ERASURE, "{", "no erasure that can be read"},
    {SRV_KIND_ERASURE, "{}", "no erasure that can be read"},
    {SRV_KIND_ERASURE, "{\"erased\":7}", "no erasure that can be read"},
    {SRV_KIND_ERASURE, "{\"erased\":[7]}", "no erasure that can be read"},
    {SRV_KIND_ERASURE, ERASED("\"31\"", "\"" ID_31 "\"", "\"" NO_DIGEST "\""),
     "no erasure that can be read"},
    {SRV_KIND_ERASURE, ERASED("31", "7", "\"" NO_DIGEST "\""), "no erasure that can be read"},
    {SRV_KIND_ERASURE, ERASED("31", "\"31\"", "\"" NO_DIGEST "\""),
     "no erasure that can be read"},
    {SRV_KIND_ERASURE, ERASED("31", "\"" ID_31 "\"", "7"), "no erasure that can be read"},
    {SRV_KIND_ERASURE, ERASED("31", "\"" ID_31 "\"", "\"sha1:00\""),
     "no erasure that can be read"},
    {SRV_KIND_ERASURE, ERASED("31", "\"" ID_31 "\"", "\"sha256:00\""),
     "no erasure that can be read"},
    {SRV_KIND_ERASURE, "{\"erased\":[{\"entry\":31}]}", "no erasure that can be read"},
    {SRV_KIND_ERASURE, ERASED("40", "\"" ID_31 "\"", "\"" NO_DIGEST "\""),
     "something it erased is there again"},
    {SRV_KIND_ERASURE, ERASED("4000", "\"" ID_31 "\"", "\"" NO_DIGEST "\""),
     "something it erased is there again"},
    {SRV_KIND_EVALUATION, NULL, "a column does not say what the entry says"},
};

/** An entry of that kind that says so, well sealed. */
static void append_case(const char *kind, const char *detail)
{
    srv_entry entry = {.kind = kind,
                       .time_ms = srv_time_now_ms(),
                       .client = CDS_TEXT("local"),
                       .node = srv_store_node(store),
                       .assessment = CDS_TEXT("not an assessment")};
    if (detail != NULL) {
        entry.assessment = (cds_text){NULL, 0};
        entry.detail = cds_text_of(detail);
    }
    srv_entry_new_id(entry.time_ms, entry.id);
    append(&entry);
}

START_TEST(an_entry_that_says_what_is_not_so_is_named_though_its_leaf_fits)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        append_case(cases[i].kind, cases[i].detail);
        ck_assert_msg(find_bad(NULL) == ENTRIES, "%zu", i);
        ck_assert_msg(strstr(made.ctx.error.what, cases[i].why) != NULL, "%zu: %s", i,
                      made.ctx.error.what);
        cds_error_clear(&made.ctx);
        sql("DELETE FROM entries WHERE number = %d", ENTRIES);
    }
    ck_assert_int_eq(find_bad(&kept), INT64_MIN);
}
END_TEST

START_TEST(an_erased_entry_that_names_another_erasure_is_named)
{
    append_case(SRV_KIND_ERASURE, ERASED("42", "\"" ID_31 "\"", "\"" NO_DIGEST "\""));
    sql("UPDATE entries SET erasure = %d WHERE number = 31", ENTRIES);
    ck_assert_int_eq(find_bad(NULL), 31);
    ck_assert_ptr_nonnull(strstr(made.ctx.error.what, "no erasure says so"));
    sql("UPDATE entries SET detail = '{' WHERE number = %d", ENTRIES);
    ck_assert_int_eq(find_bad(NULL), ERASURE_AT); // 31 is named by it, and is not erased by it
}
END_TEST

START_TEST(an_entry_that_looks_erased_by_what_is_no_erasure_is_named)
{
    sql("UPDATE entries SET erasure = 250 WHERE number = 31"); // an evaluation after it
    ck_assert_int_eq(find_bad(NULL), 31);
    ck_assert_ptr_nonnull(strstr(made.ctx.error.what, "no erasure says so"));
    sql("UPDATE entries SET erasure = 20 WHERE number = 31"); // one before it
    ck_assert_int_eq(find_bad(NULL), 31);
    sql("UPDATE entries SET erasure = 4000 WHERE number = 31"); // none
    ck_assert_int_eq(find_bad(NULL), 31);
    ck_assert_ptr_nonnull(strstr(made.ctx.error.what, "the erasure it names is not there"));
}
END_TEST

START_TEST(an_entry_is_what_its_text_says_it_is)
{
    static const struct {
        const char *assessment, *reference;
        bool assumed;
    } texts[] = {
        {"{\"patient\":{\"reference\":\"p\"},\"assessed_on\":\"2026-11-22\"}", "p", false},
        {"{\"patient\":{\"reference\":7},\"assessed_on\":null}", NULL, true},
        {"{\"patient\":{}}", NULL, true},
        {"[]", NULL, true}};
    srv_entry derived;
    srv_entry entry = fixture_entry();
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        entry.assessment = cds_text_of(texts[i].assessment);
        ck_assert_int_eq(srv_entry_derive(&made.ctx, &entry, &derived), CDS_OK);
        ck_assert_int_eq(derived.assessed_on_assumed, texts[i].assumed);
        ck_assert_int_eq(derived.reference.data != NULL, texts[i].reference != NULL);
        ck_assert(derived.reference.data == NULL ||
                  cds_text_is(derived.reference, texts[i].reference));
    }
    entry.assessment = CDS_TEXT("{");
    ck_assert_int_ne(srv_entry_derive(&made.ctx, &entry, &derived), CDS_OK);
}
END_TEST

static int64_t told[2];

static void note_progress(void *user, int64_t done, int64_t of)
{
    (void)user;
    ck_assert_int_ge(done, told[0]);
    told[0] = done;
    told[1] = of;
}

START_TEST(how_far_the_walk_is_is_told_to_the_end)
{
    const srv_verifying how = {.signer = &key.signer, .progress = note_progress};
    srv_verified verified;
    told[0] = 0;
    ck_assert_int_eq(srv_log_verify(&made.ctx, store, &how, &verified), CDS_OK);
    ck_assert_int_eq(told[0], ENTRIES);
    ck_assert_int_eq(told[1], ENTRIES);
}
END_TEST

START_TEST(an_empty_log_verifies_against_an_empty_tree_alone)
{
    fixture other = store_fixture_make();
    const srv_frontier none = {.size = 0};
    srv_root empty = {0, srv_frontier_root(&none)};
    srv_log_key other_key;
    srv_verified verified;
    srv_store *fresh = NULL;
    ck_assert_int_eq(srv_store_open(&other.ctx, other.dir, true, &fresh), CDS_OK);
    ck_assert_int_eq(srv_log_key_open(&other.ctx, other.dir, srv_store_node(fresh), &other_key),
                     CDS_OK);
    const srv_verifying how = {.signer = &other_key.signer, .against = &empty};
    ck_assert_int_eq(srv_log_verify(&other.ctx, fresh, &how, &verified), CDS_OK);
    ck_assert_int_eq(verified.entries, 0);
    empty.hash.bytes[0] ^= 1;
    ck_assert_int_eq(srv_log_verify(&other.ctx, fresh, &how, &verified), CDS_INVALID);
    const srv_verifying full = {.signer = &other_key.signer, .against = &kept};
    ck_assert_int_eq(srv_log_verify(&other.ctx, fresh, &full, &verified), CDS_INVALID);
    ck_assert_ptr_nonnull(strstr(other.ctx.error.what, "kept elsewhere covers it"));
    const srv_verifying theirs = {.signer = &key.signer};
    ck_assert_int_eq(srv_log_verify(&other.ctx, fresh, &theirs, &verified), CDS_INVALID);
    ck_assert_ptr_nonnull(strstr(other.ctx.error.what, "not the one whose log this key signs"));
    srv_store_close(fresh);
    fixture_drop(&other);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("verify");
    TCase *cases_of = tcase_create("verify");
    tcase_add_checked_fixture(cases_of, setup, teardown);
    tcase_set_timeout(cases_of, 60);
    tcase_add_test(cases_of, an_entry_that_says_what_is_not_so_is_named_though_its_leaf_fits);
    tcase_add_test(cases_of, an_erased_entry_that_names_another_erasure_is_named);
    tcase_add_test(cases_of, an_entry_that_looks_erased_by_what_is_no_erasure_is_named);
    tcase_add_test(cases_of, an_entry_is_what_its_text_says_it_is);
    tcase_add_test(cases_of, how_far_the_walk_is_is_told_to_the_end);
    tcase_add_test(cases_of, an_empty_log_verifies_against_an_empty_tree_alone);
    suite_add_tcase(suite, cases_of);
    return fixture_run(suite);
}
