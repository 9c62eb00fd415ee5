"""Bytes as received become a Page, a Text, Blocks that tile it, and Articles."""

from sagwan.page.lay import lay_out

__all__ = ["lay_out"]
