"""Forms that are broken on purpose, as `broken.py` does with pages."""
from journeys.broken import broken

NAME = "broken-form"


def walk(day):
    t, orca, person = day.t, day.orca, day.person

    broken(day, "a field that has lost its label", "/sign-in",
           "document.querySelector('label[for=f-login]').removeAttribute('for')",
           lambda: person.press("shift+Tab", says=[t("sessions-login"), orca.field], shows=t("sessions-login")),
           before=lambda: person.press("Tab", says=orca.password))
    broken(day, "a label so long that the value leaves the cells", "/sign-in",
           "document.querySelector('label[for=f-login]').firstChild.data = 'Votre identifiant personnel de stagiaire '",
           lambda: person.press("shift+Tab", shows=t("sessions-login")),
           before=lambda: person.press("Tab", says=orca.password))
    broken(day, "an error that is no longer tied to its field", "/sign-in",
           "document.getElementById('f-login').removeAttribute('aria-describedby')",
           lambda: person.press("Return", says=t("sessions-error-login")),
           before=lambda: (person.follow(says=t("frame-summary-title")), person.press("Tab", says=orca.link)))
