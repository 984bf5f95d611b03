/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/journal/journal-plain.h"

#include "base/printable.h"
#include "output/journal/journal-name.h"

static void
write_head (const JournalEntries *entries, PlainDialect dialect, Sink *sink)
{
  sink_append (sink,
               "; Azure credits and Microsoft invoices per customer and month, by acorecon\n");
  if (!journal_entries_are_complete (entries))
    sink_append (sink, "; INCOMPLETE: rows of the input were set aside\n");
  /* Of hledger alone; a book with decimal commas may include this file. */
  if (dialect == PLAIN_HLEDGER)
    sink_append (sink, "decimal-mark .\n");
}

/* "X-..." needs quotes: the tools know unquoted commodities by having letters only. */
static void
write_commodity (const char *currency, Sink *sink)
{
  g_autofree char *commodity = journal_name_commodity (currency);

  sink_printf (sink, journal_name_commodity_is_plain (currency) ? "%s" : "\"%s\"", commodity);
}

static void
write_amount (Decimal amount, const char *currency, Sink *sink)
{
  g_autofree char *text = decimal_to_string (amount, 2);

  sink_printf (sink, "%s ", text);
  write_commodity (currency, sink);
}

static gboolean
declare_commodity (gpointer currency, gpointer value G_GNUC_UNUSED, gpointer data)
{
  Sink *sink = data;

  if (!journal_name_commodity_is_plain (currency))
    {
      g_autofree char *shown = printable_text (currency);
      g_autofree char *brief = printable_shorten (shown, 120, 0);
      sink_printf (sink, "; the next commodity stands for the currency \"%s\"\n", brief);
    }
  sink_append (sink, "commodity ");
  write_commodity (currency, sink);
  sink_append_char (sink, '\n');
  return FALSE;
}

static gboolean
declare_account (gpointer account, gpointer value G_GNUC_UNUSED, gpointer data)
{
  sink_printf (data, "account %s\n", (const char *) account);
  return FALSE;
}

static void
write_declarations (const JournalEntries *entries, const AccountMap *map, Sink *sink)
{
  g_autoptr (GTree) currencies = journal_name_currencies (entries);
  g_autoptr (GTree) accounts = journal_name_accounts (map, entries, NAME_PLAIN);

  sink_append_char (sink, '\n');
  g_tree_foreach (currencies, declare_commodity, sink);
  sink_append_char (sink, '\n');
  g_tree_foreach (accounts, declare_account, sink);
}

static void
write_posting (const AccountMap *map, const JournalEntry *entry, const JournalPosting *posting,
               Sink *sink)
{
  g_autofree char *account = journal_name_account (map, posting->account, entry, NAME_PLAIN);

  sink_printf (sink, "    %s  ", account);
  write_amount (posting->amount, entry->currency, sink);
  sink_printf (sink, "  ; %s\n", posting->note);
}

static void
write_closing (const AccountMap *map, const JournalEntry *entry, Sink *sink)
{
  g_autofree char *account = journal_name_account (map, ACCOUNT_CREDIT, entry, NAME_PLAIN);

  sink_printf (sink, "    %s  ", account);
  write_amount ((Decimal){ 0 }, entry->currency, sink);
  sink_append (sink, " = ");
  write_amount (entry->closing, entry->currency, sink);
  sink_append (sink, "  ; closing balance\n");
}

static void
write_entry (const AccountMap *map, const JournalEntry *entry, Sink *sink)
{
  g_autofree char *description = journal_name_description (map, entry);
  char date[DAY_TEXT_SIZE];

  calendar_print_day (entry->date, date);
  sink_printf (sink, "\n%s * %s\n", date, description);
  for (guint i = 0; i < entry->posting_count; i++)
    write_posting (map, entry, &entry->postings[i], sink);
  if (entry->has_closing)
    write_closing (map, entry, sink);
}

void
journal_plain_write (const JournalEntries *entries, const AccountMap *map, PlainDialect dialect,
                     Sink *sink)
{
  const gsize count = journal_entries_count (entries);

  write_head (entries, dialect, sink);
  if (count > 0)
    write_declarations (entries, map, sink);
  for (gsize i = 0; i < count && !sink_has_failed (sink); i++)
    {
      const JournalEntry entry = journal_entries_get (entries, i);
      write_entry (map, &entry, sink);
    }
}
