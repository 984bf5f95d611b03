/* SPDX-License-Identifier: MIT */

/* Writes one file for the benchmark to standard output:
 *
 *   make-files [-c CUSTOMERS] [-s SEED] invoice|daily|balance SIZE
 *   make-files [-c CUSTOMERS] [-s SEED] [-k CREDITS] [-m MONTHS] credits
 *   make-files [-c CUSTOMERS] [-s SEED] [-m MONTH] month-balance|month-invoice
 *
 * SIZE is in bytes, or with K, M or G in powers of 1024; the file is at most a few rows longer, and
 * never shorter than what all customers and the invoices need. CUSTOMERS is 200, SEED 1, CREDITS 1
 * and MONTHS 12 unless given; the same arguments always give the same bytes. `balance' is the
 * balance report that fits the `invoice' of the same arguments; `daily' stands for itself, and so
 * does `credits', a balance report with CREDITS of each customer in each of MONTHS. `month-balance'
 * and `month-invoice' are the files of one month of many, MONTH being its number from 1 (2026-01).
 */

#include "bench-world.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
read_count (const char *text, uint64_t max, unsigned *count)
{
  uint64_t number;

  if (!read_number (text, "", max, &number))
    return 0;
  *count = (unsigned) number;
  return 1;
}

static int
read_option (int letter, World *world)
{
  switch (letter)
    {
    case 'c':
      return read_count (optarg, 1000000, &world->customers);
    case 'k':
      return read_count (optarg, 1000, &world->credits);
    case 'm':
      return read_count (optarg, 480, &world->months);
    case 's':
      return read_number (optarg, "", UINT64_MAX, &world->seed);
    default:
      return 0;
    }
}

static int
make_of_size (const char *kind, const World *world)
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

static int
make_of_months (const char *kind, const World *world)
{
  if (strcmp (kind, "credits") == 0)
    make_credits (world, stdout);
  else if (strcmp (kind, "month-balance") == 0)
    make_month_balance (world, stdout);
  else if (strcmp (kind, "month-invoice") == 0)
    make_month_invoice (world, stdout);
  else
    return 0;
  return 1;
}

/* @count words: the kind and, but for those of months, the size. */
static int
make (World *world, int count, char **words)
{
  if (count == 1)
    return make_of_months (words[0], world);
  return count == 2 && read_number (words[1], "KMG", UINT64_MAX, &world->size)
         && make_of_size (words[0], world);
}

int
main (int argc, char **argv)
{
  World world = { .seed = 1, .customers = 200, .credits = 1, .months = 12 };
  int letter, is_right = 1;

  setvbuf (stdout, NULL, _IOFBF, 1 << 20);
  while (is_right && (letter = getopt (argc, argv, "c:k:m:s:")) != -1)
    is_right = read_option (letter, &world);
  if (!is_right || !make (&world, argc - optind, argv + optind))
    {
      fputs ("usage: make-files [-c CUSTOMERS] [-s SEED] invoice|daily|balance SIZE[K|M|G]\n"
             "       make-files [-c CUSTOMERS] [-s SEED] [-k CREDITS] [-m MONTHS] credits\n"
             "       make-files [-c CUSTOMERS] [-s SEED] [-m MONTH] month-balance|month-invoice\n",
             stderr);
      return 2;
    }
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      perror ("make-files: standard output");
      return 4;
    }
  return 0;
}
