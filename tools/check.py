"""`make check`: every step is run, and the last line names those that failed."""

import subprocess
import sys

STEPS = {
    "lint": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "types": ["mypy"],
    "layers": ["tools.layers"],
}


def main() -> int:
    """Run the steps in turn; return 0 when all have passed."""
    failed = []
    for step, arguments in STEPS.items():
        print(f"== {step}: {' '.join(arguments)}", flush=True)
        if subprocess.run([sys.executable, "-m", *arguments], check=False).returncode:
            failed.append(step)
    if failed:
        print(f"check: FAILED: {', '.join(failed)} (`make format` mends much of lint and format)")
        return 1
    print("check: lint, format, types and layers are in order")
    return 0


if __name__ == "__main__":
    sys.exit(main())
