"""Runs a Python script, or another program, in a process group of its own, so that Ctrl-C in the terminal reaches only
kedastack, which ends it in order.

Arguments: a file for standard error, or - to have it with standard output; then the script (its name ends in .py) or the program, with its arguments.
It begins when a line comes on standard input; at its end nothing is run: then nobody is there any more to end it.
"""
import os
import runpy
import sys

os.setpgid(0, 0)
if not os.read(0, 1):
    sys.exit(1)
errors, program = sys.argv[1:3]
try:
    os.dup2(1 if errors == "-" else os.open(errors, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), 2)
except OSError:
    os.dup2(1, 2)  # the disk is full
del sys.argv[:2]
if program.endswith(".py"):
    runpy.run_path(program, run_name="__main__")
else:
    os.execvp(program, sys.argv)
