/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/record/fingerprint.h"

/* What is not there differs from 0. */
static void
add_number (KeyBytes *bytes, gboolean is_there, const Decimal *value)
{
  key_bytes_add_number (bytes, is_there ? decimal_sign (*value) : G_MAXINT32);
  key_bytes_add_magnitude (bytes, is_there ? *value : (Decimal){ 0 });
}

Hash128
fingerprint_of_line (const InvoiceLine *line, const HashKey *key, KeyBytes *bytes)
{
  key_bytes_restart (bytes);
  key_bytes_add_text (bytes, line->customer);
  key_bytes_add_text (bytes, line->invoice);
  key_bytes_add_text (bytes, line->product);
  key_bytes_add_text (bytes, line->sku);
  key_bytes_add_text (bytes, line->subscription);
  key_bytes_add_text (bytes, line->texts.charge_type);
  key_bytes_add_number (bytes, line->charge_start);
  key_bytes_add_number (bytes, line->charge_end);
  add_number (bytes, line->has_price, &line->price);
  add_number (bytes, line->has_quantity, &line->quantity);
  add_number (bytes, TRUE, &line->subtotal);
  key_bytes_add_text (bytes, line->currency);
  key_bytes_add_text (bytes, line->texts.credit_reason);
  return key_bytes_hash (bytes, key);
}

Hash128
fingerprint_of_usage (const UsageRow *row, const HashKey *key, KeyBytes *bytes)
{
  key_bytes_restart (bytes);
  key_bytes_add_text (bytes, row->customer);
  key_bytes_add_text (bytes, row->invoice);
  key_bytes_add_text (bytes, row->product);
  key_bytes_add_text (bytes, row->sku);
  key_bytes_add_text (bytes, row->subscription);
  key_bytes_add_text (bytes, row->texts.resource);
  key_bytes_add_number (bytes, row->usage_day);
  add_number (bytes, row->has_unit_price, &row->unit_price);
  add_number (bytes, row->has_quantity, &row->quantity);
  add_number (bytes, TRUE, &row->billing_total);
  key_bytes_add_text (bytes, row->currency);
  return key_bytes_hash (bytes, key);
}
