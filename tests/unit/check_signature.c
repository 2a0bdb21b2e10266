// SPDX-License-Identifier: Apache-2.0
// Ed25519 against the examples of its standard (RFC 8032, 7.1), base64 against those of its own
// (RFC 4648, 10).
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/base64.h"
#include "engine/base/signature.h"

static void read_hex(const char *hex, uint8_t *out)
{
    for (size_t i = 0; hex[2 * i] != '\0'; i++)
        ck_assert_int_eq(sscanf(hex + 2 * i, "%2hhx", &out[i]), 1);
}

static const struct {
    const char *seed, *public_half;
    cds_text message;
    const char *signature;
} rows[] = {
    {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
     "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", CDS_TEXT(""),
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701"
     "cf9b46bd25bf5f0595bbe24655141438e7a100b"},
    {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", CDS_TEXT("\x72"),
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d"
     "0f11d8c387b2eaeb4302aeeb00d291612bb0c00"},
};

START_TEST(the_examples_of_the_standard_agree)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint8_t seed[CDS_SEED_BYTES];
        cds_signature expected;
        cds_public_key half;
        read_hex(rows[i].seed, seed);
        read_hex(rows[i].public_half, half.bytes);
        read_hex(rows[i].signature, expected.bytes);
        const cds_key key = cds_key_of_seed(seed);
        const cds_signature made = cds_sign(&key, rows[i].message);
        ck_assert_mem_eq(key.public_half.bytes, half.bytes, sizeof half.bytes);
        ck_assert_mem_eq(made.bytes, expected.bytes, sizeof made.bytes);
        ck_assert(cds_signature_holds(&half, rows[i].message, &made));
    }
}
END_TEST

START_TEST(one_changed_bit_of_key_message_or_signature_is_refused)
{
    const uint8_t seed[CDS_SEED_BYTES] = {7};
    const cds_key key = cds_key_of_seed(seed);
    const cds_signature good = cds_sign(&key, CDS_TEXT("a note"));
    for (size_t bit = 0; bit < 8 * CDS_SIGNATURE_BYTES; bit++) {
        cds_signature bad = good;
        bad.bytes[bit / 8] ^= (uint8_t)(1 << bit % 8);
        ck_assert(!cds_signature_holds(&key.public_half, CDS_TEXT("a note"), &bad));
    }
    for (size_t bit = 0; bit < 8 * CDS_PUBLIC_BYTES; bit++) {
        cds_public_key bad = key.public_half;
        bad.bytes[bit / 8] ^= (uint8_t)(1 << bit % 8);
        ck_assert(!cds_signature_holds(&bad, CDS_TEXT("a note"), &good));
    }
    ck_assert(!cds_signature_holds(&key.public_half, CDS_TEXT("a nota"), &good));
    ck_assert(!cds_signature_holds(&key.public_half, CDS_TEXT("a not"), &good));
}
END_TEST

START_TEST(base64_is_written_and_read_as_its_standard_shows)
{
    static const char *const texts[][2] = {{"", ""},
                                           {"f", "Zg=="},
                                           {"fo", "Zm8="},
                                           {"foo", "Zm9v"},
                                           {"foob", "Zm9vYg=="},
                                           {"fooba", "Zm9vYmE="},
                                           {"foobar", "Zm9vYmFy"},
                                           {"\xfb\xff", "+/8="}};
    cds_ctx ctx = {.mem = cds_arena_new(4096)};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const size_t length = strlen(texts[i][0]);
        cds_buf buf;
        cds_text written;
        char back[8] = "";
        cds_buf_init(&buf, ctx.mem);
        cds_buf_base64(&buf, texts[i][0], length);
        ck_assert_int_eq(cds_buf_end(&ctx, &buf, &written), CDS_OK);
        ck_assert(cds_text_is(written, texts[i][1]));
        ck_assert(cds_base64_read(written, back, length));
        ck_assert_str_eq(back, texts[i][0]);
    }
    cds_arena_free(ctx.mem);
}
END_TEST

START_TEST(doubtful_base64_is_refused)
{
    static const struct {
        const char *text;
        size_t length;
    } cases[] = {{"Zg", 1},   {"Zg=", 1},  {"Zh==", 1},  {"Zm9=", 2},     {"Zm9v====", 3},
                 {"Zm-v", 3}, {"Zm_v", 3}, {" Zm9v", 3}, {"Zm9v\n", 3},   {"Zm9v", 2},
                 {"Z===", 1}, {"====", 1}, {"=m9v", 3},  {"Zg==Zm9v", 4}, {"Zm9vYg==", 3}};
    char out[8];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_msg(!cds_base64_read(cds_text_of(cases[i].text), out, cases[i].length), "%s",
                      cases[i].text);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("signature");
    TCase *cases = tcase_create("signature");
    tcase_add_test(cases, the_examples_of_the_standard_agree);
    tcase_add_test(cases, one_changed_bit_of_key_message_or_signature_is_refused);
    tcase_add_test(cases, base64_is_written_and_read_as_its_standard_shows);
    tcase_add_test(cases, doubtful_base64_is_refused);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
