/* SPDX-License-Identifier: MIT */
#ifndef CORE_RULE_INPUT_ROWS_H
#define CORE_RULE_INPUT_ROWS_H

#include "core/rule/reckoning.h"

/** The table `inputs`, and the findings on whole files: ACO208, 901 to 904, 906. */
void input_rows_report (const Reckoning *reckoning);

/** The table `invoices`, and ACO209. @invoices: of const InvoiceTally *. */
void input_rows_report_invoices (const Reckoning *reckoning, const GPtrArray *invoices);

#endif
