/* SPDX-License-Identifier: MIT */
#ifndef CORE_RECORD_FINGERPRINT_H
#define CORE_RECORD_FINGERPRINT_H

#include "base/key-bytes.h"
#include "core/record/invoice-line.h"
#include "core/record/usage-row.h"

/**
 * Fingerprint: by what two billed rows are the same row, however their files write them (spec
 * section 2, "The same rows twice"): ids and texts without case, numbers by value, an absent cell
 * like an empty one. A keyed 128-bit hash; nothing shown depends on it but that equal rows have
 * equal fingerprints.
 */

/** @bytes is used up and may be used again. */
Hash128 fingerprint_of_line (const InvoiceLine *line, const HashKey *key, KeyBytes *bytes);
/** @row must have been read with its ResourceURI (UsageTexts). */
Hash128 fingerprint_of_usage (const UsageRow *row, const HashKey *key, KeyBytes *bytes);

#endif
