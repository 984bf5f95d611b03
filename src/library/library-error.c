/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "library/library-error.h"

#include "base/printable.h"
#include "base/recon-error.h"

struct AcoreconError
{
  AcoreconErrorKind kind;
  char *message;
  GPtrArray *details; /* of char *; NULL: there are none */
};

void
library_error_begin (AcoreconError **error)
{
  if (error != NULL)
    *error = NULL;
}

static AcoreconErrorKind
kind_of (const GError *error)
{
  if (error->domain != RECON_ERROR)
    return ACORECON_ERROR_INTERNAL;
  switch (error->code)
    {
    case RECON_ERROR_USAGE:
    case RECON_ERROR_INPUT:
    case RECON_ERROR_OUTPUT:
      return (AcoreconErrorKind) error->code;
    default:
      return ACORECON_ERROR_INTERNAL;
    }
}

void
library_error_take (AcoreconError **error, GError *own, GPtrArray *details)
{
  if (error != NULL)
    {
      *error = g_new0 (AcoreconError, 1);
      (*error)->kind = kind_of (own);
      /* Names of files and cells may hold anything. */
      (*error)->message = printable_text (own->message);
      (*error)->details = details != NULL ? g_ptr_array_ref (details) : NULL;
    }
  g_clear_pointer (&details, g_ptr_array_unref);
  g_clear_error (&own);
}

int
library_error_misuse (AcoreconError **error, const char *function, const char *expected)
{
  library_error_take (error,
                      g_error_new (RECON_ERROR, RECON_ERROR_USAGE, "%s: found NULL, expected %s",
                                   function, expected),
                      NULL);
  return 0;
}

int
library_error_refuse (AcoreconError **error, const char *what)
{
  library_error_take (error, g_error_new_literal (RECON_ERROR, RECON_ERROR_USAGE, what), NULL);
  return 0;
}

AcoreconErrorKind
acorecon_error_kind (const AcoreconError *error)
{
  return error != NULL ? error->kind : ACORECON_ERROR_NONE;
}

const char *
acorecon_error_message (const AcoreconError *error)
{
  return error != NULL ? error->message : "";
}

const char *
acorecon_error_detail (const AcoreconError *error, size_t index)
{
  if (error == NULL || error->details == NULL || index >= error->details->len)
    return NULL;
  return g_ptr_array_index (error->details, index);
}

void
acorecon_error_free (AcoreconError *error)
{
  if (error == NULL)
    return;
  g_clear_pointer (&error->details, g_ptr_array_unref);
  g_free (error->message);
  g_free (error);
}
