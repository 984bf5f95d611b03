/* SPDX-License-Identifier: MIT */
#ifndef TEST_MAIN_H
#define TEST_MAIN_H

#include <check.h>

/** The tests of one test program; tests/test-main.c runs what the other file of it defines. */
Suite *test_suite (void);

#endif
