/* SPDX-License-Identifier: MIT */
#ifndef CORE_ANSWER_WATCH_LIST_H
#define CORE_ANSWER_WATCH_LIST_H

#include "core/answer/watch-row.h"
#include "core/book/credit-book.h"
#include "core/book/name-book.h"

/**
 * WatchList: the agreements that need a person, with the reasons why (core/answer/watch-row): those
 * with most at stake first. Made from a report and the books it comes from; finds nothing by
 * itself.
 */
typedef struct WatchList WatchList;

/** A finding that somebody disputes; without a customer or agreement NULL. */
typedef struct
{
  const char *finding_id;
  const char *customer_id;
  const char *agreement_id;
  const char *currency;
  Decimal amount;
} WatchDispute;

/** All borrowed. */
typedef struct
{
  const Report *report; /* the main one, of all months up to its as-of day */
  const CreditBook *credits;
  const NameBook *names;
  const GPtrArray *disputes; /* of const WatchDispute * */
} WatchSources;

/** @known: a set of marks; only rows with another one are listed. NULL: all. */
WatchList *watch_list_new (const WatchSources *sources, GHashTable *known);
void watch_list_free (WatchList *self); /* NULL is fine */

/** Belongs to the list. */
const Report *watch_list_report (const WatchList *self);
/** The marks of all rows, also of those that are known. (transfer none) */
const GPtrArray *watch_list_marks (const WatchList *self); /* of const char * */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WatchList, watch_list_free)

#endif
