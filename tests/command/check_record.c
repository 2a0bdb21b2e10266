// SPDX-License-Identifier: Apache-2.0
// What the command line finds and counts in the record, beside the running service: what the
// API answers.
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

#include <sqlite3.h>

#include "tests/http/program.h"

#define JSON "Content-Type: application/json\r\n"
#define RULE "referral/cauda-equina"
#define SADDLE "{\"patient\":{\"reference\":\"p-7\"},\"screening\":{\"saddle_numbness\":true}}"
#define LINES 250 // three pages

static program tendon;
static char said[1 << 20];
static const char *zone; // the clinic's
static char saddle[64];  // the id of one evaluation

static int run(const char *arguments)
{
    char line[1024];
    snprintf(line, sizeof line, "TZ=UTC %s %s --data %s 2>&1", TENDON_PROGRAM, arguments,
             tendon.data);
    FILE *from = popen(line, "r");
    ck_assert_ptr_nonnull(from);
    said[fread(said, 1, sizeof said - 1, from)] = '\0';
    const int status = pclose(from);
    ck_assert_msg(WIFEXITED(status), "%s: %s", line, said);
    return WEXITSTATUS(status);
}

static void says(const char *word)
{
    ck_assert_msg(strstr(said, word) != NULL, "%s is missing in: %s", word, said);
}

static void feed_back(const char *place, const char *outcome)
{
    char body[200];
    snprintf(body, sizeof body, "{\"rule\":\"" RULE "\",%s}", outcome);
    answer got = client_ask(&tendon, "POST", place, JSON, body);
    ck_assert_int_eq(got.status, 202);
    answer_free(&got);
}

/** A clinic where it is another day than in UTC, whatever time it is. */
static void move_clinic(void)
{
    char line[300];
    const time_t now = time(NULL);
    zone = gmtime(&now)->tm_hour < 11 ? "Etc/GMT+12" : "Etc/GMT-14";
    snprintf(line, sizeof line, "sed -i 's|Australia/Melbourne|%s|' %s/clinic.lua", zone,
             tendon.rules);
    ck_assert_int_eq(system(line), 0);
}

static void start(void)
{
    static char lines[LINES * 64];
    char place[160];
    program_prepare(&tendon, SOURCE_DIR "/rules", SOURCE_DIR "/schemas/assessment.schema.json");
    move_clinic();
    program_start(&tendon);
    for (int i = 0; i < LINES; i++)
        sprintf(lines + strlen(lines), "{\"patient\":{\"age_years\":%d}}\n", 20 + i % 60);
    answer got = client_ask(&tendon, "POST", "/v1/batch",
                            "Content-Type: application/x-ndjson\r\n", lines);
    ck_assert_int_eq(got.status, 200);
    answer_free(&got);
    got = client_ask(&tendon, "POST", "/v1/evaluations", JSON, SADDLE);
    ck_assert_int_eq(got.status, 201);
    ck_assert_ptr_nonnull(answer_header(&got, "location", place, 128));
    snprintf(saddle, sizeof saddle, "%s", strrchr(place, '/') + 1);
    strcat(place, "/feedback");
    feed_back(place, "\"outcome\":\"accepted\"");
    feed_back(place, "\"outcome\":\"overridden\",\"reason\":\"known-already\"");
    feed_back(place, "\"outcome\":\"overridden\",\"reason\":\"known-already\"");
    answer_free(&got);
}

static void stop(void)
{
    program_end(&tendon);
}

/** Every page of the API's, as one list. */
static char *all_pages(const char *query)
{
    static char all[1 << 20];
    char target[256];
    snprintf(target, sizeof target, "/v1/evaluations%s", query);
    strcpy(all, "{\"evaluations\":[");
    for (const char *next = target; next != NULL;) {
        answer got = client_ask(&tendon, "GET", target, "", "");
        ck_assert_int_eq(got.status, 200);
        const char *list = got.body + strlen("{\"evaluations\":[");
        const char *end = strrchr(got.body, ']');
        if (end > list)
            sprintf(all + strlen(all), "%s%.*s", all[strlen(all) - 1] == '[' ? "" : ",",
                    (int)(end - list), list);
        next = strstr(end, "\"next\":\"");
        if (next != NULL)
            snprintf(target, sizeof target, "/v1/evaluations%s%safter=%.36s", query,
                     query[0] == '\0' ? "?" : "&", next + strlen("\"next\":\""));
        answer_free(&got);
    }
    return strcat(all, "]}\n");
}

START_TEST(found_is_what_the_api_finds)
{
    static const char *const questions[][2] = {
        {"", ""},
        {"?rule=" RULE, "--rule " RULE},
        {"?answer=referral:emergency", "--answer referral:emergency"},
        {"?reference=p-7", "--reference p-7"},
        {"?reference=nobody", "--reference nobody"},
        {"?answer=class:not-asked&rule=" RULE, "--answer class:not-asked --rule " RULE}};
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        char arguments[200];
        snprintf(arguments, sizeof arguments, "log find --json %s", questions[i][1]);
        ck_assert_int_eq(run(arguments), 0);
        ck_assert_msg(strcmp(said, all_pages(questions[i][0])) == 0, "%s", arguments);
    }
}
END_TEST

START_TEST(a_day_is_the_clinics)
{
    const int offsets[] = {-1, 0, 1};
    size_t found = 0;
    for (size_t i = 0; i < sizeof offsets / sizeof *offsets; i++) {
        char day[16];
        char query[64];
        char arguments[64];
        snprintf(query, sizeof query, "TZ=%s date -d '%d day' +%%F", zone, offsets[i]);
        FILE *from = popen(query, "r");
        ck_assert_ptr_nonnull(fgets(day, sizeof day, from));
        pclose(from);
        snprintf(query, sizeof query, "?day=%.10s", day);
        snprintf(arguments, sizeof arguments, "log find --json --day %.10s", day);
        ck_assert_int_eq(run(arguments), 0);
        ck_assert_msg(strcmp(said, all_pages(query)) == 0, "%s in %s", day, zone);
        found += strstr(said, "\"id\"") != NULL ? 1 : 0;
    }
    ck_assert_uint_ge(found, 1);
}
END_TEST

START_TEST(people_get_a_line_each_and_how_many)
{
    ck_assert_int_eq(run("log find --rule " RULE), 0);
    says("  p-7\n    referral emergency; ");
    says("1 evaluations\n");
    ck_assert_int_eq(run("log find --day today"), 2);
    says("--day takes a day like");
    ck_assert_int_eq(run("log find --answer join"), 2);
    says("--answer takes");
}
END_TEST

START_TEST(overrides_are_what_the_api_counts)
{
    answer got = client_ask(&tendon, "GET", "/v1/overrides", "", "");
    ck_assert_int_eq(run("report overrides --json"), 0);
    said[strlen(said) - 1] = '\0';
    ck_assert_str_eq(said, got.body);
    answer_free(&got);
}
END_TEST

START_TEST(people_get_the_rate_and_the_reasons)
{
    ck_assert_int_eq(run("report overrides"), 0);
    const char *row = strstr(said, RULE);
    ck_assert_ptr_nonnull(row);
    char words[160];
    snprintf(words, sizeof words, "%.*s", (int)strcspn(row, "\n"), row);
    ck_assert_ptr_nonnull(strstr(words, "1.0.0"));
    ck_assert_ptr_nonnull(strstr(words, " 1         1          2   66.7%  known-already 2"));
    ck_assert_int_eq(run("report frob"), 2);
    says("overrides");
}
END_TEST

START_TEST(nobody_is_due_before_the_years_have_passed)
{
    ck_assert_int_eq(run("report retention"), 0);
    says("0 people and 0 evaluations are due");
    ck_assert_int_eq(run("report retention --json --years 3"), 0);
    ck_assert_str_eq(said, "");
    ck_assert_int_eq(run("report retention --years 0"), 2);
    ck_assert_int_eq(run("report everything"), 2);
}
END_TEST

/** One word of what was told is another in the record. */
static void forge_decision(void)
{
    char path[160];
    sqlite3 *store = NULL;
    snprintf(path, sizeof path, "%s/tendon.db", tendon.data);
    ck_assert_int_eq(sqlite3_open(path, &store), SQLITE_OK);
    (void)sqlite3_busy_timeout(store, 5000);
    char *sql = sqlite3_mprintf("UPDATE entries SET decision = replace(decision, 'emergency', "
                                "'same-day') WHERE id = %Q",
                                saddle);
    ck_assert_msg(sqlite3_exec(store, sql, NULL, NULL, NULL) == SQLITE_OK, "%s",
                  sqlite3_errmsg(store));
    ck_assert_int_eq(sqlite3_changes(store), 1);
    sqlite3_free(sql);
    ck_assert_int_eq(sqlite3_close(store), SQLITE_OK);
}

START_TEST(a_decision_that_does_not_come_out_again_is_named)
{
    char line[80];
    ck_assert_int_eq(run("replay --all"), 0);
    says("replayed 251 evaluations, 0 differ");
    forge_decision();
    ck_assert_int_eq(run("replay --all"), 1);
    says("replayed 251 evaluations, 1 differ");
    snprintf(line, sizeof line, "%s differs\n", saddle);
    says(line);
    snprintf(line, sizeof line, "replay %s", saddle);
    ck_assert_int_eq(run(line), 1);
    says("differs");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("record at the command line");
    TCase *cases = tcase_create("beside the service");
    tcase_add_unchecked_fixture(cases, start, stop);
    tcase_set_timeout(cases, 120);
    tcase_add_test(cases, found_is_what_the_api_finds);
    tcase_add_test(cases, a_day_is_the_clinics);
    tcase_add_test(cases, people_get_a_line_each_and_how_many);
    tcase_add_test(cases, overrides_are_what_the_api_counts);
    tcase_add_test(cases, people_get_the_rate_and_the_reasons);
    tcase_add_test(cases, nobody_is_due_before_the_years_have_passed);
    tcase_add_test(cases, a_decision_that_does_not_come_out_again_is_named); // comes last
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
