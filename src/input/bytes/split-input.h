/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BYTES_SPLIT_INPUT_H
#define INPUT_BYTES_SPLIT_INPUT_H

#include <glib.h>

/**
 * SplitInput: a split of a large file of lines on standard input, as engines for many machines cut
 * one: at any byte. The line that a split begins within belongs to the split before, which is read
 * to the end of the line that its own end lies in, or that begins just there; so every line belongs
 * to one split, wherever the cuts are.
 */
typedef struct
{
  guint64 start; /* of the split in the file, in bytes */
  guint64 length;
  guint64 size; /* of the file */
  gboolean
      whole_lines; /* the engine has cut at lines already: all of standard input is of the split */
  const char *header; /* path of a file that begins with the header; for splits but the first */
} SplitInput;

/** What became standard input. */
typedef struct
{
  guint64 lines;        /* line ends, without those of the header */
  guint64 header_bytes; /* that were put before; 0 in the first split */
} SplitKept;

/** No bytes come behind. */
gboolean split_input_is_last (const SplitInput *self);

/**
 * Makes the header and the lines of the split the standard input of the process, as
 * standard_input_keep() does. FALSE with RECON_ERROR_INPUT: bytes are missing, there is no header,
 * too much, or it cannot be read or kept.
 */
gboolean split_input_keep (const SplitInput *self, guint64 max_bytes, SplitKept *kept,
                           GError **error);

#endif
