/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/verification.h"

#define COLUMN REPORT_COLUMN

static const ReportColumn head_columns[] = {
  COLUMN (VerifyHead, sound, COLUMN_FLAG),
};

static const ReportColumn breach_columns[] = {
  COLUMN (VerifyBreach, what, COLUMN_TEXT),
  COLUMN (VerifyBreach, month, COLUMN_MONTH),
  COLUMN (VerifyBreach, version, COLUMN_LINE),
  COLUMN (VerifyBreach, n, COLUMN_LINE),
};

static const TableLayout tables[]
    = { REPORT_TABLE_AS_READ ("breaches", VerifyBreach, breach_columns) };

const ReportSchema *
verification_schema (void)
{
  static const ReportTableInfo head = REPORT_INFO ("head", VerifyHead, head_columns);
  /* What is found here are breaches, not findings: none has a code. */
  static const ReportSchema schema = { .name = "acorecon.verify/1",
                                       .head = &head,
                                       .tables = tables,
                                       .table_count = G_N_ELEMENTS (tables),
                                       .findings = G_N_ELEMENTS (tables) };

  return &schema;
}

Report *
verification_new (void)
{
  const VerifyHead head = { .sound = FALSE };
  Report *self = report_new_of (verification_schema ());

  report_set_head (self, &head);
  return self;
}

void
verification_add (Report *self, const VerifyBreach *breach)
{
  VerifyBreach row = *breach;

  row.what = report_text (self, row.what);
  report_append (self, 0, &row);
}

void
verification_end (Report *self)
{
  const VerifyHead head = { .sound = report_row_count (self, 0) == 0 };

  report_set_head (self, &head);
  report_sort (self);
}
