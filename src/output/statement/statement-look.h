/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_STATEMENT_STATEMENT_LOOK_H
#define OUTPUT_STATEMENT_STATEMENT_LOOK_H

#include "base/language/language.h"

/** What the partner adds to its statements. All borrowed; NULL: the default, or none. */
typedef struct
{
  const Language *language; /* of the customer; NULL: English */
  const char *title;
  const char *footer; /* may have several lines */
  const char *logo;   /* a data: URI, see statement_logo_load() */
} StatementLook;

#define STATEMENT_TITLE_WIDTH 120
#define STATEMENT_FOOTER_WIDTH 1000 /* of each line */
#define STATEMENT_NAME_WIDTH 200    /* of a text that came from a file */

#endif
