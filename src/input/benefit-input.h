/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BENEFIT_INPUT_H
#define INPUT_BENEFIT_INPUT_H

#include "core/benefit/benefit-book.h"
#include "input/input-set.h"
#include "input/table/table-reader.h"

/**
 * BenefitInput: files about partner benefits, all files of an input set into a book, in the order
 * of reading. What has the same content as a file before it is read once.
 */
typedef struct
{
  const InputSet *inputs;
  BenefitFileKind kind; /* of all of them */
  const TableFormat *format;
  guint64 max_input; /* bytes of the run, unpacked; 0: not limited */
} BenefitInput;

/** FALSE with RECON_ERROR_INPUT: the first file that is refused. */
gboolean benefit_input_read (const BenefitInput *self, BenefitBook *book, GError **error);

#endif
