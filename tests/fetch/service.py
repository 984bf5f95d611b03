#!/usr/bin/python3
"""A billing service for tests: answers on loopback by a script, and writes down what it was asked.

    service.py PORT-FILE LOG-FILE [CERT KEY]

Every world is a path before the real one: http://127.0.0.1:PORT/WORLD. It ends by itself after a
minute. A world is a function that takes the request and how often it was asked for before.
"""
import gzip
import json
import os
import socket
import socketserver
import ssl
import struct
import sys
import threading
import time
import urllib.parse
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler

TOKEN = "canary-eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.x"
SAS = "sv=2021-08-06&sr=d&sp=rl&sig=canary-SAS-EXAMPLE%3D"
ACCOUNT = "/providers/Microsoft.Billing/billingAccounts/aaaa:bbbb_2018-09-30"
CREDITS = "/providers/Microsoft.Consumption"
asked = {}
log = None
port = 0
lock = threading.Lock()


def money(value):
    return {"currency": "USD", "value": value}


def balance():
    return {"id": ACCOUNT + "/billingProfiles/P1/providers/Microsoft.Consumption/credits/balanceSummary/b",
            "type": "Microsoft.Consumption/credits/balanceSummary",
            "properties": {"balanceSummary": {"estimatedBalance": money(996.13), "currentBalance": money(997.87)},
                           "pendingCreditAdjustments": money(0), "expiredCredit": money(0),
                           "pendingEligibleCharges": money(-1.74)}}


def lot(number):
    return {"id": ACCOUNT + "/billingProfiles/P1/providers/Microsoft.Consumption/lots/%d" % number,
            "type": "Microsoft.Consumption/lots",
            "properties": {"originalAmount": money(500), "closedBalance": money(500 - number),
                           "source": "PromotionalCredit", "startDate": "09/18/2019",
                           "expirationDate": "09/18/2020"}}


def event(number):
    return {"id": ACCOUNT + "/billingProfiles/P1/providers/Microsoft.Consumption/events/%d" % number,
            "type": "Microsoft.Consumption/events",
            "properties": {"transactionDate": "10/%02d/2019" % number, "description": "x",
                           "newCredit": money(0), "adjustments": money(0), "creditExpired": money(0),
                           "charges": money(-1), "closedBalance": money(500 - number),
                           "eventType": "PendingCharges"}}


def accounts(names=("P1", "../p 2", "P1")):
    def profile(name, number):
        return {"id": ACCOUNT + "/billingProfiles/" + urllib.parse.quote(name, safe="") + str(number),
                "type": "Microsoft.Billing/billingAccounts/billingProfiles", "name": name,
                "properties": {"displayName": "Profile %d" % number}}
    return {"value": [{"id": ACCOUNT, "type": "Microsoft.Billing/billingAccounts",
                       "name": "aaaa:bbbb_2018-09-30",
                       "properties": {"agreementType": "MicrosoftCustomerAgreement", "displayName": "A",
                                      "billingProfiles": [profile(n, i) for i, n in enumerate(names, 1)]}}]}


class Answer:
    """How a request is answered; the rest is sent as it stands."""

    def __init__(self, status=200, body=b"", **headers):
        self.status = status
        self.body = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}
        self.how = "whole"

    def sent(self, how):
        self.how = how
        return self


def error(status, code, **headers):
    return Answer(status, {"error": {"code": code, "message": "no"}}, **headers)


def mca(request):
    """A service without a fault: pages of lots and events, and no balance of the last profile."""
    path, query = request.path, request.query
    if path.endswith("/billingAccounts"):
        assert query == "$expand=billingProfiles&api-version=2019-10-01-preview", query
        return Answer(200, accounts())
    if path.endswith("/credits/balanceSummary"):
        return Answer(204) if "/P13/" in path else Answer(200, balance())
    if path.endswith("/lots"):
        if "page=2" in query:
            return Answer(200, {"value": [lot(2)]})
        return Answer(200, {"value": [lot(1)], "nextLink": request.base + path + "?api-version=2023-03-01&page=2"})
    if path.endswith("/events"):
        if "page=2" in query:
            return Answer(200, {"value": [event(1)]})
        assert "startDate=2019-01-01&endDate=2019-12-31" in query, query
        return Answer(200, {"value": [event(2)], "nextLink": request.world_path + path + "?page=2"})
    return error(404, "NotFound")


def at_accounts(*answers):
    """The first request is answered so, one after the other, the last for ever; all else by mca()."""
    def world(request):
        if not request.path.endswith("/billingAccounts"):
            return mca(request)
        answer = answers[min(request.before, len(answers) - 1)]
        return mca(request) if answer is None else answer(request) if callable(answer) else answer
    return world


def at_lots(*answers):
    def world(request):
        if not request.path.endswith("/lots"):
            return mca(request)
        answer = answers[min(request.before, len(answers) - 1)]
        return mca(request) if answer is None else answer(request) if callable(answer) else answer
    return world


def linking(link):
    return lambda request: Answer(200, {"value": [lot(1)], "nextLink": link(request)})


BLOBS = {"part-0.json.gz": gzip.compress(b'{"InvoiceNumber":"G1"}\n', mtime=0),
         "part-1.json.gz": gzip.compress(b'{"InvoiceNumber":"G2"}\n', mtime=0)}


def manifest(request, names=("part-0.json.gz", "part-1.json.gz"), **other):
    result = {"id": "m", "eTag": "E1", "rootDirectory": request.base + "/storage/Root=1", "sasToken": SAS,
              "blobCount": len(names), "blobs": [{"name": name, "partitionValue": "default"} for name in names]}
    result.update(other)
    return result


def billing(**how):
    """An export that is ready after two polls."""
    def world(request):
        path = request.path
        if request.method == "POST":
            assert path == "/v1.0/reports/partners/billing/reconciliation/billed/export", path
            assert json.loads(request.body) == {"invoiceId": "G1", "attributeSet": "full"}, request.body
            return how.get("order", Answer(202, b"", Location=request.world_path + "/operation"))
        if path == "/operation":
            polls = how.get("polls", [Answer(202, b"", Retry_After="0"), Answer(200, {"status": "notStarted"}),
                                      Answer(200, {"status": "running"})])
            if request.before < len(polls):
                return polls[request.before]
            if "done" in how:
                return how["done"](request)
            return Answer(200, {"status": "succeeded",
                                "resourceLocation@odata.navigationLink": request.base + "/manifest"})
        if path == "/manifest":
            return Answer(200, how.get("manifest", manifest)(request))
        if path.startswith("/storage/Root=1/"):
            assert request.query == SAS, request.query
            assert request.authorization is None
            if "blob" in how:
                return how["blob"](request)
            return Answer(200, BLOBS[urllib.parse.unquote(path[len("/storage/Root=1/"):])])
        return error(404, "NotFound")
    return world


def hostile(*names, **other):
    return billing(polls=[], manifest=lambda request: manifest(request, names, **other))


def date(seconds):
    return formatdate(time.time() + seconds, usegmt=True)


WORLDS = {
    "mca": mca,
    "401": at_accounts(error(401, "ExpiredAuthenticationToken")),
    "403": at_accounts(error(403, "AuthorizationFailed")),
    "404": at_accounts(error(404, "NotFound")),
    "400": at_accounts(Answer(400, b"<html>")),
    "echo": at_accounts(error(400, TOKEN)),
    "echo200": at_accounts(Answer(200, {"value": [], "note": TOKEN})),
    "429": at_accounts(error(429, "TooManyRequests")),
    "429-0": at_accounts(error(429, "TooManyRequests", Retry_After="0"), None),
    "429-date": at_accounts(lambda request: error(429, "TooManyRequests", Retry_After=date(-5)), None),
    "429-long": at_accounts(error(429, "TooManyRequests", Retry_After="301")),
    "429-far": at_accounts(lambda request: error(429, "TooManyRequests", Retry_After=date(4000))),
    "500-good": at_accounts(error(500, "Oops"), error(502, "Oops"), error(503, "Oops"), error(504, "Oops"), None),
    "500": at_accounts(error(500, "Oops")),
    "cut": at_accounts(Answer(200, accounts()).sent("cut")),
    "cut-good": at_accounts(Answer(200, accounts()).sent("cut"), None),
    "chunk": at_accounts(Answer(200, accounts()).sent("broken-chunk")),
    "chunk-good": at_accounts(Answer(200, accounts()).sent("broken-chunk"), None),
    "reset": at_accounts(Answer(200, b"").sent("reset")),
    "silent": at_accounts(Answer(200, b"").sent("silent")),
    "stuck": at_accounts(Answer(200, accounts()).sent("stuck")),
    "slow": at_accounts(Answer(200, accounts()).sent("slow")),
    "garbage": at_accounts(Answer(200, b"").sent("garbage")),
    "redirect": at_accounts(lambda request: Answer(302, b"", Location=request.base + "/elsewhere")),
    "307": at_accounts(lambda request: Answer(307, b"", Location="http://127.0.0.1:1/steal")),
    "201": at_accounts(Answer(201, accounts())),
    "204": at_accounts(Answer(204)),
    "json": at_accounts(Answer(200, b'{"value": [')),
    "comma": at_accounts(Answer(200, b'{"value": [],}')),
    "twice": at_accounts(Answer(200, b'{"value": [], "Value": []}')),
    "utf8": at_accounts(Answer(200, b'{"value": [], "a": "\xff"}')),
    "kind": at_accounts(Answer(200, {"value": [lot(1)]})),
    "kind2": at_lots(Answer(200, {"value": [event(1)]})),
    "error200": at_accounts(Answer(200, {"error": {"code": "Odd"}})),
    "empty": at_accounts(Answer(200, {"value": []})),
    "big": at_accounts(Answer(200, b"").sent("big")),
    "endless": at_lots(lambda request: Answer(200, {"value": [lot(1)], "nextLink":
                       request.base + request.path + "?page=%d" % (request.before + 2)})),
    "circle": at_lots(linking(lambda request: request.base + request.path + "?page=2")),
    "host": at_lots(linking(lambda request: "https://evil.example/steal?x=" + TOKEN[:4])),
    "port": at_lots(linking(lambda request: "http://127.0.0.1:1/steal")),
    "scheme": at_lots(linking(lambda request: request.base.replace("http:", "https:") + "/steal")),
    "user": at_lots(linking(lambda request: request.base.replace("://", "://127.0.0.1@") + "/steal")),
    "backslash": at_lots(linking(lambda request: "http:\\\\evil.example\\steal")),
    "slashes": at_lots(linking(lambda request: "//evil.example/steal")),
    "file": at_lots(linking(lambda request: "file:///etc/passwd")),
    "next-number": at_lots(Answer(200, {"value": [lot(1)], "nextLink": 7})),
    "bad-id": at_accounts(Answer(200, json.dumps(accounts(("P1",))).replace(
        '"id": "/providers/Microsoft.Billing/billingAccounts/aaaa:bbbb_2018-09-30/billingProfiles/P11"',
        '"id": "@evil.example/billingProfiles/P1"').encode())),
    "flaky-lots": lambda request: error(403, "Gone") if "/P11/" in request.path
    and request.path.endswith("/lots") and request.before == 1 else mca(request),
    "billing": billing(),
    "poll-for-ever": billing(polls=[Answer(202)] * 1000),
    "poll-long": billing(polls=[Answer(202, b"", Retry_After="400")]),
    "poll-odd": billing(polls=[Answer(200, {"status": "dreaming"})]),
    "poll-none": billing(polls=[Answer(200, {})]),
    "poll-json": billing(polls=[Answer(200, b"nothing")]),
    "failed": billing(polls=[Answer(200, {"status": "failed", "error": {"code": "5000", "message": "No data"}})]),
    "no-location": billing(order=Answer(202)),
    "location-host": billing(order=Answer(202, b"", Location="https://evil.example/operation")),
    "order-200": billing(order=Answer(200, b"{}")),
    "no-manifest": billing(polls=[], done=lambda request: Answer(200, {"status": "succeeded"})),
    "manifest-host": billing(polls=[], done=lambda request: Answer(200, {
        "status": "succeeded", "resourceLocation": "https://evil.example/m"})),
    "manifest-text": billing(polls=[], done=lambda request: Answer(200, {
        "status": "succeeded", "resourceLocation": request.base + "/manifest"})),
    "manifest-here": billing(polls=[], done=lambda request: Answer(200, {
        "status": "succeeded", "resourceLocation": manifest(request)})),
    "blob-count": hostile("part-0.json.gz", blobCount=2),
    "blob-twice": hostile("part-0.json.gz", "part-0.json.gz"),
    "blob-slash": hostile("../part-0.json.gz"),
    "blob-back": hostile("a\\b"),
    "blob-control": hostile("a\nb"),
    "blob-dot": hostile(".bashrc"),
    "blob-empty": hostile(""),
    "blob-fetch": hostile("fetch.json"),
    "blob-manifest": hostile("manifest.json"),
    "blob-none": hostile(blobs=[{}], blobCount=1),
    "blob-plain": hostile("part-0.json.gz", rootDirectory="http://storage.example/x"),
    "blob-ftp": hostile("part-0.json.gz", rootDirectory="ftp://storage.example/x"),
    "blob-secret": hostile("part-0.json.gz", note=SAS),
    "blob-cut": billing(polls=[], blob=lambda request: Answer(200, BLOBS["part-0.json.gz"][:-3])),
    "blob-404": billing(polls=[], blob=lambda request: error(404, "BlobNotFound")),
    "blob-cut-good": billing(polls=[], blob=lambda request: Answer(
        200, BLOBS["part-0.json.gz"][:-3] if request.before == 0 else BLOBS["part-0.json.gz"])),
    "blob-second": billing(polls=[], blob=lambda request: error(403, "Late") if
                           request.path.endswith("part-1.json.gz") and request.before == 0 else
                           Answer(200, BLOBS["part-0.json.gz"])),
    "blob-second2": billing(polls=[], blob=lambda request: error(403, "Late") if
                            request.path.endswith("part-1.json.gz") and request.before == 0 else
                            Answer(200, BLOBS["part-0.json.gz"])),
    "blob-etag": billing(polls=[], manifest=lambda request: manifest(request, eTag="E%d" % request.before),
                         blob=lambda request: error(403, "Late") if
                         request.path.endswith("part-1.json.gz") and request.before == 0 else
                         Answer(200, BLOBS["part-0.json.gz"])),
}


class Request:
    pass


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 20

    def do_GET(self):
        self.take(b"")

    def do_POST(self):
        self.take(self.rfile.read(int(self.headers["Content-Length"])))

    def take(self, body):
        target, _, query = self.path.partition("?")
        _, world, path = target.split("/", 2)
        request = Request()
        request.method, request.path, request.query, request.body = self.command, "/" + path, query, body
        request.world_path = "/" + world
        request.base = "%s://%s/%s" % ("https" if len(sys.argv) > 3 else "http", self.headers["Host"], world)
        request.authorization = self.headers["Authorization"]
        with lock:
            request.before = asked.get((self.command, target), 0)
            asked[(self.command, target)] = request.before + 1
            log.write("%s %s%s %s\n" % (self.command, target, "?" + query if query else "",
                                        "token" if request.authorization == "Bearer " + TOKEN else
                                        "open" if request.authorization is None else "odd"))
            log.flush()
        if not path.startswith("storage/") and request.authorization != "Bearer " + TOKEN:
            self.answer(error(401, "NoToken"))
        else:
            self.answer(WORLDS[world](request))

    def answer(self, answer):
        getattr(self, "send_" + answer.how.replace("-", "_"))(answer)

    def head(self, answer, length):
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if length is not None and answer.status != 204:
            self.send_header("Content-Length", str(length))
        self.end_headers()

    def send_whole(self, answer):
        self.head(answer, len(answer.body))
        self.wfile.write(answer.body)

    def send_cut(self, answer):
        self.head(answer, len(answer.body))
        self.wfile.write(answer.body[:20])
        self.close_connection = True

    def send_broken_chunk(self, answer):
        answer.headers["Transfer-Encoding"] = "chunked"
        self.head(answer, None)
        self.wfile.write(b"14\r\n" + answer.body[:20] + b"\r\nxyz\r\n")
        self.close_connection = True

    def send_reset(self, answer):
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()

    def send_silent(self, answer):
        time.sleep(2)
        self.close_connection = True

    def send_stuck(self, answer):
        self.head(answer, len(answer.body))
        self.wfile.write(answer.body[:20])
        self.wfile.flush()
        time.sleep(2)
        self.close_connection = True

    def send_slow(self, answer):
        self.head(answer, len(answer.body))
        step = len(answer.body) // 4 + 1
        for at in range(0, len(answer.body), step):
            self.wfile.write(answer.body[at:at + step])
            self.wfile.flush()
            time.sleep(0.15)

    def send_garbage(self, answer):
        self.wfile.write(b"SSH-2.0-OpenSSH\r\n")
        self.close_connection = True

    def send_big(self, answer):
        self.head(answer, 80 << 20)
        block = b" " * (1 << 20)
        try:
            for _ in range(80):
                self.wfile.write(block)
        except OSError:
            pass
        self.close_connection = True

    def log_message(self, *_):
        pass


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, *_):
        if not isinstance(sys.exc_info()[1], OSError):
            log.write("FAULT %r\n" % (sys.exc_info()[1],))
            log.flush()


def main():
    global log, port
    log = open(sys.argv[2], "a")
    server = Server(("127.0.0.1", 0), Handler)
    if len(sys.argv) > 3:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[3], sys.argv[4])
        server.socket = context.wrap_socket(server.socket, server_side=True)
    port = server.server_address[1]
    threading.Timer(int(os.environ.get("SERVICE_SECONDS", "60")), server.shutdown).start()
    with open(sys.argv[1] + ".new", "w") as out:
        out.write(str(port))
    os.rename(sys.argv[1] + ".new", sys.argv[1])
    server.serve_forever()


main()
