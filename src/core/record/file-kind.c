/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/record/file-kind.h"

#include <glib.h>

const char *
file_kind_name (FileKind kind)
{
  static const char *const names[] = {
    [KIND_ACO_BALANCE] = "aco-balance", [KIND_INVOICE] = "invoice",
    [KIND_DAILY_USAGE] = "daily-usage", [KIND_LEGACY] = "legacy",
    [KIND_SKIPPED] = "skipped",
  };

  g_assert (kind < G_N_ELEMENTS (names));
  return names[kind];
}
