// SPDX-License-Identifier: Apache-2.0
// A step as the log keeps it: there and back, and what its signature covers.
#include "steps_fixture.h"

static srv_step through_the_log(const srv_step *step)
{
    srv_entry entry = {.kind = srv_step_entry_kind(step->kind),
                       .client = step->client,
                       .number = step->entry,
                       .time_ms = step->kept_ms};
    srv_step read;
    ck_assert_int_eq(srv_step_detail(&asked, step, &entry.detail), CDS_OK);
    ck_assert_int_eq(srv_step_read(&asked, &entry, &read), CDS_OK);
    return read;
}

static void same_text(cds_text a, cds_text b)
{
    ck_assert_int_eq(a.data == NULL, b.data == NULL);
    ck_assert(cds_text_equal(a, b));
}

static void same_step(const srv_step *a, const srv_step *b)
{
    ck_assert_int_eq(a->kind, b->kind);
    same_text(a->digest, b->digest);
    same_text(a->client, b->client);
    same_text(a->name, b->name);
    same_text(a->reason, b->reason);
    same_text(a->time, b->time);
    same_text(a->from, b->from);
    same_text(a->accepted, b->accepted);
    same_text(a->checks, b->checks);
    ck_assert_int_eq(a->entry, b->entry);
    ck_assert_int_eq(a->kept_ms, b->kept_ms);
    ck_assert_int_eq(a->is_signed, b->is_signed);
    ck_assert_mem_eq(&a->key, &b->key, sizeof a->key);
    ck_assert_mem_eq(&a->signature, &b->signature, sizeof a->signature);
}

START_TEST(every_member_comes_back)
{
    srv_step steps[] = {step_of(SRV_STEP_PROPOSE, 'a', 1), step_of(SRV_STEP_APPROVE, 'b', 2),
                        step_of(SRV_STEP_ACTIVATE, 'c', 3), step_of(SRV_STEP_ACTIVATE, 'd', 0)};
    steps[0].name = CDS_TEXT("spring \"26\"");
    steps[0].checks = CDS_TEXT("{\"cases\":{\"failed\":0,\"passed\":12}}");
    steps[2].from = CDS_TEXT("2026-12-01");
    steps[2].accepted = CDS_TEXT("Looked at each");
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        steps[i].entry = 41 + (int64_t)i;
        const srv_step read = through_the_log(&steps[i]);
        same_step(&read, &steps[i]);
        ck_assert_int_eq(srv_step_signature_holds(&asked, &read), steps[i].is_signed);
    }
}
END_TEST

START_TEST(what_is_signed_is_the_canonical_text_of_four_members)
{
    cds_text covered;
    srv_step step = step_of(SRV_STEP_ACTIVATE, 'a', 3);
    step.from = CDS_TEXT("2026-12-01");
    ck_assert_int_eq(srv_step_signed_text(&asked, &step, &covered), CDS_OK);
    ck_assert(cds_text_is(covered,
                          "{\"action\":\"activate\",\"digest\":\"sha256:"
                          "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\","
                          "\"reason\":\"Why not\",\"time\":\"2026-11-22T09:00:00Z\"}"));
}
END_TEST

START_TEST(a_signature_holds_until_one_bit_is_another)
{
    srv_step step = step_of(SRV_STEP_APPROVE, 'a', 2);
    ck_assert(srv_step_signature_holds(&asked, &step));
    step.signature.bytes[7] ^= 1;
    ck_assert(!srv_step_signature_holds(&asked, &step));
    step.signature.bytes[7] ^= 1;
    step.is_signed = false;
    ck_assert(!srv_step_signature_holds(&asked, &step));
}
END_TEST

START_TEST(what_is_no_step_is_not_read_as_one)
{
    static const char *const details[] = {
        "{\"digest\":\"sha256:12\"}", "{\"reason\":\"x\"}", "not JSON",
        "{\"digest\":\"sha256:"
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\","
        "\"signature\":\"AAAA\",\"key\":\"AAAA\"}"};
    for (size_t i = 0; i < sizeof details / sizeof *details; i++) {
        const srv_entry entry = {.kind = SRV_KIND_RELEASE, .detail = cds_text_of(details[i])};
        srv_step read;
        cds_error_clear(&asked);
        ck_assert_msg(srv_step_read(&asked, &entry, &read) == CDS_MALFORMED, "%s", details[i]);
    }
}
END_TEST

START_TEST(kinds_of_entries_are_told_apart)
{
    srv_step_kind kind;
    ck_assert(srv_step_is(SRV_KIND_RELEASE, &kind) && kind == SRV_STEP_PROPOSE);
    ck_assert(srv_step_is(SRV_KIND_APPROVAL, &kind) && kind == SRV_STEP_APPROVE);
    ck_assert(srv_step_is(SRV_KIND_ACTIVATION, &kind) && kind == SRV_STEP_ACTIVATE);
    ck_assert(!srv_step_is(SRV_KIND_EVALUATION, &kind));
    ck_assert(!srv_step_is(SRV_KIND_FEEDBACK, &kind));
}
END_TEST

int main(void)
{
    TCase *cases = tcase_create("step");
    tcase_add_checked_fixture(cases, open_steps, close_steps);
    tcase_add_test(cases, every_member_comes_back);
    tcase_add_test(cases, what_is_signed_is_the_canonical_text_of_four_members);
    tcase_add_test(cases, a_signature_holds_until_one_bit_is_another);
    tcase_add_test(cases, what_is_no_step_is_not_read_as_one);
    tcase_add_test(cases, kinds_of_entries_are_told_apart);
    return run_suite(suite_create("step"), cases);
}
