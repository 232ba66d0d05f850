"""Started by the launcher, beside the package it serves. It is compiled at every start: it stays this small."""
import posix
import sys

sys.path.insert(0, __file__[:-len("/serve.py")])
from terraform_twilio import bytecode

bytecode.allow()
from terraform_twilio import launch  # noqa: E402  only now may it be cached

try:
    posix.stat(launch.__spec__.cached)
except OSError:
    sys.stderr.write('{"@level":"warn","@module":"launcher","@message":"Python compiles the provider anew at every '
                     'start (several times slower), because $XDG_CACHE_HOME/terraform-provider-twilio, by default in '
                     '~/.cache, is not a writable directory of this user\'s own."}\n')
sys.exit(launch.main(sys.argv[1:]))
