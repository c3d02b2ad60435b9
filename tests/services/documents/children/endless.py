"""Never answers; has a child that never ends either, and tells both process ids."""

import os
import subprocess
import sys
from pathlib import Path

told = Path(sys.stdin.buffer.read().decode())
child = subprocess.Popen([sys.executable, "-c", "while True: pass"])
told.write_text(f"{os.getpid()} {child.pid}")
while True:
    pass
