/* SPDX-License-Identifier: MIT */

/* Writes one file for the benchmark to standard output:
 *
 *   make-files invoice|daily|balance SIZE [CUSTOMERS [SEED]]
 *
 * SIZE is in bytes, or with K, M or G in powers of 1024; the file is at most a few rows longer, and
 * never shorter than what all customers, invoices and days need. CUSTOMERS is 200, SEED 1 unless
 * given; the same arguments always give the same bytes. `balance` is the balance report that fits
 * the `invoice` of the same arguments; `daily` stands for itself. */

#include "bench-world.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* FALSE (0) when @text is no number from 1 to @max, with one of the letters of @units after it. */
static int
read_number (const char *text, const char *units, uint64_t max, uint64_t *number)
{
  char *end;

  errno = 0;
  unsigned long long value = strtoull (text, &end, 10);
  if (errno != 0 || end == text || strchr ("0123456789", text[0]) == NULL || text[0] == '\0')
    return 0;
  if (*end != '\0')
    {
      const char *unit = strchr (units, *end);

      if (unit == NULL || end[1] != '\0')
        return 0;
      for (long i = unit - units; i >= 0; i--)
        if (__builtin_mul_overflow (value, 1024ULL, &value))
          return 0;
    }
  *number = value;
  return value >= 1 && value <= max;
}

static int
read_arguments (int argc, char **argv, World *world)
{
  uint64_t customers = 200;

  *world = (World){ .seed = 1 };
  if (argc < 3 || argc > 5 || !read_number (argv[2], "KMG", UINT64_MAX, &world->size)
      || (argc > 3 && !read_number (argv[3], "", 100000, &customers))
      || (argc > 4 && !read_number (argv[4], "", UINT64_MAX, &world->seed)))
    return 0;
  world->customers = (unsigned) customers;
  return 1;
}

static int
make (const char *kind, const World *world)
{
  if (strcmp (kind, "invoice") == 0)
    make_invoice (world, stdout, NULL);
  else if (strcmp (kind, "daily") == 0)
    make_daily (world, stdout);
  else if (strcmp (kind, "balance") == 0)
    make_balance (world, stdout);
  else
    return 0;
  return 1;
}

int
main (int argc, char **argv)
{
  World world;

  setvbuf (stdout, NULL, _IOFBF, 1 << 20);
  if (!read_arguments (argc, argv, &world) || !make (argv[1], &world))
    {
      fputs ("usage: make-files invoice|daily|balance SIZE[K|M|G] [CUSTOMERS [SEED]]\n", stderr);
      return 2;
    }
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      perror ("make-files: standard output");
      return 4;
    }
  return 0;
}
