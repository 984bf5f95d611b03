/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "engine/option/stated-options.h"
#include "test-main.h"

#include <check.h>

#define ARGUMENTS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void
assert_stated (const Options *options, const char *expected, const char *config_file)
{
  StatedOptions *stated = stated_options_new (options);
  g_autofree char *text = g_strjoinv (" ", (char **) stated->texts->pdata);

  ck_assert_str_eq (text, expected);
  ck_assert_pstr_eq (stated->config_file, config_file);
  stated_options_free (stated);
}

static Options *
parse (const char *const *arguments)
{
  Options *options = options_parse (COMMAND_RECONCILE, arguments, NULL);

  ck_assert_ptr_nonnull (options);
  return options;
}

static const struct
{
  const char *arguments[8];
  const char *stated;
} cases[] = {
  { { "in" }, "" },
  { { "--tolerance=5", "--month", "2026-10", "in" }, "--month=2026-10 --tolerance=5" },
  { { "--tolerance=0.01" }, "" },
  { { "--tolerance=0.010" }, "" },
  { { "--expiring-days=60" }, "" },
  { { "--expiring-days=61" }, "--expiring-days=61" },
  { { "--day-first", "--decimal-comma", "--keep-going", "--encoding=windows-1252" },
    "--day-first --decimal-comma --encoding=windows-1252 --keep-going" },
  { { "--invoice-month=G2=2026-10", "--invoice-month=G1=2026-09", "--map=customer=Tenant",
      "--aco-reason=Promo", "--as-of=2026-10-31" },
    "--aco-reason=Promo --as-of=2026-10-31 --invoice-month=G1=2026-09 --invoice-month=G2=2026-10 "
    "--map=customer=Tenant" },
  { { "--skip=in/b.csv", "--skip", "in/a.csv" }, "--skip=in/a.csv --skip=in/b.csv" },
  { { "--min=5", "--code=401", "--customer=Contoso", "--code=ACO101" },
    "--code=401 --code=ACO101 --customer=Contoso --min=5" },
  /* Where things go and what they look like changes no figure. */
  { { "--output=out", "--force", "--format=json", "--fail-on=error", "--quiet", "--progress" },
    "" },
};

START_TEST (options_that_change_a_figure_are_stated_by_bytes)
{
  g_autoptr (Options) options = parse (cases[_i].arguments);

  assert_stated (options, cases[_i].stated, NULL);
}
END_TEST

START_TEST (the_configuration_file_that_gave_some_is_named_without_its_folders)
{
  g_autoptr (Options) options = parse (ARGUMENTS ("--tolerance=5"));
  g_autoptr (Options) unchanged = parse (ARGUMENTS ("in"));

  options_add_fallback (options, COMMAND_RECONCILE, OPTION_MONTH, ARGUMENTS ("2026-10"),
                        "/home/someone/partner.ini");
  options_add_fallback (options, COMMAND_RECONCILE, OPTION_TOLERANCE, ARGUMENTS ("7"), "other.ini");
  assert_stated (options, "--month=2026-10 --tolerance=5", "partner.ini");
  options_add_fallback (unchanged, COMMAND_RECONCILE, OPTION_TOLERANCE, ARGUMENTS ("0.01"),
                        "partner.ini");
  options_add_fallback (unchanged, COMMAND_RECONCILE, OPTION_FORMAT, ARGUMENTS ("json"),
                        "partner.ini");
  assert_stated (unchanged, "", NULL);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("stated-options");
  TCase *tests = tcase_create ("evidence");

  tcase_add_loop_test (tests, options_that_change_a_figure_are_stated_by_bytes, 0,
                       G_N_ELEMENTS (cases));
  tcase_add_test (tests, the_configuration_file_that_gave_some_is_named_without_its_folders);
  suite_add_tcase (suite, tests);
  return suite;
}
