/* SPDX-License-Identifier: MIT */
#ifndef INPUT_MCA_MCA_READER_H
#define INPUT_MCA_MCA_READER_H

#include "core/mca/mca-book.h"
#include "input/bytes/read-func.h"

/**
 * McaReader: one saved REST response, a page of resources, into a book. Memory follows what the
 * book keeps, and the largest resource.
 */

typedef struct
{
  const char *name; /* of the file, for messages and for the book; borrowed for the call */
  ReadFunc read;
  void *stream;
  gboolean lots_alone; /* other kinds than lots are refused */
} McaContent;

/**
 * The resources go into @book, and what the file is into *page, without its sha256. FALSE with
 * RECON_ERROR_INPUT, "FILE:LINE:COLUMN: found ..., expected ...".
 */
gboolean mca_reader_read (const McaContent *content, McaBook *book, McaPage *page, GError **error);

#endif
