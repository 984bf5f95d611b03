/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <acorecon.h>
#include <check.h>
#include <string.h>

#include "base/worker.h"
#include "library/sample-job.h"

#define THREADS 4
#define TURNS 3

static int
take (void *data, const void *bytes, size_t size)
{
  g_string_append_len (data, bytes, (gssize) size);
  return 1;
}

/* Everything that a report says. */
static GString *
all_forms (const AcoreconReport *report)
{
  GString *all = g_string_new (NULL);
  const char *form;

  for (size_t i = 0; (form = acorecon_form_name (i)) != NULL; i++)
    ck_assert_int_eq (acorecon_report_write (report, form, take, all, NULL), 1);
  return all;
}

/* Two of the threads have a job each of their own, with an error in between; the others read one
   report. */
typedef struct
{
  const AcoreconReport *shared;
  const GString *expected;
  gint turns; /* atomic */
} Task;

static void
work (gpointer data, guint index)
{
  Task *task = data;

  for (guint turn = 0; turn < TURNS; turn++)
    {
      AcoreconReport *own = index % 2 == 0 ? reckon_job (sample_job ()) : NULL;
      GString *all = all_forms (own != NULL ? own : task->shared);
      AcoreconError *error;

      ck_assert_uint_eq (all->len, task->expected->len);
      ck_assert_int_eq (memcmp (all->str, task->expected->str, all->len), 0);
      g_string_free (all, TRUE);
      acorecon_report_free (own);
      ck_assert_ptr_null (acorecon_job_reckon (NULL, &error));
      acorecon_error_free (error);
      g_atomic_int_inc (&task->turns);
    }
}

START_TEST (threads_do_not_know_of_each_other)
{
  AcoreconReport *shared = reckon_job (sample_job ());
  GString *expected = all_forms (shared);
  Task task = { .shared = shared, .expected = expected };

  worker_share ("library", THREADS, THREADS, work, &task);
  ck_assert_int_eq (task.turns, THREADS * TURNS);
  g_string_free (expected, TRUE);
  acorecon_report_free (shared);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("library-threads");
  TCase *tests = tcase_create ("library-threads");

  tcase_add_test (tests, threads_do_not_know_of_each_other);
  suite_add_tcase (suite, tests);
  return suite;
}
