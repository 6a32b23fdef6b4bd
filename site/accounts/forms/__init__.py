from .details import SignupDetailsForm

__all__ = ["SignupDetailsForm"]
