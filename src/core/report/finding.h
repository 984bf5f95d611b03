/* SPDX-License-Identifier: MIT */
#ifndef CORE_REPORT_FINDING_H
#define CORE_REPORT_FINDING_H

#include <glib.h>

/**
 * Finding codes: the one table from which text, JSON, `explain` and the manual take a code's
 * name, severity and explanation (spec section 4). Knows nothing of how findings look.
 */
typedef enum
{
  FINDING_CREDIT_DECREASED,              /* ACO101 */
  FINDING_MONTH_MISSING,                 /* ACO102 */
  FINDING_BASELINE_UNKNOWN,              /* ACO103 */
  FINDING_GRANT_CHANGED,                 /* ACO104 */
  FINDING_BALANCE_NEGATIVE,              /* ACO105 */
  FINDING_DUPLICATE_ROW,                 /* ACO106 */
  FINDING_CONFLICTING_ROW,               /* ACO107 */
  FINDING_HISTORY_DIFFERS,               /* ACO108 */
  FINDING_SEALED_INVOICE_DIFFERS,        /* ACO109 */
  FINDING_AGREEMENT_EXPIRED,             /* ACO110 */
  FINDING_AGREEMENT_EXPIRING,            /* ACO111 */
  FINDING_STATUS_DATE_CONFLICT,          /* ACO112 */
  FINDING_USED_AFTER_EXPIRY,             /* ACO113 */
  FINDING_USED_BEFORE_EFFECTIVE,         /* ACO114 */
  FINDING_AGREEMENT_VANISHED,            /* ACO115 */
  FINDING_TERMS_CHANGED,                 /* ACO116 */
  FINDING_EFFECTIVE_AFTER_EXPIRY,        /* ACO117 */
  FINDING_UNKNOWN_STATUS,                /* ACO118 */
  FINDING_AGREEMENT_UNREPORTED,          /* ACO119 */
  FINDING_SUBTOTAL_MISMATCH,             /* ACO201 */
  FINDING_TOTAL_MISMATCH,                /* ACO202 */
  FINDING_CREDIT_SIGN,                   /* ACO203 */
  FINDING_CREDIT_UNPAIRED,               /* ACO204 */
  FINDING_CREDIT_UNCLASSIFIED,           /* ACO205 */
  FINDING_CREDIT_ON_INELIGIBLE,          /* ACO206 */
  FINDING_CREDIT_WITHOUT_AGREEMENT,      /* ACO207 */
  FINDING_UNBILLED_LINES,                /* ACO208 */
  FINDING_INVOICE_MONTH_UNCLEAR,         /* ACO209 */
  FINDING_ACO_AND_PEC_TOGETHER,          /* ACO301 */
  FINDING_PEC_WHILE_ACO_REMAINED,        /* ACO302 */
  FINDING_ACO_AFTER_PEC,                 /* ACO303 */
  FINDING_UNCOVERED_WHILE_ACO_REMAINED,  /* ACO304 */
  FINDING_PEC_MISSING,                   /* ACO305 */
  FINDING_ACO_OVER_AVAILABLE,            /* ACO306 */
  FINDING_ACO_OUTSIDE_WINDOW,            /* ACO307 */
  FINDING_BALANCE_INVOICE_DIFFERENCE,    /* ACO401 */
  FINDING_INVOICE_USAGE_DIFFERENCE,      /* ACO402 */
  FINDING_ROUNDING_DIFFERENCE,           /* ACO403 */
  FINDING_CURRENCY_NOT_COMPARABLE,       /* ACO404 */
  FINDING_NO_INVOICE,                    /* ACO405 */
  FINDING_USAGE_CHARGE_DIFFERENCE,       /* ACO406 */
  FINDING_BALANCE_REPORT_MISSING,        /* ACO407 */
  FINDING_NOTHING_COMPARED,              /* ACO408 */
  FINDING_WILL_FORFEIT,                  /* ACO501 */
  FINDING_WILL_RUN_OUT,                  /* ACO502 */
  FINDING_ROW_REJECTED,                  /* ACO901 */
  FINDING_UNKNOWN_COLUMNS,               /* ACO902 */
  FINDING_LEGACY_FILE,                   /* ACO903 */
  FINDING_DUPLICATE_FILE,                /* ACO904 */
  FINDING_EXCEL_DAMAGE,                  /* ACO905 */
  FINDING_FILE_IGNORED,                  /* ACO906 */
  FINDING_ROWS_READ_TWICE,               /* ACO907 */
  FINDING_BENEFIT_ACTIVATION_MISSED,     /* BEN101 */
  FINDING_BENEFIT_ACTIVATE_SOON,         /* BEN102 */
  FINDING_BENEFIT_ACTIVATED_LATE,        /* BEN103 */
  FINDING_BENEFIT_REASSIGNED_TOO_OFTEN,  /* BEN104 */
  FINDING_BENEFIT_USED_TOO_MUCH,         /* BEN105 */
  FINDING_BENEFIT_USED_OUTSIDE,          /* BEN106 */
  FINDING_BENEFIT_PURCHASE_REVOKED,      /* BEN107 */
  FINDING_BENEFIT_REASSIGNMENTS_USED_UP, /* BEN108 */
  FINDING_BENEFIT_STATUS_UNKNOWN,        /* BEN109 */
  FINDING_BENEFIT_CREDIT_LAPSED,         /* BEN110 */
  FINDING_BENEFIT_CREDIT_WILL_LAPSE,     /* BEN111 */
  FINDING_BENEFIT_EXPIRING,              /* BEN112 */
  FINDING_BENEFIT_STATUS_DATE_CONFLICT,  /* BEN113 */
  FINDING_BENEFIT_USE_UNKNOWN,           /* BEN114 */
  FINDING_BENEFIT_USE_CURRENCY,          /* BEN115 */
  FINDING_BENEFIT_USER_NOT_SUPPORTED,    /* BEN116 */
  FINDING_BENEFIT_USER_TWICE,            /* BEN117 */
  FINDING_BENEFIT_PROFILE_NOT_ELIGIBLE,  /* BEN201 */
  FINDING_BENEFIT_NO_ELIGIBLE_PROFILE,   /* BEN202 */
  FINDING_MCA_ESTIMATED_DIFFERS,         /* MCA101 */
  FINDING_MCA_LOTS_DIFFER,               /* MCA102 */
  FINDING_MCA_EVENT_BALANCE_DIFFERS,     /* MCA103 */
  FINDING_MCA_LOT_OUT_OF_RANGE,          /* MCA104 */
  FINDING_MCA_LOT_EXPIRED_WITH_BALANCE,  /* MCA105 */
  FINDING_MCA_LOT_EXPIRING,              /* MCA106 */
  FINDING_MCA_LOT_DATES_REVERSED,        /* MCA107 */
  FINDING_MCA_CURRENCY_MIXED,            /* MCA108 */
  FINDING_MCA_EVENT_TYPE_UNKNOWN,        /* MCA109 */
  FINDING_MCA_EVENT_SIGN,                /* MCA110 */
  FINDING_MCA_INVOICE_NUMBER_ODD,        /* MCA111 */
  FINDING_MCA_ESTIMATE_USED_UP,          /* MCA112 */
  FINDING_MCA_EVENTS_END_ELSEWHERE,      /* MCA113 */
  FINDING_MCA_FIGURE_ESTIMATED,          /* MCA114 */
  FINDING_MCA_PAGE_MISSING,              /* MCA115 */
  FINDING_MCA_REPEATED_RESOURCE,         /* MCA116 */
  FINDING_MCA_CONFLICTING_RESOURCE,      /* MCA117 */
  FINDING_MCA_PROFILE_UNKNOWN,           /* MCA118 */
  FINDING_MCA_PROFILES_INCOMPLETE,       /* MCA119 */
  FINDING_MCA_CHARGE_NOT_COVERED,        /* MCA201 */
  FINDING_MCA_CREDIT_EXHAUSTED,          /* MCA202 */
  FINDING_MCA_CREDIT_LAPSES,             /* MCA203 */
  FINDING_MCA_CHARGE_OUTSIDE_DATES,      /* MCA204 */
  FINDING_MCA_ELIGIBILITY_DIFFERS,       /* MCA205 */
  FINDING_MCA_REFUND,                    /* MCA206 */
  FINDING_MCA_NO_LOT,                    /* MCA207 */
  FINDING_MCA_SPONSORSHIP_LIMIT,         /* MCA208 */
  FINDING_CODE_COUNT
} FindingCode;

typedef enum
{
  SEVERITY_NOTICE,
  SEVERITY_WARNING,
  SEVERITY_ERROR
} Severity;

typedef struct
{
  const char *code;          /* "ACO101" */
  const char *name;          /* "credit-decreased" */
  Severity severity;         /* the usual one; a few findings decide by their case (see the rule) */
  const char *severity_rule; /* NULL, or when another severity applies */
  const char *meaning;       /* what it says about the money, one or two sentences */
  const char *detection;     /* how it is found: the rule with its formula */
  const char *amount;        /* what the amount is */
  const char *remedy;        /* what to do */
} FindingInfo;

/** Never NULL; static. */
const FindingInfo *finding_info (FindingCode code);

/** By "ACO101" or "credit-decreased", without case. FALSE when there is none. */
gboolean finding_code_from_text (const char *text, FindingCode *code);

/** "notice", "warning", "error". */
const char *finding_severity_name (Severity severity);

#endif
