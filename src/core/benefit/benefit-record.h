/* SPDX-License-Identifier: MIT */
#ifndef CORE_BENEFIT_BENEFIT_RECORD_H
#define CORE_BENEFIT_BENEFIT_RECORD_H

#include "base/calendar.h"
#include "base/decimal.h"

/**
 * What files about partner benefits say (credits contract, section 3): credits that come every
 * month or once, and what was used of them. Texts belong to the book; NULL: none.
 */

typedef enum
{
  BENEFIT_MONTHLY, /* what is left at the end of a month lapses */
  BENEFIT_BULK     /* one sum for a year */
} BenefitKind;

typedef enum
{
  BENEFIT_LEGACY,    /* used by a person to whom it is assigned */
  BENEFIT_MODERNISED /* deposited on a billing profile */
} BenefitExperience;

typedef struct
{
  const char *id; /* in lower case */
  const char *name;
  const char *source;
  const char *quantity; /* as given */
  const char *status;   /* in lower case */
  BenefitKind kind;
  BenefitExperience experience;
  Decimal amount;       /* per month, or once; >= 0 */
  const char *currency; /* in upper case */
  Day activate_by;
  Day activated;
  Day start;
  Day end;
  Day revoked; /* the purchase was cancelled, or found fraudulent */
  guint64 reassignments;
  const char *user;
  const char *file;
  guint64 line;
} Benefit;

/** What was used in a month, as one row says. */
typedef struct
{
  const char *benefit; /* an id, or a name */
  Month month;
  Decimal used;         /* >= 0 */
  const char *currency; /* in upper case; NULL: not told */
  const char *file;
  guint64 line;
} BenefitUse;

typedef enum
{
  BENEFIT_FILE_BENEFITS,
  BENEFIT_FILE_USE,
  BENEFIT_FILE_PROFILES
} BenefitFileKind;

typedef struct
{
  const char *file;
  BenefitFileKind kind;
  guint64 rows; /* 0 of a duplicate */
  const char *sha256;
  const char *duplicate_of; /* the file with the same content, which counts; NULL: none */
} BenefitFile;

/** A billing profile that may receive a deposit (section 4). */
typedef struct
{
  const char *profile; /* its name */
  const char *id;      /* in lower case; NULL: none */
  const char *type;
  const char *account_id; /* in lower case */
  const char *offer;      /* whose credits are active there; NULL: none */
  gboolean has_payment;
  const char *access;
  const char *file;
  guint64 line;
} BenefitProfile;

#endif
