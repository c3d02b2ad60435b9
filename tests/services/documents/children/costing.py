"""Reads a file as the real child does, and tells what that took of time and memory."""

import io
import json
import resource
import sys
import time

from services.documents import child

begun = time.monotonic()
answer = io.BytesIO()
output, sys.stdout = sys.stdout, io.TextIOWrapper(answer)
child.main()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
told = {"megabytes": peak / 1024, "seconds": time.monotonic() - begun}
output.write(json.dumps(told))
