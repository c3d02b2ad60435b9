"""Installing a package of the system, where that is possible without asking: as root on Debian."""

import os
import shutil
import subprocess
import sys


def install(package: str) -> bool:
    """Install a Debian package when we are root and apt is there; say whether it is installed now.

    Waits for another apt that is running, and shows its messages only when it fails.
    """
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    print(f"Candela: installing the system's package {package} ...", file=sys.stderr, flush=True)
    apt = ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=600"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update"], ["install", "-y", "--no-install-recommends", package]):
        done = subprocess.run(
            [*apt, *step], env=environment, capture_output=True, text=True, check=False
        )
    if done.returncode:
        sys.stderr.write(done.stdout[-1000:] + done.stderr[-1000:])
    return done.returncode == 0
