"""What the summary of a report must say, from its findings and its tie-out alone (docs/spec.md, section 5, "Summary").

The findings themselves are held against the model elsewhere, so those of the program are taken as they are."""

from fractions import Fraction

import acorecon_model

SEVERITIES = ("error", "warning", "notice")
RESULTS = ("agrees", "rounding", "differs", "not-comparable")


def amounts(findings):
    """One object for each currency in which an amount is not 0."""
    sums = {}
    for finding in findings:
        amount = Fraction(finding["amount"])
        if amount:
            signed, absolute = sums.get(finding["currency"], (0, 0))
            sums[finding["currency"]] = signed + amount, absolute + abs(amount)
    text = acorecon_model.amount_text
    return [
        {"currency": currency, "signed_sum": text(Fraction(sums[currency][0])), "absolute_sum": text(sums[currency][1])}
        for currency in sorted(sums, key=lambda name: (name is not None, (name or "").encode("utf-8")))
    ]


def counted(findings, is_main):
    row = {"findings": len(findings), "amounts": amounts(findings)}
    if is_main:
        row["resolved"] = sum("resolution" in finding for finding in findings)
    return row


def summary(report, status, is_main):
    findings = report["findings"]
    kinds = sorted({(f["code"], SEVERITIES.index(f["severity"])) for f in findings})
    made = {
        "exit_status": status,
        "findings": len(findings),
        "severities": [
            dict({"severity": severity}, **counted([f for f in findings if f["severity"] == severity], is_main)) for severity in SEVERITIES
        ],
        "codes": [],
    }
    for code, rank in kinds:
        of_kind = [f for f in findings if f["code"] == code and f["severity"] == SEVERITIES[rank]]
        head = {"code": code, "name": of_kind[0]["name"], "severity": SEVERITIES[rank]}
        made["codes"].append(dict(head, **counted(of_kind, is_main)))
    if is_main:
        made["resolved"] = sum("resolution" in finding for finding in findings)
        made["tieout"] = [
            {"result": result, "customer_months": sum(row["result"] == result for row in report["tieout"])} for result in RESULTS
        ]
    return made


def taken_out(report, status, member="summary", is_main=False):
    """Takes the summary out of the report. -> None, or what differs: (path, the program's, what follows from the rest)"""
    theirs = report.pop(member, None)
    ours = summary(report, status, is_main)
    if theirs == ours:
        return None
    for name in ours:
        if not isinstance(theirs, dict) or theirs.get(name) != ours[name]:
            return f"$.{member}.{name}", theirs.get(name) if isinstance(theirs, dict) else theirs, ours[name]
    return f"$.{member}", sorted(theirs), sorted(ours)
