/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/case/case-contact.h"

#include "base/language/language.h"

/* What is not listed can only be settled with Microsoft. */
static const struct
{
  FindingCode code;
  CaseContact contact;
} contacts[] = {
  { FINDING_CREDIT_UNCLASSIFIED, CONTACT_NOBODY },
  { FINDING_UNBILLED_LINES, CONTACT_NOBODY },
  { FINDING_ROUNDING_DIFFERENCE, CONTACT_NOBODY },
  { FINDING_UNKNOWN_COLUMNS, CONTACT_NOBODY },
  { FINDING_LEGACY_FILE, CONTACT_NOBODY },
  { FINDING_MONTH_MISSING, CONTACT_FILES },
  { FINDING_BASELINE_UNKNOWN, CONTACT_FILES },
  { FINDING_DUPLICATE_ROW, CONTACT_FILES },
  { FINDING_HISTORY_DIFFERS, CONTACT_FILES },
  { FINDING_SEALED_INVOICE_DIFFERS, CONTACT_FILES },
  { FINDING_UNKNOWN_STATUS, CONTACT_FILES },
  { FINDING_INVOICE_MONTH_UNCLEAR, CONTACT_FILES },
  { FINDING_NO_INVOICE, CONTACT_FILES },
  { FINDING_BALANCE_REPORT_MISSING, CONTACT_FILES },
  { FINDING_NOTHING_COMPARED, CONTACT_FILES },
  { FINDING_ROW_REJECTED, CONTACT_FILES },
  { FINDING_DUPLICATE_FILE, CONTACT_FILES },
  { FINDING_EXCEL_DAMAGE, CONTACT_FILES },
  { FINDING_FILE_IGNORED, CONTACT_FILES },
  { FINDING_ROWS_READ_TWICE, CONTACT_FILES },
  { FINDING_AGREEMENT_EXPIRED, CONTACT_CUSTOMER },
  { FINDING_AGREEMENT_EXPIRING, CONTACT_CUSTOMER },
  { FINDING_WILL_FORFEIT, CONTACT_CUSTOMER },
  { FINDING_WILL_RUN_OUT, CONTACT_CUSTOMER },
};

CaseContact
case_contact (FindingCode code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (contacts); i++)
    if (contacts[i].code == code)
      return contacts[i].contact;
  return CONTACT_MICROSOFT;
}

const char *
case_contact_words (CaseContact contact)
{
  switch (contact)
    {
    case CONTACT_NOBODY:
      return N_ ("nobody");
    case CONTACT_FILES:
      return N_ ("whoever downloads the files");
    case CONTACT_CUSTOMER:
      return N_ ("the customer");
    case CONTACT_MICROSOFT:
    default:
      return N_ ("Microsoft");
    }
}
