// SPDX-License-Identifier: Apache-2.0
// Patterns as ECMA-262 has them with the flag u; what is none is refused in a sentence.
#include "engine/facts/regex.h"

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

static const struct {
    const char *pattern, *text;
    cds_match match;
} searches[] = {
    {"", "", CDS_MATCH_YES},
    {"", "anything", CDS_MATCH_YES},
    {"b", "abc", CDS_MATCH_YES},
    {"^b", "abc", CDS_MATCH_NO},
    {"^\\p{Letter}+$", "h\u00e9", CDS_MATCH_YES},
    {"^\\p{Letter}+$", "h3", CDS_MATCH_NO},
    {"^\\P{Letter}+$", "123", CDS_MATCH_YES},
    {"^\\P{Letter}+$", "12a", CDS_MATCH_NO},
    {"^\\p{L}$", "h", CDS_MATCH_YES},
    {"^\\p{Unassigned}$", "\u0378", CDS_MATCH_YES},
    {"^\\p{Uppercase_Letter}\\p{punct}$", "A!", CDS_MATCH_YES},
    {"^\\\\p{2}$", "\\pp", CDS_MATCH_YES}, // a backslash, then p twice
    {"^\\d$", "\u0663", CDS_MATCH_NO},     // no digit of ASCII
    {"a$", "a\n", CDS_MATCH_NO},
    {"[]", "a", CDS_MATCH_NO},
    {"^\\u0041$", "A", CDS_MATCH_YES},
    {"^(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", CDS_MATCH_GIVEN_UP},
};

START_TEST(a_pattern_is_found_where_it_is)
{
    cds_regex *regex = NULL;
    const cds_status status = cds_regex_open(&ctx, cds_text_of(searches[_i].pattern), &regex);
    ck_assert_msg(status == CDS_OK, "%s: %s", searches[_i].pattern, ctx.error.what);
    ck_assert_int_eq(cds_regex_search(regex, cds_text_of(searches[_i].text)),
                     searches[_i].match);
    cds_regex_close(regex);
}
END_TEST

static const char *const refused[] = {
    "(", "[a", "a{2,1}", "*", "(*UTF)a", "\\", "\\p{Nonsense}", "\\p{Letter", "\\p{", "(?<a",
};

START_TEST(what_is_no_pattern_is_refused)
{
    cds_regex *regex = NULL;
    ck_assert_msg(cds_regex_open(&ctx, cds_text_of(refused[_i]), &regex) == CDS_REFUSED,
                  "taken: %s", refused[_i]);
    ck_assert_ptr_nonnull(strstr(ctx.error.what, "This is no pattern: "));
    ck_assert_ptr_null(regex);
}
END_TEST

START_TEST(a_pattern_has_at_most_4096_bytes)
{
    static char pattern[4098];
    cds_regex *regex = NULL;
    memset(pattern, 'a', 4097);
    ck_assert_int_eq(cds_regex_open(&ctx, (cds_text){pattern, 4097}, &regex), CDS_REFUSED);
    ck_assert_ptr_nonnull(strstr(ctx.error.what, "over 4096 bytes"));
    ck_assert_int_eq(cds_regex_open(&ctx, (cds_text){pattern, 4096}, &regex), CDS_OK);
    ck_assert_int_eq(cds_regex_search(regex, (cds_text){pattern, 4096}), CDS_MATCH_YES);
    cds_regex_close(regex);
}
END_TEST

START_TEST(without_memory_no_pattern_is_opened)
{
    static char pattern[4097];
    cds_regex *regex = NULL;
    cds_ctx small = {.mem = cds_arena_new(1024)};
    memset(pattern, 'a', 4096);
    ck_assert_int_eq(cds_regex_open(&small, (cds_text){pattern, 4096}, &regex), CDS_TOO_LARGE);
    ck_assert_ptr_null(regex);
    cds_arena_free(small.mem);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("regex");
    TCase *cases = tcase_create("regex");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_loop_test(cases, a_pattern_is_found_where_it_is, 0,
                        sizeof searches / sizeof *searches);
    tcase_add_loop_test(cases, what_is_no_pattern_is_refused, 0,
                        sizeof refused / sizeof *refused);
    tcase_add_test(cases, a_pattern_has_at_most_4096_bytes);
    tcase_add_test(cases, without_memory_no_pattern_is_opened);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
