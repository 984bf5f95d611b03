/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_WATCH_TEXT_H
#define OUTPUT_TEXT_WATCH_TEXT_H

#include "core/answer/watch-row.h"
#include "output/text/text-style.h"

/**
 * The watch list as a text for a mail: a line for each agreement, never broken, with what is at
 * stake, whose it is, why, and what to do. @only_new: it lists what is new since the last time.
 */
void watch_text_render (const Report *watch, gboolean only_new, const TextStyle *style,
                        GString *out);

#endif
