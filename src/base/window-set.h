/* SPDX-License-Identifier: MIT */
#ifndef BASE_WINDOW_SET_H
#define BASE_WINDOW_SET_H

#include "base/calendar.h"

/**
 * WindowSet: the times in which agreements run, each from EffectiveDate to ExpiryDate, both
 * included. A date that is not given is no limit. Questions cost the logarithm of how many there
 * are, for input decides that.
 */
typedef struct WindowSet WindowSet;

WindowSet *window_set_new (void);
void window_set_free (WindowSet *self); /* NULL is fine */

/** DAY_NONE: no limit. A window that ends before it begins holds no day. Before all questions. */
void window_set_add (WindowSet *self, Day effective, Day expiry);

gboolean window_set_is_empty (const WindowSet *self);
/** Some window holds @day. */
gboolean window_set_holds (WindowSet *self, Day day);
/** Some window holds @day and also @later, which is not before it. */
gboolean window_set_holds_both (WindowSet *self, Day day, Day later);
/** Some window begins after @day and not after @later. */
gboolean window_set_begins_between (WindowSet *self, Day day, Day later);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WindowSet, window_set_free)

#endif
