"""Options written anew from records."""
