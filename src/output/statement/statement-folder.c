/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/statement/statement-folder.h"

#include <string.h>

#include "output/folder-listing.h"
#include "output/statement/statement-html.h"

#define PREFIX "statement-"
#define PAGE ".html"
#define TEXT ".txt"
#define ID_LENGTH_MAX 64 /* of an id that names its files as it is */
#define ODD_LENGTH_MAX 40
#define START_LENGTH_MAX 256
#define HASH_LENGTH 32 /* 128 bits: nobody can make two ids with the same */

static gboolean
is_allowed (char c)
{
  return g_ascii_islower (c) || g_ascii_isdigit (c) || c == '-';
}

/* Names */

static gboolean
has_name (const char *name, const char *ending)
{
  const gsize length = strlen (name);

  if (!g_str_has_prefix (name, PREFIX) || !g_str_has_suffix (name, ending)
      || length <= strlen (PREFIX) + strlen (ending))
    return FALSE;
  for (gsize i = strlen (PREFIX); i < length - strlen (ending); i++)
    if (!is_allowed (name[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_name (const PackKind *kind G_GNUC_UNUSED, const char *name)
{
  return has_name (name, PAGE) || has_name (name, TEXT);
}

/* The names made with a hash are the only ones with "--". */
static gboolean
names_itself (const char *customer)
{
  for (const char *at = customer; *at != '\0'; at++)
    if (!is_allowed (*at))
      return FALSE;
  return *customer != '\0' && strlen (customer) <= ID_LENGTH_MAX && strstr (customer, "--") == NULL;
}

char *
statement_folder_name (const char *customer)
{
  if (names_itself (customer))
    return g_strconcat (PREFIX, customer, NULL);

  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, customer, -1);
  GString *name = g_string_new (PREFIX);
  for (const char *at = customer; *at != '\0' && name->len < ODD_LENGTH_MAX; at++)
    if (is_allowed (*at) && *at != '-')
      g_string_append_c (name, *at);
  g_string_append_printf (name, "--%.*s", HASH_LENGTH, hash);
  return g_string_free (name, FALSE);
}

/* Earlier statements */

static gboolean
begins_in (const char *head, gsize length, const char *code)
{
  const Language *language;

  if (!language_find (code, &language))
    return FALSE;
  g_autofree char *start = statement_html_start (language);
  return length >= strlen (start) && memcmp (head, start, strlen (start)) == 0;
}

/* In whatever language. */
static gboolean
is_page (int folder, const char *name)
{
  char head[START_LENGTH_MAX];
  const gsize length = folder_listing_read_start (folder, name, head, sizeof head);

  for (const char *const *code = language_codes (); *code != NULL; code++)
    if (begins_in (head, length, *code))
      return TRUE;
  return FALSE;
}

static gboolean
is_statement (int folder, const char *name)
{
  if (has_name (name, PAGE))
    return is_page (folder, name);

  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (TEXT));
  g_autofree char *page = g_strconcat (stem, PAGE, NULL);
  return is_page (folder, page);
}

static gboolean
check_entry (int folder, const char *name, gpointer data G_GNUC_UNUSED)
{
  return !is_name (NULL, name) || is_statement (folder, name);
}

static gboolean
is_ours (const PackKind *kind G_GNUC_UNUSED, int at)
{
  return folder_listing_each (at, check_entry, NULL);
}

const PackKind *
statement_folder_kind (void)
{
  static const PackKind kind
      = { .what = "customer statements",
          .is_name = is_name,
          .is_ours = is_ours,
          .not_ours = "is not empty and holds other files than earlier customer statements",
          .earlier = "holds earlier customer statements, which only --force replaces",
          .file = "a statement" };

  return &kind;
}
