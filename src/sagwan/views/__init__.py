"""What the ledger says about a question: derived, deterministic, disposable."""
