// SPDX-License-Identifier: Apache-2.0
// Each call to the disk fails in turn, once and for good, under the running service and while
// it starts: nothing is answered that is not kept, nothing is half recorded, and within five
// seconds of the disk being well again the service is too, by itself. DISK_FAULTS in the
// environment says how many are tried, from anywhere among them; `all` tries all.
#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

#include "tests/fault/asking.h"
#include "tests/fault/on_disk.h"
#include "tests/unit/record_fixture.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define FAULTS 12
#define STARTS 4
#else
#define FAULTS 30
#define STARTS 10
#endif
#define RECOVERY_SECONDS 5
#define VERIFY_EVERY 25

static program tendon;
static disk *shared;
static client asker;
static unsigned seed;

// One way to fail: the call that is hit first, with what, how often.
typedef struct fault {
    int skip;
    int error;
    int times;
} fault;

static const int errors[] = {EIO, ENOSPC, DISK_SHORT};
#define ERROR_COUNT (sizeof errors / sizeof *errors)

/** The number-th of the faults of so many calls. */
static fault fault_of(unsigned number)
{
    const unsigned way = number % (2 * ERROR_COUNT);
    return (fault){.skip = (int)(number / (2 * ERROR_COUNT)),
                   .error = errors[way / 2],
                   .times = way % 2 == 0 ? 1 : DISK_FOR_GOOD};
}

/** How many of `all` faults are tried. */
static unsigned tries(unsigned all, unsigned few)
{
    const char *given = getenv("DISK_FAULTS");
    const unsigned wanted = given == NULL               ? few
                            : strcmp(given, "all") == 0 ? all
                                                        : (unsigned)strtoul(given, NULL, 10);
    return wanted < all ? wanted : all;
}

static fault fault_to_try(unsigned turn, unsigned wanted, unsigned all)
{
    return fault_of(wanted == all ? turn : (unsigned)rand_r(&seed) % all);
}

/** The kind of the call that was hit. */
static const char *kind_hit(void)
{
    static const char *const kinds[] = {
#define DISK_KIND(name) #name,
        DISK_CALLS(DISK_KIND)
#undef DISK_KIND
    };
    unsigned kind = 0;
    while (kind + 1 < DISK_CALL_COUNT && (atomic_load(&shared->failing) >> kind & 1) == 0)
        kind++;
    return kinds[kind];
}

static const char *words_of(fault what)
{
    static char text[96];
    snprintf(text, sizeof text, "call %d, %s, fails %s with %s", what.skip, kind_hit(),
             what.times == 1 ? "once" : "for good",
             what.error == DISK_SHORT ? "half a write" : strerrorname_np(what.error));
    return text;
}

static void arm(fault what)
{
    disk_fail(shared, DISK_EVERY_CALL, what.skip, what.error, what.times);
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/** The status of the next question; asked again under its key while it has no answer. */
static int ask_next(void)
{
    const int socket = client_open(&tendon);
    const int status = ask(socket, next_question(&asker));
    close(socket);
    ck_assert_int_ne(status, 0);
    return status;
}

static void check_answer(const answer *got)
{
    int status = 0;
    ck_assert_msg(waitpid(tendon.pid, &status, WNOHANG) == 0, "it ended with %x after %s hit",
                  (unsigned)status, kind_hit());
    ck_assert_msg(got->status == 200 || got->status == 503, "answered %d after %s hit: %s",
                  got->status, kind_hit(), got->body);
}

/** What was answered is there, or the record cannot be read now. */
static void read_any(void)
{
    const asked *question = &asker.list[(size_t)rand_r(&seed) % asker.checked];
    answer got = client_ask(&tendon, "GET", question->location, "", "");
    check_answer(&got);
    ck_assert(got.status == 503 || strcmp(got.body, question->body) == 0);
    answer_free(&got);
}

static void sign_log(void)
{
    answer got = client_ask(&tendon, "GET", "/v1/log/checkpoint", "", "");
    check_answer(&got);
    answer_free(&got);
}

/** What a service does all day. */
static void work(void)
{
    (void)ask_next();
    read_any();
    sign_log();
    (void)ask_next();
}

/** All that was answered since is there to the byte. */
static void settle(void)
{
    for (; asker.checked < asker.count; asker.checked++)
        read_back(&tendon, &asker.list[asker.checked]);
}

static double recover(fault what)
{
    const double start = seconds();
    while (ask_next() != 201) {
        ck_assert_msg(seconds() - start < RECOVERY_SECONDS, "it stays unwell: %s",
                      words_of(what));
        usleep(20000);
    }
    return seconds() - start;
}

static void check_record(void)
{
    verify_log(&tendon);
    ck_assert_int_eq(recorded(&tendon), (long)asker.count);
}

static void check_after_restart(void)
{
    program_kill(&tendon, SIGKILL);
    (void)program_wait(&tendon);
    program_start(&tendon);
    asker.checked = 0;
    settle();
    check_record();
}

static void begin(void)
{
    seed = (unsigned)getpid();
    shared = on_disk_prepare(&tendon);
    program_start(&tendon);
    for (int i = 0; i < 3; i++)
        ck_assert_int_eq(ask_next(), 201);
    settle();
}

START_TEST(a_call_that_fails_once_or_for_good_loses_nothing_and_is_got_over)
{
    double longest = 0;
    unsigned hit = 0;
    begin();
    work(); // the first of each kind opens what later ones have open
    settle();
    const uint64_t before = atomic_load(&shared->calls);
    work();
    const unsigned all = (unsigned)(atomic_load(&shared->calls) - before) * 2 * ERROR_COUNT;
    const unsigned wanted = tries(all, FAULTS);
    settle();
    for (unsigned i = 0; i < wanted; i++) {
        const fault what = fault_to_try(i, wanted, all);
        arm(what);
        work();
        hit += disk_mend(shared) > 0 ? 1 : 0;
        const double took = recover(what);
        longest = took > longest ? took : longest;
        settle();
        if (i % VERIFY_EVERY == 0)
            check_record();
    }
    check_after_restart();
    fprintf(stderr, "%u of %u faults tried, %u hit, longest recovery %.1f s\n", wanted, all,
            hit, longest);
    ck_assert_uint_gt(hit, wanted / 2);
    program_end(&tendon);
}
END_TEST

static size_t log_bytes(void)
{
    char path[96];
    struct stat there;
    snprintf(path, sizeof path, "%s/log", tendon.dir);
    return stat(path, &there) == 0 ? (size_t)there.st_size : 0;
}

/** Starts on a disk that fails. It may say why and end; once the disk is well it starts. */
static void start_failing(fault what)
{
    const size_t said = log_bytes();
    arm(what);
    if (!program_try(&tendon)) {
        ck_assert_msg(program_wait(&tendon) == 1, "it crashed: %s", words_of(what));
        ck_assert_msg(log_bytes() > said, "it ended without a word: %s", words_of(what));
        disk_mend(shared);
        program_start(&tendon);
    }
    disk_mend(shared);
}

static unsigned count_start_calls(void)
{
    const uint64_t before = atomic_load(&shared->calls);
    program_start(&tendon);
    return (unsigned)(atomic_load(&shared->calls) - before);
}

static void end_somehow(bool by_kill)
{
    program_kill(&tendon, by_kill ? SIGKILL : SIGTERM);
    ck_assert_int_eq(program_wait(&tendon), by_kill ? -1 : 0);
}

START_TEST(a_start_on_a_failing_disk_says_why_or_serves_and_loses_nothing)
{
    begin();
    end_somehow(true);
    const unsigned all = count_start_calls() * 2 * ERROR_COUNT;
    const unsigned wanted = tries(all, STARTS);
    end_somehow(false);
    for (unsigned i = 0; i < wanted; i++) {
        const fault what = fault_to_try(i, wanted, all);
        start_failing(what);
        recover(what);
        settle();
        end_somehow(i % 2 == 0);
    }
    program_start(&tendon);
    check_after_restart();
    fprintf(stderr, "%u of %u starts tried\n", wanted, all);
    program_end(&tendon);
}
END_TEST

/** A folder that was never a store's. */
static void forget_store(unsigned turn)
{
    char folder[96];
    snprintf(folder, sizeof folder, "%.60s/disk-%u", tendon.dir, turn);
    on_disk_folder(&tendon, shared, folder);
    for (size_t i = 0; i < asker.count; i++)
        free(asker.list[i].body);
    free(asker.list);
    asker = (client){.number = turn};
}

START_TEST(a_first_start_on_a_failing_disk_leaves_nothing_that_a_second_stumbles_over)
{
    begin();
    end_somehow(false);
    forget_store(0);
    const unsigned all = count_start_calls() * 2 * ERROR_COUNT;
    const unsigned wanted = tries(all, STARTS);
    end_somehow(false);
    for (unsigned i = 0; i < wanted; i++) {
        const fault what = fault_to_try(i, wanted, all);
        forget_store(i + 1);
        start_failing(what);
        recover(what);
        settle();
        check_record();
        end_somehow(i % 2 == 0);
    }
    fprintf(stderr, "%u of %u first starts tried\n", wanted, all);
    program_end(&tendon);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("disk");
    TCase *serving = tcase_create("serving");
    TCase *starting = tcase_create("starting");
    const double seconds_at_most = getenv("DISK_FAULTS") == NULL ? 300 : 14400;
    signal(SIGPIPE, SIG_IGN);
    tcase_set_timeout(serving, seconds_at_most);
    tcase_set_timeout(starting, seconds_at_most);
    tcase_add_test(serving, a_call_that_fails_once_or_for_good_loses_nothing_and_is_got_over);
    tcase_add_test(starting, a_start_on_a_failing_disk_says_why_or_serves_and_loses_nothing);
    tcase_add_test(starting,
                   a_first_start_on_a_failing_disk_leaves_nothing_that_a_second_stumbles_over);
    suite_add_tcase(suite, serving);
    suite_add_tcase(suite, starting);
    return fixture_run(suite);
}
