"""What happens in cohorts. Higher layers listen; receivers run inside the transaction of the act."""

from django.dispatch import Signal

#: Sent with membership: Membership, now: datetime, whenever somebody joins or comes back.
member_joined = Signal()
#: Sent with membership: Membership, now: datetime.
member_left = Signal()
