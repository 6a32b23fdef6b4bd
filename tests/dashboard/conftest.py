"""The desk is seen by signed-in learners."""

from tests.learning.conftest import now, sign_in

__all__ = ["now", "sign_in"]
