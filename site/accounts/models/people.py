"""People. There is no national identity number here, on purpose."""

import uuid
from typing import Any

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.folding import fold

from .places import District, Region

PHONE = RegexValidator(r"^\+[1-9][0-9]{7,14}$", _("Write the phone number with the country code, like +998901234567."))


class UserManager(BaseUserManager["User"]):
    """Makes people; the e-mail address is the sign-in name."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Create a person with a normalised address."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Create a person with every right (first installation only)."""
        return self.create_user(email, password, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        """Find by address, however it is capitalised."""
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in. Erasure empties this row; records keep pointing at it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(_("e-mail address"), unique=True)
    phone = models.CharField(_("phone"), max_length=16, blank=True, validators=[PHONE])
    last_name = models.CharField(_("surname"), max_length=80)
    first_name = models.CharField(_("given name"), max_length=80)
    patronymic = models.CharField(_("patronymic"), max_length=80, blank=True)
    certificate_name_latin = models.CharField(_("name on certificates, Latin script"), max_length=200, blank=True)
    certificate_name_cyrillic = models.CharField(
        _("name on certificates, Cyrillic script"), max_length=200, blank=True
    )
    certificate_name_confirmed_at = models.DateTimeField(null=True, blank=True, editable=False)
    preferred_language = models.CharField(
        _("preferred language"), max_length=8, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    region = models.ForeignKey(
        Region, verbose_name=_("region"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    district = models.ForeignKey(
        District, verbose_name=_("district"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    workplace = models.CharField(_("workplace"), max_length=200, blank=True)
    post = models.CharField(_("post"), max_length=160, blank=True)
    search_key = models.CharField(max_length=260, blank=True, editable=False, db_index=True)
    is_active = models.BooleanField(_("active"), default=True)
    date_joined = models.DateTimeField(default=timezone.now, editable=False)
    erased_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["last_name", "first_name"]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self) -> str:
        return self.get_full_name() or self.email

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the search key in step with the name and the address it is made of."""
        fields = kwargs.get("update_fields")
        if fields is None or {"last_name", "first_name", "patronymic", "email"} & set(fields):
            self.search_key = fold(f"{self.get_full_name()} {self.email}")[:260]
            if fields is not None:
                kwargs["update_fields"] = {*fields, "search_key"}
        super().save(*args, **kwargs)

    @property
    def is_staff(self) -> bool:
        """Django's own admin is not mounted; nobody is its staff."""
        return False

    def get_full_name(self) -> str:
        """Return surname, given name and patronymic, as Uzbek papers order them."""
        return " ".join(part for part in (self.last_name, self.first_name, self.patronymic) if part)

    def get_short_name(self) -> str:
        """Return the given name."""
        return self.first_name
