/* SPDX-License-Identifier: MIT */
#ifndef CORE_ANSWER_VERIFICATION_H
#define CORE_ANSWER_VERIFICATION_H

#include "core/report/report.h"

/**
 * Verification: what of a history does not fit together, as a report of the schema
 * acorecon.verify/1 (docs/history.md, "Verifying"): sound, and the breaches.
 */

typedef struct
{
  gboolean sound; /* there is no breach */
} VerifyHead;

/** What does not apply is NULL, MONTH_NONE or 0. */
typedef struct
{
  const char *what; /* "hash differs" */
  Month month;
  guint64 version;
  guint64 n; /* of the event, from 1 */
} VerifyBreach;

/** Static. Its one table is that of the breaches, in the order in which they were found. */
const ReportSchema *verification_schema (void);

/** Nothing found yet; not sound before verification_end(). (transfer full) */
Report *verification_new (void);
/** @breach: its text is copied. */
void verification_add (Report *self, const VerifyBreach *breach);
/** Nothing more is found. */
void verification_end (Report *self);

#endif
