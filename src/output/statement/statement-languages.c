/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/statement/statement-languages.h"

#include <string.h>

#include "base/nearest.h"
#include "base/printable.h"
#include "base/recon-error.h"
#include "base/slice.h"

#define KEY "lang"
#define FOUND_WIDTH 40
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

struct StatementLanguages
{
  GHashTable *by_customer; /* char * -> const Language *, NULL for English */
};

/* What is being read. */
typedef struct
{
  StatementLanguages *languages;
  const char *path;
  guint line;
  const char *begin; /* of the line */
  char *customer;    /* of the group that has no language yet; NULL: none */
  guint customer_line;
} Reading;

void
statement_languages_free (StatementLanguages *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_customer);
  g_free (self);
}

const Language *
statement_languages_of (const StatementLanguages *self, const char *customer, const Language *other)
{
  gpointer language;

  return g_hash_table_lookup_extended (self->by_customer, customer, NULL, &language) ? language
                                                                                     : other;
}

/* Errors */

static gboolean
refuse_file (GError **error, const char *path, const char *reason)
{
  g_autofree char *shown = printable_text (path);

  g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE, "--languages: %s: %s", shown, reason);
  return FALSE;
}

static gboolean
refuse (GError **error, const Reading *self, const char *at, const char *reason)
{
  g_autofree char *shown = printable_text (self->path);

  g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE, "--languages: %s:%u:%u: %s", shown,
               self->line, (guint) (at - self->begin) + 1, reason);
  return FALSE;
}

/* @right: the words that are right; @found never is the id of a customer. */
static gboolean
refuse_word (GError **error, const Reading *self, Slice found, const char *expected,
             const char *const *right)
{
  g_autofree char *word = slice_dup (found);
  g_autofree char *printable = printable_text (word);
  g_autofree char *shown = printable_shorten (printable, FOUND_WIDTH, 0);
  g_autofree char *question = nearest_question (word, right);
  g_autofree char *reason
      = g_strdup_printf ("found \"%s\", expected %s%s", shown, expected, question);

  return refuse (error, self, found.text, reason);
}

static gboolean
refuse_language (GError **error, const Reading *self, Slice found)
{
  g_autoptr (GString) expected = g_string_new ("one of ");

  for (const char *const *code = language_codes (); *code != NULL; code++)
    g_string_append_printf (expected, "%s%s", code == language_codes () ? "" : ", ", *code);
  return refuse_word (error, self, found, expected->str, language_codes ());
}

/* Lines */

/* A group must say its language before the next one begins, or the file ends. */
static gboolean
end_group (Reading *self, GError **error)
{
  if (self->customer == NULL)
    return TRUE;
  self->line = self->customer_line;
  return refuse (error, self, self->begin,
                 "found a customer without a language, expected " KEY " = CODE below it");
}

static gboolean
take_group (Reading *self, Slice line, GError **error)
{
  if (!end_group (self, error))
    return FALSE;
  if (line.length < 2 || line.text[line.length - 1] != ']')
    return refuse (error, self, line.text + line.length, "expected ] at the end of [CUSTOMER]");
  const Slice inner = slice_trim ((Slice){ line.text + 1, line.length - 2 });
  g_autofree char *customer = slice_dup_lower (slice_unwrap_guid (inner));

  if (*customer == '\0')
    return refuse (error, self, inner.text, "found [], expected the id of a customer in it");
  if (g_hash_table_contains (self->languages->by_customer, customer))
    return refuse (error, self, inner.text,
                   "found a customer again, expected each customer once in the file");
  self->customer = g_steal_pointer (&customer);
  self->customer_line = self->line;
  return TRUE;
}

static gboolean
take_language (Reading *self, Slice code, GError **error)
{
  g_autofree char *text = slice_dup (code);
  const Language *language;

  if (!language_find (text, &language))
    return refuse_language (error, self, code);
  if (self->customer == NULL)
    return refuse (error, self, self->begin,
                   "found " KEY
                   " once more, or before the first [CUSTOMER], expected it once below "
                   "each");
  g_hash_table_insert (self->languages->by_customer, g_steal_pointer (&self->customer),
                       (gpointer) (guintptr) language);
  return TRUE;
}

static gboolean
take_key (Reading *self, Slice line, GError **error)
{
  static const char *const keys[] = { KEY, NULL };
  const char *equals = memchr (line.text, '=', line.length);
  const gsize length = equals != NULL ? (gsize) (equals - line.text) : line.length;
  const Slice key = slice_trim ((Slice){ line.text, length });

  if (equals == NULL || !slice_equals_folded (key, KEY))
    return refuse_word (error, self, key, "[CUSTOMER] or " KEY " = CODE", keys);
  return take_language (self, slice_trim ((Slice){ equals + 1, line.length - length - 1 }), error);
}

static gboolean
take_line (Reading *self, Slice whole, GError **error)
{
  const Slice line = slice_trim (whole);

  if (line.length == 0 || *line.text == '#' || *line.text == ';')
    return TRUE;
  return *line.text == '[' ? take_group (self, line, error) : take_key (self, line, error);
}

static gboolean
take_lines (Reading *self, const char *text, gsize length, GError **error)
{
  const char *end = text + length;

  for (const char *at = text; at < end; at++)
    {
      const char *newline = memchr (at, '\n', (gsize) (end - at));
      const char *stop = newline != NULL ? newline : end;

      self->line++;
      self->begin = at;
      if (!take_line (self, (Slice){ at, (gsize) (stop - at) }, error))
        return FALSE;
      at = stop;
    }
  return end_group (self, error);
}

/* The file */

static gboolean
read_text (const char *path, char **text, gsize *length, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return refuse_file (error, path, "is not a regular file");
  if (!g_file_get_contents (path, text, length, &failure))
    return refuse_file (error, path, failure->message);
  if (*length > STATEMENT_LANGUAGES_BYTES_MAX)
    return refuse_file (error, path, "is larger than 16 MiB");
  return g_utf8_validate (*text, (gssize) *length, NULL)
         || refuse_file (error, path, "is not UTF-8, or has a character 0");
}

StatementLanguages *
statement_languages_load (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!read_text (path, &text, &length, error))
    return NULL;
  g_autoptr (StatementLanguages) self = g_new0 (StatementLanguages, 1);
  self->by_customer = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { .languages = self, .path = path };
  const gsize mark = g_str_has_prefix (text, BYTE_ORDER_MARK) ? strlen (BYTE_ORDER_MARK) : 0;
  const gboolean fine = take_lines (&reading, text + mark, length - mark, error);

  g_free (reading.customer);
  return fine ? g_steal_pointer (&self) : NULL;
}
