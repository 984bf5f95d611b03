/* SPDX-License-Identifier: MIT */
#ifndef ENGINE_OPTION_SURROUNDINGS_H
#define ENGINE_OPTION_SURROUNDINGS_H

#include "output/text/text-style.h"

/** What --color says. */
typedef enum
{
  TEXT_COLOUR_AUTO, /* on a terminal that may be coloured */
  TEXT_COLOUR_ALWAYS,
  TEXT_COLOUR_NEVER
} TextColour;

/**
 * Surroundings: what a process brings beside the words of its options: a terminal, variables of the
 * environment. A value; who reads them for the command is app/option/environment. No figure
 * depends on them.
 */
typedef struct
{
  guint width;            /* of text on standard output */
  gboolean is_colourful;  /* that is a terminal which may be coloured */
  gint64 workbook_time;   /* seconds since 1970, or REPORT_XLSX_CREATED_AS_OF */
  const char *locale;     /* of messages: "nl_NL.UTF-8"; borrowed; NULL: there is none */
  guint64 part_bytes_min; /* no file is cut into smaller parts */
} Surroundings;

/** Those of nobody: no terminal, no environment. */
Surroundings surroundings_none (void);

TextStyle surroundings_text_style (const Surroundings *self, TextColour colour);

#endif
