/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_DIFF_H
#define SAMPLE_DIFF_H

#include "sample-seal.h"
#include "store/restated-month.h"
#include "store/seal-record.h"

/*
 * The sample seal in a history, and the same month reckoned from other rows: what became of it.
 */

typedef struct
{
  SampleSeal sealed;
  SampleSeal now;
  Database *history;
  Seals *seals;
  Report *diff;
} SampleDiff;

static inline Database *
sample_diff_database (const SampleSeal *seal)
{
  Database *database = database_new ();
  const SealRecord record = { .content = &seal->content,
                              .month = seal->content.month,
                              .version = 1,
                              .at = "2026-11-09T08:00:00Z",
                              .preparer = "Ann",
                              .approver = "Bo" };

  ck_assert (history_layout_create (database, NULL));
  g_autofree char *hash = seal_record_write (&record, database, NULL);
  ck_assert_ptr_nonnull (hash);
  return database;
}

/* @texts: the rows that are read now; NULL: those that were sealed. */
static inline SampleDiff
sample_diff (const char *const *texts)
{
  SampleDiff sample = { .sealed = sample_seal (), .now = sample_seal () };
  ReckonPlan rules = reckon_plan_default ();

  rules.month = sample.sealed.content.month;
  sample.sealed.content.with_earlier = TRUE;
  if (texts != NULL)
    {
      sample_seal_clear (&sample.now);
      sample.now.books = build_books ();
      build_rows (sample.now.books, texts);
      sample.now.report = build_report (sample.now.books, &rules);
      sample.now.content.books = sample.now.books;
      sample.now.content.report = sample.now.report;
    }
  sample.now.content.with_earlier = TRUE;
  sample.history = sample_diff_database (&sample.sealed);
  sample.seals = seals_load (sample.history, NULL);
  g_autoptr (Database) now = sample_diff_database (&sample.now);
  const RestatementSide sides[] = { { sample.history, "2026-10", 1 }, { now, "2026-10", 1 } };
  g_autoptr (Restatement) restatement = restatement_new (&sides[0], &sides[1], NULL);
  const RestatedMonth restated = { .restatement = restatement,
                                   .history = sample.history,
                                   .seal = seals_find (sample.seals, rules.month),
                                   .now = sample.now.report,
                                   .names = sample.now.books->names };
  sample.diff = restated_month_diff (&restated, NULL);
  ck_assert_ptr_nonnull (sample.diff);
  return sample;
}

static inline void
sample_diff_clear (SampleDiff *sample)
{
  report_free (sample->diff);
  seals_free (sample->seals);
  database_free (sample->history);
  sample_seal_clear (&sample->sealed);
  sample_seal_clear (&sample->now);
}

/* October with 20 more used and billed, and another product; September as it was. */
static const char *const sample_diff_rows[]
    = { "balance: month=2026-09 | C=100 | B=900 | expiry=2027-08-31",
        "balance: C=320 | B=680 | expiry=2027-08-31 | status=active",
        "balance: customer=c2 | agreement=a2 | C=0 | B=50",
        "invoice: invoice=G2 | subtotal=220 | price=2 | quantity=110 | product=P | sku=0001",
        "invoice: invoice=G2 | subtotal=-150 | price=-2 | quantity=75 | product=P | sku=0001"
        " | reason=Azure Credit Offer",
        "invoice: invoice=G2 | subtotal=-70 | price=-2 | quantity=35 | product=P | sku=0001"
        " | reason=Azure Credit Offer",
        "invoice: invoice=G3 | subtotal=7 | price=7 | quantity=1 | total=7",
        NULL };

#endif
