/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_SHEET_H
#define SAMPLE_SHEET_H

#include "core/answer/close-sheet.h"

/* A sheet of October with one currency, one file and @count open findings, one of which @note (or
   NULL) says that it was accepted. (transfer full) */
static inline CloseSheet *
sample_sheet (const char *preparer, guint count, const char *note)
{
  CloseSheet *sheet = close_sheet_new ();
  const ListFigures figures
      = { .currency = "EUR",
          .balance_used = { .known = TRUE, .value = decimal_from_scaled (123450, 2) } };
  const ListInput input
      = { .file = "balance.csv", .kind = "aco-balance", .rows = 7, .sha256 = "0123abcd" };

  sheet->seal = (ListMonth){ .month = calendar_month (2026, 10),
                             .version = 2,
                             .sealed_at = "2026-11-03T09:00:00Z",
                             .preparer = preparer,
                             .approver = "Bo",
                             .reason = "credit note",
                             .program = "acorecon 0.2",
                             .options = "[]",
                             .as_of = "2026-10-31",
                             .content_sha256 = "c0ffee" };
  sheet->event = 3;
  sheet->hash = "beef";
  sheet->previous_hash = "dead";
  g_array_append_val (sheet->figures, figures);
  g_array_append_val (sheet->inputs, input);
  for (guint i = 0; i < count; i++)
    {
      const gboolean is_decided = note != NULL && i == 0;
      g_autofree char *id = g_strdup_printf ("f%02u", i);
      const SheetFinding finding = { .id = close_sheet_text (sheet, id),
                                     .code = "ACO401",
                                     .severity = "error",
                                     .customer_id = "c1",
                                     .currency = "EUR",
                                     .month = calendar_month (2026, 10),
                                     .amount = decimal_from_scaled (-100 - (gint64) i, 2),
                                     .resolution = is_decided ? "accepted" : NULL,
                                     .note = note,
                                     .by = "Cy",
                                     .at = "2026-11-02T08:00:00Z" };
      close_sheet_add_finding (sheet, is_decided ? SHEET_RESOLVED : SHEET_OPEN, &finding);
    }
  close_sheet_sort (sheet);
  return sheet;
}

#endif
