"""The exceptions to the general rule: one file each, one table."""
