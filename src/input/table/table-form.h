/* SPDX-License-Identifier: MIT */
#ifndef INPUT_TABLE_TABLE_FORM_H
#define INPUT_TABLE_TABLE_FORM_H

#include "input/bytes/read-func.h"
#include "input/rows/row.h"

/**
 * TableForm: which columns a table has that people or portals made, and by which header names each
 * is known: of several that are present the first listed is the column, and the others are
 * unknown, which is no fault (credits contract, sections 2 to 4). Header names are compared as in
 * spec section 2.
 */
typedef struct
{
  const char *role;         /* as --map calls it */
  const char *const *names; /* as they are written, the first counts most; ends with NULL */
  gboolean is_needed;       /* the file has it, and its cells are not empty ... */
  gboolean may_be_empty;    /* ... unless this is so */
} TableColumn;

typedef struct
{
  const char *what; /* "a file of benefits" */
  const TableColumn *columns;
  guint count; /* at most TABLE_FORM_COLUMNS_MAX */
} TableForm;

#define TABLE_FORM_COLUMNS_MAX 20
#define TABLE_FORM_ABSENT (-1)

/** Where the columns of a form are in a file. */
typedef struct
{
  const TableForm *form;
  int columns[TABLE_FORM_COLUMNS_MAX]; /* TABLE_FORM_ABSENT: it has none */
  char *names[TABLE_FORM_COLUMNS_MAX]; /* as they stand there; NULL: it has none */
} TablePlaces;

/** Header names that the person who runs the program gives to roles (--map). */
typedef struct TableMap TableMap;

TableMap *table_form_map_new (void);
void table_form_map_free (TableMap *self); /* NULL is fine */
/**
 * @text: "ROLE=HEADER", of one of the @forms (NULL-terminated). The last of a role counts. FALSE
 * with RECON_ERROR_USAGE.
 */
gboolean table_form_map_add (TableMap *self, const char *text, const TableForm *const *forms,
                             GError **error);
/** The first header name that no file had, as it was given; NULL: each was there. */
const char *table_form_map_unmatched (const TableMap *self);

/**
 * Binds the columns of @header. @self: all zeros at first, to be cleared. FALSE with
 * RECON_ERROR_INPUT, "FILE:LINE: ...": a name stands twice.
 */
gboolean table_form_bind (TablePlaces *self, const TableForm *form, const Row *header,
                          TableMap *map, const char *file, GError **error);
/** The columns that are needed are there. FALSE with RECON_ERROR_INPUT, which tells their names. */
gboolean table_form_has_needed (const TablePlaces *self, const char *file, guint64 line,
                                GError **error);
void table_form_clear_places (TablePlaces *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TableMap, table_form_map_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TablePlaces, table_form_clear_places)

#endif
