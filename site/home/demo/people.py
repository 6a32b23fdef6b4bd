"""Who lives in the demo. All of them are invented."""

from dataclasses import dataclass

from accounts.roles import ADMINISTRATOR, AUDITOR, EDITOR, MANAGER, MODERATOR, TRAINER

DOMAIN = "saboq.example"


@dataclass(frozen=True)
class Person:
    """Somebody of the demo.

    Attributes:
        local: part of the address before @saboq.example.
        name: surname, given name, patronymic.
        cyrillic: the name as its holder wants it in Cyrillic.
        language: preferred language.
        district: SOATO code of the district ("" = none).
        post: post at work.
        role: role above learner, or "".
    """

    local: str
    name: tuple[str, str, str]
    cyrillic: str
    language: str = "uz"
    district: str = ""
    post: str = "Ijtimoiy xodim"
    role: str = ""

    @property
    def email(self) -> str:
        """Return the address."""
        return f"{self.local}@{DOMAIN}"


STAFF = (
    Person("admin", ("Normatov", "Sardor", "Alisher oʻgʻli"), "", post="Maʼmur", role=ADMINISTRATOR),
    Person("moderator", ("Qodirova", "Zulfiya", "Ravshanovna"), "", post="Bosh muharrir", role=MODERATOR),
    Person("editor", ("Yusupov", "Temur", "Baxodir oʻgʻli"), "", post="Muharrir", role=EDITOR),
    Person("trainer", ("Saidova", "Mohira", "Baxtiyor qizi"), "", post="Trener", role=TRAINER),
    Person("manager", ("Ismoilova", "Feruza", "Shuhrat qizi"), "", "ru", post="Hudud rahbari", role=MANAGER),
    Person("auditor", ("Hamidov", "Oybek", "Farhod oʻgʻli"), "", post="Nazoratchi", role=AUDITOR),
)

LEARNER = Person("learner", ("Karimova", "Dilnoza", "Rustam qizi"), "Каримова Дилноза Рустам қизи", district="1714216")


@dataclass(frozen=True)
class Learner:
    """A member of the demo group and how far they came.

    Attributes:
        person: who.
        began: days after the group's first day.
        steps: steps completed, in the order of the course.
        tries: {quiz slug: share of questions right at each try}; a quiz not named is passed at once.
        language: of the pages while learning; None = preferred one.
    """

    person: Person
    began: int
    steps: int
    tries: dict[str, tuple[float, ...]]
    language: str | None = None


GROUP = (
    Learner(LEARNER, began=1, steps=7, tries={"check-values": (0.5, 0.9)}),
    Learner(
        Person("jasur", ("Toʻrayev", "Jasur", "Anvar oʻgʻli"), "Тўраев Жасур Анвар ўғли", district="1714204"),
        began=0, steps=31, tries={"check-values": (1.0,), "final-test": (0.93,)},
    ),
    Learner(
        Person("malika", ("Rahimova", "Malika", "Odil qizi"), "Раҳимова Малика Одил қизи", "ru", "1714207"),
        began=0, steps=31, tries={"check-consent": (0.5, 0.9), "final-test": (0.6, 0.9)},
    ),
    Learner(
        Person("bekzod", ("Xolmatov", "Bekzod", "Ilhom oʻgʻli"), "", district="1714216"),
        began=2, steps=29, tries={"check-boundaries": (0.9,)},
    ),
    Learner(
        Person("gulchehra", ("Abdullayeva", "Gulchehra", ""), "Абдуллаева Гулчеҳра", district="1714212"),
        began=2, steps=20, tries={"check-values": (0.9,)},
    ),
    Learner(
        Person("sherzod", ("Nazarov", "Sherzod", "Komil oʻgʻli"), "", "ru", "1714219"),
        began=3, steps=5, tries={"check-values": (0.8,)},
    ),
    Learner(
        Person("oysha", ("Mirzayeva", "Oysha", "Tohir qizi"), "", district="1714224"),
        began=3, steps=4, tries={"check-values": (0.4, 0.55)},
    ),
    Learner(
        Person("otabek", ("Joʻrayev", "Otabek", "Erkin oʻgʻli"), "", district="1714229"), began=5, steps=2, tries={}
    ),
    Learner(
        Person("nilufar", ("Ergasheva", "Nilufar", "Davron qizi"), "", district="1714234"), began=6, steps=0, tries={}
    ),
)  # fmt: skip
