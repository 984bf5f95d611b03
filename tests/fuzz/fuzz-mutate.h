/* SPDX-License-Identifier: MIT */
#ifndef FUZZ_MUTATE_H
#define FUZZ_MUTATE_H

#include "fuzz-target.h"

/*
 * Mutations that know what the bytes are: cells, rows and columns of CSV, values and members of
 * JSON. Bytes alone, as the engine changes them, seldom make a second row that fits its header.
 *
 * Each changes @data, of which @size of @room bytes are in use, and gives back how many are then;
 * the first line, the choices, stays as it is. The same @seed makes the same of the same bytes.
 */

size_t fuzz_mutate_csv (guint8 *data, size_t size, size_t room, guint seed);
size_t fuzz_mutate_json (guint8 *data, size_t size, size_t room, guint seed);

/** The lines of @a and @b, taken in turn from either; at most @room bytes into @out. */
size_t fuzz_cross_lines (Slice a, Slice b, guint8 *out, size_t room, guint seed);

/* libFuzzer's own mutations; not there without the engine. */
size_t LLVMFuzzerMutate (guint8 *data, size_t size, size_t room) __attribute__ ((weak));

/* In a target: every second input is changed as @mutate knows, the others byte by byte. */
#define FUZZ_MUTATES(mutate) \
  size_t LLVMFuzzerCustomMutator (guint8 *data, size_t size, size_t room, unsigned seed); \
  size_t LLVMFuzzerCustomCrossOver (const guint8 *a, size_t a_size, const guint8 *b, \
                                    size_t b_size, guint8 *out, size_t room, unsigned seed); \
  size_t LLVMFuzzerCustomMutator (guint8 *data, size_t size, size_t room, unsigned seed) \
  { \
    if (seed % 2 == 0 && LLVMFuzzerMutate != NULL) \
      return LLVMFuzzerMutate (data, size, room); \
    return mutate (data, size, room, seed / 2); \
  } \
  size_t LLVMFuzzerCustomCrossOver (const guint8 *a, size_t a_size, const guint8 *b, \
                                    size_t b_size, guint8 *out, size_t room, unsigned seed) \
  { \
    return fuzz_cross_lines ((Slice){ (const char *) a, a_size }, \
                             (Slice){ (const char *) b, b_size }, out, room, seed); \
  }

#endif
