/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BILLING_KIND_READER_H
#define INPUT_BILLING_KIND_READER_H

#include "core/record/file-kind.h"
#include "input/billing/cells.h"
#include "input/billing/record-target.h"

#define KIND_ROLES_MAX 6

/** Some roles of columns. */
typedef struct
{
  guint roles[KIND_ROLES_MAX];
  guint count;
} KindRoles;

/**
 * KindReader: how files of a kind are recognised and read (spec section 2, "Needed"). What a kind
 * is called and how its records behave is not known here: core/record/file-kind.
 */
typedef struct
{
  FileKind kind;
  KindRoles needed;     /* all of these columns make a file of this kind ... */
  KindRoles telling;    /* ... and one of these, where there are any */
  guint foreign;        /* a column that no such file has; ROLE_NONE: there is none */
  const char *currency; /* the header name of the currency, where it is not those of its role */

  /** Which published version a header of this kind is. Static; never NULL. */
  const char *(*version) (const Header *header);
  /** The columns that are read. @with_texts: also those of UsageTexts. */
  const guint *(*roles) (gboolean with_texts, gsize *count);
  /** Runs of them for cells_bind_runs(), in the order that @take expects; NULL: it knows none. */
  const CellsRunRoles *(*runs) (guint *count);
  /**
   * A row into a record, and that to the target; nothing when a cell is bad. NULL: rows are
   * counted, not understood.
   */
  void (*take) (Cells *cells, Position at, const RecordTarget *target);
} KindReader;

/** In the order in which a header is held against them. Static. */
const KindReader *kind_reader_table (guint *count);

#endif
