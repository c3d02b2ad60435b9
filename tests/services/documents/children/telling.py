"""Tells the environment it was given."""

import os
import sys

sys.stdout.write("\n".join(f"{name}={value}" for name, value in os.environ.items()))
