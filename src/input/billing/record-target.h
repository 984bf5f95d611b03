/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BILLING_RECORD_TARGET_H
#define INPUT_BILLING_RECORD_TARGET_H

#include "core/record/record-visitor.h"
#include "input/billing/read-matches.h"

/** Where the records of a file go, and what classifies them on the way. All borrowed. */
typedef struct
{
  const RecordVisitor *visitor;
  gpointer data;                  /* of the visitor */
  const char *const *aco_reasons; /* NULL-terminated, trimmed, in lower case; may be NULL */
  ReadMatches *matches;           /* notes which reasons stand in the files; NULL: nobody asks */
} RecordTarget;

#endif
