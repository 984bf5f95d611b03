/* SPDX-License-Identifier: MIT */
#ifndef BASE_RECON_ERROR_H
#define BASE_RECON_ERROR_H

#include <glib.h>

/**
 * Why a run cannot go on. The codes are the exit statuses of spec section 1, so that the place
 * that names the failure also decides how the program ends.
 */
typedef enum
{
  RECON_ERROR_USAGE = 2,     /* wrong options or arguments */
  RECON_ERROR_INPUT = 3,     /* input refused */
  RECON_ERROR_OUTPUT = 4,    /* output cannot be written */
  RECON_ERROR_HISTORY = 5,   /* period closed, or foreign history */
  RECON_ERROR_SERVICE = 6,   /* the service cannot be reached or refuses */
  RECON_ERROR_INTERNAL = 70, /* our own fault, or no memory */
  RECON_ERROR_PIPE = 141     /* who read standard output has gone: as SIGPIPE would end it */
} ReconError;

#define RECON_ERROR (recon_error_quark ())
GQuark recon_error_quark (void);

#endif
