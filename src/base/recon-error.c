/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/recon-error.h"

/* Not by G_DEFINE_QUARK(), which remembers it where several threads write. */
GQuark
recon_error_quark (void)
{
  return g_quark_from_static_string ("recon-error-quark");
}
