// SPDX-License-Identifier: Apache-2.0
// Releases over HTTP, against the real program: proposed, approved by another key, activated,
// compared; each step signed, and refused for what it lacks.
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/base64.h"
#include "engine/base/signature.h"
#include "engine/facts/json.h"
#include "server/governance/step.h"
#include "server/record/folder.h"
#include "tests/http/clients_file.h"
#include "tests/http/program.h"

#define GARDEN SOURCE_DIR "/tests/rules/garden"

static program tendon;
static cds_ctx ctx;
static cds_key keys[3]; // author, approver, operator

static cds_key key_of(unsigned char fill)
{
    uint8_t seed[CDS_SEED_BYTES];
    memset(seed, fill, sizeof seed);
    return cds_key_of_seed(seed);
}

static cds_text base64_of(const void *bytes, size_t length)
{
    cds_buf buf;
    cds_text text;
    cds_buf_init(&buf, ctx.mem);
    cds_buf_base64(&buf, bytes, length);
    ck_assert_int_eq(cds_buf_end(&ctx, &buf, &text), CDS_OK);
    return text;
}

static void write_clients(void)
{
    static const char *const roles[] = {"author", "approver", "operator", "auditor", "client"};
    char text[4096] = "{\"clients\":[";
    size_t at = strlen(text);
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        char token[64];
        char hex[CDS_SHA256_HEX + 1];
        snprintf(token, sizeof token, "token-of-%s", roles[i]);
        cds_text secret = cds_text_of(token);
        cds_sha256 digest = cds_digest(&secret, 1);
        cds_digest_hex(&digest, hex);
        at += (size_t)snprintf(text + at, sizeof text - at,
                               "%s{\"name\":\"%s\",\"role\":\"%s\",\"token_sha256\":\"%s\"",
                               i == 0 ? "" : ",", roles[i], roles[i], hex);
        if (i < 3) {
            const cds_text key = base64_of(keys[i].public_half.bytes, CDS_PUBLIC_BYTES);
            at += (size_t)snprintf(text + at, sizeof text - at, ",\"ed25519\":\"%.*s\"",
                                   (int)key.length, key.data);
        }
        at += (size_t)snprintf(text + at, sizeof text - at, "}");
    }
    snprintf(text + at, sizeof text - at, "]}");
    write_whole(tendon.clients, text);
}

static void start(void)
{
    ctx = (cds_ctx){.mem = cds_arena_new((size_t)64 << 20)};
    for (unsigned char i = 0; i < 3; i++)
        keys[i] = key_of((unsigned char)(i + 1));
    program_prepare(&tendon, GARDEN "/rules", GARDEN "/assessment.schema.json");
    write_clients();
    program_start(&tendon);
}

static void stop(void)
{
    program_end(&tendon);
    cds_arena_free(ctx.mem);
}

/** The members that every step has, signed by that key. */
static void put_step(cds_buf *buf, srv_step step, const cds_key *key)
{
    cds_text covered;
    step.time = CDS_TEXT("2026-11-26T09:00:00Z");
    ck_assert_int_eq(srv_step_signed_text(&ctx, &step, &covered), CDS_OK);
    const cds_signature signature = cds_sign(key, covered);
    cds_buf_comma(buf);
    cds_buf_word(buf, "\"reason\":");
    cds_buf_json(buf, step.reason);
    cds_buf_word(buf, ",\"time\":\"2026-11-26T09:00:00Z\",\"signature\":");
    cds_buf_json(buf, base64_of(signature.bytes, sizeof signature.bytes));
}

static const char *end_body(cds_buf *buf)
{
    cds_text text;
    cds_buf_char(buf, '}');
    cds_buf_char(buf, '\0');
    ck_assert_int_eq(cds_buf_end(&ctx, buf, &text), CDS_OK);
    return text.data;
}

/** The digest of a folder's release, and the body that proposes it. */
static const char *propose_folder(const char *rules_dir, const cds_key *key, cds_text *digest)
{
    srv_files files = {0};
    cds_ruleset *rules = NULL;
    cds_buf buf;
    const srv_folder folder = {rules_dir, tendon.schema};
    ck_assert_int_eq(srv_folder_read(&ctx, &folder, &files), CDS_OK);
    cds_buf_init(&buf, ctx.mem);
    cds_buf_word(&buf, "{\"name\":\"spring\",\"files\":{");
    for (size_t i = 0; i < files.count; i++) {
        cds_buf_comma(&buf);
        cds_buf_json(&buf, files.list[i].path);
        cds_buf_char(&buf, ':');
        cds_buf_json(&buf, files.list[i].bytes);
    }
    cds_buf_char(&buf, '}');
    ck_assert_int_eq(cds_ruleset_load(&ctx, files.list, files.count, &rules), CDS_OK);
    ck_assert_int_eq(
        cds_text_copy(&ctx, cds_text_of(cds_ruleset_look(rules)->digest_text), digest), CDS_OK);
    cds_ruleset_drop(rules);
    put_step(&buf,
             (srv_step){
                 .kind = SRV_STEP_PROPOSE, .digest = *digest, .reason = CDS_TEXT("More water")},
             key);
    return end_body(&buf);
}

/** The garden, copied and edited by sed: each a file and what becomes of it. */
static const char *edited(const char *const edits[][2], size_t count)
{
    static char folder[128];
    char line[1200];
    snprintf(folder, sizeof folder, "%s/edited", tendon.dir);
    snprintf(line, sizeof line, "rm -rf %s && cp -r %s %s", folder, tendon.rules, folder);
    ck_assert_int_eq(system(line), 0);
    for (size_t i = 0; i < count; i++) {
        snprintf(line, sizeof line, "sed -i '%s' %s/%s", edits[i][1], folder, edits[i][0]);
        ck_assert_int_eq(system(line), 0);
    }
    return folder;
}

/** The garden with other litres, its digest, and the body that proposes it. */
static const char *proposal(const char *litres, const cds_key *key, cds_text *digest)
{
    char edit[100];
    snprintf(edit, sizeof edit, "s/\\(litres_per_square_metre *= *\\)[0-9]*/\\1%s/", litres);
    const char *const edits[][2] = {{"clinic.lua", edit}};
    return propose_folder(edited(edits, 1), key, digest);
}

/** Frost is warned of from 2 degrees on, no longer from 3; so do its cases. */
static const char *milder_nights(const cds_key *key, cds_text *digest)
{
    static const char *const edits[][2] = {
        {"frost/tender.lua", "s/version  = \"1.0.0\"/version  = \"2.0.0\"/; s/{ \"1.0.0\", "
                             "\"2026-11-22\", \"First release.\" }/{ \"2.0.0\", "
                             "\"2026-11-23\", \"2 degrees.\" }, &/"},
        {"findings/cold.lua", "s/at_most(3)/at_most(2)/"},
        {"frost/tender.test.lua",
         "s/^case \"3 degrees, clear and still\"/case \"2 degrees, clear and still\"/; s/^case "
         "\"4 degrees, clear and still\"/case \"3 degrees, clear and still\"/; "
         "s/lowest_tonight = 3, signs = { \"clear\", \"still\" }/lowest_tonight = 2, signs = { "
         "\"clear\", \"still\" }/; s/lowest_tonight = 4, signs/lowest_tonight = 3, signs/; "
         "s/lowest_tonight = 3, signs = { \"clear\" }/lowest_tonight = 2, signs = { \"clear\" "
         "}/; s/lowest_tonight = 3, signs = { \"still\" }/lowest_tonight = 2, signs = { "
         "\"still\" }/"}};
    return propose_folder(edited(edits, 3), key, digest);
}

/** `accepted` NULL: nobody says why emergencies may be lost. */
static answer take_accepting(const char *who, srv_step step, const cds_key *key,
                             const char *accepted)
{
    cds_buf buf;
    char target[200];
    cds_buf_init(&buf, ctx.mem);
    cds_buf_char(&buf, '{');
    put_step(&buf, step, key);
    if (accepted != NULL) {
        cds_buf_word(&buf, ",\"accept_lost_emergencies\":");
        cds_buf_json(&buf, cds_text_of(accepted));
    }
    snprintf(target, sizeof target, "/v1/releases/%s/%s", step.digest.data,
             step.kind == SRV_STEP_APPROVE ? "approvals" : "activation");
    return client_ask_as(&tendon, who, "POST", target, end_body(&buf));
}

static answer take(const char *who, srv_step_kind kind, const cds_key *key, cds_text digest,
                   const char *reason)
{
    const srv_step step = {.kind = kind, .digest = digest, .reason = cds_text_of(reason)};
    return take_accepting(who, step, key, NULL);
}

static void expect(answer got, int status, const char *said)
{
    ck_assert_msg(got.status == status, "%d %s", got.status, got.body);
    ck_assert_msg(strstr(got.body, said) != NULL, "%s not in %s", said, got.body);
    const cds_json *read;
    ck_assert_msg(cds_json_parse(&ctx, cds_text_of(got.body), &read) == CDS_OK, "%s", got.body);
    answer_free(&got);
}

START_TEST(a_release_is_proposed_approved_activated_and_compared)
{
    cds_text digest;
    char target[300];
    const char *body = proposal("12", &keys[0], &digest);
    expect(client_ask_as(&tendon, "author", "POST", "/v1/releases", body), 201,
           "\"state\":\"proposed\"");
    expect(client_ask_as(&tendon, "author", "POST", "/v1/releases", body), 409,
           "proposed already");
    expect(take("operator", SRV_STEP_ACTIVATE, &keys[2], digest, "Go"), 409,
           "lacks an approval");
    expect(take("approver", SRV_STEP_APPROVE, &keys[1], digest, "Read it"), 201,
           "\"approvals\":1,\"state\":\"approved\"");
    expect(take("approver", SRV_STEP_APPROVE, &keys[1], digest, "Read it again"), 409,
           "This key has approved");
    expect(take("operator", SRV_STEP_ACTIVATE, &keys[2], digest, "Go"), 201,
           "\"state\":\"active\"");
    expect(client_ask_as(&tendon, "auditor", "GET", "/v1/releases", ""), 200,
           "\"name\":\"spring\",\"state\":\"active\"");
    snprintf(target, sizeof target, "/v1/releases/%s", digest.data);
    expect(client_ask_as(&tendon, "auditor", "GET", target, ""), 200,
           "\"checks\":{\"cases\":{\"failed\":0");
    snprintf(target, sizeof target, "/v1/releases/%s/impact?against=%s", digest.data,
             digest.data);
    expect(client_ask_as(&tendon, "auditor", "GET", target, ""), 200,
           "\"emergencies_lost\":[]");
    snprintf(target, sizeof target, "/v1/releases/%s/diff/%s", digest.data, digest.data);
    expect(client_ask_as(&tendon, "auditor", "GET", target, ""), 200, "\"changes\":[]");
    snprintf(target, sizeof target, "/v1/rules/frost/tender?release=%s", digest.data);
    expect(client_ask_as(&tendon, "auditor", "GET", target, ""), 200, "frost/tender");
    snprintf(target, sizeof target, "/v1/rules?release=sha256:%064d", 0);
    expect(client_ask_as(&tendon, "auditor", "GET", target, ""), 404, "no release");
}
END_TEST

START_TEST(a_step_with_another_s_signature_is_refused)
{
    cds_text digest;
    expect(client_ask_as(&tendon, "author", "POST", "/v1/releases",
                         proposal("13", &keys[1], &digest)),
           403, "signature does not hold");
    expect(client_ask_as(&tendon, "author", "POST", "/v1/releases", "{\"reason\":\"x\"}"), 422,
           "missing");
    expect(client_ask_as(&tendon, "author", "POST", "/v1/releases", "{\"resaon\":\"x\"}"), 422,
           "not known");
    expect(take("approver", SRV_STEP_APPROVE, &keys[1],
                CDS_TEXT("sha256:"
                         "0000000000000000000000000000000000000000000000000000000000000000"),
                "Read it"),
           404, "Nobody has proposed");
}
END_TEST

#define BED(degrees)                                                                           \
    "{\"bed\":{\"plant\":\"tomato\",\"covered\":false},\"weather\":{\"lowest_"                 \
    "tonight\":" degrees ",\"signs\":[\"clear\",\"still\"]}}"

/** Kept as an emergency; its id. */
static void keep_bed(const char *body, char id[64])
{
    char place[128];
    answer got = client_ask_as(&tendon, "client", "POST", "/v1/evaluations", body);
    ck_assert_msg(got.status == 201, "%d %s", got.status, got.body);
    ck_assert_ptr_nonnull(answer_header(&got, "location", place, sizeof place));
    snprintf(id, 64, "%s", strrchr(place, '/') + 1);
    answer_free(&got);
}

START_TEST(an_activation_that_loses_emergencies_is_refused_until_somebody_says_why)
{
    cds_text digest;
    char lost[64];
    char stays[64];
    char target[200];
    keep_bed(BED("3"), lost);
    keep_bed(BED("1"), stays);
    expect(client_ask_as(&tendon, "author", "POST", "/v1/releases",
                         milder_nights(&keys[0], &digest)),
           201, "\"state\":\"proposed\"");
    expect(take("approver", SRV_STEP_APPROVE, &keys[1], digest, "Read it"), 201, "approved");
    answer refused = take("operator", SRV_STEP_ACTIVATE, &keys[2], digest, "Go");
    ck_assert_ptr_null(strstr(refused.body, stays));
    ck_assert_ptr_nonnull(strstr(refused.body, "1 recorded emergencies would be lost"));
    expect(refused, 409, lost);
    snprintf(target, sizeof target, "/v1/releases/%s", digest.data);
    expect(client_ask_as(&tendon, "auditor", "GET", target, ""), 200, "\"state\":\"approved\"");
    const srv_step again = {
        .kind = SRV_STEP_ACTIVATE, .digest = digest, .reason = CDS_TEXT("Go, looked at")};
    expect(take_accepting("operator", again, &keys[2], "The almanac says 2"), 201,
           "\"state\":\"active\"");
    expect(client_ask_as(&tendon, "auditor", "GET", target, ""), 200,
           "\"accepted_lost_emergencies\":\"The almanac says 2\"");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("releases");
    TCase *tcase = tcase_create("over HTTP");
    tcase_add_checked_fixture(tcase, start, stop);
    tcase_set_timeout(tcase, 120);
    tcase_add_test(tcase, a_release_is_proposed_approved_activated_and_compared);
    tcase_add_test(tcase, a_step_with_another_s_signature_is_refused);
    tcase_add_test(tcase,
                   an_activation_that_loses_emergencies_is_refused_until_somebody_says_why);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
