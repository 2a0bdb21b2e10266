// SPDX-License-Identifier: Apache-2.0
// The program at the command line: what it prints, where, and how it ends.
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#define EXAMPLES SOURCE_DIR "/schemas/examples/"

static char said[1 << 20]; // what the last run printed, both streams

/** Runs `tendon ARGUMENTS`; its exit status. */
static int run(const char *arguments)
{
    char line[2048];
    snprintf(line, sizeof line, "%s %s 2>&1", TENDON_PROGRAM, arguments);
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

START_TEST(each_command_helps_with_an_example)
{
    static const char *const commands[] = {"serve", "evaluate", "check",
                                           "test",  "explain",  "catalogue",
                                           "log",   "release",  "report"};
    ck_assert_int_eq(run("--help"), 0);
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        says(commands[i]);
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        char line[64];
        snprintf(line, sizeof line, "%s --help", commands[i]);
        ck_assert_int_eq(run(line), 0);
        says("usage: tendon");
        says("example: tendon");
    }
}
END_TEST

START_TEST(it_says_its_version)
{
    ck_assert_int_eq(run("--version"), 0);
    says("tendon 1.");
}
END_TEST

START_TEST(wrong_usage_ends_with_2_and_says_how)
{
    static const char *const lines[] = {
        "",
        "serv",
        "evaluate",
        "evaluate a b",
        "evaluate --nonsense x",
        "serve --listen nowhere",
        "serve --listen 127.0.0.1:70000",
        "serve --workers 0",
        "serve --listen 0.0.0.0:0",
        "serve --public-url tendon.example",
        "serve --public-url https://",
        "serve --public-url https://tendon.example/?x=1",
        "serve --listen 0.0.0.0:0 --behind-proxy",
        "serve --listen 0.0.0.0:0 --clients /nowhere",
        "serve --clients ''",
        "check extra",
        "check --rules ''",
        "serve --data '' --listen 127.0.0.1:0",
        "explain",
        "log",
        "log frob",
        "log verify extra",
        "log verify --data /nowhere",
        "log prove",
        "log check-proof",
        "log check-proof /dev/null --data /nowhere",
        "release",
        "release diff rules",
        "release diff a b c",
        "release dif a b",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        ck_assert_msg(run(lines[i]) == 2, "tendon %s", lines[i]);
        ck_assert_uint_gt(strlen(said), 10);
    }
}
END_TEST

START_TEST(beyond_loopback_it_says_what_is_needed)
{
    ck_assert_int_eq(run("serve --listen 0.0.0.0:0"), 2);
    says("--clients FILE");
    ck_assert_int_eq(run("serve --listen 0.0.0.0:0 --clients /nowhere"), 2);
    says("--behind-proxy");
    ck_assert_int_eq(run("serve --listen 0.0.0.0:0 --clients /nowhere --behind-proxy"), 1);
    says("/nowhere: cannot be read");
}
END_TEST

START_TEST(an_assessment_becomes_a_table_without_colour_in_a_pipe)
{
    ck_assert_int_eq(run("evaluate " EXAMPLES "good-cauda-equina.json"), 0);
    says("referral");
    says("emergency");
    ck_assert_ptr_null(strchr(said, '\x1b'));
}
END_TEST

START_TEST(programs_get_json)
{
    ck_assert_int_eq(run("evaluate --json " EXAMPLES "good-few-facts.json"), 0);
    ck_assert_int_eq(said[0], '{');
    says("\"recorded\":false");
    says("\"decisions\":{\"referral\":");
}
END_TEST

START_TEST(standard_input_is_read_for_a_dash)
{
    ck_assert_int_eq(run("evaluate --json - < " EXAMPLES "good-few-facts.json"), 0);
    says("\"recorded\":false");
}
END_TEST

START_TEST(a_folder_is_no_assessment)
{
    ck_assert_int_eq(run("evaluate " EXAMPLES), 1);
    says("name a JSON file");
}
END_TEST

START_TEST(what_could_not_be_written_is_no_success)
{
    static const char *const lines[] = {
        "evaluate " EXAMPLES "good-empty.json", "evaluate --json " EXAMPLES "good-empty.json",
        "check", "explain cortisone/recreational-over-40",
        "explain --assessment " EXAMPLES "good-empty.json class"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char line[512];
        snprintf(line, sizeof line, "%s 2>&1 >/dev/full", lines[i]);
        ck_assert_msg(run(line) == 1, "tendon %s", line);
    }
}
END_TEST

START_TEST(five_faults_are_listed_with_their_pointers)
{
    ck_assert_int_eq(run("evaluate " EXAMPLES "bad-five-faults.json"), 1);
    size_t lines = 0;
    for (const char *at = strstr(said, "\n  /"); at != NULL; at = strstr(at + 1, "\n  /"))
        lines++;
    ck_assert_uint_eq(lines, 5);
}
END_TEST

START_TEST(broken_input_ends_with_1)
{
    ck_assert_int_eq(run("evaluate - < /dev/null"), 1);
    ck_assert_int_eq(run("evaluate no-such-file.json"), 1);
    says("no-such-file.json");
    ck_assert_int_eq(run("check --rules /nowhere"), 1);
    says("/nowhere");
    ck_assert_int_eq(run("test --rules " SOURCE_DIR "/schemas"), 1);
}
END_TEST

START_TEST(the_clinics_cases_reach_everything_and_notice_every_change)
{
    ck_assert_msg(run("test") == 0, "%s", said);
    says("reached: ");
    says("noticed: ");
    says(", 0 failed");
    ck_assert_int_eq(run("test --no-mutation"), 0);
    says("reached: ");
    ck_assert_ptr_null(strstr(said, "noticed: "));
}
END_TEST

// The clinic's rules, but for the case that stands at 39 years.
static void copy_without_a_case(char folder[])
{
    char line[1024];
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(line, sizeof line,
             "cp -r %s/rules/. %s && sed -i '/^case \"39 is the other rule\"/d' "
             "%s/cortisone/recreational-over-40.test.lua",
             SOURCE_DIR, folder, folder);
    ck_assert_int_eq(system(line), 0);
}

START_TEST(a_change_that_no_case_notices_is_listed_and_ends_with_1)
{
    char folder[] = "/tmp/tendon-cases-XXXXXX";
    char line[256];
    copy_without_a_case(folder);
    snprintf(line, sizeof line, "test --rules %s", folder);
    int status = run(line);
    snprintf(line, sizeof line, "rm -r %s", folder);
    ck_assert_int_eq(system(line), 0);
    ck_assert_int_eq(status, 1);
    says("no case notices 39 instead of 40: age is at least 40 years");
    says(", 0 failed");
}
END_TEST

START_TEST(a_rule_is_read_aloud)
{
    ck_assert_int_eq(run("explain cortisone/recreational-over-40"), 0);
    says("cortisone");
    says("at least 40");
    ck_assert_int_eq(run("explain cortisone/recreational-over-4"), 1);
    says("did you mean cortisone/recreational-over-40?");
}
END_TEST

START_TEST(a_decision_is_read_aloud)
{
    ck_assert_int_eq(run("explain class"), 0);
    says("Its answers, strongest first:\n- not-now, ");
    says("(class/home-bridges)");
    ck_assert_int_eq(run("explain clas"), 1);
    says("did you mean class?");
}
END_TEST

START_TEST(a_person_hears_why_and_what_would_change_it)
{
    ck_assert_int_eq(run("explain --assessment " EXAMPLES "good-typical-runner.json class"), 0);
    says("Why:\n");
    says("(class/home-bridges), because");
    ck_assert_ptr_null(strchr(said, '\x1b'));
    ck_assert_int_eq(run("explain --assessment - referral < " EXAMPLES "good-few-facts.json"),
                     0);
    says("It could still become:\n");
    says("1. Is there any numbness or odd feeling around your back passage");
    ck_assert_int_eq(run("explain --assessment " EXAMPLES "good-both-legs.json class"), 0);
    says("Another question comes first");
}
END_TEST

START_TEST(a_rule_is_explained_for_a_person)
{
    ck_assert_int_eq(
        run("explain --assessment " EXAMPLES "good-typical-runner.json class/join"), 0);
    says("It does not hold for this person, because");
    ck_assert_int_eq(run("explain --assessment " EXAMPLES "bad-five-faults.json class"), 1);
    says("does not fit its schema");
    ck_assert_int_eq(run("explain --assessment " EXAMPLES "good-empty.json clas"), 1);
    says("did you mean class?");
}
END_TEST

START_TEST(no_line_of_an_explanation_is_wider_than_80)
{
    ck_assert_int_eq(run("explain --assessment " EXAMPLES "good-few-facts.json referral"), 0);
    size_t lines = 0;
    for (const char *at = said; *at != '\0'; at += strcspn(at, "\n") + 1) {
        ck_assert_msg(strcspn(at, "\n") <= 80, "%.*s", (int)strcspn(at, "\n"), at);
        lines++;
    }
    ck_assert_uint_gt(lines, 40);
}
END_TEST

START_TEST(the_same_assessment_gives_the_same_bytes)
{
    static char first[sizeof said];
    const char *line =
        "evaluate --json " EXAMPLES "good-typical-runner.json | sed 's/.*\"engine\"//'";
    ck_assert_int_eq(run(line), 0);
    memcpy(first, said, sizeof said);
    for (int i = 0; i < 5; i++) {
        ck_assert_int_eq(run(line), 0);
        ck_assert_str_eq(first, said);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("command");
    TCase *cases = tcase_create("at the command line");
    tcase_set_timeout(cases, 120);
    tcase_add_test(cases, each_command_helps_with_an_example);
    tcase_add_test(cases, it_says_its_version);
    tcase_add_test(cases, wrong_usage_ends_with_2_and_says_how);
    tcase_add_test(cases, beyond_loopback_it_says_what_is_needed);
    tcase_add_test(cases, an_assessment_becomes_a_table_without_colour_in_a_pipe);
    tcase_add_test(cases, programs_get_json);
    tcase_add_test(cases, standard_input_is_read_for_a_dash);
    tcase_add_test(cases, a_folder_is_no_assessment);
    tcase_add_test(cases, what_could_not_be_written_is_no_success);
    tcase_add_test(cases, five_faults_are_listed_with_their_pointers);
    tcase_add_test(cases, broken_input_ends_with_1);
    tcase_add_test(cases, the_clinics_cases_reach_everything_and_notice_every_change);
    tcase_add_test(cases, a_change_that_no_case_notices_is_listed_and_ends_with_1);
    tcase_add_test(cases, a_rule_is_read_aloud);
    tcase_add_test(cases, a_decision_is_read_aloud);
    tcase_add_test(cases, a_person_hears_why_and_what_would_change_it);
    tcase_add_test(cases, a_rule_is_explained_for_a_person);
    tcase_add_test(cases, no_line_of_an_explanation_is_wider_than_80);
    tcase_add_test(cases, the_same_assessment_gives_the_same_bytes);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
