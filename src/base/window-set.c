/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/window-set.h"

#include "base/search.h"

typedef struct
{
  Day first;
  Day last; /* once sorted: the latest of this and all windows before it */
} Window;

struct WindowSet
{
  GArray *windows; /* of Window; once sorted ascending by first */
  gboolean is_sorted;
};

WindowSet *
window_set_new (void)
{
  WindowSet *self = g_new0 (WindowSet, 1);

  self->windows = g_array_new (FALSE, FALSE, sizeof (Window));
  return self;
}

void
window_set_free (WindowSet *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->windows);
  g_free (self);
}

void
window_set_add (WindowSet *self, Day effective, Day expiry)
{
  const Window window = { .first = effective != DAY_NONE ? effective : G_MININT32,
                          .last = expiry != DAY_NONE ? expiry : G_MAXINT32 };

  g_assert (!self->is_sorted);
  g_array_append_val (self->windows, window);
}

gboolean
window_set_is_empty (const WindowSet *self)
{
  return self->windows->len == 0;
}

static gint
compare_windows (gconstpointer a, gconstpointer b)
{
  const Window *x = a, *y = b;
  return (x->first > y->first) - (x->first < y->first);
}

static void
sort (WindowSet *self)
{
  if (self->is_sorted)
    return;
  g_array_sort (self->windows, compare_windows);
  for (guint i = 1; i < self->windows->len; i++)
    {
      Window *window = &g_array_index (self->windows, Window, i);
      window->last = MAX (window->last, g_array_index (self->windows, Window, i - 1).last);
    }
  self->is_sorted = TRUE;
}

/* Never 0: a window that begins on the day has begun. */
static int
compare_with_window (gconstpointer day, gconstpointer window)
{
  return *(const Day *) day < ((const Window *) window)->first ? -1 : 1;
}

/* How many windows have begun on @day. */
static guint
begun_on (WindowSet *self, Day day)
{
  sort (self);
  return search_lower_bound (self->windows->data, self->windows->len, sizeof (Window), &day,
                             compare_with_window);
}

gboolean
window_set_holds (WindowSet *self, Day day)
{
  return window_set_holds_both (self, day, day);
}

gboolean
window_set_holds_both (WindowSet *self, Day day, Day later)
{
  const guint begun = begun_on (self, day);

  return begun > 0 && g_array_index (self->windows, Window, begun - 1).last >= later;
}

gboolean
window_set_begins_between (WindowSet *self, Day day, Day later)
{
  return begun_on (self, later) > begun_on (self, day);
}
