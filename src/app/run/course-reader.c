/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/run/course-reader.h"

#include "core/month/reckon-plan.h"
#include "core/rule/reckon.h"
#include "engine/hash-key.h"
#include "store/finding-ends.h"
#include "store/sealed-rows.h"
#include "store/seals.h"

HistoryCourse *
course_reader_read (Database *database, GError **error)
{
  const HashKey key = hash_key_draw ();
  g_autoptr (Books) books = books_new (&key);
  g_autoptr (Seals) seals = seals_load (database, error);
  ReckonPlan plan = reckon_plan_default ();

  if (seals == NULL || !sealed_rows_add (database, MONTH_NONE, books, error))
    return NULL;
  if (seals_last (seals) != NULL)
    plan.as_of = calendar_last_day (seals_last (seals)->month);
  g_autoptr (Report) reckoned = reckon (books, &plan, error);
  g_autoptr (GArray) findings = reckoned != NULL ? finding_ends_load (database, error) : NULL;
  if (findings == NULL)
    return NULL;
  return history_course_new (books, reckoned, g_steal_pointer (&findings));
}
