"""Emergency numbers of the demo: the state's own, marked as not checked, for nobody has called them."""

from home.models import ContactSettings, HotlineEntry

NUMBERS = (
    ("103", "Tez tibbiy yordam", "Скорая медицинская помощь", "Ambulance"),
    ("102", "Ichki ishlar organlari", "Органы внутренних дел", "Police"),
)


def ensure_numbers() -> bool:
    """List the numbers on the contact page, unless an administrator has set contacts already; tell whether it did."""
    settings, made = ContactSettings.objects.get_or_create()
    if not made:
        return False
    for order, (number, uz, ru, en) in enumerate(NUMBERS):
        HotlineEntry.objects.create(
            settings=settings, number=number, name_uz=uz, name_ru=ru, name_en=en, sort_order=order
        )
    return True
