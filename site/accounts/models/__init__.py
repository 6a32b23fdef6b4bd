from .log import PrivilegedAct
from .people import User
from .places import District, Region
from .privacy import PrivacyNoticeAcceptance
from .territories import TerritoryAssignment

__all__ = ["District", "PrivacyNoticeAcceptance", "PrivilegedAct", "Region", "TerritoryAssignment", "User"]
