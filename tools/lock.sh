#!/bin/sh
# Renew constraints.txt: install the requirements into an empty virtual environment without any
# constraint, and write down what came along. Called by `make lock`.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT INT TERM
grep -hEv '^(-c|-r|#|$)' requirements.txt requirements-dev.txt > "$room/wanted.txt"
"${1:-.venv/bin/python}" -m venv "$room/venv"
"$room/venv/bin/python" -m pip install --quiet --requirement "$room/wanted.txt"
{
    echo "# The exact version of everything the requirements bring along, so that every machine and"
    echo "# every day installs the same. To renew after changing a requirement: make lock."
    "$room/venv/bin/python" -m pip freeze --exclude pip --exclude setuptools
} > "$room/constraints.txt"
mv "$room/constraints.txt" constraints.txt
echo "constraints.txt renewed: $(grep -c == constraints.txt) packages"
