/* SPDX-License-Identifier: MIT */
#ifndef APP_RUN_RUN_STATUS_H
#define APP_RUN_RUN_STATUS_H

/** How a run ends well (spec section 1); the other statuses are the codes of RECON_ERROR. */
typedef enum
{
  RUN_DONE = 0,
  RUN_FINDINGS = 1, /* findings at or above --fail-on */
  RUN_FAILED = -1   /* the GError tells the status */
} RunStatus;

#endif
