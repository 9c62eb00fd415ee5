"""The answers of the ledger in the forms of others, and what each form loses."""
