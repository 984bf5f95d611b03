/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/sandbox/call-filter.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/recon-error.h"

#if defined __x86_64__ && defined __LP64__
#define OWN_MACHINE AUDIT_ARCH_X86_64
#elif defined __aarch64__ && G_BYTE_ORDER == G_LITTLE_ENDIAN
#define OWN_MACHINE AUDIT_ARCH_AARCH64
#else
#define OWN_MACHINE 0 /* not tried anywhere */
#endif

/* Anything above came later than this list. */
#define NEWEST_CALL 450

#define REFUSE(number) (SECCOMP_RET_ERRNO | ((number) &SECCOMP_RET_DATA))
#define LOAD(member) \
  BPF_STMT (BPF_LD | BPF_W | BPF_ABS, (guint32) offsetof (struct seccomp_data, member))
#define RETURN(action) BPF_STMT (BPF_RET | BPF_K, action)
/* Skips so many instructions. */
#define UNLESS_EQUAL(value, skip) BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, value, 0, skip)
#define UNLESS_ABOVE(value, skip) BPF_JUMP (BPF_JMP | BPF_JGT | BPF_K, value, 0, skip)
#define UNLESS_SET(bits, skip) BPF_JUMP (BPF_JMP | BPF_JSET | BPF_K, bits, 0, skip)

/* Both processors have the low half of an argument first. */
#define ARGUMENT(index) args[index]

static const guint32 refused[] = {
  /* other programs and processes */
  SYS_execve, SYS_execveat, SYS_process_vm_readv, SYS_process_vm_writev, SYS_pidfd_getfd,
  SYS_process_madvise, SYS_kcmp,
#ifdef SYS_fork
  SYS_fork, SYS_vfork,
#endif
#if !CALL_FILTER_FOR_SANITIZERS
  SYS_ptrace, SYS_personality,
#endif
  /* who and where one is */
  SYS_setuid, SYS_setgid, SYS_setreuid, SYS_setregid, SYS_setresuid, SYS_setresgid, SYS_setfsuid,
  SYS_setfsgid, SYS_setgroups, SYS_capset, SYS_setns, SYS_unshare, SYS_chroot, SYS_pivot_root,
  /* file systems, and ways past the names of files */
  SYS_mount, SYS_umount2, SYS_fsopen, SYS_fsconfig, SYS_fsmount, SYS_fspick, SYS_open_tree,
  SYS_move_mount, SYS_mount_setattr, SYS_open_by_handle_at, SYS_mknodat, SYS_swapon, SYS_swapoff,
  SYS_quotactl, SYS_quotactl_fd, SYS_acct, SYS_fanotify_init,
#ifdef SYS_mknod
  SYS_mknod,
#endif
  /* the kernel itself, and parts of it with a history of holes */
  SYS_bpf, SYS_perf_event_open, SYS_userfaultfd, SYS_io_uring_setup, SYS_io_uring_enter,
  SYS_io_uring_register, SYS_keyctl, SYS_add_key, SYS_request_key, SYS_init_module,
  SYS_finit_module, SYS_delete_module, SYS_kexec_load, SYS_reboot, SYS_syslog, SYS_vhangup,
  SYS_lookup_dcookie,
#ifdef SYS_kexec_file_load
  SYS_kexec_file_load,
#endif
#ifdef SYS_iopl
  SYS_iopl, SYS_ioperm, SYS_modify_ldt,
#endif
  /* the clock and the name of the machine */
  SYS_settimeofday, SYS_clock_settime, SYS_clock_adjtime, SYS_adjtimex, SYS_sethostname,
  SYS_setdomainname
};

static const guint32 network[]
    = { SYS_socket, SYS_socketpair, SYS_connect, SYS_bind, SYS_listen, SYS_accept, SYS_accept4 };

static void
add (GArray *program, const struct sock_filter *instructions, guint count)
{
  g_array_append_vals (program, instructions, count);
}

static void
add_refusals (GArray *program, const guint32 *calls, guint count)
{
  for (guint i = 0; i < count; i++)
    add (program,
         (const struct sock_filter[]){ UNLESS_EQUAL (calls[i], 1), RETURN (REFUSE (EPERM)) }, 2);
}

/* Threads are begun with flags that can be seen; where they cannot, libc asks again with clone. */
static void
add_processes (GArray *program)
{
  const struct sock_filter instructions[]
      = { UNLESS_EQUAL (SYS_clone3, 1), RETURN (REFUSE (ENOSYS)),     UNLESS_EQUAL (SYS_clone, 4),
          LOAD (ARGUMENT (0)),          UNLESS_SET (CLONE_THREAD, 1), RETURN (SECCOMP_RET_ALLOW),
          RETURN (REFUSE (EPERM)) };

  add (program, instructions, G_N_ELEMENTS (instructions));
}

/* Words that a terminal would take for typed ones. */
static void
add_terminals (GArray *program)
{
  const struct sock_filter instructions[]
      = { UNLESS_EQUAL (SYS_ioctl, 5), LOAD (ARGUMENT (1)),         UNLESS_EQUAL (TIOCSTI, 1),
          RETURN (REFUSE (EPERM)),     UNLESS_EQUAL (TIOCLINUX, 1), RETURN (REFUSE (EPERM)) };

  add (program, instructions, G_N_ELEMENTS (instructions));
}

/* (transfer full) */
static GArray *
write_program (gboolean with_network)
{
  GArray *program = g_array_new (FALSE, FALSE, sizeof (struct sock_filter));
  const struct sock_filter head[] = { LOAD (arch),
                                      BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, OWN_MACHINE, 1, 0),
                                      RETURN (REFUSE (ENOSYS)),
                                      LOAD (nr),
                                      UNLESS_ABOVE (NEWEST_CALL, 1),
                                      RETURN (REFUSE (ENOSYS)) };

  add (program, head, G_N_ELEMENTS (head));
  add_refusals (program, refused, G_N_ELEMENTS (refused));
  if (!with_network)
    add_refusals (program, network, G_N_ELEMENTS (network));
  if (!CALL_FILTER_FOR_SANITIZERS)
    add_processes (program);
  add_terminals (program);
  add (program, &(const struct sock_filter) RETURN (SECCOMP_RET_ALLOW), 1);
  return program;
}

gboolean
call_filter_is_there (void)
{
  const guint32 action = SECCOMP_RET_ERRNO;

  return OWN_MACHINE != 0 && syscall (SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

gboolean
call_filter_enforce (gboolean with_network, GError **error)
{
  if (!call_filter_is_there ())
    return TRUE;
  g_autoptr (GArray) program = write_program (with_network);
  const struct sock_fprog filter
      = { .len = (unsigned short) program->len, .filter = (struct sock_filter *) program->data };

  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
      && prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0) == 0)
    return TRUE;
  g_set_error (error, RECON_ERROR, RECON_ERROR_INTERNAL,
               "the system calls of this run cannot be confined: %s; nothing was written "
               "(--no-sandbox runs without)",
               g_strerror (errno));
  return FALSE;
}
