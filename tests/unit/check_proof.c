// SPDX-License-Identifier: Apache-2.0
// Inclusion proofs as text: each entry's is accepted without the store, no other text is.
#include "server/record/proof.h"
#include "tests/unit/log_fixture.h"

#define ROOT "\"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\""
#define FOUR ROOT "," ROOT "," ROOT "," ROOT
#define SIXTEEN FOUR "," FOUR "," FOUR "," FOUR
#define SIXTY_FIVE SIXTEEN "," SIXTEEN "," SIXTEEN "," SIXTEEN "," ROOT

static cds_text proof_of(int64_t number)
{
    cds_text proof;
    cds_arena_reset(made.ctx.mem);
    ck_assert_int_eq(srv_proof_make(&made.ctx, store, &key.signer, number, &proof), CDS_OK);
    return proof;
}

static bool accepts(cds_text proof, int64_t *out)
{
    const bool good = srv_proof_check(&made.ctx, proof, &key.signer, out) == CDS_OK;
    cds_error_clear(&made.ctx);
    return good;
}

START_TEST(each_entry_is_proved)
{
    for (int64_t i = 0; i < ENTRIES; i++) {
        int64_t number = -1;
        ck_assert(accepts(proof_of(i), &number));
        ck_assert_int_eq(number, i);
    }
}
END_TEST

START_TEST(one_changed_bit_or_a_missing_end_is_refused)
{
    const cds_text proof = proof_of(137);
    char *changed = malloc(proof.length + 1);
    int64_t number;
    for (size_t i = 0; i < proof.length; i++) {
        memcpy(changed, proof.data, proof.length);
        changed[i] ^= (char)(1 << next_random() % 8);
        ck_assert_msg(!accepts((cds_text){changed, proof.length}, &number), "byte %zu", i);
        ck_assert(!accepts((cds_text){proof.data, i}, &number));
    }
    free(changed);
}
END_TEST

static const struct {
    const char *from, *to; // the part of a good proof that begins so, and ends so
    const char *instead;
} edits[] = {
    {"{\"entry\":137", "", "{\"entry\":-1"},
    {"{\"entry\":137", "", "{\"entry\":137.5"},
    {"{\"entry\":137", "", "{\"entry\":1e17"},
    {"{\"entry\":137", "", "{\"entry\":\"137\""},
    {"{\"entry\":137", "", "{\"entri\":137"},
    {"\"size\":300", "", "\"size\":299"},
    {"\"size\":300", "", "\"size\":null"},
    {"\"leaf\":", "\",", "\"leaf\":7,"},
    {"\"leaf\":", "\",", "\"leaf\":\"sha1:00\","},
    {"\"leaf\":", "\",", "\"leaf\":\"sha256:00\","},
    {"\"leaf\":", "\",", "\"lief\":\"sha256:00\","},
    {"\"path\":", "],", "\"path\":{},"},
    {"\"path\":", "],", "\"path\":[7],"},
    {"\"path\":", "],", "\"path\":[\"*\"],"},
    {"\"path\":", "],", "\"path\":[],"},
    {"\"path\":", "],", "\"puth\":[],"},
    {"\"path\":", "],", "\"path\":[" SIXTY_FIVE "],"},
    {"\"checkpoint\":", "\"}", "\"checkpoint\":7}"},
    {"\"checkpoint\":", "\"}", "\"checkpoint\":\"\"}"},
    {"\"checkpoint\":", "\"}", "\"chuckpoint\":\"\"}"},
    {"\"size\":300", "", "\"more\":1,\"size\":300"},
    {"{", "\"}", "[]"},
};

START_TEST(a_proof_that_is_written_otherwise_is_refused)
{
    char text[8192];
    char changed[16384];
    int64_t number = -1;
    const cds_text proof = proof_of(137);
    snprintf(text, sizeof text, "%.*s", (int)proof.length, proof.data);
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
        const char *from = strstr(text, edits[i].from);
        const char *rest = strstr(from + strlen(edits[i].from), edits[i].to);
        snprintf(changed, sizeof changed, "%.*s%s%s", (int)(from - text), text,
                 edits[i].instead, rest + strlen(edits[i].to));
        ck_assert_msg(!accepts(cds_text_of(changed), &number), "%s", changed);
    }
    ck_assert_int_eq(number, -1);
}
END_TEST

START_TEST(a_log_that_does_not_agree_with_its_checkpoint_proves_nothing)
{
    cds_text proof = {NULL, 0};
    sql("UPDATE entries SET leaf = zeroblob(32) WHERE number = 137");
    ck_assert_int_eq(srv_proof_make(&made.ctx, store, &key.signer, 137, &proof), CDS_FAILED);
    ck_assert_ptr_nonnull(strstr(made.ctx.error.what, "does not agree with its checkpoint"));
    cds_error_clear(&made.ctx);
    sql("UPDATE checkpoints SET note = 'nonsense'");
    ck_assert_int_eq(srv_proof_make(&made.ctx, store, &key.signer, 40, &proof), CDS_INVALID);
    cds_error_clear(&made.ctx);
    sql("DELETE FROM checkpoints");
    ck_assert_int_eq(srv_proof_make(&made.ctx, store, &key.signer, 40, &proof), CDS_NOT_YET);
    ck_assert_ptr_null(proof.data);
}
END_TEST

START_TEST(what_is_not_there_or_not_covered_is_not_proved)
{
    static const int64_t numbers[] = {ENTRIES, ENTRIES + 1, INT64_MAX};
    append_evaluation(ENTRIES);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        cds_text proof;
        ck_assert_int_eq(srv_proof_make(&made.ctx, store, &key.signer, numbers[i], &proof),
                         i == 0 ? CDS_NOT_YET : CDS_NOT_FOUND);
        const char *says = i == 0 ? "No checkpoint covers" : "no such entry";
        ck_assert_ptr_nonnull(strstr(made.ctx.error.what, says));
        cds_error_clear(&made.ctx);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("proof");
    TCase *cases = tcase_create("proof");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_set_timeout(cases, 120);
    tcase_add_test(cases, each_entry_is_proved);
    tcase_add_test(cases, one_changed_bit_or_a_missing_end_is_refused);
    tcase_add_test(cases, a_proof_that_is_written_otherwise_is_refused);
    tcase_add_test(cases, a_log_that_does_not_agree_with_its_checkpoint_proves_nothing);
    tcase_add_test(cases, what_is_not_there_or_not_covered_is_not_proved);
    suite_add_tcase(suite, cases);
    return fixture_run(suite);
}
