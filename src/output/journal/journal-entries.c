/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/journal/journal-entries.h"

#include <string.h>

/* Where an entry comes from; all there is to keep of it. */
typedef struct
{
  Day date;
  JournalEntryKind kind;
  gsize row;
  const char *customer;
} EntryRef;

struct JournalEntries
{
  const Report *report;
  GArray *refs; /* of EntryRef */
  gboolean are_corrections;
};

static const RollForwardRow *
roll_forward_row (const Report *report, gsize index)
{
  return report_row (report, REPORT_ROLLFORWARD, index);
}

static const WaterfallRow *
waterfall_row (const Report *report, gsize index)
{
  return report_row (report, REPORT_WATERFALL, index);
}

static gboolean
is_invoice (JournalEntryKind kind)
{
  return kind == ENTRY_INVOICE || kind == ENTRY_INVOICE_CORRECTION;
}

static int
compare_refs (gconstpointer a, gconstpointer b)
{
  const EntryRef *x = a;
  const EntryRef *y = b;
  int order = (x->date > y->date) - (x->date < y->date);

  if (order == 0)
    order = g_strcmp0 (x->customer, y->customer);
  if (order == 0)
    order = is_invoice (x->kind) - is_invoice (y->kind);
  if (order == 0)
    order = (x->row > y->row) - (x->row < y->row);
  return order != 0 ? order : (int) x->kind - (int) y->kind;
}

/* The last day of the month before, where there is one. */
static Day
opening_date (Month month)
{
  const Day first = calendar_first_day (month);

  return first - 1 != DAY_NONE ? first - 1 : first;
}

static gboolean
is_same_credit (const RollForwardRow *a, const RollForwardRow *b)
{
  return g_strcmp0 (a->customer_id, b->customer_id) == 0
         && g_strcmp0 (a->agreement_id, b->agreement_id) == 0
         && g_strcmp0 (a->credit_name, b->credit_name) == 0
         && g_strcmp0 (a->currency, b->currency) == 0;
}

static void
add_credits (JournalEntries *self, gboolean continues)
{
  const gsize count = report_row_count (self->report, REPORT_ROLLFORWARD);

  for (gsize i = 0; i < count; i++)
    {
      const RollForwardRow *row = roll_forward_row (self->report, i);
      const gboolean is_first
          = i == 0 || !is_same_credit (row, roll_forward_row (self->report, i - 1));
      EntryRef ref = { calendar_last_day (row->month), ENTRY_CREDIT, i, row->customer_id };

      if (!row->opening.known || !row->used.known)
        ref.kind = ENTRY_UNKNOWN;
      else if (is_first && !continues && !decimal_is_zero (row->opening.value))
        {
          const EntryRef opening
              = { opening_date (row->month), ENTRY_OPENING, i, row->customer_id };
          g_array_append_val (self->refs, opening);
        }
      g_array_append_val (self->refs, ref);
    }
}

static void
add_invoices (JournalEntries *self)
{
  const gsize count = report_row_count (self->report, REPORT_WATERFALL);

  for (gsize i = 0; i < count; i++)
    {
      const WaterfallRow *row = waterfall_row (self->report, i);
      const EntryRef ref = { calendar_last_day (row->month), ENTRY_INVOICE, i, row->customer_id };

      if (!decimal_is_zero (row->charges) || !decimal_is_zero (row->aco_used)
          || !decimal_is_zero (row->other_credits) || !decimal_is_zero (row->pec_earned))
        g_array_append_val (self->refs, ref);
    }
}

JournalEntries *
journal_entries_new (const Report *report, gboolean continues)
{
  JournalEntries *self = g_new0 (JournalEntries, 1);

  self->report = report;
  self->refs = g_array_new (FALSE, FALSE, sizeof (EntryRef));
  add_credits (self, continues);
  add_invoices (self);
  g_array_sort (self->refs, compare_refs);
  return self;
}

static void
add_corrections (JournalEntries *self, ReportTable table, JournalEntryKind kind, Day date)
{
  for (gsize i = 0; i < report_row_count (self->report, table); i++)
    {
      const char *customer = kind == ENTRY_CREDIT_CORRECTION
                                 ? roll_forward_row (self->report, i)->customer_id
                                 : waterfall_row (self->report, i)->customer_id;
      const EntryRef ref = { date, kind, i, customer };

      g_array_append_val (self->refs, ref);
      if (journal_entries_get (self, self->refs->len - 1).posting_count == 0)
        g_array_set_size (self->refs, self->refs->len - 1);
    }
}

JournalEntries *
journal_entries_new_correction (const Report *report, Day date)
{
  JournalEntries *self = g_new0 (JournalEntries, 1);

  self->report = report;
  self->are_corrections = TRUE;
  self->refs = g_array_new (FALSE, FALSE, sizeof (EntryRef));
  add_corrections (self, REPORT_ROLLFORWARD, ENTRY_CREDIT_CORRECTION, date);
  add_corrections (self, REPORT_WATERFALL, ENTRY_INVOICE_CORRECTION, date);
  g_array_sort (self->refs, compare_refs);
  return self;
}

gboolean
journal_entries_are_corrections (const JournalEntries *self)
{
  return self->are_corrections;
}

void
journal_entries_free (JournalEntries *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->refs);
  g_free (self);
}

static void
post (JournalEntry *entry, AccountRole account, const char *note, Decimal amount)
{
  if (decimal_is_zero (amount))
    return;
  g_assert (entry->posting_count < JOURNAL_POSTINGS_MAX);
  entry->postings[entry->posting_count++] = (JournalPosting){ account, note, amount };
}

/* @amount from one account to the other. */
static void
move (JournalEntry *entry, AccountRole debit, AccountRole credit, const char *note, Decimal amount)
{
  post (entry, debit, note, amount);
  post (entry, credit, note, decimal_negate (amount));
}

static void
close_credit (JournalEntry *entry, const RollForwardRow *row)
{
  entry->has_closing = TRUE;
  entry->closing = row->closing;
}

static void
post_roll_forward (JournalEntry *entry, const RollForwardRow *row)
{
  move (entry, ACCOUNT_CREDIT, ACCOUNT_GRANTED, "granted", row->granted);
  move (entry, ACCOUNT_USED, ACCOUNT_CREDIT, "used", row->used.value);
  move (entry, ACCOUNT_FORFEITED, ACCOUNT_CREDIT, "forfeited", row->forfeited);
  move (entry, ACCOUNT_CREDIT, ACCOUNT_ADJUSTMENT, "adjustment", row->adjustment);
}

static void
post_credit_row (JournalEntry *entry, const RollForwardRow *row)
{
  entry->customer_id = row->customer_id;
  entry->customer_name = row->customer_name;
  entry->agreement_id = row->agreement_id;
  entry->credit_name = row->credit_name;
  entry->currency = row->currency;
  switch (entry->kind)
    {
    case ENTRY_OPENING:
      move (entry, ACCOUNT_CREDIT, ACCOUNT_OPENING, "opening", row->opening.value);
      break;
    case ENTRY_UNKNOWN:
      /* What was used and what was there before is not known: the balance is all there is. */
      move (entry, ACCOUNT_CREDIT, ACCOUNT_OPENING, "opening", row->closing);
      close_credit (entry, row);
      break;
    case ENTRY_CREDIT:
      post_roll_forward (entry, row);
      close_credit (entry, row);
      break;
    case ENTRY_CREDIT_CORRECTION:
      move (entry, ACCOUNT_CREDIT, ACCOUNT_OPENING, "opening", row->opening.value);
      post_roll_forward (entry, row);
      break;
    case ENTRY_INVOICE:
    case ENTRY_INVOICE_CORRECTION:
    default:
      g_assert_not_reached ();
    }
}

/* charges - aco_used - other_credits = net. Charges are net of PEC, so what was earned is added to
   the cost and to the income alike. */
static void
post_invoice_row (JournalEntry *entry, const WaterfallRow *row)
{
  entry->customer_id = row->customer_id;
  entry->customer_name = row->customer_name;
  entry->currency = row->currency;
  post (entry, ACCOUNT_CHARGES, "charges", row->charges);
  post (entry, ACCOUNT_APPLIED, "credit applied", decimal_negate (row->aco_used));
  post (entry, ACCOUNT_OTHER_CREDITS, "other credits", decimal_negate (row->other_credits));
  post (entry, ACCOUNT_PAYABLE, "net payable", decimal_negate (row->net));
  move (entry, ACCOUNT_PEC_COST, ACCOUNT_PEC, "PEC earned", row->pec_earned);
}

gsize
journal_entries_count (const JournalEntries *self)
{
  return self->refs->len;
}

JournalEntry
journal_entries_get (const JournalEntries *self, gsize index)
{
  g_assert (index < self->refs->len);

  const EntryRef *ref = &g_array_index (self->refs, EntryRef, index);
  JournalEntry entry = { .kind = ref->kind, .date = ref->date };

  if (is_invoice (ref->kind))
    post_invoice_row (&entry, waterfall_row (self->report, ref->row));
  else
    post_credit_row (&entry, roll_forward_row (self->report, ref->row));
  return entry;
}

gboolean
journal_entries_are_complete (const JournalEntries *self)
{
  return report_is_complete (self->report);
}

const char *
journal_entries_title (JournalEntryKind kind)
{
  switch (kind)
    {
    case ENTRY_OPENING:
      return "Azure credit, opening balance";
    case ENTRY_UNKNOWN:
      return "Azure credit, balance only: opening and use are not known (ACO103)";
    case ENTRY_CREDIT:
      return "Azure credit";
    case ENTRY_INVOICE:
      return "Microsoft invoice";
    case ENTRY_CREDIT_CORRECTION:
      return "Azure credit, restated";
    case ENTRY_INVOICE_CORRECTION:
      return "Microsoft invoice, restated";
    default:
      g_assert_not_reached ();
    }
}
