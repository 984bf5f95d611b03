/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/mca-events.h"

#include "core/mca/mca-amount.h"

/* An event, and what its chain is told by. */
typedef struct
{
  const McaEvent *event;
  const char *currency;
  guint profile;
  guint place; /* in the order of reading; within a day as they follow each other */
} Link;

/* The chain so far. */
typedef struct
{
  Amount closing;  /* of the event before; unknown also before the first */
  Amount opening;  /* of the first */
  Amount movement; /* of all so far */
  guint64 place;
} Chain;

/* Findings */

static gboolean
is_pending (const McaEvent *event)
{
  return event->type != NULL && g_ascii_strncasecmp (event->type, "pending", 7) == 0;
}

static gboolean
is_type (const McaEvent *event, const char *type)
{
  return event->type != NULL && g_ascii_strcasecmp (event->type, type) == 0;
}

static McaFindingFacts
facts_of (FindingCode code, const Link *link, Amount amount)
{
  return mca_reckoning_on (code, &link->event->origin, link->currency, mca_amount_or_zero (amount));
}

static void
check_type (const McaReckoning *self, const Link *link, Amount movement)
{
  static const char *const known[]
      = { "SettledCharges",   "PendingCharges",       "PendingAdjustments",
          "PendingNewCredit", "PendingExpiredCredit", "NewCredit",
          "CreditExpired",    "ExpiredCredit",        "CanceledCredit" };
  const McaFindingFacts facts = facts_of (FINDING_MCA_EVENT_TYPE_UNKNOWN, link, movement);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (is_type (link->event, known[i]))
      return;
  mca_reckoning_find (self, &facts,
                      &LANGUAGE_SENTENCE (N_ ("the type of this transaction is %s"),
                                          link->event->type != NULL
                                              ? language_sentence_name (link->event->type)
                                              : language_sentence_word (N_ ("not given"))));
}

static gboolean
has_sign (Amount amount, int sign)
{
  return amount.known && decimal_sign (amount.value) == sign;
}

static void
check_sign (const McaReckoning *self, const Link *link)
{
  const McaEvent *event = link->event;
  const struct
  {
    const McaAmount *amount;
    int odd;
    const char *message;
  } signs[] = { { &event->new_credit, -1, N_ ("new credit of this transaction: %s") },
                { &event->charges, 1, N_ ("charges of this transaction: %s") },
                { &event->expired, -1, N_ ("expired credit of this transaction: %s") } };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const Amount amount = signs[i].amount->amount;
      if (!has_sign (amount, signs[i].odd))
        continue;
      const McaFindingFacts facts = facts_of (FINDING_MCA_EVENT_SIGN, link, amount);
      mca_reckoning_find (
          self, &facts,
          &LANGUAGE_SENTENCE (signs[i].message, language_sentence_amount (amount, link->currency)));
      return;
    }
}

static void
check_invoice (const McaReckoning *self, const Link *link, Amount movement)
{
  const McaFindingFacts facts = facts_of (FINDING_MCA_INVOICE_NUMBER_ODD, link, movement);

  if (is_pending (link->event) && link->event->invoice != NULL)
    mca_reckoning_find (self, &facts,
                        &LANGUAGE_SENTENCE (N_ ("a pending transaction with an invoice number")));
  else if (is_type (link->event, "SettledCharges") && link->event->invoice == NULL)
    mca_reckoning_find (self, &facts,
                        &LANGUAGE_SENTENCE (N_ ("settled charges without an invoice number")));
}

static void
check_currency (const McaReckoning *self, const Link *link)
{
  const char *usual = mca_profiles_at (self->profiles, link->profile)->currency;
  const McaFindingFacts facts = facts_of (FINDING_MCA_CURRENCY_MIXED, link, (Amount){ 0 });

  if (mca_amount_is_mixed_event (link->event))
    mca_reckoning_find (
        self, &facts,
        &LANGUAGE_SENTENCE (N_ ("the amounts of this transaction are in several currencies")));
  else if (link->currency != NULL && usual != NULL && g_strcmp0 (link->currency, usual) != 0)
    mca_reckoning_find (
        self, &facts,
        &LANGUAGE_SENTENCE (N_ ("the transaction is in %s, its billing profile in %s"),
                            language_sentence_name (link->currency),
                            language_sentence_name (usual)));
}

static void
check_estimate (const McaReckoning *self, const Link *link)
{
  const McaFindingFacts facts
      = facts_of (FINDING_MCA_FIGURE_ESTIMATED, link, link->event->closing.amount);

  if (link->event->is_estimated == TRUTH_TRUE)
    mca_reckoning_find (
        self, &facts,
        &LANGUAGE_SENTENCE (N_ ("the balance after this transaction is an estimate")));
}

static void
check_difference (const McaReckoning *self, const Link *link, const McaEventRow *row)
{
  const McaFindingFacts facts = facts_of (FINDING_MCA_EVENT_BALANCE_DIFFERS, link, row->difference);

  if (!row->difference.known
      || !mca_amount_is_beyond (row->difference.value, self->plan->tolerance))
    return;
  const Amount expected = mca_amount_subtract (row->closing, row->difference);
  mca_reckoning_find (
      self, &facts,
      &LANGUAGE_SENTENCE (N_ ("the balance after this transaction is %s, expected %s"),
                          language_sentence_amount (row->closing, link->currency),
                          language_sentence_amount (expected, link->currency)));
}

/* Rows */

/* What is unknown counts as 0; of an event in several currencies nothing is known. */
static Amount
movement_of (const McaEvent *event)
{
  Decimal sum = mca_amount_or_zero (event->new_credit.amount);

  if (mca_amount_is_mixed_event (event))
    return (Amount){ 0 };
  sum = decimal_add (sum, mca_amount_or_zero (event->adjustments.amount));
  sum = decimal_add (sum, mca_amount_or_zero (event->charges.amount));
  return amount_known (decimal_subtract (sum, mca_amount_or_zero (event->expired.amount)));
}

/* Follows the chain by one event, and says what its row has of the chain. */
static void
follow (Chain *chain, const McaEvent *event, Amount movement, McaEventRow *row)
{
  const Amount closing = event->closing.amount;

  row->opening = chain->closing.known ? chain->closing : mca_amount_subtract (closing, movement);
  row->difference = mca_amount_subtract (mca_amount_subtract (closing, row->opening), movement);
  if (chain->place == 0)
    chain->opening = row->opening;
  chain->movement = mca_amount_add (chain->movement, movement);
  row->running = mca_amount_add (chain->opening, chain->movement);
  chain->closing = closing;
  row->place = ++chain->place;
}

static void
add_event (const McaReckoning *self, Chain *chain, const Link *link)
{
  const McaEvent *event = link->event;
  const Amount movement = movement_of (event);
  McaEventRow row = { .account_id = event->origin.account_id,
                      .profile_id = event->origin.profile_id,
                      .profile_name = mca_profiles_at (self->profiles, link->profile)->name,
                      .event_id = event->origin.own_id,
                      .date = event->date,
                      .type = event->type,
                      .pending = is_pending (event),
                      .description = event->description,
                      .invoice = event->invoice,
                      .currency = link->currency,
                      .new_credit = event->new_credit.amount,
                      .adjustments = event->adjustments.amount,
                      .charges = event->charges.amount,
                      .expired = event->expired.amount,
                      .canceled = event->canceled.amount,
                      .closing = event->closing.amount,
                      .file = event->origin.file,
                      .line = event->origin.line };

  follow (chain, event, movement, &row);
  if (!mca_reckoning_reports (self, event->origin.account_id, event->origin.profile_id))
    return;
  check_difference (self, link, &row);
  check_currency (self, link);
  check_type (self, link, movement);
  check_sign (self, link);
  check_invoice (self, link, movement);
  check_estimate (self, link);
  report_append (self->report, MCA_TABLE_EVENTS, &row);
}

/* The order */

static int
compare_chains (const Link *a, const Link *b)
{
  if (a->profile != b->profile)
    return a->profile < b->profile ? -1 : 1;
  return a->currency == b->currency ? 0 : g_strcmp0 (a->currency, b->currency);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Link *x = a, *y = b;
  const int order = compare_chains (x, y);

  return order != 0 ? order : (x->place > y->place) - (x->place < y->place);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const Link *x = a, *y = b;

  if (x->event->date != y->event->date)
    return x->event->date < y->event->date ? -1 : 1;
  return (x->place > y->place) - (x->place < y->place);
}

/* The service lists the newest first, so that within a day the last that was read comes first. */
static void
order_chain (Link *links, guint count)
{
  const gboolean oldest_first = links[0].event->date < links[count - 1].event->date;

  for (guint i = 0; i < count; i++)
    links[i].place = oldest_first ? i : count - i;
  qsort (links, count, sizeof *links, compare_days);
}

static GArray *
collect_links (const McaReckoning *self)
{
  const GArray *events = self->book->events;
  GArray *links = g_array_sized_new (FALSE, FALSE, sizeof (Link), events->len);

  for (guint i = 0; i < events->len; i++)
    {
      const McaEvent *event = &g_array_index (events, McaEvent, i);
      const Link link = { .event = event,
                          .currency = mca_amount_currency_of_event (event),
                          .profile = mca_profiles_find (self->profiles, event->origin.account_id,
                                                        event->origin.profile_id),
                          .place = i };
      g_array_append_val (links, link);
    }
  if (links->len > 0)
    qsort (links->data, links->len, sizeof (Link), compare_places);
  return links;
}

static void
count_event (McaEventSums *sums, const Link *link, const char *usual_currency)
{
  McaEventSums *sum = &sums[link->profile];

  sum->first = sum->count == 0 ? link->event->date : MIN (sum->first, link->event->date);
  sum->last = sum->count == 0 ? link->event->date : MAX (sum->last, link->event->date);
  sum->count++;
  if (g_strcmp0 (link->currency, usual_currency) == 0)
    sum->end = link->event;
}

McaEventSums *
mca_events_add (const McaReckoning *self)
{
  McaEventSums *sums = g_new0 (McaEventSums, mca_profiles_count (self->profiles));
  g_autoptr (GArray) all = collect_links (self);
  Link *links = (Link *) (gpointer) all->data;
  guint end;

  for (guint first = 0; first < all->len; first = end)
    {
      Chain chain = { .movement = amount_known (decimal_from_int (0)) };

      for (end = first + 1; end < all->len && compare_chains (&links[first], &links[end]) == 0;)
        end++;
      order_chain (links + first, end - first);
      for (guint i = first; i < end; i++)
        {
          add_event (self, &chain, &links[i]);
          count_event (sums, &links[i],
                       mca_profiles_at (self->profiles, links[i].profile)->currency);
        }
    }
  return sums;
}
