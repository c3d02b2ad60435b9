#!/bin/sh
# Make .venv hold exactly what the requirements say, and nothing half-made.
# Called by the Makefile:  sh tools/venv.sh run|dev
#
# Two files in .venv tell its state: `candela-unfinished` exists from before the first change until
# after the last, so a set-up that was interrupted is begun anew; `candela-run` and `candela-dev`
# hold the checksum of the requirements that were installed, so nothing is done twice.
set -eu

want=${1:-run}
venv=.venv
lock=build/venv.lock
unfinished=$venv/candela-unfinished

say_and_stop() {
    echo "Candela: $1" >&2
    exit 1
}

files() { # which requirement files belong to the wanted environment
    echo requirements.txt constraints.txt
    if [ "$want" = dev ]; then echo requirements-dev.txt; fi
}

checksum() { # of the files and of this script; cksum is on every Unix
    cat $(files) tools/venv.sh | cksum
}

is_done() { # a developer's environment contains everything that running needs
    [ ! -e "$unfinished" ] && [ -x "$venv/bin/python" ] || return 1
    [ "$(cat "$venv/candela-$want" 2>/dev/null)" = "$(checksum)" ]
}

python_fits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info)' 2>/dev/null; }

find_python() { # the first Python that is new enough and can make environments
    without_venv=
    for name in ${CANDELA_PYTHON:-python3 python3.13 python3.12 python3.11 python3.14 python}; do
        python_fits "$name" || continue
        if "$name" -c 'import venv, ensurepip' 2>/dev/null; then
            echo "$name"
            return
        fi
        without_venv=$name
    done
    if [ -n "$without_venv" ]; then
        say_and_stop "$without_venv cannot make virtual environments; install python3-venv (Debian, Ubuntu: apt-get install python3-venv)."
    fi
    say_and_stop "Python 3.11 or newer was not found; install it (Debian, Ubuntu: apt-get install python3 python3-venv; macOS: brew install python), or name it in CANDELA_PYTHON."
}

take_turns() { # two make commands at once must not build the same environment
    mkdir -p build
    until mkdir "$lock" 2>/dev/null; do
        holder=$(cat "$lock/pid" 2>/dev/null || { sleep 2; cat "$lock/pid" 2>/dev/null; } || echo none)
        if kill -0 "$holder" 2>/dev/null; then
            sleep 1
        else
            rm -rf "$lock" # its holder is gone
        fi
    done
    echo $$ > "$lock/pid"
    trap 'rm -rf "$lock"' EXIT
    trap 'exit 130' INT TERM
}

is_done && exit 0
take_turns
is_done && exit 0

if [ -e "$unfinished" ] || ! "$venv/bin/python" -m pip --version > /dev/null 2>&1 \
    || ! python_fits "$venv/bin/python"; then
    python=$(find_python)
    echo "Candela: making the virtual environment $venv with $("$python" --version) ..."
    rm -rf "$venv"
    mkdir "$venv"
    : > "$unfinished"
    "$python" -m venv "$venv" || say_and_stop "the virtual environment could not be made (see above)."
fi

: > "$unfinished"
rm -f "$venv/candela-run" "$venv/candela-dev"
last=requirements.txt
if [ "$want" = dev ]; then last=requirements-dev.txt; fi
echo "Candela: installing $last (the first time takes some minutes) ..."
# Python compiles what it imports when it does: to compile all that is installed takes twice as long.
"$venv/bin/python" -m pip install --no-compile --quiet --disable-pip-version-check --requirement "$last" \
    || say_and_stop "the packages of $last could not be installed (see above); run the command again when the cause is gone."
if [ "$want" = dev ]; then
    checksum > "$venv/candela-dev"
    want=run
fi
checksum > "$venv/candela-run"
rm -f "$unfinished"
