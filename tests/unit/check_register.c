// SPDX-License-Identifier: Apache-2.0
// What follows from the steps in the log: who approved, and which release rules on a day.
#include "steps_fixture.h"

static const srv_rule_of_choice governed = {
    .today = {FIRST_DAY}, .governed = true, .needed = 1};

static srv_rule_of_choice on_day(int32_t day)
{
    srv_rule_of_choice by = governed;
    by.today.days = day;
    return by;
}

static void rules_is(const life *it, const srv_rule_of_choice *by, const srv_step *expected)
{
    ck_assert_ptr_eq(srv_register_ruling(&it->reg, by), expected);
}

START_TEST(nothing_rules_at_first)
{
    const life it = {0};
    rules_is(&it, &governed, NULL);
}
END_TEST

START_TEST(an_activation_rules_at_once)
{
    life it = {0};
    approved(&it, 'a');
    rules_is(&it, &governed, NULL);
    const srv_step *go = happens(&it, step_of(SRV_STEP_ACTIVATE, 'a', 3));
    rules_is(&it, &governed, go);
    ck_assert_int_eq(srv_register_standing(&it.reg, digest_of('a'), &governed), SRV_RULING);
}
END_TEST

START_TEST(from_a_day_it_rules_on_that_day_and_not_before)
{
    life it = {0};
    approved(&it, 'a');
    approved(&it, 'b');
    const srv_step *now = happens(&it, step_of(SRV_STEP_ACTIVATE, 'a', 3));
    srv_step *later = happens(&it, step_of(SRV_STEP_ACTIVATE, 'b', 3));
    later->from = CDS_TEXT("2026-12-01");
    const srv_rule_of_choice eve = on_day(FIRST_DAY + 8);
    const srv_rule_of_choice day = on_day(FIRST_DAY + 9);
    rules_is(&it, &eve, now);
    ck_assert_int_eq(srv_register_standing(&it.reg, digest_of('b'), &eve), SRV_SCHEDULED);
    rules_is(&it, &day, later);
    ck_assert_int_eq(srv_register_standing(&it.reg, digest_of('a'), &day), SRV_RETIRED);
}
END_TEST

START_TEST(what_was_activated_last_does_not_outdo_a_later_day)
{
    life it = {0};
    approved(&it, 'a');
    approved(&it, 'b');
    srv_step *later = happens(&it, step_of(SRV_STEP_ACTIVATE, 'b', 3));
    later->from = CDS_TEXT("2026-12-01");
    const srv_step *meanwhile = happens(&it, step_of(SRV_STEP_ACTIVATE, 'a', 3));
    const srv_rule_of_choice day = on_day(FIRST_DAY + 9);
    rules_is(&it, &governed, meanwhile);
    rules_is(&it, &day, later);
}
END_TEST

START_TEST(an_older_release_activated_again_rules_again)
{
    life it = {0};
    approved(&it, 'a');
    approved(&it, 'b');
    happens(&it, step_of(SRV_STEP_ACTIVATE, 'a', 3));
    const srv_step *next = happens(&it, step_of(SRV_STEP_ACTIVATE, 'b', 3));
    rules_is(&it, &governed, next);
    const srv_step *back = happens(&it, step_of(SRV_STEP_ACTIVATE, 'a', 3));
    rules_is(&it, &governed, back);
    ck_assert_int_eq(srv_register_standing(&it.reg, digest_of('b'), &governed), SRV_RETIRED);
}
END_TEST

START_TEST(an_approval_counts_once_a_key_and_never_the_authors)
{
    life it = {0};
    happens(&it, step_of(SRV_STEP_PROPOSE, 'a', 1));
    ck_assert_uint_eq(srv_register_approvals(&it.reg, digest_of('a')), 0);
    happens(&it, step_of(SRV_STEP_APPROVE, 'a', 1)); // the author's own
    ck_assert_uint_eq(srv_register_approvals(&it.reg, digest_of('a')), 0);
    ck_assert_int_eq(srv_register_standing(&it.reg, digest_of('a'), &governed), SRV_PROPOSED);
    happens(&it, step_of(SRV_STEP_APPROVE, 'a', 2));
    happens(&it, step_of(SRV_STEP_APPROVE, 'a', 2)); // the same key again
    ck_assert_uint_eq(srv_register_approvals(&it.reg, digest_of('a')), 1);
    happens(&it, step_of(SRV_STEP_APPROVE, 'b', 4)); // of another release
    ck_assert_uint_eq(srv_register_approvals(&it.reg, digest_of('a')), 1);
    happens(&it, step_of(SRV_STEP_APPROVE, 'a', 4));
    ck_assert_uint_eq(srv_register_approvals(&it.reg, digest_of('a')), 2);
    ck_assert_int_eq(srv_register_standing(&it.reg, digest_of('a'), &governed), SRV_APPROVED);
}
END_TEST

START_TEST(governed_counts_signed_steps_of_approved_releases_only)
{
    life it = {0};
    const srv_rule_of_choice free_choice = {.today = {FIRST_DAY}, .needed = 1};
    srv_rule_of_choice two = governed;
    two.needed = 2;
    happens(&it, step_of(SRV_STEP_PROPOSE, 'a', 0));
    const srv_step *loaded = happens(&it, step_of(SRV_STEP_ACTIVATE, 'a', 0));
    rules_is(&it, &governed, NULL);
    rules_is(&it, &free_choice, loaded);
    ck_assert_int_eq(srv_register_standing(&it.reg, digest_of('a'), &governed), SRV_UNAPPROVED);
    approved(&it, 'b');
    happens(&it, step_of(SRV_STEP_ACTIVATE, 'b', 0));
    rules_is(&it, &governed, NULL);
    const srv_step *signed_one = happens(&it, step_of(SRV_STEP_ACTIVATE, 'b', 3));
    rules_is(&it, &governed, signed_one);
    rules_is(&it, &two, NULL);
}
END_TEST

START_TEST(a_signed_proposal_stands_for_the_release)
{
    life it = {0};
    happens(&it, step_of(SRV_STEP_PROPOSE, 'a', 0));
    const srv_step *proposal = happens(&it, step_of(SRV_STEP_PROPOSE, 'a', 1));
    happens(&it, step_of(SRV_STEP_PROPOSE, 'a', 0));
    ck_assert_ptr_eq(srv_register_proposal(&it.reg, digest_of('a')), proposal);
    ck_assert_ptr_null(srv_register_proposal(&it.reg, digest_of('c')));
}
END_TEST

START_TEST(a_signature_is_known_again)
{
    life it = {0};
    const srv_step *one = happens(&it, step_of(SRV_STEP_PROPOSE, 'a', 1));
    const srv_step other = step_of(SRV_STEP_PROPOSE, 'b', 1);
    ck_assert(srv_register_has_signature(&it.reg, &one->signature));
    ck_assert(!srv_register_has_signature(&it.reg, &other.signature));
}
END_TEST

int main(void)
{
    TCase *cases = tcase_create("register");
    tcase_add_checked_fixture(cases, open_steps, close_steps);
    tcase_add_test(cases, nothing_rules_at_first);
    tcase_add_test(cases, an_activation_rules_at_once);
    tcase_add_test(cases, from_a_day_it_rules_on_that_day_and_not_before);
    tcase_add_test(cases, what_was_activated_last_does_not_outdo_a_later_day);
    tcase_add_test(cases, an_older_release_activated_again_rules_again);
    tcase_add_test(cases, an_approval_counts_once_a_key_and_never_the_authors);
    tcase_add_test(cases, governed_counts_signed_steps_of_approved_releases_only);
    tcase_add_test(cases, a_signed_proposal_stands_for_the_release);
    tcase_add_test(cases, a_signature_is_known_again);
    return run_suite(suite_create("register"), cases);
}
