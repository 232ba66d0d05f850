"""Protocol 6: its messages, and what is done with each of its calls."""
