"""Reading quiz and bank pages into the domain: structure of the source page, words of any page."""

from .pages import Sources, sources_of, spec_of, words_of

__all__ = ["Sources", "sources_of", "spec_of", "words_of"]
