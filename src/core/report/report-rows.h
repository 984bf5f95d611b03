/* SPDX-License-Identifier: MIT */
#ifndef CORE_REPORT_REPORT_ROWS_H
#define CORE_REPORT_REPORT_ROWS_H

#include <glib.h>

#include "base/amount.h"
#include "base/calendar.h"
#include "base/decimal.h"
#include "core/record/file-kind.h"
#include "core/record/fit.h"
#include "core/report/finding.h"
#include "core/report/report-word.h"

/**
 * The tables of the report: what a row of each says, and how their columns are described to who
 * treats all tables alike. Plain values; who holds and sorts them is the report.
 */

typedef enum
{
  REPORT_INPUTS,
  REPORT_INVOICES,
  REPORT_AGREEMENTS,
  REPORT_ROLLFORWARD,
  REPORT_TIE_OUT,
  REPORT_WATERFALL,
  REPORT_CREDIT_DAYS,
  REPORT_USAGE_TIE_OUT,
  REPORT_FINDINGS,
  REPORT_TOTALS,
  REPORT_CASES,
  REPORT_TABLE_COUNT
} ReportTable;

/** A list within a row: elements that lie side by side somewhere else; borrowed. */
typedef struct
{
  gconstpointer elements; /* may be NULL when there are none */
  gsize count;
} ReportSpan;

/*
 * The rows (spec section 5; formulas: section 3). Texts belong to the report; NULL or "" is null.
 * The members stand in the order of the schema. Amounts are in the row's currency and exact; what
 * is reckoned by division or from daily rows is rounded to cents, half away from zero. An Amount
 * can be unknown, a Decimal cannot. C is CreditAmount, B BalanceAmount of the balance row.
 */

/** A file (spec section 5, "Table inputs"). */
typedef struct
{
  const char *file;
  FileKind kind;
  guint64 rows;       /* good ones */
  guint64 rejected;   /* set aside; what they are worth is not known */
  const char *sha256; /* of the content, unpacked; NULL where nobody asked for it */
  GArray *months;     /* of Month, ascending; owned by the report */
} InputRow;

/**
 * An invoice in one currency, billed lines only (spec section 5, "Table invoices"). Cannot tell
 * whether all its lines were read, nor what the invoice document itself says.
 */
typedef struct
{
  const char *invoice;
  Month month;
  const char *month_source; /* "lines", "option" */
  const char *currency;
  guint64 lines;    /* billed */
  Decimal subtotal; /* sum of Subtotal, before tax: charges > 0, credits < 0 */
  Decimal tax;   /* sum of TaxTotal, signs alike; 0 also where the file leaves tax to the invoice */
  Decimal total; /* sum of Total, signs alike; of Subtotal + TaxTotal where it is not given */
  guint64 fits[FIT_COUNT]; /* of the lines, by the rule that they fit; all add up to lines */
} InvoiceRow;

/**
 * A credit by its latest row not after the as-of month (spec section 5, "Table agreements"). Cannot
 * tell what the agreement says, nor what happened after that row: of an agreement that ended later,
 * balance is the most that can have been lost.
 */
typedef struct
{
  const char *customer_id;
  const char *customer_name;
  const char *agreement_id;
  const char *credit_name;
  const char *currency;
  Day effective_date;
  Day expiry_date;
  Decimal granted;    /* used_total + balance + what was forfeited so far; > 0: given */
  Decimal used_total; /* C; > 0: used since the grant, also in months that were not read */
  Decimal balance;    /* B; > 0: left; < 0: more was used than granted (ACO105) */
  AgreementState state;
  gboolean days_left_known;
  gint64 days_left; /* expiry_date - as-of date, in days; < 0: past */
  Month last_month; /* of its latest row not after the as-of month */
  /* Spec section 3, "Forecast"; unknown where there is nothing to go by, or nothing left. */
  Amount burn;             /* mean use of a month; >= 0 */
  Day run_out_date;        /* when the balance is used up at that */
  Amount forecast_forfeit; /* what is left of it on the expiry date; >= 0 */
} AgreementRow;

/**
 * A credit in a month (spec section 3, "Roll-forward"): where opening is known,
 * opening + granted - used - forfeited + adjustment = closing. A first row is one without an
 * earlier row of its credit; it begins where EffectiveDate lies in its month. Cannot tell an expiry
 * that Microsoft books late from a correction, nor, after a gap, which of its months used what
 * (ACO102).
 */
typedef struct
{
  const char *customer_id;
  const char *customer_name;
  const char *agreement_id;
  const char *credit_name;
  const char *currency;
  Month month;
  Amount opening;        /* B of the row before; first row: 0 if it begins, else B if C is 0, else
                            unknown (ACO103) */
  Decimal granted;       /* C + B of a first row that begins; else 0 */
  Amount used;           /* C - C of the row before, for a first row 0; unknown as opening is; > 0:
                            used; < 0: taken back (ACO101) */
  Decimal forfeited;     /* opening - used - closing if > 0 and the agreement has ended; else 0 */
  Decimal adjustment;    /* else closing - (opening - used); > 0: the balance grew (ACO104) */
  Decimal closing;       /* B; > 0: left; < 0: more was used than granted (ACO105) */
  Decimal credit_amount; /* C, as read; > 0: used since the grant */
  const char *status;
  gboolean expired;
  const char *file;
  guint64 line;
} RollForwardRow;

/**
 * A customer's credit in a month and currency by three documents (spec section 3, "Tie-out").
 * Credit given is > 0 in all of them; a line that counts in its pricing currency gives -T (E x Q).
 * Says that they disagree, not which is wrong; cannot tell the credit of one agreement from that of
 * another, nor from one that belongs to another month's usage.
 */
typedef struct
{
  const char *customer_id;
  const char *customer_name;
  Month month;
  const char *currency;
  Amount balance_used;   /* sum of used; unknown: one is, or nobody has a balance row */
  Amount invoice_credit; /* -(sum of Subtotal) of ACO credit lines; unknown: no invoice line */
  Amount usage_credit;   /* sum of values of ACO-credited daily rows; unknown: no daily row */
  Amount difference;     /* balance_used - invoice_credit; > 0: the balance report used more */
  Decimal allowance;     /* what rounding of single lines may explain: half a unit for each; >= 0 */
  TieOutResult result;
} TieOutRow;

/**
 * What a customer was charged in a month and currency, before tax (spec section 3, "Waterfall").
 * Credits are > 0 here, though < 0 on the invoice. Cannot tell which usage an agreement covers by
 * contract, nor which PEC the partner should have earned.
 */
typedef struct
{
  const char *customer_id;
  const char *customer_name;
  Month month;
  const char *currency;
  Decimal charges;       /* sum of Subtotal of lines that are no credit; refunds are < 0 in it */
  Decimal aco_used;      /* -(sum of Subtotal) of ACO credit lines */
  Decimal other_credits; /* the same of other credits */
  Decimal net;           /* charges - aco_used - other_credits; net of PEC as the charges are */
  Decimal plain;         /* of charges: Azure usage without PEC, before ACO */
  Decimal uncovered;     /* plain - ACO credit on Azure usage; never < 0 */
  Decimal pec_base;      /* of charges: Azure usage with PEC, net of it */
  Decimal pec_list;      /* pec_base at list price: n * 100 / (100 - p) for each percentage p */
  Decimal pec_earned;    /* n * p / (100 - p) for each percentage; taken off the charges already */
  Amount aco_available;  /* sum of opening + granted; unknown: no balance row, or an opening is */
  Amount aco_expected;   /* the smaller of aco_available and plain + pec_list; unknown also where an
                            agreement does not cover the month */
} WaterfallRow;

/**
 * Daily usage of a customer that has an agreement or credits, in the billing currency (spec section
 * 3, "Days of credit"). The three overlap where a row has both credits (ACO301), and leave nothing
 * out. Not rounded row by row, so that a month's days may differ from its invoice by cents.
 */
typedef struct
{
  const char *customer_id;
  const char *currency;
  Day day;
  Decimal aco;      /* sum of values of ACO-credited rows; >= 0, for a value has no sign */
  Decimal pec_list; /* of rows with PEC: n * 100 / (100 - p) for each percentage p; refunds < 0 */
  Decimal plain;    /* sum of BillingPreTaxTotal of rows with neither; refunds are < 0 in it */
} CreditDayRow;

/**
 * Daily usage against the invoice's charges, before tax (spec section 3, "Usage against charges").
 * Cannot tell fees and discounts, which only the invoice has, from usage that is missing.
 */
typedef struct
{
  const char *customer_id;
  const char *subscription_id;
  const char *product_id;
  const char *sku_id;
  const char *availability_id;
  const char *currency;
  Month month;
  Amount pec_percent; /* 0 to 100, no amount; unknown: without Partner Earned Credit */
  Decimal usage;   /* sum of BillingPreTaxTotal, of ACO-credited rows of their value; > 0: used */
  Decimal invoice; /* sum of Subtotal of charges, no credits; > 0: charged */
  Decimal difference; /* usage - invoice; > 0: more was used than charged */
  guint64 lines;      /* of the invoice; a cent for each is let pass */
  UsageResult result;
} UsageTieOutRow;

/** How every row of a table of findings begins, whatever the report is about. */
typedef struct
{
  FindingCode code;
  Severity severity;
  /* In no form for programs: the message in the reader's language; NULL: that is English. */
  const char *said;
} FindingHead;

/** Something that does not agree (spec section 4). */
typedef struct
{
  FindingCode code;
  Severity severity;
  const char *said; /* as in FindingHead */
  const char *customer_id;
  const char *customer_name;
  const char *agreement_id;
  Month month;
  const char *currency;
  Decimal amount; /* at stake; sign and formula are those of the code, 0 where none is known */
  const char *file;
  guint64 line; /* 0: null */
  const char *message;
  /* Names it in every run, wherever it stands (spec section 5, "Ids of findings"). */
  const char *subject; /* "invoice/product/sku" of a line, the sha256 of a file; NULL: nothing */
  const char *id;      /* this and the next come with report_sort() */
  const char *key;     /* as the id, whatever the amount is */
  /* What was decided about it; NULL: nothing, or nobody was asked (see report_resolve()). */
  const char *resolution;
  const char *note;
  const char *resolved_by;
  /* In no form: tells credits of one agreement apart, where the finding is about one. */
  const char *credit_name;
} FindingRow;

/**
 * Sums of a currency over the reported rows of other tables (spec section 5, "Table totals").
 * Unknown: an addend is, or no row speaks of it.
 */
typedef struct
{
  const char *currency;
  Amount used;           /* sum of used of rollforward; > 0: used; unknown also where a balance_used
                            of tieout is */
  Amount forfeited;      /* sum of forfeited of rollforward; >= 0 */
  Amount balance;        /* sum of balance of agreements that are not unreported, on the as-of date;
                            > 0: left, which is not yet what can be spent */
  Amount invoice_credit; /* sum of invoice_credit of tieout; > 0: credited; 0 without a row */
  Amount pec_earned;     /* sum of pec_earned of waterfall; > 0: taken off the charges already */
  Amount net;            /* sum of net of waterfall; > 0: payable, before tax */
} TotalsRow;

/**
 * Findings of one cause (docs/cases.md): the first to settle come first. Made from the other tables
 * once these are sorted (core/case); has no money of its own.
 */
typedef struct
{
  const char *name;  /* of the rule, or of the finding that no rule joins */
  Severity severity; /* the worst of its findings */
  const char *customer_id;
  const char *customer_name;
  const char *agreement_id;
  Month month;      /* the first of its findings */
  Month last_month; /* the last */
  const char *currency;
  Decimal amount; /* at stake; >= 0 */
  guint64 open;   /* of its findings, those about which nothing is decided, or that are disputed */
  const char *sentence;
  const char *remedy;
  const char *ask;
  const char *ticket;  /* several lines, without names; NULL: nobody needs to be written to */
  ReportSpan codes;    /* of its findings, each once, ascending */
  ReportSpan findings; /* their ids, what it begins with first; none where findings have no ids */
  /* In no form for programs: of a case of one finding, what that says in the reader's language. */
  const char *said;
} CaseRow;

/** Cases of one finding each whose rows nobody wanted: how many of a kind, and their sum. */
typedef struct
{
  Severity severity;
  gboolean is_open; /* nothing was decided, or it is disputed */
  const char *currency;
  Decimal amount; /* at stake in all of them; >= 0 */
  guint64 count;
} CaseRest;

/** Nothing was decided about it, or it is disputed. */
static inline gboolean
report_rows_finding_is_open (const FindingRow *row)
{
  return row->resolution == NULL || g_str_equal (row->resolution, "disputed");
}

/* The columns, for writers that treat all tables alike. */

typedef enum
{
  COLUMN_TEXT,     /* const char *; NULL or "" is null */
  COLUMN_CARRIED,  /* the same, which JSON has of those rows alone that carry it */
  COLUMN_AMOUNT,   /* Amount */
  COLUMN_DECIMAL,  /* Decimal, never null */
  COLUMN_MONTH,    /* Month; MONTH_NONE is null */
  COLUMN_DAY,      /* Day; DAY_NONE is null */
  COLUMN_COUNT,    /* guint64 */
  COLUMN_LINE,     /* guint64; 0 is null */
  COLUMN_DAYS,     /* gint64, preceded by its gboolean ..._known at known_offset */
  COLUMN_FLAG,     /* gboolean */
  COLUMN_CODE,     /* FindingCode, shown as "ACO101" */
  COLUMN_NAME,     /* FindingCode, shown as "credit-decreased" */
  COLUMN_SEVERITY, /* Severity */
  COLUMN_KIND,     /* FileKind */
  COLUMN_STATE,    /* AgreementState */
  COLUMN_RESULT,   /* TieOutResult */
  COLUMN_USAGE,    /* UsageResult */
  COLUMN_MONTHS,   /* GArray of Month */
  COLUMN_FITS,     /* guint64[FIT_COUNT] */
  COLUMN_TRUTH,    /* ReportTruth */
  COLUMN_ROWS,     /* ReportSpan of rows of the column's own table, a list of objects */
  COLUMN_TEXTS     /* ReportSpan of const char *, a list of texts */
} ColumnType;

/** What is true, false, or not said. */
typedef enum
{
  TRUTH_UNKNOWN, /* null */
  TRUTH_FALSE,
  TRUTH_TRUE
} ReportTruth;

typedef struct ReportTableInfo ReportTableInfo;

typedef struct
{
  const char *name; /* as in the JSON and as CSV header */
  ColumnType type;
  gsize offset;                /* of the member in its row */
  gsize known_offset;          /* COLUMN_DAYS only */
  const ReportTableInfo *rows; /* COLUMN_ROWS only: what an element is */
  gboolean is_sentence;        /* COLUMN_TEXT only: said of each row anew, in much the same words */
} ReportColumn;

struct ReportTableInfo
{
  const char *name; /* "inputs", "rollforward", ... */
  gsize row_size;
  const ReportColumn *columns;
  gsize column_count;
};

#endif
