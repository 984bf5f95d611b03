/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "engine/option/surroundings.h"

#include "input/bytes/limits.h"
#include "output/xlsx/report-xlsx.h"

Surroundings
surroundings_none (void)
{
  return (Surroundings){ .width = TEXT_WIDTH_DEFAULT,
                         .workbook_time = REPORT_XLSX_CREATED_AS_OF,
                         .part_bytes_min = PART_BYTES_MIN };
}

TextStyle
surroundings_text_style (const Surroundings *self, TextColour colour)
{
  return (TextStyle){ .width = self->width,
                      .colour = colour == TEXT_COLOUR_ALWAYS
                                || (colour == TEXT_COLOUR_AUTO && self->is_colourful) };
}
