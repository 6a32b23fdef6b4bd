"""All addresses. Roots without a language stand first; reading pages of a code stand before Wagtail's."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from core.serving import serve

# Wagtail's own addresses on the site; pages themselves are served below, from memory where they are kept.
wagtail_views = [pattern for pattern in wagtail_urls.urlpatterns if pattern.name != "wagtail_serve"]

urlpatterns = [
    path("", include("home.root_urls")),
    path("verify/", include("certificates.verify_urls")),
    # Wagtail's own sign-in would let a password in without the second factor.
    path("admin/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
]

if settings.DEVELOPMENT:
    urlpatterns += [
        path("dev/mail/", include("accounts.development_urls")),
        path("", include("home.development_urls")),
    ]

urlpatterns += i18n_patterns(
    path("account/", include("accounts.urls")),
    # Wagtail's sign-in for private pages knows the password only, like that of its admin above.
    path("_util/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("my/", include("dashboard.urls")),
    path("my/", include("learning.urls")),
    path("my/", include("certificates.urls")),
    path("my/", include("notices.urls")),
    path("teach/", include("teaching.urls")),
    path("search/", include("search.urls")),
    path("guidelines/", include("guidelines.urls")),
    path("", include("home.urls")),
    path("", include(wagtail_views)),
    re_path(r"^(?P<path>(?:[\w\-]+/)*)$", serve, name="wagtail_serve"),
)

handler404 = "home.views.page_not_found"
handler500 = "home.views.server_error"
