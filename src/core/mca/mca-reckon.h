/* SPDX-License-Identifier: MIT */
#ifndef CORE_MCA_MCA_RECKON_H
#define CORE_MCA_MCA_RECKON_H

#include "core/mca/mca-reckoning.h"
#include "core/mca/mca-repeats.h"

/** The reckoning of `acorecon mca`: the rules in their order, and the finished report. */

/**
 * The sorted report (schema acorecon.mca/1). It borrows from @book, which is changed: only what
 * counts stays in it.
 */
Report *mca_reckon (McaBook *book, const McaPlan *plan);

/* What other reports about the same pages share. */

/** The day that is told by what was read (credits contract 1, `--as-of`). */
Day mca_reckon_day (const McaBook *book);
/** All balances, lots and events belong to the profile of the first that names one. */
void mca_reckon_unite (McaBook *book);
/** The row of a page in the table of inputs. */
McaInputRow mca_reckon_input (const McaPage *page);
/** ACO904 and 906, MCA115 to 117. @repeats: see mca_repeats_take_out(). */
void mca_reckon_find_pages (const McaReckoning *self, const GPtrArray *waiting,
                            const GArray *repeats);

#endif
