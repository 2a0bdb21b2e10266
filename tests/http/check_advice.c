// SPDX-License-Identifier: Apache-2.0
// What rules work out: course dates, steps, distances; and what does not fit together.
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/http/program.h"

#define JSON "Content-Type: application/json\r\n"
#define EXAMPLES SOURCE_DIR "/schemas/examples/"

static program tendon;

static void start(void)
{
    program_prepare(&tendon, SOURCE_DIR "/rules", SOURCE_DIR "/schemas/assessment.schema.json");
    program_start(&tendon);
}

static void stop(void)
{
    program_end(&tendon);
}

static answer rehearse(const char *body)
{
    answer got = client_ask(&tendon, "POST", "/v1/evaluations?record=false", JSON, body);
    ck_assert_msg(got.status == 200, "%s", got.body);
    return got;
}

static void says(const answer *got, const char *text, const char *about)
{
    ck_assert_msg(strstr(got->body, text) != NULL, "%s: %s is missing in %.3000s", about, text,
                  got->body);
}

static void says_not(const answer *got, const char *text, const char *about)
{
    ck_assert_msg(strstr(got->body, text) == NULL, "%s: %s is there", about, text);
}

static const struct course {
    const char *on, *answer, *starts_on; // starts_on NULL: no course
} courses[] = {
    {"2026-01-05", "join", "2026-02-02"}, // before the first term
    {"2026-02-03", "join", "2026-02-02"}, // the joining day itself
    {"2026-02-04", "home-program-then-next-term", "2026-04-27"},
    {"2026-04-02", "home-program-then-next-term", "2026-04-27"}, // the term's last day
    {"2026-04-03", "join", "2026-04-27"},                        // holidays: nothing has passed
    {"2026-04-28", "join", "2026-04-27"},
    {"2026-04-29", "home-program-then-next-term", "2026-07-20"},
    {"2026-10-13", "join", "2026-10-12"},
    {"2026-10-14", "home-program-then-next-term", "2027-02-01"},
    {"2026-12-25", "join", "2027-02-01"},
    {"2027-10-13", "home-program-then-next-term", NULL}, // the last course has begun
    {"2027-12-25", "join", NULL},                        // no term dates are left
};

/** The example of somebody who may join, on another day. Free the result. */
static char *joiner_on(const char *day)
{
    char *body = read_whole(EXAMPLES "good-runfit-no-pain.json", NULL);
    char *at = strstr(body, "\"assessed_on\": \"");
    ck_assert_ptr_nonnull(at);
    memcpy(at + strlen("\"assessed_on\": \""), day, 10);
    return body;
}

START_TEST(the_course_is_the_one_that_can_still_be_joined)
{
    const struct course *want = &courses[_i];
    char member[128];
    char *body = joiner_on(want->on);
    answer got = rehearse(body);
    snprintf(member, sizeof member, "\"class\":{\"answer\":\"%s\",\"status\":\"final\"",
             want->answer);
    says(&got, member, want->on);
    if (want->starts_on == NULL) {
        says_not(&got, "\"starts_on\"", want->on);
    } else {
        snprintf(member, sizeof member, "\"starts_on\":\"%s\"", want->starts_on);
        says(&got, member, want->on);
        says(&got, "\"nights\":[\"monday\",\"tuesday\"]", want->on);
        says(&got, "\"time\":\"19:00-20:00\"", want->on);
        says(&got, "\"weeks\":8", want->on);
    }
    answer_free(&got);
    free(body);
}
END_TEST

#define REHAB(facts) "{\"complaint\":{\"rest_pain\":0},\"rehab\":{" facts "}}"

static const struct step {
    const char *body, *action;
    int stage;
} steps[] = {
    {REHAB("\"stage\":2,\"load_test_pain\":6"), "flare", 1},
    {"{\"complaint\":{\"rest_pain\":2},\"rehab\":{\"stage\":3}}", "flare", 0},
    {REHAB("\"stage\":2,\"load_test_pain\":4,\"settles_hours\":25"), "regress", 1},
    {REHAB("\"stage\":0,\"load_test_pain\":4,\"settles_hours\":25"), "regress", 0},
    {REHAB("\"stage\":2,\"load_test_pain\":4,\"settles_hours\":24"), "hold", 2},
    {REHAB("\"stage\":2,\"load_test_pain\":3,\"settles_hours\":25"), "hold", 2},
    {REHAB("\"stage\":2,\"load_test_pain\":3,\"settles_hours\":24,\"weeks_stable\":2"),
     "progress", 3},
    {REHAB("\"stage\":4,\"load_test_pain\":0,\"settles_hours\":0,\"weeks_stable\":2"),
     "progress", 4},
};

START_TEST(the_step_follows_the_day)
{
    const struct step *want = &steps[_i];
    char member[64];
    answer got = rehearse(want->body);
    snprintf(member, sizeof member, "\"action\":\"%s\"", want->action);
    says(&got, member, want->body);
    snprintf(member, sizeof member, "\"stage\":%d}", want->stage);
    says(&got, member, want->body);
    answer_free(&got);
}
END_TEST

#define RUN(longest, planned)                                                                  \
    "{\"running\":{\"longest_run_30d_km\":" longest ",\"planned_run_km\":" planned "}}"

static const struct run {
    const char *body, *answer, *safe;
} runs[] = {
    {RUN("16", "17.6"), "within-limits", "17.6"}, // exactly 10 % is within
    {RUN("16", "17.7"), "caution", "17.6"},
    {RUN("10", "13"), "caution", "11"},
    {RUN("10", "13.1"), "strong-caution", "11"},
    {RUN("10", "20"), "strong-caution", "11"},
    {RUN("10", "20.1"), "stop-and-replan", "11"},
    {RUN("0", "3"), "caution", "3"},
    {RUN("0", "3.1"), "strong-caution", "3"},
    {RUN("0", "5"), "strong-caution", "3"},
    {RUN("0", "5.1"), "stop-and-replan", "3"},
    {RUN("17.3", "18"), "within-limits", "19"}, // 19.03, rounded down
};

START_TEST(the_run_is_measured_as_decimals)
{
    const struct run *want = &runs[_i];
    char member[64];
    answer got = rehearse(want->body);
    snprintf(member, sizeof member, "\"running-load\":{\"answer\":\"%s\"", want->answer);
    says(&got, member, want->body);
    snprintf(member, sizeof member, "\"longest_safe_km\":%s}", want->safe);
    says(&got, member, want->body);
    answer_free(&got);
}
END_TEST

static const struct clash {
    const char *body, *id; // id NULL: none
} clashes[] = {
    {"{\"injury\":{\"mechanism\":\"none\",\"pop\":true}}", "no-event-but-injury"},
    {"{\"injury\":{\"mechanism\":\"none\",\"bruising\":true}}", "no-event-but-injury"},
    {"{\"complaint\":{\"onset\":\"gradual\"},\"injury\":{\"mechanism\":\"bike-crash\"}}",
     "gradual-with-event"},
    {"{\"injury\":{\"bears_weight\":true},\"screening\":{\"running_impossible\":true,"
     "\"single_leg_stance_pain\":true}}",
     "bears-weight-but-cannot-run"},
    {"{\"patient\":{\"sex\":\"male\",\"pregnant_weeks\":12}}", "male-with-pregnancy"},
    {"{\"patient\":{\"sex\":\"male\",\"menopause\":\"not-applicable\",\"pregnant_weeks\":0}}",
     NULL},
    {"{\"running\":{\"level\":\"never\",\"longest_run_30d_km\":5}}", "never-runs-but-ran"},
    {"{\"running\":{\"level\":\"never\",\"longest_run_30d_km\":0}}", NULL},
    {"{\"patient\":{\"pregnant_weeks\":8,\"postpartum_days\":41}}", "pregnant-and-just-born"},
    {"{\"patient\":{\"pregnant_weeks\":8,\"postpartum_days\":42}}", NULL},
    {"{\"patient\":{\"age_years\":17,\"menopause\":\"peri\"}}", "minor-with-menopause"},
    {"{\"patient\":{\"age_years\":18,\"menopause\":\"peri\"}}", NULL},
    {"{\"complaint\":{\"sites\":[],\"rest_pain\":1}}", "pain-without-site"},
    {"{\"complaint\":{\"sites\":[],\"rest_pain\":0,\"aggravated_by\":[]}}", NULL},
};

START_TEST(what_does_not_fit_together_is_shown)
{
    const struct clash *want = &clashes[_i];
    char member[96];
    answer got = rehearse(want->body);
    if (want->id == NULL) {
        says(&got, "\"contradictions\":[]", want->body);
    } else {
        snprintf(member, sizeof member, "\"contradictions\":[{\"id\":\"%s\"", want->id);
        says(&got, member, want->body);
        says(&got, "\"pointers\":[\"/", want->body);
    }
    answer_free(&got);
}
END_TEST

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

int main(void)
{
    Suite *suite = suite_create("advice");
    TCase *cases = tcase_create("worked out");
    tcase_add_unchecked_fixture(cases, start, stop);
    tcase_set_timeout(cases, 60);
    tcase_add_loop_test(cases, the_course_is_the_one_that_can_still_be_joined, 0,
                        COUNT(courses));
    tcase_add_loop_test(cases, the_step_follows_the_day, 0, COUNT(steps));
    tcase_add_loop_test(cases, the_run_is_measured_as_decimals, 0, COUNT(runs));
    tcase_add_loop_test(cases, what_does_not_fit_together_is_shown, 0, COUNT(clashes));
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
