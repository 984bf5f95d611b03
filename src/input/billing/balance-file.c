/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/billing/balance-file.h"

const char *
balance_file_version (const Header *header)
{
  return header_has_name (header, "customertenantid") ? "current names" : "2022 names";
}

const guint *
balance_file_roles (gboolean with_texts G_GNUC_UNUSED, gsize *count)
{
  static const guint roles[]
      = { ROLE_PARTNER,     ROLE_CUSTOMER,      ROLE_CUSTOMER_NAME, ROLE_MONTH,
          ROLE_CREDIT_NAME, ROLE_CREDIT_AMOUNT, ROLE_STATUS,        ROLE_BALANCE_AMOUNT,
          ROLE_CURRENCY,    ROLE_AGREEMENT,     ROLE_EFFECTIVE,     ROLE_EXPIRY };

  *count = G_N_ELEMENTS (roles);
  return roles;
}

void
balance_file_read (Cells *cells, Position at, BalanceRow *record)
{
  const Slice credit_name = cells_raw (cells, ROLE_CREDIT_NAME);

  record->at = at;
  record->customer = cells_needed_id (cells, ROLE_CUSTOMER);
  record->customer_name = cells_raw (cells, ROLE_CUSTOMER_NAME);
  record->partner = cells_id (cells, ROLE_PARTNER);
  record->agreement = cells_needed_id (cells, ROLE_AGREEMENT);
  record->credit_name = slice_is_empty (slice_trim (credit_name)) ? slice_of ("") : credit_name;
  record->currency = cells_needed_text (cells, ROLE_CURRENCY);
  record->month = cells_needed_month (cells, ROLE_MONTH);
  record->credit_amount = cells_needed_number (cells, ROLE_CREDIT_AMOUNT);
  record->balance_amount = cells_needed_number (cells, ROLE_BALANCE_AMOUNT);
  record->status_text = cells_text (cells, ROLE_STATUS);
  record->status
      = balance_row_status_from_text (record->status_text, cells_have_column (cells, ROLE_STATUS));
  record->effective = cells_day (cells, ROLE_EFFECTIVE);
  record->expiry = cells_day (cells, ROLE_EXPIRY);
}

void
balance_file_take (Cells *cells, Position at, const RecordTarget *target)
{
  BalanceRow row;

  balance_file_read (cells, at, &row);
  if (cells_are_good (cells) && target->visitor->balance != NULL)
    target->visitor->balance (target->data, &row);
}
