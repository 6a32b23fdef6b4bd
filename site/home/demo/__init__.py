"""Invented people and their believable progress, made through the same verbs that real people use."""
