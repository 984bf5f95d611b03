/* SPDX-License-Identifier: MIT */
#ifndef APP_OPTION_ENVIRONMENT_H
#define APP_OPTION_ENVIRONMENT_H

#include "engine/option/surroundings.h"

/**
 * The surroundings of this process: its terminal; SOURCE_DATE_EPOCH, the time that workbooks tell,
 * for builds that must be the same bytes later; LC_ALL, else LC_MESSAGES, else LANG;
 * ACORECON_PART_BYTES, for tests, whose files are small.
 */
Surroundings environment_surroundings (void);

#endif
