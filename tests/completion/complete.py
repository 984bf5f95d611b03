"""What a shell completes a line to, as whoever types it sees it.

    complete.py SHELL FILE <LINES

FILE holds the completions of acorecon for SHELL: bash, zsh or fish. For each line of the standard
input, a line with tabs between the words that the cursor's last word can become. bash and zsh are
asked through a terminal of their own: all completions are put into the line, which then runs.
"""
import fcntl
import os
import pty
import select
import shutil
import struct
import subprocess
import sys
import tempfile
import termios

SECONDS_MAX = 60
BEGIN, END, READY = b"\x02", b"\x03", b"\x05"

# The program is a function that says what it was given.
BASH_START = """
acorecon () { printf '\\002'; printf '%%s\\n' "$@"; printf '\\003'; }
bind 'set bell-style none'
source '%s'
PS1=$(printf '\\005')
"""
ZSH_START = """
acorecon () { printf '\\002'; printf '%%s\\n' "$@"; printf '\\003' }
fpath=('%s' $fpath)
autoload -Uz compinit
compinit -D -u
zle -C every complete-word _generic
zstyle ':completion:every:*' completer _all_matches _complete
zstyle ':completion:every:*' insert true
setopt no_beep no_prompt_sp
bindkey -e
bindkey '\\e*' every
PS1=$(printf '\\005')
PS2= RPS1=
"""


class Terminal:
    """A shell that runs on a terminal."""

    def __init__(self, arguments, environment):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execvpe(arguments[0], arguments, environment)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 20000, 0, 0))
        self.said = b""

    def until(self, mark):
        """What it says before the mark, which is taken away."""
        while mark not in self.said:
            if not select.select([self.fd], [], [], SECONDS_MAX)[0]:
                sys.exit("complete.py: the shell is silent; it said " + repr(self.said[-2000:]))
            self.said += os.read(self.fd, 65536)
        before, _, self.said = self.said.partition(mark)
        return before

    def complete(self, line):
        os.write(self.fd, line.encode() + b"\x1b*\r")
        self.until(BEGIN)
        said = self.until(END)
        return said.decode().replace("\r", "").split("\n")[:-1]


def typed_words(line):
    """Those before the one under the cursor."""
    return len(line.split(" ")) - 2


def ask_terminal(shell, file, lines):
    folder = tempfile.mkdtemp()
    try:
        start = os.path.join(folder, ".zshrc")
        shutil.copy(file, os.path.join(folder, "_acorecon"))
        with open(start, "w", encoding="utf-8") as out:
            out.write(BASH_START % file if shell == "bash" else ZSH_START % folder)
        arguments = ["bash", "--noprofile", "--rcfile", start, "-i"] if shell == "bash" else ["zsh", "-d", "-i"]
        environment = dict(os.environ, TERM="dumb", ZDOTDIR=folder, HOME=folder, HISTFILE="")
        terminal = Terminal(arguments, environment)
        terminal.until(READY)
        for line in lines:
            yield terminal.complete(line)[typed_words(line) :]
            terminal.until(READY)
        os.close(terminal.fd)
        os.waitpid(terminal.pid, 0)
    finally:
        shutil.rmtree(folder)


def ask_fish(file, lines):
    folder = tempfile.mkdtemp()
    try:
        script = "source $argv[1]; complete -C $argv[2]"
        environment = dict(os.environ, HOME=folder, XDG_CONFIG_HOME=folder, XDG_DATA_HOME=folder)
        for line in lines:
            said = subprocess.run(
                ["fish", "--no-config", "-c", script, file, line],
                env=environment, capture_output=True, text=True, check=True, timeout=SECONDS_MAX,
            ).stdout
            yield [word.split("\t")[0] for word in said.split("\n")[:-1]]
    finally:
        shutil.rmtree(folder)


def main():
    shell, file = sys.argv[1:]
    lines = sys.stdin.read().split("\n")[:-1]
    ask = ask_fish(file, lines) if shell == "fish" else ask_terminal(shell, file, lines)
    for words in ask:
        print("\t".join(words))


main()
