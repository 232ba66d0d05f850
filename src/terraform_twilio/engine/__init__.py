"""How any resource type lives: the one general rule. Names no Twilio resource; exceptions are `behaviours`."""
