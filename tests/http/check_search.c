// SPDX-License-Identifier: Apache-2.0
// Searching the record over HTTP: every example recorded, then found by what it answered.
#include <check.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "engine/base/arena.h"
#include "engine/facts/json.h"
#include "server/record/shown.h"
#include "tests/http/program.h"

#define JSON "Content-Type: application/json\r\n"
#define EXAMPLES SOURCE_DIR "/schemas/examples/"
#define KEPT_MAX 64

static program tendon;
static cds_ctx ctx;
static const cds_json *kept[KEPT_MAX]; // evaluations as answered
static size_t kept_count;

static const cds_json *read_json(const answer *got)
{
    const cds_json *json;
    cds_text copy;
    ck_assert_int_eq(cds_text_copy(&ctx, (cds_text){got->body, got->length}, &copy), CDS_OK);
    ck_assert_msg(cds_json_parse(&ctx, copy, &json) == CDS_OK, "%s", got->body);
    return json;
}

static void keep(const char *name)
{
    char path[512];
    snprintf(path, sizeof path, EXAMPLES "%s", name);
    char *body = read_whole(path, NULL);
    answer got = client_ask(&tendon, "POST", "/v1/evaluations", JSON, body);
    ck_assert_int_eq(got.status, 201);
    ck_assert_uint_lt(kept_count, KEPT_MAX);
    kept[kept_count++] = read_json(&got);
    answer_free(&got);
    free(body);
}

static void start(void)
{
    ctx = (cds_ctx){.mem = cds_arena_new((size_t)256 << 20)};
    program_prepare(&tendon, SOURCE_DIR "/rules", SOURCE_DIR "/schemas/assessment.schema.json");
    program_start(&tendon);
    DIR *folder = opendir(EXAMPLES);
    for (struct dirent *one = readdir(folder); one != NULL; one = readdir(folder)) {
        if (strncmp(one->d_name, "good-", 5) == 0)
            keep(one->d_name);
    }
    closedir(folder);
}

static void stop(void)
{
    program_end(&tendon);
    cds_arena_free(ctx.mem);
}

static cds_text text_at(const cds_json *json, const char *name)
{
    const cds_json *found = cds_json_member(json, cds_text_of(name));
    return found == NULL ? (cds_text){0} : found->text;
}

static const cds_json *at(const cds_json *json, const char *name)
{
    return cds_json_member(json, cds_text_of(name));
}

/** The page's evaluations; checks that it is no more than one page. */
static const cds_json *search(const char *query)
{
    char target[512];
    snprintf(target, sizeof target, "/v1/evaluations%s", query);
    answer got = client_ask(&tendon, "GET", target, "", "");
    ck_assert_msg(got.status == 200, "%s: %s", target, got.body);
    const cds_json *page = read_json(&got);
    ck_assert_ptr_null(at(page, "next"));
    answer_free(&got);
    return at(page, "evaluations");
}

static const cds_json *hit_of(const cds_json *hits, cds_text id)
{
    for (const cds_json *one = hits->child; one != NULL; one = one->next) {
        if (cds_text_equal(text_at(one, "id"), id))
            return one;
    }
    return NULL;
}

START_TEST(each_evaluation_is_listed_with_its_answers)
{
    const cds_json *hits = search("");
    ck_assert_uint_eq(hits->count, kept_count);
    for (size_t i = 0; i < kept_count; i++) {
        const cds_json *hit = hit_of(hits, text_at(kept[i], "id"));
        const cds_json *answers = at(hit, "answers");
        const cds_json *decisions = at(kept[i], "decisions");
        ck_assert(
            cds_text_equal(text_at(hit, "evaluated_at"), text_at(kept[i], "evaluated_at")));
        ck_assert(cds_json_equal(at(hit, "release"), at(kept[i], "release")));
        ck_assert_uint_eq(answers->count, decisions->count);
        const cds_json *answer = answers->child;
        for (const cds_json *one = decisions->child; one != NULL; one = one->next) {
            ck_assert(cds_text_equal(answer->name, one->name));
            ck_assert(cds_text_equal(answer->text, text_at(one, "answer")));
            answer = answer->next;
        }
    }
}
END_TEST

START_TEST(the_newest_come_first)
{
    const cds_json *hits = search("");
    for (const cds_json *one = hits->child; one->next != NULL; one = one->next)
        ck_assert_int_gt(cds_text_compare(text_at(one, "id"), text_at(one->next, "id")), 0);
}
END_TEST

static bool shows(const cds_json *evaluation, cds_text rule)
{
    for (const cds_json *one = at(evaluation, "recommendations")->child; one != NULL;
         one = one->next) {
        if (cds_text_equal(text_at(one, "rule"), rule))
            return true;
    }
    return false;
}

START_TEST(a_rule_finds_those_that_showed_it_and_no_other)
{
    answer got = client_ask(&tendon, "GET", "/v1/rules", "", "");
    const cds_json *rules = at(read_json(&got), "rules");
    size_t found = 0;
    for (const cds_json *rule = rules->child; rule != NULL; rule = rule->next) {
        char query[256];
        cds_text id = text_at(rule, "id");
        snprintf(query, sizeof query, "?rule=%.*s", (int)id.length, id.data);
        const cds_json *hits = search(query);
        for (size_t i = 0; i < kept_count; i++)
            ck_assert_int_eq(hit_of(hits, text_at(kept[i], "id")) != NULL, shows(kept[i], id));
        found += hits->count;
    }
    ck_assert_uint_gt(found, kept_count);
    answer_free(&got);
}
END_TEST

START_TEST(an_answer_finds_those_that_gave_it_and_no_other)
{
    static const char *const answers[][2] = {
        {"referral", "emergency"},       {"referral", "none"},   {"class", "join"},
        {"cortisone", "advise-against"}, {"education", "given"}, {"class", "nonsense"}};
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        char query[128];
        snprintf(query, sizeof query, "?answer=%s:%s", answers[i][0], answers[i][1]);
        const cds_json *hits = search(query);
        for (size_t j = 0; j < kept_count; j++) {
            const cds_json *decision = at(at(kept[j], "decisions"), answers[i][0]);
            bool gave = cds_text_is(text_at(decision, "answer"), answers[i][1]);
            ck_assert_int_eq(hit_of(hits, text_at(kept[j], "id")) != NULL, gave);
        }
    }
}
END_TEST

START_TEST(a_word_that_only_shares_a_mark_finds_nothing)
{
    // found by trying words: its mark is that of referral/cauda-equina
    ck_assert_uint_eq(srv_mark_of(CDS_TEXT("referral/pfstrcca"), CDS_TEXT("1.0.0")),
                      srv_mark_of(CDS_TEXT("referral/cauda-equina"), CDS_TEXT("1.0.0")));
    ck_assert_uint_eq(search("?rule=referral/pfstrcca")->count, 0);
    ck_assert_uint_gt(search("?rule=referral/cauda-equina")->count, 0);
}
END_TEST

START_TEST(a_reference_and_what_was_answered_narrow_together)
{
    const cds_json *hits = search("?reference=tnd-1003");
    ck_assert_uint_eq(hits->count, 1);
    ck_assert(cds_text_is(text_at(hits->child, "reference"), "tnd-1003"));
    ck_assert_uint_eq(search("?reference=tnd-1003&answer=referral:emergency")->count, 1);
    ck_assert_uint_eq(search("?reference=tnd-1003&answer=referral:none")->count, 0);
    ck_assert_uint_eq(search("?reference=tnd-1003&rule=referral/cauda-equina")->count, 1);
    ck_assert_uint_eq(search("?reference=tnd-100")->count, 0);
}
END_TEST

/** The day it is at the clinic, as many days from today. */
static void clinic_day(int offset, char out[32])
{
    time_t now = time(NULL) + (time_t)offset * 86400;
    struct tm local;
    setenv("TZ", "Australia/Melbourne", 1);
    tzset();
    localtime_r(&now, &local);
    strftime(out, 32, "?day=%Y-%m-%d", &local);
}

START_TEST(a_day_is_the_clinics_own)
{
    char query[32];
    char *clinic = read_whole(SOURCE_DIR "/rules/clinic.lua", NULL);
    ck_assert_ptr_nonnull(strstr(clinic, "Australia/Melbourne"));
    clinic_day(0, query);
    ck_assert_uint_eq(search(query)->count, kept_count);
    clinic_day(-1, query);
    ck_assert_uint_eq(search(query)->count, 0);
    clinic_day(1, query);
    ck_assert_uint_eq(search(query)->count, 0);
    free(clinic);
}
END_TEST

START_TEST(a_long_list_comes_in_pages_that_follow)
{
    static char lines[4 * 150];
    char target[128] = "/v1/evaluations";
    size_t seen = 0;
    for (size_t i = 0; i < 150; i++)
        strcat(lines, "{}\n");
    answer got = client_ask(&tendon, "POST", "/v1/batch",
                            "Content-Type: application/x-ndjson\r\n", lines);
    answer_free(&got);
    cds_text last = {"~", 1};
    for (;;) {
        got = client_ask(&tendon, "GET", target, "", "");
        const cds_json *page = read_json(&got);
        answer_free(&got);
        for (const cds_json *one = at(page, "evaluations")->child; one != NULL;
             one = one->next, seen++) {
            ck_assert_int_lt(cds_text_compare(text_at(one, "id"), last), 0);
            last = text_at(one, "id");
        }
        if (at(page, "next") == NULL)
            break;
        snprintf(target, sizeof target, "/v1/evaluations?after=%.36s",
                 text_at(page, "next").data);
    }
    ck_assert_uint_eq(seen, kept_count + 150);
}
END_TEST

START_TEST(a_bad_question_says_what_it_takes)
{
    static const char *const queries[][2] = {{"?day=today", "day= takes"},
                                             {"?day=2026-02-30", "day= takes"},
                                             {"?day=1969-12-31", "day= takes"},
                                             {"?answer=join", "answer= takes"},
                                             {"?after=1", "after= takes"},
                                             {"?refrence=x", "not known"},
                                             {"?day=2026-01-01&day=2026-01-01", "came twice"}};
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
        char target[128];
        snprintf(target, sizeof target, "/v1/evaluations%s", queries[i][0]);
        answer got = client_ask(&tendon, "GET", target, "", "");
        ck_assert_msg(got.status == 400, "%s: %d", target, got.status);
        ck_assert_msg(strstr(got.body, queries[i][1]) != NULL, "%s", got.body);
        answer_free(&got);
    }
}
END_TEST

START_TEST(what_each_rule_was_shown_is_counted)
{
    answer got = client_ask(&tendon, "GET", "/v1/overrides", "", "");
    const cds_json *rows = at(read_json(&got), "overrides");
    size_t shown = 0;
    size_t expected = 0;
    for (size_t i = 0; i < kept_count; i++)
        expected += at(kept[i], "recommendations")->count;
    for (const cds_json *row = rows->child; row != NULL; row = row->next) {
        size_t here = 0;
        for (size_t i = 0; i < kept_count; i++)
            here += shows(kept[i], text_at(row, "rule"));
        ck_assert_uint_eq((size_t)at(row, "shown")->number, here);
        ck_assert(cds_text_is(text_at(row, "version"), "1.0.0"));
        shown += here;
    }
    ck_assert_uint_eq(shown, expected);
    answer_free(&got);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("search");
    TCase *cases = tcase_create("over HTTP");
    tcase_add_checked_fixture(cases, start, stop);
    tcase_set_timeout(cases, 120);
    tcase_add_test(cases, each_evaluation_is_listed_with_its_answers);
    tcase_add_test(cases, the_newest_come_first);
    tcase_add_test(cases, a_rule_finds_those_that_showed_it_and_no_other);
    tcase_add_test(cases, an_answer_finds_those_that_gave_it_and_no_other);
    tcase_add_test(cases, a_word_that_only_shares_a_mark_finds_nothing);
    tcase_add_test(cases, a_reference_and_what_was_answered_narrow_together);
    tcase_add_test(cases, a_day_is_the_clinics_own);
    tcase_add_test(cases, a_long_list_comes_in_pages_that_follow);
    tcase_add_test(cases, a_bad_question_says_what_it_takes);
    tcase_add_test(cases, what_each_rule_was_shown_is_counted);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
