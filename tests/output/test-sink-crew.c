/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/recon-error.h"
#include "output/sink-crew.h"
#include "test-place.h"

#define FILES 200
#define BAD "never durable"

/* Faults: the disk has no place for a file as long as this; there is no thread to be had. */
static gboolean no_threads;
static gint syncs;

int
fsync (int fd)
{
  struct stat info;

  g_atomic_int_inc (&syncs);
  if (fstat (fd, &info) != 0 || info.st_size != (off_t) strlen (BAD))
    return 0;
  errno = EIO;
  return -1;
}

int
pthread_create (pthread_t *thread, const pthread_attr_t *attributes, void *(*run) (void *),
                void *data)
{
  int (*real) (pthread_t *, const pthread_attr_t *, void *(*) (void *), void *);

  if (no_threads)
    return EAGAIN;
  *(void **) &real = dlsym (RTLD_NEXT, "pthread_create");
  return real (thread, attributes, run, data);
}

/* A file of that number, that its failure names. */
static Sink *
sink_of (guint number, const char *text)
{
  g_autofree char *name = g_strdup_printf ("%u", number);
  Sink *sink = sink_new_file (AT_FDCWD, name, 0600, name, NULL);

  ck_assert_ptr_nonnull (sink);
  sink_append (sink, text);
  return sink;
}

static void
check_file (guint number, const char *expected)
{
  g_autofree char *name = g_strdup_printf ("%u", number);
  g_autofree char *text = NULL;

  ck_assert (g_file_get_contents (name, &text, NULL, NULL));
  ck_assert_str_eq (text, expected);
}

START_TEST (every_file_is_finished)
{
  g_autoptr (SinkCrew) crew = sink_crew_new ();

  no_threads = _i == 1;
  syncs = 0;
  for (guint i = 0; i < FILES; i++)
    ck_assert (sink_crew_take (crew, sink_of (i, "a statement")));
  ck_assert (sink_crew_wait (crew, NULL));
  ck_assert_int_eq (syncs, FILES);
  for (guint i = 0; i < FILES; i++)
    check_file (i, "a statement");
  no_threads = FALSE;
}
END_TEST

START_TEST (the_failure_is_that_of_the_first_given)
{
  g_autoptr (SinkCrew) crew = sink_crew_new ();
  g_autoptr (GError) error = NULL, again = NULL;

  no_threads = _i == 1;
  for (guint i = 0; i < FILES; i++)
    (void) sink_crew_take (crew, sink_of (i, i == 57 || i == 58 || i == 190 ? BAD : "fine"));
  ck_assert (!sink_crew_wait (crew, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_OUTPUT));
  ck_assert_str_eq (error->message, "57: Input/output error");
  ck_assert (!sink_crew_take (crew, sink_of (FILES, "fine")));
  ck_assert (!sink_crew_wait (crew, &again));
  ck_assert_str_eq (again->message, "57: Input/output error");
  no_threads = FALSE;
}
END_TEST

START_TEST (it_can_be_freed_at_any_time)
{
  sink_crew_free (NULL);
  for (guint given = 0; given < 20; given++)
    {
      g_autoptr (SinkCrew) crew = sink_crew_new ();

      for (guint i = 0; i < given; i++)
        ck_assert (sink_crew_take (crew, sink_of (100 * given + i, "fine")));
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("sink-crew");
  TCase *tests = tcase_create ("sink-crew");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_loop_test (tests, every_file_is_finished, 0, 2);
  tcase_add_loop_test (tests, the_failure_is_that_of_the_first_given, 0, 2);
  tcase_add_test (tests, it_can_be_freed_at_any_time);
  suite_add_tcase (suite, tests);
  return suite;
}
