"""How the views answer on a ledger of many articles, made from templates with varied names: `make scale`."""
