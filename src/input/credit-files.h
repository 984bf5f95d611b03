/* SPDX-License-Identifier: MIT */
#ifndef INPUT_CREDIT_FILES_H
#define INPUT_CREDIT_FILES_H

#include "input/input-set.h"
#include "input/table/table-reader.h"

/**
 * CreditFiles: which of the files of a set are about credits of which kind, told by their
 * beginning: saved responses of a service, tables of benefits or of their use, and all others,
 * which are billing files or refused as such. All of an archive is of one kind, or it is refused.
 */
typedef struct
{
  GPtrArray *billing; /* char *: paths, in reading order, a last NULL behind them */
  GPtrArray *responses;
  GPtrArray *benefits;
  GPtrArray *uses;
} CreditFiles;

/** FALSE with RECON_ERROR_INPUT; to be cleared all the same. */
gboolean credit_files_sort (CreditFiles *self, const InputSet *inputs, const TableFormat *format,
                            GError **error);
void credit_files_clear (CreditFiles *self);

/** The paths as a NULL-terminated list. (transfer none) */
const char *const *credit_files_paths (const GPtrArray *paths);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CreditFiles, credit_files_clear)

#endif
