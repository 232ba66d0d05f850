"""Twilio's API and its manners: spelling a call, sending it, retrying, paging. Knows nothing of who calls."""
