// SPDX-License-Identifier: Apache-2.0
// Files of cases: how a person and a case become one assessment, and what is refused.
#include "engine/rules/casefile.h"

#include "release_fixture.h"

static cds_status read_as(release *made, const char *path, const char *text, cds_casefile *out)
{
    cds_file file = {cds_text_of(path), cds_text_of(text)};
    return cds_casefile_read(&made->ctx, made->rules, &file, out);
}

typedef struct merge_case {
    const char *person, *facts, *merged;
} merge_case;

static const merge_case merges[] = {
    {"", "", "{}"},
    {"person { patient = { age_years = 52 } }", "", "{\"patient\":{\"age_years\":52}}"},
    {"person { patient = { age_years = 52, fever = true } }", "patient = { age_years = 39 }",
     "{\"patient\":{\"age_years\":39,\"fever\":true}}"},
    {"person { patient = { age_years = 52, fever = true } }",
     "patient = { age_years = unknown }", "{\"patient\":{\"fever\":true}}"},
    {"person { patient = { age_years = 52 }, rehab = { pain = 1 } }", "patient = unknown",
     "{\"rehab\":{\"pain\":1}}"},
    {"person { patient = { sites = { \"calf\", \"knee\" } } }",
     "patient = { sites = { \"groin\" } }", "{\"patient\":{\"sites\":[\"groin\"]}}"},
    {"person { patient = { sites = { \"calf\" } } }", "patient = { sites = {} }",
     "{\"patient\":{\"sites\":[]}}"},
    {"person { patient = {} }", "", "{\"patient\":{}}"},
    {"",
     "rehab = { stage = 2 }, patient = { drugs = { { dose = 2, class = \"nsaid\" } }, "
     "word = \"x\" }, assessed_on = \"2026-11-24\"",
     "{\"assessed_on\":\"2026-11-24\",\"patient\":{\"word\":\"x\",\"drugs\":[{\"class\":"
     "\"nsaid\",\"dose\":2}]},\"rehab\":{\"stage\":2}}"},
    {"person { patient = { fever = false } }", "", "{\"patient\":{\"fever\":false}}"},
};

START_TEST(a_case_changes_its_person_member_by_member)
{
    const merge_case *one = &merges[_i];
    release made = release_new();
    release_look(&made);
    char text[1024];
    snprintf(text, sizeof text, "%s\ncase \"x\" { %s%s expect = silent }", one->person,
             one->facts, one->facts[0] == '\0' ? "" : ",");
    cds_casefile file;
    cds_status status = read_as(&made, "care/one.test.lua", text, &file);
    ck_assert_msg(status == CDS_OK, "%s: %s", made.ctx.error.where, made.ctx.error.what);
    cds_buf buf;
    cds_buf_init(&buf, made.ctx.mem);
    cds_json_write(&buf, file.cases[0].assessment);
    ck_assert_text(((cds_text){buf.data, buf.length}), one->merged);
    release_free(&made);
}
END_TEST

START_TEST(each_expectation_is_kept_with_its_line)
{
    release made = release_new();
    release_look(&made);
    cds_casefile file;
    cds_status status = read_as(&made, "care/one.test.lua",
                                "case \"a\" { expect = answer \"now\" }\n"
                                "case \"b\" { expect = presumed \"now\" }\n"
                                "case \"c\" { expect = silent }\n"
                                "case \"d\" { expect = asks \"patient.fever\" }\n"
                                "case \"e\" { expect = asks \"/patient/fever\" }\n"
                                "case \"f\" { expect = decides { care = \"undetermined\" } }\n"
                                "case \"g\" { decides = { care = \"later\" } }\n",
                                &file);
    ck_assert_msg(status == CDS_OK, "%s: %s", made.ctx.error.where, made.ctx.error.what);
    static const cds_expect_kind kinds[] = {
        CDS_EXPECT_ANSWER, CDS_EXPECT_PRESUMED, CDS_EXPECT_SILENT,  CDS_EXPECT_ASKS,
        CDS_EXPECT_ASKS,   CDS_EXPECT_DECIDES,  CDS_EXPECT_DECIDES,
    };
    ck_assert_uint_eq(file.count, 7);
    for (int i = 0; i < 7; i++) {
        ck_assert_int_eq(file.cases[i].expect, kinds[i]);
        ck_assert_int_eq(file.cases[i].line, i + 1);
    }
    ck_assert_text(file.path, "care/one.test.lua");
    ck_assert_ptr_eq(file.rule, &cds_ruleset_look(made.rules)->rules[0]);
    ck_assert_text(file.cases[0].name, "a");
    ck_assert_text(file.cases[0].text, "now");
    ck_assert_text(file.cases[4].text, "patient.fever");
    ck_assert_uint_eq(file.cases[6].decides_count, 1);
    ck_assert_text(file.cases[6].decides[0].decision, "care");
    ck_assert_text(file.cases[6].decides[0].answer, "later");
    release_free(&made);
}
END_TEST

START_TEST(a_file_beside_no_rule_is_about_whole_decisions)
{
    release made = release_new();
    release_look(&made);
    cds_casefile file;
    ck_assert_int_eq(read_as(&made, "whole/story.test.lua",
                             "case \"a\" { decides = { care = \"none\" } }", &file),
                     CDS_OK);
    ck_assert_ptr_null(file.rule);
    ck_assert_int_eq(
        read_as(&made, "whole/story.test.lua", "case \"a\" { expect = silent }", &file),
        CDS_REFUSED);
    ck_assert_ptr_nonnull(strstr(made.ctx.error.what, "there is none"));
    release_free(&made);
}
END_TEST

static const struct {
    const char *text, *where, *words;
} refused[] = {
    {"", ":1", "at least one case"},
    {"person {}", ":1", "at least one case"},
    {"case \"a\"", ":1", "no { ... }"},
    {"case \"a\"\ncase \"b\" { expect = silent }", ":1", "no { ... }"},
    {"case { expect = silent }", ":1", "usage"},
    {"case \"a\" {}", ":1", "says what to expect"},
    {"case \"a\" { expect = silent, decides = { care = \"now\" } }", ":1", "once"},
    {"case \"a\" { expect = 3 }", ":1", "got a number"},
    {"case \"a\" { expect = answer \"later\" }", ":1", "its answer is 'now'"},
    {"case \"a\" { expect = asks \"patient.fevr\" }", ":1", "did you mean 'patient.fever'"},
    {"case \"a\" { decides = { cre = \"now\" } }", ":1", "did you mean 'care'"},
    {"case \"a\" { decides = { care = \"nowe\" } }", ":1", "did you mean 'now'"},
    {"case \"a\" { expect = silent }\n\ncase \"a\" { expect = silent }", ":3", "twice"},
    {"case \"a\" { expect = silent }\nperson {}", ":2", "before the cases"},
    {"person {}\nperson {}", ":2", "once"},
    {"person { patient = { agee_years = 3 } }", ":1", "did you mean 'age_years'"},
    {"person { patiant = {} }", ":1", "did you mean 'patient'"},
    {"person { patient = 3 }", ":1", "a group of facts"},
    {"person { 3 }", ":1", "usage"},
    {"case \"a\" { patient = { age_years = {} }, expect = silent }", ":1", "can't be a table"},
    {"\ncase \"a\" { patient = { age_years = 4 }, expect = silent }", ":2",
     "/patient/age_years"},
    {"case \"a\" { patient = { age_years = \"4\" }, expect = silent }", ":1",
     "/patient/age_years"},
    {"case \"a\" { patient = { sites = { \"cal\" } }, expect = silent }", ":1",
     "/patient/sites/0"},
    {"survives { leaf = \"fever: yes\", change = \"turned round\" }", ":1", "reason"},
    {"survives { leaf = \"a\", change = \"b\", reason = \"c\" }\n"
     "survives { leaf = \"a\", change = \"b\", reason = \"d\" }",
     ":2", "twice"},
    {"case \"a\" { expect = quiet }", ":1", "unknown name 'quiet'"},
    {"rule {}", ":1", "unknown name 'rule'"},
    {"x = 1", ":1", "write local x"},
    {"while true do end", ":1", "budget"},
    {"local a = 1 & 2", ":1", "bitwise"},
};

START_TEST(a_wrong_file_of_cases_is_refused_at_its_line)
{
    release made = release_new();
    release_look(&made);
    cds_casefile file;
    char where[64];
    snprintf(where, sizeof where, "care/one.test.lua%s", refused[_i].where);
    ck_assert_msg(read_as(&made, "care/one.test.lua", refused[_i].text, &file) == CDS_REFUSED,
                  "accepted: %s", refused[_i].text);
    ck_assert_msg(strcmp(made.ctx.error.where, where) == 0 &&
                      strstr(made.ctx.error.what, refused[_i].words) != NULL,
                  "expected %s '%s', got %s: %s", where, refused[_i].words,
                  made.ctx.error.where, made.ctx.error.what);
    release_free(&made);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("casefile");
    TCase *tests = tcase_create("cases");
    tcase_add_loop_test(tests, a_case_changes_its_person_member_by_member, 0,
                        (int)(sizeof merges / sizeof *merges));
    tcase_add_test(tests, each_expectation_is_kept_with_its_line);
    tcase_add_test(tests, a_file_beside_no_rule_is_about_whole_decisions);
    tcase_add_loop_test(tests, a_wrong_file_of_cases_is_refused_at_its_line, 0,
                        (int)(sizeof refused / sizeof *refused));
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
