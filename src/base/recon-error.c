/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/recon-error.h"

/* clang-format off */
G_DEFINE_QUARK (recon-error-quark, recon_error)
/* clang-format on */
