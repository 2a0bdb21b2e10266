// SPDX-License-Identifier: Apache-2.0
// rules.lock finds out what changed under an old version, what went back and what is gone.
#include "engine/check/check.h"
#include "engine/check/lock.h"

#include "release_fixture.h"

#define HASH "0000000000000000000000000000000000000000000000000000000000000000"
#define RETIRED "retired/care/gone.lua", "-- retired"

static const struct {
    const char *lock; // NULL: as cds_lock_write has it
    const char *says; // of the one gap; NULL: there is none
    bool is_change;   // it stands there too where only changes are asked for
} locks[] = {
    {NULL, NULL, false},
    {"", "does not have it", false},
    {"care/two 1.0.0 " HASH "\n", "does not have it", false},
    {"care/one 1.0.0 " HASH "\n", "content changed under version 1.0.0", true},
    {"care/one 0.9.9 " HASH "\n", "has its older version", false},
    {"care/one 0.10.0 " HASH "\n", "has its older version", false},
    {"care/one 1.0.1 " HASH "\n", "went back from 1.0.1", true},
    {"care/one 2.0.0 " HASH "\n", "went back from 2.0.0", true},
    {"care/one 1.10.0 " HASH "\n", "went back from 1.10.0", true},
    {"care/one 1.0.12345678901234567890 " HASH "\n", "content changed", true},
};

static size_t compare(release *made, cds_text lock, bool only_changes, cds_gaps *gaps)
{
    cds_gaps_init(gaps, &made->ctx);
    cds_lock_compare(gaps, made->rules, lock, only_changes);
    ck_assert_int_eq(cds_gaps_end(gaps), CDS_OK);
    return gaps->count;
}

static bool is_said(const cds_gaps *gaps, const char *words)
{
    for (size_t i = 0; i < gaps->count; i++) {
        const cds_text says = gaps->list[i].says;
        ck_assert_int_eq(gaps->list[i].kind, CDS_GAP_LOCK);
        if (memmem(says.data, says.length, words, strlen(words)) != NULL)
            return true;
    }
    return false;
}

static cds_text written(release *made)
{
    cds_buf buf;
    cds_text text = {0};
    cds_buf_init(&buf, made->ctx.mem);
    cds_lock_write(&buf, made->rules);
    ck_assert_int_eq(cds_buf_end(&made->ctx, &buf, &text), CDS_OK);
    return text;
}

START_TEST(a_lock_finds_what_is_not_as_it_has_it)
{
    release made = release_new();
    cds_gaps gaps;
    release_look(&made);
    const cds_text lock = locks[_i].lock == NULL ? written(&made) : cds_text_of(locks[_i].lock);
    compare(&made, lock, false, &gaps);
    if (locks[_i].says == NULL)
        ck_assert_uint_eq(gaps.count, 0);
    else
        ck_assert_msg(is_said(&gaps, locks[_i].says), "%s", locks[_i].lock);
    compare(&made, lock, true, &gaps);
    ck_assert_int_eq(locks[_i].says != NULL && is_said(&gaps, locks[_i].says),
                     locks[_i].is_change);
    release_free(&made);
}
END_TEST

START_TEST(a_rule_that_is_gone_must_have_been_laid_to_rest)
{
    for (int laid_to_rest = 0; laid_to_rest < 2; laid_to_rest++) {
        release made = release_new();
        cds_gaps gaps;
        cds_buf buf;
        cds_text lock = {0};
        if (laid_to_rest)
            release_put(&made, RETIRED);
        release_look(&made);
        cds_buf_init(&buf, made.ctx.mem);
        cds_buf_word(&buf, "care/gone 1.0.0 " HASH "\n");
        cds_buf_text(&buf, written(&made));
        ck_assert_int_eq(cds_buf_end(&made.ctx, &buf, &lock), CDS_OK);
        ck_assert_uint_eq(compare(&made, lock, false, &gaps), laid_to_rest ? 0 : 1);
        ck_assert_int_eq(is_said(&gaps, "care/gone is gone"), !laid_to_rest);
        release_free(&made);
    }
}
END_TEST

START_TEST(what_refuses_a_release_is_said_kind_by_kind)
{
    static const cds_gap_kind refuse[] = {CDS_GAP_CASE,  CDS_GAP_TURNED, CDS_GAP_EDGE,
                                          CDS_GAP_NAMED, CDS_GAP_LINT,   CDS_GAP_LOCK};
    static const cds_gap_kind pass[] = {CDS_GAP_RULE,        CDS_GAP_LEAF,    CDS_GAP_ANSWER,
                                        CDS_GAP_PRESUMPTION, CDS_GAP_SWAPPED, CDS_GAP_WARNING};
    for (size_t i = 0; i < sizeof refuse / sizeof *refuse; i++)
        ck_assert_msg(cds_gap_refuses(refuse[i]), "%d", refuse[i]);
    for (size_t i = 0; i < sizeof pass / sizeof *pass; i++)
        ck_assert_msg(!cds_gap_refuses(pass[i]), "%d", pass[i]);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("lock");
    TCase *cases = tcase_create("lock");
    tcase_add_loop_test(cases, a_lock_finds_what_is_not_as_it_has_it, 0,
                        sizeof locks / sizeof *locks);
    tcase_add_test(cases, a_rule_that_is_gone_must_have_been_laid_to_rest);
    tcase_add_test(cases, what_refuses_a_release_is_said_kind_by_kind);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
