/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/customer-labels.h"

#include <string.h>

#include "base/printable.h"
#include "base/visible-text.h"
#include "core/report/report-cell.h"

#define ID_START_MIN 8 /* the first block of a GUID */

typedef struct
{
  char *id;
  char *name; /* printable; "" without one */
  char *label;
  gsize tail;
} Customer;

struct CustomerLabels
{
  GPtrArray *customers; /* of Customer, owned */
  GTree *by_id;         /* into it; no hash table, for ids come from files */
};

static void
customer_free (gpointer data)
{
  Customer *customer = data;

  g_free (customer->id);
  g_free (customer->name);
  g_free (customer->label);
  g_free (customer);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

static void
collect_customer (CustomerLabels *self, const char *id, const char *name)
{
  if (id == NULL || *id == '\0' || g_tree_lookup (self->by_id, id) != NULL)
    return;

  Customer *customer = g_new0 (Customer, 1);

  customer->id = g_strdup (id);
  customer->name = printable_text (name);
  g_ptr_array_add (self->customers, customer);
  g_tree_insert (self->by_id, customer->id, customer);
}

/* What a table tells of its customers. */
typedef struct
{
  const ReportColumn *id;
  const ReportColumn *name; /* NULL: it has none */
  const char *last;         /* rows of a customer mostly follow each other */
} CustomerColumns;

static CustomerColumns
customer_columns (const ReportTableInfo *info)
{
  return (CustomerColumns){ .id = report_cell_column (info, "customer_id"),
                            .name = report_cell_column (info, "customer_name") };
}

static void
collect_row (CustomerLabels *self, CustomerColumns *columns, gconstpointer row)
{
  const char *id = report_cell_text (columns->id, row);

  if (g_strcmp0 (id, columns->last) != 0)
    collect_customer (self, id,
                      columns->name != NULL ? report_cell_text (columns->name, row) : NULL);
  columns->last = id;
}

/* Where the rows name customers, or where they know only their ids. */
static void
collect_table (CustomerLabels *self, const Report *report, guint table, gboolean named)
{
  CustomerColumns columns = customer_columns (&report_schema (report)->tables[table].info);
  ReportBuffer buffer = { 0 };

  if (columns.id == NULL || (columns.name != NULL) != named)
    return;
  for (gsize i = 0; i < report_row_count (report, table); i++)
    collect_row (self, &columns, report_read (report, table, i, &buffer));
}

static gint
compare_customers (gconstpointer a, gconstpointer b)
{
  const Customer *x = *(const Customer *const *) a;
  const Customer *y = *(const Customer *const *) b;
  gint order = strcmp (x->name, y->name);

  return order != 0 ? order : strcmp (x->id, y->id);
}

static gsize
common_length (const char *a, const char *b)
{
  gsize length = 0;

  while (a[length] != '\0' && a[length] == b[length])
    length++;
  return length;
}

/* How much of the ids of @count namesakes, sorted by id, tells them apart. */
static gsize
telling_length (Customer *const *namesakes, guint count)
{
  gsize length = ID_START_MIN;

  for (guint i = 1; i < count; i++)
    length = MAX (length, common_length (namesakes[i - 1]->id, namesakes[i]->id) + 1);
  return length;
}

static void
label_by_name_and_id (Customer *customer, gsize id_length)
{
  gsize length = MIN (id_length, strlen (customer->id));

  while (((guchar) customer->id[length] & 0xC0) == 0x80) /* never within a character */
    length++;

  g_autofree char *start = g_strndup (customer->id, length);
  g_autofree char *visible = printable_text (start);

  customer->label = g_strdup_printf ("%s (%s)", customer->name, visible);
  customer->tail = printable_width (visible) + strlen (" ()");
}

static void
label_namesakes (Customer *const *namesakes, guint count)
{
  gsize id_length = telling_length (namesakes, count);

  for (guint i = 0; i < count; i++)
    if (*namesakes[i]->name == '\0')
      namesakes[i]->label = printable_text (namesakes[i]->id);
    else if (count == 1)
      namesakes[i]->label = g_strdup (namesakes[i]->name);
    else
      label_by_name_and_id (namesakes[i], id_length);
}

static void
label_all (CustomerLabels *self)
{
  GPtrArray *sorted = self->customers;
  guint begin = 0;

  g_ptr_array_sort (sorted, compare_customers);
  while (begin < sorted->len)
    {
      Customer *const *group = (Customer *const *) &g_ptr_array_index (sorted, begin);
      guint count = 1;

      while (begin + count < sorted->len && strcmp (group[0]->name, group[count]->name) == 0)
        count++;
      label_namesakes (group, count);
      begin += count;
    }
}

static CustomerLabels *
labels_new (void)
{
  CustomerLabels *self = g_new (CustomerLabels, 1);

  self->customers = g_ptr_array_new_with_free_func (customer_free);
  self->by_id = g_tree_new (compare_ids);
  return self;
}

CustomerLabels *
customer_labels_new (const Report *report)
{
  CustomerLabels *self = labels_new ();

  for (int named = TRUE; named >= FALSE; named--) /* a name is heard before the bare id */
    for (guint i = 0; i < report_schema (report)->table_count; i++)
      collect_table (self, report, i, named);
  label_all (self);
  return self;
}

CustomerLabels *
customer_labels_new_of_rows (const ReportTableInfo *info, gconstpointer rows, gsize count)
{
  CustomerLabels *self = labels_new ();
  CustomerColumns columns = customer_columns (info);

  if (columns.id != NULL && columns.name != NULL)
    for (gsize i = 0; i < count; i++)
      collect_row (self, &columns, (const char *) rows + i * info->row_size);
  label_all (self);
  return self;
}

void
customer_labels_free (CustomerLabels *self)
{
  if (self == NULL)
    return;
  g_tree_unref (self->by_id);
  g_ptr_array_unref (self->customers);
  g_free (self);
}

CustomerLabel
customer_labels_lookup (const CustomerLabels *self, const char *customer_id)
{
  const Customer *customer = customer_id != NULL ? g_tree_lookup (self->by_id, customer_id) : NULL;

  if (customer == NULL)
    return (CustomerLabel){ .text = "" };
  return (CustomerLabel){ .text = customer->label, .tail = customer->tail };
}

char *
customer_labels_shorten (CustomerLabel label, gsize width)
{
  g_autofree char *brief = printable_shorten (label.text, width, label.tail);

  return visible_text (brief, width);
}
