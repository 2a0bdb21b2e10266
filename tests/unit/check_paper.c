// SPDX-License-Identifier: Apache-2.0
// The two formats of a paper: what they escape, and that their markup nests.
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "server/command/paper.h"

static cds_ctx ctx;
static cds_buf buf;
static srv_paper paper;

static void setup(void)
{
    ctx = (cds_ctx){.mem = cds_arena_new((size_t)1 << 20)};
    cds_buf_init(&buf, ctx.mem);
}

static void teardown(void)
{
    cds_arena_free(ctx.mem);
}

static void use(const srv_paper_format *format)
{
    paper = (srv_paper){.format = format, .buf = &buf};
}

static const char *written(void)
{
    cds_text text = {0};
    cds_buf_char(&buf, '\0');
    ck_assert_int_eq(cds_buf_end(&ctx, &buf, &text), CDS_OK);
    return text.data;
}

static const struct {
    const srv_paper_format *format;
    const char *words, *expected;
} escapes[] = {
    {&srv_paper_html, "<script>alert(\"a\" & 'b')</script>",
     "\n<p>&lt;script&gt;alert(&quot;a&quot; &amp; 'b')&lt;/script&gt;</p>"},
    {&srv_paper_markdown, "<b> *all* _of_ `it` [a](b) a|b ~~c~~ \\ &amp; $x$",
     "\n\n\\<b\\> \\*all\\* \\_of\\_ \\`it\\` \\[a\\](b) a\\|b \\~\\~c\\~\\~ \\\\ \\&amp; "
     "\\$x\\$"},
    {&srv_paper_markdown, "# no heading", "\n\n\\# no heading"},
    {&srv_paper_markdown, "- no item", "\n\n\\- no item"},
    {&srv_paper_markdown, "12. no number, 3. not here", "\n\n12\\. no number, 3. not here"},
    {&srv_paper_markdown, "7) nor so", "\n\n7\\) nor so"},
    {&srv_paper_markdown, "    no code\n\n    nor two paragraphs",
     "\n\nno code      nor two paragraphs"},
};

START_TEST(words_are_never_markup)
{
    use(escapes[_i].format);
    srv_paper_put(&paper, SRV_PARAGRAPH, cds_text_of(escapes[_i].words));
    ck_assert_str_eq(written(), escapes[_i].expected);
}
END_TEST

static void tell_a_little(void)
{
    srv_paper_put(&paper, SRV_HEADING, CDS_TEXT("Title"));
    srv_paper_open(&paper, SRV_FACTS);
    srv_paper_fact(&paper, "Unit", CDS_TEXT("km"));
    srv_paper_fact(&paper, "Empty", CDS_TEXT(""));
    srv_paper_put(&paper, SRV_TERM, CDS_TEXT("When"));
    srv_paper_open(&paper, SRV_DETAIL);
    srv_paper_open(&paper, SRV_LIST);
    srv_paper_put(&paper, SRV_ITEM, CDS_TEXT("one"));
    srv_paper_close(&paper, SRV_LIST);
    srv_paper_close(&paper, SRV_DETAIL);
    srv_paper_close(&paper, SRV_FACTS);
    srv_paper_open(&paper, SRV_TABLE);
    srv_paper_open(&paper, SRV_HEAD_ROW);
    srv_paper_put(&paper, SRV_HEAD_CELL, CDS_TEXT("Name"));
    srv_paper_put(&paper, SRV_HEAD_CELL, CDS_TEXT("Date"));
    srv_paper_close(&paper, SRV_HEAD_ROW);
    srv_paper_open(&paper, SRV_ROW);
    srv_paper_put(&paper, SRV_CELL, CDS_TEXT("A"));
    srv_paper_put(&paper, SRV_CELL, CDS_TEXT(""));
    srv_paper_close(&paper, SRV_ROW);
    srv_paper_close(&paper, SRV_TABLE);
}

START_TEST(lists_facts_and_tables_in_markdown)
{
    use(&srv_paper_markdown);
    tell_a_little();
    ck_assert_str_eq(written(), "# Title\n"
                                "\n- **Unit:** km"
                                "\n- **When:** "
                                "\n  - one\n"
                                "\n| Name | Date |"
                                "\n| --- | --- |"
                                "\n| A |  |");
}
END_TEST

START_TEST(lists_facts_and_tables_in_html)
{
    use(&srv_paper_html);
    tell_a_little();
    ck_assert_str_eq(written(),
                     "\n<h1>Title</h1>\n<dl>\n<div><dt>Unit</dt><dd>km</dd></div>"
                     "\n<div><dt>When</dt><dd>\n<ul>\n<li>one</li></ul></dd></div></dl>"
                     "\n<table>\n<thead><tr><th scope=\"col\">Name</th><th "
                     "scope=\"col\">Date</th></tr></thead><tbody>"
                     "\n<tr><td>A</td><td></td></tr></tbody></table>");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("paper");
    TCase *cases = tcase_create("formats");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_loop_test(cases, words_are_never_markup, 0,
                        (int)(sizeof escapes / sizeof escapes[0]));
    tcase_add_test(cases, lists_facts_and_tables_in_markdown);
    tcase_add_test(cases, lists_facts_and_tables_in_html);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
