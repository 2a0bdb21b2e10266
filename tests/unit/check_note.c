// SPDX-License-Identifier: Apache-2.0
// Signed notes and the key they are signed with: what is written, and what is not believed.
#include <sys/stat.h>
#include <unistd.h>

#include "engine/base/base64.h"
#include "server/record/data_dir.h"
#include "server/record/log_key.h"
#include "tests/unit/record_fixture.h"

// Of the signed-note examples in Go's golang.org/x/mod/sumdb/note: a key that others made.
#define VKEY "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
#define LETTERS_32 "abcdefghijklmnopqrstuvwxyzabcdef"
#define ROOT "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="

static fixture made;
static srv_log_key key;
static const cds_text node = {"0193a2b4-0000-7000-8000-000000000001", SRV_ID_LENGTH};

static void setup(void)
{
    made = fixture_make();
    ck_assert_int_eq(srv_log_key_open(&made.ctx, made.dir, node, &key), CDS_OK);
}

static void teardown(void)
{
    fixture_drop(&made);
}

static cds_text note_of(uint64_t size)
{
    const srv_root tree = {size, cds_digest(NULL, 0)};
    cds_buf buf;
    cds_text note;
    cds_buf_init(&buf, made.ctx.mem);
    srv_note_write(&buf, &key.signer, &key.pair, &tree);
    ck_assert_int_eq(cds_buf_end(&made.ctx, &buf, &note), CDS_OK);
    return note;
}

static bool believes(cds_text note)
{
    srv_root root;
    cds_error_clear(&made.ctx);
    return srv_note_read(&made.ctx, note, &key.signer, &root) == CDS_OK;
}

START_TEST(a_note_is_origin_size_root_and_a_signature_line)
{
    const cds_text note = note_of(41);
    srv_root root;
    static const char head[] = "tendon/0193a2b4-0000-7000-8000-000000000001\n41\n" ROOT
                               "\n\n\xe2\x80\x94 tendon/0193a2b4-0000-7000-8000-000000000001 ";
    ck_assert(cds_text_starts(note, head));
    ck_assert_uint_eq(note.length, strlen(head) + 92 + 1); // base64 of 4 + 64 bytes
    ck_assert_int_eq(srv_note_read(&made.ctx, note, &key.signer, &root), CDS_OK);
    ck_assert_uint_eq(root.size, 41);
}
END_TEST

START_TEST(one_changed_bit_anywhere_is_not_believed)
{
    const cds_text note = note_of(1795338);
    char changed[512];
    for (size_t bit = 0; bit < 8 * note.length; bit++) {
        memcpy(changed, note.data, note.length);
        changed[bit / 8] ^= (char)(1 << bit % 8);
        ck_assert_msg(!believes((cds_text){changed, note.length}), "bit %zu", bit);
    }
    for (size_t length = 0; length < note.length; length++)
        ck_assert(!believes((cds_text){note.data, length}));
}
END_TEST

START_TEST(a_witness_may_sign_beside_the_log_but_not_instead_of_it)
{
    char both[1024];
    const cds_text note = note_of(7);
    const char *sign = strstr(note.data, "\n\n") + 2;
    const int text = (int)(sign - note.data);
    snprintf(both, sizeof both, "%.*s\xe2\x80\x94 witness AAAAAAAA\n", (int)note.length,
             note.data);
    ck_assert(believes(cds_text_of(both)));
    snprintf(both, sizeof both, "%.*s\xe2\x80\x94 witness AAAAAAAA\n", text, note.data);
    ck_assert(!believes(cds_text_of(both)));
    snprintf(both, sizeof both, "%.*s%.*s%.*s", text, note.data, (int)note.length - text, sign,
             (int)note.length - text, sign);
    ck_assert(!believes(cds_text_of(both)));
}
END_TEST

/** A note with that line for its size, well signed. */
static cds_text signed_with(const char *size)
{
    char text[512];
    uint8_t line[4 + CDS_SIGNATURE_BYTES];
    cds_buf buf;
    cds_text note = note_of(1);
    ck_assert(cds_base64_read((cds_text){note.data + note.length - 93, 92}, line, sizeof line));
    snprintf(text, sizeof text, "%s\n%s\n" ROOT "\n", key.signer.name, size);
    const cds_signature signature = cds_sign(&key.pair, cds_text_of(text));
    memcpy(line + 4, signature.bytes, sizeof signature.bytes);
    cds_buf_init(&buf, made.ctx.mem);
    cds_buf_format(&buf, "%s\n\xe2\x80\x94 %s ", text, key.signer.name);
    cds_buf_base64(&buf, line, sizeof line);
    cds_buf_char(&buf, '\n');
    ck_assert_int_eq(cds_buf_end(&made.ctx, &buf, &note), CDS_OK);
    return note;
}

START_TEST(a_size_that_could_be_written_otherwise_is_not_believed)
{
    static const char *const sizes[] = {
        "", "01", "+1", "-1", "1.0", "1 ", "1234567890123456789", "1\n1"};
    ck_assert(believes(signed_with("0")));
    ck_assert(believes(signed_with("123456789012345678")));
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        ck_assert_msg(!believes(signed_with(sizes[i])), "%s", sizes[i]);
}
END_TEST

START_TEST(a_key_that_others_made_reads_and_is_written_alike)
{
    srv_signer signer;
    cds_buf buf;
    cds_text again;
    ck_assert(srv_signer_read(CDS_TEXT(VKEY "\n"), &signer));
    ck_assert_str_eq(signer.name, "PeterNeumann");
    cds_buf_init(&buf, made.ctx.mem);
    srv_signer_write(&buf, &signer);
    ck_assert_int_eq(cds_buf_end(&made.ctx, &buf, &again), CDS_OK);
    ck_assert(cds_text_is(again, VKEY));
}
END_TEST

START_TEST(doubtful_public_keys_are_refused)
{
    static const char *const texts[] = {
        "",
        "+",
        "a+b",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter\x7fNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+*Rpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann-c74f20a3-ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        LETTERS_32 LETTERS_32 LETTERS_32 LETTERS_32
        "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"};
    srv_signer signer;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        ck_assert_msg(!srv_signer_read(cds_text_of(texts[i]), &signer), "%s", texts[i]);
}
END_TEST

static const char *path_of(const char *name)
{
    const char *path;
    ck_assert_int_eq(srv_data_dir_path(&made.ctx, made.dir, name, &path), CDS_OK);
    return path;
}

START_TEST(the_key_is_made_once_for_the_owner_alone_and_its_public_half_is_for_all)
{
    srv_log_key again;
    srv_signer signer;
    struct stat there;
    ck_assert_int_eq(srv_log_key_open(&made.ctx, made.dir, node, &again), CDS_OK);
    ck_assert_mem_eq(&again.pair, &key.pair, sizeof key.pair);
    ck_assert_int_eq(stat(path_of("log.key"), &there), 0);
    ck_assert_uint_eq(there.st_mode & 07777, 0600);
    ck_assert_int_eq(stat(path_of("log.pub"), &there), 0);
    ck_assert_uint_eq(there.st_mode & 07777, 0644);
    ck_assert_int_eq(srv_log_pub_read(&made.ctx, made.dir, &signer), CDS_OK);
    ck_assert_mem_eq(&signer.key, &key.signer.key, sizeof signer.key);
}
END_TEST

START_TEST(a_lost_public_half_is_written_again_a_lost_or_wrong_key_is_not)
{
    srv_log_key again;
    ck_assert_int_eq(unlink(path_of("log.pub")), 0);
    ck_assert_int_eq(srv_log_key_open(&made.ctx, made.dir, node, &again), CDS_OK);
    ck_assert_int_eq(access(path_of("log.pub"), R_OK), 0);
    ck_assert_int_eq(unlink(path_of("log.key")), 0);
    ck_assert_int_eq(srv_log_key_open(&made.ctx, made.dir, node, &again), CDS_FAILED);
    ck_assert_int_ne(access(path_of("log.key"), F_OK), 0);
    cds_error_clear(&made.ctx);
    FILE *file = fopen(path_of("log.key"), "w");
    fputs("PRIVATE+KEY+nonsense\n", file);
    fclose(file);
    ck_assert_int_eq(srv_log_key_open(&made.ctx, made.dir, node, &again), CDS_FAILED);
    ck_assert_ptr_nonnull(strstr(made.ctx.error.what, "bring back"));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("note");
    TCase *cases = tcase_create("note");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_set_timeout(cases, 60);
    tcase_add_test(cases, a_note_is_origin_size_root_and_a_signature_line);
    tcase_add_test(cases, one_changed_bit_anywhere_is_not_believed);
    tcase_add_test(cases, a_witness_may_sign_beside_the_log_but_not_instead_of_it);
    tcase_add_test(cases, a_size_that_could_be_written_otherwise_is_not_believed);
    tcase_add_test(cases, a_key_that_others_made_reads_and_is_written_alike);
    tcase_add_test(cases, doubtful_public_keys_are_refused);
    tcase_add_test(cases,
                   the_key_is_made_once_for_the_owner_alone_and_its_public_half_is_for_all);
    tcase_add_test(cases, a_lost_public_half_is_written_again_a_lost_or_wrong_key_is_not);
    suite_add_tcase(suite, cases);
    return fixture_run(suite);
}
