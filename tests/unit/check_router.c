// SPDX-License-Identifier: Apache-2.0
// Which route answers a path, and what is accepted there.
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "server/http/media.h"
#include "server/http/router.h"

static const srv_route routes[] = {
    {SRV_GET, "/", NULL, 0, 0},
    {SRV_POST, "/v1/things", NULL, 0, 0},
    {SRV_GET, "/v1/things", NULL, 0, 0},
    {SRV_GET, "/v1/things/*", NULL, 0, 0},
    {SRV_POST, "/v1/things/*/notes", NULL, 0, 0},
    {SRV_GET, "/v1/rules/**", NULL, 0, 0},
    {SRV_GET, "/v1/*/of/*", NULL, 0, 0},
};

static const srv_app app = {.routes = routes, .route_count = sizeof routes / sizeof routes[0]};

static const struct {
    srv_method method;
    const char *path;
    int route; // -1: none
    const char *first, *second;
    const char *allow; // where there is no route but a path; NULL: no such path
} paths[] = {
    {SRV_GET, "/", 0, "", "", NULL},
    {SRV_HEAD, "/", 0, "", "", NULL},
    {SRV_POST, "/v1/things", 1, "", "", NULL},
    {SRV_GET, "/v1/things", 2, "", "", NULL},
    {SRV_GET, "/v1/things/a", 3, "a", "", NULL},
    {SRV_POST, "/v1/things/a/notes", 4, "a", "", NULL},
    {SRV_GET, "/v1/rules/a/b/c", 5, "a/b/c", "", NULL},
    {SRV_GET, "/v1/a/of/b", 6, "a", "b", NULL},
    {SRV_GET, "/v1/things/", -1, "", "", NULL},
    {SRV_GET, "/v1/things/a/b", -1, "", "", NULL},
    {SRV_GET, "/v1/rules/", -1, "", "", NULL},
    {SRV_GET, "/v1/rules", -1, "", "", NULL},
    {SRV_GET, "", -1, "", "", NULL},
    {SRV_GET, "//", -1, "", "", NULL},
    {SRV_GET, "/v1/things/a/notes", -1, "", "", "POST, OPTIONS"},
    {SRV_POST, "/", -1, "", "", "GET, HEAD, OPTIONS"},
    {SRV_OTHER_METHOD, "/v1/things", -1, "", "", "GET, HEAD, POST, OPTIONS"},
    {SRV_OPTIONS, "/v1/things", -1, "", "", "GET, HEAD, POST, OPTIONS"},
};

START_TEST(a_path_leads_to_its_route)
{
    static srv_request request;
    request.method = paths[_i].method;
    request.path = cds_text_of(paths[_i].path);
    srv_match match = srv_router_find(&app, &request);
    if (paths[_i].route >= 0) {
        ck_assert_ptr_eq(match.route, &routes[paths[_i].route]);
        ck_assert(cds_text_is(match.segments[0], paths[_i].first));
        ck_assert(cds_text_is(match.segments[1], paths[_i].second));
        return;
    }
    char allow[SRV_ALLOW_LENGTH];
    ck_assert_ptr_null(match.route);
    ck_assert((match.methods != 0) == (paths[_i].allow != NULL));
    ck_assert(paths[_i].allow == NULL ||
              cds_text_is(srv_router_allow(match.methods, allow), paths[_i].allow));
}
END_TEST

static const struct {
    srv_media media;
    const char *accept;
    bool accepted;
} accepts[] = {
    {SRV_JSON, "", true},
    {SRV_JSON, "*/*", true},
    {SRV_JSON, "application/json", true},
    {SRV_JSON, "Application/JSON;charset=utf-8", true},
    {SRV_JSON, "application/*", true},
    {SRV_JSON, "text/html, */*;q=0.1", true},
    {SRV_JSON, "text/html", false},
    {SRV_JSON, "application/fhir+json", false},
    {SRV_JSON, "application/json;q=0", false},
    {SRV_JSON, "application/json;q=0.0, text/html", false},
    {SRV_JSON, "application/json;q=0, */*", false},
    {SRV_JSON, "application/json;q=0.001, */*;q=0", true},
    {SRV_JSON, "*/*;q=0", false},
    {SRV_JSON, "*/*;q=0, application/*", true},
    {SRV_SCHEMA, "application/json", true},
    {SRV_METRICS, "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4", true},
    {SRV_HTML, "text/*", true},
    {SRV_NDJSON, "application/json", false},
};

START_TEST(only_an_accept_that_excludes_the_answer_refuses_it)
{
    cds_text accept = cds_text_of(accepts[_i].accept);
    ck_assert(srv_media_accepted(accepts[_i].media, accept) == accepts[_i].accepted);
}
END_TEST

static const struct {
    unsigned flags;
    const char *type;
    bool taken;
} types[] = {
    {SRV_TAKES_JSON, "", true},
    {SRV_TAKES_JSON, "application/json", true},
    {SRV_TAKES_JSON, "Application/JSON ; charset=utf-8", true},
    {SRV_TAKES_JSON, "application/fhir+json", true},
    {SRV_TAKES_JSON, "text/plain", false},
    {SRV_TAKES_JSON, "application/x-www-form-urlencoded", false},
    {SRV_TAKES_JSON, "application/jsonp", false},
    {SRV_TAKES_JSON, "application/x-ndjson", false},
    {SRV_TAKES_NDJSON, "application/x-ndjson", true},
    {SRV_TAKES_NDJSON, "application/json", false},
    {SRV_PLAIN, "text/plain", true},
};

START_TEST(a_body_of_another_media_type_is_not_taken)
{
    ck_assert(srv_media_taken(types[_i].flags, cds_text_of(types[_i].type)) == types[_i].taken);
}
END_TEST

#define COUNT(list) ((int)(sizeof(list) / sizeof(list)[0]))

int main(void)
{
    Suite *suite = suite_create("router");
    TCase *tests = tcase_create("router");
    tcase_add_loop_test(tests, a_path_leads_to_its_route, 0, COUNT(paths));
    tcase_add_loop_test(tests, only_an_accept_that_excludes_the_answer_refuses_it, 0,
                        COUNT(accepts));
    tcase_add_loop_test(tests, a_body_of_another_media_type_is_not_taken, 0, COUNT(types));
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
