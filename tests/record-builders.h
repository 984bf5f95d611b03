/* SPDX-License-Identifier: MIT */
#ifndef RECORD_BUILDERS_H
#define RECORD_BUILDERS_H

#include "core/book/books.h"
#include "core/rule/reckon.h"

/**
 * Records of tests, written as short texts: fields NAME=VALUE with '|' between them; blanks around
 * names and values do not count. A field that is not named has the default given below; an unknown
 * name or a value that cannot be read fails the test. Texts of the record point into @text, which
 * must live as long as the record (a literal does).
 *
 * Every record takes file=INDEX (0) and line=NUMBER (2), its position. Days are YYYY-MM-DD, months
 * YYYY-MM, numbers as decimal_parse() reads them.
 */

/**
 * customer=c1, name=, partner=, agreement=a1, credit-name=ACO, currency=USD, month=2026-10, C=0,
 * B=0, status= (not named: the file has no such column), effective, expiry (not named: no date).
 */
BalanceRow build_balance_row (const char *text);

/**
 * A classified line: customer=c1, name=, partner=, invoice=G1, currency=USD, pricing-currency=USD,
 * subscription-id=, product=, sku=, availability=, order, start, end (days; none), month (start and
 * end are its first and last day; 2026-10), subtotal=0, tax=0, total, price, quantity (none),
 * rate=1, tells-product=yes (or no), and the texts type=new, reason=, subscription=Azure plan,
 * meter=, publisher=Microsoft, reservation=, term=, product-name=, sku-name=, adjustment=. So a
 * line is Azure usage unless its fields say otherwise; an ACO credit is "reason=Azure Credit
 * Offer", another credit "type=customerCredit", Partner Earned Credit "adjustment=15% Partner
 * earned credit".
 */
InvoiceLine build_invoice_line (const char *text);

/**
 * A classified row: customer=c1, name=, partner=, invoice=G1, currency=USD, pricing-currency=USD,
 * subscription-id=, product=, sku=, availability=, day=2026-10-15, total=0 (BillingPreTaxTotal),
 * pricing-total (none), price, quantity (none), rate=1, resource=, credit-type (not named: the file
 * has no such column), pec (PartnerEarnedCreditPercentage) and percent (CreditPercentage), both 0
 * to 100, none.
 */
UsageRow build_usage_row (const char *text);

/** Books with a fixed key, and row-ids with the same. */
Books *build_books (void);
RowIds *build_ids (void);

/**
 * Adds rows to @books: each "balance: FIELDS", "invoice: FIELDS" or "usage: FIELDS"; @texts ends
 * with NULL. Without file= and line= balance rows stand in file 0 (balance.csv), invoice lines in
 * 1 (invoice.csv), usage rows in 2 (usage.csv), on lines 2, 3 and so on; another file is called
 * "balance-INDEX.csv" and so on. The texts may be thrown away afterwards.
 */
void build_rows (Books *books, const char *const *texts);

/** build_rows() on literals: BUILD_ROWS (books, "balance: C=5", "invoice: subtotal=-5"). */
#define BUILD_ROWS(books, ...) build_rows ((books), (const char *const[]){ __VA_ARGS__, NULL })

/** The sorted report of @books by @plan (NULL: the default ones); fails the test on an error. */
Report *build_report (const Books *books, const ReckonPlan *plan);

/** build_report() of books with just the rows of @texts (see build_rows()). */
Report *build_report_of_rows (const ReckonPlan *plan, const char *const *texts);
#define BUILD_REPORT(plan, ...) \
  build_report_of_rows ((plan), (const char *const[]){ __VA_ARGS__, NULL })

/**
 * The rows of @table as text: one row a line, without a newline at the end, of the values of
 * @columns (names with one blank between) with one blank between. Null is "-", a flag "yes" or
 * "no", a list has commas, money at least 2 decimals. (transfer full)
 */
char *describe_rows (const Report *report, ReportTable table, const char *columns);
/** The findings of @code ("ACO101") as text; the columns are those of FINDING_COLUMNS. */
#define FINDING_COLUMNS "severity customer_id agreement_id currency month amount file line"
char *describe_findings (const Report *report, const char *code);
/** The different codes of the findings, ascending, with one blank between. */
char *describe_codes (const Report *report);

#define EXPECT_ROWS(report, table, columns, expected) \
  do \
    { \
      g_autofree char *rows_ = describe_rows ((report), (table), (columns)); \
      ck_assert_str_eq (rows_, (expected)); \
    } \
  while (0)
#define EXPECT_FINDINGS(report, code, expected) \
  do \
    { \
      g_autofree char *found_ = describe_findings ((report), (code)); \
      ck_assert_str_eq (found_, (expected)); \
    } \
  while (0)
#define EXPECT_CODES(report, expected) \
  do \
    { \
      g_autofree char *codes_ = describe_codes (report); \
      ck_assert_str_eq (codes_, (expected)); \
    } \
  while (0)

#endif
