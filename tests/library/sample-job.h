/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_JOB_H
#define SAMPLE_JOB_H

#include <acorecon.h>
#include <check.h>
#include <string.h>

/*
 * A small month for programs that use the library: one customer agrees, one differs, and one's name
 * would be a formula.
 */

#define SAMPLE_BALANCE \
  "CustomerId,CustomerName,InvoiceMonth,CreditAmount,BalanceAmount,Currency,AgreementId\n" \
  "c1,\"One, \"\"Ltd\"\"\",2026-09,500,500,USD,a1\nc1,,2026-10,700,300,USD,a1\n" \
  "c2,=Two,2026-09,5,5,USD,a2\nc2,,2026-10,7,3,USD,a2\n"
#define SAMPLE_INVOICE \
  "CustomerId,InvoiceNumber,ChargeStartDate,ChargeType,UnitPrice,Quantity,Subtotal,Currency," \
  "CreditReasonCode\n" \
  "c1,G1,2026-10-01,usage,200,1,200,USD,\n" \
  "c1,G1,2026-10-01,customerCredit,-200,1,-200,USD,Azure Credit Offer\n" \
  "c2,G1,2026-10-01,usage,2,1,2,USD,\n" \
  "c2,G1,2026-10-01,customerCredit,-1,1,-1,USD,Azure Credit Offer\n"

/* Where the error is, not the error: it may be looked at before @good was asked for. */
static inline void
assert_good (int good, AcoreconError **error)
{
  ck_assert_msg (good && *error == NULL, "%s", acorecon_error_message (*error));
}

static inline void
add_bytes (AcoreconJob *job, const char *name, const char *text)
{
  AcoreconError *error = NULL;

  assert_good (acorecon_job_add_buffer (job, name, text, strlen (text), &error), &error);
}

static inline AcoreconJob *
sample_job (void)
{
  AcoreconJob *job = acorecon_job_new ();

  add_bytes (job, "balance.csv", SAMPLE_BALANCE);
  add_bytes (job, "invoice.csv", SAMPLE_INVOICE);
  return job;
}

/* Frees the job. */
static inline AcoreconReport *
reckon_job (AcoreconJob *job)
{
  AcoreconError *error = NULL;
  AcoreconReport *report = acorecon_job_reckon (job, &error);

  assert_good (report != NULL, &error);
  acorecon_job_free (job);
  return report;
}

static inline void
assert_error (AcoreconError *error, AcoreconErrorKind kind, const char *message)
{
  ck_assert_ptr_nonnull (error);
  ck_assert_int_eq ((int) acorecon_error_kind (error), (int) kind);
  ck_assert_str_eq (acorecon_error_message (error), message);
  acorecon_error_free (error);
}

#endif
