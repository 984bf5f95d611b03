/* SPDX-License-Identifier: MIT */
#ifndef CORE_CASE_CASE_CONTACT_H
#define CORE_CASE_CASE_CONTACT_H

#include "core/report/finding.h"

/** Case contact: who can settle a finding that no rule joins. */
typedef enum
{
  CONTACT_NOBODY,   /* it explains itself, or is settled in this run's own files */
  CONTACT_FILES,    /* who downloads or keeps the files */
  CONTACT_CUSTOMER, /* and nobody at Microsoft */
  CONTACT_MICROSOFT /* by a support ticket */
} CaseContact;

CaseContact case_contact (FindingCode code);

/** Whom to ask; static. */
const char *case_contact_words (CaseContact contact);

#endif
