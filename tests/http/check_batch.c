// SPDX-License-Identifier: Apache-2.0
// Many lines under way at once, against the real program: each is its own, and all are small.
#include <check.h>
#include <dirent.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/fault/asking.h"
#include "tests/http/program.h"

#define NDJSON "Content-Type: application/x-ndjson\r\n"
#define EXAMPLES SOURCE_DIR "/schemas/examples"

enum { TOGETHER = 16, LINES = 100, CLIENTS = 8 };

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

static const char *const filters[] = {"", "?decisions=class"};

/** The file's JSON on one line, with its end. */
static char *read_line(const char *path)
{
    size_t length = 0;
    char *line = read_whole(path, &length);
    for (size_t i = 0; i < length; i++) {
        line[i] = line[i] == '\n' ? ' ' : line[i];
    }
    line[length - 1] = '\n';
    return line;
}

static int is_good(const struct dirent *entry)
{
    return strncmp(entry->d_name, "good-", 5) == 0;
}

/** As many as are under way at once, no two alike. */
static void read_lines(char *lines[TOGETHER])
{
    char path[512];
    struct dirent **found = NULL;
    const int count = scandir(EXAMPLES, &found, is_good, alphasort);
    ck_assert_int_ge(count, TOGETHER);
    for (int i = 0; i < count; i++) {
        (void)snprintf(path, sizeof path, EXAMPLES "/%s", found[i]->d_name);
        if (i < TOGETHER) {
            lines[i] = read_line(path);
        }
        free(found[i]);
    }
    free(found);
}

/** What is read back is what was answered, and of what was asked. */
static void check_line(const char *asked, const char *answered, const char *filter)
{
    char target[128];
    const char *id = strstr(answered, "\"id\":\"");
    ck_assert_ptr_nonnull(id);
    (void)snprintf(target, sizeof target, "/v1/evaluations/%.36s%s", id + 6, filter);
    answer read = client_ask(&tendon, "GET", target, "", "");
    ck_assert_str_eq(read.body, answered);
    answer_free(&read);
    (void)snprintf(target, sizeof target, "/v1/evaluations/%.36s?include=assessment", id + 6);
    read = client_ask(&tendon, "GET", target, "", "");
    const char *kept = strstr(read.body, ",\"assessment\":");
    ck_assert_ptr_nonnull(kept);
    ck_assert_int_eq(strncmp(strchr(kept, '{'), asked, strlen(asked) - 1), 0);
    ck_assert_ptr_nonnull(strstr(read.body, "\"cortisone\":{\"answer\":")); // kept whole
    answer_free(&read);
}

START_TEST(lines_under_way_together_keep_what_each_said)
{
    static char all[1 << 20];
    char *lines[TOGETHER];
    char target[64];
    char *rest = NULL;
    read_lines(lines);
    all[0] = '\0';
    for (int i = 0; i < TOGETHER; i++) {
        strncat(all, lines[i], sizeof all - strlen(all) - 1);
    }
    (void)snprintf(target, sizeof target, "/v1/batch%s", filters[_i]);
    answer got = client_ask(&tendon, "POST", target, NDJSON, all);
    ck_assert_int_eq(got.status, 200);
    const char *line = strtok_r(got.body, "\n", &rest);
    for (int i = 0; i < TOGETHER; i++) {
        ck_assert_ptr_nonnull(line);
        check_line(lines[i], line, filters[_i]);
        free(lines[i]);
        line = strtok_r(NULL, "\n", &rest);
    }
    answer_free(&got);
    verify_log(&tendon);
}
END_TEST

/** One line, over and over. */
static char *many_lines(void)
{
    char *one = read_line(EXAMPLES "/good-typical-runner.json");
    const size_t length = strlen(one);
    char *all = malloc(LINES * length + 1);
    ck_assert_ptr_nonnull(all);
    for (size_t i = 0; i < LINES; i++) {
        memcpy(all + i * length, one, length + 1);
    }
    free(one);
    return all;
}

static int count_of(const char *text, const char *part)
{
    int count = 0;
    for (const char *at = strstr(text, part); at != NULL; at = strstr(at + 1, part)) {
        count++;
    }
    return count;
}

static void *post_many(void *lines)
{
    answer got = client_ask(&tendon, "POST", "/v1/batch", NDJSON, lines);
    const int kept = count_of(got.body, "\"recorded\":true");
    answer_free(&got);
    return kept == LINES ? lines : NULL;
}

/** Resident memory that is not a file's. */
static long own_kib(void)
{
    char path[64];
    char line[256];
    long kib = -1;
    (void)snprintf(path, sizeof path, "/proc/%d/status", (int)tendon.pid);
    FILE *file = fopen(path, "r");
    while (file != NULL && kib < 0 && fgets(line, sizeof line, file) != NULL) {
        (void)sscanf(line, "RssAnon: %ld", &kib);
    }
    if (file != NULL) {
        (void)fclose(file);
    }
    return kib;
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { GROWTH_KIB = 512 << 10 }; // what is freed is kept a while
#else
enum { GROWTH_KIB = 12 << 10 }; // with two workers; each line takes 170 KiB to decide
#endif

START_TEST(lines_that_wait_hold_little)
{
    pthread_t threads[CLIENTS];
    char *lines = many_lines();
    const long before = own_kib();
    for (int i = 0; i < CLIENTS; i++) {
        ck_assert_int_eq(pthread_create(&threads[i], NULL, post_many, lines), 0);
    }
    for (int i = 0; i < CLIENTS; i++) {
        void *whole = NULL;
        (void)pthread_join(threads[i], &whole);
        ck_assert_ptr_nonnull(whole);
    }
    const long after = own_kib();
    ck_assert_int_gt(before, 0);
    ck_assert_msg(after <= before + GROWTH_KIB, "%ld KiB, and %ld before", after, before);
    free(lines);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("batch");
    TCase *cases = tcase_create("program");
    tcase_add_checked_fixture(cases, start, stop);
    tcase_set_timeout(cases, 120);
    tcase_add_loop_test(cases, lines_under_way_together_keep_what_each_said, 0,
                        sizeof filters / sizeof *filters);
    tcase_add_test(cases, lines_that_wait_hold_little);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
