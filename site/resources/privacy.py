"""Resources hold nobody's data."""

from core import privacy

from .models import ResourceIndexPage, ResourcePage, ResourceTag

privacy.register_impersonal(ResourceIndexPage, ResourcePage, ResourceTag)
