// SPDX-License-Identifier: Apache-2.0
// The files of a log's key: who damages, mixes up or can't write them is told which, and a key
// that is there is never made anew.
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/base/base64.h"
#include "server/record/data_dir.h"
#include "server/record/log_key.h"
#include "tests/unit/record_fixture.h"

static fixture made;
static srv_log_key key;
static const cds_text node = {"0193a2b4-0000-7000-8000-000000000001", SRV_ID_LENGTH};
static const cds_text other_node = {"0193a2b4-0000-7000-8000-000000000002", SRV_ID_LENGTH};

typedef enum failing {
    NONE,
    FILES,
    FOLDERS,
} failing;

static failing syncs;

// In the place of the C library's.
int fsync(int file)
{
    struct stat there;
    if (syncs != NONE && fstat(file, &there) == 0 &&
        S_ISDIR(there.st_mode) == (syncs == FOLDERS)) {
        errno = EIO;
        return -1;
    }
    return fdatasync(file);
}

static void setup(void)
{
    made = fixture_make();
    ck_assert_int_eq(srv_log_key_open(&made.ctx, made.dir, node, &key), CDS_OK);
}

static void teardown(void)
{
    syncs = NONE;
    fixture_drop(&made);
}

static const char *path_of(const char *name)
{
    const char *path;
    ck_assert_int_eq(srv_data_dir_path(&made.ctx, made.dir, name, &path), CDS_OK);
    return path;
}

static void put(const char *name, cds_text text)
{
    FILE *file = fopen(path_of(name), "w");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(text.data, 1, text.length, file), text.length);
    ck_assert_int_eq(fclose(file), 0);
}

/** What the file says now. */
static cds_text take(const char *name)
{
    cds_text text;
    ck_assert_int_eq(srv_small_file_read(&made.ctx, path_of(name), &text), CDS_OK);
    return text;
}

static void assert_refused(const char *name, const char *says)
{
    srv_log_key again;
    ck_assert_int_ne(srv_log_key_open(&made.ctx, made.dir, node, &again), CDS_OK);
    ck_assert_str_eq(made.ctx.error.where, path_of(name));
    ck_assert_msg(strstr(made.ctx.error.what, says) != NULL, "%s", made.ctx.error.what);
    cds_error_clear(&made.ctx);
}

#define HEAD "PRIVATE+KEY+tendon/0193a2b4-0000-7000-8000-000000000001+"
#define SEED "ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"

START_TEST(a_private_half_that_is_not_this_logs_is_refused_and_left)
{
    static const char *const texts[] = {
        "",
        HEAD "\n",
        HEAD SEED,
        HEAD SEED "\n\n",
        "PRIVATE-KEY+tendon/0193a2b4-0000-7000-8000-000000000001+" SEED "\n",
        "PRIVATE+KEY+tendon/0193a2b4-0000-7000-8000-000000000002+" SEED "\n",
        HEAD "*Rpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n",
        HEAD "AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n"}; // of another type
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        put("log.key", cds_text_of(texts[i]));
        assert_refused("log.key", "this is not the key of the log tendon/0193a2b4");
        ck_assert(cds_text_is(take("log.key"), texts[i]));
    }
    put("log.key", CDS_TEXT(HEAD SEED "\n"));
    assert_refused("log.pub", "not the public half of log.key");
}
END_TEST

START_TEST(a_file_that_is_too_long_or_no_file_is_refused)
{
    static char room[((size_t)64 << 10) + 1];
    put("log.key", (cds_text){room, sizeof room});
    assert_refused("log.key", "over 64 KiB");
    ck_assert_int_eq(unlink(path_of("log.key")), 0);
    ck_assert_int_eq(mkdir(path_of("log.key"), 0700), 0);
    assert_refused("log.key", "cannot be read");
    ck_assert_int_eq(rmdir(path_of("log.key")), 0);
    ck_assert_int_eq(symlink("log.key", path_of("log.key")), 0); // leads to itself
    ck_assert_int_eq(srv_small_file_read(&made.ctx, path_of("log.key"), &(cds_text){0}),
                     CDS_FAILED);
    ck_assert_ptr_nonnull(strstr(made.ctx.error.what, "cannot be opened"));
}
END_TEST

START_TEST(a_public_half_of_another_log_or_none_is_refused_and_left)
{
    char text[256];
    cds_buf line = {.data = text, .capacity = sizeof text};
    srv_signer other = key.signer;
    other.key.bytes[0] ^= 1;
    srv_signer_write(&line, &other);
    put("log.pub", (cds_text){text, line.length});
    assert_refused("log.pub", "not the public half of log.key");
    other = key.signer;
    memcpy(other.name + strlen("tendon/"), other_node.data, other_node.length);
    line.length = 0;
    srv_signer_write(&line, &other);
    put("log.pub", (cds_text){text, line.length});
    assert_refused("log.pub", "not the public half of log.key");
    ck_assert(cds_text_equal(take("log.pub"), (cds_text){text, line.length}));
    put("log.pub", CDS_TEXT("nonsense"));
    assert_refused("log.pub", "not the public half of a log's key");
}
END_TEST

static void forget_key(void)
{
    ck_assert_int_eq(unlink(path_of("log.key")), 0);
    ck_assert_int_eq(unlink(path_of("log.pub")), 0);
}

START_TEST(a_key_that_is_not_on_the_disk_is_none)
{
    srv_log_key again;
    forget_key();
    syncs = FILES;
    assert_refused("log.key", "cannot be written");
    ck_assert_int_ne(access(path_of("log.key"), F_OK), 0);
    syncs = FOLDERS;
    ck_assert_int_eq(srv_log_key_open(&made.ctx, made.dir, node, &again), CDS_FAILED);
    ck_assert_ptr_nonnull(strstr(made.ctx.error.what, "could not be synced"));
    cds_error_clear(&made.ctx);
    syncs = NONE;
    ck_assert_int_eq(srv_log_key_open(&made.ctx, made.dir, node, &again), CDS_OK);
    ck_assert_mem_ne(&again.pair, &key.pair, sizeof key.pair);
}
END_TEST

START_TEST(a_key_that_has_no_place_is_not_made)
{
    srv_log_key again;
    forget_key();
    ck_assert_int_eq(mkdir(path_of("log.new"), 0700), 0);
    assert_refused("log.new", "cannot be made");
    ck_assert_int_eq(rmdir(path_of("log.new")), 0);
    put("log.new", CDS_TEXT("of a start that was cut short"));
    ck_assert_int_eq(srv_log_key_open(&made.ctx, made.dir, node, &again), CDS_OK);
    ck_assert_int_ne(access(path_of("log.new"), F_OK), 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("log_key");
    TCase *cases = tcase_create("log_key");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_test(cases, a_private_half_that_is_not_this_logs_is_refused_and_left);
    tcase_add_test(cases, a_file_that_is_too_long_or_no_file_is_refused);
    tcase_add_test(cases, a_public_half_of_another_log_or_none_is_refused_and_left);
    tcase_add_test(cases, a_key_that_is_not_on_the_disk_is_none);
    tcase_add_test(cases, a_key_that_has_no_place_is_not_made);
    suite_add_tcase(suite, cases);
    return fixture_run(suite);
}
