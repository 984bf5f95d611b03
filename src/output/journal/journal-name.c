/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/journal/journal-name.h"

#include <string.h>

#include "base/printable.h"

/* ledger refuses lines of 4096 bytes. */
#define ID_BYTES_MAX 200
#define NAME_WIDTH 120

/* The documented name of the credit; it is not repeated in every account. */
#define USUAL_CREDIT_NAME "ACO"

/* The most that beancount takes is 24 characters. */
#define COMMODITY_DIGEST 22
#define COMMODITY_LETTERS_MAX 12

static gboolean
is_first (char c, NameStyle style)
{
  return g_ascii_isdigit (c) || (g_ascii_islower (c) && (style == NAME_PLAIN || c != 'x'));
}

/*
 * Ids are lower case. Letters, digits and '-' stay; every other byte becomes 'X' and two hex
 * digits. As no other capital 'X' can arise, two ids never give the same text: nothing is "X"
 * alone, and a long id, of which only the digest is kept, begins with "XL".
 */
static void
append_escaped (GString *out, const char *id, NameStyle style)
{
  if (*id == '\0')
    g_string_append_c (out, 'X');
  for (const char *at = id; *at != '\0'; at++)
    if (at == id && is_first (*at, style))
      g_string_append_c (out, style == NAME_BEANCOUNT ? g_ascii_toupper (*at) : *at);
    else if (at != id && (g_ascii_islower (*at) || g_ascii_isdigit (*at) || *at == '-'))
      g_string_append_c (out, *at);
    else
      g_string_append_printf (out, "X%02X", (guint) (guchar) *at);
}

static void
append_id (GString *out, const char *id, NameStyle style)
{
  if (id == NULL)
    id = "";
  if (strlen (id) <= ID_BYTES_MAX)
    {
      append_escaped (out, id, style);
      return;
    }
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, id, -1);
  g_string_append_printf (out, "XL%s", digest);
}

/* A segment of the map, which the user wrote and which only beancount is particular about. */
static void
append_segment (GString *out, const char *segment)
{
  const gunichar first = g_unichar_toupper (g_utf8_get_char (segment));

  if (!g_unichar_isupper (first) && !g_unichar_isdigit (first))
    g_string_append_c (out, 'X');
  g_string_append_unichar (out, first);
  for (const char *at = g_utf8_find_next_char (segment, NULL); *at != '\0';
       at = g_utf8_find_next_char (at, NULL))
    {
      const gunichar c = g_utf8_get_char (at);
      g_string_append_unichar (out, g_unichar_isalnum (c) ? c : '-');
    }
}

static void
append_base (GString *out, const char *account, NameStyle style)
{
  g_auto (GStrv) segments = g_strsplit (account, ":", -1);

  for (guint i = 0; segments[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ':');
      if (style == NAME_BEANCOUNT)
        append_segment (out, segments[i]);
      else
        g_string_append (out, segments[i]);
    }
}

char *
journal_name_account (const AccountMap *map, AccountRole role, const JournalEntry *entry,
                      NameStyle style)
{
  GString *account = g_string_new (NULL);

  append_base (account, account_map_get (map, role), style);
  if (role != ACCOUNT_PAYABLE)
    {
      g_string_append_c (account, ':');
      append_id (account, entry->customer_id, style);
    }
  if (role == ACCOUNT_CREDIT)
    {
      g_string_append_c (account, ':');
      append_id (account, entry->agreement_id, style);
      if (g_strcmp0 (entry->credit_name, USUAL_CREDIT_NAME) != 0)
        {
          /* As no id holds "-N", this is no agreement's account. It stands beside that account, not
             below it, because beancount's assertions count in what is below. */
          g_string_append (account, "-N");
          append_id (account, entry->credit_name, NAME_PLAIN);
        }
    }
  return g_string_free (account, FALSE);
}

/* Codes only: hledger and ledger must not need quotes, and these three are words of beancount. */
gboolean
journal_name_commodity_is_plain (const char *currency)
{
  const gsize length = currency != NULL ? strlen (currency) : 0;

  if (length < 2 || length > COMMODITY_LETTERS_MAX)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isupper (currency[i]))
      return FALSE;
  return !g_str_equal (currency, "TRUE") && !g_str_equal (currency, "FALSE")
         && !g_str_equal (currency, "NULL");
}

char *
journal_name_commodity (const char *currency)
{
  if (journal_name_commodity_is_plain (currency))
    return g_strdup (currency);

  g_autofree char *digest
      = g_compute_checksum_for_string (G_CHECKSUM_SHA256, currency != NULL ? currency : "", -1);
  digest[COMMODITY_DIGEST] = '\0';
  g_autofree char *capitals = g_ascii_strup (digest, -1);
  return g_strconcat ("X-", capitals, NULL);
}

char *
journal_name_customer (const AccountMap *map, const JournalEntry *entry)
{
  if (!account_map_shows_names (map))
    return g_strdup ("");
  g_autofree char *name = printable_text (entry->customer_name);
  return printable_shorten (name, NAME_WIDTH, 0);
}

/* ';' begins a comment, in which "date:" and "[...]" set dates and "type:" means something;
   '|' ends hledger's payee. */
static void
append_inert (GString *out, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if (strchr (";|[]:", *at) != NULL)
      g_string_append_printf (out, "\\x%02X", (guint) (guchar) *at);
    else
      g_string_append_c (out, *at);
}

char *
journal_name_description (const AccountMap *map, const JournalEntry *entry)
{
  GString *description = g_string_new (journal_entries_title (entry->kind));
  g_autofree char *customer = journal_name_customer (map, entry);
  const char *trimmed = g_strstrip (customer);

  if (*trimmed != '\0')
    {
      g_string_append (description, " - ");
      append_inert (description, trimmed);
    }
  return g_string_free (description, FALSE);
}

char *
journal_name_string (const char *text)
{
  g_autofree char *shown = printable_text (text);
  GString *string = g_string_new ("\"");

  for (const char *at = shown; *at != '\0'; at++)
    {
      if (*at == '"' || *at == '\\')
        g_string_append_c (string, '\\');
      g_string_append_c (string, *at);
    }
  g_string_append_c (string, '"');
  return g_string_free (string, FALSE);
}

static int
compare_texts (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  return strcmp (a, b);
}

/* A tree: colliding names cannot make it slow, and it is sorted already. */
static void
take_text (GTree *texts, char *text)
{
  if (g_tree_lookup (texts, text) != NULL)
    g_free (text);
  else
    g_tree_insert (texts, text, text);
}

GTree *
journal_name_accounts (const AccountMap *map, const JournalEntries *entries, NameStyle style)
{
  GTree *accounts = g_tree_new_full (compare_texts, NULL, g_free, NULL);
  const gsize count = journal_entries_count (entries);

  for (gsize i = 0; i < count; i++)
    {
      const JournalEntry entry = journal_entries_get (entries, i);

      for (guint at = 0; at < entry.posting_count; at++)
        take_text (accounts, journal_name_account (map, entry.postings[at].account, &entry, style));
      if (entry.has_closing)
        take_text (accounts, journal_name_account (map, ACCOUNT_CREDIT, &entry, style));
    }
  return accounts;
}

GTree *
journal_name_currencies (const JournalEntries *entries)
{
  GTree *currencies = g_tree_new_full (compare_texts, NULL, g_free, NULL);
  const gsize count = journal_entries_count (entries);

  for (gsize i = 0; i < count; i++)
    {
      const JournalEntry entry = journal_entries_get (entries, i);
      take_text (currencies, g_strdup (entry.currency != NULL ? entry.currency : ""));
    }
  return currencies;
}
