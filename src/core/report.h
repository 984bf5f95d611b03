/* SPDX-License-Identifier: MIT */
#ifndef CORE_REPORT_H
#define CORE_REPORT_H

#include <glib.h>

#include "core/calendar.h"
#include "core/decimal.h"
#include "core/finding.h"

/**
 * Report: the finished result (spec section 5, schema acorecon.report/1): tables of rows, sorted,
 * and immutable once report_sort() has been called. Does not know how it was found nor how it
 * looks; every form (text, JSON, CSV, ...) is written from it and from the column tables below,
 * so that all forms agree.
 */

/** An amount of money in the currency of its row; not known, it is null in every form. */
typedef struct
{
  gboolean known;
  Decimal value;
} Amount;

/** The rounding rules that a Subtotal may fit (spec section 3, "Recomputation"). */
typedef enum
{
  FIT_USAGE,
  FIT_LICENCE,
  FIT_HALF_UP,
  FIT_NEAR,
  FIT_NONE,
  FIT_NOT_TESTED,
  FIT_COUNT
} Fit;

/** "usage", "licence", "half-up", "near", "none", "not-tested". */
const char *fit_name (Fit fit);

typedef enum
{
  REPORT_INPUTS,
  REPORT_INVOICES,
  REPORT_AGREEMENTS,
  REPORT_ROLLFORWARD,
  REPORT_TIEOUT,
  REPORT_WATERFALL,
  REPORT_CREDIT_DAYS,
  REPORT_USAGE_TIEOUT,
  REPORT_FINDINGS,
  REPORT_TOTALS,
  REPORT_TABLE_COUNT
} ReportTable;

/*
 * The rows. Texts belong to the report; NULL or "" is null. Signs and meanings are those of spec
 * section 3; the members stand in the order of the schema.
 */

typedef struct
{
  const char *file;
  const char *kind;
  guint64 rows;
  guint64 rejected;
  const char *sha256; /* NULL where nobody asked for it */
  GArray *months;     /* of Month, ascending; owned by the report */
} InputRow;

typedef struct
{
  const char *invoice;
  Month month;
  const char *month_source;
  const char *currency;
  guint64 lines;
  Decimal subtotal;
  Decimal tax;
  Decimal total;
  guint64 fits[FIT_COUNT];
} InvoiceRow;

typedef struct
{
  const char *customer_id;
  const char *customer_name;
  const char *agreement_id;
  const char *credit_name;
  const char *currency;
  Day effective_date;
  Day expiry_date;
  Decimal granted;
  Decimal used_total;
  Decimal balance;
  const char *state;
  gboolean days_left_known;
  gint64 days_left;
  Month last_month; /* of its latest row not after the as-of month */
} AgreementRow;

typedef struct
{
  const char *customer_id;
  const char *customer_name;
  const char *agreement_id;
  const char *credit_name;
  const char *currency;
  Month month;
  Amount opening;
  Decimal granted;
  Amount used;
  Decimal forfeited;
  Decimal adjustment;
  Decimal closing;
  Decimal credit_amount;
  const char *status;
  gboolean expired;
  const char *file;
  guint64 line;
} RollForwardRow;

typedef struct
{
  const char *customer_id;
  const char *customer_name;
  Month month;
  const char *currency;
  Amount balance_used;
  Amount invoice_credit;
  Amount usage_credit;
  Amount difference;
  Decimal allowance;
  const char *result;
} TieOutRow;

typedef struct
{
  const char *customer_id;
  const char *customer_name;
  Month month;
  const char *currency;
  Decimal charges;
  Decimal aco_used;
  Decimal other_credits;
  Decimal net;
  Decimal plain;
  Decimal uncovered;
  Decimal pec_base;
  Decimal pec_list;
  Decimal pec_earned;
  Amount aco_available;
  Amount aco_expected;
} WaterfallRow;

/** Daily usage of a customer that has an agreement or credits, in the billing currency. */
typedef struct
{
  const char *customer_id;
  const char *currency;
  Day day;
  Decimal aco;      /* value of usage credited by ACO */
  Decimal pec_list; /* list value of usage that earned Partner Earned Credit */
  Decimal plain;    /* usage with neither */
} CreditDayRow;

/** Daily usage against the invoice's charges, before tax. */
typedef struct
{
  const char *customer_id;
  const char *subscription_id;
  const char *product_id;
  const char *sku_id;
  const char *availability_id;
  const char *currency;
  Month month;
  Amount pec_percent; /* unknown: without Partner Earned Credit */
  Decimal usage;
  Decimal invoice;
  Decimal difference; /* usage - invoice */
  guint64 lines;      /* of the invoice */
  const char *result;
} UsageTieOutRow;

typedef struct
{
  FindingCode code;
  Severity severity;
  const char *customer_id;
  const char *customer_name;
  const char *agreement_id;
  Month month;
  const char *currency;
  Decimal amount;
  const char *file;
  guint64 line; /* 0: null */
  const char *message;
} FindingRow;

typedef struct
{
  const char *currency;
  Amount used;
  Amount forfeited;
  Amount balance;
  Amount invoice_credit;
  Amount pec_earned;
  Amount net;
} TotalsRow;

/* The columns, for writers that treat all tables alike. */

typedef enum
{
  COLUMN_TEXT,     /* const char *; NULL or "" is null */
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
  COLUMN_MONTHS,   /* GArray of Month */
  COLUMN_FITS      /* guint64[FIT_COUNT] */
} ColumnType;

typedef struct
{
  const char *name; /* as in the JSON and as CSV header */
  ColumnType type;
  gsize offset;       /* of the member in its row */
  gsize known_offset; /* COLUMN_DAYS only */
} ReportColumn;

typedef struct
{
  const char *name; /* "inputs", "rollforward", ... */
  gsize row_size;
  const ReportColumn *columns;
  gsize column_count;
} ReportTableInfo;

/** Never NULL; static. */
const ReportTableInfo *report_table_info (ReportTable table);

typedef struct Report Report;

/** How the report was made: evidence for whoever has nothing but the report. */
typedef struct
{
  Month month;                /* the only month reported; MONTH_NONE: not one alone */
  const char *const *options; /* those that change what is reckoned or reported, as "--name=value"
                                 or "--name", by bytes; NULL-terminated; NULL: none */
  const char *config_file;    /* the name of a file that some of them come from, or NULL */
  guint later_months;         /* left out because they are later than --as-of */
} ReportOrigin;

Report *report_new (Day as_of, gboolean complete);
void report_free (Report *self); /* NULL is fine */

/** A copy of @text that lives as long as the report; NULL and "" give NULL. */
const char *report_text (Report *self, const char *text);

/** Appends a copy of *row, whose texts must live as long as the report (see report_text()). */
void report_append (Report *self, ReportTable table, gconstpointer row);

/** Sorts every table as spec sections 4 and 5 say (inputs stay in reading order). */
void report_sort (Report *self);

Day report_as_of (const Report *self);            /* DAY_NONE: there was no month to take it from */
gboolean report_is_complete (const Report *self); /* FALSE: rows were set aside */
/** FALSE: among the findings are rows set aside (ACO901), or an error ACO907 (rows read twice). */
gboolean report_is_reliable (const Report *self);
/** Texts are copied. Without a call: no month, no options. */
void report_set_origin (Report *self, const ReportOrigin *origin);
const ReportOrigin *report_origin (const Report *self);
gsize report_row_count (const Report *self, ReportTable table);
gconstpointer report_row (const Report *self, ReportTable table, gsize index);

/** How many findings have @severity. */
gsize report_count_findings (const Report *self, Severity severity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Report, report_free)

#endif
