"""Sagwan (사관): a ledger of who said, did, paid and sued what, read from Korean news pages."""

__version__ = "0.1.0"
