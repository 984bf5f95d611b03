# SPDX-License-Identifier: MIT
"""On what the bench ran, and what it measured."""

import datetime
import hashlib
import os
import platform
import shutil
import subprocess


def first_line(*command):
    """What the command says first; None when it cannot be run or fails."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return (done.stdout or done.stderr).split("\n", 1)[0].strip() or None


def value_in(path, name):
    try:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                key, _, value = line.partition(":")
                if key.strip() == name:
                    return value.strip()
    except OSError:
        pass
    return None


def commit(source):
    """Of the clone, with "+" when files that git knows have changed."""
    if not shutil.which("git") or not os.path.exists(os.path.join(source, ".git")):
        return None
    head = first_line("git", "-C", source, "rev-parse", "HEAD")
    changed = first_line("git", "-C", source, "status", "--porcelain", "--untracked-files=no")
    return head and head + ("+" if changed else "")


def describe(options):
    memory = value_in("/proc/meminfo", "MemTotal")
    with open(options.program[-1], "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    return {
        "started": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "machine": {
            "cpu": value_in("/proc/cpuinfo", "model name") or platform.machine(),
            "cores": len(os.sched_getaffinity(0)),
            "memory_mib": int(memory.split()[0]) // 1024 if memory else None,
            "kernel": platform.release(),
            "load": round(os.getloadavg()[0], 2),
        },
        "program": {
            "version": first_line(*options.program, "--version"),
            "commit": commit(options.source),
            "sha256": digest,
            "arguments": options.arguments,
        },
    }


def as_text(result):
    machine, program = result["machine"], result["program"]
    peers = ", ".join(f"{name} {version}" for name, version in result["peers"].items())
    return (f"{program['version']}, commit {program['commit'] or 'not known'}, {result['started']}\n"
            f"{machine['cores']} cores of {machine['cpu']}, {machine['memory_mib']} MiB, "
            f"Linux {machine['kernel']}, load {machine['load']}\n"
            f"peers: {peers or 'none'}\n")
