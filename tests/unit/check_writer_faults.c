// SPDX-License-Identifier: Apache-2.0
// The writer under kill -9, a file-size limit and a full disk: what was said to be kept is
// there, and it goes on by itself when it can.
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "server/record/data_dir.h"
#include "server/record/writer.h"
#include "tests/unit/store_fixture.h"

static atomic_bool syncs_fail;
static atomic_int syncs;

// In the place of the C library's, for SQLite too.
int fdatasync(int file)
{
    atomic_fetch_add(&syncs, 1);
    if (atomic_load(&syncs_fail)) {
        errno = EIO;
        return -1;
    }
    return fsync(file);
}

#define KILLS 50
#define IN_FLIGHT 32
#define NOTES_MAX 400000

typedef struct note {
    char id[SRV_ID_LENGTH + 1];
    int64_t number;
    cds_sha256 leaf;
} note;

static int to_parent;
static srv_writer *under_load;
static note notes[NOTES_MAX];
static size_t note_count;

// Tells the parent what is kept, then puts the next entry in its place.
static void acknowledge(srv_pending *pending, bool kept)
{
    note told = {.number = pending->entry.number, .leaf = pending->entry.leaf};
    memcpy(told.id, pending->entry.id, sizeof told.id);
    if (kept && write(to_parent, &told, sizeof told) != (ssize_t)sizeof told) {
        _exit(2);
    }
    cds_ctx *ctx = pending->user;
    cds_arena_reset(ctx->mem);
    pending->entry = fixture_entry();
    if (srv_entry_seal(ctx, &pending->entry) != CDS_OK ||
        !srv_writer_submit(under_load, pending)) {
        _exit(3);
    }
}

_Noreturn static void write_for_ever(fixture *made)
{
    static srv_pending pending[IN_FLIGHT];
    if (srv_writer_start(&made->ctx, made->dir, &under_load) != CDS_OK) {
        _exit(4);
    }
    for (size_t i = 0; i < IN_FLIGHT; i++) {
        pending[i] =
            (srv_pending){.entry = fixture_entry(), .done = acknowledge, .user = &made->ctx};
        (void)srv_entry_seal(&made->ctx, &pending[i].entry);
    }
    for (size_t i = 0; i < IN_FLIGHT; i++) {
        (void)srv_writer_submit(under_load, &pending[i]);
    }
    for (;;) {
        pause();
    }
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static bool read_note(int from)
{
    size_t got = 0;
    ck_assert_uint_lt(note_count, NOTES_MAX);
    while (got < sizeof(note)) {
        const ssize_t more = read(from, (char *)&notes[note_count] + got, sizeof(note) - got);
        if (more <= 0) {
            return false;
        }
        got += (size_t)more;
    }
    note_count++;
    return true;
}

// One life of a writing process: some notes, a little longer, then kill -9.
static void live_and_die(fixture *made, unsigned life)
{
    int ends[2];
    ck_assert_int_eq(pipe(ends), 0);
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        to_parent = ends[1];
        write_for_ever(made);
    }
    close(ends[1]);
    ck_assert(read_note(ends[0]));
    const double end = seconds() + 0.003 * (life % 10) + 0.0007 * life;
    while (seconds() < end && read_note(ends[0])) {
    }
    ck_assert_int_eq(kill(child, SIGKILL), 0);
    while (read_note(ends[0])) {
    }
    close(ends[0]);
    int status;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
}

static void assert_all_found(fixture *made, size_t from)
{
    srv_store *store;
    int64_t count;
    ck_assert_int_eq(srv_store_open(&made->ctx, made->dir, false, &store), CDS_OK);
    ck_assert_int_eq(srv_store_count(&made->ctx, store, &count), CDS_OK);
    for (size_t i = from; i < note_count; i++) {
        srv_entry found;
        cds_sha256 leaf;
        const cds_text id = cds_text_of(notes[i].id);
        ck_assert_int_eq(srv_store_find(&made->ctx, store, id, &found), CDS_OK);
        ck_assert_int_eq(found.number, notes[i].number);
        ck_assert_int_lt(found.number, count);
        ck_assert_int_eq(srv_entry_leaf(&made->ctx, &found, &leaf), CDS_OK);
        ck_assert_mem_eq(leaf.bytes, notes[i].leaf.bytes, CDS_SHA256_BYTES);
        cds_arena_reset(made->ctx.mem);
    }
    srv_store_close(store);
}

START_TEST(kill_9_at_any_moment_loses_nothing_that_was_acknowledged)
{
    fixture made = store_fixture_make();
    for (unsigned life = 0; life < KILLS; life++) {
        const size_t before = note_count;
        live_and_die(&made, life);
        assert_all_found(&made, before);
    }
    assert_all_found(&made, 0);
    fixture_drop(&made);
}
END_TEST

// One entry through the writer, waited for.
typedef struct single {
    srv_pending pending;
    atomic_int answer; // 0: none yet; 1: kept; 2: not
} single;

static void answer_single(srv_pending *pending, bool kept)
{
    atomic_store(&((single *)pending->user)->answer, kept ? 1 : 2);
}

static char large[32 << 10];

static bool keep_one(srv_writer *writer)
{
    single one = {.pending = {.entry = fixture_entry(), .done = answer_single}};
    one.pending.user = &one;
    one.pending.entry.assessment = (cds_text){large, sizeof large};
    ck_assert(srv_writer_submit(writer, &one.pending));
    while (atomic_load(&one.answer) == 0) {
        usleep(100);
    }
    const bool kept = atomic_load(&one.answer) == 1;
    if (kept) {
        notes[note_count] = (note){.number = one.pending.entry.number};
        memcpy(notes[note_count++].id, one.pending.entry.id, SRV_ID_LENGTH);
    }
    return kept;
}

static bool is_healthy_within(const srv_writer *writer, double limit_seconds)
{
    const double end = seconds() + limit_seconds;
    while (!srv_writer_healthy(writer) && seconds() < end) {
        usleep(10000);
    }
    return srv_writer_healthy(writer);
}

static void assert_numbers(fixture *made)
{
    srv_store *store;
    ck_assert_int_eq(srv_store_open(&made->ctx, made->dir, false, &store), CDS_OK);
    for (size_t i = 0; i < note_count; i++) {
        srv_entry found;
        const cds_text id = cds_text_of(notes[i].id);
        ck_assert_int_eq(srv_store_find(&made->ctx, store, id, &found), CDS_OK);
        ck_assert_int_eq(found.number, notes[i].number);
        ck_assert_uint_eq(found.assessment.length, sizeof large);
        cds_arena_reset(made->ctx.mem);
    }
    srv_store_close(store);
}

// Writes until the writer refuses and cannot mend itself.
static void write_until_broken(srv_writer *writer)
{
    int refused = 0;
    for (int i = 0; i < 5000 && refused < 20; i++) {
        refused = keep_one(writer) ? 0 : refused + 1;
    }
    ck_assert_int_eq(refused, 20);
    ck_assert(!is_healthy_within(writer, 1.5));
}

static void limit_files(rlim_t bytes)
{
    struct rlimit limit;
    ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = bytes;
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static srv_writer *start_writer(fixture *made)
{
    srv_writer *writer = NULL;
    const cds_status status = srv_writer_start(&made->ctx, made->dir, &writer);
    ck_assert_msg(status == CDS_OK, "%s: %s", made->ctx.error.where, made->ctx.error.what);
    return writer;
}

START_TEST(a_file_size_limit_refuses_entries_and_raising_it_mends_the_writer)
{
    fixture made = store_fixture_make();
    signal(SIGXFSZ, SIG_IGN);
    srv_writer *writer = start_writer(&made);
    ck_assert(keep_one(writer));
    limit_files(1 << 20);
    write_until_broken(writer);
    limit_files(RLIM_INFINITY);
    ck_assert(is_healthy_within(writer, 2));
    for (int i = 0; i < 10; i++) {
        ck_assert(keep_one(writer));
    }
    assert_numbers(&made);
    srv_writer_stop(writer);
    assert_numbers(&made);
    fixture_drop(&made);
}
END_TEST

START_TEST(nothing_is_kept_while_the_disk_fails_to_sync)
{
    fixture made = store_fixture_make();
    srv_writer *writer = start_writer(&made);
    for (int round = 0; round < 5; round++) {
        const int before = atomic_load(&syncs);
        ck_assert(keep_one(writer));
        ck_assert_int_gt(atomic_load(&syncs), before);
        atomic_store(&syncs_fail, true);
        ck_assert(!keep_one(writer));
        ck_assert(!is_healthy_within(writer, 0.1));
        ck_assert(!keep_one(writer));
        atomic_store(&syncs_fail, false);
        ck_assert(is_healthy_within(writer, 2));
    }
    assert_numbers(&made);
    srv_writer_stop(writer);
    assert_numbers(&made);
    fixture_drop(&made);
}
END_TEST

static bool write_file(const char *path, const char *text)
{
    const int file = open(path, O_WRONLY | O_CLOEXEC);
    const bool written = file >= 0 && write(file, text, strlen(text)) == (ssize_t)strlen(text);
    if (file >= 0) {
        close(file);
    }
    return written;
}

// A user namespace of our own, where a user who is not root may mount.
static bool become_mounter(void)
{
    char uids[40];
    char gids[40];
    snprintf(uids, sizeof uids, "0 %u 1", (unsigned)geteuid());
    snprintf(gids, sizeof gids, "0 %u 1", (unsigned)getegid());
    return unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 &&
           write_file("/proc/self/setgroups", "deny") &&
           write_file("/proc/self/uid_map", uids) && write_file("/proc/self/gid_map", gids);
}

// A disk of its own, 48 MiB small, that nobody else sees. False: this machine won't let us.
static bool mount_small_disk(const char *dir)
{
    if (unshare(CLONE_NEWNS) != 0 && !become_mounter()) {
        return false;
    }
    return mount("none", "/", "", MS_REC | MS_PRIVATE, NULL) == 0 &&
           mount("small", dir, "tmpfs", 0, "size=48m") == 0;
}

static void fill_disk(const char *filler)
{
    static char block[4096];
    const int file = open(filler, O_WRONLY | O_CREAT | O_APPEND, 0600);
    ck_assert_int_ge(file, 0);
    while (write(file, block, sizeof block) > 0) {
    }
    close(file);
}

static void assert_restart_on_full_disk(fixture *made, const char *filler)
{
    const char *ballast;
    ck_assert_int_eq(srv_data_dir_path(&made->ctx, made->dir, "ballast", &ballast), CDS_OK);
    srv_writer *writer = start_writer(made);
    ck_assert_int_ne(access(ballast, F_OK), 0);
    ck_assert(!srv_writer_healthy(writer));
    ck_assert(!keep_one(writer));
    assert_numbers(made);
    ck_assert_int_eq(unlink(filler), 0);
    ck_assert(is_healthy_within(writer, 2));
    ck_assert(keep_one(writer));
    assert_numbers(made);
    srv_writer_stop(writer);
    ck_assert_int_eq(srv_data_dir_path(&made->ctx, made->dir, "ballast", &ballast), CDS_OK);
    ck_assert_int_eq(access(ballast, F_OK), 0);
}

START_TEST(a_full_disk_refuses_entries_is_started_on_and_mends_with_room)
{
    fixture made = store_fixture_make();
    char filler[300];
    snprintf(filler, sizeof filler, "%s/filler", made.dir);
    if (!mount_small_disk(made.dir)) {
        fputs("skipped: a full disk (no right to mount one of our own)\n", stderr);
        fixture_drop(&made);
        return;
    }
    srv_writer *writer = start_writer(&made);
    ck_assert(keep_one(writer));
    fill_disk(filler);
    write_until_broken(writer);
    ck_assert_int_eq(unlink(filler), 0);
    ck_assert(is_healthy_within(writer, 2));
    ck_assert(keep_one(writer));
    srv_writer_stop(writer);
    fill_disk(filler);
    assert_restart_on_full_disk(&made, filler);
    ck_assert_int_eq(umount(made.dir), 0);
    fixture_drop(&made);
}
END_TEST

static Suite *writer_faults_suite(void)
{
    Suite *suite = suite_create("writer_faults");
    TCase *cases = tcase_create("writer_faults");
    memset(large, 'a', sizeof large);
    tcase_set_timeout(cases, 240);
    tcase_add_test(cases, kill_9_at_any_moment_loses_nothing_that_was_acknowledged);
    tcase_add_test(cases, a_file_size_limit_refuses_entries_and_raising_it_mends_the_writer);
    tcase_add_test(cases, nothing_is_kept_while_the_disk_fails_to_sync);
    tcase_add_test(cases, a_full_disk_refuses_entries_is_started_on_and_mends_with_room);
    suite_add_tcase(suite, cases);
    return suite;
}

int main(void)
{
    return fixture_run(writer_faults_suite());
}
