// SPDX-License-Identifier: Apache-2.0
// The system calls that a confined process tries in vain, and what it still can.
#include <netinet/in.h>
#include <pthread.h>
#include <sched.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>

#include "server/command/harden_calls.h"
#include "tests/command/harden_try.h"

static cds_status to_calls(cds_ctx *ctx)
{
    return srv_harden_calls(ctx, false);
}

static cds_status to_database(cds_ctx *ctx)
{
    return srv_harden_calls(ctx, true);
}

static int forks(void)
{
    return outcome(fork());
}

static int forks_anew(void)
{
    uint64_t arguments[11] = {0}; // struct clone_args, which seccomp can't look into
    return outcome(syscall(SYS_clone3, arguments, sizeof arguments));
}

static int traces(void)
{
    return outcome(ptrace(PTRACE_TRACEME, 0, NULL, NULL));
}

static int reads_memory(void)
{
    char to[8];
    char from[8] = "";
    const struct iovec into = {to, sizeof to};
    const struct iovec of = {from, sizeof from};
    return outcome(process_vm_readv(getpid(), &into, 1, &of, 1, 0));
}

static int writes_memory(void)
{
    char to[8];
    char from[8] = "";
    const struct iovec of = {from, sizeof from};
    const struct iovec into = {to, sizeof to};
    return outcome(process_vm_writev(getpid(), &of, 1, &into, 1, 0));
}

static int mounts(void)
{
    return outcome(mount("none", "/proc", "tmpfs", MS_NOSUID, NULL));
}

static int leaves_its_namespace(void)
{
    return outcome(unshare(CLONE_NEWNS));
}

static int loads_bpf(void)
{
    return outcome(syscall(SYS_bpf, 0, NULL, 0));
}

static int opens_a_ring(void)
{
    char parameters[128] = {0};
    return outcome(syscall(SYS_io_uring_setup, 1, parameters));
}

static int takes_keys(void)
{
    return outcome(syscall(SYS_keyctl, 0, 0, 0));
}

static int opens(int family, int kind)
{
    return outcome(socket(family, kind | SOCK_CLOEXEC, 0));
}

static int opens_tcp(void)
{
    return opens(AF_INET, SOCK_STREAM);
}

static int opens_tcp6(void)
{
    return opens(AF_INET6, SOCK_STREAM);
}

static int opens_unix(void)
{
    return opens(AF_UNIX, SOCK_STREAM);
}

static int opens_raw(void)
{
    return outcome(socket(AF_INET, SOCK_RAW | SOCK_CLOEXEC, IPPROTO_ICMP));
}

static int opens_packet(void)
{
    return opens(AF_PACKET, SOCK_RAW);
}

static int opens_netlink(void)
{
    return opens(AF_NETLINK, SOCK_RAW);
}

static int listens(void)
{
    return outcome(listen(0, 1));
}

static int makes_code(void)
{
    const void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
                            MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return page == MAP_FAILED ? errno : 0;
}

static int turns_data_into_code(void)
{
    void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return page == MAP_FAILED ? CANNOT : outcome(mprotect(page, 4096, PROT_READ | PROT_EXEC));
}

static int signals_another(void)
{
    return outcome(kill(getppid(), 0));
}

static int raises_its_limits(void)
{
    const struct rlimit more = {64, 64};
    return outcome(setrlimit(RLIMIT_NOFILE, &more));
}

static int types_into_a_terminal(void)
{
    return outcome(ioctl(0, TIOCSTI, "x"));
}

static void *add_one(void *number)
{
    (*(int *)number)++;
    return NULL;
}

static int starts_a_thread(void)
{
    pthread_t thread;
    int number = 0;
    const int error = pthread_create(&thread, NULL, add_one, &number);
    return error != 0 ? error : pthread_join(thread, NULL) != 0 || number != 1;
}

static int aborts(void)
{
    abort();
}

static int asks_its_limits(void)
{
    struct rlimit now;
    return outcome(getrlimit(RLIMIT_NOFILE, &now));
}

static const row calls[] = {
    {"runs a program", runs_a_program, KILLED},
    {"writes another's memory", writes_memory, KILLED},
    {"mounts", mounts, KILLED},
    {"leaves its namespace", leaves_its_namespace, KILLED},
    {"loads a program into the kernel", loads_bpf, KILLED},
#if !SRV_SANITISED
    {"traces", traces, KILLED},
    {"reads another's memory", reads_memory, KILLED},
    {"forks", forks, ENOSYS},
#endif
    {"forks in the new way", forks_anew, ENOSYS},
    {"opens a ring of calls", opens_a_ring, ENOSYS},
    {"takes keys", takes_keys, ENOSYS},
    {"opens a connection", opens_tcp, ENOSYS},
    {"opens a connection by IPv6", opens_tcp6, ENOSYS},
    {"opens a local connection", opens_unix, ENOSYS},
    {"opens a raw socket", opens_raw, ENOSYS},
    {"opens a packet socket", opens_packet, ENOSYS},
    {"opens a netlink socket", opens_netlink, ENOSYS},
    {"listens on another port", listens, ENOSYS},
    {"makes memory that is written and run", makes_code, ENOSYS},
    {"turns data into code", turns_data_into_code, ENOSYS},
    {"signals another process", signals_another, ENOSYS},
    {"sets its limits", raises_its_limits, ENOSYS},
    {"types into a terminal", types_into_a_terminal, ENOSYS},
    {"starts a thread", starts_a_thread, 0},
    {"ends itself", aborts, -SIGABRT},
    {"asks its limits", asks_its_limits, 0},
};

START_TEST(calls_that_no_answer_needs_are_refused)
{
    const row *one = &calls[_i];
    const int ended = ends(to_calls, one->try);
    ck_assert_msg(ended == one->ends, "%s: %d, not %d", one->name, ended, one->ends);
}
END_TEST

static const row database_calls[] = {
    {"opens a connection", opens_tcp, 0},
    {"opens a connection by IPv6", opens_tcp6, 0},
    {"opens a local connection", opens_unix, 0},
    {"opens a raw socket", opens_raw, ENOSYS},
    {"opens a packet socket", opens_packet, ENOSYS},
    {"opens a netlink socket", opens_netlink, ENOSYS},
    {"listens on another port", listens, ENOSYS},
    {"makes memory that is written and run", makes_code, ENOSYS},
    {"turns data into code", turns_data_into_code, ENOSYS},
    {"runs a program", runs_a_program, KILLED},
};

START_TEST(a_database_needs_connections_and_no_more)
{
    const row *one = &database_calls[_i];
    const int ended = ends(to_database, one->try);
    ck_assert_msg(ended == one->ends, "%s: %d, not %d", one->name, ended, one->ends);
}
END_TEST

/** Waits, in a thread that was there before the filter, and then tries. */
static void *try_later(void *gate)
{
    char byte;
    if (read(*(int *)gate, &byte, 1) == 1)
        _exit(opens_netlink());
    return NULL;
}

static int tries_in_an_older_thread(void)
{
    int gate[2];
    pthread_t thread;
    cds_ctx ctx = {.mem = cds_arena_new((size_t)1 << 20)};
    if (pipe(gate) != 0 || pthread_create(&thread, NULL, try_later, &gate[0]) != 0)
        return CANNOT;
    if (srv_harden_calls(&ctx, false) != CDS_OK || write(gate[1], "x", 1) != 1)
        return CANNOT;
    (void)pthread_join(thread, NULL);
    return CANNOT;
}

START_TEST(threads_that_run_already_are_confined_too)
{
    ck_assert_int_eq(ends(to_nothing, tries_in_an_older_thread), ENOSYS);
}
END_TEST

int main(void)
{
    TCase *tcase = tcase_create("calls");
    tcase_add_loop_test(tcase, calls_that_no_answer_needs_are_refused, 0, COUNT(calls));
    tcase_add_loop_test(tcase, a_database_needs_connections_and_no_more, 0,
                        COUNT(database_calls));
    tcase_add_test(tcase, threads_that_run_already_are_confined_too);
    return run_suite(tcase);
}
