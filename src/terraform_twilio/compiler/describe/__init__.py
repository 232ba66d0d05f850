"""What each part of a description is made of: subject, glossary, composition, facts, lifecycle."""
