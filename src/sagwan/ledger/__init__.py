"""The append-only record in SQLite: one writer, many readers."""
