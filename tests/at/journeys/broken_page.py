"""Pages that are broken on purpose in what they show and where they begin, as `broken.py` does with what they tell."""
from journeys.broken import broken

NAME = "broken-page"


def walk(day):
    t, orca, person = day.t, day.orca, day.person
    day.sign_in("trainee")
    status = t("calls-status-idle")
    broken(day, "a status line that only the eye finds", "/practice",
           "document.querySelector('#status a').replaceWith(Object.assign(document.createElement('span'), { textContent: document.getElementById('status').innerText }))",
           lambda: person.press("shift+Tab", says=[status, orca.link], shows=status))
    broken(day, "a page that does not say where one is", "/practice",
           "document.querySelector('h1').outerHTML = '<div>' + document.querySelector('h1').innerText + '</div>'",
           lambda: person.press("h", says=[t("practice-title"), orca.heading], shows=t("practice-title")),
           before=lambda: person.press("shift+Tab", says=status))
