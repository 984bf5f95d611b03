#!/usr/bin/env python3
"""Months closed one by one give the figures and findings that one run over all files gives: random worlds are cut into months, and
each month is reconciled from its own files and the history, and closed.

    python3 closing.py ACORECON_BINARY FIRST_SEED LAST_SEED [--daily]

Of each month three things are held together: the program with its history, the model with the seals that it made itself, and the model
over the files of all months so far, without a history. The first two must give the same report; the third the same tables and findings
of that month, but for file and line. Then the month is closed, `diff` finds nothing, and what the history holds of it is read with another
SQLite.

Of the files a month gets the balance rows of that month, its invoices whole, and the daily rows that belong to it; each is written as
plain CSV with the header of the file that it comes from. The first close has the balance rows of earlier months, too. A world ends with
the first month after that that cannot be sealed (no balance row, no billed line, rows read twice).
"""

import csv
import json
import os
import shlex
import shutil
import sqlite3
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

import acorecon_model as model
import compare
import random_world
import summaries

def usable_options(words):
    """Those that mean the same for a part of the files; None: the world is passed over, for they name files and headers."""
    kept, at = [], 0
    while at < len(words):
        name, _, value = words[at].partition("=")
        if name in ("--skip", "--map"):
            return None
        if name in ("--month", "--as-of", "--fail-on"):
            at += 1 if value else 2
            continue
        kept.append(words[at])
        at += 1
    return kept


def that_meet(options, folders):
    """Options that name what a part of the files may lack are wrong usage there."""
    words, at, kept = list(options), 0, []
    books = model.read_everything(model.parse_options([*without_names(options), *folders]))
    reasons = {line.reason for line in books.invoice_lines if line.number != ""}
    numbers = {line.number for line in books.invoice_lines}
    while at < len(words):
        name, equals, value = words[at].partition("=")
        if name not in NAMING:
            kept.append(words[at])
            at += 1
            continue
        value, at = (value, at + 1) if equals else (words[at + 1], at + 2)
        met = model.folded(value) in reasons if name == "--aco-reason" else model.folded(value.rpartition("=")[0]) in numbers
        kept += [name, value] if met else []
    return kept


NAMING = ("--aco-reason", "--invoice-month")


def without_names(options):
    kept, at = [], 0
    while at < len(options):
        name, equals, _ = options[at].partition("=")
        if name in NAMING:
            at += 1 if equals else 2
            continue
        kept.append(options[at])
        at += 1
    return kept


def cut_into_months(options):
    """-> month -> {file name: (separator, header cells, [cells])}, or None where it cannot be told. Files are read as the model reads
    them; what belongs to no month (estimates, files that are not used) is left out."""
    try:
        parsed = model.parse_options([*options, "in"])
        books = model.read_everything(parsed)
        _, report = model.reconcile(parsed)
    except (model.Refused, model.WrongUsage):
        return None
    # a month with rows that count twice is not sealed
    doubled = {f["file"] for f in report["findings"] if f["code"] == "ACO907"}
    billed = [line for line in books.invoice_lines if line.number != "" and line.place.file not in doubled]
    try:
        dated = model.date_invoices(books, billed, parsed)
    except model.Refused:
        return None
    month_of = {id(row): row.month for row in books.balance_rows}
    month_of.update((id(line), dated[line.number][0]) for line in billed)
    credited = {}
    for row in books.usage_rows:
        if row.number == "" or row.place.file in doubled:
            continue
        month = dated[row.number][0] if row.number in dated else model.month_of(row.day)
        month_of[id(row)] = month
        if row.credited:
            credited.setdefault(month, []).append(row.total != 0)
    # "if no billed ACO-credited row of the whole run has a BillingPreTaxTotal other than 0": what is measured depends on all months
    if len({any(totals) for totals in credited.values()}) > 1:
        return None
    months = {}
    for number, source in enumerate(books.inputs):
        if source.kind in ("legacy", "skipped") or source.file in doubled or not source.records:
            continue
        with open(source.file, "rb") as stream:
            text = model.decoded(stream.read())
        if text.lstrip(model.BLANKS)[:1] in ("{", "["):
            records = model.json_records(text)
        else:
            records = model.csv_records(text, ";" if parsed.decimal_comma else ",")
        if source.rejected:
            return None
        for record, (_, cells) in zip(source.records, records[1:]):
            month = month_of.get(id(record))
            if month is not None:
                name = f"{number:02d}.csv"
                months.setdefault(month, {}).setdefault(name, (records[0][1], []))[1].append(cells)
    return months


def write_months(months, separator):
    for month, files in months.items():
        folder = model.month_text(month)
        os.makedirs(folder)
        for name, (header, rows) in files.items():
            with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as stream:
                writer = csv.writer(stream, delimiter=separator, lineterminator="\n")
                writer.writerow(header)
                writer.writerows(rows)


def run(binary, *arguments):
    return subprocess.run([binary, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=compare.SECONDS, check=False)


# Not usage_tieout and ACO406: which products and attributes daily files have is a matter of all files of a run.
TABLES = ("agreements", "rollforward", "tieout", "waterfall", "credit_days", "totals")


def of_the_month(report):
    """What must not depend on how the files were read: the tables, and findings that have a month."""
    tables = {name: [dict(row, file=None, line=None) for row in report[name]] for name in TABLES}
    # which customers are listed depends on credit lines of other months, too, and of those the history brings none
    holders = {row["customer_id"] for row in report["agreements"]}
    tables["credit_days"] = [row for row in tables["credit_days"] if row["customer_id"] in holders]
    findings = [dict(f, file=None, line=None, message="") for f in report["findings"] if f["month"] == report["month"] and f["code"] != "ACO406"]
    tables["findings"] = sorted(findings, key=lambda f: f["id"])
    return tables


def sealed_rows(month):
    """What the history has of the month: ids of findings, figures."""
    with sqlite3.connect("h.db") as database:
        ids = [row[0] for row in database.execute("SELECT finding_id FROM finding WHERE month = ? ORDER BY 1", (month,))]
        figures = list(
            database.execute(
                "SELECT customer_id, currency, balance_used, invoice_credit, usage_credit, charges, other_credits, net, pec_earned, forfeited"
                " FROM figure WHERE month = ?",
                (month,),
            )
        )
    return ids, {row[:2]: row[2:] for row in figures}


def expected_figures(report):
    """balance_used, invoice_credit, usage_credit (from the tie-out row), charges, other_credits, net, pec_earned (waterfall row),
    forfeited (sum of roll-forward rows); null where unknown or without such a row"""
    figures = {}

    def of(row):
        return figures.setdefault((row["customer_id"], row["currency"]), dict.fromkeys(names))

    names = ("balance_used", "invoice_credit", "usage_credit", "charges", "other_credits", "net", "pec_earned", "forfeited")
    for row in report["tieout"]:
        of(row).update({name: row[name] for name in names[:3]})
    for row in report["waterfall"]:
        of(row).update({name: row[name] for name in names[3:7]})
    sums = {}
    for row in report["rollforward"]:
        where = row["customer_id"], row["currency"]
        sums[where] = sums.get(where, model.ZERO) + model.Fraction(row["forfeited"])
        of(row)["forfeited"] = model.amount_text(sums[where])
    return {where: tuple(row.values()) for where, row in figures.items()}


def close_month(binary, options, month, folders, history):
    """-> (what differs or None, whether it was sealed)"""
    text = model.month_text(month)
    own = folders[-1:] if history else folders
    given = [*that_meet(options, own), "--month", text]
    with_history = ["--history", "h.db"] if history else []
    theirs = run(binary, "reconcile", "--format", "json", "--fail-on", "never", *with_history, *given, *own)
    _, ours, complaint = model.run([*given, *own], history if history else None)
    _, whole, _ = model.run([*that_meet(options, folders), "--month", text, *folders])
    if ours is None or whole is None or theirs.returncode != 0:
        refused = theirs.returncode != 0 and ours is None
        return (None if refused else f"{text}: {theirs.stderr[:200]} {complaint}"), False
    report = json.loads(theirs.stdout)
    wrong = summaries.taken_out(report, theirs.returncode, is_main=True)
    if wrong:
        return f"{text}: the summary: {wrong}", False
    found = compare.first_difference("$", compare.comparable(report)[0], compare.comparable(ours)[0])
    if found:
        return f"{text}: the model with the history: {found}", False
    found = compare.first_difference("$", of_the_month(report), of_the_month(whole))
    if found:
        return f"{text}: one run over all files: {found}", False
    first = [] if history else ["--first"]
    names = ["--preparer", "A", "--approver", "B", "--fail-on", "never", "--quiet", "--history", "h.db"]
    closed = run(binary, "close", text, *names, *first, *that_meet(options, own), *own)
    if closed.returncode != 0:
        may_not = closed.returncode == 5 and any(
            reason in closed.stderr for reason in (b"no balance row", b"no billed invoice line", b"count twice")
        )
        return (None if may_not else f"{text}: close: {closed.stderr[:200]}"), False
    same = run(binary, "diff", text, "--history", "h.db", "--quiet", *that_meet(options, own), *own)
    if same.returncode != 0:
        return f"{text}: what was just sealed is different: status {same.returncode} {same.stderr[:200]}", False
    ids, figures = sealed_rows(text)
    if ids != sorted(f["id"] for f in report["findings"]):
        return f"{text}: the findings of the history are others", False
    if figures != expected_figures(report):
        return f"{text}: the figures of the history: {set(figures.items()) ^ set(expected_figures(report).items())}", False
    history.append(model.seal_of(model.parse_options([*given, *own]), history))
    return None, True


def compare_seed(binary, seed, daily):
    """Works inside the working folder. -> (what differs or None, how many months were closed)"""
    options = usable_options(shlex.split(random_world.make_world(seed, "in", daily)))
    months = cut_into_months(options) if options is not None else None
    if not months:
        return None, 0
    write_months(months, ";" if "--decimal-comma" in options else ",")
    history, names = [], sorted(months)
    for at, month in enumerate(names):
        if history and month != names[at - 1] + 1:
            break
        folders = [model.month_text(month) for month in names[: at + 1]]
        found, is_sealed = close_month(binary, options, month, folders, history)
        if found or (history and not is_sealed):
            return found, len(history)
    return None, len(history)


def main():
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    if len(words) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    os.environ["SOURCE_DATE_EPOCH"] = "1790000000"
    binary, home, differ, closed = os.path.abspath(words[0]), os.getcwd(), 0, 0
    seeds = range(int(words[1]), int(words[2]) + 1)
    for seed in seeds:
        folder = tempfile.mkdtemp(prefix=f"acorecon-{seed}-")
        os.chdir(folder)
        try:
            found, months = compare_seed(binary, seed, "--daily" in sys.argv)
        finally:
            os.chdir(home)
        closed += months
        if found is None:
            shutil.rmtree(folder)
        else:
            differ += 1
            print(f"seed {seed}: {found}\n  folder: {folder}", flush=True)
    print(f"{len(seeds) - differ} agree, {differ} differ; {closed} months closed")
    return 1 if differ or not closed else 0


if __name__ == "__main__":
    sys.exit(main())
