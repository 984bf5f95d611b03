"""The contract of partner benefits (credits contract, section 3) a second time, by its own reading, and random
worlds to compare it with the program.

    benefits.py PROGRAM FIRST COUNT

Knows nothing of the code. All of the JSON is compared but the messages.
"""
import calendar
import datetime
import decimal
import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

import summaries

D = decimal.Decimal
CONTEXT = decimal.Context(prec=120, Emax=999, Emin=-999)
decimal.setcontext(CONTEXT)

SEVERITY = {"BEN101": "error", "BEN102": "warning", "BEN103": "warning", "BEN104": "error", "BEN105": "error",
            "BEN106": "error", "BEN107": "error", "BEN108": "notice", "BEN109": "warning", "BEN110": "warning",
            "BEN111": "notice", "BEN112": "notice", "BEN113": "warning", "BEN114": "error", "BEN115": "error",
            "BEN116": "error", "BEN117": "error"}
NAME = {"BEN101": "activation-missed", "BEN102": "activate-soon", "BEN103": "activated-late",
        "BEN104": "reassigned-too-often", "BEN105": "used-too-much", "BEN106": "used-outside",
        "BEN107": "purchase-revoked", "BEN108": "reassignments-used-up", "BEN109": "status-unknown",
        "BEN110": "credit-lapsed", "BEN111": "credit-will-lapse", "BEN112": "benefit-expiring",
        "BEN113": "status-date-conflict", "BEN114": "use-unknown", "BEN115": "use-currency",
        "BEN116": "user-not-supported", "BEN117": "user-twice"}
STATUSES = {"active", "pending", "suspended", "expired", "redeemed", "not redeemed", "provisioned"}


def month_of(day):
    return day.year * 12 + day.month - 1


def month_text(month):
    return "%04d-%02d" % (month // 12, month % 12 + 1)


def plus_months(day, count):
    month = month_of(day) + count
    year, month = month // 12, month % 12 + 1
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def money(value):
    value = value.normalize() if value else D(0)
    if value.as_tuple().exponent > -2:
        value = value.quantize(D("0.01"))
    return "{:f}".format(value)


def iso(day):
    return None if day is None else day.isoformat()


def lower(text):
    return "".join(chr(ord(c) + 32) if "A" <= c <= "Z" else c for c in text)


def begin_and_end(row):
    one_day = datetime.timedelta(1)
    if row["kind"] == "monthly":
        begin = row["activated"]
        end = begin and plus_months(begin, 13) - one_day
        if end and row["end"]:
            end = min(end, row["end"])
    else:
        begin = row["start"] or row["activated"]
        end = begin and (row["end"] or plus_months(begin, 12) - one_day)
    return begin, end


def reckon_months(row, begin, end, gone, as_of, used):
    """The rows of the table months, and which of them are inside."""
    inside = set()
    if begin and begin <= as_of:
        last = min([month_of(end), month_of(as_of)] + ([month_of(row["revoked"])] if gone else []))
        inside = set(range(month_of(begin), last + 1))
    rows, before = [], D(0)
    for month in sorted(inside | {m for m in used if m <= month_of(as_of)}):
        monthly = row["kind"] == "monthly"
        opening = D(0) if monthly else before
        granted = D(0)
        if month in inside and (monthly or month == month_of(begin)):
            first = datetime.date(month // 12, month % 12 + 1, 1)
            day = max(begin, first) if monthly else begin
            if day <= end and day <= as_of and not (gone and day > row["revoked"]):
                granted = row["amount"]
        spent = used.get(month, D(0))
        over = max(D(0), spent - opening - granted)
        rest = opening + granted - spent + over
        revoked = rest if gone and month_of(row["revoked"]) <= month else D(0)
        has_lapsed = (end is not None and end < as_of and month_of(end) <= month) or (
            monthly and month < month_of(as_of))
        lapsed = rest - revoked if has_lapsed else D(0)
        before = rest - revoked - lapsed
        rows.append(dict(month=month, opening=opening, granted=granted, used=spent, over=over, lapsed=lapsed,
                         revoked=revoked, closing=before, inside=month in inside))
    return rows


def state_of(row, begin, end, gone, as_of, left, expiring):
    if gone:
        return "revoked"
    if row["status"] == "expired" or (end and end < as_of):
        return "expired"
    if begin is None:
        return "not-activated"
    if begin > as_of:
        return "not-started"
    if row["status"] in ("suspended", "pending"):
        return row["status"]
    if row["kind"] == "bulk" and left == 0:
        return "used"
    return "expiring" if (end - as_of).days <= expiring else "active"


def judge(rows, uses, as_of, expiring):
    """rows and uses as the files have them, in reading order; what the JSON says but for inputs."""
    findings, table, months, totals = [], [], [], {}
    by_id = {row["id"]: row for row in rows}
    used, first_line = {}, {}

    def find(code, row, amount=D(0), month=None, **other):
        entry = dict(code=code, name=NAME[code], severity=SEVERITY[code], benefit_id=row and row["id"],
                     benefit=row and row["name"], month=month and month_text(month),
                     currency=row and row["currency"], amount=money(amount), file=row and row["file"],
                     line=row and row["line"])
        entry.update(other)
        findings.append((code, entry["benefit_id"] or "", entry["month"] or "", entry["file"], entry["line"], amount,
                         entry))

    for use in uses:
        row = by_id.get(lower(use["benefit"]))
        if row is None:
            named = [r for r in rows if lower(r["name"]) == lower(use["benefit"])]
            row = named[0] if len(named) == 1 else None
        place = dict(currency=use["currency"], file=use["file"], line=use["line"])
        if row is None:
            find("BEN114", None, use["used"], use["month"], **place)
        elif use["currency"] and use["currency"] != row["currency"]:
            find("BEN115", row, use["used"], use["month"], **place)
        else:
            of_row = used.setdefault(row["id"], {})
            of_row[use["month"]] = of_row.get(use["month"], D(0)) + use["used"]
            first_line.setdefault((row["id"], use["month"]), (use["file"], use["line"]))

    users = set()
    for row in rows:
        begin, end = begin_and_end(row)
        gone = row["revoked"] is not None and row["revoked"] <= as_of
        own = reckon_months(row, begin, end, gone, as_of, used.get(row["id"], {}))
        left = own[-1]["closing"] if own else D(0)
        sums = {name: sum((m[name] for m in own), D(0)) for name in ("granted", "used", "lapsed", "revoked")}
        state = state_of(row, begin, end, gone, as_of, left, expiring)
        legacy, monthly = row["experience"] == "legacy", row["kind"] == "monthly"
        table.append(dict(
            benefit_id=row["id"], benefit=row["name"], source=row["source"], kind=row["kind"],
            experience=row["experience"], quantity=row["quantity"], status=row["status"], currency=row["currency"],
            amount=money(row["amount"]), activate_by=iso(row["activate_by"]), activated=iso(row["activated"]),
            begin_date=iso(begin), end_date=iso(end), revoked_on=iso(row["revoked"]), state=state,
            days_left=None if end is None else (end - as_of).days, left=money(left), user=row["user"],
            reassignments=row["reassignments"],
            reassignments_left=None if not legacy else max(0, 5 - row["reassignments"]) if monthly else 0,
            file=row["file"], line=row["line"], **{name: money(value) for name, value in sums.items()}))
        for m in own:
            months.append(dict(benefit_id=row["id"], month=month_text(m["month"]), currency=row["currency"],
                               **{name: money(m[name]) for name in ("opening", "granted", "used", "over", "lapsed",
                                                                    "revoked", "closing")}))
            wrong = m["over"] if m["inside"] else m["used"]
            if wrong > 0:
                file, line = first_line[row["id"], m["month"]]
                find("BEN105" if m["inside"] else "BEN106", row, wrong, m["month"], file=file, line=line)
        total = totals.setdefault(row["currency"], dict.fromkeys(("granted", "used", "lapsed", "revoked", "left"), D(0)))
        for name, value in list(sums.items()) + [("left", left)]:
            total[name] += value

        alive = state not in ("revoked", "expired")
        by = row["activate_by"]
        if begin is None and alive and by:
            if by < as_of:
                find("BEN101", row, row["amount"])
            elif (by - as_of).days <= expiring:
                find("BEN102", row, row["amount"])
        if by and row["activated"] and row["activated"] > by:
            find("BEN103", row, row["amount"])
        if legacy and row["reassignments"] > (5 if monthly else 0):
            find("BEN104", row)
        if legacy and monthly and row["reassignments"] == 5:
            find("BEN108", row)
        if state == "revoked":
            find("BEN107", row, sums["granted"])
        if row["status"] not in STATUSES:
            find("BEN109", row)
        if sums["lapsed"] > 0:
            find("BEN110", row, sums["lapsed"])
        if monthly and left > 0 and own[-1]["month"] == month_of(as_of):
            find("BEN111", row, left, month_of(as_of))
        if state == "expiring":
            find("BEN112", row, left)
        if end and ((row["status"] == "active" and end < as_of) or (row["status"] == "expired" and end >= as_of)):
            find("BEN113", row)
        if legacy and not monthly and row["user"]:
            user = lower(row["user"])
            if "#ext#" in user or user.endswith(("@live.com", "@hotmail.com", "@gmail.com")):
                find("BEN116", row)
            if alive:
                if user in users:
                    find("BEN117", row)
                users.add(user)

    findings.sort(key=lambda f: f[:6])
    table.sort(key=lambda b: b["benefit_id"].encode())
    months.sort(key=lambda m: (m["benefit_id"].encode(), m["month"]))
    return dict(schema="acorecon.benefits/1", as_of=as_of.isoformat(), benefits=table, months=months,
                findings=[f[6] for f in findings],
                totals=[dict(currency=currency, **{name: money(value) for name, value in total.items()})
                        for currency, total in sorted(totals.items())])


# Random worlds

FIRST = datetime.date(2024, 1, 1)


def some_day(rng, chance=0.6):
    if rng.random() > chance:
        return None
    day = FIRST + datetime.timedelta(rng.randrange(1100))
    if rng.random() < 0.25:  # ends of months
        day = day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return day


def some_amount(rng):
    return D(rng.choice(["0", "10", "100", "99.99", "0.001", "1E3", "250.5", "33.333"]))


def written_day(rng, day):
    if day is None:
        return ""
    return day.isoformat() if rng.random() < 0.5 else "%d/%d/%d" % (day.month, day.day, day.year)


def world(seed):
    rng = random.Random(seed)
    as_of = FIRST + datetime.timedelta(rng.randrange(300, 1100))
    rows, lines = [], []
    for number in range(rng.randrange(1, 7)):
        name = rng.choice(["Gold", "gold", "Silver %d" % number, "Ünder, \"Cover\" %d" % number])
        source = rng.choice(["ISV", "", "Pack"])
        own = rng.choice(["", "B%d" % number])
        identity = lower(own or name + "/" + source)
        if any(row["id"] == identity for row in rows):
            continue
        kind = rng.choice(["monthly", "bulk", "yearly", "Annual"])
        experience = rng.choice(["", "legacy", "Modernised", "deposit"])
        status = rng.choice(["Active", "active", "Pending", "Suspended", "Expired", "Not Redeemed", "Odd"])
        row = dict(
            id=identity, name=name, source=source or None, quantity=rng.choice([None, "1", "25"]),
            status=lower(status), kind="monthly" if kind == "monthly" else "bulk", amount=some_amount(rng),
            currency=rng.choice(["USD", "USD", "EUR"]), activate_by=some_day(rng, 0.4), activated=some_day(rng),
            start=some_day(rng, 0.4), end=some_day(rng, 0.3), revoked=some_day(rng, 0.15),
            reassignments=rng.choice([0, 0, 1, 5, 6]),
            user=rng.choice([None, "a@x.y", "A@X.Y", "b#EXT#@x.y", "c@Gmail.com", "d@live.com"]),
            experience="legacy" if experience in ("", "legacy") else "modernised", file="benefits.csv",
            line=len(lines) + 2)
        rows.append(row)
        lines.append([name, source, row["quantity"] or "", status, kind, str(row["amount"]), lower(row["currency"]),
                      own] + [written_day(rng, row[k]) for k in ("activate_by", "activated", "start", "end", "revoked")]
                     + [str(row["reassignments"]) if row["reassignments"] else "", row["user"] or "", experience])
    uses, use_lines = [], []
    for number in range(rng.randrange(0, 25)):
        row = rng.choice(rows)
        benefit = rng.choice([row["id"], row["name"], row["id"].upper() if row["id"].isascii() else row["id"], "gold",
                              "nobody"])
        month = month_of(FIRST) + rng.randrange(38)
        use = dict(benefit=benefit, month=month, used=rng.choice([some_amount(rng), row["amount"]]),
                   currency=rng.choice([None, None, row["currency"], "EUR"]), file="use.csv", line=number + 2)
        uses.append(use)
        use_lines.append([benefit, month_text(month), str(use["used"]), use["currency"] or ""])
    return rows, lines, uses, use_lines, as_of, rng.choice([0, 30, 60, 400])


def quoted(cell):
    return '"' + cell.replace('"', '""') + '"' if any(c in cell for c in ',"') else cell


def write(path, header, lines):
    with open(path, "w", encoding="utf-8", newline="") as out:
        out.write(header + "\n" + "".join(",".join(map(quoted, line)) + "\n" for line in lines))
    with open(path, "rb") as data:
        return hashlib.sha256(data.read()).hexdigest()


def compare(program, seed):
    rows, lines, uses, use_lines, as_of, expiring = world(seed)
    digests = [write("benefits.csv", "Benefit Name,Source,Quantity,Status,Kind,Amount,Currency,BenefitId,Activate By,"
                     "Activated,Start,End,Revoked,Reassignments,User,Experience", lines),
               write("use.csv", "BenefitId,Month,Used,Currency", use_lines)]
    expected = judge(rows, uses, as_of, expiring)
    expected["inputs"] = [dict(file="benefits.csv", kind="benefits", rows=len(rows), sha256=digests[0]),
                          dict(file="use.csv", kind="use", rows=len(uses), sha256=digests[1])]
    run = subprocess.run([program, "benefits", "--as-of", as_of.isoformat(), "--expiring-days", str(expiring), "--use",
                          "use.csv", "--format", "json", "benefits.csv"], capture_output=True, check=False)
    if run.returncode > 1:
        return run.stderr.decode("utf-8", "replace")
    told = json.loads(run.stdout)
    wrong = summaries.taken_out(told, run.returncode)
    if wrong:
        return "%s\nprogram: %s\nin all:  %s" % wrong
    for finding in told["findings"]:
        del finding["message"]
    for part in sorted(set(told) | set(expected)):
        if told.get(part) != expected.get(part):
            return "%s\nprogram: %s\nmodel:   %s" % (part, json.dumps(told.get(part)), json.dumps(expected.get(part)))
    worst = {f["severity"] for f in expected["findings"]} & {"error", "warning"}
    return None if run.returncode == (1 if worst else 0) else "status %d" % run.returncode


def main():
    program, first, count = os.path.abspath(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    with tempfile.TemporaryDirectory() as work:
        os.chdir(work)
        for seed in range(first, first + count):
            wrong = compare(program, seed)
            if wrong is not None:
                print("seed %d: %s" % (seed, wrong))
                return 1
    print("%d worlds agree" % count)
    return 0


if __name__ == "__main__":
    sys.exit(main())
