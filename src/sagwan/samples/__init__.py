"""Sample pages about invented people, companies and outlets: plain text and saved web pages, traps and all."""
