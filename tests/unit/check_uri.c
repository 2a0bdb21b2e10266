// SPDX-License-Identifier: Apache-2.0
// References are resolved as the examples of RFC 3986, section 5.4, have it, and %xx is
// decoded.
#include "engine/facts/uri.h"

#include "release_fixture.h"

static cds_ctx ctx;

static void setup(void)
{
    ctx = (cds_ctx){.mem = cds_arena_new((size_t)1 << 20)};
}

static void teardown(void)
{
    cds_arena_free(ctx.mem);
}

#define RFC "http://a/b/c/d;p?q"

// The fragment is no part of what is resolved.
static const struct {
    const char *base, *reference, *resolved;
} references[] = {
    {RFC, "g:h", "g:h"},
    {RFC, "g", "http://a/b/c/g"},
    {RFC, "./g", "http://a/b/c/g"},
    {RFC, "g/", "http://a/b/c/g/"},
    {RFC, "/g", "http://a/g"},
    {RFC, "//g", "http://g"},
    {RFC, "?y", "http://a/b/c/d;p?y"},
    {RFC, "g?y", "http://a/b/c/g?y"},
    {RFC, "#s", "http://a/b/c/d;p?q"},
    {RFC, "g#s", "http://a/b/c/g"},
    {RFC, "g?y#s", "http://a/b/c/g?y"},
    {RFC, ";x", "http://a/b/c/;x"},
    {RFC, "g;x=1/../y", "http://a/b/c/y"},
    {RFC, "", "http://a/b/c/d;p?q"},
    {RFC, ".", "http://a/b/c/"},
    {RFC, "./", "http://a/b/c/"},
    {RFC, "..", "http://a/b/"},
    {RFC, "../", "http://a/b/"},
    {RFC, "../g", "http://a/b/g"},
    {RFC, "../..", "http://a/"},
    {RFC, "../../", "http://a/"},
    {RFC, "../../g", "http://a/g"},
    {RFC, "../../../g", "http://a/g"},
    {RFC, "/./g", "http://a/g"},
    {RFC, "/../g", "http://a/g"},
    {RFC, "g.", "http://a/b/c/g."},
    {RFC, "..g", "http://a/b/c/..g"},
    {RFC, "./../g", "http://a/b/g"},
    {RFC, "./g/.", "http://a/b/c/g/"},
    {RFC, "g/./h", "http://a/b/c/g/h"},
    {RFC, "g/../h", "http://a/b/c/h"},
    {RFC, "g?y/./x", "http://a/b/c/g?y/./x"},
    {RFC, "http:g", "http:g"},
    {"http://a", "g", "http://a/g"}, // 5.2.3: an authority and no path
    {"", "a/b", "a/b"},
    {"", "../b", "b"},
    {"", "./b", "b"},
    {"", "..", ""},
    {"", ".", ""},
    {"a", "b/../../c", "/c"},
    {"urn:example:a", "#b", "urn:example:a"},
};

START_TEST(a_reference_is_resolved_as_the_rfc_has_it)
{
    cds_text got = {0};
    ck_assert_int_eq(cds_uri_resolve(&ctx, cds_text_of(references[_i].base),
                                     cds_text_of(references[_i].reference), &got),
                     CDS_OK);
    ck_assert_msg(cds_text_is(got, references[_i].resolved), "%s from %s: got '%.*s'",
                  references[_i].reference, references[_i].base, (int)got.length, got.data);
}
END_TEST

static const struct {
    const char *escaped, *bytes;
} escapes[] = {
    {"a%20b", "a b"}, {"%41%4a%4F", "AJO"}, {"%7e%7E", "~~"},     {"100%", "100%"},
    {"%4", "%4"},     {"%4g%g4", "%4g%g4"}, {"%4G%@4", "%4G%@4"}, {"", ""},
};

START_TEST(two_hex_digits_after_a_percent_sign_are_a_byte)
{
    cds_text got = {0};
    ck_assert_int_eq(cds_uri_decode(&ctx, cds_text_of(escapes[_i].escaped), &got), CDS_OK);
    ck_assert_text(got, escapes[_i].bytes);
}
END_TEST

START_TEST(without_memory_nothing_is_resolved)
{
    static char path[6000];
    cds_text got = {0};
    cds_ctx small = {.mem = cds_arena_new(4096)};
    memset(path, 'a', sizeof path - 1);
    ck_assert_int_eq(cds_uri_resolve(&small, CDS_TEXT(RFC), cds_text_of(path), &got),
                     CDS_TOO_LARGE);
    ck_assert_ptr_null(got.data);
    cds_arena_free(small.mem);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("uri");
    TCase *cases = tcase_create("uri");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_loop_test(cases, a_reference_is_resolved_as_the_rfc_has_it, 0,
                        sizeof references / sizeof *references);
    tcase_add_loop_test(cases, two_hex_digits_after_a_percent_sign_are_a_byte, 0,
                        sizeof escapes / sizeof *escapes);
    tcase_add_test(cases, without_memory_nothing_is_resolved);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
