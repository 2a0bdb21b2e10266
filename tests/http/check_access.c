// SPDX-License-Identifier: Apache-2.0
// Who may do what: the table of server/api/README.md, cell by cell, against the real program.
#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "server/api/service.h"
#include "tests/http/clients_file.h"
#include "tests/http/program.h"

#define NDJSON "Content-Type: application/x-ndjson\r\n"
#define JSON "Content-Type: application/json\r\n"

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

/** Asks as the client of that name; "nobody" sends no token. */
static answer ask(const char *who, const char *method, const char *target, const char *body)
{
    char headers[256];
    bool is_batch = strstr(target, "/batch") != NULL;
    bool is_nobody = strcmp(who, "nobody") == 0;
    snprintf(headers, sizeof headers, "%s%s%s%s", is_batch ? NDJSON : JSON,
             is_nobody ? "" : "Authorization: Bearer token-of-", is_nobody ? "" : who,
             is_nobody ? "" : "\r\n");
    return client_ask(&tendon, method, target, headers, body);
}

/** Records an evaluation as that client; its path. */
static void record_as(const char *who, char location[128])
{
    answer made = ask(who, "POST", "/v1/evaluations", "{\"patient\":{\"reference\":\"r-1\"}}");
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

/** The README's path as a request's: an evaluation of `owner`, a rule and a schema there is. */
static void fill_path(const row *it, const char *evaluation, char out[256])
{
    static const char rule[] = "/v1/rules/referral/cauda-equina";
    static const char schema[] = "/schemas/assessment.schema.json";
    const char *brace = strchr(it->path, '{');
    if (brace == NULL)
        snprintf(out, 256, "%s", it->path);
    else if (strncmp(it->path, "/v1/evaluations/{id}", 20) == 0)
        snprintf(out, 256, "%s%s", evaluation, it->path + 20);
    else
        snprintf(out, 256, "%s", strncmp(it->path, "/v1/rules", 9) == 0 ? rule : schema);
}

static answer try_cell(const row *it, const char *who, const char *evaluation)
{
    char target[256];
    fill_path(it, evaluation, target);
    return ask(who, it->method, target, strcmp(it->method, "GET") == 0 ? "" : "{}");
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

static void allowed(const row *it, const char *who, const char *evaluation)
{
    answer got = try_cell(it, who, evaluation);
    ck_assert_msg(got.status >= 200 && got.status < 300, "%s %s as %s: %d %.300s", it->method,
                  it->path, who, got.status, got.body);
    answer_free(&got);
}

static void not_there(const row *it, const char *who, const char *evaluation)
{
    answer got = try_cell(it, who, evaluation);
    ck_assert_msg(got.status == 404, "%s %s as %s: %d", it->method, it->path, who, got.status);
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
            char own[128] = "";
            if (strcmp(cell, "own") == 0)
                record_as(who, own);
            if (strcmp(cell, "-") == 0) {
                refused(&rows[i], who, others);
            } else if (strcmp(cell, "own") == 0) {
                allowed(&rows[i], who, own);
                not_there(&rows[i], who, others);
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
    return *pattern == *path;
}

START_TEST(the_table_has_every_route_once_and_no_other)
{
    read_table();
    ck_assert_uint_eq(row_count, srv_route_count);
    for (size_t i = 0; i < srv_route_count; i++) {
        const char *method = srv_routes[i].method == SRV_GET ? "GET" : "POST";
        size_t found = 0;
        for (size_t j = 0; j < row_count; j++)
            found += strcmp(rows[j].method, method) == 0 &&
                     same_path(srv_routes[i].path, rows[j].path);
        ck_assert_msg(found == 1, "%s %s stands %zu times in the table", method,
                      srv_routes[i].path, found);
    }
}
END_TEST

START_TEST(anothers_evaluation_is_answered_as_one_that_never_was)
{
    char others[128];
    record_as("other-client", others);
    answer theirs = ask("client", "GET", others, "");
    memcpy(others + strlen(others) - 4, "0000", 4);
    answer none = ask("client", "GET", others, "");
    ck_assert_int_eq(theirs.status, 404);
    ck_assert_int_eq(none.status, 404);
    ck_assert_uint_eq(theirs.length, none.length);
    answer_free(&theirs);
    answer_free(&none);
}
END_TEST

static const char *const strangers[] = {
    "",
    "Authorization: Bearer wrong\r\n",
    "Authorization: Bearer\r\n",
    "Authorization: Bearer token-of-clien\r\n",
    "Authorization: Bearer token-of-client x\r\n",
    "Authorization: Basic token-of-client\r\n",
    "Authorization: token-of-client\r\n",
    "Authorization: Bearer " SIGNED_ONLY_DIGEST "\r\n",
};

static void is_a_stranger(const char *authorization)
{
    char head[512];
    char value[64];
    int socket = client_open(&tendon);
    int length = snprintf(head, sizeof head,
                          "POST /v1/evaluations HTTP/1.1\r\nHost: a\r\n" JSON
                          "%sExpect: 100-continue\r\nContent-Length: 10\r\n\r\n",
                          authorization);
    client_send(socket, head, (size_t)length);
    answer got = client_read(socket);
    ck_assert_msg(got.status == 401, "%s: %d", authorization, got.status);
    ck_assert_ptr_nonnull(answer_header(&got, "www-authenticate", value, sizeof value));
    ck_assert_str_eq(value, "Bearer");
    ck_assert_ptr_null(strstr(got.body, "token-of"));
    close(socket);
    answer_free(&got);
}

START_TEST(whoever_is_not_known_gets_401_before_the_body_is_read)
{
    for (size_t i = 0; i < sizeof strangers / sizeof *strangers; i++)
        is_a_stranger(strangers[i]);
}
END_TEST

START_TEST(the_scheme_may_be_written_in_any_case)
{
    answer got = client_ask(&tendon, "GET", "/v1/evaluations/x",
                            "authorization: bEARER   token-of-auditor\r\n", "");
    ck_assert_int_eq(got.status, 404);
    answer_free(&got);
}
END_TEST

START_TEST(two_authorizations_are_refused)
{
    answer got = client_ask(&tendon, "GET", "/v1/rules",
                            "Authorization: Bearer token-of-auditor\r\n"
                            "Authorization: Bearer token-of-client\r\n",
                            "");
    ck_assert_int_eq(got.status, 400);
    answer_free(&got);
}
END_TEST

START_TEST(the_record_names_the_client_and_keys_are_its_own)
{
    static const char headers[] = JSON "Idempotency-Key: visit-17\r\n"
                                       "Authorization: Bearer token-of-%s\r\n";
    char line[256];
    char places[3][128];
    static const char *const names[] = {"client", "physio", "client"};
    for (size_t i = 0; i < 3; i++) {
        snprintf(line, sizeof line, headers, names[i]);
        answer got = client_ask(&tendon, "POST", "/v1/evaluations", line, "{}");
        ck_assert_int_eq(got.status, 201);
        answer_header(&got, "location", places[i], sizeof places[i]);
        answer_free(&got);
    }
    ck_assert_str_ne(places[0], places[1]);
    ck_assert_str_eq(places[0], places[2]);
}
END_TEST

START_TEST(each_line_of_a_batch_belongs_to_the_client)
{
    answer got = ask("client", "POST", "/v1/batch", "{}\n{}\n{}\n");
    size_t seen = 0;
    for (char *at = strstr(got.body, "{\"id\":\""); at != NULL;
         at = strstr(at + 1, "{\"id\":\""), seen++) {
        char path[64];
        snprintf(path, sizeof path, "/v1/evaluations/%.36s", at + 7);
        answer mine = ask("client", "GET", path, "");
        answer not_mine = ask("physio", "GET", path, "");
        ck_assert_int_eq(mine.status, 200);
        ck_assert_int_eq(not_mine.status, 404);
        answer_free(&mine);
        answer_free(&not_mine);
    }
    ck_assert_uint_eq(seen, 3);
    answer_free(&got);
}
END_TEST

static int status_of(const char *who, const char *target)
{
    answer got = ask(who, "GET", target, "");
    int status = got.status;
    answer_free(&got);
    return status;
}

static bool becomes(const char *who, int status)
{
    for (int i = 0; i < 100; i++) {
        if (status_of(who, "/v1/evaluations/x") == status)
            return true;
        usleep(100000);
    }
    return false;
}

START_TEST(a_signal_reads_the_file_again_and_a_bad_one_changes_nothing)
{
    char path[128];
    ck_assert_int_eq(status_of("newcomer", "/v1/evaluations/x"), 401);
    clients_file_write(&tendon, (const char *const[]){"auditor newcomer", NULL});
    program_kill(&tendon, SIGHUP);
    ck_assert(becomes("newcomer", 404));
    ck_assert_int_eq(status_of("auditor", "/v1/evaluations/x"), 401);
    write_whole(tendon.clients, "{\"clients\":[{\"name\":\"token-of-newcomer\"}]}");
    program_kill(&tendon, SIGHUP);
    snprintf(path, sizeof path, "%s/log", tendon.dir);
    char *log = read_whole(path, NULL);
    for (int i = 0; i < 100 && strstr(log, "refused") == NULL; i++) {
        usleep(100000);
        free(log);
        log = read_whole(path, NULL);
    }
    ck_assert_msg(strstr(log, "clients.json: /clients/0: needs a name and a role") != NULL,
                  "%s", log);
    ck_assert_ptr_null(strstr(log, "token-of"));
    ck_assert_int_eq(status_of("newcomer", "/v1/evaluations/x"), 404);
    free(log);
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
    tcase_add_test(cases, the_table_has_every_route_once_and_no_other);
    tcase_add_test(cases, anothers_evaluation_is_answered_as_one_that_never_was);
    tcase_add_test(cases, whoever_is_not_known_gets_401_before_the_body_is_read);
    tcase_add_test(cases, the_scheme_may_be_written_in_any_case);
    tcase_add_test(cases, two_authorizations_are_refused);
    tcase_add_test(cases, the_record_names_the_client_and_keys_are_its_own);
    tcase_add_test(cases, each_line_of_a_batch_belongs_to_the_client);
    tcase_add_test(cases, a_signal_reads_the_file_again_and_a_bad_one_changes_nothing);
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
