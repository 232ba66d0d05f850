"""Assets: versions of files, whose content Twilio does not show."""

from __future__ import annotations

from terraform_twilio.engine.behaviours.serverless_code import Code

BEHAVIOUR = Code("Assets", "asset_versions", media_type=None, shows_content=False)
