/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "io/foreign-text.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef struct
{
  const char *beginning; /* in lower case */
  const char *words;
} Foreign;

#define WEB_PAGE "a web page (saved when a sign-in has run out?)"

const char *
foreign_text_of (Slice first_line)
{
  static const Foreign kinds[]
      = { { "<!doctype html", WEB_PAGE },
          { "<html", WEB_PAGE },
          { "<?xml", "an XML document (the error of a download link that has run out?)" } };
  const gsize mark = strlen (BYTE_ORDER_MARK);

  if (first_line.length >= mark && memcmp (first_line.text, BYTE_ORDER_MARK, mark) == 0)
    first_line = (Slice){ first_line.text + mark, first_line.length - mark };
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (slice_begins_folded (slice_trim (first_line), kinds[i].beginning))
      return kinds[i].words;
  return NULL;
}
