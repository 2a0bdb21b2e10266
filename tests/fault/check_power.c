// SPDX-License-Identifier: Apache-2.0
// The power is cut under the running service: what was answered is there unaltered, and the
// log verifies. POWER_CUTS in the environment says how often.
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/syscall.h>

#include "server/record/verify.h"
#include "server/record/writer.h"
#include "tests/fault/asking.h"
#include "tests/fault/cut.h"
#include "tests/fault/on_disk.h"
#include "tests/unit/record_fixture.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define CUTS 20
#else
#define CUTS 200
#endif
#define CLIENTS 6
#define NOTES_KEPT 64
#define LIVES_OF_A_STORE 4
#define CUTS_OF_A_LIFE 12

// A checkpoint that was given away.
typedef struct checkpoint {
    char *note;
    uint64_t moment;
} checkpoint;

// One store, its service and what that has answered.
typedef struct world {
    program tendon;
    disk *disk;
    client clients[CLIENTS];
    size_t limit; // questions of a client in this life
    checkpoint checkpoints[NOTES_KEPT];
    size_t checkpoint_count;
    cds_ctx ctx;
} world;

static world here;
static unsigned seed;
static unsigned long answers_checked;
static _Atomic unsigned answered;

// What is checked here is what is left, not this machine's disk.
int fsync(int file)
{
    (void)file;
    return 0;
}

int fdatasync(int file) __attribute__((alias("fsync")));

static unsigned cuts(void)
{
    const char *given = getenv("POWER_CUTS");
    return given == NULL ? CUTS : (unsigned)strtoul(given, NULL, 10);
}

static unsigned below(unsigned limit)
{
    return (unsigned)rand_r(&seed) % limit;
}

static void *live(void *user)
{
    client *of = user;
    const int socket = try_open(&here.tendon);
    asked *question = socket < 0 ? NULL : next_question(of);
    while (question != NULL && of->count <= here.limit) {
        const int status = ask(socket, question);
        if (status == 0)
            break;
        if (status == 201) {
            question->moment = atomic_load(&here.disk->used);
            answered++;
            question = next_question(of);
        } else {
            usleep(10000);
        }
    }
    if (socket >= 0)
        close(socket);
    return NULL;
}

static void take_checkpoint(world *it)
{
    answer got = client_ask(&it->tendon, "GET", "/v1/log/checkpoint", "", "");
    if (got.status == 200 && it->checkpoint_count < NOTES_KEPT) {
        it->checkpoints[it->checkpoint_count++] =
            (checkpoint){strdup(got.body), atomic_load(&it->disk->used)};
    }
    answer_free(&got);
}

/** In some lives: of files anywhere, of folders where they are opened. */
static void fail_some_syncs(world *it)
{
    if (below(4) == 0)
        disk_fail(it->disk, 1U << DISK_SYNC, (int)below(60), EIO, 1 + (int)below(3));
    else if (below(4) == 0)
        disk_fail(it->disk, 1U << DISK_NAMES, (int)below(3), EIO, 1);
}

/** A life of the service: some clients, then it is stopped, or killed while they ask. */
static void live_once(world *it, bool stops)
{
    const unsigned before = answered, least = below(400); // a slow machine lives longer
    it->limit += 2 + below(below(4) == 0 ? 60 : 10);
    if (!program_try(&it->tendon)) {
        (void)program_wait(&it->tendon);
        return;
    }
    for (unsigned i = 0; i < CLIENTS; i++)
        ck_assert_int_eq(pthread_create(&it->clients[i].thread, NULL, live, &it->clients[i]),
                         0);
    if (!stops)
        for (unsigned ms = 0; ms < least || (ms < 5000 && answered == before); ms++)
            usleep(1000);
    else
        take_checkpoint(it);
    for (unsigned i = 0; i < CLIENTS && stops; i++)
        pthread_join(it->clients[i].thread, NULL);
    program_kill(&it->tendon, stops ? SIGTERM : SIGKILL);
    for (unsigned i = 0; i < CLIENTS && !stops; i++)
        pthread_join(it->clients[i].thread, NULL);
    (void)program_wait(&it->tendon);
    disk_mend(it->disk);
}

// What is wrong after a cut; the first that is found.
static char wrong[1024];

static bool is_wrong(const char *what, const char *of)
{
    snprintf(wrong, sizeof wrong, "%.200s: %.700s", of, what);
    return false;
}

/** What was decided stands in what was answered, byte by byte, as does what was asked. */
static bool holds(world *it, srv_store *store, const asked *question)
{
    srv_entry entry;
    char sent[128];
    const char *id = strrchr(question->location, '/') + 1;
    snprintf(sent, sizeof sent, "{\"patient\":{\"age_years\":52,\"reference\":\"%s\"}}",
             question->key);
    if (srv_store_find(&it->ctx, store, cds_text_of(id), &entry) != CDS_OK)
        return is_wrong("is lost", question->key);
    const size_t inner = entry.decision.length - 2;
    const bool same =
        cds_text_is(entry.assessment, sent) && entry.decision.length > 100 &&
        memmem(question->body, strlen(question->body), entry.decision.data + 1, inner) != NULL;
    cds_text parts[] = {CDS_TEXT("local"), {"", 1}, cds_text_of(question->key)};
    const cds_sha256 key = cds_digest(parts, 3);
    srv_entry found;
    if (!same)
        return is_wrong("is altered", question->key);
    answers_checked++;
    if (srv_store_find_key(&it->ctx, store, &key, 0, &found) != CDS_OK ||
        strcmp(found.id, entry.id) != 0)
        return is_wrong("is not found by its key", question->key);
    return true;
}

static bool holds_all(world *it, srv_store *store, uint64_t moment)
{
    for (unsigned i = 0; i < CLIENTS; i++) {
        for (size_t j = 0; j < it->clients[i].count; j++) {
            const asked *question = &it->clients[i].list[j];
            if (question->body == NULL || question->moment > moment)
                continue;
            if (!holds(it, store, question))
                return false;
            cds_arena_reset(it->ctx.mem);
        }
    }
    return true;
}

static bool holds_keys_once(world *it, srv_store *store)
{
    static unsigned seen[CLIENTS][4096];
    memset(seen, 0, sizeof seen);
    srv_page page = {.count = 1};
    for (int64_t from = 0; page.count > 0; from += (int64_t)page.count) {
        if (srv_store_page(&it->ctx, store, from, &page) != CDS_OK)
            return is_wrong(it->ctx.error.what, "a page");
        for (size_t i = 0; i < page.count; i++) {
            char name[64];
            unsigned of;
            unsigned number;
            snprintf(name, sizeof name, "%.*s", (int)page.entries[i].reference.length,
                     page.entries[i].reference.data);
            if (page.entries[i].reference.data != NULL &&
                sscanf(name, "client-%u-%u", &of, &number) == 2 && seen[of][number]++ > 0)
                return is_wrong("is there twice", name);
        }
        cds_arena_reset(it->ctx.mem);
    }
    return true;
}

/** The last checkpoint that was given away before the moment; NULL: none. */
static const checkpoint *last_checkpoint(const world *it, uint64_t moment)
{
    for (size_t i = it->checkpoint_count; i > 0; i--) {
        if (it->checkpoints[i - 1].moment <= moment)
            return &it->checkpoints[i - 1];
    }
    return NULL;
}

static bool verifies(world *it, srv_store *store, const char *data, uint64_t moment)
{
    srv_signer signer;
    srv_root against;
    srv_verified verified;
    srv_verifying how = {.signer = &signer};
    const checkpoint *given = last_checkpoint(it, moment);
    cds_status status = srv_log_pub_read(&it->ctx, data, &signer);
    if (status == CDS_OK && given != NULL) {
        status = srv_note_read(&it->ctx, cds_text_of(given->note), &signer, &against);
        how.against = &against;
    }
    if (status == CDS_OK)
        status = srv_log_verify(&it->ctx, store, &how, &verified);
    return status == CDS_OK || is_wrong(it->ctx.error.what, it->ctx.error.where);
}

/** Opens what the cut left as the program does. */
static bool survives(world *it, const char *data, uint64_t moment)
{
    srv_writer *writer;
    srv_store *store;
    cds_error_clear(&it->ctx);
    cds_arena_reset(it->ctx.mem);
    if (srv_writer_start(&it->ctx, data, &writer) != CDS_OK)
        return is_wrong(it->ctx.error.what, it->ctx.error.where);
    ck_assert(srv_writer_healthy(writer));
    ck_assert_int_eq(srv_store_open(&it->ctx, data, false, &store), CDS_OK);
    const bool well = holds_all(it, store, moment) && holds_keys_once(it, store) &&
                      verifies(it, store, data, moment);
    srv_store_close(store);
    srv_writer_stop(writer);
    return well;
}

static bool survives_cut(world *it, const cut *disk, uint64_t moment)
{
    char left[128];
    char data[160];
    snprintf(left, sizeof left, "%s/left", it->tendon.dir);
    snprintf(data, sizeof data, "%s/data", left);
    ck_assert_int_eq(mkdir(left, 0700), 0);
    cut_write(disk, &seed, left);
    const bool well = survives(it, data, moment);
    fixture_remove(left);
    return well;
}

/** Answers that came after the moment were never given. */
static void forget_after(world *it, uint64_t moment)
{
    for (unsigned i = 0; i < CLIENTS; i++) {
        for (size_t j = 0; j < it->clients[i].count; j++) {
            asked *question = &it->clients[i].list[j];
            if (question->moment > moment) {
                free(question->body);
                question->body = NULL;
            }
            question->moment = 0;
        }
    }
    const checkpoint *last = last_checkpoint(it, moment);
    const size_t kept = last == NULL ? 0 : (size_t)(last - it->checkpoints) + 1;
    for (size_t i = 0; i < it->checkpoint_count; i++) {
        it->checkpoints[i].moment = 0;
        if (i >= kept)
            free(it->checkpoints[i].note);
    }
    it->checkpoint_count = kept;
}

typedef struct tally {
    unsigned cuts, lost;
} tally;

static void cut_once(world *it, const cut *disk, uint64_t moment, bool syncs_count, tally *sum)
{
    sum->cuts++;
    if (survives_cut(it, disk, moment))
        return;
    sum->lost++;
    ck_assert_msg(!syncs_count, "cut %u, at byte %llu of the trace: %s", sum->cuts,
                  (unsigned long long)moment, wrong);
}

/** Follows the life that was traced and cuts the power about as often as is wanted. One of the
 *  moments, whichever, is where the next life begins: in `next`. */
static void cut_life(world *it, cut *disk, unsigned wanted, const char *next, tally *sum)
{
    const unsigned notes = (unsigned)disk_count_notes(it->disk);
    const unsigned going_on = notes == 0 || below(4) == 0 ? notes - 1 : below(notes);
    const bool syncs_count = next != NULL;
    uint64_t moment = 0;
    uint64_t at = 0;
    for (unsigned i = 0; i < notes; i++) {
        const disk_note *what = (const disk_note *)(it->disk->trace + at);
        cut_follow(disk, what);
        at += disk_note_bytes(what);
        if (below(notes) < wanted || i + 1 == notes)
            cut_once(it, disk, at, syncs_count, sum);
        if (i == going_on && next != NULL) {
            cut_write(disk, &seed, next);
            moment = at;
        }
    }
    forget_after(it, moment);
}

/** A life on the disk as it is, its cuts, and a disk for the next life. */
static void live_and_cut(world *it, unsigned wanted, unsigned life, tally *sum)
{
    char before[128];
    char next[128];
    snprintf(before, sizeof before, "%s", it->disk->root);
    snprintf(next, sizeof next, "%s/disk-%u", it->tendon.dir, life);
    cut *disk = cut_new(before);
    atomic_store(&it->disk->used, 0);
    fail_some_syncs(it);
    live_once(it, below(2) == 0);
    on_disk_folder(&it->tendon, it->disk, next);
    cut_life(it, disk, wanted, next, sum);
    cut_free(disk);
    fixture_remove(before);
}

static void begin_world(world *it)
{
    it->disk = on_disk_prepare(&it->tendon);
    it->disk->is_noting = true;
    it->ctx.mem = cds_arena_new((size_t)16 << 20);
    it->limit = it->checkpoint_count = 0;
    for (unsigned i = 0; i < CLIENTS; i++)
        it->clients[i] = (client){.number = i};
}

static void end_world(world *it)
{
    cds_arena_free(it->ctx.mem);
    munmap(it->disk, sizeof *it->disk);
    program_end(&it->tendon);
}

START_TEST(what_was_answered_is_there_whenever_the_power_is_cut)
{
    tally sum = {0, 0};
    while (sum.cuts < cuts()) {
        begin_world(&here);
        for (unsigned life = 0; life < LIVES_OF_A_STORE && sum.cuts < cuts(); life++)
            live_and_cut(&here, CUTS_OF_A_LIFE, life, &sum);
        end_world(&here);
    }
    fprintf(stderr, "%u power cuts, %lu answers looked for, %u lost\n", sum.cuts,
            answers_checked, sum.lost);
    ck_assert_uint_gt(answers_checked, sum.cuts);
}
END_TEST

START_TEST(without_syncs_answers_would_be_lost)
{
    tally sum = {0, 0};
    begin_world(&here);
    cut *disk = cut_new(here.disk->root);
    cut_ignore_syncs(disk);
    live_once(&here, true);
    cut_life(&here, disk, CUTS_OF_A_LIFE, NULL, &sum);
    ck_assert_uint_gt(sum.lost, sum.cuts / 4);
    cut_free(disk);
    end_world(&here);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("power");
    TCase *cases = tcase_create("power");
    seed = (unsigned)getpid();
    signal(SIGPIPE, SIG_IGN);
    tcase_set_timeout(cases, 120 + 1.0 * cuts());
    tcase_add_test(cases, what_was_answered_is_there_whenever_the_power_is_cut);
    tcase_add_test(cases, without_syncs_answers_would_be_lost);
    suite_add_tcase(suite, cases);
    return fixture_run(suite);
}
