/* SPDX-License-Identifier: MIT */
#ifndef CORE_RULE_RECKONING_H
#define CORE_RULE_RECKONING_H

#include "core/month/month-ledger.h"
#include "core/month/reckon-plan.h"
#include "core/month/renewals.h"
#include "core/month/usage-days.h"
#include "core/report/report.h"
#include "core/report/said-messages.h"

/**
 * Reckoning: what every rule gets to look at, and the report it adds rows and findings to. All
 * members are borrowed; only the report is changed.
 */
typedef struct
{
  const Books *books;
  const ReckonPlan *plan;
  const InvoiceMonths *invoice_months;
  const MonthActivity *activity;
  Day as_of; /* DAY_NONE: nothing that has a month was read */
  /* Of the one customer whose turn it is; NULL where a rule is about all of them. */
  const char *customer;
  const char *name;   /* NULL: never given */
  const GArray *rows; /* of RollForward */
  const Renewals *renewals;
  const GPtrArray *usage; /* of const UsageTally * */
  const MonthLedger *ledger;
  const UsageDays *days;
  Report *report;
  /* NULL: English alone. While messages are collected, @language is that of the reader. */
  SaidMessages *said;
  const Language *language; /* of the words and numbers of a message */
} Reckoning;

/** What a finding is about; what does not apply stays NULL, MONTH_NONE or unset. */
typedef struct
{
  FindingCode code;
  const char *customer;
  const char *agreement;
  const char *credit_name; /* of findings about one credit */
  const char *currency;
  Month month;
  const char *subject; /* what of the customer's it is about, see FindingRow; borrowed */
  Position at;         /* unset: no line stands for it */
  gboolean on_file;    /* of the file at.file as a whole */
  Decimal amount;
  gboolean has_severity; /* FALSE: the severity of the code's table */
  Severity severity;
  gboolean always; /* reported whatever months are */
} FindingFacts;

/** Of the customer, currency and month of @cell. */
FindingFacts reckoning_facts_of_cell (const MonthCell *cell, FindingCode code, Decimal amount,
                                      Position at);

/**
 * Adds a finding if its month is reported. The message is made as by g_strdup_printf(), of @format
 * in the language of the reckoning; what it is made of is in that language, too.
 */
void reckoning_find (const Reckoning *self, const FindingFacts *facts, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/** The customer's name or NULL, and the name of the file at a position; (transfer none) */
const char *reckoning_name (const Reckoning *self, const char *customer);
const char *reckoning_file (const Reckoning *self, Position at);

/**
 * For the end of a message about @customer: "; rows of 2 partners were read for this customer: ..."
 * where that is so (see partner-book), else empty. (transfer full)
 */
char *reckoning_partner_note (const Reckoning *self, const char *customer);

gboolean reckoning_reports (const Reckoning *self, Month month);

#endif
