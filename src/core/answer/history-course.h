/* SPDX-License-Identifier: MIT */
#ifndef CORE_ANSWER_HISTORY_COURSE_H
#define CORE_ANSWER_HISTORY_COURSE_H

#include "core/book/books.h"
#include "core/report/report.h"

/**
 * HistoryCourse: what the sealed months of a history say together, for the page over time: the
 * balance of each agreement from month to month, what was left of all of them at the end of each,
 * and what became of findings. Amounts that nobody reported are in no sum.
 */

/** What was left at the end of a month, of all agreements that have a row for it. */
typedef struct
{
  Month month;
  const char *currency; /* of the report's texts */
  Decimal left;         /* sum of closing balances; > 0: left */
} CourseLeft;

/** What became of the findings of a month, by their last resolution. */
typedef struct
{
  Month month;
  guint64 open;
  guint64 accepted;
  guint64 disputed;
  guint64 corrected;
  guint64 expected;
  guint64 gone; /* of earlier versions, and not among those of the current one */
} CourseFindings;

typedef struct
{
  Report *balances; /* of the main schema: agreements with their forecast, and roll-forward */
  GArray *left;     /* of CourseLeft, by month and currency */
  GArray *findings; /* of CourseFindings, by month; of who makes the course */
} HistoryCourse;

/**
 * @books: of sealed rows alone. @reckoned: the report of them, whose agreements are taken over.
 * @findings: is taken over. (transfer full)
 */
HistoryCourse *history_course_new (const Books *books, const Report *reckoned, GArray *findings);
void history_course_free (HistoryCourse *self); /* NULL is fine */

/** NULL: nothing was reported for it. */
const CourseLeft *history_course_left (const HistoryCourse *self, Month month,
                                       const char *currency);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HistoryCourse, history_course_free)

#endif
