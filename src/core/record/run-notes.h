/* SPDX-License-Identifier: MIT */
#ifndef CORE_RECORD_RUN_NOTES_H
#define CORE_RECORD_RUN_NOTES_H

#include <glib.h>

/** As many ids as stand beside each other in files. */
#define RUN_NOTES_NUMBERS 3

/**
 * RunNotes: what follows from some neighbouring cells of a row alone, noted for the rows of the
 * same file in which the same bytes stand there. They are made and kept by whoever reads the file,
 * and nobody need look at them; a record that has none (NULL) is worth the same.
 */
typedef struct
{
  gconstpointer ids; /* whose numbers these are (see core/book/row-ids); NULL: none are noted */
  guint32 numbers[RUN_NOTES_NUMBERS];
  guint8 answer;     /* see run_notes_answer() */
  guint8 is_told;    /* see run_notes_told() */
  guint32 folded_by; /* see run_notes_folded() */
  gpointer folded;
} RunNotes;

/** Whether a question, the same one for all notes of a kind, was answered before, and how. */
static inline gboolean
run_notes_answer (const RunNotes *self, guint *answer)
{
  if (self == NULL || self->answer == 0)
    return FALSE;
  *answer = self->answer - 1U;
  return TRUE;
}

/** Notes an answer, less than 255, and gives it. */
static inline guint
run_notes_keep_answer (RunNotes *self, guint answer)
{
  g_assert (answer < G_MAXUINT8);
  if (self != NULL)
    self->answer = (guint8) (answer + 1);
  return answer;
}

/** The same for a question of yes or no. */
static inline gboolean
run_notes_keep_flag (RunNotes *self, gboolean flag)
{
  return run_notes_keep_answer (self, flag ? 1 : 0) != 0;
}

/**
 * Whether what these cells alone say was told before, by this very note, to whoever asks; now it
 * is. Asked once a row, by the books of @ids, when its numbers are noted.
 */
static inline gboolean
run_notes_told (RunNotes *self, gconstpointer ids)
{
  if (self == NULL || self->ids != ids)
    return FALSE;
  const gboolean was_told = self->is_told != 0;
  self->is_told = 1;
  return was_told;
}

/** Where the books of @ids fold the rows with these cells and @key, a number of theirs; or NULL. */
static inline gpointer
run_notes_folded (const RunNotes *self, gconstpointer ids, guint32 key)
{
  return self != NULL && self->ids == ids && self->folded_by == key ? self->folded : NULL;
}

static inline void
run_notes_keep_folded (RunNotes *self, gconstpointer ids, guint32 key, gpointer folded)
{
  if (self == NULL || self->ids != ids)
    return;
  self->folded_by = key;
  self->folded = folded;
}

/** The numbers noted of @ids, or NULL. */
static inline const guint32 *
run_notes_numbers (const RunNotes *self, gconstpointer ids)
{
  return self != NULL && self->ids == ids ? self->numbers : NULL;
}

static inline void
run_notes_keep_numbers (RunNotes *self, gconstpointer ids, const guint32 *numbers, guint count)
{
  if (self == NULL)
    return;
  *self = (RunNotes){ .ids = ids, .answer = self->answer };
  for (guint i = 0; i < count; i++)
    self->numbers[i] = numbers[i];
}

#endif
