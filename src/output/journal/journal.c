/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/journal/journal.h"

#include "output/journal/journal-beancount.h"
#include "output/journal/journal-csv.h"
#include "output/journal/journal-plain.h"

static const char *const names[JOURNAL_FORMAT_COUNT] = {
  [JOURNAL_HLEDGER] = "hledger",
  [JOURNAL_BEANCOUNT] = "beancount",
  [JOURNAL_LEDGER] = "ledger",
  [JOURNAL_CSV] = "csv",
};

const char *
journal_format_name (JournalFormat format)
{
  g_assert (format < JOURNAL_FORMAT_COUNT);
  return names[format];
}

gboolean
journal_format_parse (const char *name, JournalFormat *out)
{
  for (guint i = 0; i < JOURNAL_FORMAT_COUNT; i++)
    if (g_str_equal (names[i], name))
      {
        *out = (JournalFormat) i;
        return TRUE;
      }
  return FALSE;
}

static void
write_entries (const JournalEntries *entries, JournalFormat format, const AccountMap *map,
               Sink *sink)
{
  switch (format)
    {
    case JOURNAL_HLEDGER:
      journal_plain_write (entries, map, PLAIN_HLEDGER, sink);
      break;
    case JOURNAL_LEDGER:
      journal_plain_write (entries, map, PLAIN_LEDGER, sink);
      break;
    case JOURNAL_BEANCOUNT:
      journal_beancount_write (entries, map, sink);
      break;
    case JOURNAL_CSV:
      journal_csv_write (entries, map, sink);
      break;
    case JOURNAL_FORMAT_COUNT:
    default:
      g_assert_not_reached ();
    }
}

void
journal_write (const Report *report, JournalFormat format, const AccountMap *map, Sink *sink)
{
  g_autoptr (JournalEntries) entries = journal_entries_new (report, account_map_continues (map));

  write_entries (entries, format, map, sink);
}

void
journal_write_correction (const Report *report, Day date, JournalFormat format,
                          const AccountMap *map, Sink *sink)
{
  g_autoptr (JournalEntries) entries = journal_entries_new_correction (report, date);

  write_entries (entries, format, map, sink);
}
