/* SPDX-License-Identifier: MIT */
#ifndef APP_RUN_TERMINAL_H
#define APP_RUN_TERMINAL_H

#include "output/text/text-style.h"

/** The width of text that goes to no terminal. */

/**
 * How text on standard output looks: as wide as the terminal, and in colour unless NO_COLOR is set
 * or TERM is dumb. Where standard output is no terminal: 80 columns, no colour.
 */
TextStyle terminal_text_style (void);

#endif
