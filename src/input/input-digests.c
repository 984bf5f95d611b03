/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/input-digests.h"

#include "input/bytes/source.h"
#include "input/input-walk.h"

#define BLOCK_BYTES (64 * 1024)

static gboolean
take_content (gpointer digests, guint32 index G_GNUC_UNUSED, Container *container, GError **error)
{
  g_autoptr (Source) source = source_new (container, TRUE, error);
  g_autofree char *block = g_malloc (BLOCK_BYTES);
  gssize size = source != NULL ? 1 : -1;

  while (size > 0)
    size = source_read (source, block, BLOCK_BYTES, error);
  if (size < 0)
    return FALSE;
  g_hash_table_add (digests, source_take_digest (source));
  return TRUE;
}

GHashTable *
input_digests_read (const InputSet *inputs, guint64 max_input, GError **error)
{
  const guint32 count = input_set_files (inputs)->len;
  g_autoptr (GHashTable) digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ReadBudget budget = container_budget (max_input);
  const InputWalk walk
      = { .inputs = inputs, .budget = &budget, .take = take_content, .data = digests };
  guint64 done = 0;

  for (guint32 first = 0; first < count; first = input_walk_end_of_file (inputs, first))
    if (!input_walk_file (&walk, first, input_walk_end_of_file (inputs, first), &done, error))
      return NULL;
  return g_steal_pointer (&digests);
}
