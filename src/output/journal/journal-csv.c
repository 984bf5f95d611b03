/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/journal/journal-csv.h"

#include "output/journal/journal-name.h"
#include "output/table/csv-text.h"

#define HEADER \
  "entry,date,title,customer_id,customer_name,agreement_id,credit_name,account,note,amount," \
  "closing,currency\n"

/* What every row of an entry begins with. (transfer full) */
static GString *
make_beginning (const AccountMap *map, const JournalEntry *entry, gsize number)
{
  GString *text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);
  const char *name = account_map_shows_names (map) ? entry->customer_name : NULL;
  const char *cells[] = { journal_entries_title (entry->kind), entry->customer_id, name,
                          entry->agreement_id, entry->credit_name };
  char date[DAY_TEXT_SIZE];

  calendar_print_day (entry->date, date);
  sink_printf (sink, "%" G_GSIZE_FORMAT ",%s,", number, date);
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      csv_text_write (cells[i], sink);
      sink_append_char (sink, ',');
    }
  return text;
}

typedef struct
{
  const char *account;
  const char *note;
  const Decimal *amount; /* NULL is an empty cell, like @closing */
  const Decimal *closing;
  const char *currency;
} JournalRow;

static void
write_optional (const Decimal *value, Sink *sink)
{
  if (value != NULL)
    {
      g_autofree char *text = decimal_to_string (*value, 2);
      sink_append (sink, text);
    }
  sink_append_char (sink, ',');
}

static void
write_row (const char *beginning, const JournalRow *row, Sink *sink)
{
  sink_append (sink, beginning);
  csv_text_write (row->account, sink);
  sink_printf (sink, ",%s,", row->note);
  write_optional (row->amount, sink);
  write_optional (row->closing, sink);
  csv_text_write (row->currency, sink);
  sink_append_char (sink, '\n');
}

static void
write_entry (const AccountMap *map, const JournalEntry *entry, gsize number, Sink *sink)
{
  g_autoptr (GString) beginning = make_beginning (map, entry, number);

  for (guint i = 0; i < entry->posting_count; i++)
    {
      const JournalPosting *posting = &entry->postings[i];
      g_autofree char *account = journal_name_account (map, posting->account, entry, NAME_PLAIN);
      const JournalRow row = { account, posting->note, &posting->amount, NULL, entry->currency };
      write_row (beginning->str, &row, sink);
    }
  if (entry->has_closing)
    {
      g_autofree char *account = journal_name_account (map, ACCOUNT_CREDIT, entry, NAME_PLAIN);
      const JournalRow row = { account, "closing balance", NULL, &entry->closing, entry->currency };
      write_row (beginning->str, &row, sink);
    }
}

void
journal_csv_write (const JournalEntries *entries, const AccountMap *map, Sink *sink)
{
  const gsize count = journal_entries_count (entries);

  sink_append (sink, HEADER);
  for (gsize i = 0; i < count && !sink_has_failed (sink); i++)
    {
      const JournalEntry entry = journal_entries_get (entries, i);
      write_entry (map, &entry, i + 1, sink);
    }
}
