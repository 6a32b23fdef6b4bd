"""What happens here that higher apps may answer. Both are sent inside the transaction of the act."""

from django.dispatch import Signal

#: edition: the Edition that has just been published.
edition_published = Signal()

#: acknowledgement: the Acknowledgement; created: False when the person had acknowledged the edition before.
acknowledged = Signal()
