"""Who is named: people, organisations and things, joined into entities with their roles."""
