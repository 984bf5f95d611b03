/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/credit-book.h"

#include <string.h>

#define YEAR_MONTHS 12

/* What a key of the table is made of. */
typedef enum
{
  KEY_CUSTOMER,
  KEY_AGREEMENT,
  KEY_CREDIT_NAME,
  KEY_CURRENCY,
  KEY_WIDTH
} KeyPart;

static const RowIdKind key_kinds[KEY_WIDTH]
    = { ROW_ID_CUSTOMER, ROW_ID_AGREEMENT, ROW_ID_CREDIT_NAME, ROW_ID_CURRENCY };

struct CreditBook
{
  RowIds *ids;
  KeyTable *keys;
  GArray *credits; /* of Credit, by the number of its key */
  guint last;      /* the number of the row that was added last */
};

static void
credit_clear (gpointer data)
{
  Credit *credit = data;

  for (guint i = 0; i < credit->month_count; i++)
    if (credit->months[i].rows != NULL)
      g_array_unref (credit->months[i].rows);
  g_free (credit->months);
  g_free (credit->order);
}

CreditBook *
credit_book_new (RowIds *ids)
{
  CreditBook *self = g_new0 (CreditBook, 1);

  self->ids = ids;
  self->keys = key_table_new (&ids->key, KEY_WIDTH);
  self->credits = g_array_new (FALSE, TRUE, sizeof (Credit));
  g_array_set_clear_func (self->credits, credit_clear);
  return self;
}

void
credit_book_free (CreditBook *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->credits);
  key_table_free (self->keys);
  row_ids_unref (self->ids);
  g_free (self);
}

static guint
number_of_key (CreditBook *self, const guint32 *key)
{
  const guint number = key_table_add (self->keys, key);
  const char *texts[KEY_WIDTH];

  if (number < self->credits->len)
    return number;
  for (guint part = 0; part < KEY_WIDTH; part++)
    texts[part] = row_ids_text (self->ids, key_kinds[part], key[part]);
  const Credit credit = { .key = { texts[KEY_CUSTOMER], texts[KEY_AGREEMENT],
                                   texts[KEY_CREDIT_NAME], texts[KEY_CURRENCY] } };
  g_array_append_val (self->credits, credit);
  return number;
}

/* Where one month comes after the other, or one credit, nothing is looked up. */
static Credit *
credit_of_texts (CreditBook *self, const Slice *texts)
{
  guint32 key[KEY_WIDTH];

  if (!row_ids_find_near (self->ids, self->keys, key_kinds, texts, &self->last))
    {
      for (guint part = 0; part < KEY_WIDTH; part++)
        key[part] = row_ids_add (self->ids, key_kinds[part], texts[part]);
      self->last = number_of_key (self, key);
    }
  return &g_array_index (self->credits, Credit, self->last);
}

static Credit *
credit_of_row (CreditBook *self, const BalanceRow *row)
{
  const Slice texts[KEY_WIDTH] = { row->customer, row->agreement, row->credit_name, row->currency };
  return credit_of_texts (self, texts);
}

/* Where @month stands or would stand; mostly behind the others. */
static guint
month_index (const Credit *credit, Month month)
{
  guint low = 0, high = credit->month_count;

  if (high == 0 || credit_book_month (credit, high - 1)->month < month)
    return high;
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      if (credit_book_month (credit, middle)->month < month)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static CreditMonth *
credit_month_at (const Credit *credit, guint index, Month month)
{
  CreditMonth *found = index < credit->month_count ? credit_book_month (credit, index) : NULL;
  return found != NULL && found->month == month ? found : NULL;
}

/* Agreements run for years: 1, 3, 6 and 12 months, and half as many again in whole years. */
static guint
next_room (guint room)
{
  if (room < YEAR_MONTHS)
    return room == 0 ? 1 : room == 1 ? 3 : room == 3 ? 6 : YEAR_MONTHS;
  return (room + room / 2 + YEAR_MONTHS - 1) / YEAR_MONTHS * YEAR_MONTHS;
}

static void
make_room (Credit *credit)
{
  if (credit->month_count < credit->month_room)
    return;
  credit->month_room = next_room (credit->month_room);
  credit->months = g_renew (CreditMonth, credit->months, credit->month_room);
  if (credit->order != NULL)
    credit->order = g_renew (guint, credit->order, credit->month_room);
}

static void
begin_order (Credit *credit)
{
  credit->order = g_new (guint, credit->month_room);
  for (guint i = 0; i < credit->month_count; i++)
    credit->order[i] = i;
}

/* Months themselves are not moved: whoever writes a file can make their order the worst. */
static void
insert_month (Credit *credit, guint index, const CreditMonth *month)
{
  const guint count = credit->month_count;

  make_room (credit);
  credit->months[count] = *month;
  if (index < count && credit->order == NULL)
    begin_order (credit);
  if (credit->order != NULL)
    {
      memmove (credit->order + index + 1, credit->order + index,
               (count - index) * sizeof credit->order[0]);
      credit->order[index] = count;
    }
  credit->month_count++;
}

static gboolean
figures_equal (const CreditFigures *a, const CreditFigures *b)
{
  return decimal_equal (credit_book_credit_amount (a), credit_book_credit_amount (b))
         && decimal_equal (credit_book_balance_amount (a), credit_book_balance_amount (b))
         && strcmp (a->status_text, b->status_text) == 0 && a->effective == b->effective
         && a->expiry == b->expiry;
}

static const char *
kept_status (RowIds *ids, Slice text)
{
  return row_ids_text (ids, ROW_ID_STATUS, row_ids_add_again (ids, ROW_ID_STATUS, text));
}

static CreditFigures
figures_of_row (CreditBook *self, const BalanceRow *row)
{
  CreditFigures figures = {
    .at = row->at,
    .status_text = kept_status (self->ids, row->status_text),
    .status = (guint8) row->status,
    .effective = row->effective,
    .expiry = row->expiry,
  };

  credit_book_put_amount (&figures, CREDIT_USED, row->credit_amount, self->ids);
  credit_book_put_amount (&figures, CREDIT_LEFT, row->balance_amount, self->ids);
  return figures;
}

/*
 * Cumulative figures only grow, and the name of a file does not tell its age: of conflicting rows
 * the one with the larger C counts, of equal C the later (spec section 3, "Repeated balance rows").
 */
static gboolean
further_row_counts (const CreditFigures *counted, const CreditFigures *further)
{
  return !figures_equal (counted, further)
         && decimal_compare (credit_book_credit_amount (further),
                             credit_book_credit_amount (counted))
                >= 0;
}

static void
add_further_row (CreditMonth *month, const CreditFigures *figures)
{
  if (month->rows == NULL)
    {
      month->rows = g_array_new (FALSE, FALSE, sizeof (CreditFigures));
      g_array_append_val (month->rows, month->counted);
    }
  g_array_append_vals (month->rows, figures, 1);
  if (further_row_counts (&month->counted, figures))
    month->counted = *figures;
}

guint32
credit_book_add (CreditBook *self, const BalanceRow *row)
{
  Credit *credit = credit_of_row (self, row);
  const guint index = month_index (credit, row->month);
  CreditMonth *month = credit_month_at (credit, index, row->month);
  const CreditMonth fresh = { .month = row->month, .counted = figures_of_row (self, row) };

  if (month != NULL)
    add_further_row (month, &fresh.counted);
  else
    insert_month (credit, index, &fresh);
  return key_table_key (self->keys, self->last)[KEY_CUSTOMER];
}

CreditAddition
credit_book_add_missing (CreditBook *self, const BalanceRow *row)
{
  Credit *credit = credit_of_row (self, row);
  const guint index = month_index (credit, row->month);
  const CreditMonth *there = credit_month_at (credit, index, row->month);
  const CreditMonth fresh = { .month = row->month, .counted = figures_of_row (self, row) };
  const CreditAddition addition
      = { .key = credit->key,
          .figures = fresh.counted,
          .added = there == NULL,
          .differs = there != NULL && !figures_equal (&there->counted, &fresh.counted) };

  if (there == NULL)
    insert_month (credit, index, &fresh);
  return addition;
}

/* What another book's row-ids keep does not outlive it. */
static void
adopt_figures (CreditBook *self, CreditFigures *figures)
{
  figures->status_text = kept_status (self->ids, slice_of (figures->status_text));
  for (guint i = 0; i < CREDIT_AMOUNT_COUNT; i++)
    if ((figures->forms[i] & CREDIT_AMOUNT_WIDE) != 0)
      credit_book_put_amount (figures, i, credit_book_amount (figures, i), self->ids);
}

static void
adopt_month (CreditBook *self, CreditMonth *month)
{
  adopt_figures (self, &month->counted);
  for (guint i = 0; month->rows != NULL && i < month->rows->len; i++)
    adopt_figures (self, &g_array_index (month->rows, CreditFigures, i));
}

/* Every row of the later reading is judged again, for now there are rows before it. */
static void
merge_month (CreditMonth *month, const CreditMonth *later)
{
  if (later->rows == NULL)
    add_further_row (month, &later->counted);
  else
    for (guint i = 0; i < later->rows->len; i++)
      add_further_row (month, &g_array_index (later->rows, CreditFigures, i));
}

/* @later is left without months. */
static void
merge_credit (CreditBook *self, Credit *credit, Credit *later)
{
  for (guint i = 0; i < later->month_count; i++)
    {
      CreditMonth *later_month = credit_book_month (later, i);
      const guint index = month_index (credit, later_month->month);
      CreditMonth *month = credit_month_at (credit, index, later_month->month);

      adopt_month (self, later_month);
      if (month == NULL)
        {
          insert_month (credit, index, later_month);
          continue;
        }
      merge_month (month, later_month);
      g_clear_pointer (&later_month->rows, g_array_unref);
    }
  g_clear_pointer (&later->months, g_free);
  g_clear_pointer (&later->order, g_free);
  later->month_count = later->month_room = 0;
}

void
credit_book_merge (CreditBook *self, CreditBook *later)
{
  for (guint i = 0; i < later->credits->len; i++)
    {
      Credit *credit = &g_array_index (later->credits, Credit, i);
      const CreditKey *key = &credit->key;
      const Slice texts[KEY_WIDTH] = { slice_of (key->customer), slice_of (key->agreement),
                                       slice_of (key->credit_name), slice_of (key->currency) };

      merge_credit (self, credit_of_texts (self, texts), credit);
    }
  g_array_set_size (later->credits, 0);
  key_table_remove_all (later->keys);
}

GPtrArray *
credit_book_list (const CreditBook *self)
{
  g_autofree guint *sorted = row_ids_sorted (self->ids, self->keys, key_kinds, KEY_WIDTH);
  GPtrArray *list = g_ptr_array_sized_new (self->credits->len);

  for (guint i = 0; i < self->credits->len; i++)
    g_ptr_array_add (list, &g_array_index (self->credits, Credit, sorted[i]));
  return list;
}

static void
list_repeats (const Credit *credit, const CreditMonth *month, GArray *repeats)
{
  const CreditFigures *counted = &g_array_index (month->rows, CreditFigures, 0);

  for (guint i = 1; i < month->rows->len; i++)
    {
      const CreditFigures *further = &g_array_index (month->rows, CreditFigures, i);
      CreditRepeat repeat = { .credit = credit,
                              .month = month->month,
                              .at = further->at,
                              .other = counted->at,
                              .conflicting = !figures_equal (counted, further),
                              .counts = further_row_counts (counted, further) };

      if (repeat.conflicting)
        repeat.difference = decimal_subtract (credit_book_credit_amount (further),
                                              credit_book_credit_amount (counted));
      g_array_append_val (repeats, repeat);
      if (repeat.counts)
        counted = further;
    }
}

static int
compare_repeats (gconstpointer a, gconstpointer b)
{
  return position_compare (((const CreditRepeat *) a)->at, ((const CreditRepeat *) b)->at);
}

GArray *
credit_book_repeats (const CreditBook *self)
{
  GArray *repeats = g_array_new (FALSE, FALSE, sizeof (CreditRepeat));

  for (guint i = 0; i < self->credits->len; i++)
    {
      const Credit *credit = &g_array_index (self->credits, Credit, i);

      for (guint j = 0; j < credit->month_count; j++)
        if (credit->months[j].rows != NULL)
          list_repeats (credit, &credit->months[j], repeats);
    }
  g_array_sort (repeats, compare_repeats);
  return repeats;
}

Month
credit_book_next_month (const Credit *credit, Month month)
{
  const guint index = month_index (credit, month + 1);

  return index < credit->month_count ? credit_book_month (credit, index)->month : MONTH_NONE;
}
