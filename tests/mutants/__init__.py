"""The engine broken on purpose, one mistake at a time: a suite that lets one of these pass is missing a test."""
