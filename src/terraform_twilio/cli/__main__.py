"""`python -m terraform_twilio.cli`, from a checkout that is not installed."""

import sys

from terraform_twilio.cli.main import main

sys.exit(main())
