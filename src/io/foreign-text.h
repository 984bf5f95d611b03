/* SPDX-License-Identifier: MIT */
#ifndef IO_FOREIGN_TEXT_H
#define IO_FOREIGN_TEXT_H

#include "core/slice.h"

/**
 * Text that comes under the name of a billing file and is none: what a browser or a script saves
 * when a sign-in or a download link has run out.
 */

/** What a file is whose first line this is, in words; static. NULL: nothing known as foreign. */
const char *foreign_text_of (Slice first_line);

#endif
