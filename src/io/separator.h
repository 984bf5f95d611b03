/* SPDX-License-Identifier: MIT */
#ifndef IO_SEPARATOR_H
#define IO_SEPARATOR_H

#include "core/slice.h"
#include "io/column-map.h"

/**
 * What separates the cells of a file: @preferred if the header line fits a kind of file with it;
 * else of comma, semicolon and tab the one with which it does; else @preferred.
 */
char separator_of_header (Slice line, char preferred, const ColumnMap *map);

#endif
