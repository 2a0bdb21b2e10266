// SPDX-License-Identifier: Apache-2.0
// Pointers lead where RFC 6901, section 5, says, and back; what is no pointer leads nowhere.
#include "engine/facts/pointer.h"

#include "release_fixture.h"

static const char document[] =
    "{\"foo\":[\"bar\",\"baz\"],\"\":0,\"a/b\":1,\"c%d\":2,\"e^f\":3,\"g|h\":4,\"i\\\\j\":5,"
    "\"k\\\"l\":6,\" \":7,\"m~n\":8,\"list\":[0,1,2,3,4,5,6,7,8,9,10]}";

static cds_ctx ctx;
static const cds_json *root;

static void setup(void)
{
    ctx = (cds_ctx){.mem = cds_arena_new((size_t)1 << 20)};
    ck_assert_int_eq(cds_json_parse(&ctx, CDS_TEXT(document), &root), CDS_OK);
}

static void teardown(void)
{
    cds_arena_free(ctx.mem);
}

static const struct {
    const char *pointer;
    const char *json; // of what it leads to
} leads[] = {
    {"/foo", "[\"bar\",\"baz\"]"},
    {"/foo/0", "\"bar\""},
    {"/", "0"},
    {"/a~1b", "1"},
    {"/c%d", "2"},
    {"/e^f", "3"},
    {"/g|h", "4"},
    {"/i\\j", "5"},
    {"/k\"l", "6"},
    {"/ ", "7"},
    {"/m~0n", "8"},
    {"/list/0", "0"},
    {"/list/10", "10"},
};

START_TEST(a_pointer_leads_to_its_value_and_the_value_back_to_it)
{
    cds_buf buf;
    cds_text back = {0};
    const cds_json *found = cds_pointer_follow(root, cds_text_of(leads[_i].pointer));
    ck_assert_ptr_nonnull(found);
    cds_buf_init(&buf, ctx.mem);
    cds_json_write(&buf, found);
    ck_assert_text(((cds_text){buf.data, buf.length}), leads[_i].json);
    ck_assert_int_eq(cds_pointer_of(&ctx, root, found, &back), CDS_OK);
    ck_assert_text(back, leads[_i].pointer);
}
END_TEST

static const char *const nowhere[] = {
    "foo",
    "#/foo",
    "/fo",
    "/fooo",
    "/foo/2",
    "/foo/-",
    "/foo/",
    "/foo/00",
    "/foo/01",
    "/foo/x",
    "/foo/1x",
    "/foo/0/x",
    "/a/b",
    "/m~n",
    "/m~",
    "/m~2n",
    "/m~0",
    "/foo/-1",
    "/list/11",
    "/list/1 0",
    "/list/1e0",
    "/list/:",
    "/list/9999999999",
    "/m~0n~",
};

START_TEST(what_is_no_pointer_to_a_value_leads_nowhere)
{
    ck_assert_msg(cds_pointer_follow(root, cds_text_of(nowhere[_i])) == NULL, "%s leads on",
                  nowhere[_i]);
}
END_TEST

START_TEST(the_empty_pointer_is_the_root)
{
    cds_text back = CDS_TEXT("not written");
    ck_assert_ptr_eq(cds_pointer_follow(root, CDS_TEXT("")), root);
    ck_assert_int_eq(cds_pointer_of(&ctx, root, root, &back), CDS_OK);
    ck_assert_uint_eq(back.length, 0);
}
END_TEST

START_TEST(a_refusal_names_the_value_it_is_about)
{
    const cds_json *found = cds_pointer_follow(root, CDS_TEXT("/a~1b"));
    ck_assert_int_eq(cds_fail_value(&ctx, root, found, "Not so."), CDS_REFUSED);
    ck_assert_str_eq(ctx.error.where, "/a~1b");
    ck_assert_str_eq(ctx.error.what, "Not so.");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("pointer");
    TCase *cases = tcase_create("pointer");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_loop_test(cases, a_pointer_leads_to_its_value_and_the_value_back_to_it, 0,
                        sizeof leads / sizeof *leads);
    tcase_add_loop_test(cases, what_is_no_pointer_to_a_value_leads_nowhere, 0,
                        sizeof nowhere / sizeof *nowhere);
    tcase_add_test(cases, the_empty_pointer_is_the_root);
    tcase_add_test(cases, a_refusal_names_the_value_it_is_about);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
