// SPDX-License-Identifier: Apache-2.0
// One list of what is needed, one of what is deadly, and what is right with some arguments
// only.
#include "server/command/harden_calls.h"

#include <errno.h>
#include <sched.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <seccomp.h>

#include "server/command/harden.h"

#define SOCKET_KIND 0xf // of socket()'s second argument; the rest are flags

/** A call that is right where this holds. */
typedef struct limited {
    int call;
    struct scmp_arg_cmp when;
} limited;

static const int needed[] = {
    // files
    SCMP_SYS(access), SCMP_SYS(close), SCMP_SYS(faccessat), SCMP_SYS(faccessat2),
    SCMP_SYS(fallocate), SCMP_SYS(fchmod), SCMP_SYS(fchown), SCMP_SYS(fcntl),
    SCMP_SYS(fdatasync), SCMP_SYS(flock), SCMP_SYS(fstat), SCMP_SYS(fstatfs), SCMP_SYS(fsync),
    SCMP_SYS(ftruncate), SCMP_SYS(getcwd), SCMP_SYS(getdents64), SCMP_SYS(lseek),
    SCMP_SYS(lstat), SCMP_SYS(mkdirat), SCMP_SYS(newfstatat), SCMP_SYS(open), SCMP_SYS(openat),
    SCMP_SYS(pread64), SCMP_SYS(pwrite64), SCMP_SYS(read), SCMP_SYS(readlink),
    SCMP_SYS(readlinkat), SCMP_SYS(readv), SCMP_SYS(rename), SCMP_SYS(renameat),
    SCMP_SYS(renameat2), SCMP_SYS(stat), SCMP_SYS(statfs), SCMP_SYS(statx), SCMP_SYS(unlink),
    SCMP_SYS(unlinkat), SCMP_SYS(write), SCMP_SYS(writev),
    // the connections that clients open
    SCMP_SYS(accept), SCMP_SYS(accept4), SCMP_SYS(getpeername), SCMP_SYS(getsockname),
    SCMP_SYS(getsockopt), SCMP_SYS(recvfrom), SCMP_SYS(recvmsg), SCMP_SYS(sendmsg),
    SCMP_SYS(sendto), SCMP_SYS(setsockopt), SCMP_SYS(shutdown),
    // loops, threads, memory
    SCMP_SYS(brk), SCMP_SYS(epoll_ctl), SCMP_SYS(epoll_pwait), SCMP_SYS(epoll_wait),
    SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(futex), SCMP_SYS(gettid), SCMP_SYS(madvise),
    SCMP_SYS(mremap), SCMP_SYS(munmap), SCMP_SYS(poll), SCMP_SYS(ppoll),
    SCMP_SYS(restart_syscall), SCMP_SYS(rseq), SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn), SCMP_SYS(sched_getaffinity), SCMP_SYS(sched_yield),
    SCMP_SYS(set_robust_list), SCMP_SYS(sigaltstack),
    // what time it is, who this is, what the machine has, chance
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_nanosleep), SCMP_SYS(getegid), SCMP_SYS(geteuid),
    SCMP_SYS(getgid), SCMP_SYS(getpid), SCMP_SYS(getrandom), SCMP_SYS(gettimeofday),
    SCMP_SYS(getuid), SCMP_SYS(nanosleep), SCMP_SYS(sysinfo), SCMP_SYS(time), SCMP_SYS(uname)};

/** Finding leaks stops the other threads from a process beside them. */
static const int needed_by_sanitisers[] = {SCMP_SYS(clone), SCMP_SYS(getdents),
                                           SCMP_SYS(getppid), SCMP_SYS(prctl), SCMP_SYS(wait4)};

static const int needed_by_database[] = {SCMP_SYS(connect), SCMP_SYS(recvmmsg),
                                         SCMP_SYS(sendmmsg)};

static const int deadly[] = {
    SCMP_SYS(bpf),          SCMP_SYS(execve),      SCMP_SYS(execveat),
    SCMP_SYS(finit_module), SCMP_SYS(init_module), SCMP_SYS(kexec_file_load),
    SCMP_SYS(kexec_load),   SCMP_SYS(mount),       SCMP_SYS(process_vm_writev),
    SCMP_SYS(setns),        SCMP_SYS(unshare)};

/** As deadly, unless a sanitiser finds leaks so. */
static const int watching[] = {SCMP_SYS(process_vm_readv), SCMP_SYS(ptrace)};
#define WATCHING (SRV_SANITISED ? SCMP_ACT_ALLOW : SCMP_ACT_KILL_PROCESS)

static const limited needed_so[] = {
    {SCMP_SYS(clone), {0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD}},
    {SCMP_SYS(mmap), {2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0}},
    {SCMP_SYS(mprotect), {2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0}},
    {SCMP_SYS(prlimit64), {2, SCMP_CMP_EQ, 0, 0}}, // asks, and sets nothing
    {SCMP_SYS(ioctl), {1, SCMP_CMP_EQ, FIONBIO, 0}},
    {SCMP_SYS(ioctl), {1, SCMP_CMP_EQ, TCGETS, 0}}, // is it a terminal?
};

/** What logs in may be a library, which is mapped to be run. */
static const limited needed_so_by_database[] = {
    {SCMP_SYS(mmap), {2, SCMP_CMP_MASKED_EQ, PROT_EXEC | PROT_WRITE, PROT_EXEC}},
    {SCMP_SYS(ioctl), {1, SCMP_CMP_EQ, FIONREAD, 0}},
};

/** Family and kind; names are resolved over UDP. */
static const int sockets_of_database[][2] = {{AF_UNIX, SOCK_STREAM},
                                             {AF_INET, SOCK_STREAM},
                                             {AF_INET, SOCK_DGRAM},
                                             {AF_INET6, SOCK_STREAM},
                                             {AF_INET6, SOCK_DGRAM}};

#define COUNT(list) (sizeof(list) / sizeof *(list))

static int add(scmp_filter_ctx filter, uint32_t action, const int *calls, size_t count)
{
    int error = 0;
    for (size_t i = 0; i < count && error == 0; i++)
        error = seccomp_rule_add(filter, action, calls[i], 0);
    return error;
}

static int add_limited(scmp_filter_ctx filter, const limited *rows, size_t count)
{
    int error = 0;
    for (size_t i = 0; i < count && error == 0; i++)
        error = seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, rows[i].call, 1, &rows[i].when);
    return error;
}

static int add_sockets(scmp_filter_ctx filter)
{
    int error = 0;
    for (size_t i = 0; i < COUNT(sockets_of_database) && error == 0; i++)
        error = seccomp_rule_add(
            filter, SCMP_ACT_ALLOW, SCMP_SYS(socket), 2,
            SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)sockets_of_database[i][0], 0),
            SCMP_A1(SCMP_CMP_MASKED_EQ, SOCKET_KIND, (scmp_datum_t)sockets_of_database[i][1]));
    return error;
}

static int add_database(scmp_filter_ctx filter)
{
    int error = add(filter, SCMP_ACT_ALLOW, needed_by_database, COUNT(needed_by_database));
    if (error == 0)
        error = add_limited(filter, needed_so_by_database, COUNT(needed_so_by_database));
    return error == 0 ? add_sockets(filter) : error;
}

/** A failed promise ends the process by a signal to itself. */
static int add_abort(scmp_filter_ctx filter)
{
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1,
                            SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid(), 0));
}

/** 0, or errno's number below zero. */
static int fill(scmp_filter_ctx filter, bool database)
{
    int error = add(filter, SCMP_ACT_KILL_PROCESS, deadly, COUNT(deadly));
    if (error == 0)
        error = add(filter, WATCHING, watching, COUNT(watching));
    if (error == 0)
        error = add(filter, SCMP_ACT_ALLOW, needed, COUNT(needed));
    if (error == 0 && SRV_SANITISED)
        error = add(filter, SCMP_ACT_ALLOW, needed_by_sanitisers, COUNT(needed_by_sanitisers));
    if (error == 0)
        error = add_limited(filter, needed_so, COUNT(needed_so));
    if (error == 0)
        error = add_abort(filter);
    if (error == 0 && database)
        error = add_database(filter);
    if (error == 0)
        error = seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1);
    return error == 0 ? seccomp_load(filter) : error;
}

cds_status srv_harden_calls(cds_ctx *ctx, bool database)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(ENOSYS));
    const int error = filter == NULL ? -ENOMEM : fill(filter, database);
    seccomp_release(filter);
    return error == 0
               ? CDS_OK
               : cds_fail(ctx, CDS_FAILED, "", "system calls are not confined (seccomp): %s",
                          strerrordesc_np(-error));
}
