"""Holds JSON against the schemas of docs/schemas: judge.py SCHEMAS GOLDEN MADE. TAP without numbers and plan.

GOLDEN is testdata/golden, of which every document that a case prints or writes is looked at; MADE a folder of documents.
A document is known by its member `schema`. Needs jsonschema.
"""

import copy
import json
import pathlib
import sys

import jsonschema

BEGIN = '{\n  "schema": "acorecon.'
failed = False


def result(fine, name, *notes):
    global failed
    for note in notes if not fine else ():
        print("# " + str(note).replace("\n", "\n# "))
    print("ok -" if fine else "not ok -", name, flush=True)
    failed = failed or not fine


def schemas_of(folder):
    schemas = {}
    for path in sorted(pathlib.Path(folder).glob("*.schema.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        schemas[schema["title"]] = jsonschema.Draft202012Validator(schema)
    return schemas


def documents_of(path):
    """Of a file in which other texts may stand beside them; one that is cut off, as by `head`, is none."""
    text = path.read_text(encoding="utf-8", errors="replace")
    at = text.find(BEGIN)
    while at >= 0:
        try:
            document, at = json.JSONDecoder().raw_decode(text, at)
            yield document
        except ValueError:
            at += 1
        at = text.find(BEGIN, at)


def faults(schemas, document):
    if document["schema"] not in schemas:
        return [f"no schema {document['schema']}"]
    return [
        "/".join(map(str, error.absolute_path)) + ": " + error.message[:200] for error in schemas[document["schema"]].iter_errors(document)
    ]


def summary_of(document):
    return document["run_summary"] if "run_summary" in document else document["summary"]


# What was recorded, and what was made


def judge_files(schemas, name, paths, seen):
    count, told = 0, []
    for path in paths:
        for document in documents_of(path):
            count += 1
            told += [f"{path}: {fault}" for fault in faults(schemas, document)[:3]]
            seen.setdefault(document["schema"], []).append(document)
    result(count > 0 and not told, f"{name}: {count} documents", *told[:20])


def golden_files(family):
    return sorted(path for kind in ("expected.out", "expected.files/*.json") for path in family.glob("*/" + kind))


def judge_statuses(golden):
    """Where a case is one document, that says how the case ends."""
    count, told = 0, []
    for path in sorted(golden.glob("*/*/expected.out")):
        text = path.read_text(encoding="utf-8", errors="replace")
        documents = list(documents_of(path))
        if len(documents) != 1 or not text.startswith(BEGIN) or not text.endswith("}\n"):
            continue
        status = path.parent / "expected.status"
        expected = int(status.read_text()) if status.exists() else 0
        count += 1
        if summary_of(documents[0])["exit_status"] != expected:
            told.append(f"{path.parent}: {summary_of(documents[0])['exit_status']} is not {expected}")
    result(count > 0 and not told, f"the summary has the exit status of the run: {count} runs", *told)


# What must be refused


def shortened(value):
    """With one element in each list: the one that has most to say."""
    if isinstance(value, dict):
        return {name: shortened(member) for name, member in value.items()}
    if isinstance(value, list) and value:
        return [shortened(max(value, key=lambda element: len(json.dumps(element))))]
    return value


def richest(documents):
    """One document with as many filled tables as any has, and rows that leave little open."""
    best = copy.deepcopy(max(documents, key=lambda document: len(json.dumps(shortened(document)))))
    for document in documents:
        for name, member in document.items():
            if isinstance(member, list) and len(json.dumps(shortened(member))) > len(json.dumps(shortened(best[name]))):
                best[name] = member
    return shortened(best)


def objects(value, path=()):
    """Every object in it, with the way there."""
    if isinstance(value, dict):
        yield path, value
        for name, member in value.items():
            yield from objects(member, path + (name,))
    elif isinstance(value, list):
        for at, member in enumerate(value):
            yield from objects(member, path + (at,))


OPTIONAL = {"resolution", "note", "resolved_by"}


def breaches(document):
    """Changes of it, each of which a schema has to refuse: (what, the changed document)."""
    for path, owner in objects(document):
        where = "/".join(map(str, path)) or "the document"
        yield f"a further member in {where}", changed(document, path, "nobody_writes_this", 1)
        for name, value in owner.items():
            if name not in OPTIONAL:
                yield f"{where} without {name}", changed(document, path, name)
            yield f"{where}: {name} is an object", changed(document, path, name, {"a": 1})
            if isinstance(value, (bool, int)):
                yield f"{where}: {name} is a text", changed(document, path, name, "1")
            elif isinstance(value, (str, list)):
                yield f"{where}: {name} is a number", changed(document, path, name, 1.5)


def changed(document, path, name, value=None):
    made = copy.deepcopy(document)
    owner = made
    for step in path:
        owner = owner[step]
    if value is None:
        del owner[name]
    else:
        owner[name] = value
    return made


def judge_breaches(schemas, name, documents):
    document = richest(documents)
    told = faults(schemas, document)
    count = 0
    for what, made in breaches(document):
        count += 1
        if schemas[name].is_valid(made):
            told.append(f"not refused: {what}")
    result(count > 0 and not told, f"{name}: {count} breaches are refused", *told[:20])


def judge_values(schemas, documents):
    """Texts that are wrong in their place."""
    document = richest(documents)
    places = {
        ("as_of",): ("2026-10-32", "31.10.2026"),
        ("inputs", 0, "sha256"): ("ABC",),
        ("inputs", 0, "kind"): ("aco",),
        ("tieout", 0, "month"): ("2026-13", "October"),
        ("tieout", 0, "result"): ("agree",),
        ("tieout", 0, "allowance"): ("1.5", "1,50", "1.500", "-0.00", "01.50", "1e2", None),
        ("tieout", 0, "customer_id"): ("", "C1", None),
        ("tieout", 0, "currency"): ("usd", None),
        ("agreements", 0, "state"): ("lost",),
        ("findings", 0, "code"): ("ACO999", "MCA101"),
        ("findings", 0, "name"): ("nobody-says-this",),
        ("findings", 0, "severity"): ("fatal",),
        ("findings", 0, "line"): (0, -1, 1.5),
        ("findings", 0, "id"): ("f12", "k0123456789abcdef"),
        ("cases", 0, "case"): ("nobody-says-this",),
        ("cases", 0, "codes"): (["ACO999"], ["ACO401", "ACO401"]),
        ("cases", 0, "findings"): (["f12"],),
        ("summary", "exit_status"): (2, -1),
    }
    count, told = 0, []
    for place, values in places.items():
        for value in values:
            made = copy.deepcopy(document)
            owner = made
            for step in place[:-1]:
                owner = owner[step]
            owner[place[-1]] = value
            count += 1
            if schemas["acorecon.report/1"].is_valid(made):
                told.append(f"not refused: {'/'.join(map(str, place))} = {value!r}")
    result(not told, f"{count} wrong values are refused", *told)


def main():
    schemas = schemas_of(sys.argv[1])
    result(len(schemas) > 0, f"{len(schemas)} schemas are schemas")
    golden, made = pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    recorded, fresh = {}, {}
    for family in sorted(path for path in golden.iterdir() if path.is_dir()):
        judge_files(schemas, f"golden cases of {family.name}", golden_files(family), recorded)
    judge_statuses(golden)
    for path in sorted(made.iterdir()):
        judge_files(schemas, path.stem, [path], fresh)
    for name in sorted(schemas):
        documents = fresh.get(name, []) + recorded.get(name, [])
        if documents:
            judge_breaches(schemas, name, documents)
        else:
            result(False, f"a document of {name} was seen")
    judge_values(schemas, recorded["acorecon.report/1"])
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
