"""Verbs about certificates. Each is one transaction."""

from .correcting import replace, revoke
from .issuing import issue_for_completion, issue_waiting
from .papers import forget_papers, make_paper

__all__ = ["forget_papers", "issue_for_completion", "issue_waiting", "make_paper", "replace", "revoke"]
