/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/journal/journal-beancount.h"

#include "base/printable.h"
#include "output/journal/journal-name.h"

typedef struct
{
  char date[DAY_TEXT_SIZE];
  Sink *sink;
} Opening;

static void
write_head (const JournalEntries *entries, Sink *sink)
{
  sink_append (sink,
               "; Azure credits and Microsoft invoices per customer and month, by acorecon\n");
  if (!journal_entries_are_complete (entries))
    sink_append (sink, "; INCOMPLETE: rows of the input were set aside\n");
}

static void
write_amount (Decimal amount, const char *currency, Sink *sink)
{
  g_autofree char *text = decimal_to_string (amount, 2);
  g_autofree char *commodity = journal_name_commodity (currency);

  sink_printf (sink, "%s %s", text, commodity);
}

static gboolean
explain_commodity (gpointer currency, gpointer value G_GNUC_UNUSED, gpointer data)
{
  if (!journal_name_commodity_is_plain (currency))
    {
      g_autofree char *commodity = journal_name_commodity (currency);
      g_autofree char *shown = printable_text (currency);
      g_autofree char *brief = printable_shorten (shown, 120, 0);
      sink_printf (data, "; %s stands for the currency \"%s\"\n", commodity, brief);
    }
  return FALSE;
}

static gboolean
open_account (gpointer account, gpointer value G_GNUC_UNUSED, gpointer data)
{
  const Opening *opening = data;

  sink_printf (opening->sink, "%s open %s\n", opening->date, (const char *) account);
  return FALSE;
}

static void
write_openings (const JournalEntries *entries, const AccountMap *map, Sink *sink)
{
  const JournalEntry first = journal_entries_get (entries, 0);
  g_autoptr (GTree) accounts = journal_name_accounts (map, entries, NAME_BEANCOUNT);
  Opening opening = { .sink = sink };

  calendar_print_day (first.date, opening.date);
  sink_append_char (sink, '\n');
  g_tree_foreach (accounts, open_account, &opening);
}

static void
write_posting (const AccountMap *map, const JournalEntry *entry, const JournalPosting *posting,
               Sink *sink)
{
  g_autofree char *account = journal_name_account (map, posting->account, entry, NAME_BEANCOUNT);

  sink_printf (sink, "  %s  ", account);
  write_amount (posting->amount, entry->currency, sink);
  sink_printf (sink, "  ; %s\n", posting->note);
}

static void
write_transaction (const AccountMap *map, const JournalEntry *entry, const char *date, Sink *sink)
{
  g_autofree char *customer = journal_name_customer (map, entry);
  g_autofree char *payee = journal_name_string (customer);
  g_autofree char *title = journal_name_string (journal_entries_title (entry->kind));

  sink_printf (sink, "%s * %s %s\n", date, payee, title);
  for (guint i = 0; i < entry->posting_count; i++)
    write_posting (map, entry, &entry->postings[i], sink);
}

static void
write_closing (const AccountMap *map, const JournalEntry *entry, Sink *sink)
{
  g_autofree char *account = journal_name_account (map, ACCOUNT_CREDIT, entry, NAME_BEANCOUNT);
  g_autofree char *amount = decimal_to_string (entry->closing, 2);
  g_autofree char *commodity = journal_name_commodity (entry->currency);
  char date[DAY_TEXT_SIZE];

  calendar_print_day (entry->date + 1, date);
  sink_printf (sink, "%s balance %s  %s ~ 0 %s\n", date, account, amount, commodity);
}

static void
write_entry (const AccountMap *map, const JournalEntry *entry, Sink *sink)
{
  char date[DAY_TEXT_SIZE];

  calendar_print_day (entry->date, date);
  sink_append_char (sink, '\n');
  if (entry->posting_count > 0)
    write_transaction (map, entry, date, sink);
  /* The last day of the calendar has no next day to assert anything on. */
  if (entry->has_closing && entry->date < calendar_day (9999, 12, 31))
    write_closing (map, entry, sink);
}

void
journal_beancount_write (const JournalEntries *entries, const AccountMap *map, Sink *sink)
{
  const gsize count = journal_entries_count (entries);
  g_autoptr (GTree) currencies = journal_name_currencies (entries);

  write_head (entries, sink);
  g_tree_foreach (currencies, explain_commodity, sink);
  if (count > 0 && !account_map_continues (map) && !journal_entries_are_corrections (entries))
    write_openings (entries, map, sink);
  for (gsize i = 0; i < count && !sink_has_failed (sink); i++)
    {
      const JournalEntry entry = journal_entries_get (entries, i);
      write_entry (map, &entry, sink);
    }
}
