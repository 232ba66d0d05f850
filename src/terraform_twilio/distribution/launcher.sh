#!/bin/sh
# Starts the provider with Python 3.11 or newer: the interpreter that `terraform-provider-twilio install` remembered,
# else python3 or the newest python3.N on PATH. Terraform hashes this directory at every command, so nothing is ever
# written into it: byte code goes to the user's cache. Usually this is one read and one exec; no process is started.
name=terraform-provider-twilio
work=$PWD
here=${0%/*}
[ "$here" != "$0" ] || here=.
CDPATH='' cd -P -- "$here" && package=$PWD && cd -- "$work" || exit 1

# Asks a name on PATH for the interpreter behind it, which may be a version manager's shim; empty if it is too old.
ask() { command -v "$1" >/dev/null && python=$("$1" -ISEc "$question" 2>/dev/null) && [ -n "$python" ]; }
question='import sys; sys.version_info < (3, 11) or print(sys.executable)'

find_python() {
  ask python3 && return
  minor=30
  while [ "$minor" -ge 11 ]; do
    ask "python3.$minor" && return
    minor=$((minor - 1))
  done
  sentence="The Twilio provider needs Python 3.11 or newer, and finds none on PATH. Install it, and try again."
  echo "$sentence" >&2
  [ -z "$TF_PLUGIN_MAGIC_COOKIE" ] || echo "$sentence"  # Terraform shows what it reads in place of a handshake.
  exit 1
}

python=''
IFS='' read -r python 2>/dev/null <"${XDG_CONFIG_HOME:-$HOME/.config}/$name/python"
[ -f "$python" ] && [ -x "$python" ] || find_python

# Byte code is run as it is found, so only from a directory that is this user's own (sudo may keep another one's HOME).
# -B, because Python keeps what a full disk cut short: lib/terraform_twilio/bytecode.py allows and watches the writing.
cache=${XDG_CACHE_HOME:-$HOME/.cache}/$name
[ -O "$cache" ] || (umask 077 && mkdir -p -- "$cache") 2>/dev/null
[ -O "$cache" ] || exec "$python" -ISEB "$package/lib/serve.py" "$@"
exec "$python" -ISEB -X pycache_prefix="$cache" "$package/lib/serve.py" "$@"
