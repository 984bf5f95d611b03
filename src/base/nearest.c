/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/nearest.h"

#include <string.h>

#include "base/name-fold.h"

/* Longer words are not typed; and what is compared grows with the square. */
#define WORD_MAX 64
#define CHANGEABLE 3 /* shorter words are other words when a character changes */
#define CHARACTERS_PER_CHANGE 4

typedef struct
{
  gunichar at[WORD_MAX];
  guint length; /* 0: nothing to compare, or too long */
} Word;

static void
fold (const char *text, Word *word)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *folded = name_fold (valid, strlen (valid));

  word->length = 0;
  for (const char *at = folded; *at != '\0'; at += g_utf8_skip[(guchar) *at])
    {
      if (word->length == WORD_MAX)
        {
          word->length = 0;
          return;
        }
      word->at[word->length++] = g_utf8_get_char (at);
    }
}

/* The rows of the table for one character less, and for two less. */
static guint
distance (const Word *a, const Word *b)
{
  guint rows[3][WORD_MAX + 1];
  guint *before = rows[0], *last = rows[1], *now = rows[2];

  for (guint j = 0; j <= b->length; j++)
    now[j] = j;
  for (guint i = 1; i <= a->length; i++)
    {
      guint *free_row = before;
      before = last;
      last = now;
      now = free_row;
      now[0] = i;
      for (guint j = 1; j <= b->length; j++)
        {
          const gboolean same = a->at[i - 1] == b->at[j - 1];
          const guint changed = last[j - 1] + (same ? 0 : 1);
          now[j] = MIN (changed, MIN (last[j], now[j - 1]) + 1);
          if (i > 1 && j > 1 && a->at[i - 1] == b->at[j - 2] && a->at[i - 2] == b->at[j - 1])
            now[j] = MIN (now[j], before[j - 2] + 1);
        }
    }
  return now[b->length];
}

static gboolean
begins_with (const Word *word, const Word *beginning)
{
  return word->length >= beginning->length
         && memcmp (word->at, beginning->at, beginning->length * sizeof beginning->at[0]) == 0;
}

/* How many changes lead from @wrong to @right, or G_MAXUINT where they are not near. */
static guint
changes (const Word *wrong, const Word *right)
{
  const guint least = wrong->length >= CHANGEABLE ? 1 : 0;
  const guint limit = MAX (least, wrong->length / CHARACTERS_PER_CHANGE);

  if (right->length == 0)
    return G_MAXUINT;
  /* Lengths that differ by more need more changes than that, and need no table. */
  if (wrong->length <= right->length + limit && right->length <= wrong->length + limit)
    {
      const guint count = distance (wrong, right);
      if (count <= limit)
        return count;
    }
  /* Not finished: as good as one slip. */
  return wrong->length > 1 && begins_with (right, wrong) ? 1 : G_MAXUINT;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Sorted by their bytes: each once, and no more than are told. */
static void
thin_out (GPtrArray *found)
{
  g_ptr_array_sort (found, compare_texts);
  for (guint i = 1; i < found->len;)
    if (strcmp (g_ptr_array_index (found, i - 1), g_ptr_array_index (found, i)) == 0)
      g_ptr_array_remove_index (found, i);
    else
      i++;
  if (found->len > NEAREST_MAX)
    g_ptr_array_set_size (found, NEAREST_MAX);
}

GPtrArray *
nearest_find (const char *word, const char *const *candidates)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  guint fewest = G_MAXUINT;
  Word wrong, right;

  fold (word, &wrong);
  for (; wrong.length > 0 && *candidates != NULL; candidates++)
    {
      fold (*candidates, &right);
      const guint count = changes (&wrong, &right);
      if (count == G_MAXUINT || count > fewest)
        continue;
      if (count < fewest)
        g_ptr_array_set_size (found, 0);
      fewest = count;
      g_ptr_array_add (found, g_strdup (*candidates));
    }
  thin_out (found);
  return g_steal_pointer (&found);
}

char *
nearest_question (const char *word, const char *const *candidates)
{
  g_autoptr (GPtrArray) found = nearest_find (word, candidates);
  GString *question = g_string_new (found->len > 0 ? "; did you mean " : NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (question, "%s%s",
                            i == 0                ? ""
                            : i + 1 == found->len ? " or "
                                                  : ", ",
                            (const char *) g_ptr_array_index (found, i));
  if (found->len > 0)
    g_string_append_c (question, '?');
  return g_string_free (question, FALSE);
}
