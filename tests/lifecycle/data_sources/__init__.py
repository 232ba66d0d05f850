"""Every data source: what it finds, by its id values and by searching, what it lists, and what it refuses."""
