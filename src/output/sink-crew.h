/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_SINK_CREW_H
#define OUTPUT_SINK_CREW_H

#include "output/sink.h"

/**
 * SinkCrew: threads that finish files, which is to wait for the disk, while whoever writes goes on
 * with the next. A disk that is asked for many things at a time answers them together. Where there
 * is no thread to be had, files are finished as they are given.
 */
typedef struct SinkCrew SinkCrew;

SinkCrew *sink_crew_new (void);
/** Waits for the threads; what none of them has begun is not finished. NULL is fine. */
void sink_crew_free (SinkCrew *self);

/**
 * Takes @sink over, of sink_new_file(), for sink_finish(). Waits while very many are held already:
 * each is an open file. FALSE: something failed before; sink_crew_wait() tells what.
 */
gboolean sink_crew_take (SinkCrew *self, Sink *sink);
/** Waits until all are finished. FALSE with the failure of the one that was given first. */
gboolean sink_crew_wait (SinkCrew *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SinkCrew, sink_crew_free)

#endif
