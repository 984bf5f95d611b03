"""The commands that something goes wrong under. Each is undisturbed once, and its place kept."""
import gzip
import lzma
import os
import re
import shutil
import subprocess
import sys
import time
import zipfile

from world import NAMES, Scenario, read

NAME, ID = NAMES[0].decode(), NAMES[1].decode()
BALANCE = "CustomerId,InvoiceMonth,CreditAmount,BalanceAmount,CurrencyCode,AgreementID,EffectiveDate,ExpiryDate\n"
INVOICE = ("CustomerId,CustomerName,InvoiceNumber,ProductId,SkuId,ChargeType,Subtotal,Currency,SubscriptionDescription,"
           "ChargeStartDate,EffectiveUnitPrice,BillableQuantity,CreditReasonCode\n")


def write(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as stream:
        stream.write(data)


def zipped(name, data):
    import io
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data)
    return stream.getvalue()


def month(folder, name, credit, balance, used):
    """The two files of a month."""
    write(folder + "/aco-%s.csv" % name, (BALANCE + "%s,2026-%s,%d,%d,USD,a1,2026-08-01,2027-07-31\n"
                                          % (ID, name, credit, balance)).encode())
    rows = "%s,%s,G0000%s,P1,0001,new,%d,USD,Azure plan,2026-%s-01,1,%d,\n" % (ID, NAME, name, used, name, used)
    rows += "%s,,G0000%s,P1,0001,customerCredit,-%d,USD,Azure plan,2026-%s-01,-1,%d,Azure Credit Offer\n" % (
        ID, name, used, name, used)
    write(folder + "/invoice-%s.csv" % name, (INVOICE + rows).encode())


def pack_each(folder, packed):
    """The same files, packed in several ways."""
    for name in sorted(os.listdir(folder)):
        data = read(os.path.join(folder, name))
        kind = ("gz", "xz", "zip", "zst" if shutil.which("zstd") else "csv")[len(os.listdir(packed)) % 4 if os.path.isdir(packed) else 0]
        path = os.path.join(packed, name)
        if kind == "gz":
            write(path + ".gz", gzip.compress(data, mtime=0))
        elif kind == "xz":
            write(path + ".xz", lzma.compress(data))
        elif kind == "zip":
            write(path[:-4] + ".zip", zipped(name, data))
        elif kind == "zst":
            write(path + ".zst", subprocess.run(["zstd", "-q", "-c"], input=data, capture_output=True, check=True).stdout)
        else:
            write(path, data)


class Maker:
    def __init__(self, world, data, source):
        self.world, self.data, self.source = world, data, source
        self.service = None

    def end(self):
        if self.service is not None:
            self.service.terminate()
            self.service.wait()

    def do(self, before, *arguments):
        self.world.fresh(before)
        end = self.world.run(list(arguments))
        if end.status not in (0, 1):
            sys.exit("%s: %s" % (" ".join(arguments), end.err.decode("utf-8", "replace")))
        return end

    def keep(self, folder):
        """The place as it is now becomes what a scenario begins with."""
        shutil.copytree("place", folder)
        self.world.state()

    def base_url(self):
        self.service = subprocess.Popen([sys.executable, self.source + "/tests/fetch/service.py", "port", "service.log"],
                                        env=dict(os.environ, SERVICE_SECONDS="7200"))
        for _ in range(500):
            if os.path.exists("port"):
                return "http://127.0.0.1:%s/mca" % read("port").decode()
            time.sleep(0.02)
        sys.exit("the service does not start")

    def files(self):
        for name, figures in (("08", (100, 900, 100)), ("09", (350, 650, 250))):
            month("in/" + name, name, *figures)
            month("plain", name, *figures)
        pack_each("plain", "in/packed")
        write("in/bad/bad.csv", (BALANCE + "%s,2026-08,x,900,USD,a1,2026-08-01,2027-07-31\n"
                                 "%s,2026-08,100,900,USD,a1,2026-08-01,2027-07-31\n" % (ID, ID)).encode())
        month("in/late", "09", 340, 660, 240)
        demo = self.data + "/demo"
        shutil.copytree(demo + "/mca/responses", "in/mca")
        shutil.copytree(demo + "/benefits", "in/benefits")
        shutil.copy(demo + "/mca/charges-2026-11.csv", "in/charges.csv")

    def packs(self):
        make = ["--quiet", "--fail-on", "never", "--output", "place/pack"]
        force = ["--fail-on", "never", "--force", "--output", "place/pack"]
        new = ["reconcile"] + make + ["--journal", "hledger", "in/packed"]
        yield Scenario("reconcile, a new pack", new, again=new + ["--force"])
        self.do(None, "reconcile", *make, "in/08")
        self.keep("earlier")
        yield Scenario("reconcile --force", ["reconcile"] + force + ["in/packed"], "earlier")
        yield Scenario("reconcile, JSON", ["reconcile", "--format", "json", "--fail-on", "never", "in/packed"], reads=True)
        yield Scenario("check", ["check", "in/packed"], reads=True)
        bad = ["reconcile"] + make + ["--keep-going", "--rejects", "place/rejects.csv", "in/bad"]
        yield Scenario("reconcile --rejects", bad, again=bad + ["--force"])
        statement = ["statement", "--customer", "all", "--output", "place/statements", "in/packed"]
        yield Scenario("statement", statement, again=statement + ["--force"])

    def closes(self):
        # A lock that cannot be had is waited for, whatever the reason: one second, not thirty.
        history = ["--history", "place/h.db", "--lock-timeout", "1"]
        who = ["--preparer", "Ann", "--approver", "Bo"] + history
        pack = ["--output", "place/pack"]
        first = ["close", "2026-08", "--first"] + who
        yield Scenario("close, the first", first + pack + ["in/08"], confesses=b"sealed")
        self.do(None, *first, "in/08")
        self.keep("one")
        yield Scenario("close, a further", ["close", "2026-09"] + who + pack + ["in/late"], "one", confesses=b"sealed")
        self.do("one", "close", "2026-09", *who, "in/09")
        self.keep("two")
        yield Scenario("restate", ["close", "2026-09", "--restate", "--reason", "a new report"] + who + pack + ["in/late"],
                       "two", confesses=b"sealed")
        yield Scenario("reopen", ["reopen", "2026-09", "--by", "Bo", "--reason", "a new report"] + history, "two",
                       repeats=False, confesses=b"reopened")
        yield Scenario("history --backup", ["history", "--backup", "place/copy.db"] + history, "two",
                       repeats=False)
        yield Scenario("verify", ["verify"] + history, "two", reads=True)
        yield from self.resolutions(history)

    def resolutions(self, history):
        report = ["reconcile", "--quiet", "--fail-on", "never", "--month", "2026-09", "--output", "report"]
        self.do("two", *report, "in/late")
        self.do("two", *report, "--force", "in/08", "in/late", "in/09")
        ids = sorted(set(re.findall(r'"id":"(f[0-9a-f]*)"', read("report/report.json").decode())))
        yield Scenario("resolve", ["resolve"] + ids + ["--as", "accepted", "--note", "fine", "--by", "Bo", "--report",
                                                       "report/report.json"] + history, "two", repeats=False, confesses=b"resolved")
        lines = read("report/findings.csv").decode().splitlines()
        write("./decided.csv", "\n".join([lines[0] + ",resolution,note"] + [line + ",disputed,ticket 12" for line in lines[1:]]
                                         + [""]).encode())
        yield Scenario("resolve --import", ["resolve", "--import", "decided.csv", "--by", "Bo"] + history, "two",
                       repeats=False, confesses=b"resolved")

    def others(self):
        make = ["--quiet", "--fail-on", "never", "--output", "place/pack"]
        credits = ["mca"] + make + ["in/mca"]
        yield Scenario("mca", credits, again=credits + ["--force"])
        self.do(None, "benefits", "--as-of", "2026-09-30", *make, "in/benefits/benefits.csv")
        self.keep("benefits")
        yield Scenario("benefits --force", ["benefits", "--as-of", "2026-10-31", "--use", "in/benefits/use.csv", "--force"]
                       + make + ["in/benefits/benefits.csv"], "benefits")
        everything = ["credits", "--quiet", "--output", "place/pack", "in/packed", "in/mca", "in/benefits/benefits.csv"]
        yield Scenario("credits", everything, again=everything + ["--force"])
        yield Scenario("init", ["init", "place/aco"], repeats=False)
        url = ["--base-url", self.base_url(), "--retry-wait", "0", "--retries", "2"]
        fetch = ["fetch", "mca", "--start", "2019-01-01", "--end", "2019-12-31", "--output", "place/out"] + url
        yield Scenario("fetch", fetch, again=fetch + ["--force"])

    def all(self, pattern):
        """Each scenario, prepared; those whose name matches."""
        self.files()
        for part in (self.packs, self.closes, self.others):
            for scenario in part():
                if re.search(pattern, scenario.name):
                    self.world.prepare(scenario)
                    yield scenario
