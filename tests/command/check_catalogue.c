// SPDX-License-Identifier: Apache-2.0
// The paper of the whole library, as the program writes it: complete, linked, and without a
// request to anywhere.
#include <check.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define PAGE_BYTES ((size_t)8 << 20)

static char folder[] = "/tmp/tendon-catalogue-XXXXXX";
static char *page, *style, *markdown;

static int run(const char *arguments)
{
    char line[1024];
    snprintf(line, sizeof line, "%s catalogue %s 2>/dev/null", TENDON_PROGRAM, arguments);
    int status = system(line);
    ck_assert(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static char *read_file(const char *name)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    ck_assert_msg(file != NULL, "%s is missing", path);
    char *bytes = malloc(PAGE_BYTES);
    ck_assert_ptr_nonnull(bytes);
    bytes[fread(bytes, 1, PAGE_BYTES - 1, file)] = '\0';
    (void)fclose(file);
    return bytes;
}

static void write_all(void)
{
    char line[512];
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(line, sizeof line, "--html %s --markdown %s/library.md", folder, folder);
    ck_assert_int_eq(run(line), 0);
    page = read_file("index.html");
    style = read_file("catalogue.css");
    markdown = read_file("library.md");
}

static void remove_all(void)
{
    static const char *const names[] = {"index.html", "catalogue.css", "library.md"};
    char path[256];
    for (size_t i = 0; i < 3; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        (void)unlink(path);
    }
    (void)rmdir(folder);
    free(page);
    free(style);
    free(markdown);
}

static size_t count(const char *text, const char *word)
{
    size_t found = 0;
    for (const char *at = strstr(text, word); at != NULL; at = strstr(at + 1, word))
        found++;
    return found;
}

START_TEST(every_rule_has_its_place_its_contents_line_and_its_boxes)
{
    size_t rules = count(page, " id=\"rule-");
    ck_assert_uint_gt(rules, 150);
    ck_assert_uint_eq(count(page, "href=\"#rule-"), rules);
    ck_assert_uint_eq(count(page, ">Signature</th>"), rules);
    ck_assert_uint_eq(count(page, "<dt>To the patient</dt>"), rules);
    ck_assert_uint_eq(count(page, "<dt>Tested with</dt>"), rules);
    ck_assert_uint_eq(count(markdown, "<a id=\"rule-"), rules);
    ck_assert_uint_eq(count(markdown, "| Agreed, or what to change |"), rules);
}
END_TEST

START_TEST(the_cover_says_which_release_and_what_signing_means)
{
    ck_assert_ptr_nonnull(strstr(page, "<dt>Digest</dt><dd>sha256:"));
    ck_assert_ptr_nonnull(strstr(page, "<dt>Printed on</dt><dd>20"));
    ck_assert_ptr_nonnull(strstr(page, "What signing means"));
    ck_assert_ptr_nonnull(strstr(markdown, "**Digest:** sha256:"));
    ck_assert_ptr_nonnull(strstr(style, "@page { @top-right { content: \"20"));
}
END_TEST

START_TEST(nothing_runs_and_nothing_is_fetched)
{
    static const char *const words[] = {"<script", " src=",   "@import",
                                        "url(",    "onclick", "javascript:"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        ck_assert_msg(strstr(page, words[i]) == NULL, "%s in the page", words[i]);
        ck_assert_msg(strstr(style, words[i]) == NULL, "%s in the stylesheet", words[i]);
    }
    ck_assert_uint_eq(count(page, "<link "), 1);
    ck_assert_uint_eq(count(page, "href=\"http"), count(page, "href=\"https://doi.org/"));
}
END_TEST

// Whether the text has the anchor that a link at `at`, up to `end`, names; once.
static void anchored(const char *text, const char *at, const char *end)
{
    char anchor[256];
    size_t length = strcspn(at, end);
    snprintf(anchor, sizeof anchor, "id=\"%.*s\"", (int)length, at);
    ck_assert_msg(count(text, anchor) == 1, "%s stands %zu times", anchor, count(text, anchor));
}

// Every seventh link that begins so: each search reads the whole text.
static void links_lead(const char *text, const char *begin, const char *end)
{
    size_t links = 0;
    for (const char *at = strstr(text, begin); at != NULL; at = strstr(at + 1, begin)) {
        if (links++ % 7 == 0)
            anchored(text, at + strlen(begin), end);
    }
    ck_assert_uint_gt(links, 100);
}

START_TEST(every_link_leads_somewhere)
{
    links_lead(page, "href=\"#", "\"");
    links_lead(markdown, "](<#", ">");
}
END_TEST

// The name of a tag, as long as it is one of ours.
static size_t name_at(const char *at)
{
    return strspn(at, "abcdefghijklmnopqrstuvwxyz123456");
}

START_TEST(tags_nest_and_headings_skip_no_level)
{
    const char *names[64];
    size_t depth = 0;
    int level = 0;
    ck_assert_ptr_nonnull(strstr(page, "<html lang=\"en-AU\">"));
    for (const char *at = strchr(strstr(page, "<body>"), '<'); at != NULL;
         at = strchr(at + 1, '<')) {
        bool closes = at[1] == '/';
        const char *name = at + (closes ? 2 : 1);
        size_t length = name_at(name);
        if (name[0] == 'h' && length == 2 && !closes) {
            ck_assert_int_le(name[1] - '0', level + 1);
            level = name[1] - '0';
        }
        if (!closes) {
            ck_assert_uint_lt(depth, 64);
            ck_assert_msg(name[0] != 'u' || depth == 0 || names[depth - 1][0] != 'p' ||
                              name_at(names[depth - 1]) != 1,
                          "a list in a paragraph");
            names[depth++] = name;
        } else if (strncmp(name, "html", 4) != 0) {
            depth--;
            ck_assert_msg(strncmp(names[depth], name, length) == 0 &&
                              name_at(names[depth]) == length,
                          "%.20s closes %.20s", name, names[depth]);
        }
    }
    ck_assert_uint_eq(depth, 0);
}
END_TEST

START_TEST(where_to_must_be_said_and_must_be_writable)
{
    ck_assert_int_eq(run(""), 2);
    ck_assert_int_eq(run("--markdown /nowhere/library.md"), 1);
    ck_assert_int_eq(run("--html /nowhere/library"), 1);
    ck_assert_int_eq(run("--markdown /dev/full"), 1);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("catalogue");
    TCase *cases = tcase_create("on paper");
    tcase_set_timeout(cases, 120);
    tcase_add_unchecked_fixture(cases, write_all, remove_all);
    tcase_add_test(cases, every_rule_has_its_place_its_contents_line_and_its_boxes);
    tcase_add_test(cases, the_cover_says_which_release_and_what_signing_means);
    tcase_add_test(cases, nothing_runs_and_nothing_is_fetched);
    tcase_add_test(cases, every_link_leads_somewhere);
    tcase_add_test(cases, tags_nest_and_headings_skip_no_level);
    tcase_add_test(cases, where_to_must_be_said_and_must_be_writable);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
