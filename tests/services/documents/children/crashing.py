"""Ends as a parser written in C does on a file that breaks it."""

import os
import signal

os.kill(os.getpid(), signal.SIGSEGV)
