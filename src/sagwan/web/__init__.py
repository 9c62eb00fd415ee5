"""The ledger in a browser and as a JSON interface: one process, pages made on the server, evidence one click away."""
