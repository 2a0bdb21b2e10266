// SPDX-License-Identifier: Apache-2.0
// What stands against a step: every objection, by its status and the words that say what to do.
#include "steps_fixture.h"

#include "server/governance/motion.h"

static life so_far;
static srv_client somebody; // with key 2

static void setup(void)
{
    open_steps();
    so_far = (life){0};
    somebody =
        (srv_client){.name = CDS_TEXT("somebody"), .role = SRV_APPROVER, .has_key = true};
    memcpy(somebody.key, key_of(2).public_half.bytes, sizeof somebody.key);
}

static srv_objections judge(const srv_step *step, const srv_client *by)
{
    const srv_motion motion = {
        step, by, &so_far.reg, {.today = {FIRST_DAY}, .governed = true, .needed = 1}};
    srv_objections found = {0};
    srv_motion_judge_signature(&asked, &motion, &found);
    srv_motion_judge_order(&motion, &found);
    return found;
}

static void stands_against(const srv_step *step, int status, const char *words)
{
    const srv_objections found = judge(step, &somebody);
    ck_assert_int_eq(found.status, status);
    ck_assert_uint_eq(found.count, status == 0 ? 0 : 1);
    if (status != 0)
        ck_assert_msg(strstr(found.reasons[0], words) != NULL, "%s", found.reasons[0]);
}

START_TEST(a_step_in_its_order_has_nothing_against_it)
{
    srv_step propose = step_of(SRV_STEP_PROPOSE, 'a', 2);
    stands_against(&propose, 0, "");
    happens(&so_far, step_of(SRV_STEP_PROPOSE, 'a', 1));
    srv_step approve = step_of(SRV_STEP_APPROVE, 'a', 2);
    stands_against(&approve, 0, "");
    happens(&so_far, step_of(SRV_STEP_APPROVE, 'a', 5));
    srv_step activate = step_of(SRV_STEP_ACTIVATE, 'a', 2);
    stands_against(&activate, 0, "");
}
END_TEST

START_TEST(time_and_reason_are_needed)
{
    static char long_reason[SRV_REASON_MAX + 1];
    srv_step step = step_of(SRV_STEP_PROPOSE, 'a', 0);
    step.time = CDS_TEXT("yesterday");
    sign(&step, 2);
    stands_against(&step, 422, "`time`");
    step = step_of(SRV_STEP_PROPOSE, 'a', 0);
    step.reason = CDS_TEXT("");
    sign(&step, 2);
    stands_against(&step, 422, "`reason`");
    memset(long_reason, 'x', sizeof long_reason);
    step.reason = (cds_text){long_reason, sizeof long_reason};
    sign(&step, 2);
    stands_against(&step, 422, "`reason`");
    step.reason.length--;
    sign(&step, 2);
    stands_against(&step, 0, "");
}
END_TEST

START_TEST(who_has_no_key_signs_nothing)
{
    const srv_step step = step_of(SRV_STEP_PROPOSE, 'a', 2);
    const srv_client keyless = {.name = CDS_TEXT("x"), .role = SRV_AUTHOR};
    ck_assert_int_eq(judge(&step, NULL).status, 403);
    ck_assert_int_eq(judge(&step, &keyless).status, 403);
}
END_TEST

START_TEST(a_signature_covers_every_member)
{
    srv_step step = step_of(SRV_STEP_PROPOSE, 'a', 2);
    step.reason = CDS_TEXT("Another");
    stands_against(&step, 403, "does not hold");
    step = step_of(SRV_STEP_PROPOSE, 'a', 2);
    step.digest = digest_of('b');
    stands_against(&step, 403, "does not hold");
    step = step_of(SRV_STEP_PROPOSE, 'a', 2);
    step.time = CDS_TEXT("2026-11-22T09:00:01Z");
    stands_against(&step, 403, "does not hold");
    step = step_of(SRV_STEP_PROPOSE, 'a', 2);
    step.key = key_of(3).public_half;
    stands_against(&step, 403, "does not hold");
    step = step_of(SRV_STEP_PROPOSE, 'a', 0);
    stands_against(&step, 403, "does not hold");
}
END_TEST

START_TEST(a_signature_for_one_action_is_none_for_another)
{
    happens(&so_far, step_of(SRV_STEP_PROPOSE, 'a', 1));
    happens(&so_far, step_of(SRV_STEP_APPROVE, 'a', 5));
    srv_step step = step_of(SRV_STEP_APPROVE, 'a', 2);
    step.kind = SRV_STEP_ACTIVATE;
    stands_against(&step, 403, "does not hold");
}
END_TEST

START_TEST(a_signature_in_the_log_is_not_taken_again)
{
    const srv_step before = step_of(SRV_STEP_PROPOSE, 'b', 2);
    happens(&so_far, before)->digest = digest_of('c'); // so that only the signature is known
    stands_against(&before, 409, "sign anew");
}
END_TEST

START_TEST(the_same_content_is_proposed_once)
{
    happens(&so_far, step_of(SRV_STEP_PROPOSE, 'a', 0)); // by a folder: nobody's proposal
    srv_step step = step_of(SRV_STEP_PROPOSE, 'a', 2);
    stands_against(&step, 0, "");
    happens(&so_far, step_of(SRV_STEP_PROPOSE, 'a', 1));
    stands_against(&step, 409, "proposed already");
}
END_TEST

START_TEST(what_nobody_proposed_is_neither_approved_nor_activated)
{
    happens(&so_far, step_of(SRV_STEP_PROPOSE, 'a', 0));
    srv_step step = step_of(SRV_STEP_APPROVE, 'a', 2);
    stands_against(&step, 404, "Nobody has proposed");
    step = step_of(SRV_STEP_ACTIVATE, 'a', 2);
    stands_against(&step, 404, "Nobody has proposed");
}
END_TEST

START_TEST(four_eyes)
{
    srv_step step = step_of(SRV_STEP_APPROVE, 'a', 2);
    srv_step *proposal = happens(&so_far, step_of(SRV_STEP_PROPOSE, 'a', 2));
    stands_against(&step, 409, "does not approve it");
    *proposal = step_of(SRV_STEP_PROPOSE, 'a', 1);
    srv_step earlier = step_of(SRV_STEP_APPROVE, 'a', 0);
    earlier.reason = CDS_TEXT("Read it once");
    sign(&earlier, 2);
    happens(&so_far, earlier);
    stands_against(&step, 409, "has approved the release already");
}
END_TEST

START_TEST(an_activation_needs_an_approval_and_a_day)
{
    srv_step step = step_of(SRV_STEP_ACTIVATE, 'a', 2);
    happens(&so_far, step_of(SRV_STEP_PROPOSE, 'a', 1));
    stands_against(&step, 409, "lacks an approval");
    happens(&so_far, step_of(SRV_STEP_APPROVE, 'a', 1)); // the author's own is none
    stands_against(&step, 409, "lacks an approval");
    happens(&so_far, step_of(SRV_STEP_APPROVE, 'a', 5));
    step.from = CDS_TEXT("tomorrow");
    stands_against(&step, 422, "`from`");
    step.from = CDS_TEXT("2026-12-01");
    stands_against(&step, 0, "");
}
END_TEST

START_TEST(what_is_active_is_not_activated_again)
{
    srv_step step = step_of(SRV_STEP_ACTIVATE, 'a', 2);
    approved(&so_far, 'a');
    happens(&so_far, step_of(SRV_STEP_ACTIVATE, 'a', 3));
    stands_against(&step, 409, "active already");
    step.from = CDS_TEXT("2026-12-01");
    stands_against(&step, 0, "");
}
END_TEST

START_TEST(the_gravest_objection_gives_the_status_and_all_are_told)
{
    srv_step step = step_of(SRV_STEP_ACTIVATE, 'a', 0);
    step.time = CDS_TEXT("");
    step.reason = CDS_TEXT("");
    const srv_objections found = judge(&step, &somebody);
    ck_assert_int_eq(found.status, 403);
    ck_assert_uint_eq(found.count, 4);
}
END_TEST

START_TEST(the_signer_is_found_by_key_and_role)
{
    const srv_clients clients = {.list = &somebody, .count = 1};
    srv_step step = step_of(SRV_STEP_APPROVE, 'a', 2);
    ck_assert_ptr_eq(srv_motion_signer(&clients, &step), &somebody);
    step.kind = SRV_STEP_ACTIVATE;
    ck_assert_ptr_null(srv_motion_signer(&clients, &step));
    step = step_of(SRV_STEP_APPROVE, 'a', 3);
    ck_assert_ptr_null(srv_motion_signer(&clients, &step));
}
END_TEST

int main(void)
{
    TCase *cases = tcase_create("motion");
    tcase_add_checked_fixture(cases, setup, close_steps);
    tcase_add_test(cases, a_step_in_its_order_has_nothing_against_it);
    tcase_add_test(cases, time_and_reason_are_needed);
    tcase_add_test(cases, who_has_no_key_signs_nothing);
    tcase_add_test(cases, a_signature_covers_every_member);
    tcase_add_test(cases, a_signature_for_one_action_is_none_for_another);
    tcase_add_test(cases, a_signature_in_the_log_is_not_taken_again);
    tcase_add_test(cases, the_same_content_is_proposed_once);
    tcase_add_test(cases, what_nobody_proposed_is_neither_approved_nor_activated);
    tcase_add_test(cases, four_eyes);
    tcase_add_test(cases, an_activation_needs_an_approval_and_a_day);
    tcase_add_test(cases, what_is_active_is_not_activated_again);
    tcase_add_test(cases, the_gravest_objection_gives_the_status_and_all_are_told);
    tcase_add_test(cases, the_signer_is_found_by_key_and_role);
    return run_suite(suite_create("motion"), cases);
}
