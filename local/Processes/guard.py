"""Cleans up after kedastack, however it ends: at the end of standard input it ends the processes that it was told of and
removes a directory.

Argument: the directory. Input: a line "+pid" for each process that begins, "-pid" for each that has ended, "/path" for
another file that no other run may have, and that is removed, too. The answer to that is a line: "yours" or "taken". A line
"=" says that the terminal shows a screen of the run, "." that all ended in order.
"""
import fcntl
import os
import shutil
import signal
import sys
import termios
import time

PATIENCE_SECONDS = 1.5  # a killed process ends in milliseconds; with the start of this it stays within two seconds
POLL_SECONDS = 0.01


def is_running(pid):
    """A dead process keeps its number until init has asked for it, which may take long, and in many a container for ever."""
    try:
        with open(f"/proc/{pid}/stat", "rb") as stat:
            return stat.read().rpartition(b")")[2].split()[0] not in (b"Z", b"X")
    except OSError:
        pass  # it is gone, or there is no /proc
    try:
        os.kill(pid, 0)
        return True
    except OSError:
        return False


def end(pids):
    # Nobody is left who waits for an answer or asks for a count.
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except OSError:
            pass  # it has just ended


def take(path):
    """A lock beside a file, or None. It goes with this process, even where the files stay behind."""
    while True:
        try:
            lock = open(path + ".lock", "w")
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return None
        if os.fstat(lock.fileno()).st_nlink > 0:
            return lock
        # The one who had it removed it just now.


def give_back_terminal():
    """What a screen changed and nobody else puts right: colours, line wrap, cursor, the screen itself, and how keys are read."""
    try:
        with open("/dev/tty", "r+b", buffering=0) as tty:
            tty.write(b"\x1b[0m\x1b[?7h\x1b[?25h\x1b[?1049l")
            modes = termios.tcgetattr(tty)
            modes[0] |= termios.ICRNL | termios.BRKINT
            modes[1] |= termios.OPOST
            modes[3] |= termios.ICANON | termios.ECHO | termios.ECHOE | termios.ISIG | termios.IEXTEN
            termios.tcsetattr(tty, termios.TCSADRAIN, modes)
    except (OSError, termios.error):
        pass  # the terminal is gone, too


def remove(directory, locks):
    for path, lock in locks.items():
        for file in filter(os.path.exists, (path, lock.name)):
            os.remove(file)
    shutil.rmtree(directory, ignore_errors=True)


def main():
    os.setpgid(0, 0)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGTTOU):
        signal.signal(number, signal.SIG_IGN)
    print("ready", flush=True)
    pids, locks, has_screen, in_order = set(), {}, False, False
    for line in sys.stdin:
        if line[0] == "/":
            path = line.rstrip("\n")
            lock = take(path)
            if lock:
                locks[path] = lock
            print("yours" if lock else "taken", flush=True)
        elif line[0] in "=.":
            has_screen, in_order = has_screen or line[0] == "=", in_order or line[0] == "."
        else:
            (pids.add if line[0] == "+" else pids.discard)(int(line[1:]))
    end(pids)
    if has_screen and not in_order:
        give_back_terminal()
    deadline = time.monotonic() + PATIENCE_SECONDS
    while any(map(is_running, pids)) and time.monotonic() < deadline:
        time.sleep(POLL_SECONDS)
    remove(sys.argv[1], locks)


if __name__ == "__main__":
    main()
