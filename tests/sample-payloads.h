/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_PAYLOADS_H
#define SAMPLE_PAYLOADS_H

#include <glib.h>

#include "core/answer/statement.h"
#include "sample-rows.h"

/*
 * Texts that want to be run: PAYLOAD_COUNT that a spreadsheet may take for a formula, and as many
 * that a browser may take for markup; and a statement with one of them in one of its texts.
 */

#define PAYLOAD_COUNT 60

/* (transfer full) */
static inline char *
sample_formula (int index)
{
  static const char *const starts[] = { "=",
                                        "+",
                                        "-",
                                        "@",
                                        "\t=",
                                        " =",
                                        "\r=",
                                        "\n=",
                                        "\xef\xbc\x9d",
                                        "\xef\xbc\x8b",
                                        "\xe2\x80\x8b=",
                                        "\xc2\xa0=" };
  static const char *const bodies[]
      = { "1+1", "cmd|' /C calc'!A0", "HYPERLINK(\"https://e.example\",\"x\")",
          "SUM(A1:A9)*cmd|' /C calc'!A0", "IMPORTXML(\"https://e.example\",\"//a\")" };

  return g_strconcat (starts[index % 12], bodies[index / 12], NULL);
}

/* (transfer full) */
static inline char *
sample_script (int index)
{
  static const char *const starts[] = { "",    "\">", "'>",   "</td>", "</title>",     "</style>",
                                        "-->", "]]>", "&lt;", "<!--",  "\xe2\x80\xae", "\x01" };
  static const char *const bodies[]
      = { "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
          "<a href=javascript:alert(1)>x</a>", "<iframe srcdoc=\"<script>alert(1)</script>\">" };

  return g_strconcat (starts[index % 12], bodies[index / 12], NULL);
}

#define PAYLOAD_PLACES 6

static inline Statement *
sample_payload_statement (int place, const char *payload)
{
#define AT(number, harmless) (place == (number) ? payload : (harmless))
  Statement *statement
      = statement_new (AT (0, "c1"), AT (1, "Contoso"), calendar_day (2026, 10, 31), TRUE);
  StatementCredit *credit
      = statement_credit (statement, AT (2, "a1"), AT (3, "ACO"), AT (4, "USD"));
  StatementUse *use = statement_use (statement, calendar_month (2026, 10), AT (4, "USD"));
  const StatementProduct product
      = { .product = g_strdup (AT (5, "Storage")), .amount = sample_decimal ("7") };
  const StatementMonth month = { .month = calendar_month (2026, 10),
                                 .opening = sample_amount ("10"),
                                 .granted = sample_amount ("0"),
                                 .used = sample_amount ("7"),
                                 .closing = sample_decimal ("3") };
  const StatementPec pec = { .month = calendar_month (2026, 10),
                             .currency = g_strdup (AT (4, "USD")),
                             .list = sample_decimal ("100"),
                             .earned = sample_decimal ("15") };
#undef AT

  credit->state = STATEMENT_ACTIVE;
  credit->expiry = statement->as_of + 61;
  credit->days_left = 61;
  credit->granted = sample_decimal ("10");
  credit->used = sample_decimal ("7");
  credit->left = sample_decimal ("3");
  statement->first = statement->last = month.month;
  use->has_balance = TRUE;
  use->used = sample_amount ("7");
  g_array_append_val (credit->months, month);
  g_array_append_val (use->products, product);
  g_array_append_val (statement->pec, pec);
  return statement;
}

#endif
