// SPDX-License-Identifier: Apache-2.0
// UTF-8 without NUL bytes, wherever in a text it ends: runs of ASCII are skipped by eights.
#include "engine/rules/utf8.h"

#include <check.h>
#include <stdlib.h>

#include "engine/base/text.h"

#define PLAIN_MAX 20

typedef struct sequence_case {
    cds_text bytes;
    int bad; // where in them; -1: nowhere
} sequence_case;

static const sequence_case sequences[] = {
    {CDS_TEXT(""), -1},
    {CDS_TEXT("\x7f"), -1},
    {CDS_TEXT("\0"), 0},
    {CDS_TEXT("\x80"), 0},              // no lead
    {CDS_TEXT("\xc3\xa9"), -1},         // é
    {CDS_TEXT("\xc0\x80"), 0},          // longer than needed
    {CDS_TEXT("\xc3"), 0},              // ends too early
    {CDS_TEXT("\xe2\x80\x93"), -1},     // –
    {CDS_TEXT("\xe0\x9f\xbf"), 0},      // longer than needed
    {CDS_TEXT("\xed\xa0\x80"), 0},      // a surrogate
    {CDS_TEXT("\xf0\x9f\x99\x82"), -1}, // a face
    {CDS_TEXT("\xf4\x90\x80\x80"), 0},  // beyond U+10FFFF
    {CDS_TEXT("\xf8\x88\x80\x80\x80"), 0},
    {CDS_TEXT("\xc3\xa9\xc3"), 2},
};

static cds_text join(char *room, size_t before, cds_text middle, size_t after)
{
    size_t length = 0;
    for (; length < before; length++) {
        room[length] = (char)('a' + length % 26);
    }
    memcpy(room + length, middle.data, middle.length);
    length += middle.length;
    for (size_t i = 0; i < after; i++) {
        room[length++] = (char)('A' + i % 26);
    }
    return (cds_text){room, length};
}

// Of exactly so many bytes, so that one read too many is found.
static size_t bad_at(cds_text text)
{
    char *copy = malloc(text.length + (text.length == 0));
    ck_assert_ptr_nonnull(copy);
    memcpy(copy, text.data, text.length);
    size_t bad = cds_utf8_bad((cds_text){copy, text.length});
    free(copy);
    return bad;
}

START_TEST(what_is_bad_is_found_where_it_begins)
{
    const sequence_case *one = &sequences[_i];
    char room[2 * PLAIN_MAX + 8];
    for (size_t before = 0; before <= PLAIN_MAX; before++) {
        for (size_t after = 0; after <= PLAIN_MAX; after++) {
            cds_text text = join(room, before, one->bytes, after);
            ck_assert_uint_eq(bad_at(text),
                              one->bad < 0 ? text.length : before + (size_t)one->bad);
        }
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("utf8");
    TCase *tests = tcase_create("texts");
    tcase_add_loop_test(tests, what_is_bad_is_found_where_it_begins, 0,
                        (int)(sizeof sequences / sizeof *sequences));
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
