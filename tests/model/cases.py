#!/usr/bin/env python3
"""The cases of a report, made a second time from docs/cases.md and held against those that the program made.

    acorecon reconcile --format json ... | python3 cases.py

check(report) -> None or what differs. Where an agreement has credits of several names, findings do not say which of them they are about;
then only what holds for all cases is checked.
"""

import json
import re
import sys
from fractions import Fraction

RANK = {"notice": 0, "warning": 1, "error": 2}
RULES = [
    "doubled-invoice", "missing-row", "renewal", "decrease", "next-invoice", "void", "currency", "rounding", "expiry",
    "status-conflict", "vanished", "no-balance-row", "over-credited", "invoice-alone", "not-credited", "pec-first", "expiring",
]


def size(finding):
    return abs(Fraction(finding["amount"]))


def total(findings):
    return sum((size(f) for f in findings), Fraction(0))


def amount(text):
    return None if text is None else Fraction(text)


def month_after(month):
    year, number = map(int, month.split("-"))
    return f"{year + number // 12:04d}-{number % 12 + 1:02d}"


def content(finding):
    """What the findings of a code are taken by. Null stands first."""
    subject = "" if re.fullmatch("ACO90[1-6]", finding["code"]) else finding["subject"] or ""
    words = [finding[name] or "" for name in ("customer_id", "agreement_id", "currency", "month")]
    return [finding["code"], *(w.encode() for w in words), subject.encode(), Fraction(finding["amount"])]


class Cases:
    def __init__(self, report):
        self.report = report
        self.free = sorted(report["findings"], key=content)
        self.made = []

    # What is looked for

    def find(self, code, **asked):
        found = []
        for finding in self.free:
            if finding["code"] == code and finding["customer_id"] is not None and all(
                finding[name] == value for name, value in asked.items()
            ):
                found.append(finding)
        return found

    def of_row(self, head, code, **other):
        asked = {name: head[name] for name in ("customer_id", "currency", "month")}
        return self.find(code, **{**asked, **other})

    def of_credit(self, head, code, first=""):
        found = self.find(code, **{name: head[name] for name in ("customer_id", "agreement_id", "currency")})
        found = [f for f in found if (f["month"] or "") >= first]
        return found if len(found) == 1 else []

    def row(self, finding):
        for row in self.report["tieout"]:
            if all(row[name] == finding[name] for name in ("customer_id", "currency", "month")):
                return row
        return None

    # The rules: the findings that are joined, the first one aside, and what is at stake; or None

    def doubled_invoice(self, head):
        if head["severity"] != "error":
            return None
        number = head["subject"][:-1]
        joined = [f for f in self.free if f is not head and f["code"] == "ACO907"
                  and (f["subject"], f["currency"]) == (head["subject"], head["currency"])]
        rows = total([head, *joined])
        differences = []
        for finding in self.free:
            if (finding["currency"], finding["month"]) != (head["currency"], head["month"]):
                continue
            if finding["code"] in ("ACO401", "ACO402"):
                row = self.row(finding)
                once = row and amount(row["balance_used" if finding["code"] == "ACO401" else "usage_credit"])
                twice = row and amount(row["invoice_credit"])
                if once is not None and twice is not None and twice == 2 * once:
                    differences.append(finding)
            elif finding["code"] == "ACO204" and finding["file"] == head["file"] and finding["subject"].startswith(number):
                joined.append(finding)
        lost = total(f for f in differences if f["code"] == "ACO401")
        return joined + differences, max(rows, lost)

    def gap_first(self, finding):
        before = [row["month"] for row in self.report["rollforward"]
                  if all(row[name] == finding[name] for name in ("customer_id", "agreement_id", "currency"))
                  and row["month"] < finding["month"]]
        return month_after(max(before)) if before else finding["month"]

    def missing_row(self, head):
        first, last, gaps = self.gap_first(head), head["month"], [head]
        others = [f for f in self.find("ACO102", customer_id=head["customer_id"], currency=head["currency"]) if f is not head]
        wider = True
        while wider:
            wider = False
            for other in others:
                begin = self.gap_first(other)
                if other in gaps or begin > last or other["month"] < first:
                    continue
                gaps.append(other)
                first, last, wider = min(first, begin), max(last, other["month"]), True
        here = {"customer_id": head["customer_id"], "currency": head["currency"]}
        rows = [r for r in self.report["rollforward"] if all(r[n] == v for n, v in here.items()) and first <= r["month"] <= last]
        ties = [r for r in self.report["tieout"] if all(r[n] == v for n, v in here.items()) and first <= r["month"] <= last]
        addends = [amount(r["used"]) for r in rows] + [a if a is None else -a for a in (amount(r["invoice_credit"]) for r in ties)]
        stake = size(head) if None in addends else abs(sum(addends, Fraction(0)))
        joined = gaps[1:]
        for gap in gaps:
            joined += [f for f in self.find("ACO115", agreement_id=gap["agreement_id"], **here) if first <= f["month"] <= last]
        for code in ("ACO207", "ACO401"):
            joined += [f for f in self.find(code, **here) if first <= f["month"] <= last]
        return [f for n, f in enumerate(joined) if f not in joined[:n]], stake

    def renewal(self, head):
        begun = self.of_row(head, "ACO103")
        if len(begun) != 1 or begun[0]["agreement_id"] == head["agreement_id"]:
            return None
        return begun + self.of_credit(head, "ACO119", head["month"]), size(head)

    def decrease(self, head):
        found = self.of_row(head, "ACO401")
        return (found, size(found[0])) if len(found) == 1 and Fraction(found[0]["amount"]) < 0 else None

    @staticmethod
    def up_to(found, most):
        return found if total(found) <= most else []

    def next_invoice(self, head):
        most = Fraction(head["amount"])
        later = month_after(head["month"])
        found = self.of_row(head, "ACO401", month=later)
        if most <= 0 or len(found) != 1 or Fraction(found[0]["amount"]) != -most:
            return None
        for code, month in (("ACO306", later), ("ACO204", later), ("ACO304", head["month"])):
            found = found + self.up_to(self.of_row(head, code, month=month), most)
        return found, most

    def void(self, head):
        taken = self.of_row(head, "ACO203")
        found = self.of_row(head, "ACO401")
        if len(found) != 1 or Fraction(found[0]["amount"]) != total(taken):
            return None
        unpaired = self.up_to(self.of_row(head, "ACO204"), total(taken))
        return [f for f in taken if f is not head] + found + unpaired, total(taken)

    def currency(self, head):
        asked = {"customer_id": head["customer_id"], "month": head["month"]}
        joined = self.find("ACO405", **asked)
        for finding in self.find("ACO401", **asked):
            row = self.row(finding)
            if row and row["invoice_credit"] is not None and Fraction(row["invoice_credit"]) == 0:
                joined.append(finding)
        return (joined, size(head)) if joined else None

    def rounding(self, head):
        here = [head[name] for name in ("month", "currency")]
        invoices = [row for row in self.report["invoices"] if [row["month"], row["currency"]] == here]
        joined = [f for f in self.free if f["code"] == "ACO403" and f is not head and [f["month"], f["currency"]] == here]
        return (joined, total([head, *joined])) if joined and len(invoices) == 1 else None

    def expiry(self, head):
        lost = size(head)
        if lost == 0:
            return None
        here = {"customer_id": head["customer_id"], "currency": head["currency"]}
        after = [f for f in self.find("ACO113", agreement_id=head["agreement_id"], **here) if f["month"] <= head["month"]]
        joined, rest = list(after), lost
        for code in ("ACO302", "ACO304"):
            idle = self.up_to([f for f in self.find(code, **here) if f["month"] <= head["month"]], rest)
            joined, rest = joined + idle, rest - total(idle)
        if not joined:
            return None
        for finding in [f for f in joined if f["code"] == "ACO302"]:
            joined += self.find("ACO303", month=finding["month"], **here)
        doubt = [f for f in self.find("ACO112", agreement_id=head["agreement_id"], **here) if f["month"] <= head["month"]]
        return joined + self.up_to(doubt, lost), lost + total(after)

    @staticmethod
    def once(head, found):
        return (found, max(size(head), size(found[0]))) if found else None

    def one_of_row(self, head, code, fits):
        found = self.of_row(head, code)
        if len(found) != 1 or not fits(Fraction(head["amount"]), Fraction(found[0]["amount"])):
            return None
        return self.once(head, found)

    def status_conflict(self, head):
        return self.once(head, self.of_credit(head, "ACO110"))

    def vanished(self, head):
        return self.once(head, self.of_credit(head, "ACO119", head["month"]))

    def no_balance_row(self, head):
        return self.one_of_row(head, "ACO401", lambda a, b: a == -b)

    def over_credited(self, head):
        return self.one_of_row(head, "ACO401", lambda a, b: b < 0)

    def uncovered(self, head):
        more = Fraction(head["amount"])
        return self.up_to(self.of_row(head, "ACO304"), more) if more > 0 else []

    def invoice_alone(self, head):
        found = self.one_of_row(head, "ACO402", lambda a, b: a == -b)
        return found and (found[0] + self.uncovered(head), found[1])

    def not_credited(self, head):
        found = self.uncovered(head)
        return (found, size(head)) if found else None

    def pec_first(self, head):
        found = self.of_row(head, "ACO303")
        return (found, max(size(head), total(found))) if found else None

    def expiring(self, head):
        forfeit = self.of_credit(head, "ACO501")
        if forfeit:
            return forfeit, size(forfeit[0])
        found = self.of_credit(head, "ACO502")
        return (found, Fraction(0)) if found else None

    # All of them

    def claim(self, name, head, joined, stake):
        findings = [head, *joined]
        for finding in findings:
            self.free.remove(finding)
        self.made.append((name, {f["id"] for f in findings}, stake, head))

    def make(self):
        begins = ["ACO907", "ACO102", "ACO115", "ACO101", "ACO401", "ACO203", "ACO404", "ACO403", "ACO110",
                  "ACO112", "ACO115", "ACO207", "ACO306", "ACO401", "ACO401", "ACO302", "ACO111"]
        for rule, code in zip(RULES, begins):
            for head in [f for f in self.free if f["code"] == code]:
                if head not in self.free:
                    continue
                found = getattr(self, rule.replace("-", "_"))(head)
                if found:
                    self.claim(rule, head, *found)
        for head in list(self.free):
            self.claim(head["name"], head, [], size(head))
        return self.made


def is_open(finding):
    return finding.get("resolution") in (None, "disputed")


def urgency(case):
    return 2 if case["open"] == 0 else 1 if case["severity"] == "notice" else 0


def check_each(report):
    """What holds for every case, whatever its rule."""
    by_id = {f["id"]: f for f in report["findings"]}
    claimed = [i for case in report["cases"] for i in case["findings"]]
    if sorted(claimed) != sorted(by_id):
        return "not every finding is in exactly one case"
    for case in report["cases"]:
        findings = [by_id[i] for i in case["findings"]]
        if case["severity"] != max((f["severity"] for f in findings), key=RANK.get):
            return f"severity of {case['case']}"
        if case["open"] != sum(is_open(f) for f in findings) or case["codes"] != sorted({f["code"] for f in findings}):
            return f"open or codes of {case['case']}"
        if Fraction(case["amount"]) < 0 or case["case"] != "missing-row" and Fraction(case["amount"]) > total(findings):
            return f"{case['case']}: more is at stake than its findings say"
        names = [f["customer_name"] for f in findings if f["customer_name"] and len(f["customer_name"]) > 8]
        if case["ticket"] and any(name in case["ticket"] for name in names):
            return f"{case['case']}: a name in its ticket"
    order = [(urgency(case), -Fraction(case["amount"])) for case in report["cases"]]
    return None if order == sorted(order) else "the order of the cases"


def check_doubles(report):
    """Pairs of findings that say the same money are never in two cases that both count it."""
    case_of = {i: n for n, case in enumerate(report["cases"]) for i in case["findings"]}
    rows = {}
    for finding in report["findings"]:
        if finding["customer_id"]:
            rows.setdefault((finding["customer_id"], finding["currency"], finding["month"]), []).append(finding)
    for findings in rows.values():
        by_code = {}
        for finding in findings:
            by_code.setdefault(finding["code"], []).append(finding)
        differences = by_code.get("ACO401", [])
        for code, other in (("ACO207", -1), ("ACO402", -1)):
            for a in by_code.get(code, []):
                for b in differences:
                    same = Fraction(a["amount"]) == other * Fraction(b["amount"])
                    alone = all(len(report["cases"][case_of[f["id"]]]["findings"]) == 1 for f in (a, b))
                    if same and alone and len(by_code[code]) == len(differences) == 1:
                        return f"{code} and ACO401 count the same money"
    return None


def check(report):
    """-> None or what differs."""
    found = check_each(report) or check_doubles(report)
    if found:
        return found
    names = {}
    for row in report["rollforward"] + report["agreements"]:
        names.setdefault((row["customer_id"], row["agreement_id"], row["currency"]), set()).add(row["credit_name"])
    if any(len(n) > 1 for n in names.values()):
        return None
    ours = Cases(report).make()
    theirs = [(c["case"], set(c["findings"]), Fraction(c["amount"])) for c in report["cases"]]
    expected = [(name, ids, stake) for name, ids, stake, _ in ours]
    for case in theirs:
        if case not in expected:
            return f"made by the program alone: {case[0]} {float(case[2])} {sorted(case[1])}"
    for case in expected:
        if case not in theirs:
            return f"made by the model alone: {case[0]} {float(case[2])} {sorted(case[1])}"
    return None


def main():
    found = check(json.load(sys.stdin))
    print(found or "as docs/cases.md says")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
