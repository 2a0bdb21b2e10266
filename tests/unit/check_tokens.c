// SPDX-License-Identifier: Apache-2.0
// The source check before Lua compiles anything.
#include "engine/rules/tokens.h"

#include "release_fixture.h"

typedef struct source_case {
    const char *text;
    int line; // that is refused; 0: accepted
} source_case;

static cds_status check(cds_ctx *ctx, cds_text text)
{
    cds_file file = {CDS_TEXT("a.lua"), text};
    return cds_source_check(ctx, &file);
}

static const source_case sources[] = {
    {"local a = 1 ~= 2", 0},
    {"local a = 1 & 2", 1},
    {"\n\nlocal a = 1 | 2", 3},
    {"local a = ~1", 1},
    {"local a = 1 ~ 2", 1},
    {"local a = 1 << 2", 1},
    {"local a = 1 >> 2", 1},
    {"local a = 1 < 2 and 2 > 1 and 1 <= 2 and 2 >= 1", 0},
    {"goto done", 1},
    {"local goto_x = 1", 0},
    {"return _ENV", 1},
    {"local x <const> = 1", 1},
    {"local x, y <close> = 1", 1},
    {"local x\nlocal y = x < 3", 0},
    {"local function f(a) return a < 3 end", 0},
    {"return '& | ~ << >> goto _ENV <close>'", 0},
    {"return \"\\\"& |\"", 0},
    {"return [[ & | ]]", 0},
    {"return [==[ ]] & | ]=] ]==]", 0},
    {"-- & | goto\nreturn 1", 0},
    {"--[[ & |\n goto ]] return 1", 0},
    {"--[==[ ]] & ]==] return 1 & 1", 1},
    {"--[=[ never closed & |", 0},
    {"return 'x\\z   \n  & |' & 1", 2},
    {"return 1e+5 | 2", 1},
    {"return 0x1p-3", 0},
    {"return 'a\\\n&' ", 0},
    {"return a[b] & c", 1},
    {"return 'open & string\nlocal x = 1 & 1", 2},
    {"return 'a\\\r\n& |'", 0},
    {"return 'a\\\r\n&' & 1", 2},
    {"return 'a\\\r&' & 1", 1},
    {"return 'open & at the end", 0},
    {"return 'open & \\", 0},
    {"return 'x\\z  ", 0},
    {"return 'x\\z\t\v\r\n  & |' & 1", 2},
    {"return 'x\\z\x01 & |' & 1", 1},
    {"return [==[ ]] ]-=] ]=-] & ]==] & 1", 1},
    {"return [==[ never closed & ]=]", 0},
    {"return .5 & 1", 1},
    {"return 1 .. 2 & 1", 1},
    {"-- & | at the end", 0},
};

START_TEST(what_lua_cannot_be_trusted_with_is_refused_at_its_line)
{
    const source_case *one = &sources[_i];
    cds_ctx ctx = {.mem = cds_arena_new(4096)};
    char where[32];
    snprintf(where, sizeof where, "a.lua:%d", one->line);
    cds_status status = check(&ctx, cds_text_of(one->text));
    ck_assert_msg(status == (one->line == 0 ? CDS_OK : CDS_REFUSED), "%s -> %s", one->text,
                  ctx.error.what);
    ck_assert_str_eq(ctx.error.where, one->line == 0 ? "" : where);
    cds_arena_free(ctx.mem);
}
END_TEST

START_TEST(a_source_has_at_most_sixteen_kibibytes)
{
    static char text[CDS_SOURCE_BYTES + 2];
    cds_ctx ctx = {.mem = NULL};
    memset(text, ' ', sizeof text);
    ck_assert_int_eq(check(&ctx, (cds_text){text, CDS_SOURCE_BYTES}), CDS_OK);
    ck_assert_int_eq(check(&ctx, (cds_text){text, CDS_SOURCE_BYTES + 1}), CDS_REFUSED);
}
END_TEST

START_TEST(bytes_that_are_no_text_are_refused)
{
    static const cds_text texts[] = {
        CDS_TEXT("a\0b"),
        CDS_TEXT("'\xff'"),
        CDS_TEXT("'\xc0\xaf'"),
        CDS_TEXT("'\xed\xa0\x80'"),
        CDS_TEXT("'\xf4\x90\x80\x80'"),
        CDS_TEXT("'\xe2\x82'"),
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        cds_ctx ctx = {.mem = NULL};
        ck_assert_msg(check(&ctx, texts[i]) == CDS_REFUSED, "text %zu was accepted", i);
    }
    cds_ctx ctx = {.mem = NULL};
    ck_assert_int_eq(check(&ctx, CDS_TEXT("'\xe2\x82\xac \xf0\x9f\x8f\x83'")), CDS_OK);
}
END_TEST

START_TEST(a_members_line_is_found_behind_the_declaration)
{
    cds_text source = CDS_TEXT("rule {\n  id = 1,\n  -- titel = 2\n  titel = 3,\n}\n");
    ck_assert_int_eq(cds_source_member_line(source, 1, CDS_TEXT("titel")), 4);
    ck_assert_int_eq(cds_source_member_line(source, 3, CDS_TEXT("id")), 3);
    ck_assert_int_eq(cds_source_member_line(source, 1, CDS_TEXT("none")), 1);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("tokens");
    TCase *tests = tcase_create("source");
    tcase_add_loop_test(tests, what_lua_cannot_be_trusted_with_is_refused_at_its_line, 0,
                        (int)(sizeof sources / sizeof *sources));
    tcase_add_test(tests, a_source_has_at_most_sixteen_kibibytes);
    tcase_add_test(tests, bytes_that_are_no_text_are_refused);
    tcase_add_test(tests, a_members_line_is_found_behind_the_declaration);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
