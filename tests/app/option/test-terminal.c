/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <fcntl.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "app/option/terminal.h"

/* The style while standard output is @fd. */
static TextStyle
style_on (int fd, TextColour colour)
{
  const int before = dup (STDOUT_FILENO);

  ck_assert_int_ge (before, 0);
  ck_assert_int_eq (fflush (stdout), 0);
  ck_assert_int_eq (dup2 (fd, STDOUT_FILENO), STDOUT_FILENO);
  Surroundings surroundings = surroundings_none ();
  terminal_look (&surroundings);
  const TextStyle style = surroundings_text_style (&surroundings, colour);
  ck_assert_int_eq (dup2 (before, STDOUT_FILENO), STDOUT_FILENO);
  ck_assert_int_eq (close (before), 0);
  return style;
}

/* On a terminal of so many columns. */
static TextStyle
style_on_terminal (unsigned short columns, TextColour colour)
{
  const struct winsize window = { .ws_row = 24, .ws_col = columns };
  const int master = posix_openpt (O_RDWR | O_NOCTTY);

  ck_assert_int_ge (master, 0);
  ck_assert (grantpt (master) == 0 && unlockpt (master) == 0);
  const int terminal = open (ptsname (master), O_RDWR | O_NOCTTY | O_CLOEXEC);
  ck_assert_int_ge (terminal, 0);
  ck_assert_int_eq (ioctl (terminal, TIOCSWINSZ, &window), 0);
  const TextStyle style = style_on (terminal, colour);
  ck_assert_int_eq (close (terminal), 0);
  ck_assert_int_eq (close (master), 0);
  return style;
}

static void
set_up (void)
{
  g_unsetenv ("NO_COLOR");
  ck_assert (g_setenv ("TERM", "xterm", TRUE));
}

/* A file, a pipe or a device. */
START_TEST (without_a_terminal_there_are_80_columns_and_no_colour)
{
  static const char *const paths[] = { "/dev/null", "/dev/full", "/proc/self/exe" };
  const int fd = open (paths[_i], O_RDONLY | O_CLOEXEC);
  const TextStyle style = style_on (fd, TEXT_COLOUR_AUTO);

  ck_assert_int_eq (close (fd), 0);
  ck_assert_uint_eq (style.width, 80);
  ck_assert (!style.colour);
}
END_TEST

START_TEST (a_pipe_is_no_terminal)
{
  int ends[2];

  ck_assert_int_eq (pipe (ends), 0);
  const TextStyle style = style_on (ends[1], TEXT_COLOUR_AUTO);
  ck_assert_int_eq (close (ends[0]), 0);
  ck_assert_int_eq (close (ends[1]), 0);
  ck_assert_uint_eq (style.width, TEXT_WIDTH_DEFAULT);
  ck_assert (!style.colour);
}
END_TEST

static const struct
{
  unsigned short columns;
  guint width;
} widths[] = {
  { 0, 80 }, { 40, 40 }, { 80, 80 }, { 132, 132 }, { 160, 160 }, { 161, 160 }, { 500, 160 },
};

START_TEST (text_is_as_wide_as_the_terminal_up_to_160_columns)
{
  const TextStyle style = style_on_terminal (widths[_i].columns, TEXT_COLOUR_AUTO);

  ck_assert_uint_eq (style.width, widths[_i].width);
  ck_assert (style.colour);
}
END_TEST

static const struct
{
  const char *no_color, *term;
  gboolean colour;
} colours[] = {
  { NULL, "xterm", TRUE }, { "", "xterm", TRUE },   { "1", "xterm", FALSE },
  { "0", "xterm", FALSE }, { NULL, "dumb", FALSE }, { NULL, NULL, FALSE },
};

START_TEST (colour_can_be_declined)
{
  g_unsetenv ("TERM");
  if (colours[_i].no_color != NULL)
    ck_assert (g_setenv ("NO_COLOR", colours[_i].no_color, TRUE));
  if (colours[_i].term != NULL)
    ck_assert (g_setenv ("TERM", colours[_i].term, TRUE));
  const TextStyle style = style_on_terminal (100, TEXT_COLOUR_AUTO);
  ck_assert_int_eq (style.colour, colours[_i].colour);
  ck_assert_uint_eq (style.width, 100);
}
END_TEST

START_TEST (who_wants_colour_or_none_gets_it)
{
  const int fd = open ("/dev/null", O_RDONLY | O_CLOEXEC);
  TextStyle style;

  ck_assert (g_setenv ("NO_COLOR", "1", TRUE));
  ck_assert (g_setenv ("TERM", "dumb", TRUE));
  style = style_on (fd, TEXT_COLOUR_ALWAYS);
  ck_assert_int_eq (close (fd), 0);
  ck_assert_uint_eq (style.width, 80);
  ck_assert (style.colour);
  ck_assert (style_on_terminal (100, TEXT_COLOUR_ALWAYS).colour);
  set_up ();
  style = style_on_terminal (100, TEXT_COLOUR_NEVER);
  ck_assert_uint_eq (style.width, 100);
  ck_assert (!style.colour);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("terminal");
  TCase *tests = tcase_create ("terminal");

  tcase_add_checked_fixture (tests, set_up, NULL);
  tcase_add_loop_test (tests, without_a_terminal_there_are_80_columns_and_no_colour, 0, 3);
  tcase_add_test (tests, a_pipe_is_no_terminal);
  tcase_add_loop_test (tests, text_is_as_wide_as_the_terminal_up_to_160_columns, 0,
                       G_N_ELEMENTS (widths));
  tcase_add_loop_test (tests, colour_can_be_declined, 0, G_N_ELEMENTS (colours));
  tcase_add_test (tests, who_wants_colour_or_none_gets_it);
  suite_add_tcase (suite, tests);
  return suite;
}
