/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <string.h>

#include "base/name-fold.h"
#include "base/recon-error.h"
#include "fuzz-mutate.h"
#include "fuzz-record.h"
#include "input/billing/header-kind.h"

/*
 * Any first record as a header: refused with a message, or bound to columns that have the roles'
 * names.
 *
 * Choices: the separator. Then two lines like those of --map, then the header.
 */

FUZZ_MUTATES (fuzz_mutate_csv)

static const char separators[] = { ',', ';', '\t' };

static void
check_message (const GError *error, int code)
{
  REQUIRE (error != NULL && g_error_matches (error, RECON_ERROR, code));
  REQUIRE (*error->message != '\0');
}

/* In daily usage files the billing currency is the currency. */
static gboolean
is_role (guint found, guint role)
{
  return found == role || (found == ROLE_BILLING_CURRENCY && role == ROLE_CURRENCY);
}

static void
check_role (const Header *header, const ColumnMap *map, guint role)
{
  const int column = header_column (header, role);

  REQUIRE (column >= -1 && column < (int) header_column_count (header));
  if (column < 0)
    {
      REQUIRE (!header_is_rate (header, role));
      return;
    }
  const char *name = header_column_name (header, role);
  g_autofree char *folded = name_fold (name, strlen (name));
  g_autofree char *again = name_fold (folded, strlen (folded));
  REQUIRE (strcmp (folded, again) == 0);
  REQUIRE (is_role (column_map_role (map, folded), role)
           || is_role (column_role_of_header (folded), role));
  REQUIRE (!header_is_rate (header, role) || g_str_has_prefix (folded, "rateof"));
  for (guint other = 0; other < role; other++)
    REQUIRE (header_column (header, other) != column);
}

static void
check_needed (const Header *header, const guint *roles, gsize count)
{
  for (gsize i = 0; i < count; i++)
    REQUIRE (header_column (header, roles[i]) >= 0);
}

static void
check_kind (const Header *header, FileKind kind)
{
  static const guint balance[] = { ROLE_CUSTOMER,       ROLE_MONTH,    ROLE_CREDIT_AMOUNT,
                                   ROLE_BALANCE_AMOUNT, ROLE_CURRENCY, ROLE_AGREEMENT };
  static const guint invoice[]
      = { ROLE_CUSTOMER, ROLE_INVOICE_NUMBER, ROLE_CHARGE_TYPE, ROLE_SUBTOTAL, ROLE_CURRENCY };
  static const guint usage[]
      = { ROLE_CUSTOMER, ROLE_USAGE_DATE, ROLE_BILLING_TOTAL, ROLE_CURRENCY };

  switch (kind)
    {
    case KIND_ACO_BALANCE:
      check_needed (header, balance, G_N_ELEMENTS (balance));
      break;
    case KIND_INVOICE:
      check_needed (header, invoice, G_N_ELEMENTS (invoice));
      REQUIRE (header_column (header, ROLE_USAGE_DATE) < 0);
      break;
    case KIND_DAILY_USAGE:
      check_needed (header, usage, G_N_ELEMENTS (usage));
      break;
    case KIND_LEGACY:
      break;
    case KIND_SKIPPED:
    case FILE_KIND_COUNT:
    default:
      REQUIRE (FALSE);
    }
}

static void
check_header (const Header *header, const ColumnMap *map)
{
  for (guint role = 0; role < ROLE_READ_COUNT; role++)
    check_role (header, map, role);
  const char *unknown = header_unknown_columns (header);
  REQUIRE (unknown == NULL || *unknown != '\0');
}

static void
add_to_map (ColumnMap *map, Slice line)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = slice_dup (line);

  if (!column_map_add (map, text, &error))
    check_message (error, RECON_ERROR_USAGE);
  else
    REQUIRE (error == NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  Slice rest;
  Choices choices = take_choices (data, size, &rest);
  g_autoptr (ColumnMap) map = column_map_new ();
  g_autoptr (GError) error = NULL;
  static FuzzRecord record;

  add_to_map (map, take_line (&rest));
  add_to_map (map, take_line (&rest));
  /* A record with a NUL byte never comes as far as this. */
  if (memchr (rest.text, 0, rest.length) != NULL)
    return 0;
  if (!fuzz_record_read (&record, rest, separators[choose (&choices, G_N_ELEMENTS (separators))]))
    return 0;
  const Row row = { 1, record.count, record.cells, rest };

  g_autoptr (Header) header = header_new (&row, map, "f.csv", &error);
  if (header == NULL)
    {
      check_message (error, RECON_ERROR_INPUT);
      return 0;
    }
  REQUIRE (error == NULL && header_column_count (header) == row.cell_count);
  check_header (header, map);
  const KindReader *kind = header_kind_find (header, "f.csv", row.line, map, &error);
  if (kind == NULL)
    check_message (error, RECON_ERROR_INPUT);
  else
    check_kind (header, kind->kind);
  return 0;
}
