/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/recon-error.h"

/* clang-format off */
G_DEFINE_QUARK (recon-error-quark, recon_error)
/* clang-format on */
