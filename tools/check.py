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
    """Run the steps beside each other, tell of them in turn; return 0 when all have passed."""
    running = {
        step: subprocess.Popen(
            [sys.executable, "-m", *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        for step, arguments in STEPS.items()
    }
    failed = []
    for step, process in running.items():
        print(f"== {step}: {' '.join(STEPS[step])}", flush=True)
        said, _ = process.communicate()
        sys.stdout.buffer.write(said)
        sys.stdout.flush()
        if process.returncode:
            failed.append(step)
    if failed:
        print(f"check: FAILED: {', '.join(failed)} (`make format` mends much of lint and format)")
        return 1
    print("check: lint, format, types and layers are in order")
    return 0


if __name__ == "__main__":
    sys.exit(main())
