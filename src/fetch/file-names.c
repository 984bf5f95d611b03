/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "fetch/file-names.h"

#include <string.h>

#define PREFIX_LENGTH_MAX 200
#define NAME_LENGTH_MAX 255

struct FileNames
{
  GHashTable *taken;
};

FileNames *
file_names_new (void)
{
  FileNames *self = g_new0 (FileNames, 1);

  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
file_names_free (FileNames *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->taken);
  g_free (self);
}

char *
file_names_claim_prefix (FileNames *self, const char *profile)
{
  g_autofree char *plain = g_strdup (profile);

  if (strlen (plain) > PREFIX_LENGTH_MAX)
    return NULL;
  for (char *at = plain; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && strchr ("._-", *at) == NULL)
      *at = '_';
  if (plain[0] == '.')
    plain[0] = '_';
  g_autofree char *prefix = g_strdup (plain);
  for (guint i = 2; g_hash_table_contains (self->taken, prefix); i++)
    {
      g_free (prefix);
      prefix = g_strdup_printf ("%s-%u", plain, i);
    }
  g_hash_table_add (self->taken, g_strdup (prefix));
  return g_steal_pointer (&prefix);
}

static const char *
fault_of (const char *name)
{
  const gsize length = strlen (name);

  if (length == 0 || length > NAME_LENGTH_MAX)
    return "a blob whose name is empty or too long";
  if (name[0] == '.')
    return "a blob whose name begins with a dot";
  for (const char *at = name; *at != '\0'; at++)
    if (*at == '/' || *at == '\\' || (guchar) *at < ' ' || *at == 0x7f)
      return "a blob whose name has a slash, a backslash or a control character";
  if (g_str_equal (name, "fetch.json") || g_str_equal (name, "manifest.json"))
    return "a blob with the name of a file that stands here";
  return NULL;
}

gboolean
file_names_claim (FileNames *self, const char *name, const char **found)
{
  *found = fault_of (name);
  if (*found == NULL && !g_hash_table_add (self->taken, g_strdup (name)))
    *found = "two blobs of one name";
  return *found == NULL;
}
