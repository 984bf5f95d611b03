/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/mca-reckon.h"

#include "core/mca/mca-balances.h"
#include "core/mca/mca-pages.h"

Day
mca_reckon_day (const McaBook *book)
{
  Day day = DAY_NONE;

  for (guint i = 0; i < book->events->len; i++)
    day = MAX (day, g_array_index (book->events, McaEvent, i).date);
  if (day != DAY_NONE)
    return day;
  for (guint i = 0; i < book->lots->len; i++)
    day = MAX (day, g_array_index (book->lots, McaLot, i).start);
  return day;
}

/* One profile */

/* The first in the order of reading that names a profile. */
static const McaOrigin *
earlier (const McaOrigin *found, const McaOrigin *origin)
{
  if (origin->profile_id == NULL || (found != NULL && found->place < origin->place))
    return found;
  return origin;
}

static void
become (McaOrigin *origin, const char *account_id, const char *profile_id)
{
  origin->account_id = account_id;
  origin->profile_id = profile_id;
}

void
mca_reckon_unite (McaBook *book)
{
  const McaOrigin *first = NULL;

  for (guint i = 0; i < book->balances->len; i++)
    first = earlier (first, &g_array_index (book->balances, McaBalance, i).origin);
  for (guint i = 0; i < book->lots->len; i++)
    first = earlier (first, &g_array_index (book->lots, McaLot, i).origin);
  for (guint i = 0; i < book->events->len; i++)
    first = earlier (first, &g_array_index (book->events, McaEvent, i).origin);
  if (first == NULL)
    return;
  const char *account = first->account_id, *profile = first->profile_id;
  for (guint i = 0; i < book->balances->len; i++)
    become (&g_array_index (book->balances, McaBalance, i).origin, account, profile);
  for (guint i = 0; i < book->lots->len; i++)
    become (&g_array_index (book->lots, McaLot, i).origin, account, profile);
  for (guint i = 0; i < book->events->len; i++)
    become (&g_array_index (book->events, McaEvent, i).origin, account, profile);
}

/* Pages */

McaInputRow
mca_reckon_input (const McaPage *page)
{
  return (McaInputRow){ .file = page->file,
                        .kind = mca_rows_kind_name (page->kind),
                        .api = page->api,
                        .rows = page->rows,
                        .next_link = page->has_next,
                        .sha256 = page->sha256 };
}

static void
find_files (const McaReckoning *self)
{
  const McaBook *book = self->book;

  for (guint i = 0; i < book->pages->len; i++)
    {
      const McaPage *page = &g_array_index (book->pages, McaPage, i);
      const McaFindingFacts facts = { .code = FINDING_DUPLICATE_FILE, .file = page->file };

      if (page->duplicate_of != NULL)
        mca_reckoning_find (self, &facts,
                            &LANGUAGE_SENTENCE (N_ ("the same content as %s; it was read once"),
                                                language_sentence_name (page->duplicate_of)));
    }
  for (guint i = 0; i < book->ignored->len; i++)
    {
      const McaFindingFacts facts
          = { .code = FINDING_FILE_IGNORED, .file = g_ptr_array_index (book->ignored, i) };

      mca_reckoning_find (
          self, &facts,
          &LANGUAGE_SENTENCE (N_ ("left out, its name does not end like a saved response")));
    }
}

static void
find_missing (const McaReckoning *self, const GPtrArray *waiting)
{
  for (guint i = 0; i < waiting->len; i++)
    {
      const McaPage *page = g_ptr_array_index (waiting, i);
      const McaFindingFacts facts = { .code = FINDING_MCA_PAGE_MISSING,
                                      .account_id = page->account_id,
                                      .profile_id = page->profile_id,
                                      .file = page->file,
                                      .line = page->line };

      mca_reckoning_find (
          self, &facts,
          &LANGUAGE_SENTENCE (N_ ("this page of %s has a nextLink, and no file holds the next"),
                              language_sentence_name (mca_rows_kind_name (page->list))));
    }
}

static void
find_repeats (const McaReckoning *self, const GArray *repeats)
{
  for (guint i = 0; i < repeats->len; i++)
    {
      const McaRepeat *repeat = &g_array_index (repeats, McaRepeat, i);
      McaFindingFacts facts = mca_reckoning_on (
          repeat->differs ? FINDING_MCA_CONFLICTING_RESOURCE : FINDING_MCA_REPEATED_RESOURCE,
          &repeat->origin, repeat->currency, repeat->difference);

      if (repeat->is_profile)
        facts.resource = NULL;
      mca_reckoning_find (
          self, &facts,
          &LANGUAGE_SENTENCE (repeat->differs
                                  ? N_ ("read before with other values; this one counts")
                                  : N_ ("read before with the same values")));
    }
}

void
mca_reckon_find_pages (const McaReckoning *self, const GPtrArray *waiting, const GArray *repeats)
{
  find_files (self);
  find_missing (self, waiting);
  find_repeats (self, repeats);
}

/* An account of the same id told so before. */
static gboolean
is_told (const GArray *accounts, guint index)
{
  for (guint i = 0; i < index; i++)
    if (g_array_index (accounts, McaAccount, i).has_more == TRUTH_TRUE
        && g_strcmp0 (g_array_index (accounts, McaAccount, i).origin.account_id,
                      g_array_index (accounts, McaAccount, index).origin.account_id)
               == 0)
      return TRUE;
  return FALSE;
}

static void
find_incomplete_accounts (const McaReckoning *self)
{
  const GArray *accounts = self->book->accounts;

  for (guint i = 0; i < accounts->len; i++)
    {
      const McaAccount *account = &g_array_index (accounts, McaAccount, i);
      McaFindingFacts facts = mca_reckoning_on (FINDING_MCA_PROFILES_INCOMPLETE, &account->origin,
                                                NULL, decimal_from_int (0));

      facts.resource = NULL;
      facts.profile_id = NULL;
      if (account->has_more == TRUTH_TRUE && !is_told (accounts, i))
        mca_reckoning_find (
            self, &facts,
            &LANGUAGE_SENTENCE (N_ ("the account has more billing profiles than are listed")));
    }
}

/* The report */

static void
add_inputs (const McaReckoning *self)
{
  for (guint i = 0; i < self->book->pages->len; i++)
    {
      const McaInputRow row = mca_reckon_input (&g_array_index (self->book->pages, McaPage, i));
      report_append (self->report, MCA_TABLE_INPUTS, &row);
    }
}

static void
add_tables (const McaReckoning *self, const GPtrArray *waiting)
{
  g_autofree McaLotSums *lots = mca_lots_sum (self);

  add_inputs (self);
  mca_lots_add (self);
  g_autofree McaEventSums *events = mca_events_add (self);
  mca_balances_add (self, lots, events, waiting);
  find_incomplete_accounts (self);
}

Report *
mca_reckon (McaBook *book, const McaPlan *plan)
{
  const McaHead head = { .as_of = plan->as_of != DAY_NONE ? plan->as_of : mca_reckon_day (book),
                         .same_snapshot = plan->same_snapshot };
  Report *report = report_new_of (mca_rows_schema ());

  if (plan->is_one_profile)
    mca_reckon_unite (book);
  g_autoptr (GPtrArray) waiting = mca_pages_waiting (book);
  g_autoptr (GArray) repeats = mca_repeats_take_out (book);
  g_autoptr (McaProfiles) profiles = mca_profiles_new (book);
  const McaReckoning self = { .plan = plan,
                              .book = book,
                              .profiles = profiles,
                              .as_of = head.as_of,
                              .report = report,
                              .findings = MCA_TABLE_FINDINGS };

  report_set_head (report, &head);
  add_tables (&self, waiting);
  mca_reckon_find_pages (&self, waiting, repeats);
  report_sort (report);
  return report;
}
