/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/shelf-credits.h"

static void
put_row (ShelfWriter *self, const CreditMonth *month, const CreditFigures *row)
{
  shelf_bytes_put_number (self, (guint64) month->month);
  shelf_bytes_put_position (self, row->at);
  shelf_bytes_put_id_text (self, ROW_ID_STATUS, row->status_text);
  shelf_bytes_put_number (self, row->status);
  shelf_bytes_put_number (self, (guint64) row->effective);
  shelf_bytes_put_number (self, (guint64) row->expiry);
  shelf_bytes_put_decimal (self, credit_book_credit_amount (row));
  shelf_bytes_put_decimal (self, credit_book_balance_amount (row));
}

static guint
row_count (const CreditMonth *month)
{
  return month->rows != NULL ? month->rows->len : 1;
}

static void
put_credit (ShelfWriter *self, const Credit *credit)
{
  guint rows = 0;

  shelf_bytes_put_id_text (self, ROW_ID_CUSTOMER, credit->key.customer);
  shelf_bytes_put_id_text (self, ROW_ID_AGREEMENT, credit->key.agreement);
  shelf_bytes_put_id_text (self, ROW_ID_CREDIT_NAME, credit->key.credit_name);
  shelf_bytes_put_id_text (self, ROW_ID_CURRENCY, credit->key.currency);
  for (guint i = 0; i < credit->month_count; i++)
    rows += row_count (credit_book_month (credit, i));
  shelf_bytes_put_number (self, rows);
  for (guint i = 0; i < credit->month_count; i++)
    {
      const CreditMonth *month = credit_book_month (credit, i);

      for (guint k = 0; k < row_count (month); k++)
        put_row (self, month,
                 month->rows != NULL ? &g_array_index (month->rows, CreditFigures, k)
                                     : &month->counted);
    }
}

void
shelf_credits_put (ShelfWriter *self, const CreditBook *book)
{
  g_autoptr (GPtrArray) credits = credit_book_list (book);

  shelf_bytes_put_number (self, credits->len);
  for (guint i = 0; i < credits->len; i++)
    put_credit (self, g_ptr_array_index (credits, i));
}

static Slice
take_id_text (ShelfReader *self, RowIdKind kind, const RowIds *ids)
{
  const guint32 id = shelf_bytes_take_id (self, kind);

  return shelf_bytes_is_good (self) ? slice_of (row_ids_text (ids, kind, id))
                                    : (Slice){ .text = "" };
}

static void
take_row (ShelfReader *self, CreditBook *book, const RowIds *ids, BalanceRow *row)
{
  row->month = shelf_bytes_take_month (self);
  row->at = shelf_bytes_take_position (self);
  row->status_text = take_id_text (self, ROW_ID_STATUS, ids);
  row->status = (BalanceStatus) shelf_bytes_take_up_to (self, STATUS_ABSENT);
  row->effective = shelf_bytes_take_day (self);
  row->expiry = shelf_bytes_take_day (self);
  row->credit_amount = shelf_bytes_take_decimal (self);
  row->balance_amount = shelf_bytes_take_decimal (self);
  if (row->credit_amount.limb_count > 2 || row->balance_amount.limb_count > 2)
    shelf_bytes_fail (self, "an amount that no row has");
  if (row->month == MONTH_NONE)
    shelf_bytes_fail (self, "a balance row without a month");
  if (shelf_bytes_is_good (self))
    credit_book_add (book, row);
}

void
shelf_credits_take (ShelfReader *self, CreditBook *book, const RowIds *ids)
{
  for (guint left = shelf_bytes_take_count (self, 5); left > 0; left--)
    {
      BalanceRow row = { .customer = take_id_text (self, ROW_ID_CUSTOMER, ids) };

      row.agreement = take_id_text (self, ROW_ID_AGREEMENT, ids);
      row.credit_name = take_id_text (self, ROW_ID_CREDIT_NAME, ids);
      row.currency = take_id_text (self, ROW_ID_CURRENCY, ids);
      for (guint rows = shelf_bytes_take_count (self, 8); rows > 0; rows--)
        take_row (self, book, ids, &row);
    }
}
