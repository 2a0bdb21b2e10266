// SPDX-License-Identifier: Apache-2.0
// The clients file: what is a client, what is refused and where, and who is found by token.
#include <sys/stat.h>

#include "server/api/clients.h"
#include "tests/unit/record_fixture.h"

#define SHA "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"   // of "test"
#define OTHER "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752" // of "test2"
#define KEY "\"ed25519\":\"11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\""
#define TOKEN "\"token_sha256\":\"" SHA "\""
// the public half of the pair in RFC 7515, A.3
#define KEYS                                                                                   \
    "\"jwks\":{\"keys\":[{\"kty\":\"EC\",\"kid\":\"k1\",\"crv\":\"P-256\",\"x\":"              \
    "\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\",\"y\":\"x_FEzRu9m36HLN_"                  \
    "tue659LNpXW6pCyStikYjKIWI5a0\"}]}"
#define ONE(members) "{\"clients\":[{" members "}]}"
#define TWO(a, b) "{\"clients\":[{" a "},{" b "}]}"

static cds_status read_file(fixture *made, const char *text, srv_clients **out)
{
    char path[300];
    snprintf(path, sizeof path, "%s/clients.json", made->dir);
    FILE *file = fopen(path, "w");
    fputs(text, file);
    fclose(file);
    return srv_clients_read(&made->ctx, path, out);
}

static srv_clients *good_file(fixture *made, const char *text)
{
    srv_clients *clients = NULL;
    ck_assert_msg(read_file(made, text, &clients) == CDS_OK, "%s: %s", made->ctx.error.where,
                  made->ctx.error.what);
    return clients;
}

START_TEST(every_member_is_read)
{
    fixture made = fixture_make();
    srv_clients *clients =
        good_file(&made, "{\"clients\":["
                         "{\"name\":\"Front.desk_1-a\",\"role\":\"client\"," TOKEN
                         ",\"iss\":\"https://ehr\"," KEYS ",\"jku\":\"https://ehr/keys\"},"
                         "{\"name\":\"a\",\"role\":\"author\"," KEY "}],"
                         "\"origins\":[\"https://clinic.example\",\"http://localhost:8080\"]}");
    const srv_client *desk = &clients->list[0];
    ck_assert_uint_eq(clients->count, 2);
    ck_assert(cds_text_is(desk->name, "Front.desk_1-a"));
    ck_assert_uint_eq(desk->role, SRV_CLIENT);
    ck_assert(desk->has_token && !desk->has_key);
    ck_assert(cds_text_is(desk->issuer, "https://ehr"));
    ck_assert(cds_text_is(desk->keys_url, "https://ehr/keys"));
    ck_assert_uint_eq(desk->keys->count, 1);
    ck_assert_uint_eq(clients->list[1].role, SRV_AUTHOR);
    ck_assert(clients->list[1].has_key && !clients->list[1].has_token);
    ck_assert_uint_eq(clients->list[1].key[0], 0xd7);
    ck_assert_uint_eq(clients->list[1].key[31], 0x1a);
    ck_assert_uint_eq(clients->origin_count, 2);
    ck_assert(cds_text_is(clients->origins[1], "http://localhost:8080"));
    srv_clients_free(clients);
    fixture_drop(&made);
}
END_TEST

static const struct bad {
    const char *text, *where, *what;
} bads[] = {
    {"[]", "", "is an object with clients"},
    {"{}", "", "needs clients"},
    {"{\"clients\":{}}", "", "needs clients"},
    {"{\"clients\":[],\"origin\":[]}", "", "did you mean origins?"},
    {"{\"clients\":[1]}", "/clients/0", "is an object"},
    {ONE("\"role\":\"client\"," TOKEN), "/clients/0", "needs a name and a role"},
    {ONE("\"name\":\"a\"," TOKEN), "/clients/0", "needs a name and a role"},
    {ONE("\"name\":\"\""), "/clients/0/name", "1 to 64"},
    {ONE("\"name\":\"a b\""), "/clients/0/name", "1 to 64"},
    {ONE("\"name\":\"a\\n\""), "/clients/0/name", "1 to 64"},
    {ONE("\"name\":7"), "/clients/0/name", "1 to 64"},
    {ONE("\"name\":\"0123456789012345678901234567890123456789012345678901234567890123x\""),
     "/clients/0/name", "1 to 64"},
    {ONE("\"name\":\"local\""), "/clients/0/name", "use another"},
    {ONE("\"role\":\"phisio\""), "/clients/0/role", "did you mean physio?"},
    {ONE("\"role\":\"admin\""), "/clients/0/role", "one of client, physio"},
    {ONE("\"role\":null"), "/clients/0/role", "one of client, physio"},
    {ONE("\"roles\":\"client\""), "/clients/0", "did you mean role?"},
    {ONE("\"token\":\"hush-hush\""), "/clients/0", "is not one of name, role"},
    {ONE("\"token_sha256\":\"9f86\""), "/clients/0/token_sha256", "64 hexadecimal"},
    {ONE("\"token_sha256\":"
         "\"xf86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\""),
     "/clients/0/token_sha256", "64 hexadecimal"},
    {ONE("\"iss\":\"\""), "/clients/0/iss", "1 to 200"},
    {ONE("\"jwks\":{\"keys\":7}"), "/clients/0/jwks", "JWK set"},
    {ONE("\"jwks\":{\"keys\":[]}"), "/clients/0/jwks", "no key that verifies"},
    {ONE("\"jwks\":{\"keys\":[{\"kty\":\"oct\",\"k\":\"AA\"}]}"), "/clients/0/jwks/keys/0",
     "secret key"},
    {ONE("\"jwks\":{\"keys\":[{}]}"), "/clients/0/jwks/keys/0", "is a JWK"},
    {ONE("\"jku\":\"http://ehr\""), "/clients/0/jku", "https://"},
    {ONE("\"ed25519\":\"11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHUR==\""), "/clients/0/ed25519",
     "32 bytes"},
    {ONE("\"name\":\"a\",\"role\":\"client\",\"iss\":\"i\""), "/clients/0", "come together"},
    {ONE("\"name\":\"a\",\"role\":\"client\"," KEYS), "/clients/0", "come together"},
    {ONE("\"name\":\"a\",\"role\":\"client\",\"jku\":\"https://a\"," TOKEN), "/clients/0",
     "jku needs"},
    {ONE("\"name\":\"a\",\"role\":\"client\""), "/clients/0", "needs token_sha256"},
    {ONE("\"name\":\"a\",\"role\":\"auditor\"," TOKEN "," KEY), "/clients/0", "only"},
    {ONE("\"name\":\"a\",\"role\":\"operator\"," TOKEN), "/clients/0", "needs ed25519"},
    {TWO("\"name\":\"a\",\"role\":\"client\"," TOKEN,
         "\"name\":\"a\",\"role\":\"physio\",\"token_sha256\":\"" OTHER "\""),
     "/clients/1", "the name of a client above"},
    {TWO("\"name\":\"a\",\"role\":\"client\"," TOKEN,
         "\"name\":\"b\",\"role\":\"physio\"," TOKEN),
     "/clients/1", "the token of a client above"},
    {ONE("\"name\":\"a\",\"name\":\"b\""), "", ""},
    {"{\"clients\":[],\"origins\":7}", "/origins", "is an array"},
    {"{\"clients\":[],\"origins\":[\"https://a/\"]}", "/origins/0", "without a path"},
    {"{\"clients\":[],\"origins\":[\"*\"]}", "/origins/0", "without a path"},
    {"{\"clients\":[],\"origins\":[\"http://a\",\"https://\"]}", "/origins/1",
     "without a path"},
    {"{\"clients\":[]", "", ""},
};

START_TEST(a_faulty_file_is_refused_with_the_place_and_without_the_value)
{
    fixture made = fixture_make();
    srv_clients *clients = NULL;
    const struct bad *bad = &bads[_i];
    char where[400];
    ck_assert_msg(read_file(&made, bad->text, &clients) != CDS_OK, "%s", bad->text);
    snprintf(where, sizeof where, "%s/clients.json%s%s", made.dir,
             bad->where[0] == '\0' ? "" : ": ", bad->where);
    ck_assert_str_eq(made.ctx.error.where, where);
    ck_assert_msg(strstr(made.ctx.error.what, bad->what) != NULL, "%s", made.ctx.error.what);
    ck_assert_ptr_null(strstr(made.ctx.error.what, "hush-hush"));
    ck_assert_ptr_null(strstr(made.ctx.error.what, "9f86"));
    fixture_drop(&made);
}
END_TEST

START_TEST(a_file_anyone_may_write_is_refused)
{
    fixture made = fixture_make();
    srv_clients *clients = NULL;
    char path[300];
    srv_clients_free(good_file(&made, "{\"clients\":[]}"));
    snprintf(path, sizeof path, "%s/clients.json", made.dir);
    ck_assert_int_eq(chmod(path, 0646), 0);
    ck_assert_int_eq(srv_clients_read(&made.ctx, path, &clients), CDS_FAILED);
    ck_assert_ptr_nonnull(strstr(made.ctx.error.what, "chmod o-w"));
    fixture_drop(&made);
}
END_TEST

START_TEST(what_is_not_a_file_is_refused)
{
    fixture made = fixture_make();
    srv_clients *clients = NULL;
    ck_assert_int_eq(srv_clients_read(&made.ctx, made.dir, &clients), CDS_FAILED);
    ck_assert_str_eq(made.ctx.error.where, made.dir);
    cds_error_clear(&made.ctx);
    ck_assert_int_eq(srv_clients_read(&made.ctx, "/nowhere", &clients), CDS_FAILED);
    fixture_drop(&made);
}
END_TEST

START_TEST(a_client_is_found_by_its_token_alone)
{
    fixture made = fixture_make();
    srv_clients *clients =
        good_file(&made, TWO("\"name\":\"signs\",\"role\":\"client\",\"iss\":\"i\"," KEYS,
                             "\"name\":\"b\",\"role\":\"physio\"," TOKEN));
    static const char *const strangers[] = {"", "tes", "test2", "Test", SHA};
    const srv_client *found = srv_clients_by_token(clients, CDS_TEXT("test"));
    ck_assert_ptr_eq(found, &clients->list[1]);
    for (size_t i = 0; i < sizeof strangers / sizeof *strangers; i++)
        ck_assert_ptr_null(srv_clients_by_token(clients, cds_text_of(strangers[i])));
    srv_clients_free(clients);
    fixture_drop(&made);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("clients");
    TCase *cases = tcase_create("clients");
    tcase_add_test(cases, every_member_is_read);
    tcase_add_loop_test(cases, a_faulty_file_is_refused_with_the_place_and_without_the_value, 0,
                        sizeof bads / sizeof *bads);
    tcase_add_test(cases, a_file_anyone_may_write_is_refused);
    tcase_add_test(cases, what_is_not_a_file_is_refused);
    tcase_add_test(cases, a_client_is_found_by_its_token_alone);
    suite_add_tcase(suite, cases);
    return fixture_run(suite);
}
