"""The bill of materials of a build, by its own reading of SPDX 2.3: sbom.py SRCDIR BUILDDIR ACORECON.

TAP on stdout.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

SRCDIR, BUILDDIR, ACORECON = sys.argv[1:]
# What Debian calls these licences in the copyright files of its packages.
DEBIAN_NAMES = {
    "Apache-2.0": "Apache-2.0", "BSD-2-Clause": "BSD-2-clause", "BSD-3-Clause": "BSD-3-clause",
    "GPL-2.0-or-later": "GPL-2+", "LGPL-2.1-or-later": "LGPL-2.1+", "LGPL-3.0-or-later": "LGPL-3+",
    "MIT": "Expat", "Zlib": "Zlib", "blessing": "public-domain", "curl": "curl",
}
# The modules of configure.ac, by the names of the bill.
MODULES = {
    "glib-2.0": "GLib", "gmp": "GMP", "json-c": "json-c", "libarchive": "libarchive", "libcrypto": "libcrypto",
    "libcurl": "libcurl", "libisal": "isa-l", "smartcols": "libsmartcols", "sqlite3": "SQLite", "zlib": "zlib",
}
number = 0
failed = False


def result(problems, name):
    global number, failed
    number += 1
    for problem in problems:
        print("#", problem)
    print("%s %d - %s" % ("not ok" if problems else "ok", number, name))
    failed = failed or bool(problems)


def read(*path):
    with open(os.path.join(*path), encoding="utf-8") as file:
        return file.read()


def run(*words):
    return subprocess.run(words, capture_output=True, text=True, check=False)


def form(bill):
    """Clauses 6 to 8 of SPDX 2.3: what must be there, and how it is written."""
    for key, pattern in {
        "spdxVersion": r"SPDX-2\.3", "dataLicense": r"CC0-1\.0", "SPDXID": "SPDXRef-DOCUMENT", "name": r"acorecon-\S+",
        "documentNamespace": r"https?://[^#\s]+",
    }.items():
        if not re.fullmatch(pattern, bill.get(key, "")):
            yield "%s: %r" % (key, bill.get(key))
    made = bill["creationInfo"]
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", made.get("created", "")):
        yield "created: %r" % made.get("created")
    if not made.get("creators") or not all(re.match(r"(Tool|Person|Organization): .", c) for c in made["creators"]):
        yield "creators: %r" % made.get("creators")


def packages(bill):
    seen = {"SPDXRef-DOCUMENT"}
    for package in bill["packages"]:
        for key in ("SPDXID", "name", "versionInfo", "downloadLocation", "licenseConcluded", "licenseDeclared", "copyrightText"):
            if not package.get(key):
                yield "%s: no %s" % (package.get("name"), key)
        if not re.fullmatch(r"SPDXRef-[A-Za-z0-9.-]+", package["SPDXID"]) or package["SPDXID"] in seen:
            yield "SPDXID %s" % package["SPDXID"]
        seen.add(package["SPDXID"])
        if package.get("filesAnalyzed") is not False:
            yield "%s: filesAnalyzed without files" % package["name"]
        for licence in re.split(r" (?:OR|AND) ", package["licenseDeclared"]):
            if licence not in DEBIAN_NAMES:
                yield "%s: licence %s" % (package["name"], licence)


def relations(bill):
    ids = {p["SPDXID"] for p in bill["packages"]} | {"SPDXRef-DOCUMENT"}
    linked = set()
    for relation in bill["relationships"]:
        if not {relation["spdxElementId"], relation["relatedSpdxElement"]} <= ids:
            yield "%r names what is not there" % relation
        linked.add((relation["spdxElementId"], relation["relationshipType"], relation["relatedSpdxElement"]))
    if ("SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-acorecon") not in linked:
        yield "the document describes nothing"
    for other in ids - {"SPDXRef-DOCUMENT", "SPDXRef-acorecon"}:
        if ("SPDXRef-acorecon", "DYNAMIC_LINK", other) not in linked:
            yield "%s is linked to nothing" % other


def loaded(bill):
    """Whatever the loader is asked for, at the start or later."""
    needed = re.findall(r"NEEDED +(\S+)\.so", run("objdump", "-p", ACORECON).stdout)
    needed += re.findall(r'_SONAME "(\S+)\.so', read(BUILDDIR, "config.h"))
    told = {re.sub(r".* (\S+)\.so$", r"\1", p["comment"]) for p in libraries(bill)}
    # What compilers bring for their sanitizers is of tests alone.
    needed = {n for n in needed if not re.match(r"libasan|libubsan|libclang_rt|ld-linux|libm$|libgcc_s|libgcov|libresolv|librt|libdl|libpthread|libstdc", n)}
    if len(needed) < 8:
        yield "objdump tells of %r alone" % needed
    for name in needed - told:
        yield "%s is not in the bill" % name


def libraries(bill):
    return [p for p in bill["packages"] if p["name"] != "acorecon"]


def versions(bill):
    """By pkg-config, which the program does not ask."""
    told = {p["name"]: p["versionInfo"] for p in bill["packages"]}
    modules = re.findall(r"PKG_CHECK_MODULES\(\[\w+\], \[([\w.-]+)", read(SRCDIR, "configure.ac"))
    for module in modules:
        if module == "check":
            continue
        if module not in MODULES:
            yield "%s of configure.ac is not known here" % module
            continue
        version = run("pkg-config", "--modversion", module).stdout.strip()
        name = MODULES[module]
        if name in told and not (told[name] + ".").startswith(version + "."):
            yield "%s: %s, pkg-config says %s" % (name, told[name], version)
        if name not in told and name not in ("isa-l", "libcurl"):
            yield "%s is not in the bill" % name


def debian(bill):
    listed = set(re.sub(r"#.*", "", read(SRCDIR, "build-aux", "debian-packages")).split())
    for package in libraries(bill):
        name = re.fullmatch(r"pkg:deb/debian/(\S+)", package["externalRefs"][0]["referenceLocator"]).group(1)
        if name not in listed:
            yield "%s is not in build-aux/debian-packages" % name
        copyright_file = "/usr/share/doc/%s/copyright" % name
        if name == "libc6-dev" or not os.path.exists(copyright_file):
            continue
        text = read(copyright_file)
        for licence in re.split(r" OR ", package["licenseDeclared"]):
            if not re.search(r"^License:.*\b%s" % re.escape(DEBIAN_NAMES[licence]), text, re.M):
                yield "%s: %s is not in %s" % (package["name"], licence, copyright_file)


def refused():
    """A library that nobody has looked at."""
    rows = read(SRCDIR, "build-aux", "sbom-libraries")
    with tempfile.NamedTemporaryFile("w", suffix=".table") as table:
        table.write(re.sub(r"(?m)^zlib .*\n", "", rows))
        table.flush()
        said = run("sh", os.path.join(SRCDIR, "build-aux", "sbom.sh"), ACORECON, table.name)
    if said.returncode == 0 or '"zlib ' not in said.stderr:
        yield "status %d: %s" % (said.returncode, said.stderr)


def main():
    text = read(BUILDDIR, "acorecon.spdx.json")
    bill = json.loads(text)
    again = run("sh", os.path.join(SRCDIR, "build-aux", "sbom.sh"), ACORECON)
    result([] if again.stdout == text else ["it says otherwise now", again.stderr], "the bill is that of the program")
    result(list(form(bill)), "it has the form of SPDX 2.3")
    result(list(packages(bill)), "each package has what it must")
    result(list(relations(bill)), "what belongs together is told")
    result(list(loaded(bill)), "every library that is loaded is there")
    result(list(versions(bill)), "every library of configure.ac is there, by its version")
    result(list(debian(bill)), "each is a package of build-aux/debian-packages, whose licence it has")
    result(list(refused()), "a library that nobody has looked at is refused")
    print("1..%d" % number)
    return failed


sys.exit(main())
