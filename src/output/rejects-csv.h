/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_REJECTS_CSV_H
#define OUTPUT_REJECTS_CSV_H

#include "core/record/rejects.h"
#include "output/sink.h"

#define REJECTS_CSV_HEADER "file,line,column,code,reason,raw text\n"

/** The rejects file: file, line, column, code, reason, raw text of each bad row. */
void rejects_csv_write (const Rejects *rejects, Sink *sink);

#endif
