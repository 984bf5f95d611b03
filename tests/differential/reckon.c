/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <gmp.h>
#include <stdio.h>
#include <string.h>

#include "base/decimal.h"

/*
 * Reckons with Decimal and, a second time, with the fractions of GMP. Standard input: lines of
 * words, the operation, its numbers, and of those that round the places and "T" or "H". Standard
 * output: a line with the result of each, as the Decimal is written. Where GMP's is another, the
 * program says so and ends with 1; other reckoners read the output.
 *
 *   parse A              the number, or "refused"
 *   parse-comma A        likewise
 *   text A PLACES        with so many decimals at least
 *   add A B, subtract A B, multiply A B, compare A B, least A B
 *   products A B C D     A x B + C x D
 *   compare-products A B C D
 *   canonical A B        1 where both are the same bytes, else 0
 *   round A PLACES HOW
 *   divide A B C PLACES HOW         A x B / C
 *   is-rounded R A B PLACES HOW     1 where A x B, rounded, is R
 */

#define WORDS_MAX 8
#define LINE_BYTES 1024

static const Decimal zero = { 0 };

/* GMP */

static void
power_of_ten (mpz_t power, guint exponent)
{
  mpz_ui_pow_ui (power, 10, exponent);
}

/* Of digits with a point, as decimal_to_string() writes them. */
static void
fraction_of (mpq_t fraction, const char *text)
{
  g_autofree char *digits = g_strdup (text);
  char *point = strchr (digits, '.');
  guint places = 0;

  if (point != NULL)
    {
      places = (guint) strlen (point + 1);
      memmove (point, point + 1, places + 1);
    }
  mpz_set_str (mpq_numref (fraction), digits, 10);
  power_of_ten (mpq_denref (fraction), places);
  mpq_canonicalize (fraction);
}

static void
round_fraction (mpq_t fraction, guint places, DecimalRounding how)
{
  mpz_t power;

  mpz_init (power);
  power_of_ten (power, places);
  mpz_mul (mpq_numref (fraction), mpq_numref (fraction), power);
  if (how == DECIMAL_HALF_UP) /* away from zero: (2 |n| + d) / 2 d */
    {
      mpz_mul_ui (mpq_numref (fraction), mpq_numref (fraction), 2);
      if (mpz_sgn (mpq_numref (fraction)) < 0)
        mpz_sub (mpq_numref (fraction), mpq_numref (fraction), mpq_denref (fraction));
      else
        mpz_add (mpq_numref (fraction), mpq_numref (fraction), mpq_denref (fraction));
      mpz_mul_ui (mpq_denref (fraction), mpq_denref (fraction), 2);
    }
  mpz_tdiv_q (mpq_numref (fraction), mpq_numref (fraction), mpq_denref (fraction));
  mpz_set (mpq_denref (fraction), power);
  mpq_canonicalize (fraction);
  mpz_clear (power);
}

/* One operation */

typedef struct
{
  char *words[WORDS_MAX]; /* of the line */
  guint count;
  Decimal numbers[4];
  mpq_t fractions[4];
  guint places;
  DecimalRounding how;
} Operation;

/* -> whether GMP has the same. */
static gboolean
agrees (Decimal found, mpq_t expected)
{
  g_autofree char *text = decimal_to_string (found, 0);
  mpq_t fraction;

  mpq_init (fraction);
  fraction_of (fraction, text);
  const gboolean is_equal = mpq_equal (fraction, expected) != 0;
  mpq_clear (fraction);
  puts (text);
  return is_equal;
}

static gboolean
agrees_int (int found, int expected)
{
  printf ("%d\n", found);
  return found == expected;
}

static int
sign_of (int order)
{
  return (order > 0) - (order < 0);
}

static gboolean
do_add (Operation *o)
{
  mpq_add (o->fractions[0], o->fractions[0], o->fractions[1]);
  return agrees (decimal_add (o->numbers[0], o->numbers[1]), o->fractions[0]);
}

static gboolean
do_subtract (Operation *o)
{
  mpq_sub (o->fractions[0], o->fractions[0], o->fractions[1]);
  return agrees (decimal_subtract (o->numbers[0], o->numbers[1]), o->fractions[0]);
}

static gboolean
do_multiply (Operation *o)
{
  mpq_mul (o->fractions[0], o->fractions[0], o->fractions[1]);
  return agrees (decimal_multiply (o->numbers[0], o->numbers[1]), o->fractions[0]);
}

static gboolean
do_compare (Operation *o)
{
  const int order = sign_of (decimal_compare (o->numbers[0], o->numbers[1]));

  g_assert (decimal_equal (o->numbers[0], o->numbers[1]) == (order == 0));
  return agrees_int (order, sign_of (mpq_cmp (o->fractions[0], o->fractions[1])));
}

static gboolean
do_least (Operation *o)
{
  const Decimal sum = decimal_add (decimal_min (o->numbers[0], o->numbers[1]),
                                   decimal_max (o->numbers[0], o->numbers[1]));

  g_assert (decimal_equal (sum, decimal_add (o->numbers[0], o->numbers[1])));
  return agrees (decimal_min (o->numbers[0], o->numbers[1]),
                 mpq_cmp (o->fractions[0], o->fractions[1]) <= 0 ? o->fractions[0]
                                                                 : o->fractions[1]);
}

static void
multiply_pairs (Operation *o, Decimal *first, Decimal *second)
{
  *first = decimal_multiply (o->numbers[0], o->numbers[1]);
  *second = decimal_multiply (o->numbers[2], o->numbers[3]);
  mpq_mul (o->fractions[0], o->fractions[0], o->fractions[1]);
  mpq_mul (o->fractions[2], o->fractions[2], o->fractions[3]);
}

static gboolean
do_products (Operation *o)
{
  Decimal first, second;

  multiply_pairs (o, &first, &second);
  mpq_add (o->fractions[0], o->fractions[0], o->fractions[2]);
  return agrees (decimal_add (first, second), o->fractions[0]);
}

static gboolean
do_compare_products (Operation *o)
{
  Decimal first, second;

  multiply_pairs (o, &first, &second);
  return agrees_int (sign_of (decimal_order (&first, &second)),
                     sign_of (mpq_cmp (o->fractions[0], o->fractions[2])));
}

static gboolean
do_canonical (Operation *o)
{
  guint8 a[DECIMAL_CANONICAL_BYTES], b[DECIMAL_CANONICAL_BYTES];
  const gsize length = decimal_canonical_magnitude (o->numbers[0], a);
  const gboolean is_same
      = length == decimal_canonical_magnitude (o->numbers[1], b) && memcmp (a, b, length) == 0;

  mpq_abs (o->fractions[0], o->fractions[0]);
  mpq_abs (o->fractions[1], o->fractions[1]);
  return agrees_int (is_same, mpq_equal (o->fractions[0], o->fractions[1]) != 0);
}

static gboolean
do_round (Operation *o)
{
  round_fraction (o->fractions[0], o->places, o->how);
  return agrees (decimal_round (o->numbers[0], o->places, o->how), o->fractions[0]);
}

static gboolean
do_divide (Operation *o)
{
  mpq_mul (o->fractions[0], o->fractions[0], o->fractions[1]);
  mpq_div (o->fractions[0], o->fractions[0], o->fractions[2]);
  round_fraction (o->fractions[0], o->places, o->how);
  return agrees (
      decimal_multiply_divide (o->numbers[0], o->numbers[1], o->numbers[2], o->places, o->how),
      o->fractions[0]);
}

static gboolean
do_is_rounded (Operation *o)
{
  mpq_mul (o->fractions[1], o->fractions[1], o->fractions[2]);
  round_fraction (o->fractions[1], o->places, o->how);
  return agrees_int (decimal_is_rounded_product (&o->numbers[0], &o->numbers[1], &o->numbers[2],
                                                 o->places, o->how),
                     mpq_equal (o->fractions[0], o->fractions[1]) != 0);
}

/* Its number was read already, and packs into little room. */
static gboolean
do_text (Operation *o)
{
  const Decimal again = decimal_unpack (decimal_pack (o->numbers[0]));
  g_autofree char *text = decimal_to_string (again, o->places);

  puts (text);
  return decimal_is_same (&again, &o->numbers[0]);
}

static const struct
{
  const char *name;
  guint numbers;
  gboolean has_places;
  gboolean rounds;
  gboolean (*run) (Operation *operation);
} operations[] = {
  { "add", 2, FALSE, FALSE, do_add },
  { "subtract", 2, FALSE, FALSE, do_subtract },
  { "multiply", 2, FALSE, FALSE, do_multiply },
  { "compare", 2, FALSE, FALSE, do_compare },
  { "least", 2, FALSE, FALSE, do_least },
  { "products", 4, FALSE, FALSE, do_products },
  { "compare-products", 4, FALSE, FALSE, do_compare_products },
  { "canonical", 2, FALSE, FALSE, do_canonical },
  { "text", 1, TRUE, FALSE, do_text },
  { "round", 1, TRUE, TRUE, do_round },
  { "divide", 3, TRUE, TRUE, do_divide },
  { "is-rounded", 3, TRUE, TRUE, do_is_rounded },
};

static gboolean
take_numbers (Operation *o, guint count)
{
  for (guint i = 0; i < count; i++)
    {
      const char *word = o->words[1 + i];

      if (!decimal_parse (word, strlen (word), DECIMAL_POINT, &o->numbers[i]))
        return FALSE;
      g_autofree char *text = decimal_to_string (o->numbers[i], 0);
      fraction_of (o->fractions[i], text);
    }
  return TRUE;
}

static gboolean
run_named (Operation *o)
{
  for (gsize i = 0; i < G_N_ELEMENTS (operations); i++)
    {
      const guint expected = 1 + operations[i].numbers + (operations[i].has_places ? 1 : 0)
                             + (operations[i].rounds ? 1 : 0);

      if (strcmp (o->words[0], operations[i].name) != 0 || o->count != expected)
        continue;
      if (!take_numbers (o, operations[i].numbers))
        return FALSE;
      if (operations[i].has_places)
        o->places = (guint) g_ascii_strtoull (o->words[1 + operations[i].numbers], NULL, 10);
      o->how = strcmp (o->words[o->count - 1], "H") == 0 ? DECIMAL_HALF_UP : DECIMAL_TRUNCATE;
      return operations[i].run (o);
    }
  return FALSE;
}

static void
parse (const char *text, DecimalMark mark)
{
  Decimal number = zero;

  if (!decimal_parse (text, strlen (text), mark, &number))
    {
      puts ("refused");
      return;
    }
  g_autofree char *found = decimal_to_string (number, 0);
  puts (found);
}

/* The words are cut out of @line. */
static gboolean
run_line (Operation *o, char *line)
{
  if (g_str_has_prefix (line, "parse "))
    parse (line + strlen ("parse "), DECIMAL_POINT);
  else if (g_str_has_prefix (line, "parse-comma "))
    parse (line + strlen ("parse-comma "), DECIMAL_COMMA);
  else
    {
      o->count = 0;
      for (char *at = line; at != NULL && o->count < WORDS_MAX;)
        {
          o->words[o->count++] = at;
          at = strchr (at, ' ');
          if (at != NULL)
            *at++ = '\0';
        }
      return run_named (o);
    }
  return TRUE;
}

static int
run_all (Operation *o)
{
  char line[LINE_BYTES];
  guint number = 0;

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      line[strcspn (line, "\n")] = '\0';
      number++;
      if (!run_line (o, line))
        {
          fprintf (stderr, "line %u: %s: GMP has another result\n", number, o->words[0]);
          return 1;
        }
    }
  return fflush (stdout) == 0 ? 0 : 1;
}

int
main (void)
{
  Operation operation = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (operation.fractions); i++)
    mpq_init (operation.fractions[i]);
  const int status = run_all (&operation);
  for (guint i = 0; i < G_N_ELEMENTS (operation.fractions); i++)
    mpq_clear (operation.fractions[i]);
  return status;
}
