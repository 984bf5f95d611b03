/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_PACK_H
#define OUTPUT_PACK_H

#include "core/record/rejects.h"
#include "core/report/report.h"
#include "output/output-set.h"
#include "output/write-plan.h"

/**
 * The report pack: all forms of one report in a folder. The one table of its files: what they are
 * called, when they are wanted, and who writes them.
 */

/** The names that may stand in a pack, and how an earlier one is known. */
const PackKind *pack_kind (void);

/** What a pack is made from; borrowed. */
typedef struct
{
  const Report *report;
  const Rejects *rejects;
  const WritePlan *plan;
} PackContent;

/** Told before something is written: "report.json". */
typedef void (*PackProgressFunc) (gpointer data, const char *what);

/**
 * Writes every file of the pack into @output, whose kind is pack_kind(). FALSE with
 * RECON_ERROR_OUTPUT or RECON_ERROR_INTERNAL; failures to write a single file may only be told by
 * output_set_prepare().
 */
gboolean pack_write (const PackContent *content, OutputSet *output, PackProgressFunc tell,
                     gpointer tell_data, GError **error);

#endif
