"""Competence frameworks hold nobody's data."""

from core.privacy import register_impersonal

from .models import Competence, Framework, Modality

register_impersonal(Framework, Competence, Modality)
