"""The JSON Schema files of docs/schemas: json-schemas.py TABLES FOLDER.

TABLES is what tests/schemas/print-schemas prints: the members that the program writes, their types, codes and words. What
its tables do not say stands here: which text is an id, a digest or one of few words, and what is never null. FOLDER gets
a file for each schema; one that is no schema of the program any more is removed.
"""

import fnmatch
import json
import pathlib
import re
import sys

DRAFT = "https://json-schema.org/draft/2020-12/schema"

WIDTH = 120  # of a line

# Schema, file, what it is, and the codes of the findings in it.
SCHEMAS = (
    ("acorecon.report/1", "report", "`acorecon reconcile --format json`, and report.json of its pack and of that of `acorecon close`", "ACO"),
    ("acorecon.check/1", "check", "`acorecon check --format json`", None),
    ("acorecon.pec/1", "pec", "`acorecon pec --format json`", None),
    ("acorecon.watch/1", "watch", "`acorecon watch --format json`", None),
    ("acorecon.compare/1", "compare", "`acorecon compare --format json`", "ACO"),
    ("acorecon.diff/1", "diff", "`acorecon diff --format json`, and diff.json of its folder", "ACO"),
    ("acorecon.history/1", "history", "`acorecon history --format json`, and history.json of its folder", None),
    ("acorecon.verify/1", "verify", "`acorecon verify --format json`", None),
    ("acorecon.mca/1", "mca", "`acorecon mca --format json`, and mca.json of its folder", "MCA1|ACO90[46]"),
    ("acorecon.mca-apply/1", "mca-apply", "`acorecon mca apply --format json`, and apply.json of its folder", "MCA[12]|ACO90[46]"),
    ("acorecon.benefits/1", "benefits", "`acorecon benefits --format json`, and benefits.json of its folder", "BEN1|ACO90[46]"),
    (
        "acorecon.benefit-profiles/1",
        "benefit-profiles",
        "`acorecon benefits --profiles --format json`, and benefit-profiles.json of its folder",
        "BEN2|ACO90[46]",
    ),
    ("acorecon.credits/1", "credits", "`acorecon credits --format json`, and credits.json of its folder", None),
)

# The members before the tables where no table of the program lists them.
HEADS = {
    "acorecon.report/1": {
        "program": "program",
        "options": "options",
        "verdict": "text",
        "as_of": "day?",
        "month": "month?",
        "complete": "flag",
        "reliable": "flag",
        "baseline": "baseline?",
    },
    "acorecon.pec/1": {"complete": "flag", "reliable": "flag"},
}

# What a column is, where its type alone does not tell: the first line that fits. "?" stands for "or null"; "a|b" are words; "@list"
# are words of the program; "[...]" is a list of such.
RULES = """
*                    *summary.exit_status                 status
*                    *amounts.currency                    currency?
*                    *.sha256                             sha256?
report               invoices.month_source                lines|option
report               invoices.invoice                     text
report               invoices.month                       month
report               agreements.last_month                month
report               rollforward.month                    month
report               rollforward.file                     text
report               rollforward.line                     line
report               rollforward.status                   lower?
report               tieout.month                         month
report               waterfall.month                      month
report               credit_days.day                      day
report               usage_tieout.customer_id             lower
report               usage_tieout.currency                currency
report               findings.resolution                  accepted|disputed|corrected|expected
report               findings.note                        text
report               findings.resolved_by                 text
report               cases.case                           @case
report               cases.currency                       currency?
report               cases.codes                          [code]
report               cases.findings                       [finding-id]
report               cases.sentence                       text
report               cases.remedy                         text
report               cases.ask                            text
pec                  pec_*.customer_id                    lower
pec                  pec_*.month                          month
pec                  pec_*.currency                       currency
pec                  pec_months.source                    invoice|daily-usage
pec                  pec_lost.day                         day
check                months.month                         month
check                months.currency                      currency
check                files.file                           text
watch                agreements.currency                  currency?
watch                agreements.state                     @state?
watch                agreements.reasons                   [@watch-reason]
compare              .old_file                            text
compare              .new_file                            text
compare              findings.change                      new|gone|amount|open
compare              findings.code                        code
compare              findings.name                        name
compare              findings.severity                    @severity
compare              figures.month                        month
compare              figures.figure                       @compared-figure
diff                 .month                               month
diff                 inputs.change                        same|renamed|new|gone
diff                 balances.change                      new|gone|changed
diff                 balances.row_month                   month
diff                 invoices.change                      new|gone|changed
diff                 findings.change                      new|gone|amount
diff                 findings.code                        code
diff                 figures.figure                       @figure
history              months.month                         month
history              months.state                         sealed|reopened|superseded
history              months.as_of                         day?
history              months.sealed_at                     time
history              months.preparer                      text
history              months.approver                      text
history              months.*sha256                       sha256?
history              months.pack_state                    none|pending|written|lost
history              events.at                            time
history              events.what                          @event
history              events.hash                          sha256
history              resolutions.resolution               accepted|disputed|corrected|expected
history              resolutions.amount                   amount
history              resolutions.note                     text
history              resolutions.by                       text
history              resolutions.at                       time
history              inputs.month                         month
history              inputs.kind                          @file-kind
history              inputs.rows                          count
history              inputs.file                          text
verify               breaches.what                        text
mca                  inputs.kind                          @mca-kind
mca                  profiles.expired_sign                plus|minus?
mca                  lots.kind                            credit|commitment
mca                  lots.status                          @lot-status
mca                  *.file                               text?
mca-apply            inputs.kind                          lots|empty|charges
mca-apply            charges.rule                         @exclusion?
mca-apply            charges.sponsorship_rule             @sponsorship-exclusion?
mca-apply            charges.due_reason                   refund|not-covered|no-lot|sponsorship|outside-dates|exhausted?
mca-apply            charges.date                         day
mca-apply            charges.file                         text
mca-apply            charges.line                         line
benefits             inputs.kind                          benefits|use
benefits             benefits.kind                        @benefit-kind
benefits             benefits.experience                  @benefit-experience
benefits             benefits.state                       @benefit-state
benefits             benefits.status                      lower
benefits             *s.benefit_id                        lower?
benefits             months.month                         month
benefit-profiles     inputs.kind                          profiles
benefit-profiles     profiles.verdict                     @profile-verdict
benefit-profiles     profiles.reasons                     [type|account|active-credits|payment|access]
benefit-profiles     profiles.type                        text
benefit-profiles     profiles.file                        text
benefit-profiles     profiles.line                        line
credits              inputs.kind                          text
credits              credits.kind                         aco|mca|benefit
credits              credits.state                        @credit-state
diff                 inputs.file                          text?
*                    inputs.file                          text
*                    findings.message                     text
*                    findings.id                          finding-id
*                    findings.key                         finding-key
*                    resolutions.finding_id               finding-id
*                    resolutions.finding_key              finding-key
report               agreements.*_id                      lower
report               rollforward.*_id                     lower
report               tieout.customer_id                   lower
report               waterfall.customer_id                lower
report               credit_days.customer_id              lower
*                    *.customer_id                        lower?
*                    *.agreement_id                       lower?
*                    *.subscription_id                    lower?
*                    *.product_id                         lower?
*                    *.sku_id                             lower?
*                    *.availability_id                    lower?
*                    findings.currency                    currency?
report               *.currency                           currency
*                    totals.currency                      currency
*                    *summary.currency                    currency
*                    *.currency                           currency?
"""

# Words that are put together of others, or that are no one's list.
WORDS = {
    "compared-figure": [
        "balance_used",
        "invoice_credit",
        "usage_credit",
        "charges",
        "aco_used",
        "other_credits",
        "net",
        "pec_earned",
        "forfeited",
    ],
    "profile-verdict": [
        "Eligible to redeem",
        "Not eligible",
        "Has active Azure credits",
        "No payment instrument",
        "Get contributor access",
    ],
}

DAY = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"

TYPES = {
    "text": {"type": "string", "minLength": 1},
    "lower": {"description": "an id or a word, in lower case", "type": "string", "pattern": "^[^A-Z]+$"},
    "currency": {"description": "as ISO 4217 writes it, in upper case", "type": "string", "pattern": "^[^a-z]+$"},
    "amount": {
        "description": "exact, with at least two decimals and no superfluous ones beyond them",
        "type": "string",
        "pattern": r"^(?!-0\.00$)-?(0|[1-9][0-9]*)\.[0-9]{2}([0-9]*[1-9])?$",
    },
    "month": {"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"},
    "day": {"type": "string", "pattern": "^" + DAY + "$"},
    "time": {"description": "UTC", "type": "string", "pattern": "^" + DAY + "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$"},
    "count": {"type": "integer", "minimum": 0},
    "line": {"description": "the first line of a file is 1", "type": "integer", "minimum": 1},
    "days": {"description": "negative: past", "type": "integer"},
    "flag": {"type": "boolean"},
    "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    "finding-id": {"type": "string", "pattern": "^f[0-9a-f]{16}$"},
    "finding-key": {"type": "string", "pattern": "^k[0-9a-f]{16}$"},
    "status": {"description": "the exit status of the run", "type": "integer", "enum": [0, 1]},
    "program": {"type": "string", "pattern": "^acorecon [^ ]"},
    "options": {"type": "array", "items": {"type": "string", "pattern": "^--[a-z]"}},
    "months": {"type": "array", "items": {"$ref": "#/$defs/month"}, "uniqueItems": True},
}


def list_of(type_name):
    return {"type": "array", "items": {"$ref": "#/$defs/" + type_name}}


def object_of(members, optional=()):
    return {
        "type": "object",
        "required": [name for name in members if name not in optional],
        "properties": members,
        "additionalProperties": False,
    }


def or_null(definition):
    if "properties" in definition:
        return {"anyOf": [definition, {"type": "null"}]}
    if "enum" in definition:
        return dict(definition, enum=definition["enum"] + [None])
    return dict(definition, type=[definition["type"], "null"])


class Tables:
    """What the program said of itself."""

    def __init__(self, lines):
        self.findings, self.words, self.columns = [], dict(WORDS), {}
        for line in lines:
            what, *cells = line.rstrip("\n").split("\t")
            if what == "finding":
                self.findings.append(tuple(cells))
            elif what == "words":
                self.words[cells[0]] = cells[1:]
            else:
                schema, place, name, kind = cells
                self.columns.setdefault(schema, {}).setdefault(place, []).append((name, kind))
        # What no rule joins is called as its finding.
        self.words["case"] = self.words["case-rule"] + [name for code, name in self.findings if code.startswith("ACO")]
        states = self.words["state"] + self.words["lot-status"] + self.words["benefit-state"]
        self.words["credit-state"] = list(dict.fromkeys(states))


class Schema:
    """One schema on the way to its file."""

    def __init__(self, tables, name, file, codes):
        self.tables, self.name, self.file = tables, name, file
        self.findings = [pair for pair in tables.findings if codes and re.match(codes, pair[0])]
        self.used = {}

    def definition(self, type_name):
        """Of a type without "?"."""
        if type_name in ("code", "name"):
            return {"enum": [pair[type_name == "name"] for pair in self.findings]}
        if type_name in TYPES:
            return dict(TYPES[type_name])
        if type_name == "fits":
            return object_of({name: {"$ref": "#/$defs/count"} for name in self.tables.words["fits"]})
        if type_name == "baseline":
            return object_of({"history": {"const": True}, "months": {"$ref": "#/$defs/months"}})
        return {"enum": list(self.tables.words[type_name])}

    def member(self, type_name):
        """A reference to its type, which is then one of the schema's."""
        if type_name.startswith("["):
            return {"type": "array", "items": self.member(type_name[1:-1]), "uniqueItems": True}
        is_nullable = type_name.endswith("?")
        plain = type_name.rstrip("?").lstrip("@")
        if "|" in plain or not self.is_defined(plain):
            return {"enum": plain.split("|") + [None] * is_nullable}
        return {"$ref": "#/$defs/" + self.use(plain + "-or-null" * is_nullable)}

    def is_defined(self, plain):
        return plain in TYPES or plain in self.tables.words or plain in ("code", "name", "fits", "baseline")

    def use(self, type_name):
        """Defines the type, and those that it names. -> its name"""
        if type_name not in self.used:
            self.used[type_name] = {}
            plain = type_name.removesuffix("-or-null")
            self.used[type_name] = self.definition(plain) if plain == type_name else or_null(self.definition(plain))
            for inner in re.findall(r"#/\$defs/([a-z0-9-]+)", json.dumps(self.used[type_name])):
                self.use(inner)
        return type_name

    def type_of(self, place, name, kind):
        for schema, column, type_name in (line.split() for line in RULES.strip().splitlines()):
            if fnmatch.fnmatchcase(self.file, schema) and fnmatch.fnmatchcase(f"{place.replace('/', '.')}.{name}", column):
                return type_name
        if kind in ("text", "carried"):
            return "text?" if kind == "text" else "text"
        return {"texts": "[text]"}.get(kind, kind)

    def object(self, place):
        """The members that stand at a place, as an object."""
        members, optional = {}, set()
        for name, kind in self.tables.columns[self.name].get(place, []):
            inner = f"{place}/{name}" if place else name
            if kind == "rows":
                members[name] = {"type": "array", "items": self.object(inner)}
            elif kind == "object":
                members[name] = self.object(inner)
            else:
                members[name] = self.member(self.type_of(place, name, kind))
            if kind == "carried":
                optional.add(name)
        return object_of(members, optional)

    def document(self, title):
        head = {"schema": {"const": self.name}}
        head.update({name: self.member(kind) for name, kind in HEADS.get(self.name, {}).items()})
        own = self.object("")
        properties = {**head, **own["properties"]}
        made = {"$schema": DRAFT, "title": self.name, "description": "What " + title + " says."}
        made.update(object_of(properties))
        made["$defs"] = {name: self.used[name] for name in sorted(self.used)}
        return made


def fetch_document():
    """fetch.json, which is written and read without a table."""
    defs = {name: TYPES[name] for name in ("count", "day", "flag", "sha256", "text")}
    ref = {name: {"$ref": "#/$defs/" + name} for name in defs}
    of_mca = {
        "account": {"anyOf": [ref["text"], {"type": "null"}]},
        "profile": list_of("text"),
        "start": ref["day"],
        "end": ref["day"],
        "api-version": ref["text"],
    }
    of_billing = {
        "invoice": ref["text"],
        "what": {"enum": ["reconciliation", "usage"]},
        "attributes": {"enum": ["full", "basic"]},
    }
    file = {"file": ref["text"], "request": ref["text"], "sha256": ref["sha256"], "bytes": ref["count"], "next": {"enum": [None, False, True]}}
    members = {
        "schema": {"const": "acorecon.fetch/1"},
        "command": {"enum": ["fetch mca", "fetch billing"]},
        "base_url": {"type": "string", "pattern": "^https?://"},
        "parameters": {"oneOf": [object_of(of_mca), object_of(of_billing)]},
        "complete": ref["flag"],
        "files": {"type": "array", "items": object_of(file)},
    }
    made = {
        "$schema": DRAFT,
        "title": "acorecon.fetch/1",
        "description": "What fetch.json says, in a folder that `acorecon fetch mca` or `acorecon fetch billing` has made.",
    }
    made.update(object_of(members))
    made["$defs"] = defs
    return made


def filled(texts, indent):
    """A list with as many texts on a line as have room."""
    lines = [indent]
    for text in texts:
        if len(lines[-1]) + len(text) > WIDTH:
            lines.append(indent)
        lines[-1] += " " * (lines[-1] != indent) + text
    return "\n".join(lines)


def written(value, indent=""):
    """JSON with what is short on one line."""
    line = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, (dict, list)) or len(indent) + len(line) <= WIDTH:
        return line
    inner = indent + "  "
    if isinstance(value, dict):
        lines = [f"{inner}{json.dumps(name)}: {written(member, inner)}" for name, member in value.items()]
        return "{\n" + ",\n".join(lines) + "\n" + indent + "}"
    texts = [json.dumps(member, ensure_ascii=False) + "," * (at + 1 < len(value)) for at, member in enumerate(value)]
    return "[\n" + filled(texts, inner) + "\n" + indent + "]"


def main():
    with open(sys.argv[1], encoding="utf-8") as lines:
        tables = Tables(lines)
    folder = pathlib.Path(sys.argv[2])
    unknown = set(tables.columns) - {name for name, *_ in SCHEMAS}
    if unknown:
        sys.exit(f"json-schemas.py: not in SCHEMAS: {', '.join(sorted(unknown))}")
    made = {"fetch.schema.json": fetch_document()}
    for name, file, title, codes in SCHEMAS:
        made[file + ".schema.json"] = Schema(tables, name, file, codes).document(title)
    for old in folder.glob("*.schema.json"):
        if old.name not in made:
            old.unlink()
    for name, document in made.items():
        (folder / name).write_text(written(document) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
