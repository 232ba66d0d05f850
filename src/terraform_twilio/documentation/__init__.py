"""The registry's pages, written from the catalogue and the examples. A maintainer's machine, never a user's."""
