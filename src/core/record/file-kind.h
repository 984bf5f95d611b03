/* SPDX-License-Identifier: MIT */
#ifndef CORE_RECORD_FILE_KIND_H
#define CORE_RECORD_FILE_KIND_H

/** FileKind: what a file is, by its header names if it was read (spec section 1). */
typedef enum
{
  KIND_ACO_BALANCE,
  KIND_INVOICE,
  KIND_DAILY_USAGE,
  KIND_LEGACY,
  KIND_SKIPPED /* not opened (--skip) */
} FileKind;

/** "aco-balance", "invoice", "daily-usage", "legacy", "skipped". */
const char *file_kind_name (FileKind kind);

#endif
