/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "io/header.h"

#include <string.h>

#include "core/recon-error.h"
#include "core/slice.h"
#include "io/printable.h"

#define ROLE_ABSENT (-1)
#define UNKNOWN_NAMES_SHOWN 20

struct Header
{
  GPtrArray *names;  /* char *: the cells as written */
  GPtrArray *folded; /* char * */
  GArray *roles;     /* guint per column, ROLE_NONE: unknown */
  GArray *mapped;    /* gboolean per column: by --map */
  int columns[ROLE_READ_COUNT];
  FileKind kind;
  char *unknown;
};

#define NEEDED_MAX 6

typedef struct
{
  FileKind kind;
  guint needed[NEEDED_MAX];
  guint needed_count;
} KindInfo;

static const KindInfo kinds[] = {
  { KIND_ACO_BALANCE,
    { ROLE_CUSTOMER, ROLE_MONTH, ROLE_CREDIT_AMOUNT, ROLE_BALANCE_AMOUNT, ROLE_CURRENCY,
      ROLE_AGREEMENT },
    6 },
  { KIND_DAILY_USAGE, { ROLE_CUSTOMER, ROLE_USAGE_DATE, ROLE_BILLING_TOTAL, ROLE_CURRENCY }, 4 },
  { KIND_INVOICE,
    { ROLE_CUSTOMER, ROLE_INVOICE_NUMBER, ROLE_CHARGE_TYPE, ROLE_SUBTOTAL, ROLE_CURRENCY },
    5 },
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
header_of_row (const CsvRow *row)
{
  Header *self = g_new0 (Header, 1);
  const guint none = ROLE_NONE;
  const gboolean not_mapped = FALSE;

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->folded = g_ptr_array_new_with_free_func (g_free);
  self->roles = g_array_new (FALSE, FALSE, sizeof (guint));
  self->mapped = g_array_new (FALSE, FALSE, sizeof (gboolean));
  for (guint i = 0; i < row->cell_count; i++)
    {
      const Slice cell = row->cells[i];
      g_ptr_array_add (self->names, g_strndup (cell.text, cell.length));
      g_ptr_array_add (self->folded, column_name_fold (cell.text, cell.length));
      g_array_append_val (self->roles, none);
      g_array_append_val (self->mapped, not_mapped);
    }
  return self;
}

static void
set_twice (GError **error, const char *file, const Header *self, guint first, guint second,
           const char *what)
{
  g_autofree char *name = printable_text (name_at (self, second));
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s:1: column %u: found \"%s\", expected each %s once, but column %u is it already; "
               "rename or remove one of the two",
               file, second + 1, name, what, first + 1);
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
check_names (Header *self, const char *file, GError **error)
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
      set_twice (error, file, self, before, column, "column");
      return FALSE;
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

/* --map first: where its name stands, the other names of the role are unknown columns. */
static void
bind_roles (Header *self, const ColumnMap *map)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const guint role = column_map_role (map, folded_at (self, i));
      g_array_index (self->roles, guint, i) = role;
      g_array_index (self->mapped, gboolean, i) = role != ROLE_NONE;
    }
  for (guint i = 0; i < self->names->len; i++)
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
  return ROLE_ABSENT;
}

/* In daily usage files BillingCurrency is a name of the currency role. */
static void
bind_daily_currency (Header *self)
{
  const int billing = find_column (self, ROLE_BILLING_CURRENCY);

  if (billing == ROLE_ABSENT || find_column (self, ROLE_USAGE_DATE) == ROLE_ABSENT)
    return;
  g_array_index (self->roles, guint, billing)
      = has_mapped_column (self, ROLE_CURRENCY) ? ROLE_NONE : ROLE_CURRENCY;
}

static gboolean
index_roles (Header *self, const char *file, GError **error)
{
  g_autofree int *first = g_new (int, column_role_count ());

  for (guint role = 0; role < column_role_count (); role++)
    first[role] = ROLE_ABSENT;
  for (guint i = 0; i < self->roles->len; i++)
    {
      const guint role = role_at (self, i);
      if (role == ROLE_NONE)
        continue;
      if (first[role] != ROLE_ABSENT)
        {
          g_autofree char *what = g_strdup_printf ("role (%s)", column_role_name (role));
          set_twice (error, file, self, (guint) first[role], i, what);
          return FALSE;
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
  return self->columns[role] != ROLE_ABSENT;
}

static guint
count_needed (const Header *self, const KindInfo *kind)
{
  guint found = 0;

  for (guint i = 0; i < kind->needed_count; i++)
    found += has_role (self, kind->needed[i]) ? 1 : 0;
  return found;
}

static gboolean
fits_kind (const Header *self, const KindInfo *kind)
{
  return count_needed (self, kind) == kind->needed_count
         && (kind->kind != KIND_INVOICE || !has_role (self, ROLE_USAGE_DATE));
}

static gboolean
is_legacy (const Header *self)
{
  return has_role (self, ROLE_DURABLE_OFFER) || has_role (self, ROLE_SYNDICATION_NUMBER)
         || has_role (self, ROLE_PRETAX_CHARGES) || has_role (self, ROLE_OVERAGE_QUANTITY);
}

/* The kind that most of the needed columns speak for; the customer alone speaks for none. */
static const KindInfo *
nearest_kind (const Header *self)
{
  const KindInfo *nearest = NULL;
  guint most = 1;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const guint found = count_needed (self, &kinds[i]);
      if (found > most && !(kinds[i].kind == KIND_INVOICE && has_role (self, ROLE_USAGE_DATE)))
        {
          nearest = &kinds[i];
          most = found;
        }
    }
  return nearest;
}

static void
append_missing (GString *text, const Header *self, const KindInfo *kind, const ColumnMap *map)
{
  const char *separator = "";

  for (guint i = 0; i < kind->needed_count; i++)
    {
      const guint role = kind->needed[i];
      if (has_role (self, role))
        continue;
      const char *given = column_map_header (map, role);
      g_autofree char *names = kind->kind == KIND_DAILY_USAGE && role == ROLE_CURRENCY
                                   ? g_strdup ("BillingCurrency")
                                   : column_role_header_names (role);
      g_string_append_printf (text, "%s%s%s%s", separator, given != NULL ? given : "",
                              given != NULL ? ", " : "", names);
      separator = "; ";
    }
}

static void
set_no_kind (GError **error, const char *file, const Header *self, const ColumnMap *map)
{
  const KindInfo *nearest = nearest_kind (self);
  g_autoptr (GString) text = g_string_new (NULL);

  if (nearest != NULL)
    {
      append_missing (text, self, nearest, map);
      g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
                   "%s:1: found a header like that of a file of the kind %s, but not its needed "
                   "columns, expected by name: %s; download the file again, or name the column "
                   "with --map",
                   file, file_kind_name (nearest->kind), text->str);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_string_append_printf (text, "%s%s: ", i > 0 ? " | " : "", file_kind_name (kinds[i].kind));
      append_missing (text, self, &kinds[i], map);
    }
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s:1: found a header of no known kind, expected the columns of an Azure Credit "
               "Offer balance report, an invoice reconciliation file or a daily rated usage file "
               "(missing here: %s); name columns with --map, or leave the file out",
               file, text->str);
}

static gboolean
recognise_kind (Header *self, const char *file, const ColumnMap *map, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (fits_kind (self, &kinds[i]))
      {
        self->kind = kinds[i].kind;
        return TRUE;
      }
  if (is_legacy (self))
    {
      self->kind = KIND_LEGACY;
      return TRUE;
    }
  set_no_kind (error, file, self, map);
  return FALSE;
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

Header *
header_new (const CsvRow *row, const ColumnMap *map, const char *file, GError **error)
{
  g_autoptr (Header) self = header_of_row (row);

  if (!check_names (self, file, error))
    return NULL;
  bind_roles (self, map);
  bind_daily_currency (self);
  if (!index_roles (self, file, error) || !recognise_kind (self, file, map, error))
    return NULL;
  self->unknown = unknown_columns_of (self);
  return g_steal_pointer (&self);
}

FileKind
header_kind (const Header *self)
{
  return self->kind;
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
  return column != ROLE_ABSENT && g_str_has_prefix (folded_at (self, (guint) column), "rateof");
}

const char *
header_unknown_columns (const Header *self)
{
  return self->unknown;
}
