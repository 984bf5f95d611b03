/* SPDX-License-Identifier: MIT */
#ifndef APP_RUN_LIBRARY_VERSIONS_H
#define APP_RUN_LIBRARY_VERSIONS_H

#include <glib.h>

/**
 * The libraries that the program works with, each with the version that is in use. The only room
 * that knows all of them, and it asks each for nothing but that. Those that are opened late (ADR
 * 12) are opened for the question.
 */

/**
 * Appends "NAME VERSION" a line, in the order of the names. A library that cannot tell which one is
 * running tells the one that the program was compiled with; one that cannot be opened is said to be
 * so, which no run needs to fail for.
 */
void library_versions_append (GString *out);

#endif
