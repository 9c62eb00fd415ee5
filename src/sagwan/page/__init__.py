"""Bytes as received become a Page, a Text, Blocks that tile it, and Articles."""
