"""What Twilio does beyond the general rule: one file per subject, each rule with its source; `table` joins them."""
