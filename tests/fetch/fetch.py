"""What acorecon fetch does with each world of service.py. See tests/fetch.sh."""
import gzip
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time

PROGRAM, WORK = sys.argv[1:]
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
TOKEN = "canary-eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.x"
SAS = "sv=2021-08-06&sr=d&sp=rl&sig=canary-SAS-EXAMPLE%3D"
number = 0
failed = False
lock = threading.Lock()


def result(fine, name, *notes):
    global number, failed
    with lock:
        number += 1
        for note in notes if not fine else ():
            print("# " + str(note).replace("\n", "\n# "))
        print("%s %d - %s" % ("ok" if fine else "not ok", number, name), flush=True)
        failed = failed or not fine


def port(name):
    path = os.path.join(WORK, name + ".port")
    for _ in range(200):
        if os.path.exists(path):
            return open(path).read()
        time.sleep(0.02)
    return None


PLAIN = port("plain")
MCA = ["mca", "--start", "2019-01-01", "--end", "2019-12-31"]
BILLING = ["billing", "--invoice", "G1", "--poll-wait", "0"]
FAST = ["--retry-wait", "0", "--timeout", "0.4", "--retries", "2"]


class Run:
    """One run in a folder of its own. The folder may hold something already."""

    def __init__(self, name, world, arguments, base=None, env=None, token=TOKEN, fresh=True, fast=True):
        self.folder = os.path.join(WORK, name)
        if fresh:
            shutil.rmtree(self.folder, ignore_errors=True)
            os.mkdir(self.folder)
        self.before = self.listing()
        command = [PROGRAM, "fetch"] + arguments[:1] + ["--output", "out"]
        command += ["--base-url", base or "http://127.0.0.1:%s/%s" % (PLAIN, world)]
        command += (FAST if fast else []) + arguments[1:]
        environment = dict(os.environ, ACORECON_TOKEN=token, XDG_CONFIG_HOME=self.folder)
        environment.update(env or {})
        for name in [name for name in environment if environment[name] is None]:
            del environment[name]
        self.process = subprocess.Popen(command, cwd=self.folder, env=environment, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def end(self):
        self.out, self.err = (text.decode("utf-8", "replace") for text in self.process.communicate())
        self.status = self.process.returncode
        return self

    def listing(self):
        found = {}
        for folder, _, names in os.walk(self.folder):
            for name in names:
                path = os.path.join(folder, name)
                found[os.path.relpath(path, self.folder)] = open(path, "rb").read()
            found[os.path.relpath(folder, self.folder) + "/"] = b""
        return found

    def secrets(self):
        """Where a secret is that must be nowhere."""
        texts = {"stdout": self.out.encode(), "stderr": self.err.encode()}
        texts.update(self.listing())
        return [name for name, text in texts.items() for secret in (TOKEN, SAS) if secret.encode() in text
                or secret in name]


def refuses(name, world, arguments, status, *needles, **how):
    run = Run("refuse-" + name, world, arguments, **how).end()
    lines = run.err.splitlines()
    result(run.status == status and len(lines) == 1 and lines[0].startswith("acorecon: ")
           and all(needle in lines[0] for needle in needles) and not run.out
           and run.listing() == run.before and not run.secrets(),
           "%s: status %d, and nothing changed" % (name, status), run.status, run.out, run.err,
           run.secrets(), sorted(run.listing()))
    return run


ACCOUNTS = "GET /%s/providers/Microsoft.Billing/billingAccounts: "


def mca_refusals():
    first = [
        ("401", 6, "HTTP 401 (ExpiredAuthenticationToken)", "token"),
        ("403", 6, "HTTP 403 (AuthorizationFailed)", "roles"),
        ("404", 6, "HTTP 404 (NotFound)"), ("400", 6, "HTTP 400"), ("echo", 6, "HTTP 400"),
        ("echo200", 3, "found the token"),
        ("429", 6, "HTTP 429 (TooManyRequests)", "3 tries"),
        ("429-long", 6, "HTTP 429", "301 s"), ("429-far", 6, "HTTP 429"),
        ("500", 6, "HTTP 500 (Oops)", "3 tries"),
        ("cut", 6, "is cut", "3 tries"), ("chunk", 6, "is cut", "3 tries"), ("reset", 6, "3 tries"),
        ("silent", 6, "nothing arrived", "3 tries"), ("stuck", 6, "nothing arrived", "3 tries"),
        ("garbage", 6, "3 tries"), ("redirect", 6, "HTTP 302", "redirect"), ("307", 6, "HTTP 307"),
        ("201", 6, "HTTP 201"), ("204", 6, "HTTP 204"),
        ("json", 3, "accounts-0001.json:1:12"), ("comma", 3, "1:14", "trailing comma"), ("twice", 3, "1:15"),
        ("utf8", 3, "1:21"), ("kind", 3), ("error200", 3), ("big", 3, "64 MiB"),
        ("bad-id", 3, "id"),
    ]
    for world, status, *needles in first:
        yield lambda w=world, s=status, n=needles: refuses(w, w, MCA, s, ACCOUNTS % w, *n)
    for world in ("host", "port", "scheme", "user", "backslash", "slashes", "file", "circle", "endless",
                  "next-number", "kind2"):
        yield lambda w=world: refuses(w, w, MCA + ["--max-pages", "3"], 3, "/lots: ")
    yield lambda: refuses("no-account", "mca", MCA + ["--account", "none"], 3, ACCOUNTS % "mca")
    yield lambda: refuses("no-profile", "mca", MCA + ["--profile", "P1", "--profile", "P2"], 3, ACCOUNTS % "mca")
    yield lambda: refuses("no-connection", "mca", MCA, 6, "no connection", base="http://127.0.0.1:1")


def billing_refusals():
    cases = [
        ("poll-for-ever", 6, "--max-polls"), ("poll-long", 6, "400 s"), ("poll-odd", 3), ("poll-none", 3),
        ("poll-json", 3), ("failed", 6, "5000"), ("no-location", 3, "POST", "Location"),
        ("location-host", 3, "POST", "another host"), ("order-200", 6, "HTTP 200"), ("no-manifest", 3),
        ("manifest-host", 3, "another host"), ("blob-count", 3), ("blob-twice", 3), ("blob-slash", 3),
        ("blob-back", 3), ("blob-control", 3), ("blob-dot", 3), ("blob-empty", 3), ("blob-fetch", 3),
        ("blob-manifest", 3), ("blob-none", 3), ("blob-plain", 3), ("blob-ftp", 3), ("blob-secret", 3),
        ("blob-cut", 6, "/storage/Root=1/part-0.json.gz: ", "cut"), ("blob-404", 6, "HTTP 404"),
        ("blob-second", 6, "HTTP 403 "),
    ]
    for world, status, *needles in cases:
        yield lambda w=world, s=status, n=needles: refuses(w, w, BILLING + ["--max-polls", "3"], s, *n)


def usage():
    for name, arguments, how in [
            ("no-token", MCA, {"env": {"ACORECON_TOKEN": None}}), ("blank-token", MCA, {"token": " "}),
            ("odd-token", MCA, {"token": "a b"}), ("token-file", MCA + ["--token-file", "none"], {}),
            ("http", MCA, {"base": "http://example.com"}), ("http-trick", MCA, {"base": "http://127.0.0.1.example"}),
            ("password", MCA, {"base": "https://a:" + TOKEN + "@127.0.0.1"}), ("no-start", MCA[:1] + MCA[3:], {}),
            ("reversed", MCA[:3] + ["--end", "2018-01-01"], {}), ("argument", MCA + ["x"], {}),
            ("timeout", MCA[:] + ["--max-pages", "0"], {}), ("what", BILLING + ["--what", "x"], {}),
            ("invoice", ["billing", "--invoice", 'G"1'], {}), ("no-invoice", ["billing"], {})]:
        yield lambda n=name, a=arguments, h=how: refuses("usage-" + n, "mca", a, 2, **h)


def record_of(folder):
    return json.load(open(os.path.join(folder, "fetch.json")))


def holds(run, names, command):
    """The folder has these files and the fetch.json that fits them."""
    folder = os.path.join(run.folder, "out")
    if run.status != 0 or run.err or sorted(os.listdir(folder)) != sorted(names + ["fetch.json"]):
        return False
    record = record_of(folder)
    listed = [entry["file"] for entry in record["files"]]
    return (listed == names and record["schema"] == "acorecon.fetch/1" and record["complete"] is True
            and record["command"] == command and not run.secrets()
            and all(hashlib.sha256(open(os.path.join(folder, entry["file"]), "rb").read()).hexdigest()
                    == entry["sha256"] and os.path.getsize(os.path.join(folder, entry["file"])) == entry["bytes"]
                    and "?" not in entry["request"] for entry in record["files"]))


def profile_files(prefix, with_balance=True):
    return ([prefix + "-balance.json"] if with_balance else []) + [
        prefix + "-" + part for part in ("lots-0001.json", "lots-0002.json", "events-0001.json", "events-0002.json")]


ALL = (["accounts-0001.json"] + profile_files("P1") + profile_files("_._p_2") + profile_files("P1-2", False))


def good(name, world, arguments, names, command, **how):
    run = Run("good-" + name, world, arguments, **how).end()
    result(holds(run, names, command), name, run.status, run.out, run.err, run.secrets(), sorted(run.listing()))
    return run


def successes():
    def whole():
        run = good("mca", "mca", MCA, ALL, "fetch mca")
        lines = run.out.splitlines()
        record = record_of(run.folder + "/out")
        result(lines[0].startswith("accounts-0001.json: ") and lines[0].endswith(" bytes")
               and lines[-1] == "%d files in out" % len(ALL)
               and [entry["next"] for entry in record["files"][:6]] == [False, False, True, False, True, False],
               "what is printed, and which pages go on", run.out)
        read = subprocess.run([PROGRAM, "mca", "out"], cwd=run.folder, capture_output=True, check=False)
        result(read.returncode in (0, 1) and not read.stderr, "acorecon mca reads what was fetched", read.stderr)
        again = Run("good-mca", "mca", MCA, fresh=False).end()
        result(again.status == 4 and again.listing() == run.listing(), "an earlier fetch is not replaced", again.err)
        again = Run("good-mca", "mca", MCA + ["--force", "--profile", "p1", "--quiet"], fresh=False).end()
        two = ["accounts-0001.json"] + profile_files("P1") + profile_files("P1-2", False)
        result(holds(again, two, "fetch mca") and again.out == "", "but with --force as a whole", again.out, again.err)

    yield whole
    one = ["accounts-0001.json"]
    for world in ("429-0", "429-date", "cut-good", "chunk-good"):
        yield lambda w=world: good(w, w, MCA, ALL, "fetch mca")
    yield lambda: good("slow", "slow", MCA, ALL, "fetch mca")
    yield lambda: good("empty", "empty", MCA, one, "fetch mca")

    def good500():
        run = Run("good-500", "500-good", MCA + ["--retry-wait", "0", "--retries", "4"], fast=False).end()
        result(holds(run, ALL, "fetch mca"), "four faults are passed with four retries", run.err)

    yield good500

    def exported():
        run = good("billing", "billing", BILLING, ["part-0.json.gz", "part-1.json.gz", "manifest.json"],
                   "fetch billing")
        folder = run.folder + "/out/"
        saved = json.load(open(folder + "manifest.json"))
        result(saved["sasToken"] == "" and saved["eTag"] == "E1" and saved["blobCount"] == 2
               and gzip.open(folder + "part-1.json.gz").read() == b'{"InvoiceNumber":"G2"}\n',
               "the manifest is saved without its secret", saved)

    yield exported
    parts = ["part-0.json.gz", "part-1.json.gz", "manifest.json"]
    for world in ("manifest-text", "manifest-here", "blob-cut-good"):
        yield lambda w=world: good(w, w, BILLING, parts, "fetch billing")

    def other_folder():
        folder = os.path.join(WORK, "refuse-foreign")
        os.makedirs(folder + "/out")
        open(folder + "/out/mine", "w").write("x")
        refuses("foreign", "401", MCA + ["--force"], 4, fresh=False)

    yield other_folder

    def token_file():
        folder = os.path.join(WORK, "good-token")
        os.makedirs(folder)
        open(os.path.join(WORK, "token"), "w").write("  %s \r\nsecond line\n" % TOKEN)
        run = Run("good-token", "mca", MCA + ["--token-file", "../token"], token="wrong").end()
        result(holds(run, ALL, "fetch mca"), "the token is the first line of a file", run.err)

    yield token_file

    def killed():
        run = Run("killed", "silent", MCA + ["--timeout", "30"], fast=False)
        time.sleep(0.4)
        run.process.send_signal(signal.SIGTERM)
        run.end()
        result(run.status == -signal.SIGTERM and run.listing() == run.before, "a signal leaves nothing", run.status)

    yield killed


def resumed():
    def mca_resumed():
        run = Run("resume", "flaky-lots", MCA + ["--resume", "--profile", "P1"]).end()
        part = run.folder + "/out.part"
        record = record_of(part)
        # The first world of lots is good, then one is refused: that of the second page.
        result(run.status == 6 and "HTTP 403 (Gone)" in run.err and not os.path.exists(run.folder + "/out")
               and [entry["file"] for entry in record["files"]]
               == ["accounts-0001.json", "P1-balance.json", "P1-lots-0001.json"] and record["complete"] is False
               and not run.secrets(), "what was brought stays in DIR.part", run.status, run.err, record)
        other = Run("resume", "flaky-lots", MCA + ["--resume"], fresh=False).end()
        result(other.status == 2 and other.listing() == run.listing(), "other parameters are refused", other.err)
        before = open(os.path.join(WORK, "log")).read().count(" /flaky-lots/")
        again = Run("resume", "flaky-lots", MCA + ["--resume", "--profile", "P1"], fresh=False).end()
        names = ["accounts-0001.json"] + profile_files("P1") + profile_files("P1-2", False)
        asked = open(os.path.join(WORK, "log")).read().count(" /flaky-lots/") - before
        # Lots page 2, two pages of events; balance, lots, events of the second.
        result(holds(again, names, "fetch mca") and "P1-lots-0001.json: kept\n" in again.out
               and not os.path.exists(part) and asked == 8, "it goes on from there", again.out, again.err, asked)

    yield mca_resumed

    def damaged():
        run = Run("damaged", "403", MCA + ["--resume", "--profile", "P1"]).end()
        open(run.folder + "/out.part/stray", "w").write("x")
        again = Run("damaged", "403", MCA + ["--resume", "--profile", "P1"], fresh=False).end()
        result(run.status == 6 and again.status == 6, "a part without files goes on", again.err)
        os.remove(run.folder + "/out.part/fetch.json")
        again = Run("damaged", "403", MCA + ["--resume", "--profile", "P1"], fresh=False).end()
        result(again.status == 4, "a folder that is no part is left alone", again.err)

    yield damaged

    def billing_resumed():
        for world, kept in (("blob-second2", True), ("blob-etag", False)):
            run = Run("resume-" + world, world, BILLING + ["--resume"]).end()
            again = Run("resume-" + world, world, BILLING + ["--resume"], fresh=False).end()
            result(run.status == 6 and holds(again, ["part-0.json.gz", "part-1.json.gz", "manifest.json"],
                                             "fetch billing")
                   and ("part-0.json.gz: kept" in again.out) == kept,
                   world + ": blobs are kept while the eTag is the same", run.err, again.out, again.err)

    yield billing_resumed


def tls():
    own = port("tls") if os.path.exists(os.path.join(WORK, "cert.pem")) else None
    if own is None:
        result(True, "TLS # SKIP there is no openssl")
        return
    base = "https://127.0.0.1:%s/mca" % own
    refuses("unknown-authority", "mca", MCA, 6, "certificate", base=base)
    good("tls", "mca", MCA, ALL, "fetch mca", base=base, env={"SSL_CERT_FILE": os.path.join(WORK, "cert.pem")})
    refuses("wrong-host", "mca", MCA, 6, "certificate", base=base.replace("127.0.0.1", "localhost"),
            env={"SSL_CERT_FILE": os.path.join(WORK, "cert.pem")})


def main():
    todo = [case for group in (mca_refusals, billing_refusals, usage, successes, resumed) for case in group()]
    todo.append(tls)
    todo.reverse()

    def work():
        while True:
            with lock:
                if not todo:
                    return
                case = todo.pop()
            try:
                case()
            except Exception as fault:  # a test that cannot be made has failed
                result(False, "a test: %r" % (fault,))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    log = open(os.path.join(WORK, "log")).read()
    result(log and not [line for line in log.splitlines() if line.endswith(" odd") or line.startswith("FAULT")
                        or ("/storage/" in line) != line.endswith(" open")],
           "the token went to the service alone, and to no blob",
           *[line for line in log.splitlines() if line.startswith("FAULT")][:5])
    print("1..%d" % number)
    return 1 if failed else 0


sys.exit(main())
