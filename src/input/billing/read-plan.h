/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BILLING_READ_PLAN_H
#define INPUT_BILLING_READ_PLAN_H

#include "base/keyed-hash.h"
#include "input/billing/cells.h"
#include "input/billing/column-map.h"

/**
 * ReadPlan: what the person who runs the program decided about reading (spec section 1). A value
 * that no reading changes; all members are plain or borrowed. Of a plan that is all zero nothing is
 * limited and nothing is asked for, but it has no separator and no map.
 */
typedef struct
{
  CellFormat format;
  char separator;       /* between cells, unless the header fits another one only */
  const char *encoding; /* of all files; NULL: UTF-8, or UTF-16 with a mark */
  const ColumnMap *map;
  const char *const *aco_reasons; /* NULL-terminated, trimmed, in lower case; may be NULL */
  gboolean keep_going;            /* set bad rows aside */
  guint max_rejects;              /* of one file */
  guint64 max_input;              /* bytes of the run, unpacked; 0: not limited */
  gboolean wants_digests;         /* the SHA-256 of every input will be shown */
  const HashKey *content_key;     /* of what stands for rows in books; NULL: that of the run */
  gboolean keeps_rows;            /* books will be kept: see core/book/shelf/row-trail */
  guint jobs;                     /* threads at most; 0 and 1: the caller's alone */
  guint64 part_bytes_min;         /* no file is cut into smaller parts */
} ReadPlan;

#endif
