// SPDX-License-Identifier: Apache-2.0
// The data folder and the small files in it: made, noted, read back and locked, or it is said
// why not; and the files that a database's address names.
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "server/record/data_dir.h"
#include "server/record/place.h"
#include "server/record/store_postgres_files.h"
#include "tests/unit/record_fixture.h"

static fixture made;
static bool folders_fail;

// In the place of the C library's.
int fsync(int file)
{
    struct stat there;
    if (folders_fail && fstat(file, &there) == 0 && S_ISDIR(there.st_mode)) {
        errno = EIO;
        return -1;
    }
    return fdatasync(file);
}

static void setup(void)
{
    made = fixture_make();
}

static void teardown(void)
{
    folders_fail = false;
    fixture_drop(&made);
}

static const char *path_of(const char *name)
{
    const char *path;
    ck_assert_int_eq(srv_data_dir_path(&made.ctx, made.dir, name, &path), CDS_OK);
    return path;
}

/** Nothing larger than that can be written from now on. */
static void limit_files(rlim_t bytes)
{
    const struct rlimit limit = {bytes, RLIM_INFINITY};
    ck_assert(signal(SIGXFSZ, SIG_IGN) != SIG_ERR);
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

/** The failure was said, with where it was; it is forgotten. */
static void assert_said(cds_status status, const char *where, const char *what)
{
    ck_assert_int_eq(status, CDS_FAILED);
    ck_assert_str_eq(made.ctx.error.where, where);
    ck_assert_msg(strstr(made.ctx.error.what, what) != NULL, "%s", made.ctx.error.what);
    cds_error_clear(&made.ctx);
}

START_TEST(a_word_is_noted_whole_and_read_to_the_end_of_its_line)
{
    static const struct {
        const char *noted, *read;
    } words[] = {{"one", "one"}, {"", ""}, {"one\ntwo", "one"}, {"one\r\n", "one"}};
    const char *word;
    struct stat there;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        ck_assert_int_eq(
            srv_place_note(&made.ctx, made.dir, "word", cds_text_of(words[i].noted)), CDS_OK);
        ck_assert_int_eq(srv_place_noted(&made.ctx, made.dir, "word", &word), CDS_OK);
        ck_assert_str_eq(word, words[i].read);
    }
    ck_assert_int_eq(stat(path_of("word"), &there), 0);
    ck_assert_uint_eq(there.st_mode & 0777, 0600);
    ck_assert_int_ne(access(path_of("word.new"), F_OK), 0);
    ck_assert_int_eq(srv_place_noted(&made.ctx, made.dir, "other", &word), CDS_NOT_FOUND);
}
END_TEST

START_TEST(a_word_that_can_not_be_written_leaves_the_one_before)
{
    const char *word;
    static char room[1 << 18];
    const cds_text longer = {room, sizeof room};
    ck_assert_int_eq(srv_place_note(&made.ctx, made.dir, "word", CDS_TEXT("one")), CDS_OK);
    limit_files(1 << 17);
    assert_said(srv_place_note(&made.ctx, made.dir, "word", longer), path_of("word"),
                "written");
    limit_files(RLIM_INFINITY);
    ck_assert_int_eq(unlink(path_of("word.new")), 0);
    ck_assert_int_eq(mkdir(path_of("word.new"), 0700), 0);
    assert_said(srv_place_note(&made.ctx, made.dir, "word", longer), path_of("word"),
                "written");
    ck_assert_int_eq(srv_place_noted(&made.ctx, made.dir, "word", &word), CDS_OK);
    ck_assert_str_eq(word, "one");
}
END_TEST

START_TEST(a_word_whose_name_is_not_synced_or_taken_is_said)
{
    folders_fail = true;
    assert_said(srv_place_note(&made.ctx, made.dir, "word", CDS_TEXT("one")), made.dir,
                "synced");
    folders_fail = false;
    ck_assert_int_eq(mkdir(path_of("folder"), 0700), 0);
    assert_said(srv_place_note(&made.ctx, made.dir, "folder", CDS_TEXT("one")),
                path_of("folder"), "written");
}
END_TEST

START_TEST(what_can_not_be_read_is_not_taken_for_missing)
{
    const char *word;
    ck_assert_int_eq(mkdir(path_of("store"), 0700), 0);
    assert_said(srv_place_read(&made.ctx, made.dir, &word), path_of("store"), "read");
    ck_assert_int_eq(rmdir(path_of("store")), 0);
    ck_assert_int_eq(symlink("store", path_of("store")), 0); // in a circle
    assert_said(srv_place_read(&made.ctx, made.dir, &word), path_of("store"), "read");
    ck_assert_int_eq(unlink(path_of("store")), 0);
    ck_assert_int_eq(srv_place_read(&made.ctx, made.dir, &word), CDS_OK);
    ck_assert_ptr_null(word);
}
END_TEST

START_TEST(only_an_address_of_postgresql_on_one_line_names_a_store)
{
    static char too_long[5000] = "postgresql://";
    const char *const wrong[] = {
        "",      "x", "sqlite://x", "postgresql:/x", "postgresql://a\nb", "postgres://a\rb",
        too_long};
    const char *url;
    memset(too_long + strlen(too_long), 'a', sizeof too_long - 14);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        ck_assert_int_eq(srv_place_set(&made.ctx, made.dir, wrong[i]), CDS_INVALID);
        cds_error_clear(&made.ctx);
    }
    ck_assert_int_eq(srv_place_set(&made.ctx, made.dir, "postgres://here/x"), CDS_OK);
    ck_assert_int_eq(srv_place_read(&made.ctx, made.dir, &url), CDS_OK);
    ck_assert_str_eq(url, "postgres://here/x");
    ck_assert(!srv_place_is_begun(&made.ctx, made.dir));
    ck_assert_int_eq(srv_place_note(&made.ctx, made.dir, "node", CDS_TEXT("n")), CDS_OK);
    ck_assert(srv_place_is_begun(&made.ctx, made.dir));
}
END_TEST

START_TEST(a_store_is_not_named_in_a_folder_that_can_not_be)
{
    ck_assert_int_eq(close(open(path_of("file"), O_CREAT | O_WRONLY, 0600)), 0);
    assert_said(srv_place_set(&made.ctx, path_of("file/data"), "postgresql://x"),
                path_of("file/data"), "could not be made");
}
END_TEST

START_TEST(a_folder_is_made_with_all_above_it_from_here_or_from_the_root)
{
    struct stat there;
    ck_assert_int_eq(chdir(made.dir), 0);
    static const char *const names[] = {"a", "a/b//c/", "./d/../e"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        ck_assert_int_eq(srv_data_dir_make(&made.ctx, names[i]), CDS_OK);
        ck_assert_int_eq(stat(path_of(names[i]), &there), 0);
        ck_assert(S_ISDIR(there.st_mode));
        ck_assert_uint_eq(there.st_mode & 0777, 0700);
    }
    ck_assert_int_eq(chdir("/"), 0);
}
END_TEST

START_TEST(a_folder_whose_name_is_too_long_or_not_synced_is_not_made)
{
    char name[300] = "";
    memset(name, 'a', 256);
    ck_assert_int_eq(srv_data_dir_make(&made.ctx, path_of(name)), CDS_FAILED);
    ck_assert_ptr_nonnull(strstr(made.ctx.error.what, "too long"));
    cds_error_clear(&made.ctx);
    folders_fail = true;
    assert_said(srv_data_dir_make(&made.ctx, path_of("new")), path_of("new"),
                "could not be made");
    ck_assert_int_ne(access(path_of("new"), F_OK), 0);
    assert_said(srv_data_dir_sync(&made.ctx, path_of("none")), path_of("none"), "synced");
}
END_TEST

START_TEST(a_lock_and_a_file_that_can_not_be_made_are_said)
{
    int lock = -1;
    ck_assert_int_eq(mkdir(path_of("tendon.lock"), 0700), 0);
    assert_said(srv_data_dir_lock(&made.ctx, made.dir, &lock), path_of("tendon.lock"),
                "could not be opened");
    ck_assert_int_eq(srv_data_dir_touch(&made.ctx, path_of("new")), CDS_OK);
    ck_assert_int_eq(srv_data_dir_touch(&made.ctx, path_of("new")), CDS_OK);
    assert_said(srv_data_dir_touch(&made.ctx, path_of("none/new")), path_of("none/new"),
                "could not be made");
}
END_TEST

START_TEST(a_ballast_is_whole_or_not_there)
{
    struct stat there;
    limit_files(1 << 20);
    ck_assert(!srv_ballast_make(&made.ctx, made.dir));
    ck_assert_int_ne(access(path_of("ballast"), F_OK), 0);
    limit_files(RLIM_INFINITY);
    ck_assert(!srv_ballast_make(&made.ctx, path_of("none")));
    ck_assert(srv_ballast_make(&made.ctx, made.dir));
    ck_assert(srv_ballast_make(&made.ctx, made.dir));
    ck_assert_int_eq(truncate(path_of("ballast"), 9), 0); // of a start that was cut short
    ck_assert(srv_ballast_make(&made.ctx, made.dir));
    ck_assert_int_eq(stat(path_of("ballast"), &there), 0);
    ck_assert_int_eq(there.st_size, (off_t)SRV_BALLAST_BYTES);
    ck_assert(srv_ballast_free(&made.ctx, made.dir));
    ck_assert(!srv_ballast_free(&made.ctx, made.dir));
}
END_TEST

static char named[256];

static void note_path(void *user, const char *path)
{
    (void)user;
    strcat(strcat(named, path), " ");
}

static const struct {
    const char *url, *names;
} addresses[] = {
    {"postgresql://u@h/d?sslrootcert=/etc/ca.crt&sslcert=/etc/me.crt&sslkey=/etc/me.key",
     "/etc/me.crt /etc/me.key /etc/ca.crt "},
    {"postgresql://u@h/d?passfile=/etc/pass&sslcrl=near.crl&host=/run/postgresql",
     "/etc/pass "},
    {"postgresql://h/d?nonsense=/etc/x", ""},
    {"postgresql://[h", ""},
};

START_TEST(the_files_an_address_names_are_told_and_those_of_the_environment)
{
    named[0] = '\0';
    ck_assert_int_eq(unsetenv("HOME"), 0);
    srv_postgres_files(addresses[_i].url, note_path, NULL);
    ck_assert_msg(strncmp(named, addresses[_i].names, strlen(addresses[_i].names)) == 0, "%s",
                  named);
    ck_assert_ptr_null(strstr(named, "/run"));
    named[0] = '\0';
    ck_assert_int_eq(setenv("PGSSLCRL", "/etc/of.crl", 1), 0);
    srv_postgres_files(addresses[_i].url, note_path, NULL);
    ck_assert_ptr_nonnull(strstr(named, "/etc/of.crl"));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("place");
    TCase *cases = tcase_create("place");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_test(cases, a_word_is_noted_whole_and_read_to_the_end_of_its_line);
    tcase_add_test(cases, a_word_that_can_not_be_written_leaves_the_one_before);
    tcase_add_test(cases, a_word_whose_name_is_not_synced_or_taken_is_said);
    tcase_add_test(cases, what_can_not_be_read_is_not_taken_for_missing);
    tcase_add_test(cases, only_an_address_of_postgresql_on_one_line_names_a_store);
    tcase_add_test(cases, a_store_is_not_named_in_a_folder_that_can_not_be);
    tcase_add_test(cases, a_folder_is_made_with_all_above_it_from_here_or_from_the_root);
    tcase_add_test(cases, a_folder_whose_name_is_too_long_or_not_synced_is_not_made);
    tcase_add_test(cases, a_lock_and_a_file_that_can_not_be_made_are_said);
    tcase_add_test(cases, a_ballast_is_whole_or_not_there);
    tcase_add_loop_test(cases, the_files_an_address_names_are_told_and_those_of_the_environment,
                        0, sizeof addresses / sizeof *addresses);
    suite_add_tcase(suite, cases);
    return fixture_run(suite);
}
