"""What an agent may ask a ledger, by the Model Context Protocol: short answers, each fact with its words and outlet."""
