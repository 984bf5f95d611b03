/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

int
main (void)
{
  SRunner *runner = srunner_create (test_suite ());
  int failed_count;

  srunner_run_all (runner, CK_ENV); /* CK_VERBOSITY, and the other CK_* by themselves */
  failed_count = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed_count == 0 ? 0 : 1;
}
