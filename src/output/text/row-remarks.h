/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_ROW_REMARKS_H
#define OUTPUT_TEXT_ROW_REMARKS_H

#include "core/report/money-places.h"
#include "core/report/report.h"

/**
 * RowRemarks: what a row of the report must not leave unsaid, in the words that text, page and
 * workbook have in common. Plain printable text in one line, not escaped.
 */

/** To be said by language_say(). Of a row that agrees, but not to the cent: "within tolerance",
 * "within rounding"; else NULL. */
const char *row_remarks_of_tie_out (const TieOutRow *row);

/** What the column `allowance` is: two sentences; static, to be said by language_say(). */
const char *row_remarks_on_allowance (void);

/**
 * "not reported since 2026-09; last balance 500.00 USD", or "at most 500.00 USD forfeited; the last
 * balance row read is of 2026-09"; NULL where nothing is uncertain. In the language of
 * @places. (transfer full)
 */
char *row_remarks_of_agreement (const AgreementRow *row, const MoneyPlaces *places);

#endif
