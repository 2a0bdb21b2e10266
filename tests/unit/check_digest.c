// SPDX-License-Identifier: Apache-2.0
// SHA-256 against the examples of its standard (FIPS 180-4, NIST).
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/digest.h"

static void assert_digest(const cds_text *parts, size_t count, const char *expected)
{
    char hex[CDS_SHA256_HEX + 1];
    cds_sha256 digest = cds_digest(parts, count);
    cds_digest_hex(&digest, hex);
    ck_assert_str_eq(hex, expected);
}

START_TEST(the_examples_of_the_standard_agree)
{
    static const struct {
        cds_text text;
        const char *hex;
    } rows[] = {
        {CDS_TEXT(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {CDS_TEXT("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {CDS_TEXT("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_digest(&rows[i].text, 1, rows[i].hex);
    }
}
END_TEST

START_TEST(a_million_bytes_agree)
{
    char *million = malloc(1000000);
    memset(million, 'a', 1000000);
    cds_text text = {million, 1000000};
    assert_digest(&text, 1, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    free(million);
}
END_TEST

START_TEST(parts_are_taken_one_after_the_other)
{
    const cds_text parts[] = {CDS_TEXT("a"), {NULL, 0}, CDS_TEXT("b"), CDS_TEXT("c")};
    assert_digest(parts, 4, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_digest(NULL, 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("digest");
    TCase *cases = tcase_create("digest");
    suite_add_tcase(suite, cases);
    tcase_add_test(cases, the_examples_of_the_standard_agree);
    tcase_add_test(cases, a_million_bytes_agree);
    tcase_add_test(cases, parts_are_taken_one_after_the_other);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
