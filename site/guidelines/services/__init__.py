"""Verbs about codes. Each is one transaction: permission, change and log together."""

from .acknowledging import acknowledge
from .correcting import add_corrigendum
from .publishing import publish_edition

__all__ = ["acknowledge", "add_corrigendum", "publish_edition"]
