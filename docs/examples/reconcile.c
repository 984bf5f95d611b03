/* Reconciles files and lists what differs: an example of libacorecon (docs/library.md).
 *
 *   cc reconcile.c -o reconcile $(pkg-config --cflags --libs acorecon)
 *   ./reconcile 2026-10 downloads
 */
#include <acorecon.h>
#include <stdio.h>

/* Says what is wrong and gives the status that the command would end with. */
static int
fail (AcoreconError *error)
{
  const int status = (int) acorecon_error_kind (error);
  size_t i;

  for (i = 0; acorecon_error_detail (error, i) != NULL; i++)
    fprintf (stderr, "%s\n", acorecon_error_detail (error, i));
  fprintf (stderr, "reconcile: %s\n", acorecon_error_message (error));
  acorecon_error_free (error);
  return status;
}

static const char *
shown (const char *cell)
{
  return cell != NULL ? cell : "-"; /* nothing is known */
}

static int
list_findings (const AcoreconReport *report, AcoreconError **error)
{
  const size_t table = acorecon_report_find_table (report, "findings");
  const size_t code = acorecon_report_find_column (report, table, "code");
  const size_t amount = acorecon_report_find_column (report, table, "amount");
  const size_t message = acorecon_report_find_column (report, table, "message");
  AcoreconCursor *cursor = acorecon_cursor_new (report, "findings", error);

  if (cursor == NULL)
    return 0;
  while (acorecon_cursor_next (cursor))
    printf ("%s %s %s\n", shown (acorecon_cursor_cell (cursor, code)),
            shown (acorecon_cursor_cell (cursor, amount)),
            shown (acorecon_cursor_cell (cursor, message)));
  acorecon_cursor_free (cursor);
  return 1;
}

static AcoreconReport *
reckon (AcoreconJob *job, const char *month, const char *path, AcoreconError **error)
{
  if (!acorecon_job_set (job, "month", month, error) || !acorecon_job_add_file (job, path, error))
    return NULL;
  return acorecon_job_reckon (job, error);
}

int
main (int argc, char **argv)
{
  AcoreconJob *job = acorecon_job_new ();
  AcoreconError *error = NULL;
  AcoreconReport *report;
  int status;

  if (argc != 3)
    {
      fprintf (stderr, "usage: reconcile MONTH PATH\n");
      acorecon_job_free (job);
      return ACORECON_ERROR_USAGE;
    }
  report = reckon (job, argv[1], argv[2], &error);
  acorecon_job_free (job);
  if (report == NULL)
    return fail (error);

  printf ("%s\n", acorecon_report_verdict (report));
  status = list_findings (report, &error) ? acorecon_report_exit_status (report) : fail (error);
  acorecon_report_free (report);
  return status;
}
