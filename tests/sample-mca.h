/* SPDX-License-Identifier: MIT */
#ifndef TESTS_SAMPLE_MCA_H
#define TESTS_SAMPLE_MCA_H

#include <check.h>
#include <string.h>

#include "core/mca/mca-reckon.h"
#include "input/mca/mca-reader.h"
#include "output/table/report-csv.h"

/* Responses about credits, written with ' for " so that they can be read. */

#define MCA_ID(rest) "'id':'/providers/Microsoft.Billing/billingAccounts/A/" rest "'"
#define MCA_PROFILE_ID(what, id) \
  MCA_ID ("billingProfiles/P/providers/Microsoft.Consumption/" what "/" id)
#define MCA_USD(value) "{'currency':'USD','value':" value "}"

typedef struct
{
  char *text;
  gsize at;
} McaStream;

static inline gssize
sample_mca_read (void *data, char *buffer, gsize size, GError **error G_GNUC_UNUSED)
{
  McaStream *self = data;
  const gsize count = MIN (size, strlen (self->text + self->at));

  memcpy (buffer, self->text + self->at, count);
  self->at += count;
  return (gssize) count;
}

/* FALSE with @error; what was read goes into @book. */
static inline gboolean
sample_mca_add (McaBook *book, const char *name, const char *text, GError **error)
{
  McaStream stream = { g_strdelimit (g_strdup (text), "'", '"'), 0 };
  const McaContent content = { .name = name, .read = sample_mca_read, .stream = &stream };
  g_autoptr (McaBook) part = mca_book_new ();
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  McaPage page;
  gboolean read = mca_reader_read (&content, part, &page, error);

  g_free (stream.text);
  if (!read)
    return FALSE;
  page.sha256 = mca_book_text (part, slice_of (digest));
  g_array_append_val (part->pages, page);
  mca_book_take (book, g_steal_pointer (&part));
  return TRUE;
}

/* Files a.json, b.json, ...; NULL ends them. */
static inline McaBook *
sample_mca_book (const char *const *texts)
{
  McaBook *book = mca_book_new ();
  char name[] = "a.json";

  for (; *texts != NULL; texts++, name[0]++)
    {
      g_autoptr (GError) error = NULL;
      ck_assert_msg (sample_mca_add (book, name, *texts, &error), "%s",
                     error != NULL ? error->message : "");
    }
  return book;
}

#define MCA_BOOK(...) sample_mca_book ((const char *const[]){ __VA_ARGS__, NULL })

static inline McaPlan
sample_mca_plan (void)
{
  return (McaPlan){ .expiring_days = 60, .tolerance = decimal_from_scaled (1, 2) };
}

/* Of each row of a table the cells of @columns ("code amount"), a line a row. */
static inline char *
sample_mca_cells (const Report *report, guint table, const char *columns)
{
  g_autoptr (GString) csv = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (csv);
  g_auto (GStrv) wanted = g_strsplit (columns, " ", -1);
  GString *out = g_string_new (NULL);

  report_csv_write (report, table, sink);
  ck_assert (sink_flush (sink, NULL));
  g_auto (GStrv) lines = g_strsplit (csv->str, "\n", -1);
  g_auto (GStrv) names = g_strsplit (lines[0], ",", -1);
  for (char **line = lines + 1; *line != NULL && **line != '\0'; line++)
    {
      g_auto (GStrv) cells = g_strsplit (*line, ",", -1);
      for (char **want = wanted; *want != NULL; want++)
        for (guint i = 0; names[i] != NULL; i++)
          if (strcmp (names[i], *want) == 0)
            g_string_append_printf (out, "%s%s", want > wanted ? " " : "",
                                    *cells[i] != '\0' ? cells[i] : "-");
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

#define assert_mca_cells(report, table, columns, expected) \
  do \
    { \
      g_autofree char *found_cells = sample_mca_cells (report, table, columns); \
      ck_assert_str_eq (found_cells, expected); \
    } \
  while (0)

#endif
