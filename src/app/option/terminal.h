/* SPDX-License-Identifier: MIT */
#ifndef APP_OPTION_TERMINAL_H
#define APP_OPTION_TERMINAL_H

#include "engine/option/surroundings.h"

/**
 * How text on standard output may look: where that is a terminal as wide as it is, and coloured
 * unless NO_COLOR is set or TERM is dumb. Else @self stays as it is.
 */
void terminal_look (Surroundings *self);

#endif
