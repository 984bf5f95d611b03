/* SPDX-License-Identifier: MIT */
#ifndef INPUT_ROWS_JSON_PAGE_H
#define INPUT_ROWS_JSON_PAGE_H

#include "input/rows/json-scan.h"

/**
 * JsonPage: an object that is no row but has the rows in it, as an API wraps them: the value of
 * "items" or "value" (case does not count) is an array that is empty or begins with an object.
 */
typedef enum
{
  JSON_PAGE_ROWS,   /* the scan stands in that array, after its bracket */
  JSON_PAGE_CLOSED, /* the scan stands after the object, which has no rows in it */
  JSON_PAGE_BROKEN  /* see the scan's verdict */
} JsonPageStep;

/** From the brace of an object to its rows. */
JsonPageStep json_page_open (JsonScan *scan);
/** From behind the bracket that closes the rows to the end of the object, or to further rows. */
JsonPageStep json_page_close (JsonScan *scan);

#endif
