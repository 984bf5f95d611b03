/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/shelf-aco-lines.h"

#include "base/key-bytes.h"
#include "core/book/shelf/shelf-tallies.h"

static void
put_lines (ShelfWriter *self, const ChargeBook *book, GHashTable *places, ShelfTexts *articles)
{
  const GArray *lines = charge_book_aco_lines (book);

  shelf_bytes_put_number (self, lines->len);
  for (guint i = 0; i < lines->len; i++)
    {
      const AcoLine *line = &g_array_index (lines, AcoLine, i);

      shelf_bytes_put_position (self, line->at);
      shelf_tallies_put_place (self, places, line->tally);
      shelf_texts_put (articles, self, line->article);
      shelf_bytes_put_decimal (self, decimal_unpack (line->credit));
    }
}

static void
put_group (const PairGroup *group, gpointer data)
{
  ShelfWriter *self = data;

  shelf_bytes_put_number (self, pair_groups_plain (group));
  shelf_bytes_put_number (self, group->pec + group->shelved.pec);
}

/* Each ACO line has a credit. A key is told where it comes first, and its charges at the end. */
static void
put_credits (ShelfWriter *self, const PairBook *pairs)
{
  g_autoptr (PairGroups) groups = pair_book_groups (pairs);
  g_autoptr (GHashTable) places
      = g_hash_table_new_full (key_bytes_hash128_hash, key_bytes_hash128_equal, g_free, NULL);
  Hash128 invoice = { 0 };

  for (guint i = 0; i < pair_book_credit_count (pairs); i++)
    {
      PairWish key;

      if (!pair_book_credit (pairs, i, &key))
        {
          shelf_bytes_put_number (self, 0);
          continue;
        }
      const guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, &key.hash));
      if (place != 0)
        {
          shelf_bytes_put_number (self, place + 2);
          continue;
        }
      const gboolean is_same = key_bytes_hash128_equal (&invoice, &key.invoice);
      shelf_bytes_put_number (self, is_same ? 1 : 2);
      if (!is_same)
        shelf_bytes_put_hash (self, invoice = key.invoice);
      shelf_bytes_put_hash (self, key.hash);
      g_hash_table_insert (places, g_memdup2 (&key.hash, sizeof key.hash),
                           GUINT_TO_POINTER (g_hash_table_size (places) + 1));
    }
  pair_groups_foreach (groups, put_group, self);
}

void
shelf_aco_lines_put (ShelfWriter *self, const ChargeBook *book, GHashTable *places,
                     ShelfTexts *articles)
{
  put_lines (self, book, places, articles);
  put_credits (self, charge_book_pair_book (book));
}

/* A line as it was written. */
typedef struct
{
  AcoLine line; /* but for its article */
  Slice article;
  guint key; /* number of its key, from 1; 0: it has none */
} WrittenLine;

typedef struct
{
  PairWish wish;
  guint64 credits;
  PairCount charges;
} WrittenKey;

struct WrittenLines
{
  GArray *lines; /* of WrittenLine */
  GArray *keys;  /* of WrittenKey, as they come first */
};

WrittenLines *
shelf_aco_lines_room_new (void)
{
  WrittenLines *self = g_new0 (WrittenLines, 1);

  self->lines = g_array_new (FALSE, FALSE, sizeof (WrittenLine));
  self->keys = g_array_new (FALSE, FALSE, sizeof (WrittenKey));
  return self;
}

void
shelf_aco_lines_room_free (WrittenLines *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->lines);
  g_array_unref (self->keys);
  g_free (self);
}

static void
take_lines (ShelfReader *self, WrittenLines *written, const GPtrArray *tallies,
            ShelfTexts *articles)
{
  const guint count = shelf_bytes_take_count (self, 4);

  for (guint i = 0; i < count && shelf_bytes_is_good (self); i++)
    {
      WrittenLine line = { .line = { .at = shelf_bytes_take_position (self) } };

      line.line.tally = shelf_tallies_take_place (self, tallies);
      line.article = shelf_texts_take (articles, self);
      const Decimal credit = shelf_bytes_take_decimal (self);
      if (credit.limb_count > 2)
        shelf_bytes_fail (self, "an amount that no line has");
      else
        line.line.credit = decimal_pack (credit);
      g_array_append_val (written->lines, line);
    }
}

static WrittenKey *
key_of (const WrittenLines *written, const WrittenLine *line)
{
  return &g_array_index (written->keys, WrittenKey, line->key - 1);
}

/* Without the bit, which charges alone have. */
static Hash128
take_hash (ShelfReader *self)
{
  Hash128 hash = shelf_bytes_take_hash (self);

  hash.low &= ~PAIR_GROUPS_PEC_BIT;
  return hash;
}

static void
take_credits (ShelfReader *self, WrittenLines *written)
{
  Hash128 invoice = { 0 };

  for (guint i = 0; i < written->lines->len && shelf_bytes_is_good (self); i++)
    {
      WrittenLine *line = &g_array_index (written->lines, WrittenLine, i);
      const guint64 head = shelf_bytes_take_up_to (self, written->keys->len + 2);

      if (head == 2)
        invoice = take_hash (self);
      if (head == 1 || head == 2)
        {
          WrittenKey key = { .wish = { .invoice = invoice } };

          key.charges.hash = key.wish.hash = take_hash (self);
          g_array_append_val (written->keys, key);
        }
      line->key = head == 0 ? 0 : head > 2 ? (guint) head - 2 : written->keys->len;
      if (line->key > 0)
        key_of (written, line)->credits++;
    }
}

static void
take_groups (ShelfReader *self, WrittenLines *written)
{
  for (guint i = 0; i < written->keys->len && shelf_bytes_is_good (self); i++)
    {
      WrittenKey *key = &g_array_index (written->keys, WrittenKey, i);

      key->charges.plain = shelf_bytes_take_number (self);
      key->charges.pec = shelf_bytes_take_number (self);
    }
}

static gboolean
is_settled (const WrittenKey *key)
{
  return key->credits <= key->charges.plain;
}

static gboolean
is_wanted (const SettledWish *wish, const WrittenKey *key)
{
  const Hash128 rest = pair_credits_rest (&key->wish);

  return pair_groups_find (wish->keys, &key->wish.hash) != NULL
         || g_hash_table_contains (wish->rests, &rest);
}

static gboolean
is_kept (const WrittenLine *line, const WrittenKey *key, const SettledWish *wish)
{
  return key == NULL || !is_settled (key) || decimal_sign (decimal_unpack (line->line.credit)) < 0
         || (wish != NULL && is_wanted (wish, key));
}

static void
keep_line (const WrittenLine *line, const WrittenKey *key, ChargeBook *book)
{
  GArray *lines = charge_book_aco_lines (book);
  AcoLine kept = line->line;

  kept.article = charge_book_hold_article (book, line->article);
  pair_book_join_credit (charge_book_pair_book (book), lines->len, key != NULL ? &key->wish : NULL);
  g_array_append_val (lines, kept);
}

static void
join_lines (const WrittenLines *written, ChargeBook *book, const SettledWish *wish)
{
  PairBook *pairs = charge_book_pair_book (book);

  for (guint i = 0; i < written->lines->len; i++)
    {
      const WrittenLine *line = &g_array_index (written->lines, WrittenLine, i);
      const WrittenKey *key = line->key > 0 ? key_of (written, line) : NULL;

      if (is_kept (line, key, wish))
        keep_line (line, key, book);
      else if (wish == NULL)
        pair_book_settle_credit (pairs, key->wish.hash);
    }
}

/* Each time those that were not told before: of settled keys nobody asks but for a wish. */
static void
join_counts (const WrittenLines *written, PairBook *pairs, const SettledWish *wish)
{
  for (guint i = 0; i < written->keys->len; i++)
    {
      const WrittenKey *key = &g_array_index (written->keys, WrittenKey, i);

      if (wish == NULL ? !is_settled (key) : is_settled (key) && is_wanted (wish, key))
        pair_book_add_count (pairs, &key->charges);
    }
}

void
shelf_aco_lines_take (ShelfReader *self, ChargeBook *book, const GPtrArray *tallies,
                      ShelfTexts *articles, const SettledWish *wish)
{
  g_autoptr (WrittenLines) own = self->written == NULL ? shelf_aco_lines_room_new () : NULL;
  WrittenLines *written = own != NULL ? own : self->written;

  g_array_set_size (written->lines, 0);
  g_array_set_size (written->keys, 0);
  take_lines (self, written, tallies, articles);
  take_credits (self, written);
  take_groups (self, written);
  if (!shelf_bytes_is_good (self))
    return;
  join_lines (written, book, wish);
  join_counts (written, charge_book_pair_book (book), wish);
}
