/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/billing/foreign-text.h"

#include <string.h>

#include "core/report/report.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef struct
{
  const char *beginning; /* in lower case */
  ForeignText text;
} Beginning;

#define AGAIN "download it again"
#define WEB_PAGE "a web page (saved when a sign-in has run out?)"

/* Tables of a pack are known by their whole header, for parts of it may stand in other files. */
static gboolean
is_header_of (Slice line, const ReportTableInfo *info)
{
  g_autoptr (GString) header = g_string_new (NULL);

  for (gsize i = 0; i < info->column_count; i++)
    g_string_append_printf (header, "%s%s", i > 0 ? "," : "", info->columns[i].name);
  return line.length == header->len && memcmp (line.text, header->str, line.length) == 0;
}

static gboolean
is_table_of_pack (Slice line)
{
  for (ReportTable table = 0; table < REPORT_TABLE_COUNT; table++)
    if (is_header_of (line, &report_layout_main ()->tables[table].info))
      return TRUE;
  return is_header_of (line, &report_layout_resolved ()->tables[REPORT_FINDINGS].info);
}

const ForeignText *
foreign_text_of (Slice first_line)
{
  static const Beginning beginnings[]
      = { { "<!doctype html", { WEB_PAGE, AGAIN } },
          { "<html", { WEB_PAGE, AGAIN } },
          { "<?xml",
            { "an XML document (the error of a download link that has run out?)", AGAIN } } };
  static const ForeignText table
      = { "a table of a report pack", "keep report packs out of the folders that are read" };
  const gsize mark = strlen (BYTE_ORDER_MARK);

  if (first_line.length >= mark && memcmp (first_line.text, BYTE_ORDER_MARK, mark) == 0)
    first_line = (Slice){ first_line.text + mark, first_line.length - mark };
  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (slice_begins_folded (slice_trim (first_line), beginnings[i].beginning))
      return &beginnings[i].text;
  return is_table_of_pack (first_line) ? &table : NULL;
}

gboolean
foreign_text_is_of_pack (Slice first_line)
{
  /* Beside the tables of the report: rows set aside, and a journal. */
  static const char *const others[]
      = { "file,line,column,code,reason,raw text",
          "entry,date,title,customer_id,customer_name,agreement_id,credit_name,account,note,amount,"
          "closing,currency" };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (first_line.length == strlen (others[i])
        && memcmp (first_line.text, others[i], first_line.length) == 0)
      return TRUE;
  return is_table_of_pack (first_line);
}
