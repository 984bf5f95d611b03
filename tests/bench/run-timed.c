/* SPDX-License-Identifier: MIT */

/* Runs a command and writes what it took into a file:
 *
 *   run-timed FIGURES OUTPUT COMMAND [ARGUMENT]...
 *
 * OUTPUT is its standard output. FIGURES gets one line: the wall time and the CPU time, user and
 * system, of the command and what it waited for, in microseconds; the largest resident memory of
 * one process in KiB; and its exit status, or 128 and the signal that ended it. This program is
 * small, because a process counts the memory of the one that began it as its own. */

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static int64_t
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (int64_t) time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

static int64_t
microseconds (struct timeval time)
{
  return (int64_t) time.tv_sec * 1000000 + time.tv_usec;
}

/* 0, or an errno. */
static int
start (const char *output, char **command, pid_t *child)
{
  posix_spawn_file_actions_t actions;
  int error = posix_spawn_file_actions_init (&actions);

  if (error != 0)
    return error;
  error = posix_spawn_file_actions_addopen (&actions, STDOUT_FILENO, output,
                                            O_WRONLY | O_CREAT | O_TRUNC, 0666);
  if (error == 0)
    error = posix_spawnp (child, command[0], &actions, NULL, command, environ);
  posix_spawn_file_actions_destroy (&actions);
  return error;
}

/* The figures of @child, which began at @begin. */
static int
wait_for (pid_t child, int64_t begin, FILE *figures)
{
  struct rusage usage;
  int status;

  while (wait4 (child, &status, 0, &usage) == -1)
    if (errno != EINTR)
      return errno;
  const int64_t wall = now () - begin;
  const int64_t cpu = microseconds (usage.ru_utime) + microseconds (usage.ru_stime);

  fprintf (figures, "%lld %lld %ld %d\n", (long long) wall, (long long) cpu, usage.ru_maxrss,
           WIFSIGNALED (status) ? 128 + WTERMSIG (status) : WEXITSTATUS (status));
  return ferror (figures) ? EIO : 0;
}

int
main (int argc, char **argv)
{
  pid_t child;

  if (argc < 4)
    {
      fputs ("usage: run-timed FIGURES OUTPUT COMMAND [ARGUMENT]...\n", stderr);
      return 2;
    }
  FILE *figures = fopen (argv[1], "we");
  if (figures == NULL)
    {
      perror (argv[1]);
      return 4;
    }
  const int64_t begin = now ();
  int error = start (argv[2], argv + 3, &child);
  if (error == 0)
    error = wait_for (child, begin, figures);
  if (fclose (figures) != 0 && error == 0)
    error = errno;
  if (error == 0)
    return 0;
  fprintf (stderr, "run-timed: %s: %s\n", argv[3], strerror (error));
  return 4;
}
