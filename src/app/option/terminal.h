/* SPDX-License-Identifier: MIT */
#ifndef APP_OPTION_TERMINAL_H
#define APP_OPTION_TERMINAL_H

#include "output/text/text-style.h"

/** What --color says. */
typedef enum
{
  TERMINAL_COLOUR_AUTO, /* on a terminal, unless NO_COLOR is set or TERM is dumb */
  TERMINAL_COLOUR_ALWAYS,
  TERMINAL_COLOUR_NEVER
} TerminalColour;

/**
 * How text on standard output looks: as wide as the terminal, where it is one, else
 * TEXT_WIDTH_DEFAULT.
 */
TextStyle terminal_text_style (TerminalColour colour);

#endif
