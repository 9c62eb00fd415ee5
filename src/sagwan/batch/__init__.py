"""The same functions on a Ray cluster; the only code that imports Ray."""
