// SPDX-License-Identifier: Apache-2.0
// Roles against what a route asks for: closed unless one of them is named.
#include "server/api/access.h"
#include "tests/unit/record_fixture.h"

static const char *judged(fixture *made, const char *file, unsigned has, unsigned may)
{
    srv_access *access = srv_access_new(file, 0);
    srv_caller caller = {.name = "a", .roles = has};
    srv_refusal refusal = srv_access_judge(&made->ctx, access, &caller, may);
    srv_access_free(access);
    ck_assert_int_eq(refusal.status, refusal.detail == NULL ? 0 : 403);
    return refusal.detail;
}

START_TEST(a_route_that_names_no_role_is_closed_to_all)
{
    fixture made = fixture_make();
    ck_assert_str_eq(judged(&made, "file", ~0U, 0), "No role may do this.");
    ck_assert_str_eq(judged(&made, NULL, ~0U, 0), "No role may do this.");
    fixture_drop(&made);
}
END_TEST

START_TEST(each_role_opens_what_names_it_and_nothing_else)
{
    fixture made = fixture_make();
    for (unsigned has = SRV_CLIENT; has <= SRV_OPERATOR; has <<= 1) {
        for (unsigned may = SRV_CLIENT; may <= SRV_OPERATOR; may <<= 1)
            ck_assert_int_eq(judged(&made, "file", has, may) == NULL, has == may);
    }
    ck_assert_ptr_null(judged(&made, "file", SRV_PHYSIO, SRV_CLIENT | SRV_PHYSIO));
    fixture_drop(&made);
}
END_TEST

START_TEST(a_refusal_names_the_roles_that_may)
{
    fixture made = fixture_make();
    ck_assert_str_eq(judged(&made, "file", SRV_CLIENT, SRV_AUDITOR),
                     "This needs the role auditor.");
    ck_assert_str_eq(judged(&made, "file", SRV_AUTHOR, SRV_CLIENT | SRV_PHYSIO),
                     "This needs the role client or physio.");
    ck_assert_str_eq(judged(&made, "file", SRV_AUTHOR, SRV_CLIENT | SRV_PHYSIO | SRV_AUDITOR),
                     "This needs the role client, physio or auditor.");
    fixture_drop(&made);
}
END_TEST

START_TEST(without_a_file_nobody_governs_and_is_told_why)
{
    fixture made = fixture_make();
    const unsigned local = SRV_CLIENT | SRV_PHYSIO | SRV_AUDITOR;
    for (unsigned may = SRV_AUTHOR; may <= SRV_OPERATOR; may <<= 1) {
        const char *detail = judged(&made, NULL, local, may);
        ck_assert_ptr_nonnull(strstr(detail, "nobody has without a clients file"));
        ck_assert_ptr_nonnull(strstr(detail, "--clients FILE"));
    }
    fixture_drop(&made);
}
END_TEST

START_TEST(a_caller_sees_its_own_and_an_auditor_sees_all)
{
    srv_caller client = {.name = "a", .roles = SRV_CLIENT};
    srv_caller auditor = {.name = "b", .roles = SRV_AUDITOR};
    ck_assert(srv_caller_sees(&client, CDS_TEXT("a")));
    ck_assert(!srv_caller_sees(&client, CDS_TEXT("ab")));
    ck_assert(!srv_caller_sees(&client, CDS_TEXT("")));
    ck_assert(srv_caller_sees(&auditor, CDS_TEXT("a")));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("roles");
    TCase *cases = tcase_create("roles");
    tcase_add_test(cases, a_route_that_names_no_role_is_closed_to_all);
    tcase_add_test(cases, each_role_opens_what_names_it_and_nothing_else);
    tcase_add_test(cases, a_refusal_names_the_roles_that_may);
    tcase_add_test(cases, without_a_file_nobody_governs_and_is_told_why);
    tcase_add_test(cases, a_caller_sees_its_own_and_an_auditor_sees_all);
    suite_add_tcase(suite, cases);
    return fixture_run(suite);
}
