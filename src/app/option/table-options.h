/* SPDX-License-Identifier: MIT */
#ifndef APP_OPTION_TABLE_OPTIONS_H
#define APP_OPTION_TABLE_OPTIONS_H

#include "engine/option/options.h"
#include "input/table/table-reader.h"

/** How tables of other forms than billing files are read: --map, --day-first and their like. */
typedef struct
{
  TableFormat format;
  guint64 max_input;
} TableOptions;

/** @forms: those that --map may speak of; NULL-terminated. FALSE with RECON_ERROR_USAGE. */
gboolean table_options_init (TableOptions *self, const Options *options,
                             const TableForm *const *forms, GError **error);
/** After reading: every --map was of use. FALSE with RECON_ERROR_USAGE. */
gboolean table_options_check (const TableOptions *self, GError **error);
void table_options_clear (TableOptions *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TableOptions, table_options_clear)

#endif
