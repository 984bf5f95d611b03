/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/billing/header-kind.h"

#include "base/recon-error.h"

static gboolean
has_role (const Header *self, guint role)
{
  return header_column (self, role) != COLUMN_ABSENT;
}

static guint
count_roles (const Header *self, const KindRoles *wanted)
{
  guint found = 0;

  for (guint i = 0; i < wanted->count; i++)
    found += has_role (self, wanted->roles[i]) ? 1 : 0;
  return found;
}

/* The cells of these may be empty, and what writes JSON may leave an empty cell out. */
static gboolean
may_be_left_out (const Header *self, guint role)
{
  return header_grows (self) && (role == ROLE_INVOICE_NUMBER || role == ROLE_CHARGE_TYPE);
}

static gboolean
may_be_kind (const Header *self, const KindReader *kind)
{
  return kind->foreign == ROLE_NONE || !has_role (self, kind->foreign);
}

static gboolean
fits_kind (const Header *self, const KindReader *kind)
{
  return count_roles (self, &kind->needed) == kind->needed.count
         && (kind->telling.count == 0 || count_roles (self, &kind->telling) > 0)
         && may_be_kind (self, kind);
}

static gboolean
fits_kind_with_gaps (const Header *self, const KindReader *kind)
{
  const KindRoles *needed = &kind->needed;

  for (guint i = 0; i < needed->count; i++)
    if (!has_role (self, needed->roles[i]) && !may_be_left_out (self, needed->roles[i]))
      return FALSE;
  return needed->count > 0 && may_be_kind (self, kind);
}

/* The kind that most of the needed columns speak for; the customer alone speaks for none. */
static const KindReader *
nearest_kind (const Header *self)
{
  const KindReader *nearest = NULL;
  guint count, most = 1;
  const KindReader *kinds = kind_reader_table (&count);

  for (guint i = 0; i < count; i++)
    {
      const guint found = count_roles (self, &kinds[i].needed);
      if (found > most && may_be_kind (self, &kinds[i]))
        {
          nearest = &kinds[i];
          most = found;
        }
    }
  return nearest;
}

static void
append_missing (GString *text, const Header *self, const KindReader *kind, const ColumnMap *map)
{
  const char *separator = "";

  for (guint i = 0; i < kind->needed.count; i++)
    {
      const guint role = kind->needed.roles[i];
      if (has_role (self, role) || may_be_left_out (self, role))
        continue;
      const char *given = column_map_header (map, role);
      g_autofree char *names = role == ROLE_CURRENCY && kind->currency != NULL
                                   ? g_strdup (kind->currency)
                                   : column_role_header_names (role);
      g_string_append_printf (text, "%s%s%s%s", separator, given != NULL ? given : "",
                              given != NULL ? ", " : "", names);
      separator = "; ";
    }
}

/* "an Azure Credit Offer balance report, an invoice reconciliation file or ..." */
static char *
kinds_that_are_read (void)
{
  GString *text = g_string_new (NULL);
  const char *last = NULL;

  for (FileKind kind = 0; kind < FILE_KIND_COUNT; kind++)
    {
      if (!file_kind_is_read (kind))
        continue;
      if (last != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", last);
      last = file_kind_info (kind)->title;
    }
  g_string_append_printf (text, " or %s", last);
  return g_string_free (text, FALSE);
}

static void
set_unknown_kind (GError **error, const char *place, const Header *self, const ColumnMap *map)
{
  g_autofree char *expected = kinds_that_are_read ();
  g_autoptr (GString) missing = g_string_new (NULL);
  guint count;
  const KindReader *kinds = kind_reader_table (&count);

  for (guint i = 0; i < count; i++)
    {
      if (!file_kind_is_read (kinds[i].kind))
        continue;
      g_string_append_printf (missing, "%s%s: ", missing->len > 0 ? " | " : "",
                              file_kind_name (kinds[i].kind));
      append_missing (missing, self, &kinds[i], map);
    }
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s: found %s of no known kind, expected the columns of %s (missing here: %s); "
               "name columns with --map, or leave the file out",
               place, header_grows (self) ? "an object" : "a header", expected, missing->str);
}

static void
set_nearly_kind (GError **error, const char *place, const Header *self, const KindReader *nearest,
                 const ColumnMap *map)
{
  g_autoptr (GString) missing = g_string_new (NULL);

  append_missing (missing, self, nearest, map);
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s: found %s like that of a file of the kind %s, but not its needed columns, "
               "expected by name: %s; download the file again, or name the column with --map",
               place, header_grows (self) ? "an object" : "a header",
               file_kind_name (nearest->kind), missing->str);
}

static void
set_no_kind (GError **error, const char *file, guint64 line, const Header *self,
             const ColumnMap *map)
{
  g_autofree char *place = g_strdup_printf ("%s:%" G_GUINT64_FORMAT, file, line);
  const KindReader *nearest = nearest_kind (self);

  if (nearest != NULL)
    set_nearly_kind (error, place, self, nearest, map);
  else if (header_grows (self) && header_has_name (self, "error"))
    g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
                 "%s: found the error message of a service instead of rows, "
                 "expected billing data; request the export again",
                 place);
  else
    set_unknown_kind (error, place, self, map);
}

const KindReader *
header_kind_find (const Header *self, const char *file, guint64 line, const ColumnMap *map,
                  GError **error)
{
  guint count;
  const KindReader *kinds = kind_reader_table (&count);

  for (guint i = 0; i < count; i++)
    if (fits_kind (self, &kinds[i]))
      return &kinds[i];
  for (guint i = 0; i < count; i++)
    if (fits_kind_with_gaps (self, &kinds[i]))
      return &kinds[i];
  set_no_kind (error, file, line, self, map);
  return NULL;
}
