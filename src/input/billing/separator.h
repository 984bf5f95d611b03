/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BILLING_SEPARATOR_H
#define INPUT_BILLING_SEPARATOR_H

#include "base/slice.h"
#include "input/billing/column-map.h"

/**
 * What separates the cells of a file: @preferred if the header line fits a kind of file with it;
 * else of comma, semicolon and tab the one with which it does; else @preferred.
 */
char separator_of_header (Slice line, char preferred, const ColumnMap *map);

#endif
