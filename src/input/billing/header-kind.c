/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/billing/header-kind.h"

#include "base/recon-error.h"

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

static gboolean
has_role (const HeaderRoles *self, guint role)
{
  return self->columns[role] != COLUMN_ABSENT;
}

/* The cells of these may be empty, and what writes JSON may leave an empty cell out. */
static gboolean
may_be_left_out (const HeaderRoles *self, guint role)
{
  return self->may_grow && (role == ROLE_INVOICE_NUMBER || role == ROLE_CHARGE_TYPE);
}

static guint
count_needed (const HeaderRoles *self, const KindInfo *kind)
{
  guint found = 0;

  for (guint i = 0; i < kind->needed_count; i++)
    found += has_role (self, kind->needed[i]) ? 1 : 0;
  return found;
}

static gboolean
may_be_kind (const HeaderRoles *self, const KindInfo *kind)
{
  return kind->kind != KIND_INVOICE || !has_role (self, ROLE_USAGE_DATE);
}

static gboolean
fits_kind (const HeaderRoles *self, const KindInfo *kind)
{
  return count_needed (self, kind) == kind->needed_count && may_be_kind (self, kind);
}

static gboolean
fits_kind_with_gaps (const HeaderRoles *self, const KindInfo *kind)
{
  for (guint i = 0; i < kind->needed_count; i++)
    if (!has_role (self, kind->needed[i]) && !may_be_left_out (self, kind->needed[i]))
      return FALSE;
  return may_be_kind (self, kind);
}

static gboolean
is_legacy (const HeaderRoles *self)
{
  return has_role (self, ROLE_DURABLE_OFFER) || has_role (self, ROLE_SYNDICATION_NUMBER)
         || has_role (self, ROLE_PRETAX_CHARGES) || has_role (self, ROLE_OVERAGE_QUANTITY);
}

/* The kind that most of the needed columns speak for; the customer alone speaks for none. */
static const KindInfo *
nearest_kind (const HeaderRoles *self)
{
  const KindInfo *nearest = NULL;
  guint most = 1;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const guint found = count_needed (self, &kinds[i]);
      if (found > most && may_be_kind (self, &kinds[i]))
        {
          nearest = &kinds[i];
          most = found;
        }
    }
  return nearest;
}

static void
append_missing (GString *text, const HeaderRoles *self, const KindInfo *kind, const ColumnMap *map)
{
  const char *separator = "";

  for (guint i = 0; i < kind->needed_count; i++)
    {
      const guint role = kind->needed[i];
      if (has_role (self, role) || may_be_left_out (self, role))
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
set_no_kind (GError **error, const char *file, guint64 line, const HeaderRoles *self,
             const ColumnMap *map)
{
  const char *found = self->may_grow ? "an object" : "a header";
  const KindInfo *nearest = nearest_kind (self);
  g_autoptr (GString) text = g_string_new (NULL);

  if (nearest != NULL)
    {
      append_missing (text, self, nearest, map);
      g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
                   "%s:%" G_GUINT64_FORMAT
                   ": found %s like that of a file of the kind %s, but not its needed columns, "
                   "expected by name: %s; download the file again, or name the column with --map",
                   file, line, found, file_kind_name (nearest->kind), text->str);
      return;
    }
  if (self->may_grow && self->has_error)
    {
      g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
                   "%s:%" G_GUINT64_FORMAT
                   ": found the error message of a service instead of rows, "
                   "expected billing data; request the export again",
                   file, line);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_string_append_printf (text, "%s%s: ", i > 0 ? " | " : "", file_kind_name (kinds[i].kind));
      append_missing (text, self, &kinds[i], map);
    }
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s:%" G_GUINT64_FORMAT
               ": found %s of no known kind, expected the columns of an Azure Credit Offer balance "
               "report, an invoice reconciliation file or a daily rated usage file (missing here: "
               "%s); name columns with --map, or leave the file out",
               file, line, found, text->str);
}

gboolean
header_kind_find (const HeaderRoles *self, const char *file, guint64 line, const ColumnMap *map,
                  FileKind *kind, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (fits_kind (self, &kinds[i]))
      {
        *kind = kinds[i].kind;
        return TRUE;
      }
  if (is_legacy (self))
    {
      *kind = KIND_LEGACY;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (fits_kind_with_gaps (self, &kinds[i]))
      {
        *kind = kinds[i].kind;
        return TRUE;
      }
  set_no_kind (error, file, line, self, map);
  return FALSE;
}
