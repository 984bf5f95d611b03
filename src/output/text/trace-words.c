/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/trace-words.h"

#include <string.h>

#include "base/visible-text.h"

#define WORD_WIDTH 400

/* The part of @path up to and without its last slash. */
static gsize
parent_length (const char *path, gsize length)
{
  while (length > 0 && path[length - 1] != '/')
    length--;
  return length > 0 ? length - 1 : 0;
}

/* Of the folder @length long, what holds @other, too. */
static gsize
common_length (const char *path, gsize length, const char *other)
{
  while (length > 0 && (strncmp (path, other, length) != 0 || other[length] != '/'))
    length = parent_length (path, length);
  return length;
}

char *
trace_words_folder (const Report *report)
{
  const gsize count = report_row_count (report, REPORT_INPUTS);
  const char *path = NULL;
  gsize length = 0;

  for (gsize i = 0; i < count; i++)
    {
      const char *file = ((const InputRow *) report_row (report, REPORT_INPUTS, i))->file;

      if (file == NULL || strcmp (file, "-") == 0)
        return NULL;
      length
          = path == NULL ? parent_length (file, strlen (file)) : common_length (path, length, file);
      path = path == NULL ? file : path;
    }
  if (path == NULL)
    return NULL;
  return length > 0 ? g_strndup (path, length) : g_strdup (*path == '/' ? "/" : ".");
}

static gboolean
is_plain (const char *word)
{
  for (const char *at = word; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && strchr ("-_./", *at) == NULL)
      return FALSE;
  return *word != '\0';
}

/* What is shown is what is run: nothing in it is invisible or shortened. NULL: it is not so. */
static char *
quoted (const char *word)
{
  g_autofree char *visible = visible_text (word, WORD_WIDTH);

  if (word == NULL || *word == '\0' || *word == '-' || strcmp (visible, word) != 0)
    return NULL;
  return is_plain (word) ? g_strdup (word) : g_shell_quote (word);
}

char *
trace_words_command (const FindingRow *row, const char *figure, const char *folder)
{
  g_autofree char *customer = quoted (row->customer_id);
  g_autofree char *place = quoted (folder);
  char month[MONTH_TEXT_SIZE];

  if (customer == NULL || place == NULL || row->month == MONTH_NONE)
    return NULL;
  calendar_print_month (row->month, month);
  return g_strdup_printf ("acorecon trace %s %s --figure %s %s", customer, month, figure, place);
}
