/* SPDX-License-Identifier: MIT */
#ifndef CORE_CASE_CASE_TICKET_H
#define CORE_CASE_CASE_TICKET_H

#include "core/case/case-list.h"

/**
 * Case ticket: what can be sent to Microsoft as it stands: what happened, the figures, the ids of
 * customer, agreement and invoices, what is asked for. No names, and no names of files, which may
 * have some.
 */

/** @c is one of @cases, and these are of @report. NULL: nobody there needs to be written to.
 * (transfer full) */
char *case_ticket (const Report *report, const CaseList *cases, const Case *c);

#endif
