// SPDX-License-Identifier: Apache-2.0
// Text in Markdown, the ids of cards, and codes against the lists of rules/codes.lua.
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "server/cds_hooks/card_id.h"
#include "server/cds_hooks/markdown.h"
#include "server/fhir/codes.h"
#include "server/record/entry.h"

static cds_ctx ctx;

static void start(void)
{
    ctx = (cds_ctx){.mem = cds_arena_new((size_t)1 << 20)};
}

static void stop(void)
{
    cds_arena_free(ctx.mem);
}

static const struct {
    const char *before, *text, *written;
} escapes[] = {
    {"", "plain, 50 % (of 3)", "plain, 50 % (of 3)"},
    {"x ", "a|b", "a\\|b"},
    {"x ", "<img src=x>", "\\<img src=x\\>"},
    {"x ", "[l](u) *b* _i_ `c` ~s~ \\", "\\[l\\](u) \\*b\\* \\_i\\_ \\`c\\` \\~s\\~ \\\\"},
    {"x ", "http://e.example www.e.example a@b.example",
     "http\\://e.example www\\.e.example a\\@b.example"},
    {"x ", "&amp; one\nand two\r\nthree", "\\&amp; one and two  three"},
    {"", "# head", "\\# head"},
    {"x\n", "- item", "\\- item"},
    {"x\n- ", "1. item", "1\\. item"},
    {"x ", "- 1. in a line", "- 1. in a line"},
    {"", "2026.11.1", "2026\\.11.1"},
};

START_TEST(text_is_never_markup)
{
    cds_buf buf;
    cds_text out;
    const size_t before = strlen(escapes[_i].before);
    cds_buf_init(&buf, ctx.mem);
    cds_buf_word(&buf, escapes[_i].before);
    srv_markdown_text(&buf, cds_text_of(escapes[_i].text));
    ck_assert_int_eq(cds_buf_end(&ctx, &buf, &out), CDS_OK);
    out = (cds_text){out.data + before, out.length - before};
    ck_assert_msg(cds_text_is(out, escapes[_i].written), "%.*s", (int)out.length, out.data);
}
END_TEST

static const struct {
    const char *text;
    size_t points;
    const char *cut;
} cuts[] = {
    {"short", 5, "short"},
    {"one two three", 9, "one two\xe2\x80\xa6"},
    {"one, two three", 7, "one\xe2\x80\xa6"},
    {"abcdefgh", 5, "abcd\xe2\x80\xa6"},
    {"\xc3\xa4\xc3\xb6\xc3\xbc\xc3\x9f", 4, "\xc3\xa4\xc3\xb6\xc3\xbc\xc3\x9f"},
    {"\xc3\xa4\xc3\xb6\xc3\xbc\xc3\x9f", 3, "\xc3\xa4\xc3\xb6\xe2\x80\xa6"},
};

START_TEST(a_summary_is_cut_at_a_word_and_never_inside_a_letter)
{
    cds_text out;
    ck_assert_int_eq(srv_markdown_cut(&ctx, cds_text_of(cuts[_i].text), cuts[_i].points, &out),
                     CDS_OK);
    ck_assert_msg(cds_text_is(out, cuts[_i].cut), "%.*s", (int)out.length, out.data);
    ck_assert_uint_le(cds_text_points(out), cuts[_i].points);
}
END_TEST

START_TEST(a_cards_id_leads_back_to_its_evaluation_and_place)
{
    char evaluation[SRV_ID_LENGTH + 1];
    srv_entry_new_id(1795000000000, evaluation);
    srv_card_id_prepare(evaluation);
    for (size_t card = 0; card < SRV_CARDS_MAX; card++) {
        for (size_t offer = 0; offer <= SRV_CARD_SUGGESTIONS_MAX; offer++) {
            char id[SRV_ID_LENGTH + 1];
            char back[SRV_ID_LENGTH + 1];
            srv_card_place place;
            srv_card_id_write(evaluation, (srv_card_place){card, offer}, id);
            ck_assert(srv_card_id_read(cds_text_of(id), back, &place));
            ck_assert_str_eq(back, evaluation);
            ck_assert_uint_eq(place.card, card);
            ck_assert_uint_eq(place.suggestion, offer);
            ck_assert(offer > 0 || card > 0 || strcmp(id, evaluation) != 0);
        }
    }
}
END_TEST

static const char *const no_ids[] = {"", "x", "01a21a63-8bb2-7a24-93f9-2f4622e65c00",
                                     "01a21a63-8bb2-4a24-93f9-2f4622e65c0",
                                     "01a21a63-8bb2-4a24-93f9-2f4622e65c0g"};

START_TEST(what_is_no_id_of_a_card_is_refused)
{
    char back[SRV_ID_LENGTH + 1];
    srv_card_place place;
    ck_assert(!srv_card_id_read(cds_text_of(no_ids[_i]), back, &place));
}
END_TEST

#define ENTRY "{\"snomed\":[\"1\"],\"cpt\":[\"2\"],\"words\":[\"mri\",\"x-ray\"]}"

static const struct {
    const char *concept;
    bool matches;
} concepts[] = {
    {"{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"1\"}]}", true},
    {"{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"2\"}]}", false},
    {"{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"1\"}]}", false},
    {"{\"coding\":[{\"code\":\"2\"}]}", true},
    {"{\"coding\":[{},null,7,{\"display\":\"An MRI scan\"}]}", true},
    {"{\"coding\":[],\"text\":\"Chest X-RAY\"}", true},
    {"{\"text\":\"\"}", false},
    {"{\"text\":7,\"coding\":{\"code\":\"1\"}}", false},
    {"[{\"text\":\"no\"},{\"text\":\"Mri\"}]", true},
    {"[7,null,\"mri\"]", true},
    {"\"x-ra\"", false},
    {"null", false},
};

START_TEST(a_concept_is_known_by_code_or_word)
{
    const cds_json *entry;
    const cds_json *concept;
    ck_assert_int_eq(cds_json_parse(&ctx, CDS_TEXT(ENTRY), &entry), CDS_OK);
    ck_assert_int_eq(cds_json_parse(&ctx, cds_text_of(concepts[_i].concept), &concept), CDS_OK);
    ck_assert_int_eq(srv_codes_match(entry, concept), concepts[_i].matches);
    ck_assert(!srv_codes_match(NULL, concept));
    ck_assert(!srv_codes_match(entry, NULL));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("cards");
    TCase *tests = tcase_create("cards");
    tcase_add_checked_fixture(tests, start, stop);
    tcase_add_loop_test(tests, text_is_never_markup, 0, sizeof escapes / sizeof *escapes);
    tcase_add_loop_test(tests, a_summary_is_cut_at_a_word_and_never_inside_a_letter, 0,
                        sizeof cuts / sizeof *cuts);
    tcase_add_test(tests, a_cards_id_leads_back_to_its_evaluation_and_place);
    tcase_add_loop_test(tests, what_is_no_id_of_a_card_is_refused, 0,
                        sizeof no_ids / sizeof *no_ids);
    tcase_add_loop_test(tests, a_concept_is_known_by_code_or_word, 0,
                        sizeof concepts / sizeof *concepts);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
