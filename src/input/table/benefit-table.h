/* SPDX-License-Identifier: MIT */
#ifndef INPUT_TABLE_BENEFIT_TABLE_H
#define INPUT_TABLE_BENEFIT_TABLE_H

#include "core/benefit/benefit-book.h"
#include "input/table/table-reader.h"

/**
 * The tables about partner benefits (credits contract, sections 3 and 4): benefits as the portal's
 * grid has them and more, what was used per month, billing profiles that may receive a deposit.
 */

const TableForm *benefit_table_form (BenefitFileKind kind);

/**
 * One content of @kind into @book; *rows: how many. FALSE with RECON_ERROR_INPUT, also of a
 * benefit that was read before.
 */
gboolean benefit_table_read (const TableContent *content, BenefitFileKind kind,
                             const TableFormat *format, BenefitBook *book, guint64 *rows,
                             GError **error);

#endif
