"""What an editor looks at before an item is used."""
