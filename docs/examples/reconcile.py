"""Reconciles files and lists what differs: an example of libacorecon by ctypes (docs/library.md).

    python3 reconcile.py 2026-10 downloads
"""

import ctypes
import os
import sys
from ctypes import POINTER, byref, c_char_p, c_int, c_size_t, c_uint, c_void_p

WRITE = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p, c_size_t)


def load():
    library = ctypes.CDLL(os.environ.get("ACORECON_LIBRARY", "libacorecon.so.0"))
    error = POINTER(c_void_p)
    for name, result, arguments in (
        ("acorecon_version", c_char_p, []),
        ("acorecon_error_kind", c_int, [c_void_p]),
        ("acorecon_error_message", c_char_p, [c_void_p]),
        ("acorecon_error_detail", c_char_p, [c_void_p, c_size_t]),
        ("acorecon_error_free", None, [c_void_p]),
        ("acorecon_job_new", c_void_p, []),
        ("acorecon_job_free", None, [c_void_p]),
        ("acorecon_job_set", c_int, [c_void_p, c_char_p, c_char_p, error]),
        ("acorecon_job_add_file", c_int, [c_void_p, c_char_p, error]),
        ("acorecon_job_add_buffer", c_int, [c_void_p, c_char_p, c_char_p, c_size_t, error]),
        ("acorecon_job_reckon", c_void_p, [c_void_p, error]),
        ("acorecon_report_free", None, [c_void_p]),
        ("acorecon_report_exit_status", c_int, [c_void_p]),
        ("acorecon_report_verdict", c_char_p, [c_void_p]),
        ("acorecon_report_table_count", c_size_t, [c_void_p]),
        ("acorecon_report_table_name", c_char_p, [c_void_p, c_size_t]),
        ("acorecon_report_find_table", c_size_t, [c_void_p, c_char_p]),
        ("acorecon_report_row_count", c_size_t, [c_void_p, c_size_t]),
        ("acorecon_report_column_count", c_size_t, [c_void_p, c_size_t]),
        ("acorecon_report_column_name", c_char_p, [c_void_p, c_size_t, c_size_t]),
        ("acorecon_cursor_new", c_void_p, [c_void_p, c_char_p, error]),
        ("acorecon_cursor_free", None, [c_void_p]),
        ("acorecon_cursor_next", c_int, [c_void_p]),
        ("acorecon_cursor_cell", c_char_p, [c_void_p, c_size_t]),
        ("acorecon_form_name", c_char_p, [c_size_t]),
        ("acorecon_report_write", c_int, [c_void_p, c_char_p, WRITE, c_void_p, error]),
        ("acorecon_report_write_pack", c_int, [c_void_p, c_char_p, c_uint, error]),
    ):
        function = getattr(library, name)
        function.restype = result
        function.argtypes = arguments
    return library


LIBRARY = load()


class Refused(Exception):
    """What the command would say, and the status that it would end with."""

    def __init__(self, error):
        super().__init__(LIBRARY.acorecon_error_message(error).decode())
        self.status = LIBRARY.acorecon_error_kind(error)
        self.details = []
        while detail := LIBRARY.acorecon_error_detail(error, len(self.details)):
            self.details.append(detail.decode())
        LIBRARY.acorecon_error_free(error)


def call(function, *arguments):
    error = c_void_p()
    result = function(*arguments, byref(error))
    if not result:
        raise Refused(error)
    return result


class Report:
    """Files reckoned. Options are those of the command; True stands for a switch."""

    def __init__(self, files, **options):
        job = LIBRARY.acorecon_job_new()
        try:
            for name, value in options.items():
                for one in value if isinstance(value, list) else [value]:
                    text = None if one is True else str(one).encode()
                    call(LIBRARY.acorecon_job_set, job, name.replace("_", "-").encode(), text)
            for file in files:
                if isinstance(file, tuple):  # a name and its bytes
                    name, data = file
                    call(LIBRARY.acorecon_job_add_buffer, job, name.encode(), data, len(data))
                else:
                    call(LIBRARY.acorecon_job_add_file, job, os.fsencode(file))
            self.report = call(LIBRARY.acorecon_job_reckon, job)
        finally:
            LIBRARY.acorecon_job_free(job)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        LIBRARY.acorecon_report_free(self.report)

    def verdict(self):
        return LIBRARY.acorecon_report_verdict(self.report).decode()

    def exit_status(self):
        return LIBRARY.acorecon_report_exit_status(self.report)

    def tables(self):
        count = LIBRARY.acorecon_report_table_count(self.report)
        return [LIBRARY.acorecon_report_table_name(self.report, i).decode() for i in range(count)]

    def columns(self, table):
        index = LIBRARY.acorecon_report_find_table(self.report, table.encode())
        count = LIBRARY.acorecon_report_column_count(self.report, index)
        return [LIBRARY.acorecon_report_column_name(self.report, index, i).decode() for i in range(count)]

    def rows(self, table):
        """Each row as a dictionary; None: nothing is known."""
        columns = self.columns(table)
        cursor = call(LIBRARY.acorecon_cursor_new, self.report, table.encode())
        try:
            while LIBRARY.acorecon_cursor_next(cursor):
                cells = [LIBRARY.acorecon_cursor_cell(cursor, i) for i in range(len(columns))]
                yield dict(zip(columns, (None if cell is None else cell.decode() for cell in cells)))
        finally:
            LIBRARY.acorecon_cursor_free(cursor)

    def form(self, name):
        """Its bytes."""
        pieces = []

        def take(_, data, size):
            pieces.append(ctypes.string_at(data, size))
            return 1

        call(LIBRARY.acorecon_report_write, self.report, name.encode(), WRITE(take), None)
        return b"".join(pieces)

    def write_pack(self, folder):
        call(LIBRARY.acorecon_report_write_pack, self.report, os.fsencode(folder), 0)


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: reconcile.py MONTH PATH")
    try:
        with Report([sys.argv[2]], month=sys.argv[1]) as report:
            print(report.verdict())
            for row in report.rows("findings"):
                print(row["code"], row["amount"] or "-", row["message"] or "-")
            return report.exit_status()
    except Refused as refusal:
        print(*refusal.details, f"reconcile: {refusal}", sep="\n", file=sys.stderr)
        return refusal.status


if __name__ == "__main__":
    sys.exit(main())
