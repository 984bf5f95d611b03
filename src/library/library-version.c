/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <acorecon.h>

const char *
acorecon_version (void)
{
  return PACKAGE_VERSION;
}
