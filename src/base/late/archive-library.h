/* SPDX-License-Identifier: MIT */
#ifndef BASE_LATE_ARCHIVE_LIBRARY_H
#define BASE_LATE_ARCHIVE_LIBRARY_H

#include <archive.h>
#include <archive_entry.h>
#include <glib.h>

/**
 * libarchive, which needs eight libraries more. Who includes this calls its functions by their own
 * names, after archive_library_open(), which gives FALSE with RECON_ERROR_INTERNAL where it is not
 * to be had.
 */
gboolean archive_library_open (GError **error);

/* clang-format off */
#define ARCHIVE_LIBRARY_FUNCTIONS(USE) \
  USE (archive_entry_filetype) \
  USE (archive_entry_hardlink) \
  USE (archive_entry_is_encrypted) \
  USE (archive_entry_pathname) \
  USE (archive_entry_size) \
  USE (archive_entry_symlink) \
  USE (archive_errno) \
  USE (archive_error_string) \
  USE (archive_filter_bytes) \
  USE (archive_filter_code) \
  USE (archive_filter_count) \
  USE (archive_read_data) \
  USE (archive_read_data_skip) \
  USE (archive_read_free) \
  USE (archive_read_new) \
  USE (archive_read_next_header) \
  USE (archive_read_open1) \
  USE (archive_read_set_callback_data) \
  USE (archive_read_set_read_callback) \
  USE (archive_read_set_seek_callback) \
  USE (archive_read_set_skip_callback) \
  USE (archive_read_support_filter_xz) \
  USE (archive_read_support_filter_zstd) \
  USE (archive_read_support_format_empty) \
  USE (archive_read_support_format_raw) \
  USE (archive_read_support_format_tar) \
  USE (archive_read_support_format_zip_seekable) \
  USE (archive_read_support_format_zip_streamable) \
  USE (archive_set_error) \
  USE (archive_version_string)

#define ARCHIVE_LIBRARY_MEMBER(function) __typeof__ (function) *late_##function;
/* clang-format on */

typedef struct
{
  ARCHIVE_LIBRARY_FUNCTIONS (ARCHIVE_LIBRARY_MEMBER)
} ArchiveLibrary;

/** The table itself, for what follows. */
const ArchiveLibrary *archive_library (void);

#define archive_entry_filetype (archive_library ()->late_archive_entry_filetype)
#define archive_entry_hardlink (archive_library ()->late_archive_entry_hardlink)
#define archive_entry_is_encrypted (archive_library ()->late_archive_entry_is_encrypted)
#define archive_entry_pathname (archive_library ()->late_archive_entry_pathname)
#define archive_entry_size (archive_library ()->late_archive_entry_size)
#define archive_entry_symlink (archive_library ()->late_archive_entry_symlink)
#define archive_errno (archive_library ()->late_archive_errno)
#define archive_error_string (archive_library ()->late_archive_error_string)
#define archive_filter_bytes (archive_library ()->late_archive_filter_bytes)
#define archive_filter_code (archive_library ()->late_archive_filter_code)
#define archive_filter_count (archive_library ()->late_archive_filter_count)
#define archive_read_data (archive_library ()->late_archive_read_data)
#define archive_read_data_skip (archive_library ()->late_archive_read_data_skip)
#define archive_read_free (archive_library ()->late_archive_read_free)
#define archive_read_new (archive_library ()->late_archive_read_new)
#define archive_read_next_header (archive_library ()->late_archive_read_next_header)
#define archive_read_open1 (archive_library ()->late_archive_read_open1)
#define archive_read_set_callback_data (archive_library ()->late_archive_read_set_callback_data)
#define archive_read_set_read_callback (archive_library ()->late_archive_read_set_read_callback)
#define archive_read_set_seek_callback (archive_library ()->late_archive_read_set_seek_callback)
#define archive_read_set_skip_callback (archive_library ()->late_archive_read_set_skip_callback)
#define archive_read_support_filter_xz (archive_library ()->late_archive_read_support_filter_xz)
#define archive_read_support_filter_zstd (archive_library ()->late_archive_read_support_filter_zstd)
#define archive_read_support_format_empty \
  (archive_library ()->late_archive_read_support_format_empty)
#define archive_read_support_format_raw (archive_library ()->late_archive_read_support_format_raw)
#define archive_read_support_format_tar (archive_library ()->late_archive_read_support_format_tar)
#define archive_read_support_format_zip_seekable \
  (archive_library ()->late_archive_read_support_format_zip_seekable)
#define archive_read_support_format_zip_streamable \
  (archive_library ()->late_archive_read_support_format_zip_streamable)
#define archive_set_error (archive_library ()->late_archive_set_error)
#define archive_version_string (archive_library ()->late_archive_version_string)

#endif
