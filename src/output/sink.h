/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_SINK_H
#define OUTPUT_SINK_H

#include <glib.h>

/**
 * Sink: where a writer puts its bytes. A writer appends and never looks back: the first failure
 * stays in the sink, what is appended after it is dropped, and whoever made the sink asks for the
 * failure once at the end (sink_flush() or sink_finish()). Does not know what it carries.
 *
 * Failures are RECON_ERROR_OUTPUT and read "FAILURE: reason", FAILURE being the text the sink was
 * made with. The program must block or ignore SIGPIPE; a pipe that nobody reads any more is then a
 * failure as well, RECON_ERROR_PIPE.
 *
 * Memory: 64 KiB, however much is written; a string sink's bytes are in its string.
 */
typedef struct Sink Sink;

/** Appends to @text, which is borrowed; cannot fail. */
Sink *sink_new_string (GString *text);
/** Writes to @fd, which is borrowed: it is neither synced nor closed. */
Sink *sink_new_fd (int fd, const char *failure);
/** Takes @size bytes; 0: it cannot. */
typedef int (*SinkWriteFunc) (gpointer data, gconstpointer bytes, gsize size);
/** Gives its bytes to @write, in pieces. The failure is told without a reason. */
Sink *sink_new_func (SinkWriteFunc write, gpointer data, const char *failure);
/** Writes to standard output. */
Sink *sink_new_stdout (void);
/**
 * Creates the file @name in the open folder @folder (@mode less the umask) and writes to it.
 * What already has that name is never opened or followed: NULL and @error.
 */
Sink *sink_new_file (int folder, const char *name, guint mode, const char *failure, GError **error);
/** Bytes that were not flushed are lost. NULL is fine. */
void sink_free (Sink *self);

void sink_append (Sink *self, const char *text);
void sink_append_bytes (Sink *self, const char *bytes, gsize length);
void sink_append_char (Sink *self, char byte);
void sink_printf (Sink *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/**
 * The open file, for a writer that needs the file itself instead of a place for bytes; it belongs
 * to the sink and can be read too. Not of a string sink.
 */
int sink_fd (const Sink *self);

/** TRUE: something failed; a long writer may stop early. */
gboolean sink_has_failed (const Sink *self);

/** Writes what is still held. FALSE with the first failure; every later call tells it again. */
gboolean sink_flush (Sink *self, GError **error);
/**
 * For sink_new_file(): flushes, makes the bytes durable and closes the file; nothing may be
 * appended afterwards. A failed sync is final: the kernel may have dropped the bytes.
 */
gboolean sink_finish (Sink *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sink, sink_free)

#endif
