/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/option/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Wider lines are hard to read. */
#define WIDTH_MAX 160

static gboolean
may_colour (void)
{
  const char *no_color = getenv ("NO_COLOR");
  const char *term = getenv ("TERM");

  return (no_color == NULL || no_color[0] == '\0') && term != NULL && term[0] != '\0'
         && strcmp (term, "dumb") != 0;
}

static guint
window_width (void)
{
  struct winsize window;

  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &window) != 0 || window.ws_col == 0)
    return TEXT_WIDTH_DEFAULT;
  return MIN (window.ws_col, WIDTH_MAX);
}

void
terminal_look (Surroundings *self)
{
  if (isatty (STDOUT_FILENO) == 0)
    return;
  self->width = window_width ();
  self->is_colourful = may_colour ();
}
