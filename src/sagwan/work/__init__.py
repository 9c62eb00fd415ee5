"""The pipeline's verbs and the settings, used by every surface."""
