"""What happens to courses. Higher layers listen; receivers run inside the transaction of the act."""

from django.dispatch import Signal

#: Sent with course_key (translation_key of the course page) when structure or rules may have changed: a source page of
#: the course was saved, moved or deleted.
course_changed = Signal()
