// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader/Confinement.h"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define MANOMETER_READER_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define MANOMETER_READER_SANITIZED 1
#endif
#endif

namespace manometer::reader {

namespace {

constexpr int descriptorsAtMost = 5;
[[maybe_unused]] constexpr rlim_t furtherDataBytes = 16U << 20U;
[[maybe_unused]] constexpr rlim_t stackBytes = 1U << 20U;

void limit(__rlimit_resource resource, rlim_t value)
{
    rlimit present = {};
    ::getrlimit(resource, &present);
    const rlim_t allowed = std::min(value, present.rlim_max);
    const rlimit limits{allowed, allowed};
    ::setrlimit(resource, &limits);
}

#ifndef MANOMETER_READER_SANITIZED

// Data and stack of this process (proc_pid_statm(5)).
rlim_t dataBytes()
{
    unsigned long pages = 0;
    if (std::FILE *file = std::fopen("/proc/self/statm", "re")) {
        if (std::fscanf(file, "%*u %*u %*u %*u %*u %lu", &pages) != 1)
            pages = 0;
        std::fclose(file);
    }
    return pages * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE));
}

#if defined(__x86_64__)
constexpr std::uint32_t architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t architecture = AUDIT_ARCH_AARCH64;
#elif defined(__riscv) && __riscv_xlen == 64
constexpr std::uint32_t architecture = AUDIT_ARCH_RISCV64;
#else
#define MANOMETER_READER_NO_FILTER 1
#endif

#ifndef MANOMETER_READER_NO_FILTER

constexpr int allowedCalls[] = {
    // Files and standard streams. write() has nothing but stdout and stderr to write to: what is opened is
    // read-only.
    __NR_read,
    __NR_pread64,
    __NR_readv,
    __NR_preadv,
    __NR_write,
    __NR_writev,
    __NR_lseek,
    __NR_close,
    __NR_fstat,
    __NR_newfstatat,
    __NR_statx,
    __NR_readlinkat,
    __NR_getcwd,
    __NR_fadvise64,
    __NR_ppoll,
    // Memory.
    __NR_brk,
    __NR_mmap,
    __NR_munmap,
    __NR_mremap,
    __NR_mprotect,
    __NR_madvise,
    __NR_futex,
    // Time and signals of this process.
    __NR_clock_gettime,
    __NR_gettimeofday,
    __NR_getrusage,
    __NR_setitimer,
    __NR_rt_sigaction,
    __NR_rt_sigprocmask,
    __NR_rt_sigreturn,
    __NR_sigaltstack,
    __NR_restart_syscall,
    __NR_getpid,
    __NR_gettid,
    __NR_getuid,
    __NR_geteuid,
    __NR_getgid,
    __NR_getegid,
    __NR_getrandom,
    __NR_exit,
    __NR_exit_group,
#ifdef __NR_stat // those that later architectures do not have
    __NR_stat,
    __NR_lstat,
    __NR_readlink,
    __NR_access,
    __NR_poll,
    __NR_time,
#endif
};

// The lower half of an argument of the call.
constexpr std::uint32_t argument(std::size_t index)
{
    constexpr std::size_t lowerHalf = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? 0 : 4;
    return static_cast<std::uint32_t>(offsetof(seccomp_data, args) + index * 8 + lowerHalf);
}

sock_filter load(std::size_t offset)
{
    return BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offset));
}

sock_filter answer(std::uint32_t what)
{
    return BPF_STMT(BPF_RET | BPF_K, what);
}

// The answer, if the call is `number`.
void answerCall(std::vector<sock_filter> &filter, int number, std::uint32_t what)
{
    filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(number), 0, 1));
    filter.push_back(answer(what));
}

// Allows the call `number` if (argument & mask) == value; refuses it otherwise.
void allowCallWith(std::vector<sock_filter> &filter, int number, std::size_t index, std::uint32_t mask,
                   std::uint32_t value)
{
    filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(number), 0, 5));
    filter.push_back(load(argument(index)));
    filter.push_back(BPF_STMT(BPF_ALU | BPF_AND | BPF_K, mask));
    filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1));
    filter.push_back(answer(SECCOMP_RET_ALLOW));
    filter.push_back(answer(SECCOMP_RET_ERRNO | EPERM));
}

std::vector<sock_filter> filterOfCalls()
{
    std::vector<sock_filter> filter;
    filter.push_back(load(offsetof(seccomp_data, arch)));
    filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, architecture, 1, 0));
    filter.push_back(answer(SECCOMP_RET_KILL_PROCESS));
    filter.push_back(load(offsetof(seccomp_data, nr)));
    for (const int number : allowedCalls)
        answerCall(filter, number, SECCOMP_RET_ALLOW);
    // O_ACCMODE is 3; O_TMPFILE has O_RDWR or O_WRONLY.
    constexpr std::uint32_t changing = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND;
    allowCallWith(filter, __NR_openat, 2, changing, O_RDONLY);
#ifdef __NR_open
    allowCallWith(filter, __NR_open, 1, changing, O_RDONLY);
#endif
    // fcntl(): flags of descriptors are read. F_GETFD is 1 and F_GETFL is 3; F_DUPFD is 0, F_SETFD 2,
    // F_SETFL 4.
    allowCallWith(filter, __NR_fcntl, 1, ~std::uint32_t(F_GETFD ^ F_GETFL), std::uint32_t(F_GETFD & F_GETFL));
    // Limits of this process, which cannot be raised above the hard ones; and signals to itself, for abort().
    allowCallWith(filter, __NR_prlimit64, 0, ~std::uint32_t(0), 0);
    allowCallWith(filter, __NR_tgkill, 0, ~std::uint32_t(0), static_cast<std::uint32_t>(::getpid()));
    filter.push_back(answer(SECCOMP_RET_ERRNO | EPERM));
    return filter;
}

#endif
#endif

} // namespace

Confinement confine([[maybe_unused]] std::uint64_t addressSpaceBytes)
{
    // Otherwise an inherited descriptor would take the place of one of ours, and could be written to.
    ::close_range(3, ~0U, 0);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    limit(RLIMIT_CORE, 0);
#ifdef MANOMETER_READER_SANITIZED
    limit(RLIMIT_NOFILE, descriptorsAtMost);
    return Confinement::WithoutFilter;
#else
    limit(RLIMIT_DATA, dataBytes() + furtherDataBytes);
    limit(RLIMIT_STACK, stackBytes);
    limit(RLIMIT_AS, addressSpaceBytes);
    limit(RLIMIT_NOFILE, descriptorsAtMost);
#ifdef MANOMETER_READER_NO_FILTER
    return Confinement::WithoutFilter;
#else
    std::vector<sock_filter> filter = filterOfCalls();
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0 ? Confinement::Full
                                                                       : Confinement::WithoutFilter;
#endif
#endif
}

} // namespace manometer::reader
