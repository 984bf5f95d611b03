/* SPDX-License-Identifier: MIT */
#ifndef CORE_MCA_MCA_PLAN_H
#define CORE_MCA_MCA_PLAN_H

#include "base/calendar.h"
#include "base/decimal.h"
#include "base/language/language.h"

/** McaPlan: what the person who runs `acorecon mca` decides. All members are plain or borrowed. */
typedef struct
{
  Day as_of; /* DAY_NONE: taken from what was read */
  gint64 expiring_days;
  Decimal tolerance;        /* not negative */
  gboolean same_snapshot;   /* the responses are of one moment */
  gboolean is_one_profile;  /* all figures belong to one billing profile */
  const char *const *only;  /* ids or names of the profiles that are reported; NULL-terminated */
  const Language *language; /* in which findings are said to people, beside English */
} McaPlan;

#endif
