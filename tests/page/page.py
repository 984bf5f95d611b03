# SPDX-License-Identifier: MIT
"""page.py drive PAGE SCRIPT...: the page with scripts added to its head, and to its policy.
page.py frame WIDTH PAGE...: a page that shows each PAGE in a frame so wide and keeps what they report;
browsers do not make their windows narrower than 500 pixels.
page.py result: the TAP lines of a dumped document on standard input.
"""
import base64
import hashlib
import html
import re
import sys


def drive(page, *scripts):
    page = open(page, encoding="utf-8", newline="").read()
    for name in scripts:
        script = open(name, encoding="utf-8", newline="").read()
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        page = page if "script-src " in page else page.replace("; base-uri", "; script-src ; base-uri", 1)
        page = page.replace("script-src ", f"script-src 'sha256-{digest}' ", 1)
        page = page.replace("<title>", f"<script>{script}</script><title>", 1)
    return page


def frame(width, *pages):
    frames = "\n".join(f"""<iframe src="{page}" width="{width}" height="1200" style="border:0"></iframe>"""
                       for page in pages)
    return f"""<!DOCTYPE html><meta charset="utf-8"><body style="margin:0">
{frames}
<pre id="drive-result"></pre><script>
addEventListener('message', function (event) {{
  document.getElementById('drive-result').textContent += event.data;
}});</script></body>"""


def result():
    found = re.search(r'<pre id="drive-result">(.*?)</pre>', sys.stdin.read(), re.S)
    return html.unescape(found.group(1)) if found else ""


print({"drive": drive, "frame": frame, "result": result}[sys.argv[1]](*sys.argv[2:]), end="")
