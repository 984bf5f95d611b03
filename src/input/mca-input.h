/* SPDX-License-Identifier: MIT */
#ifndef INPUT_MCA_INPUT_H
#define INPUT_MCA_INPUT_H

#include "core/mca/mca-book.h"
#include "input/input-reader.h"
#include "input/input-set.h"

/** McaInput: saved REST responses, all files of an input set into a book, in the order of reading.
 */
typedef struct
{
  const InputSet *inputs;
  guint64 max_input;         /* bytes of the run, unpacked; 0: not limited */
  gboolean lots_alone;       /* other kinds than lots are refused */
  ReadProgressFunc progress; /* NULL: nobody is told */
  gpointer progress_data;
} McaInput;

/** FALSE with RECON_ERROR_INPUT: the first file that is refused. */
gboolean mca_input_read (const McaInput *self, McaBook *book, GError **error);

#endif
