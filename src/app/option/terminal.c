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

TextStyle
terminal_text_style (TerminalColour colour)
{
  const gboolean is_terminal = isatty (STDOUT_FILENO) != 0;

  return (TextStyle){ .width = is_terminal ? window_width () : TEXT_WIDTH_DEFAULT,
                      .colour
                      = colour == TERMINAL_COLOUR_ALWAYS
                        || (colour == TERMINAL_COLOUR_AUTO && is_terminal && may_colour ()) };
}
