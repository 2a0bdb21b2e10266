// SPDX-License-Identifier: Apache-2.0
// Who may do what: the table of server/api/README.md, cell by cell, against the real program.
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "server/api/service.h"
#include "tests/http/clients_file.h"
#include "tests/http/program.h"

// What each evaluation here is of, and feedback on a rule it shows.
#define ASSESSMENT                                                                             \
    "{\"patient\":{\"reference\":\"r-1\"},\"screening\":{\"saddle_numbness\":true}}"
#define FEEDBACK "{\"rule\":\"referral/cauda-equina\",\"outcome\":\"accepted\"}"

#define HOOK_CALL                                                                              \
    "{\"hook\":\"patient-view\",\"hookInstance\":\"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea\","    \
    "\"context\":{\"userId\":\"Practitioner/"                                                  \
    "1\",\"patientId\":\"1\"},\"prefetch\":{\"patient\":null}}"

static program tendon;

static void start(void)
{
    program_prepare(&tendon, SOURCE_DIR "/rules", SOURCE_DIR "/schemas/assessment.schema.json");
    clients_file_write(&tendon, clients_of_each_role);
    program_start(&tendon);
}

static void start_without(void)
{
    program_prepare(&tendon, SOURCE_DIR "/rules", SOURCE_DIR "/schemas/assessment.schema.json");
    program_start(&tendon);
}

static void stop(void)
{
    program_end(&tendon);
}

/** Records an evaluation as that client; its path. */
static void record_as(const char *who, char location[128])
{
    answer made = client_ask_as(&tendon, who, "POST", "/v1/evaluations", ASSESSMENT);
    ck_assert_msg(made.status == 201, "%s: %s", who, made.body);
    ck_assert_ptr_nonnull(answer_header(&made, "location", location, 128));
    answer_free(&made);
}

typedef struct row {
    char method[8];
    char path[96]; // with {id} and the like
    char cells[ROLE_COUNT + 1][16];
} row;

static row rows[64];
static size_t row_count;

/** Reads one line of the table; false: it is another line. */
static bool read_row(char *line, row *out)
{
    char *at = line;
    if (sscanf(line, "| `%7[A-Z] %95[^`]` |", out->method, out->path) != 2)
        return false;
    at = strstr(line, "` |") + 3;
    for (size_t i = 0; i <= ROLE_COUNT; i++) {
        int used = 0;
        ck_assert_msg(sscanf(at, " %15[^|]|%n", out->cells[i], &used) == 1 && used > 0, "%s",
                      line);
        out->cells[i][strcspn(out->cells[i], " ")] = '\0';
        at += used;
    }
    return true;
}

static void read_table(void)
{
    char *text = read_whole(SOURCE_DIR "/server/api/README.md", NULL);
    row_count = 0;
    for (char *line = strtok(text, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        if (row_count < 64 && read_row(line, &rows[row_count]))
            row_count++;
    }
    ck_assert_uint_gt(row_count, 8);
    free(text);
}

static const struct filling {
    const char *brace, *value; // NULL: the evaluation's path
} fillings[] = {
    {"/v1/evaluations/{id}", NULL},
    {"/v1/evaluations?reference={reference}", "/v1/evaluations?reference=r-1"},
    {"/v1/rules/{id}", "/v1/rules/referral/cauda-equina"},
    {"/v1/log/proof?entry={entry}", "/v1/log/proof?entry=0"},
    {"/v1/releases/{digest}", "/v1/releases/sha256:0"},
    {"/v1/releases/{digest}/diff/{other}", "/v1/releases/sha256:0/diff/sha256:0"},
    {"/cds-services/{id}", "/cds-services/tendon-patient-view"},
    {"/fhir/Questionnaire/{id}", "/fhir/Questionnaire/tendon-assessment"},
    {"/rules/{id}", "/rules/referral/cauda-equina"},
    {"/web/style/{name}", "/web/style/page.css"},
    {"/web/scripts/{name}", "/web/scripts/api.js"},
    {"/schemas/{name}", "/schemas/assessment.schema.json"},
};

/** The README's path as a request's: about that evaluation, or a thing that is there. */
static void fill_path(const row *it, const char *evaluation, char out[256])
{
    snprintf(out, 256, "%s", it->path);
    for (size_t i = 0; i < sizeof fillings / sizeof *fillings; i++) {
        size_t length = strlen(fillings[i].brace);
        const char *value = fillings[i].value == NULL ? evaluation : fillings[i].value;
        if (strncmp(it->path, fillings[i].brace, length) == 0)
            snprintf(out, 256, "%s%s", value, it->path + length);
    }
    ck_assert_msg(strchr(out, '{') == NULL, "what stands for %s?", it->path);
}

static const char *body_for(const row *it)
{
    if (strcmp(it->method, "GET") == 0)
        return "";
    if (strstr(it->path, "/feedback") != NULL)
        return FEEDBACK;
    if (strncmp(it->path, "/fhir/", 6) == 0)
        return "{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"completed\"}";
    return strncmp(it->path, "/cds-services/", 14) == 0 ? HOOK_CALL : ASSESSMENT;
}

static answer try_cell(const row *it, const char *who, const char *evaluation)
{
    char target[256];
    fill_path(it, evaluation, target);
    return client_ask_as(&tendon, who, it->method, target, body_for(it));
}

static void refused(const row *it, const char *who, const char *evaluation)
{
    char value[64];
    answer got = try_cell(it, who, evaluation);
    bool nobody = strcmp(who, "nobody") == 0;
    ck_assert_msg(got.status == (nobody ? 401 : 403), "%s %s as %s: %d", it->method, it->path,
                  who, got.status);
    ck_assert_msg(nobody ==
                      (answer_header(&got, "www-authenticate", value, sizeof value) != NULL),
                  "%s", got.head);
    if (nobody)
        ck_assert_str_eq(value, "Bearer");
    else
        ck_assert_msg(strstr(got.body, "needs the role") != NULL, "%s", got.body);
    answer_free(&got);
}

/** What is not there yet says when to come again. */
static bool comes_later(const answer *got)
{
    char value[16];
    return got->status == 404 && answer_header(got, "retry-after", value, sizeof value) != NULL;
}

/** A step without its content, a release that is not there: let in, and then refused for it. */
static bool is_about_a_release(const row *it, const answer *got)
{
    return strncmp(it->path, "/v1/releases", 12) == 0 &&
           (got->status == 404 || got->status == 422);
}

/** Feedback without a card: let in, and then refused for it. */
static bool is_about_no_card(const row *it, const answer *got)
{
    return strcmp(it->path, "/cds-services/{id}/feedback") == 0 && got->status == 400;
}

static void allowed(const row *it, const char *who, const char *evaluation)
{
    answer got = try_cell(it, who, evaluation);
    for (int i = 0; i < 10 && comes_later(&got); i++) {
        answer_free(&got);
        sleep(1);
        got = try_cell(it, who, evaluation);
    }
    ck_assert_msg((got.status >= 200 && got.status < 300) || is_about_a_release(it, &got) ||
                      is_about_no_card(it, &got),
                  "%s %s as %s: %d %.300s", it->method, it->path, who, got.status, got.body);
    answer_free(&got);
}

static void not_there(const row *it, const char *who, const char *evaluation)
{
    answer got = try_cell(it, who, evaluation);
    ck_assert_msg(got.status == 404, "%s %s as %s: %d", it->method, it->path, who, got.status);
    answer_free(&got);
}

/** One's own is open to it and another's is not there; a search lists the one without the
 * other.
 */
static void own_alone(const row *it, const char *who, const char *others)
{
    char own[128];
    record_as(who, own);
    allowed(it, who, own);
    if (strchr(it->path, '?') == NULL) {
        not_there(it, who, others);
        return;
    }
    answer got = try_cell(it, who, own);
    ck_assert_ptr_nonnull(strstr(got.body, strrchr(own, '/') + 1));
    ck_assert_ptr_null(strstr(got.body, strrchr(others, '/') + 1));
    answer_free(&got);
}

START_TEST(every_cell_of_the_table_is_true)
{
    char others[128];
    read_table();
    record_as("other-client", others);
    for (size_t i = 0; i < row_count; i++) {
        for (size_t j = 0; j <= ROLE_COUNT; j++) {
            const char *who = j == 0 ? "nobody" : role_names[j - 1];
            const char *cell = rows[i].cells[j];
            if (strcmp(cell, "-") == 0) {
                refused(&rows[i], who, others);
            } else if (strcmp(cell, "own") == 0) {
                own_alone(&rows[i], who, others);
            } else {
                ck_assert_str_eq(cell, "yes");
                allowed(&rows[i], who, others);
            }
        }
    }
}
END_TEST

/** The README's `{id}` stands where a route has `*` or `**`. */
static bool same_path(const char *pattern, const char *path)
{
    while (*pattern != '\0' && *path != '\0') {
        if (*pattern == '*' && *path == '{') {
            pattern += strspn(pattern, "*");
            path += strcspn(path, "}") + 1;
        } else if (*pattern++ != *path++) {
            return false;
        }
    }
    return *pattern == '\0' && (*path == '\0' || *path == '?');
}

START_TEST(the_table_has_every_route_and_no_other)
{
    size_t fitting = 0;
    read_table();
    for (size_t i = 0; i < srv_route_count; i++) {
        const char *method = srv_routes[i].method == SRV_GET ? "GET" : "POST";
        size_t found = 0;
        for (size_t j = 0; j < row_count; j++)
            found += strcmp(rows[j].method, method) == 0 &&
                     same_path(srv_routes[i].path, rows[j].path);
        ck_assert_msg(found >= 1, "%s %s is not in the table", method, srv_routes[i].path);
        fitting += found;
    }
    ck_assert_uint_eq(fitting, row_count);
}
END_TEST

START_TEST(anothers_evaluation_is_answered_as_one_that_never_was)
{
    char others[128];
    record_as("other-client", others);
    answer theirs = client_ask_as(&tendon, "client", "GET", others, "");
    memcpy(others + strlen(others) - 4, "0000", 4);
    answer none = client_ask_as(&tendon, "client", "GET", others, "");
    ck_assert_int_eq(theirs.status, 404);
    ck_assert_int_eq(none.status, 404);
    ck_assert_uint_eq(theirs.length, none.length);
    answer_free(&theirs);
    answer_free(&none);
}
END_TEST

START_TEST(without_a_file_a_local_call_is_client_physio_and_auditor)
{
    char path[128];
    char place[128];
    read_table();
    record_as("nobody", place);
    for (size_t i = 0; i < row_count; i++) {
        bool may = false;
        for (size_t j = 1; j <= 3; j++)
            may = may || strcmp(rows[i].cells[j], "-") != 0;
        if (may)
            allowed(&rows[i], "nobody", place);
    }
    snprintf(path, sizeof path, "%s/log", tendon.dir);
    char *log = read_whole(path, NULL);
    ck_assert_ptr_nonnull(strstr(log, "there is no clients file"));
    free(log);
}
END_TEST

static TCase *with_a_file(void)
{
    TCase *cases = tcase_create("with a clients file");
    tcase_add_checked_fixture(cases, start, stop);
    tcase_set_timeout(cases, 120);
    tcase_add_test(cases, every_cell_of_the_table_is_true);
    tcase_add_test(cases, the_table_has_every_route_and_no_other);
    tcase_add_test(cases, anothers_evaluation_is_answered_as_one_that_never_was);
    return cases;
}

static TCase *without_a_file(void)
{
    TCase *cases = tcase_create("without a clients file");
    tcase_add_checked_fixture(cases, start_without, stop);
    tcase_set_timeout(cases, 120);
    tcase_add_test(cases, without_a_file_a_local_call_is_client_physio_and_auditor);
    return cases;
}

int main(void)
{
    Suite *suite = suite_create("access");
    suite_add_tcase(suite, with_a_file());
    suite_add_tcase(suite, without_a_file());
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
