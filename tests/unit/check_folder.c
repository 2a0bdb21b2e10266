// SPDX-License-Identifier: Apache-2.0
// Reading a rules folder: every file that belongs, and none that is silently left out.
#include <sys/stat.h>
#include <unistd.h>

#include "server/record/folder.h"
#include "tests/unit/record_fixture.h"

static void path_of(const fixture *made, const char *name, char out[300])
{
    snprintf(out, 300, "%s/%s", made->dir, name);
}

static void put(const fixture *made, const char *name)
{
    char path[300];
    path_of(made, name, path);
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fputs("-- text\n", file);
    fclose(file);
}

static void put_folder(const fixture *made, const char *name)
{
    char path[300];
    path_of(made, name, path);
    ck_assert_int_eq(mkdir(path, 0700), 0);
}

/** A rules folder of two files and the schema beside it. */
static fixture make_rules(void)
{
    fixture made = fixture_make();
    put(&made, "schema.json");
    put_folder(&made, "rules");
    put_folder(&made, "rules/class");
    put(&made, "rules/clinic.lua");
    put(&made, "rules/class/join.lua");
    return made;
}

static cds_status read_rules(fixture *made, const char *dir, srv_files *out)
{
    char rules[300];
    char schema[300];
    path_of(made, dir, rules);
    path_of(made, "schema.json", schema);
    return srv_folder_read(&made->ctx, &(srv_folder){rules, schema}, out);
}

static uint64_t signature_of(const fixture *made)
{
    char rules[300];
    char schema[300];
    path_of(made, "rules", rules);
    path_of(made, "schema.json", schema);
    return srv_folder_signature(&(srv_folder){rules, schema});
}

START_TEST(a_folder_is_read_in_order_without_hidden_and_spare_files)
{
    static const char *const expected[] = {"assessment.schema.json", "class/join.lua",
                                           "clinic.lua"};
    fixture made = make_rules();
    srv_files files;
    char lock[300];
    put(&made, "rules/clinic.lua~");
    put(&made, "rules/notes.txt");
    put_folder(&made, "rules/.git");
    put(&made, "rules/.git/old.lua");
    path_of(&made, "rules/.#clinic.lua", lock); // an editor's lock is a link to nowhere
    ck_assert_int_eq(symlink("me@here.1", lock), 0);
    ck_assert_int_eq(read_rules(&made, "rules", &files), CDS_OK);
    ck_assert_uint_eq(files.count, sizeof expected / sizeof *expected);
    for (size_t i = 0; i < files.count; i++) {
        ck_assert(cds_text_is(files.list[i].path, expected[i]));
    }
    fixture_drop(&made);
}
END_TEST

START_TEST(a_link_where_a_rule_could_stand_is_refused_by_name)
{
    static const char *const links[][2] = {{"class/late.lua", "../../schema.json"},
                                           {"class/lost.lua", "nowhere"},
                                           {"imaging", "class"}};
    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        fixture made = make_rules();
        srv_files files;
        char name[200];
        char path[300];
        snprintf(name, sizeof name, "rules/%s", links[i][0]);
        path_of(&made, name, path);
        const uint64_t before = signature_of(&made);
        ck_assert_int_eq(symlink(links[i][1], path), 0);
        ck_assert_uint_ne(signature_of(&made), before);
        ck_assert_int_eq(read_rules(&made, "rules", &files), CDS_FAILED);
        ck_assert_str_eq(made.ctx.error.where, path);
        ck_assert_ptr_nonnull(strstr(made.ctx.error.what, "link"));
        fixture_drop(&made);
    }
}
END_TEST

START_TEST(what_is_named_like_a_rule_and_is_no_file_is_refused)
{
    fixture made = make_rules();
    srv_files files;
    char path[300];
    path_of(&made, "rules/class/pipe.lua", path);
    ck_assert_int_eq(mkfifo(path, 0600), 0);
    ck_assert_int_eq(read_rules(&made, "rules", &files), CDS_FAILED);
    ck_assert_str_eq(made.ctx.error.where, path);
    fixture_drop(&made);
}
END_TEST

START_TEST(the_folder_itself_may_be_a_link_and_a_change_behind_it_is_seen)
{
    fixture made = make_rules();
    srv_files files;
    char current[300];
    char schema[300];
    path_of(&made, "current", current);
    path_of(&made, "schema.json", schema);
    const srv_folder folder = {current, schema};
    ck_assert_int_eq(symlink("rules", current), 0);
    ck_assert_int_eq(read_rules(&made, "current", &files), CDS_OK);
    ck_assert_uint_eq(files.count, 3);
    ck_assert(cds_text_is(files.list[1].path, "class/join.lua"));
    const uint64_t before = srv_folder_signature(&folder);
    put(&made, "rules/class/wait.lua");
    ck_assert_uint_ne(srv_folder_signature(&folder), before);
    fixture_drop(&made);
}
END_TEST

static void assert_refused(fixture *made, const char *dir, const char *where, const char *says)
{
    srv_files files;
    char path[300];
    path_of(made, where, path);
    ck_assert_int_eq(read_rules(made, dir, &files), CDS_FAILED);
    ck_assert_str_eq(made->ctx.error.where, path);
    ck_assert_msg(strstr(made->ctx.error.what, says) != NULL, "%s", made->ctx.error.what);
    cds_error_clear(&made->ctx);
}

START_TEST(a_folder_that_is_not_there_or_holds_no_rule_is_refused_by_name)
{
    fixture made = make_rules();
    put_folder(&made, "empty");
    put(&made, "empty/README.md");
    put(&made, "empty/rules.lock");
    assert_refused(&made, "none", "none", "cannot be read");
    assert_refused(&made, "empty", "empty", "no rule files");
    ck_assert_int_eq(srv_folder_read(&made.ctx, &(srv_folder){"", ""}, &(srv_files){0}),
                     CDS_FAILED);
    ck_assert_uint_eq(srv_folder_signature(&(srv_folder){"", "/dev/null"}), 0);
    ck_assert_uint_eq(srv_folder_signature(&(srv_folder){made.dir, "/none"}), 0);
    fixture_drop(&made);
}
END_TEST

START_TEST(a_file_that_is_too_large_or_no_file_is_refused_by_name)
{
    fixture made = make_rules();
    char path[300];
    path_of(&made, "rules/clinic.lua", path);
    ck_assert_int_eq(truncate(path, (off_t)SRV_FOLDER_FILE_BYTES), 0);
    srv_files files;
    ck_assert_int_eq(read_rules(&made, "rules//", &files), CDS_OK);
    ck_assert_uint_eq(files.list[2].bytes.length, SRV_FOLDER_FILE_BYTES);
    ck_assert_int_eq(truncate(path, (off_t)SRV_FOLDER_FILE_BYTES + 1), 0);
    assert_refused(&made, "rules", "rules/clinic.lua", "over 4 MiB");
    ck_assert_int_eq(truncate(path, 0), 0);
    path_of(&made, "schema.json", path);
    ck_assert_int_eq(unlink(path), 0);
    assert_refused(&made, "rules", "schema.json", "cannot be read");
    put_folder(&made, "schema.json");
    assert_refused(&made, "rules", "schema.json", "is not a file");
    fixture_drop(&made);
}
END_TEST

START_TEST(too_many_files_are_taken_for_another_folder)
{
    fixture made = make_rules();
    char first[300];
    char path[320];
    int made_count = 0;
    path_of(&made, "rules/class/join.lua", first);
    for (int i = 0; i < SRV_FOLDER_FILES_MAX - 1; i++) {
        snprintf(path, sizeof path, "%s.%d.lua", first, i);
        made_count += link(first, path) == 0;
    }
    ck_assert_int_eq(made_count, SRV_FOLDER_FILES_MAX - 1);
    assert_refused(&made, "rules", "rules", "holds over");
    fixture_drop(&made);
}
END_TEST

/** Whoever runs this; not root, who may read everything. */
static void be_nobody(bool is)
{
    if (getuid() == 0)
        ck_assert_int_eq(seteuid(is ? 65534 : 0), 0);
}

START_TEST(a_folder_below_that_may_not_be_read_is_refused_by_name)
{
    fixture made = make_rules();
    char path[300];
    ck_assert_int_eq(chmod(made.dir, 0755), 0);
    path_of(&made, "rules", path);
    ck_assert_int_eq(chmod(path, 0755), 0);
    path_of(&made, "rules/class", path);
    ck_assert_int_eq(chmod(path, 0), 0);
    be_nobody(true);
    assert_refused(&made, "rules", "rules/class", "cannot be read");
    be_nobody(false);
    ck_assert_int_eq(chmod(path, 0755), 0);
    path_of(&made, "rules/class/join.lua", path);
    ck_assert_int_eq(chmod(path, 0), 0);
    be_nobody(true);
    assert_refused(&made, "rules", "rules/class/join.lua", "cannot be read");
    be_nobody(false);
    fixture_drop(&made);
}
END_TEST

static Suite *folder_suite(void)
{
    Suite *suite = suite_create("folder");
    TCase *cases = tcase_create("folder");
    tcase_set_timeout(cases, 60);
    tcase_add_test(cases, a_folder_is_read_in_order_without_hidden_and_spare_files);
    tcase_add_test(cases, a_link_where_a_rule_could_stand_is_refused_by_name);
    tcase_add_test(cases, what_is_named_like_a_rule_and_is_no_file_is_refused);
    tcase_add_test(cases, the_folder_itself_may_be_a_link_and_a_change_behind_it_is_seen);
    tcase_add_test(cases, a_folder_that_is_not_there_or_holds_no_rule_is_refused_by_name);
    tcase_add_test(cases, a_file_that_is_too_large_or_no_file_is_refused_by_name);
    tcase_add_test(cases, too_many_files_are_taken_for_another_folder);
    tcase_add_test(cases, a_folder_below_that_may_not_be_read_is_refused_by_name);
    suite_add_tcase(suite, cases);
    return suite;
}

int main(void)
{
    return fixture_run(folder_suite());
}
