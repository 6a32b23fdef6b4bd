"""Ids made from content keys, so that the same text always gets the same id, on every machine."""

import uuid

#: Namespace of all content ids. Never change it: records point at ids made from it.
NAMESPACE = uuid.UUID("5a0b09d1-6c0d-5f63-9b1e-0c5d1f0f7a11")


def content_id(*path: str) -> uuid.UUID:
    """Return the permanent id of a piece of content, named by its keys from the outside in."""
    return uuid.uuid5(NAMESPACE, "/".join(path))
