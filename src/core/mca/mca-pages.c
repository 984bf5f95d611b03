/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/mca-pages.h"

static const McaOrigin *
origin_at (const McaBook *book, const McaPage *page, guint index)
{
  switch (page->kind)
    {
    case MCA_BALANCE:
      return &g_array_index (book->balances, McaBalance, page->first + index).origin;
    case MCA_EVENTS:
      return &g_array_index (book->events, McaEvent, page->first + index).origin;
    case MCA_LOTS:
      return &g_array_index (book->lots, McaLot, page->first + index).origin;
    case MCA_PROFILES:
      return &g_array_index (book->profiles, McaProfile, page->first + index).origin;
    case MCA_ACCOUNTS:
      return &g_array_index (book->accounts, McaAccount, page->first + index).origin;
    case MCA_EMPTY:
    case MCA_KIND_COUNT:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_same (const char *a, const char *b)
{
  return g_strcmp0 (a, b) == 0;
}

/* Lists of accounts are nobody's, and those of profiles are of no single profile. */
static void
find_owner (const McaBook *book, McaPage *page)
{
  const McaOrigin *owner = NULL;
  gboolean several = FALSE;

  if (page->rows == 0 || page->kind == MCA_ACCOUNTS)
    return;
  for (guint i = 0; i < page->rows; i++)
    {
      const McaOrigin *origin = origin_at (book, page, i);
      if (origin->profile_id == NULL)
        continue;
      if (owner == NULL)
        owner = origin;
      several |= !is_same (origin->profile_id, owner->profile_id)
                 || !is_same (origin->account_id, owner->account_id);
    }
  if (owner == NULL)
    owner = origin_at (book, page, 0);
  page->account_id = owner->account_id;
  page->profile_id = several || page->kind == MCA_PROFILES ? NULL : owner->profile_id;
}

static gboolean
continues (const McaPage *page, const McaPage *waiting)
{
  return page->kind == waiting->kind && is_same (page->account_id, waiting->account_id)
         && (page->profile_id == NULL || waiting->profile_id == NULL
             || is_same (page->profile_id, waiting->profile_id));
}

/* Where the page that @page continues stands among those that wait. FALSE: it continues none. */
static gboolean
find_continued (const GPtrArray *waiting, const McaPage *page, const McaPage *before, guint *index)
{
  for (guint i = 0; i < waiting->len; i++)
    {
      const McaPage *candidate = g_ptr_array_index (waiting, i);
      if (page->kind == MCA_EMPTY ? candidate == before : continues (page, candidate))
        {
          *index = i;
          return TRUE;
        }
    }
  return FALSE;
}

/* An empty page that goes on stands for the list that it continues: what comes next continues
   that. */
static void
take_place (McaPage *page, const McaPage *continued)
{
  page->kind = continued->kind;
  page->account_id = continued->account_id;
  page->profile_id = continued->profile_id;
}

GPtrArray *
mca_pages_waiting (McaBook *book)
{
  GPtrArray *waiting = g_ptr_array_new ();
  g_autofree McaPage *stands = g_memdup2 (book->pages->data, book->pages->len * sizeof *stands);
  const McaPage *before = NULL;

  for (guint i = 0; i < book->pages->len; i++)
    {
      McaPage *page = &g_array_index (book->pages, McaPage, i);
      guint index;

      if (page->duplicate_of != NULL)
        continue;
      find_owner (book, page);
      stands[i] = *page;
      if (find_continued (waiting, &stands[i], before, &index))
        {
          if (page->kind == MCA_EMPTY)
            take_place (&stands[i], g_ptr_array_index (waiting, index));
          g_ptr_array_remove_index (waiting, index);
        }
      if (page->has_next)
        g_ptr_array_add (waiting, &stands[i]);
      before = &stands[i];
    }
  for (guint i = 0; i < waiting->len; i++)
    {
      const McaPage *stand = g_ptr_array_index (waiting, i);
      const gsize at = (gsize) (stand - stands);
      McaPage *page = &g_array_index (book->pages, McaPage, at);

      page->account_id = stand->account_id;
      page->profile_id = stand->profile_id;
      page->list = stand->kind;
      g_ptr_array_index (waiting, i) = page;
    }
  return waiting;
}
