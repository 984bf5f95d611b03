/* SPDX-License-Identifier: MIT */
#ifndef CORE_CREDIT_CREDIT_LIST_H
#define CORE_CREDIT_CREDIT_LIST_H

#include "core/report/report.h"

/**
 * The credits of up to three reports, the main one, that of acorecon.mca/1 and that of
 * acorecon.benefits/1, each of which may be NULL, as one report of acorecon.credits/1. Texts are
 * borrowed from these.
 *
 * What is at risk: of an agreement its forecast forfeit; of a lot that is expiring, and of a
 * benefit that is expiring or lapses with the month, all that is left; else nothing.
 */
typedef struct
{
  const Report *agreements;
  const Report *lots;
  const Report *benefits;
} CreditSources;

Report *credit_list_make (const CreditSources *sources, Day as_of);

#endif
