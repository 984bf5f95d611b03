/* SPDX-License-Identifier: MIT */
#ifndef STORE_RESTATED_MONTH_H
#define STORE_RESTATED_MONTH_H

#include "core/answer/month-diff.h"
#include "core/book/name-book.h"
#include "store/restatement.h"
#include "store/seals.h"

/** A month that was sealed and reckoned again, as a diff (core/answer/month-diff). */

/** All borrowed. */
typedef struct
{
  const Restatement *restatement; /* of what is reckoned now against the version of @seal */
  Database *history;
  const Seal *seal;
  const Report *now; /* the report of the month alone */
  const NameBook *names;
} RestatedMonth;

/**
 * Sorted. The month is equal when nothing but its files differs, and each file with rows of it is
 * one that it was sealed from. NULL with @error. (transfer full)
 */
Report *restated_month_diff (const RestatedMonth *self, GError **error);

#endif
