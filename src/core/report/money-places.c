/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/money-places.h"

#include <string.h>

#include "base/currency.h"
#include "base/language/language-number.h"
#include "core/report/report-cell.h"

#define THOUSANDTHS 3

struct MoneyPlaces
{
  const Language *language;
  GPtrArray *thousandths; /* of char *: currencies printed with 3 decimals; there are 7 at most */
};

MoneyPlaces *
money_places_new (void)
{
  MoneyPlaces *self = g_new0 (MoneyPlaces, 1);

  self->thousandths = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
money_places_free (MoneyPlaces *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->thousandths);
  g_free (self);
}

void
money_places_speak (MoneyPlaces *self, const Language *language)
{
  self->language = language;
}

const Language *
money_places_language (const MoneyPlaces *self)
{
  return self->language;
}

guint
money_places_of (const MoneyPlaces *self, const char *currency)
{
  for (guint i = 0; i < self->thousandths->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->thousandths, i), currency) == 0)
      return THOUSANDTHS;
  return MONEY_PLACES;
}

static gboolean
has_thousandths (const char *currency)
{
  return currency != NULL && currency_has_thousandths (slice_of (currency));
}

/* A sum may end in zeros that its scale still counts. */
static gboolean
is_finer_than_cents (Decimal amount)
{
  return amount.scale > MONEY_PLACES
         && !decimal_equal (amount, decimal_round (amount, MONEY_PLACES, DECIMAL_TRUNCATE));
}

void
money_places_note (MoneyPlaces *self, const char *currency, Decimal amount)
{
  if (is_finer_than_cents (amount) && has_thousandths (currency)
      && money_places_of (self, currency) != THOUSANDTHS)
    g_ptr_array_add (self->thousandths, g_strdup (currency));
}

/* FALSE: reckoned with a decimal more than amounts have (allowance), or no money (pec_percent). */
static gboolean
is_read (const ReportColumn *column)
{
  return !g_str_equal (column->name, "allowance") && !g_str_equal (column->name, "pec_percent");
}

static void
note_row (MoneyPlaces *self, const ReportTableInfo *info, const char *currency, gconstpointer row)
{
  for (gsize i = 0; i < info->column_count; i++)
    {
      const ReportColumn *column = &info->columns[i];

      const ReportCell cell = report_cell (column, row);

      if (cell.type == CELL_DECIMAL && is_read (column))
        money_places_note (self, currency, *cell.decimal);
    }
}

void
money_places_note_rows (MoneyPlaces *self, const ReportTableInfo *info, gconstpointer rows,
                        gsize count)
{
  const ReportColumn *column = report_cell_column (info, "currency");

  for (gsize i = 0; column != NULL && i < count; i++)
    {
      gconstpointer row = (const char *) rows + i * info->row_size;
      const char *currency = report_cell_text (column, row);

      /* Nearly always there is nothing to look for. */
      if (has_thousandths (currency) && money_places_of (self, currency) != THOUSANDTHS)
        note_row (self, info, currency, row);
    }
}

MoneyPlaces *
money_places_new_of_report (const Report *report)
{
  MoneyPlaces *self = money_places_new ();
  ReportBuffer buffer = { 0 };

  report = report_whole (report); /* a part prints its amounts as the whole does */
  for (guint table = 0; table < report_schema (report)->table_count; table++)
    for (gsize i = 0; i < report_row_count (report, table); i++)
      money_places_note_rows (self, &report_schema (report)->tables[table].info,
                              report_read (report, table, i, &buffer), 1);
  return self;
}

char *
money_places_print (const MoneyPlaces *self, Decimal amount, const char *currency)
{
  return language_number_of_decimal (self->language, amount, money_places_of (self, currency));
}
