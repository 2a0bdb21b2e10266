// SPDX-License-Identifier: Apache-2.0
// tendon release at the command line.
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#define RULES SOURCE_DIR "/rules"
#define RULE "/cortisone/recreational-over-40.lua"

static char said[1 << 16];
static char changed[] = "/tmp/tendon-release-XXXXXX"; // a copy of the rules, one number moved

static int run(const char *format, const char *of)
{
    char line[2048];
    snprintf(line, sizeof line, format, of);
    FILE *from = popen(line, "r");
    ck_assert_ptr_nonnull(from);
    said[fread(said, 1, sizeof said - 1, from)] = '\0';
    int status = pclose(from);
    ck_assert_msg(WIFEXITED(status), "%s ended by a signal: %s", line, said);
    return WEXITSTATUS(status);
}

static void says(const char *word)
{
    ck_assert_msg(strstr(said, word) != NULL, "%s is missing in: %s", word, said);
}

static void setup(void)
{
    ck_assert_ptr_nonnull(mkdtemp(changed));
    ck_assert_int_eq(run("cp -r " RULES "/. %s", changed), 0);
    ck_assert_int_eq(run("sed -i s/at_least.40./'at_least(35)'/ %s" RULE, changed), 0);
}

static void teardown(void)
{
    ck_assert_int_eq(run("rm -r %s", changed), 0);
}

START_TEST(a_moved_threshold_is_told)
{
    ck_assert_int_eq(run(TENDON_PROGRAM " release diff " RULES " %s 2>&1", changed), 0);
    ck_assert_str_eq(
        said, "Rules\n"
              "  cortisone/recreational-over-40  Strong advice against cortisone from 40 "
              "years on\n"
              "    threshold moved: age is at least 40 years -> at least 35 years\n"
              "\n"
              "Decisions whose answers may change\n"
              "  cortisone, by 1 of these changes\n");
}
END_TEST

START_TEST(programs_get_json_and_pages_markdown)
{
    ck_assert_int_eq(run(TENDON_PROGRAM " release diff --json " RULES " %s 2>&1", changed), 0);
    ck_assert_int_eq(said[0], '{');
    says("\"kind\":\"threshold\",\"matters\":true");
    ck_assert_int_eq(run(TENDON_PROGRAM " release diff " RULES " %s --markdown 2>&1", changed),
                     0);
    says("# What changes\n");
    says("### `cortisone/recreational-over-40`: ");
}
END_TEST

START_TEST(a_folder_does_not_differ_from_itself)
{
    ck_assert_int_eq(run(TENDON_PROGRAM " release diff %s " RULES "/../rules 2>&1", RULES), 0);
    ck_assert_str_eq(said, "Nothing differs.\n");
}
END_TEST

START_TEST(what_is_no_release_is_said)
{
    ck_assert_int_eq(run(TENDON_PROGRAM " release diff " RULES " %s/nowhere 2>&1", changed), 1);
    says("nowhere");
    ck_assert_int_eq(
        run(TENDON_PROGRAM " release diff " RULES " sha256:00 --data %s 2>&1", changed), 1);
    says("there is no store here");
}
END_TEST

START_TEST(a_schema_beside_the_rules_is_theirs)
{
    ck_assert_int_eq(run("sed s/'\"maximum\": 110'/'\"maximum\": 100'/ " SOURCE_DIR
                         "/schemas/assessment.schema.json > %s/assessment.schema.json",
                         changed),
                     0);
    ck_assert_int_eq(run(TENDON_PROGRAM " release diff " RULES " %s 2>&1", changed), 0);
    says("patient.age_years");
    says("    highest: 110 -> 100\n");
    ck_assert_int_eq(run("rm %s/assessment.schema.json", changed), 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("release");
    TCase *cases = tcase_create("diff");
    tcase_add_unchecked_fixture(cases, setup, teardown);
    tcase_set_timeout(cases, 60);
    tcase_add_test(cases, a_moved_threshold_is_told);
    tcase_add_test(cases, programs_get_json_and_pages_markdown);
    tcase_add_test(cases, a_folder_does_not_differ_from_itself);
    tcase_add_test(cases, what_is_no_release_is_said);
    tcase_add_test(cases, a_schema_beside_the_rules_is_theirs);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
