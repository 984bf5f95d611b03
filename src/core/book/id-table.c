/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/id-table.h"

#include <string.h>

#include "core/book/guid-table.h"
#include "core/book/secret-mix.h"

#define SLOTS_FIRST 64
#define TEXT_BLOCK_BYTES (16 * 1024)
#define WORD sizeof (guint64)

/* How a text is told from others: by two words, where that much says all of it. */
typedef enum
{
  TEXT_SHORT, /* up to 16 bytes, with zeros behind */
  TEXT_GUID,
  TEXT_LONG /* by its bytes */
} TextKind;

typedef struct
{
  const char *text;
  guint32 length;
  guint32 following; /* what was asked for after this one, the last time */
  TextKind kind;
  Guid words; /* of what is no long text */
} Entry;

/* A place of the table of other texts, by the hash of one. */
typedef struct
{
  guint32 mark; /* of the hash, what does not say where */
  guint32 next; /* the number of the text, counted from 1; 0: free */
} Slot;

struct IdTable
{
  SecretMix mix;
  IdCase fold;
  GStringChunk *texts;
  Entry *entries;
  guint count;
  guint room;
  Slot *slots;
  guint mask; /* the number of slots, a power of two, less 1 */
  guint slots_used;
  GuidTable *words[TEXT_LONG]; /* by kind */
  guint last;
  guint luck; /* how well guessing went: see may_guess() */
  guint calls;
  /* How its numbers are called in the table that takes them over. */
  const IdTable *target;
  guint *taken; /* by number, counted from 1; 0: not asked for yet */
  guint taken_count;
};

IdTable *
id_table_new (const HashKey *key, IdCase fold)
{
  IdTable *self = g_new0 (IdTable, 1);

  self->mix = secret_mix_new (key);
  self->fold = fold;
  for (guint kind = 0; kind < TEXT_LONG; kind++)
    self->words[kind] = guid_table_new (key);
  self->texts = g_string_chunk_new (TEXT_BLOCK_BYTES);
  self->slots = g_new0 (Slot, SLOTS_FIRST);
  self->mask = SLOTS_FIRST - 1;
  return self;
}

void
id_table_free (IdTable *self)
{
  if (self == NULL)
    return;
  g_string_chunk_free (self->texts);
  g_free (self->entries);
  g_free (self->slots);
  for (guint kind = 0; kind < TEXT_LONG; kind++)
    guid_table_free (self->words[kind]);
  g_free (self->taken);
  g_free (self);
}

static inline guint64
load (const char *bytes, gboolean exact)
{
  guint64 word;

  memcpy (&word, bytes, sizeof word);
  return exact ? word : slice_lower_word (word);
}

static inline TextKind
tell_kind (const IdTable *self, Slice text, Guid *words)
{
  if (text.length <= GUID_TABLE_SHORT_MAX)
    {
      *words = guid_table_read_short (text, self->fold == ID_EXACT);
      return TEXT_SHORT;
    }
  return self->fold == ID_LOWER && guid_table_read (text, words) ? TEXT_GUID : TEXT_LONG;
}

/* Of a long text. */
static inline guint64
hash_of (const IdTable *self, Slice text)
{
  const gboolean exact = self->fold == ID_EXACT;
  guint64 hash = text.length;

  for (gsize at = 0; at + WORD < text.length; at += WORD)
    hash = secret_mix_add (&self->mix, hash, load (text.text + at, exact));
  return secret_mix_add (&self->mix, hash, load (text.text + text.length - WORD, exact));
}

static inline gboolean
is_text (const IdTable *self, guint id, Slice text)
{
  const Entry *entry = &self->entries[id];
  const gboolean exact = self->fold == ID_EXACT;

  if (entry->length != text.length || entry->kind != TEXT_LONG)
    return FALSE;
  for (gsize at = 0; at + WORD < text.length; at += WORD)
    if (load (text.text + at, exact) != load (entry->text + at, exact))
      return FALSE;
  return load (text.text + text.length - WORD, exact)
         == load (entry->text + text.length - WORD, exact);
}

static inline gboolean
has_words (const IdTable *self, guint id, TextKind kind, Guid words)
{
  const Entry *entry = &self->entries[id];

  return guid_table_equal (entry->words, words) && entry->kind == kind;
}

/* The slot that has @text, or the free one where it belongs. */
static Slot *
slot_of (const IdTable *self, guint64 hash, Slice text)
{
  const guint32 mark = (guint32) (hash >> 32);

  for (guint at = (guint) hash & self->mask;; at = (at + 1) & self->mask)
    {
      Slot *slot = &self->slots[at];
      if (slot->next == 0 || (slot->mark == mark && is_text (self, slot->next - 1, text)))
        return slot;
    }
}

static Slice
text_of_entry (const Entry *entry)
{
  return (Slice){ .text = entry->text, .length = entry->length };
}

static void
grow_slots (IdTable *self)
{
  const guint slots = 2 * (self->mask + 1);

  g_free (self->slots);
  self->slots = g_new0 (Slot, slots);
  self->mask = slots - 1;
  for (guint id = 0; id < self->count; id++)
    {
      if (self->entries[id].kind != TEXT_LONG)
        continue;
      const guint64 hash = hash_of (self, text_of_entry (&self->entries[id]));
      guint at = (guint) hash & self->mask;

      while (self->slots[at].next != 0)
        at = (at + 1) & self->mask;
      self->slots[at] = (Slot){ .mark = (guint32) (hash >> 32), .next = id + 1 };
    }
}

static const char *
keep_text (IdTable *self, Slice text)
{
  char *kept = g_string_chunk_insert_len (self->texts, text.text, (gssize) text.length);

  for (gsize i = 0; i < text.length; i++)
    if (self->fold == ID_LOWER)
      kept[i] = slice_lower_char (kept[i]);
    else if (self->fold == ID_UPPER)
      kept[i] = slice_upper_char (kept[i]);
  return kept;
}

static guint
add_entry (IdTable *self, Slice text, TextKind kind, Guid words)
{
  const guint id = self->count++;

  g_assert (text.length <= G_MAXINT32 && self->count < G_MAXUINT32 / 4);
  if (id == self->room)
    {
      self->room = self->room != 0 ? self->room + self->room / 2 : 16;
      self->entries = g_renew (Entry, self->entries, self->room);
    }
  self->entries[id] = (Entry){
    .text = keep_text (self, text), .length = (guint32) text.length, .kind = kind, .words = words
  };
  return id;
}

static guint
find_or_add_text (IdTable *self, Slice text)
{
  const guint64 hash = hash_of (self, text);
  Slot *slot = slot_of (self, hash, text);

  if (slot->next != 0)
    return slot->next - 1;
  const guint id = add_entry (self, text, TEXT_LONG, (Guid){ 0 });
  *slot = (Slot){ .mark = (guint32) (hash >> 32), .next = id + 1 };
  if (++self->slots_used > (self->mask + 1) / 2)
    grow_slots (self);
  return id;
}

static guint
find_or_add_words (IdTable *self, Slice text, TextKind kind, Guid words)
{
  const guint id = guid_table_add (self->words[kind], words, self->count);

  return id == self->count ? add_entry (self, text, kind, words) : id;
}

/* Guessing goes on for a while after it went well, and is tried again now and then. */
#define LUCK 16

static gboolean
may_guess (IdTable *self)
{
  return self->luck > 0 || ++self->calls % LUCK == 0;
}

static guint
number_of_words (IdTable *self, Slice text, TextKind kind, Guid words)
{
  if (self->count == 0)
    return find_or_add_words (self, text, kind, words);
  if (has_words (self, self->last, kind, words))
    return self->last;
  if (!may_guess (self))
    return find_or_add_words (self, text, kind, words);
  const guint guess = self->entries[self->last].following;
  if (has_words (self, guess, kind, words))
    {
      self->luck = LUCK;
      return guess;
    }
  const guint id = find_or_add_words (self, text, kind, words);
  self->luck -= self->luck > 0;
  self->entries[self->last].following = id;
  return id;
}

static guint
number_of_text (IdTable *self, Slice text)
{
  if (self->count == 0)
    return find_or_add_text (self, text);
  if (is_text (self, self->last, text))
    return self->last;
  if (!may_guess (self))
    return find_or_add_text (self, text);
  const guint guess = self->entries[self->last].following;
  if (is_text (self, guess, text))
    {
      self->luck = LUCK;
      return guess;
    }
  const guint id = find_or_add_text (self, text);
  self->luck -= self->luck > 0;
  self->entries[self->last].following = id;
  return id;
}

guint
id_table_add (IdTable *self, Slice text)
{
  Guid words;
  const TextKind kind = tell_kind (self, text, &words);

  self->last
      = kind != TEXT_LONG ? number_of_words (self, text, kind, words) : number_of_text (self, text);
  return self->last;
}

gboolean
id_table_find (const IdTable *self, Slice text, guint *id)
{
  Guid words;
  const TextKind kind = tell_kind (self, text, &words);

  if (kind != TEXT_LONG)
    return guid_table_find (self->words[kind], words, id);
  const Slot *slot = slot_of (self, hash_of (self, text), text);
  if (slot->next == 0)
    return FALSE;
  *id = slot->next - 1;
  return TRUE;
}

guint
id_table_count (const IdTable *self)
{
  return self->count;
}

const char *
id_table_text (const IdTable *self, guint id)
{
  g_assert (id < self->count);
  return self->entries[id].text;
}

/* Another target knows other numbers. */
static void
make_room_for_taken (IdTable *self, const IdTable *target)
{
  if (self->target != target)
    self->taken_count = 0;
  self->target = target;
  if (self->taken_count == self->count)
    return;
  self->taken = g_renew (guint, self->taken, self->count);
  memset (self->taken + self->taken_count, 0,
          (self->count - self->taken_count) * sizeof self->taken[0]);
  self->taken_count = self->count;
}

guint
id_table_take (IdTable *self, IdTable *later, guint id)
{
  g_assert (id < later->count);
  make_room_for_taken (later, self);
  if (later->taken[id] == 0)
    later->taken[id] = id_table_add (self, text_of_entry (&later->entries[id])) + 1;
  return later->taken[id] - 1;
}

/* A text by its first bytes: of ids these nearly always tell. */
typedef struct
{
  guint64 front; /* as a number that compares like the bytes */
  guint id;
} RankKey;

static guint64
front_of (const char *text)
{
  guint64 front = 0;

  for (guint i = 0; i < sizeof front; i++)
    {
      front = front << 8 | (guchar) *text;
      text += *text != '\0';
    }
  return front;
}

static int
compare_rank_keys (gconstpointer a, gconstpointer b, gpointer entries)
{
  const RankKey *x = a, *y = b;

  if (x->front != y->front)
    return x->front < y->front ? -1 : 1;
  return strcmp (((const Entry *) entries)[x->id].text, ((const Entry *) entries)[y->id].text);
}

guint *
id_table_ranks (const IdTable *self)
{
  g_autoptr (GArray) keys = g_array_sized_new (FALSE, FALSE, sizeof (RankKey), self->count);
  guint *ranks = g_new (guint, MAX (self->count, 1));

  for (guint id = 0; id < self->count; id++)
    {
      const RankKey key = { .front = front_of (self->entries[id].text), .id = id };
      g_array_append_val (keys, key);
    }
  g_array_sort_with_data (keys, compare_rank_keys, self->entries);
  for (guint place = 0; place < keys->len; place++)
    ranks[g_array_index (keys, RankKey, place).id] = place;
  return ranks;
}
