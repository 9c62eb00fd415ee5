"""Everybody and what stands between them: a signed graph, its turns, its camps, its balance."""
