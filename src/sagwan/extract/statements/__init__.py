"""Who says what: quotations and reports with speaker, stance and channel."""
