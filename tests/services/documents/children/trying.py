"""Tries what it is told to, after it was confined."""

import os
import socket
import subprocess
import sys
from pathlib import Path

from services.documents.confinement import Forbidden, confine
from services.documents.limits import LIMITS

what, _, victim = sys.stdin.buffer.read().decode().partition(" ")
confine(LIMITS)
try:
    match what:
        case "connect":
            socket.create_connection(("127.0.0.1", 9))
        case "resolve":
            socket.getaddrinfo("localhost", 80)
        case "spawn":
            subprocess.run([sys.executable, "-c", ""], check=False)
        case "fork":
            os.fork()
        case "write":
            Path(victim).write_text("changed")
        case "remove":
            Path(victim).unlink()
    answer = "done"
except Forbidden:
    answer = "Forbidden"
sys.stdout.write(answer)
