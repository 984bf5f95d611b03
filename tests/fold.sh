#!/bin/sh
# Files folded apart and put together say byte for byte what they say as a whole: the worlds of
# tests/model, their files folded one by one, in groups, and beside files that are not folded; and
# files of few products cut up, so that credits and their charges lie apart. And books that are
# damaged, cut off, of another version or of other options are refused.
# TAP on stdout: one line per relation.
# FOLD_WORLDS: how many worlds. FOLD_STEP: which bytes of a file of books are damaged, one in so many.
set -u

# CI sets it where the same program was tested so already.
if [ "${QUICK_CHECK:-no}" = yes ]; then
  echo '1..0 # SKIP QUICK_CHECK is set'
  exit 0
fi

python=${PYTHON:-/usr/bin/python3}
case $ACORECON in
*' '*) echo '1..0 # SKIP the programs run one another, not under a tool'; exit 0 ;;
esac
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || {
  echo '1..0 # SKIP there is no python3'
  exit 0
}

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work" || exit 1

"$python" - "$ACORECON" "$SRCDIR/tests/model" "${FOLD_WORLDS:-1}" "${FOLD_STEP:-397}" <<'END'
import hashlib
import json
import os
import random
import shlex
import shutil
import struct
import subprocess
import sys

sys.dont_write_bytecode = True
PROGRAM = os.path.abspath(sys.argv[1])
sys.path.insert(0, sys.argv[2])

import acorecon_model
import random_world

# With a value, and without: what fold takes of the options of reconcile.
FOLD_VALUES = ("--map", "--aco-reason", "--encoding", "--max-rejects", "--skip")
FOLD_SWITCHES = ("--day-first", "--decimal-comma", "--keep-going")
FORMS = ("text", "json", "csv")


def run(*arguments):
    done = subprocess.run([PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False)
    return done.returncode, done.stdout, done.stderr


def fold_options(options):
    kept, at = [], 0
    while at < len(options):
        if options[at] in FOLD_VALUES and options[at] != "--skip":
            kept += options[at : at + 2]
        elif options[at] in FOLD_SWITCHES:
            kept.append(options[at])
        at += 1 if options[at] in FOLD_SWITCHES or options[at] == "--keep-going" else 2
    return kept


def fold(options, name, paths, *more):
    if os.path.exists(name):
        os.unlink(name)
    return run("fold", "--output", name, *fold_options(options), *more, *paths)


def files_of_world(seed):
    """-> (options, paths in the order of reading); None where the run is refused"""
    shutil.rmtree("world", ignore_errors=True)
    options = shlex.split(random_world.make_world(seed, "world", daily=True))
    skips = {options[at + 1] for at, word in enumerate(options) if word == "--skip"}
    while "--skip" in options:
        at = options.index("--skip")
        del options[at : at + 2]
    try:
        paths = [path for path, is_read in acorecon_model.list_files(["world"], skips) if is_read]
    except acorecon_model.WrongUsage:
        return None
    if len(paths) < 2 or run("reconcile", "--quiet", *options, *paths)[0] > 1:
        return None
    return options, paths


def whole(options, paths):
    return [run("reconcile", "--format", form, *options, *paths) for form in FORMS]


def one_by_one(options, paths, rng):
    for number, path in enumerate(paths):
        yield [path], f"{number}.books"


def in_groups(options, paths, rng):
    number = 0
    while paths:
        count = rng.randint(1, len(paths))
        yield paths[:count], f"{number}.books"
        paths, number = paths[count:], number + 1


def some_of_them(options, paths, rng):
    for number, path in enumerate(paths):
        yield [path], f"{number}.books" if rng.random() < 0.5 else None


def check_world(seed, world, broken):
    options, paths = world
    expected = whole(options, paths)
    for name, deal in RELATIONS:
        rng = random.Random(f"{name} {seed}")
        given = []
        for group, books in deal(options, paths, rng):
            if isinstance(books, list):
                given += books
                continue
            if books is not None:
                status = fold(options, books, group, "--jobs", str(rng.randint(1, 3)))
                if status[0] != 0:
                    broken.setdefault(name, f"seed {seed}: fold {group}: {status}")
                    return
            given += [books] if books is not None else group
        found = whole(options, given)
        for form, one, other in zip(FORMS, expected, found):
            if one != other:
                broken.setdefault(name, f"seed {seed}, {form}, {given}:\n{difference(one, other)}")


def difference(one, other):
    lines, others = one[1].decode().splitlines(), other[1].decode().splitlines()
    for number in range(max(len(lines), len(others))):
        a = lines[number] if number < len(lines) else "(end)"
        b = others[number] if number < len(others) else "(end)"
        if a != b:
            return f"{one[0]} {other[0]}\n< {a}\n> {b}"
    return f"{one[0]} {other[0]}\n< {one[2]}\n> {other[2]}"


def cut_anywhere(options, paths, rng):
    """The splits of each file, cut at any bytes, in any order; None for one that is read as a whole."""
    for number, path in enumerate(paths):
        with open(path, "rb") as stream:
            data = stream.read()
        cuts = sorted(rng.sample(range(1, len(data)), min(rng.randint(1, 4), len(data) - 1)))
        splits = list(zip([0] + cuts, cuts + [len(data)]))
        rng.shuffle(splits)
        books = [f"{number}-{start}.books" for start, _ in splits]
        done = [fold_split(options, name, path, data, *split, rng) for name, split in zip(books, splits)]
        if any(status[0] != 0 for status in done):
            SPLITS["whole"] += 1
            # A line break within quotes, or a file that is no text of lines.
            if is_plain(data):
                raise AssertionError(f"{path} {splits}: {done}")
            books = [path]
        else:
            SPLITS["split"] += 1
        yield [path], books


SPLITS = {"split": 0, "whole": 0}


def is_plain(data):
    """Whether a text has a line a row, each row whole, and more than the first line's bytes before its first cut."""
    packed = data[:2] in (b"\x1f\x8b", b"\xff\xfe", b"\xfe\xff", b"PK", b"\xfd7", b"(\xb5")
    text = data.lstrip(b"\xef\xbb\xbf \r\n\t")
    lines = data.split(b"\n")
    return not packed and b"\n" in data and text[:1] not in (b"{", b"[") and text[:4].lower() != b"sep=" and all(line.count(b'"') % 2 == 0 for line in lines)


def fold_split(options, name, path, data, start, end, rng):
    if os.path.exists(name):
        os.unlink(name)
    given = ["--output", name, "--split", f"{start}:{end - start}:{len(data)}", "--name", path, "--header", path, "--digest", hashlib.sha256(data).hexdigest()]
    # A line that the split ends within must be there to its end; more may be.
    behind = data.find(b"\n", end)
    behind = len(data) if behind < 0 or rng.random() < 0.5 else behind + 1
    done = subprocess.run([PROGRAM, "fold", *given, *fold_options(options), "-"], input=data[start:behind], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False)
    return done.returncode, done.stdout, done.stderr


RELATIONS = [("every file folded by itself", one_by_one), ("files folded in groups", in_groups), ("folded files beside others", some_of_them), ("files cut anywhere", cut_anywhere)]


def refused(data, word):
    with open("damaged.books", "wb") as stream:
        stream.write(data)
    status, out, error = run("reconcile", "--quiet", "damaged.books")
    return status == 3 and not out and word in error


def check_damage(options, paths, step, broken):
    """Of one small file of books."""
    done = fold(options, "good.books", paths[:1])
    with open("good.books", "rb") as stream:
        good = stream.read()
    first = fold(options, "again.books", paths[:1], "--jobs", "1")
    with open("again.books", "rb") as stream:
        if stream.read() != good or done[0] != 0 or first[0] != 0:
            broken.setdefault("the same files give the same books", f"{done} {first}")
    rng = random.Random(len(good))
    for at in range(rng.randrange(step), len(good), step):
        flipped = bytes([good[at] ^ (1 << rng.randrange(8))])
        if at >= 8 and not refused(good[:at] + flipped + good[at + 1 :], b"expected"):
            broken.setdefault("each damaged byte is seen", f"byte {at} of {len(good)}")
    for length in range(8 + rng.randrange(step), len(good), step):
        if not refused(good[:length], b"expected"):
            broken.setdefault("each cut is seen", f"{length} of {len(good)}")
    if not refused(good + b"\0", b"expected"):
        broken.setdefault("each cut is seen", "a byte behind the end")
    if not refused(good[:8] + struct.pack("<I", 2) + good[12:], b"version 2"):
        broken.setdefault("a newer version is refused", "")
    for given, folded, word in (
        (["--day-first"], [], b"--day-first"),
        ([], ["--day-first"], b"--day-first"),
        (["--map", "Subtotal=Sum"], [], b"--map"),
        (["--aco-reason", "x"], [], b"--aco-reason"),
        ([], ["--decimal-comma"], b"--decimal-comma"),
    ):
        with open("plain.csv", "w", encoding="ascii") as stream:
            stream.write(PLAIN.replace(",", ";") if "--decimal-comma" in folded else PLAIN)
        if fold([], "other.books", ["plain.csv"], *folded)[0] != 0:
            broken.setdefault("books of other options are refused", f"fold {folded}")
        status, _, error = run("reconcile", "--quiet", *given, "other.books")
        if status != 3 or word not in error:
            broken.setdefault("books of other options are refused", f"{given} {folded} {status} {error}")


PLAIN = (
    "PartnerID,CustomerID,InvoiceMonth,CreditName,CreditAmount,Status,BalanceAmount,CurrencyCode,AgreementID,EffectiveDate,ExpiryDate\n"
    "p,c,2026-10,Azure,10,Active,90,USD,a,2026-01-01,2026-12-31\n"
)


def check_others(broken):
    with open("plain.csv", "w", encoding="ascii") as stream:
        stream.write(PLAIN)
    fold([], "plain.books", ["plain.csv"])
    for command in (["check"], ["pec"], ["watch"], ["trace", "c", "2026-10"], ["fold", "--output", "again2.books"]):
        status, _, error = run(*command, "plain.books")
        if status != 3 or b"acorecon reconcile alone" not in error:
            broken.setdefault("other commands take no books", f"{command} {status} {error}")
    os.mkdir("folder")
    os.rename("plain.books", "folder/plain.books")
    inner = run("reconcile", "folder")
    if inner[0] > 1 or inner[1] != run("reconcile", "plain.csv")[1]:
        broken.setdefault("books are found in a folder", f"{inner}")


def check_splits(broken):
    """Missing, doubled, of another file, or cut within quotes."""
    rows = [PLAIN.replace(",c,", f",c{number},").splitlines(True)[1] for number in range(40)]
    data = (PLAIN.splitlines(True)[0] + "".join(rows)).encode()
    with open("p.csv", "wb") as stream:
        stream.write(data)
    rng = random.Random(1)
    ends = [0, 500, 1200, len(data)]
    for number in range(3):
        fold_split([], f"p{number}.books", "p.csv", data, ends[number], ends[number + 1], rng)
    fold_split([], "q.books", "p.csv", data + b"x", ends[1], ends[2], rng)
    for given, word in (
        (["p0.books", "p2.books"], b"a gap"),
        (["p1.books", "p2.books"], b"a gap"),
        (["p0.books", "p1.books"], b"no part with the end"),
        (["p0.books", "p1.books", "p1.books", "p2.books"], b"the same bytes"),
        (["p0.books", "q.books", "p2.books"], b"another size"),
    ):
        status, out, error = run("reconcile", "--quiet", *given)
        if status != 3 or out or word not in error:
            broken.setdefault("splits that do not fit are refused", f"{given} {status} {error}")
    whole, parts = run("reconcile", "p.csv"), run("reconcile", "p2.books", "p0.books", "p1.books")
    if whole != parts:
        broken.setdefault("splits that do not fit are refused", f"in another order: {whole} {parts}")
    quoted = data.replace(b",c20,", b',"c\n20",')
    cut = quoted.index(b"\n20")
    for keeps in ([], ["--keep-going"]):
        done = fold_split(keeps, "r.books", "p.csv", quoted, 0, cut, rng)
        if done[0] != 3:
            broken.setdefault("splits that do not fit are refused", f"cut within quotes: {keeps} {done}")


# Credits and charges of few keys, so that the same one is settled in one part and open in another.
PAIR_HEAD = (
    "PartnerId,CustomerId,CustomerName,InvoiceNumber,ProductId,SkuId,SubscriptionId,ChargeType,UnitPrice,EffectiveUnitPrice,Quantity,BillableQuantity,"
    "SubTotal,TaxTotal,Total,Currency,PricingCurrency,PCToBCExchangeRate,PriceAdjustmentDescription,CreditReasonCode,ChargeStartDate,ChargeEndDate,PublisherName,ProductName\n"
)


def pair_line(rng):
    invoice, product, day = rng.choice(("G1", "G1", "G2")), rng.choice("pq"), rng.choice(("2026-09-01", "2026-09-02"))
    amount, kind, adjustment, reason = rng.choice((1, 1, 2)), "new", "", ""
    if rng.random() < 0.5:
        amount, kind, reason = (-amount if rng.random() < 0.9 else amount), "customerCredit", "Azure Credit Offer"
    elif rng.random() < 0.3:
        adjustment = "15% Partner earned credit"
    price = "" if rng.random() < 0.05 else "1"
    return (
        f"p1,c{rng.randint(1, 2)},Some,{invoice},{product},s,,{kind},{price},{price},{abs(amount)},{abs(amount)},{amount},0,{amount},USD,USD,1,"
        f"{adjustment},{reason},{day},{day},Microsoft,Azure plan\n"
    )


def check_pairs(seed, broken):
    """Of each seed one file cut anywhere, beside one that is folded as a whole and one that is not folded."""
    rng = random.Random(f"pairs {seed}")
    paths = ["1.csv", "2.csv", "3.csv"]
    for path in paths:
        with open(path, "w", encoding="ascii") as stream:
            stream.write(PAIR_HEAD + "".join(pair_line(rng) for _ in range(rng.randint(1, 25))))
    split = next(books for _, books in cut_anywhere([], ["2.csv"], rng))
    done = fold([], "one.books", [paths[0]])
    rows = json.loads(run("reconcile", "--format", "json", *paths)[1])
    codes = {finding["code"] for finding in rows["findings"]}
    PAIRS.update(codes & PAIR_CODES)
    # Read in the order in which they are named.
    for given, plain in ((["one.books", *split, "3.csv"], paths), ([*split, "3.csv", "one.books"], [*paths[1:], paths[0]])):
        for form in (["text", "--all"], ["json"], ["csv"]):
            expected = run("reconcile", "--format", *form, *plain)
            for jobs in ("1", "3"):
                found = run("reconcile", "--format", *form, "--jobs", jobs, *given)
                if expected != found or done[0] != 0:
                    broken.setdefault(PAIRS_APART, f"seed {seed}, {form}, {given}:\n{difference(expected, found)}")


PAIRS_APART = "credits find what stands against them in other parts"
PAIR_CODES = {"ACO203", "ACO204", "ACO301"}
PAIRS = set()


def main():
    broken, seed, worlds = {}, 0, 0
    while worlds < int(sys.argv[3]):
        seed += 1
        world = files_of_world(seed)
        if world is not None:
            worlds += 1
            check_world(seed, world, broken)
            if worlds == 1:
                check_damage(*world, int(sys.argv[4]), broken)
    for number in range(max(10, 6 * worlds)):
        check_pairs(number, broken)
    if PAIRS != PAIR_CODES:
        broken.setdefault(PAIRS_APART, f"only {PAIRS} were found")
    check_others(broken)
    check_splits(broken)
    tests = [name for name, _ in RELATIONS]
    tests += ["the same files give the same books", "each damaged byte is seen", "each cut is seen", "a newer version is refused"]
    tests += ["books of other options are refused", "other commands take no books", "books are found in a folder", "splits that do not fit are refused", PAIRS_APART]
    print(f"1..{len(tests)}")
    for number, name in enumerate(tests, start=1):
        if name in broken:
            print("# " + broken[name].replace("\n", "\n# "))
        print(f"{'not ok' if name in broken else 'ok'} {number} - {name}")
    print(f"# figures: worlds={worlds} split={SPLITS['split']} whole={SPLITS['whole']}")
    return 1 if broken else 0


sys.exit(main())
END
