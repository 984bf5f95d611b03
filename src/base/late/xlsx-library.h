/* SPDX-License-Identifier: MIT */
#ifndef BASE_LATE_XLSX_LIBRARY_H
#define BASE_LATE_XLSX_LIBRARY_H

#include <glib.h>
#include <xlsxwriter.h>

/**
 * libxlsxwriter, which needs libcrypto. Who includes this calls its functions by their own names,
 * after xlsx_library_open(), which gives FALSE with RECON_ERROR_INTERNAL where it is not to be had.
 */
gboolean xlsx_library_open (GError **error);

/* clang-format off */
#define XLSX_LIBRARY_FUNCTIONS(USE) \
  USE (format_set_align) \
  USE (format_set_bg_color) \
  USE (format_set_bold) \
  USE (format_set_font_color) \
  USE (format_set_font_size) \
  USE (format_set_indent) \
  USE (format_set_num_format) \
  USE (format_set_text_wrap) \
  USE (lxw_strerror) \
  USE (lxw_workbook_free) \
  USE (workbook_add_format) \
  USE (workbook_add_worksheet) \
  USE (workbook_close) \
  USE (workbook_new_opt) \
  USE (workbook_set_properties) \
  USE (worksheet_autofilter) \
  USE (worksheet_fit_to_pages) \
  USE (worksheet_freeze_panes) \
  USE (worksheet_ignore_errors) \
  USE (worksheet_merge_range) \
  USE (worksheet_repeat_rows) \
  USE (worksheet_set_column) \
  USE (worksheet_set_footer) \
  USE (worksheet_set_header) \
  USE (worksheet_set_landscape) \
  USE (worksheet_set_margins) \
  USE (worksheet_set_paper) \
  USE (worksheet_set_row) \
  USE (worksheet_set_tab_color) \
  USE (worksheet_write_boolean) \
  USE (worksheet_write_formula_num) \
  USE (worksheet_write_number) \
  USE (worksheet_write_string)

#define XLSX_LIBRARY_MEMBER(function) __typeof__ (function) *late_##function;
/* clang-format on */

typedef struct
{
  XLSX_LIBRARY_FUNCTIONS (XLSX_LIBRARY_MEMBER)
} XlsxLibrary;

/** The table itself, for what follows. */
const XlsxLibrary *xlsx_library (void);

#define format_set_align (xlsx_library ()->late_format_set_align)
#define format_set_bg_color (xlsx_library ()->late_format_set_bg_color)
#define format_set_bold (xlsx_library ()->late_format_set_bold)
#define format_set_font_color (xlsx_library ()->late_format_set_font_color)
#define format_set_font_size (xlsx_library ()->late_format_set_font_size)
#define format_set_indent (xlsx_library ()->late_format_set_indent)
#define format_set_num_format (xlsx_library ()->late_format_set_num_format)
#define format_set_text_wrap (xlsx_library ()->late_format_set_text_wrap)
#define lxw_strerror (xlsx_library ()->late_lxw_strerror)
#define lxw_workbook_free (xlsx_library ()->late_lxw_workbook_free)
#define workbook_add_format (xlsx_library ()->late_workbook_add_format)
#define workbook_add_worksheet (xlsx_library ()->late_workbook_add_worksheet)
#define workbook_close (xlsx_library ()->late_workbook_close)
#define workbook_new_opt (xlsx_library ()->late_workbook_new_opt)
#define workbook_set_properties (xlsx_library ()->late_workbook_set_properties)
#define worksheet_autofilter (xlsx_library ()->late_worksheet_autofilter)
#define worksheet_fit_to_pages (xlsx_library ()->late_worksheet_fit_to_pages)
#define worksheet_freeze_panes (xlsx_library ()->late_worksheet_freeze_panes)
#define worksheet_ignore_errors (xlsx_library ()->late_worksheet_ignore_errors)
#define worksheet_merge_range (xlsx_library ()->late_worksheet_merge_range)
#define worksheet_repeat_rows (xlsx_library ()->late_worksheet_repeat_rows)
#define worksheet_set_column (xlsx_library ()->late_worksheet_set_column)
#define worksheet_set_footer (xlsx_library ()->late_worksheet_set_footer)
#define worksheet_set_header (xlsx_library ()->late_worksheet_set_header)
#define worksheet_set_landscape (xlsx_library ()->late_worksheet_set_landscape)
#define worksheet_set_margins (xlsx_library ()->late_worksheet_set_margins)
#define worksheet_set_paper (xlsx_library ()->late_worksheet_set_paper)
#define worksheet_set_row (xlsx_library ()->late_worksheet_set_row)
#define worksheet_set_tab_color (xlsx_library ()->late_worksheet_set_tab_color)
#define worksheet_write_boolean (xlsx_library ()->late_worksheet_write_boolean)
#define worksheet_write_formula_num (xlsx_library ()->late_worksheet_write_formula_num)
#define worksheet_write_number (xlsx_library ()->late_worksheet_write_number)
#define worksheet_write_string (xlsx_library ()->late_worksheet_write_string)

#endif
