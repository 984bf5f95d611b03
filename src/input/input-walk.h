/* SPDX-License-Identifier: MIT */
#ifndef INPUT_INPUT_WALK_H
#define INPUT_INPUT_WALK_H

#include "input/bytes/container.h"
#include "input/input-set.h"

/**
 * InputWalk: the contents of one file on disk, be it an input itself or an archive of several, each
 * as the input that it is. Every reading of an input set goes this way, so that a file which is not
 * what it was when it was listed is refused in the same words.
 */
typedef struct
{
  const InputSet *inputs;
  ReadBudget *budget; /* what is read spends it; NULL: not counted */
  /**
   * Whether to read the input at @index: the same answer each time during a walk. Not asked of
   * skipped ones. NULL: all are read.
   */
  gboolean (*wants) (gpointer data, guint32 index);
  /** @container stands at its content. FALSE with @error ends the walk. */
  gboolean (*take) (gpointer data, guint32 index, Container *container, GError **error);
  gpointer data;
} InputWalk;

/** Where the inputs end that lie in the same file on disk as the one at @first. */
guint32 input_walk_end_of_file (const InputSet *inputs, guint32 first);

/**
 * The inputs from @first up to @end are all that lie in one file on disk. Those that are wanted are
 * taken in the order in which they are stored, which is not that of their indices. When there are
 * none the file is not opened. @byte_count grows by the size of the file on disk.
 * FALSE with RECON_ERROR_INPUT, also when one that is wanted is not there any more.
 */
gboolean input_walk_file (const InputWalk *self, guint32 first, guint32 end, guint64 *byte_count,
                          GError **error);

#endif
