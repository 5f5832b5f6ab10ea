"""Runs an engine in a terminal of its own, and says as JSON how long Ctrl-C took to bring the prompt back.

Arguments: a file of JSON with 'program', 'setup' (lines typed first), 'commands', and 'after' (seconds from the command to Ctrl-C).
"""
import fcntl
import json
import os
import pty
import select
import signal
import struct
import sys
import termios
import time

PROMPT = b'<<ready>>'
task = json.load(open(sys.argv[1]))
child, terminal = pty.fork()
if child == 0:
    os.execvp(task['program'][0], task['program'])

seen = b''
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack('HHHH', 40, 120, 0, 0))


def read():
    """What the engine writes. It asks where the cursor is, and waits for the answer."""
    text = os.read(terminal, 65536)
    for _ in range(text.count(b'\x1b[6n')):
        os.write(terminal, b'\x1b[1;1R')
    return text


def read_until(word, limit):
    """What came up to the word, or None when it did not come in that time."""
    global seen
    end = time.monotonic() + limit
    while word not in seen:
        if not select.select([terminal], [], [], max(0, end - time.monotonic()))[0]:
            return None
        seen += read()
    text, _, seen = seen.partition(word)
    return text


def drain(seconds):
    """Reads what comes in that time, and forgets it."""
    global seen
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        if select.select([terminal], [], [], left)[0]:
            seen += read()
    ended = PROMPT in seen
    seen = b''
    return ended


def run(line, limit=20):
    os.write(terminal, line.encode() + b'\r')
    return read_until(PROMPT, limit)


found = []
read_until(PROMPT, 20)
for line in task['setup']:
    run(line)
for command in task['commands']:
    for after in task['after']:
        os.write(terminal, command.encode() + b'\r')
        early = drain(after)
        start = time.monotonic()
        os.write(terminal, b'\x03')
        came = not early and read_until(PROMPT, 5) is not None
        found.append({'command': command, 'after': after, 'early': early, 'milliseconds': round((time.monotonic() - start) * 1000) if came else -1})
        if not came:
            # What is still running would take what is typed next.
            print(json.dumps(found))
            os.kill(child, signal.SIGKILL)
            sys.exit()
        drain(0.05)
os.write(terminal, b'exit\r')
# What is still written is read, so that the engine can end.
try:
    while select.select([terminal], [], [], 10)[0] and read():
        pass
except OSError:
    pass
os.waitpid(child, 0)
print(json.dumps(found))
