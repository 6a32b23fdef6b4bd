from .issuer import IssuerSettings
from .register import Certificate, CertificateFile, CertificateHolder, Revocation, Series

__all__ = ["Certificate", "CertificateFile", "CertificateHolder", "IssuerSettings", "Revocation", "Series"]
