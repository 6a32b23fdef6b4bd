"""What happens to learners. Higher layers listen; receivers run inside the transaction of the act."""

from django.dispatch import Signal

#: Sent once for each course completed. Arguments: completion (CourseCompletion), now (datetime).
course_completed = Signal()

#: Sent whenever somebody begins a course (not when taking it up again). Arguments: enrolment (Enrolment), now.
enrolled = Signal()
