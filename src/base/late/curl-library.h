/* SPDX-License-Identifier: MIT */
#ifndef BASE_LATE_CURL_LIBRARY_H
#define BASE_LATE_CURL_LIBRARY_H

#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#include <glib.h>

#undef curl_easy_setopt
#undef curl_easy_getinfo
#undef curl_multi_setopt

/**
 * libcurl, for the one command that asks the network. Who includes this calls its functions by
 * their own names, after curl_library_open(), which gives FALSE with RECON_ERROR_INTERNAL where it
 * is not to be had.
 */
gboolean curl_library_open (GError **error);

/* clang-format off */
#define CURL_LIBRARY_FUNCTIONS(USE) \
  USE (curl_easy_cleanup) \
  USE (curl_easy_getinfo) \
  USE (curl_easy_header) \
  USE (curl_easy_init) \
  USE (curl_easy_reset) \
  USE (curl_easy_setopt) \
  USE (curl_getdate) \
  USE (curl_global_init) \
  USE (curl_multi_add_handle) \
  USE (curl_multi_cleanup) \
  USE (curl_multi_info_read) \
  USE (curl_multi_init) \
  USE (curl_multi_perform) \
  USE (curl_multi_poll) \
  USE (curl_multi_remove_handle) \
  USE (curl_slist_append) \
  USE (curl_slist_free_all) \
  USE (curl_version)

#define CURL_LIBRARY_MEMBER(function) __typeof__ (function) *late_##function;
/* clang-format on */

typedef struct
{
  CURL_LIBRARY_FUNCTIONS (CURL_LIBRARY_MEMBER)
} CurlLibrary;

/** The table itself, for what follows. */
const CurlLibrary *curl_library (void);

#define curl_easy_cleanup (curl_library ()->late_curl_easy_cleanup)
#define curl_easy_getinfo (curl_library ()->late_curl_easy_getinfo)
#define curl_easy_header (curl_library ()->late_curl_easy_header)
#define curl_easy_init (curl_library ()->late_curl_easy_init)
#define curl_easy_reset (curl_library ()->late_curl_easy_reset)
#define curl_easy_setopt (curl_library ()->late_curl_easy_setopt)
#define curl_getdate (curl_library ()->late_curl_getdate)
#define curl_global_init (curl_library ()->late_curl_global_init)
#define curl_multi_add_handle (curl_library ()->late_curl_multi_add_handle)
#define curl_multi_cleanup (curl_library ()->late_curl_multi_cleanup)
#define curl_multi_info_read (curl_library ()->late_curl_multi_info_read)
#define curl_multi_init (curl_library ()->late_curl_multi_init)
#define curl_multi_perform (curl_library ()->late_curl_multi_perform)
#define curl_multi_poll (curl_library ()->late_curl_multi_poll)
#define curl_multi_remove_handle (curl_library ()->late_curl_multi_remove_handle)
#define curl_slist_append (curl_library ()->late_curl_slist_append)
#define curl_slist_free_all (curl_library ()->late_curl_slist_free_all)
#define curl_version (curl_library ()->late_curl_version)

#endif
