/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BILLING_RECORD_TARGET_H
#define INPUT_BILLING_RECORD_TARGET_H

#include "core/record/record-visitor.h"

/** Where the records of a file go, and what classifies them on the way. All borrowed. */
typedef struct
{
  const RecordVisitor *visitor;
  /** Told the reason of each ACO credit line before the line itself; may be NULL. */
  void (*credit_reason) (gpointer data, Slice reason);
  gpointer data;                  /* of both */
  const char *const *aco_reasons; /* NULL-terminated, trimmed, in lower case; may be NULL */
} RecordTarget;

#endif
