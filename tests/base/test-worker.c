/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <pthread.h>
#include <signal.h>

#include "base/worker.h"

static gpointer
double_it (gpointer data)
{
  return GUINT_TO_POINTER (2 * GPOINTER_TO_UINT (data));
}

START_TEST (the_result_of_the_work_comes_back)
{
  Worker *first = worker_try_start ("first", double_it, GUINT_TO_POINTER (21));
  Worker *second = worker_try_start ("second", double_it, GUINT_TO_POINTER (4));

  ck_assert_ptr_nonnull (first);
  ck_assert_ptr_nonnull (second);
  ck_assert_uint_eq (GPOINTER_TO_UINT (worker_finish (second)), 8);
  ck_assert_uint_eq (GPOINTER_TO_UINT (worker_finish (first)), 42);
}
END_TEST

static gpointer
look_at_fault_stack (gpointer data)
{
  return GINT_TO_POINTER (sigaltstack (NULL, data));
}

START_TEST (each_thread_has_a_second_stack_from_its_start)
{
  stack_t found = { .ss_flags = SS_DISABLE };
  Worker *worker = worker_try_start ("stack", look_at_fault_stack, &found);

  ck_assert_ptr_nonnull (worker);
  ck_assert_int_eq (GPOINTER_TO_INT (worker_finish (worker)), 0);
  if (worker_has_fault_stack ())
    ck_assert_uint_eq (found.ss_size, WORKER_FAULT_STACK_BYTES);
  ck_assert_int_ne (found.ss_flags, SS_DISABLE);
}
END_TEST

START_TEST (where_no_thread_is_to_be_had_there_is_no_worker)
{
  pthread_attr_t attributes;

  /* A stack that no address space holds. */
  ck_assert_int_eq (pthread_getattr_default_np (&attributes), 0);
  ck_assert_int_eq (pthread_attr_setstacksize (&attributes, (size_t) 1 << 50), 0);
  ck_assert_int_eq (pthread_setattr_default_np (&attributes), 0);
  ck_assert_ptr_null (worker_try_start ("none", double_it, NULL));
}
END_TEST

#define PIECES 1000

static void
count_piece (gpointer data, guint index)
{
  g_atomic_int_inc (&((gint *) data)[index]);
}

START_TEST (each_piece_of_shared_work_is_done_once)
{
  static const guint jobs[] = { 0, 1, 2, 7, 3 * PIECES };
  gint done[PIECES + 1] = { 0 };
  const guint count = _i == 0 ? 0 : PIECES;

  for (guint i = 0; i < G_N_ELEMENTS (jobs) - 1; i++)
    worker_share ("share", jobs[i], count, count_piece, done);
  worker_share ("share", jobs[4], MIN (count, 5), count_piece, done);
  for (guint i = 0; i <= PIECES; i++)
    ck_assert_int_eq (done[i], (i < count ? 4 : 0) + (i < MIN (count, 5) ? 1 : 0));
}
END_TEST

START_TEST (shared_work_is_done_without_threads)
{
  pthread_attr_t attributes;
  gint done[PIECES] = { 0 };

  ck_assert_int_eq (pthread_getattr_default_np (&attributes), 0);
  ck_assert_int_eq (pthread_attr_setstacksize (&attributes, (size_t) 1 << 50), 0);
  ck_assert_int_eq (pthread_setattr_default_np (&attributes), 0);
  worker_share ("share", 4, PIECES, count_piece, done);
  for (guint i = 0; i < PIECES; i++)
    ck_assert_int_eq (done[i], 1);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("worker");
  TCase *tests = tcase_create ("worker");

  tcase_add_test (tests, the_result_of_the_work_comes_back);
  tcase_add_test (tests, each_thread_has_a_second_stack_from_its_start);
  tcase_add_loop_test (tests, each_piece_of_shared_work_is_done_once, 0, 2);
  tcase_add_test (tests, shared_work_is_done_without_threads);
  tcase_add_test (tests, where_no_thread_is_to_be_had_there_is_no_worker);
  suite_add_tcase (suite, tests);
  return suite;
}
