/* SPDX-License-Identifier: MIT */

/* Faults at system calls, for tests: to be preloaded. Every call of interest traps, those that
 * libraries and the C library itself make too, and one of them goes wrong:
 *
 *   FAULT="CALL WHEN HOW VALUE"   the WHEN-th CALL ("any": of all of them), counted from 1
 *       once ERRNO     fails
 *       ever ERRNO     fails, and so do all after it
 *       short BYTES    reads or writes so many bytes at most; 0: half of what was asked for
 *       shorts BYTES   and so do all after it
 *       kill 0         the program is killed by force before the call
 *       killed 0       and after it
 *       signal NUMBER  the signal comes just before the call
 *   FAULT_COUNTS=FILE             a file of zeros, of which FAULT_RECORDS * 32 bytes are written
 * over: the name of a call, padded to 24 bytes, and how often it was made, 8 bytes. The first is
 * "fired": how often something went wrong.
 *
 * A close that fails has closed, as on Linux. What goes to standard error is the call "message";
 * the start of a thread is the call "thread". What the loader does before main() goes well.
 *
 * The kernel lets a call through that comes from fault_raw_call() alone (seccomp), and sends SIGSYS
 * for all others, which the program is kept from handling itself. Processors other than x86-64: no
 * faults.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#ifdef __x86_64__
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <ucontext.h>

#define FAULT_RECORDS 64
#define NO_SIZE (-1)

typedef struct
{
  const char *name;
  long number;
  int size; /* which argument is the number of bytes, for those that may do less */
} Call;

/* The first three are no system calls of their own. */
enum
{
  FIRED,
  MESSAGE,
  THREAD
};

static const Call calls[] = {
  { "fired", -1, NO_SIZE },
  { "message", -1, 2 },
  { "thread", -1, NO_SIZE },
  { "open", SYS_open, NO_SIZE },
  { "openat", SYS_openat, NO_SIZE },
  { "close", SYS_close, NO_SIZE },
  { "read", SYS_read, 2 },
  { "pread64", SYS_pread64, 2 },
  { "readv", SYS_readv, NO_SIZE },
  { "write", SYS_write, 2 },
  { "pwrite64", SYS_pwrite64, 2 },
  { "writev", SYS_writev, NO_SIZE },
  { "lseek", SYS_lseek, NO_SIZE },
  { "fsync", SYS_fsync, NO_SIZE },
  { "fdatasync", SYS_fdatasync, NO_SIZE },
  { "ftruncate", SYS_ftruncate, NO_SIZE },
  { "fallocate", SYS_fallocate, NO_SIZE },
  { "stat", SYS_stat, NO_SIZE },
  { "lstat", SYS_lstat, NO_SIZE },
  { "fstat", SYS_fstat, NO_SIZE },
  { "newfstatat", SYS_newfstatat, NO_SIZE },
  { "statx", SYS_statx, NO_SIZE },
  { "access", SYS_access, NO_SIZE },
  { "faccessat", SYS_faccessat, NO_SIZE },
  { "faccessat2", SYS_faccessat2, NO_SIZE },
  { "readlink", SYS_readlink, NO_SIZE },
  { "getdents64", SYS_getdents64, NO_SIZE },
  { "getcwd", SYS_getcwd, NO_SIZE },
  { "rename", SYS_rename, NO_SIZE },
  { "renameat", SYS_renameat, NO_SIZE },
  { "renameat2", SYS_renameat2, NO_SIZE },
  { "link", SYS_link, NO_SIZE },
  { "linkat", SYS_linkat, NO_SIZE },
  { "unlink", SYS_unlink, NO_SIZE },
  { "unlinkat", SYS_unlinkat, NO_SIZE },
  { "rmdir", SYS_rmdir, NO_SIZE },
  { "mkdir", SYS_mkdir, NO_SIZE },
  { "mkdirat", SYS_mkdirat, NO_SIZE },
  { "chmod", SYS_chmod, NO_SIZE },
  { "fchmod", SYS_fchmod, NO_SIZE },
  { "fchmodat", SYS_fchmodat, NO_SIZE },
  { "flock", SYS_flock, NO_SIZE },
  { "fcntl", SYS_fcntl, NO_SIZE },
  { "dup", SYS_dup, NO_SIZE },
  { "poll", SYS_poll, NO_SIZE },
  { "getrandom", SYS_getrandom, 1 },
  { "signalfd4", SYS_signalfd4, NO_SIZE },
  { "eventfd2", SYS_eventfd2, NO_SIZE },
  { "pipe2", SYS_pipe2, NO_SIZE },
  { "socket", SYS_socket, NO_SIZE },
  { "connect", SYS_connect, NO_SIZE },
  { "sendto", SYS_sendto, 2 },
  { "recvfrom", SYS_recvfrom, 2 },
  { "mmap", SYS_mmap, NO_SIZE },
  { "mprotect", SYS_mprotect, NO_SIZE },
  { "mremap", SYS_mremap, NO_SIZE },
  { "brk", SYS_brk, NO_SIZE },
};
#define CALLS (sizeof calls / sizeof calls[0])
/* Memory has no state that outlives the program: a kill there is like one at the next other call.
 */
static const char *const passing[] = { "mmap", "mprotect", "mremap", "brk", "poll" };

typedef struct
{
  char name[24];
  uint64_t count;
} Record;

typedef enum
{
  HOW_NOTHING,
  HOW_ONCE,
  HOW_EVER,
  HOW_SHORT,
  HOW_SHORTS,
  HOW_KILL,
  HOW_KILLED,
  HOW_SIGNAL
} How;

static const char *const hows[]
    = { "nothing", "once", "ever", "short", "shorts", "kill", "killed", "signal" };

static struct
{
  Record *records;
  char call[24];
  uint64_t when;
  How how;
  long value;
  int is_any;
  uint64_t any; /* calls of any kind so far */
} plan;

long fault_raw_call (long number, long a, long b, long c, long d, long e, long f);
extern const char fault_raw_call_end[] __attribute__ ((visibility ("hidden")));

__asm__(".text\n"
        ".globl fault_raw_call\n"
        ".hidden fault_raw_call_end\n"
        ".globl fault_raw_call_end\n"
        ".type fault_raw_call, @function\n"
        "fault_raw_call:\n"
        "  movq %rdi, %rax\n"
        "  movq %rsi, %rdi\n"
        "  movq %rdx, %rsi\n"
        "  movq %rcx, %rdx\n"
        "  movq %r8, %r10\n"
        "  movq %r9, %r8\n"
        "  movq 8(%rsp), %r9\n"
        "  syscall\n"
        "fault_raw_call_end:\n"
        "  ret\n"
        ".size fault_raw_call, . - fault_raw_call\n");

static int
is_passing (size_t call)
{
  for (size_t i = 0; i < sizeof passing / sizeof passing[0]; i++)
    if (strcmp (calls[call].name, passing[i]) == 0)
      return 1;
  return 0;
}

/* Counts the call; whether it is one that goes wrong. */
static int
is_hit (size_t call)
{
  const uint64_t count = __atomic_add_fetch (&plan.records[call].count, 1, __ATOMIC_SEQ_CST);
  uint64_t mine = count;

  if (plan.how == HOW_NOTHING)
    return 0;
  if (plan.is_any)
    {
      if (is_passing (call))
        return 0;
      mine = __atomic_add_fetch (&plan.any, 1, __ATOMIC_SEQ_CST);
    }
  else if (strcmp (plan.call, calls[call].name) != 0)
    return 0;
  return mine == plan.when
         || (mine > plan.when && (plan.how == HOW_EVER || plan.how == HOW_SHORTS));
}

static void
note (void)
{
  __atomic_add_fetch (&plan.records[FIRED].count, 1, __ATOMIC_SEQ_CST);
}

static long
pass (const long *a)
{
  return fault_raw_call (a[0], a[1], a[2], a[3], a[4], a[5], a[6]);
}

static void
raise_signal (int number)
{
  (void) fault_raw_call (SYS_kill, fault_raw_call (SYS_getpid, 0, 0, 0, 0, 0, 0), number, 0, 0, 0,
                         0);
}

static long
shorten (size_t call, long *a)
{
  const int size = calls[call].size;

  if (size != NO_SIZE && a[1 + size] > 1)
    {
      const long most = plan.value > 0 ? plan.value : a[1 + size] / 2;
      if (most < a[1 + size])
        {
          a[1 + size] = most;
          note ();
        }
    }
  return pass (a);
}

static long
go_wrong (size_t call, long *a)
{
  long result;

  switch (plan.how)
    {
    case HOW_SHORT:
    case HOW_SHORTS:
      return shorten (call, a);
    case HOW_KILL:
      note ();
      raise_signal (SIGKILL);
      return 0;
    case HOW_KILLED:
      note ();
      (void) pass (a);
      raise_signal (SIGKILL);
      return 0;
    case HOW_SIGNAL:
      note ();
      raise_signal ((int) plan.value);
      return pass (a);
    case HOW_ONCE:
    case HOW_EVER:
    case HOW_NOTHING:
    default:
      note ();
      if (a[0] == SYS_brk) /* tells that it failed by where the end is */
        return fault_raw_call (SYS_brk, 0, 0, 0, 0, 0, 0);
      if (a[0] == SYS_close)
        {
          result = pass (a);
          return result < 0 ? result : -plan.value;
        }
      return -plan.value;
    }
}

static size_t
find (const long *a)
{
  if ((a[0] == SYS_write || a[0] == SYS_writev) && a[1] == STDERR_FILENO)
    return MESSAGE;
  for (size_t i = THREAD + 1; i < CALLS; i++)
    if (calls[i].number == a[0])
      return i;
  return CALLS;
}

/* Only file locks of fcntl() can fail for other reasons than a wrong argument. */
static int
is_sure (const long *a)
{
  return a[0] == SYS_fcntl && a[2] != F_SETLK && a[2] != F_SETLKW && a[2] != F_DUPFD_CLOEXEC;
}

static void
on_trap (int number, siginfo_t *info, void *context)
{
  greg_t *registers = ((ucontext_t *) context)->uc_mcontext.gregs;
  const int code = errno;
  long a[7] = { info->si_syscall,          (long) registers[REG_RDI], (long) registers[REG_RSI],
                (long) registers[REG_RDX], (long) registers[REG_R10], (long) registers[REG_R8],
                (long) registers[REG_R9] };
  const size_t call = find (a);

  (void) number;
  if (call < CALLS && !is_sure (a) && is_hit (call))
    registers[REG_RAX] = go_wrong (call, a);
  else
    registers[REG_RAX] = pass (a);
  errno = code;
}

/* Threads start with all signals blocked, so their start cannot trap. */
int
pthread_create (pthread_t *thread, const pthread_attr_t *attributes, void *(*start) (void *),
                void *data)
{
  int (*real) (pthread_t *, const pthread_attr_t *, void *(*) (void *), void *)
      = (int (*) (pthread_t *, const pthread_attr_t *, void *(*) (void *), void *)) dlsym (
          RTLD_NEXT, "pthread_create");

  if (plan.records != NULL && is_hit (THREAD) && (plan.how == HOW_ONCE || plan.how == HOW_EVER))
    {
      note ();
      return (int) plan.value;
    }
  return real (thread, attributes, start, data);
}

int
sigaction (int number, const struct sigaction *action, struct sigaction *before)
{
  int (*real) (int, const struct sigaction *, struct sigaction *)
      = (int (*) (int, const struct sigaction *, struct sigaction *)) dlsym (RTLD_NEXT,
                                                                             "sigaction");

  if (number == SIGSYS && plan.records != NULL)
    return 0;
  return real (number, action, before);
}

static int
is_trapped (size_t call)
{
  if (plan.how == HOW_NOTHING || plan.is_any || strcmp (plan.call, calls[call].name) == 0)
    return 1;
  return strcmp (plan.call, "message") == 0 && strncmp (calls[call].name, "write", 5) == 0;
}

#define LOAD(member) \
  BPF_STMT (BPF_LD | BPF_W | BPF_ABS, (uint32_t) offsetof (struct seccomp_data, member))

static int
install_filter (void)
{
  struct sock_filter code[CALLS + 8];
  const uint64_t home = (uint64_t) (uintptr_t) fault_raw_call_end;
  unsigned short length = 0, trapped = 0, seen = 0;

  for (size_t i = THREAD + 1; i < CALLS; i++)
    trapped = (unsigned short) (trapped + (is_trapped (i) ? 1 : 0));
  code[length++] = (struct sock_filter) LOAD (nr);
  for (size_t i = THREAD + 1; i < CALLS; i++)
    if (is_trapped (i))
      code[length++] = (struct sock_filter) BPF_JUMP (
          BPF_JMP | BPF_JEQ | BPF_K, (uint32_t) calls[i].number, (uint8_t) (trapped - seen++), 0);
  code[length++] = (struct sock_filter) BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  code[length++] = (struct sock_filter) LOAD (instruction_pointer);
  code[length++] = (struct sock_filter) BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, (uint32_t) home, 0, 3);
  code[length++] = (struct sock_filter) BPF_STMT (
      BPF_LD | BPF_W | BPF_ABS, (uint32_t) offsetof (struct seccomp_data, instruction_pointer) + 4);
  code[length++]
      = (struct sock_filter) BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, (uint32_t) (home >> 32), 0, 1);
  code[length++] = (struct sock_filter) BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  code[length++] = (struct sock_filter) BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_TRAP);

  const struct sock_fprog program = { .len = length, .filter = code };
  return prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
         && prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

static void
read_plan (const char *text)
{
  char how[16];
  unsigned long when;

  if (text == NULL || sscanf (text, "%23s %lu %15s %ld", plan.call, &when, how, &plan.value) != 4)
    return;
  plan.when = when;
  for (size_t i = 0; i < sizeof hows / sizeof hows[0]; i++)
    if (strcmp (how, hows[i]) == 0)
      plan.how = (How) i;
  plan.is_any = strcmp (plan.call, "any") == 0;
}

static void __attribute__ ((constructor)) begin (void)
{
  struct sigaction action = { .sa_sigaction = on_trap, .sa_flags = SA_SIGINFO | SA_NODEFER };
  const char *path = getenv ("FAULT_COUNTS");
  const int file = path != NULL ? open (path, O_RDWR | O_CLOEXEC) : -1;

  _Static_assert(CALLS <= FAULT_RECORDS, "there is a record for every call");
  if (file < 0)
    return;
  Record *records
      = mmap (NULL, FAULT_RECORDS * sizeof (Record), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  (void) close (file);
  if (records == MAP_FAILED || sigaction (SIGSYS, &action, NULL) != 0)
    return;
  for (size_t i = 0; i < CALLS; i++)
    (void) snprintf (records[i].name, sizeof records[i].name, "%s", calls[i].name);
  read_plan (getenv ("FAULT"));
  (void) unsetenv ("LD_PRELOAD");
  plan.records = records;
  if (!install_filter ())
    _exit (125);
}
#endif
