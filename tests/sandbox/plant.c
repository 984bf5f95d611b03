/* SPDX-License-Identifier: MIT */

/* A library that is loaded before all others (LD_PRELOAD) and does in the middle of a run, where it
 * syncs, and at its end what whoever had taken the program over would do. Says on standard error
 * how far it came: "planted WHEN WHAT: done", or the number of the error by its name.
 *
 * PLANT_SECRET: a file to read, and to remove; PLANT_NEW: one to make. */

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static void
tell (const char *when, const char *what, long result)
{
  char line[200];
  const int length = snprintf (line, sizeof line, "planted %s %s: %s\n", when, what,
                               result >= 0 ? "done" : strerrorname_np (errno));

  if (write (STDERR_FILENO, line, (size_t) length) != length)
    abort ();
}

static long
begin_process (void)
{
  const long child = syscall (SYS_clone, 17L /* SIGCHLD */, 0L, 0L, 0L, 0L);

  if (child == 0)
    _exit (0);
  if (child > 0)
    waitpid ((pid_t) child, NULL, 0);
  return child;
}

/* It comes back. */
static long
remove_file (const char *path)
{
  const long result = syscall (SYS_unlinkat, AT_FDCWD, path, 0);

  if (result == 0)
    close ((int) syscall (SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT, 0600));
  return result;
}

static void
try_all (const char *when)
{
  const char *secret = getenv ("PLANT_SECRET");
  const char *new = getenv ("PLANT_NEW");
  char *const none[] = { NULL };

  tell (when, "reads", syscall (SYS_openat, AT_FDCWD, secret, O_RDONLY, 0));
  tell (when, "links", syscall (SYS_symlinkat, secret, AT_FDCWD, new));
  syscall (SYS_unlinkat, AT_FDCWD, new, 0);
  tell (when, "writes", syscall (SYS_openat, AT_FDCWD, new, O_WRONLY | O_CREAT, 0600));
  syscall (SYS_unlinkat, AT_FDCWD, new, 0);
  tell (when, "removes", remove_file (secret));
  tell (when, "calls", syscall (SYS_socket, AF_INET, SOCK_STREAM, 0));
  tell (when, "forks", begin_process ());
  tell (when, "unshares", syscall (SYS_unshare, 0));
  /* Not to be found: what is asked is whether it is looked for. */
  tell (when, "executes", syscall (SYS_execve, "/nowhere", none, none));
  tell (when, "traces", syscall (SYS_ptrace, PTRACE_PEEKDATA, 0, 0, 0));
}

int
fsync (int fd)
{
  static int was_tried;

  if (!was_tried)
    try_all ("while it syncs");
  was_tried = 1;
  return (int) syscall (SYS_fsync, fd);
}

__attribute__ ((destructor)) static void
end (void)
{
  try_all ("at the end");
}
