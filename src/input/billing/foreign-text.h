/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BILLING_FOREIGN_TEXT_H
#define INPUT_BILLING_FOREIGN_TEXT_H

#include "base/slice.h"

/**
 * Text that comes under the name of a billing file and is none: what a browser or a script saves
 * when a sign-in or a download link has run out, and tables of a report pack of ours.
 */
typedef struct
{
  const char *what; /* it is, in words */
  const char *remedy;
} ForeignText;

/** What a file is whose first line this is; static. NULL: nothing known as foreign. */
const ForeignText *foreign_text_of (Slice first_line);

/** Whether this is the first line of a table that stands in a report pack, whatever its name. */
gboolean foreign_text_is_of_pack (Slice first_line);

#endif
