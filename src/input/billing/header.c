/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/billing/header.h"

#include <string.h>

#include "base/name-fold.h"
#include "base/printable.h"
#include "base/recon-error.h"
#include "base/slice.h"

#define UNKNOWN_NAMES_SHOWN 20

struct Header
{
  GPtrArray *names;  /* char *: the cells as written */
  GPtrArray *folded; /* char * */
  GArray *roles;     /* guint per column, ROLE_NONE: unknown */
  GArray *mapped;    /* gboolean per column: by --map */
  int columns[ROLE_READ_COUNT];
  gboolean grows;
  char *unknown;
};

void
header_free (Header *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->folded);
  g_array_unref (self->roles);
  g_array_unref (self->mapped);
  g_free (self->unknown);
  g_free (self);
}

static const char *
name_at (const Header *self, guint column)
{
  return g_ptr_array_index (self->names, column);
}

static const char *
folded_at (const Header *self, guint column)
{
  return g_ptr_array_index (self->folded, column);
}

static guint
role_at (const Header *self, guint column)
{
  return g_array_index (self->roles, guint, column);
}

static Header *
header_of_no_columns (gboolean grows)
{
  Header *self = g_new0 (Header, 1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->folded = g_ptr_array_new_with_free_func (g_free);
  self->roles = g_array_new (FALSE, FALSE, sizeof (guint));
  self->mapped = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->grows = grows;
  return self;
}

/* The columns of @row that are not there yet. */
static void
add_columns (Header *self, const Row *row)
{
  const guint none = ROLE_NONE;
  const gboolean not_mapped = FALSE;

  for (guint i = self->names->len; i < row->cell_count; i++)
    {
      const Slice cell = row->cells[i];
      g_ptr_array_add (self->names, g_strndup (cell.text, cell.length));
      g_ptr_array_add (self->folded, name_fold (cell.text, cell.length));
      g_array_append_val (self->roles, none);
      g_array_append_val (self->mapped, not_mapped);
    }
}

/* Two columns that would be the same one. */
typedef struct
{
  guint first;
  guint second;
  const char *what; /* they both are */
} Twice;

static gboolean
refuse_twice (const Header *self, Twice twice, const char *file, guint64 line, GError **error)
{
  g_autofree char *name = printable_text (name_at (self, twice.second));
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s:%" G_GUINT64_FORMAT
               ": column %u: found \"%s\", expected each %s once, but column %u is it already; "
               "rename or remove one of the two",
               file, line, twice.second + 1, name, twice.what, twice.first + 1);
  return FALSE;
}

static int
compare_folded (gconstpointer a, gconstpointer b, gpointer data)
{
  const Header *self = data;
  const guint x = *(const guint *) a, y = *(const guint *) b;
  const int order = strcmp (folded_at (self, x), folded_at (self, y));
  return order != 0 ? order : (int) x - (int) y;
}

/* Empty header cells may stand any number of times. */
static gboolean
check_names (Header *self, const char *file, guint64 line, GError **error)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->names->len; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_folded, self);
  for (guint i = 1; i < order->len; i++)
    {
      const guint before = g_array_index (order, guint, i - 1);
      const guint column = g_array_index (order, guint, i);
      if (folded_at (self, column)[0] == '\0'
          || strcmp (folded_at (self, before), folded_at (self, column)) != 0)
        continue;
      return refuse_twice (self, (Twice){ before, column, "column" }, file, line, error);
    }
  return TRUE;
}

static gboolean
has_mapped_column (const Header *self, guint role)
{
  for (guint i = 0; i < self->roles->len; i++)
    if (g_array_index (self->mapped, gboolean, i) && role_at (self, i) == role)
      return TRUE;
  return FALSE;
}

/* Of the columns from @from on. --map first: where its name stands, the other names of the role are
   unknown columns. */
static void
bind_roles (Header *self, guint from, const ColumnMap *map)
{
  for (guint i = from; i < self->names->len; i++)
    {
      const guint role = column_map_role (map, folded_at (self, i));
      g_array_index (self->roles, guint, i) = role;
      g_array_index (self->mapped, gboolean, i) = role != ROLE_NONE;
    }
  for (guint i = from; i < self->names->len; i++)
    {
      if (g_array_index (self->mapped, gboolean, i) || folded_at (self, i)[0] == '\0')
        continue;
      const guint role = column_role_of_header (folded_at (self, i));
      if (role != ROLE_NONE && !has_mapped_column (self, role))
        g_array_index (self->roles, guint, i) = role;
    }
}

static int
find_column (const Header *self, guint role)
{
  for (guint i = 0; i < self->roles->len; i++)
    if (role_at (self, i) == role)
      return (int) i;
  return COLUMN_ABSENT;
}

/* In daily usage files BillingCurrency is a name of the currency role. */
static void
bind_daily_currency (Header *self)
{
  const int billing = find_column (self, ROLE_BILLING_CURRENCY);

  if (billing == COLUMN_ABSENT || find_column (self, ROLE_USAGE_DATE) == COLUMN_ABSENT)
    return;
  g_array_index (self->roles, guint, billing)
      = has_mapped_column (self, ROLE_CURRENCY) ? ROLE_NONE : ROLE_CURRENCY;
}

static gboolean
index_roles (Header *self, const char *file, guint64 line, GError **error)
{
  g_autofree int *first = g_new (int, column_role_count ());

  for (guint role = 0; role < column_role_count (); role++)
    first[role] = COLUMN_ABSENT;
  for (guint i = 0; i < self->roles->len; i++)
    {
      const guint role = role_at (self, i);
      if (role == ROLE_NONE)
        continue;
      if (first[role] != COLUMN_ABSENT)
        {
          g_autofree char *what = g_strdup_printf ("role (%s)", column_role_name (role));
          return refuse_twice (self, (Twice){ (guint) first[role], i, what }, file, line, error);
        }
      first[role] = (int) i;
    }
  memcpy (self->columns, first, sizeof self->columns);
  return TRUE;
}

int
header_column (const Header *self, guint role)
{
  g_assert (role < ROLE_READ_COUNT);
  return self->columns[role];
}

static gboolean
has_role (const Header *self, guint role)
{
  return self->columns[role] != COLUMN_ABSENT;
}

static char *
unknown_columns_of (const Header *self)
{
  GString *text = NULL;
  guint unknown = 0;

  for (guint i = 0; i < self->roles->len; i++)
    {
      if (role_at (self, i) != ROLE_NONE)
        continue;
      if (text == NULL)
        text = g_string_new (NULL);
      const gboolean empty = slice_is_empty (slice_trim (slice_of (name_at (self, i))));
      if (unknown < UNKNOWN_NAMES_SHOWN)
        g_string_append_printf (text, "%s%s", unknown > 0 ? ", " : "",
                                empty ? "(no name)" : name_at (self, i));
      unknown++;
    }
  if (unknown > UNKNOWN_NAMES_SHOWN)
    g_string_append_printf (text, " and %u more", unknown - UNKNOWN_NAMES_SHOWN);
  return text != NULL ? g_string_free (text, FALSE) : NULL;
}

static gboolean
bind_columns (Header *self, guint from, const ColumnMap *map, const char *file, guint64 line,
              GError **error)
{
  bind_roles (self, from, map);
  bind_daily_currency (self);
  if (!index_roles (self, file, line, error))
    return FALSE;
  g_free (self->unknown);
  self->unknown = unknown_columns_of (self);
  return TRUE;
}

static Header *
make_header (gboolean grows, const Row *row, const ColumnMap *map, const char *file, GError **error)
{
  g_autoptr (Header) self = header_of_no_columns (grows);

  add_columns (self, row);
  if (!check_names (self, file, row->line, error)
      || !bind_columns (self, 0, map, file, row->line, error))
    return NULL;
  return g_steal_pointer (&self);
}

Header *
header_new (const Row *row, const ColumnMap *map, const char *file, GError **error)
{
  return make_header (FALSE, row, map, file, error);
}

Header *
header_new_growing (const Row *row, const ColumnMap *map, const char *file, GError **error)
{
  return make_header (TRUE, row, map, file, error);
}

gboolean
header_grow (Header *self, const Row *row, const ColumnMap *map, const char *file, GError **error)
{
  const guint before = self->names->len;

  g_assert (self->grows && row->cell_count >= before);
  add_columns (self, row);
  return bind_columns (self, before, map, file, row->line, error);
}

gboolean
header_grows (const Header *self)
{
  return self->grows;
}

guint
header_column_count (const Header *self)
{
  return self->names->len;
}

const char *
header_column_name (const Header *self, guint role)
{
  g_assert (has_role (self, role));
  return name_at (self, (guint) self->columns[role]);
}

gboolean
header_is_rate (const Header *self, guint role)
{
  const int column = self->columns[role];
  return column != COLUMN_ABSENT && g_str_has_prefix (folded_at (self, (guint) column), "rateof");
}

const char *
header_unknown_columns (const Header *self)
{
  return self->unknown;
}

gboolean
header_has_name (const Header *self, const char *folded)
{
  for (guint i = 0; i < self->folded->len; i++)
    if (strcmp (folded_at (self, i), folded) == 0)
      return TRUE;
  return FALSE;
}

gboolean
header_lost_first_name (const Header *self)
{
  if (self->roles->len < 2 || has_role (self, ROLE_PARTNER) || role_at (self, 0) != ROLE_NONE
      || column_role_of_header (folded_at (self, 0)) != ROLE_NONE)
    return FALSE;
  return role_at (self, 1) == ROLE_CUSTOMER || strcmp (folded_at (self, 1), "partnername") == 0;
}
