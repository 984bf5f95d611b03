/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "app/option/split-options.h"
#include "base/recon-error.h"

/* What the arguments give; the message where they are refused. (transfer full) */
static char *
give (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Options) options = options_parse (COMMAND_FOLD, arguments, &error);
  SplitOptions own;

  ck_assert_ptr_nonnull (options);
  if (split_options_take (&own, options, &error))
    return own.is_split ? g_strdup_printf ("%s %u+%u/%u %s %s", own.name, (guint) own.input.start,
                                           (guint) own.input.length, (guint) own.input.size,
                                           own.input.header != NULL ? own.input.header : "-",
                                           own.input.whole_lines ? "lines" : "bytes")
                        : g_strdup ("files");
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_USAGE));
  return g_strdup (error->message);
}

START_TEST (a_split_is_told)
{
  static const char *const none[] = { "a.csv", "b.csv", NULL };
  static const char *const first[] = { "--split", "0:10:100", "--name", "a.csv", "-", NULL };
  static const char *const later[]
      = { "--split", "10:90:100", "--name", "a.csv", "--header", "h", "--whole-lines", "-", NULL };
  g_autofree char *of_none = give (none), *of_first = give (first), *of_later = give (later);

  ck_assert_str_eq (of_none, "files");
  ck_assert_str_eq (of_first, "a.csv 0+10/100 - bytes");
  ck_assert_str_eq (of_later, "a.csv 10+90/100 h lines");
}
END_TEST

#define NAMED "--name", "a.csv"

START_TEST (what_does_not_fit_is_refused)
{
  static const struct
  {
    const char *arguments[8];
    const char *words;
  } cases[] = { { { "--split", "0:10", NAMED, "-" }, "START:LENGTH:SIZE" },
                { { "--split", "0:10:100:1", NAMED, "-" }, "START:LENGTH:SIZE" },
                { { "--split", "0:0:100", NAMED, "-" }, "START:LENGTH:SIZE" },
                { { "--split", "-1:10:100", NAMED, "-" }, "START:LENGTH:SIZE" },
                { { "--split", "91:10:100", NAMED, "-" }, "START:LENGTH:SIZE" },
                { { "--split", "100:1:100", NAMED, "-" }, "START:LENGTH:SIZE" },
                { { "--split", "1:18446744073709551615:100", NAMED, "-" }, "START:LENGTH:SIZE" },
                { { "--split", "0:10:100", NAMED, "a.csv" }, "only PATH" },
                { { "--split", "0:10:100", NAMED, "-", "a.csv" }, "only PATH" },
                { { "--split", "0:10:100", "-" }, "--name is missing" },
                { { "--split", "9:10:100", NAMED, "-" }, "--header is missing" },
                { { NAMED, "-" }, "--split is missing" },
                { { "--split", "0:10:100", NAMED, "--digest", "ABC", "-" }, "--digest: " },
                { { "--digest", "ABC", "-" }, "--split is missing" },
                { { "--whole-lines", "-" }, "--split is missing" },
                { { "--header", "h", "a.csv" }, "--split is missing" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *message = give (cases[i].arguments);
      ck_assert_msg (strstr (message, cases[i].words) != NULL, "%u: %s", i, message);
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("split-options");
  TCase *words = tcase_create ("words");

  tcase_add_test (words, a_split_is_told);
  tcase_add_test (words, what_does_not_fit_is_refused);
  suite_add_tcase (suite, words);
  return suite;
}
