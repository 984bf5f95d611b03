/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/xlsx/xlsx-parts.h"

#include "output/xlsx/xlsx-text.h"

#define CREATED_MAX G_GINT64_CONSTANT (253402300799) /* the end of year 9999 */

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/"
#define OPC "http://schemas.openxmlformats.org/package/2006/"
#define SHEET_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml."
#define PACKAGE_TYPE "application/vnd.openxmlformats-package."

static const char *
name_of (const XlsxParts *self, guint index)
{
  return g_ptr_array_index (self->names, index);
}

static const XlsxLayout *
layout_of (const XlsxParts *self, guint index)
{
  return g_ptr_array_index (self->layouts, index);
}

/* The workbook */

static void
append_sheets (const XlsxParts *self, GString *out)
{
  g_string_append (out, "<sheets>");
  for (guint i = 0; i < self->names->len; i++)
    {
      g_string_append (out, "<sheet name=\"");
      xlsx_text_append_quoted (name_of (self, i), out);
      g_string_append_printf (out, "\" sheetId=\"%u\" r:id=\"rId%u\"/>", i + 1, i + 1);
    }
  g_string_append (out, "</sheets>");
}

/* A name that spreadsheets themselves give to something on a sheet, up to what it stands for. */
static void
begin_name (const XlsxParts *self, guint index, const char *name, GString *out)
{
  g_string_append_printf (out, "<definedName name=\"_xlnm.%s\" localSheetId=\"%u\"%s>'", name,
                          index, g_str_equal (name, "Print_Titles") ? "" : " hidden=\"1\"");
  xlsx_text_append (name_of (self, index), out);
  g_string_append (out, "'!");
}

static void
append_filter (const XlsxParts *self, guint index, GString *out)
{
  const XlsxLayout *layout = layout_of (self, index);

  begin_name (self, index, "_FilterDatabase", out);
  xlsx_cell_append_fixed ((XlsxCell){ 0, 0 }, out);
  g_string_append_c (out, ':');
  xlsx_cell_append_fixed ((XlsxCell){ layout->rows, (guint16) (layout->columns - 1) }, out);
  g_string_append (out, "</definedName>");
}

/* Where the filters of tables are, and that their headers are printed on every page. */
static void
append_names (const XlsxParts *self, GString *out)
{
  const gsize start = out->len;

  for (guint i = 0; i < self->names->len; i++)
    {
      if (!layout_of (self, i)->is_table)
        continue;
      g_string_append (out, out->len == start ? "<definedNames>" : "");
      append_filter (self, i, out);
      begin_name (self, i, "Print_Titles", out);
      g_string_append (out, "$1:$1</definedName>");
    }
  g_string_append (out, out->len > start ? "</definedNames>" : "");
}

static void
append_workbook (const XlsxParts *self, GString *out)
{
  g_string_append (out, "<workbook xmlns=\"" XLSX_TEXT_MAIN "\" xmlns:r=\"" OFFICE
                        "relationships\"><workbookPr/><bookViews><workbookView/></bookViews>");
  append_sheets (self, out);
  append_names (self, out);
  g_string_append (out, "<calcPr fullCalcOnLoad=\"1\"/></workbook>");
}

/* What the file says of itself */

static void
append_core (const XlsxParts *self, GString *out)
{
  g_autoptr (GDateTime) time
      = g_date_time_new_from_unix_utc (CLAMP (self->created, 1, CREATED_MAX));
  g_autofree char *text = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");

  g_string_append_printf (
      out,
      "<cp:coreProperties xmlns:cp=\"" OPC "metadata/core-properties\" "
      "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
      "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%s</dcterms:created>"
      "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">%s</dcterms:modified></cp:coreProperties>",
      text, text);
}

static void
append_application (const XlsxParts *self G_GNUC_UNUSED, GString *out)
{
  g_string_append (out, "<Properties xmlns=\"" OFFICE "extended-properties\">"
                        "<Application>Microsoft Excel</Application>"
                        "<AppVersion>12.0000</AppVersion></Properties>");
}

/* How the parts belong together */

static void
append_type (const char *name, const char *type, GString *out)
{
  g_string_append_printf (out, "<Override PartName=\"/%s\" ContentType=\"%s+xml\"/>", name, type);
}

static void
append_types (const XlsxParts *self, GString *out)
{
  g_string_append (out, "<Types xmlns=\"" OPC "content-types\"><Default Extension=\"rels\" "
                        "ContentType=\"" PACKAGE_TYPE "relationships+xml\"/><Default "
                        "Extension=\"xml\" ContentType=\"application/xml\"/>");
  append_type ("docProps/app.xml",
               "application/vnd.openxmlformats-officedocument.extended-properties", out);
  append_type ("docProps/core.xml", PACKAGE_TYPE "core-properties", out);
  append_type ("xl/styles.xml", SHEET_TYPE "styles", out);
  append_type ("xl/workbook.xml", SHEET_TYPE "sheet.main", out);
  for (guint i = 0; i < self->names->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1);

      append_type (name, SHEET_TYPE "worksheet", out);
    }
  g_string_append (out, "</Types>");
}

static void
append_relation (guint number, const char *type, const char *target, GString *out)
{
  g_string_append_printf (out, "<Relationship Id=\"rId%u\" Type=\"%s\" Target=\"%s\"/>", number,
                          type, target);
}

#define RELATIONS_START "<Relationships xmlns=\"" OPC "relationships\">"
#define RELATIONS_END "</Relationships>"

static void
append_package_relations (const XlsxParts *self G_GNUC_UNUSED, GString *out)
{
  g_string_append (out, RELATIONS_START);
  append_relation (1, OFFICE "relationships/officeDocument", "xl/workbook.xml", out);
  append_relation (2, OPC "relationships/metadata/core-properties", "docProps/core.xml", out);
  append_relation (3, OFFICE "relationships/extended-properties", "docProps/app.xml", out);
  g_string_append (out, RELATIONS_END);
}

static void
append_workbook_relations (const XlsxParts *self, GString *out)
{
  g_string_append (out, RELATIONS_START);
  for (guint i = 0; i < self->names->len; i++)
    {
      g_autofree char *target = g_strdup_printf ("worksheets/sheet%u.xml", i + 1);

      append_relation (i + 1, OFFICE "relationships/worksheet", target, out);
    }
  append_relation (self->names->len + 1, OFFICE "relationships/styles", "styles.xml", out);
  g_string_append (out, RELATIONS_END);
}

void
xlsx_parts_write (const XlsxParts *self, XlsxZip *zip)
{
  static const struct
  {
    const char *name;
    void (*append) (const XlsxParts *self, GString *out);
  } parts[] = {
    { "xl/workbook.xml", append_workbook },
    { "xl/_rels/workbook.xml.rels", append_workbook_relations },
    { "docProps/core.xml", append_core },
    { "docProps/app.xml", append_application },
    { "_rels/.rels", append_package_relations },
    { "[Content_Types].xml", append_types },
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_string_assign (text, XLSX_TEXT_START);
      parts[i].append (self, text);
      xlsx_zip_put (zip, parts[i].name, text);
    }
}
