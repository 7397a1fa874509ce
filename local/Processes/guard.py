"""Cleans up after kedastack, however it ends: at the end of standard input it ends the processes that it was told of and
removes a directory.

Argument: the directory. Input: a line "+pid" for each process that begins, "-pid" for each that has ended, "/path" for
another file to remove.
"""
import os
import shutil
import signal
import sys
import time

# SIGTERM gives the requests under way a moment; together with what follows it stays within two seconds.
PATIENCE_SECONDS = {signal.SIGTERM: 1, signal.SIGKILL: 0.3}


def is_there(pid):
    try:
        os.kill(pid, 0)
        return True
    except OSError:
        return False


def main():
    os.setpgid(0, 0)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    print("ready", flush=True)
    pids, files = set(), []
    for line in sys.stdin:
        if line[0] == "/":
            files.append(line[1:].rstrip("\n"))
        else:
            (pids.add if line[0] == "+" else pids.discard)(int(line[1:]))
    for number, patience in PATIENCE_SECONDS.items():
        for pid in filter(is_there, pids):
            try:
                os.kill(pid, number)
            except OSError:
                pass  # it has just ended
        deadline = time.monotonic() + patience
        while any(map(is_there, pids)) and time.monotonic() < deadline:
            time.sleep(0.02)
    for file in filter(os.path.exists, files):
        os.remove(file)
    shutil.rmtree(sys.argv[1], ignore_errors=True)


if __name__ == "__main__":
    main()
