"""Functions: versions of JavaScript, whose text Twilio shows."""

from __future__ import annotations

from terraform_twilio.engine.behaviours.serverless_code import Code

BEHAVIOUR = Code("Functions", "function_versions", media_type="application/javascript", shows_content=True)
