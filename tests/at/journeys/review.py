"""The trainer's review: one key agrees and the next proposal is there; another decision asks for a reason; the grid ends it."""
import re

from texts import Scenario
from visitor import Visitor

NAME = "review"
CASES = {
    "fr": {"code": "MQ6-FR-1", "says": ["Bonjour, service clients.", "Quelle est votre date de naissance ?"], "reason": "bill", "outcome": "resolved", "why": "Le ton change la mesure."},
    "ar": {"code": "MQ6-AR-1", "says": ["السلام عليكم، خدمة الزبائن.", "ما هو تاريخ ميلادكم؟"], "reason": "breakdown", "outcome": "callback", "why": "نبرة الصوت تغير القياس."},
}


def walk(day):
    t, orca, person, own = day.t, day.orca, day.person, CASES[day.lang]
    trainee, scenario = day.account("trainee"), Scenario(own["code"])
    Visitor(day.url, trainee).closed_attempt(own["code"], own["says"], own["reason"], own["outcome"])
    day.sign_in("trainer")
    agree = t.parts("assessment-agree")[0]

    def proposal():
        """The button that agrees has the focus."""
        return day.browser.devtools.evaluate("document.activeElement.id").startswith("agree-")

    with day.step("the attempt waits under the name of the trainee"):
        person.tab_to(t("assessment-reviews-title"), "link", key="shift+Tab", says=orca.link, shows=t("assessment-reviews-title"))
        person.follow(**day.page(t("assessment-reviews-title")))
        person.tab_to(trainee.person, "link", says=orca.link, shows=trainee.person)
        person.follow(**day.page(t("assessment-review-title", title=scenario.title[day.lang])))

    with day.step("a link leads to the first proposal, whose key says what it confirms, of what, and why"):
        person.tab_to(t("assessment-first"), "link", says=orca.link, shows=t("assessment-first"))
        person.press("Return", says=[agree, orca.button], shows=agree, until=proposal)

    with day.step("one key agrees, and the next proposal is under the same key"):
        first = day.browser.devtools.evaluate("document.activeElement.id")
        person.follow(says=[agree, orca.button], shows=agree, until=lambda: proposal() and day.browser.devtools.evaluate("document.activeElement.id") != first)

    with day.step("deciding otherwise without a reason is explained"):
        _, proposed = day.browser.focused()
        other = next(status for status in (t("assessment-in-progress"), t("assessment-not-acquired")) if status not in proposed)
        person.press("Tab", says=[t("assessment-change"), orca.link], shows=t("assessment-change"))
        person.follow(says=t("assessment-change-title"), shows=t("assessment-change-title"))
        person.choose(re.compile("."), other)
        person.tab_to(t("assessment-change-save"), "button", says=orca.button, shows=t("assessment-change-save"))
        person.follow(says=t("frame-summary-title"), shows=t("frame-summary-title"))
        person.press("Tab", says=[t("assessment-error-reason"), orca.link])

    with day.step("with its reason the decision is kept"):
        person.press("Return", says=t("assessment-reason"), shows=t("assessment-reason"))
        person.type(own["why"])
        person.follow("ctrl+Return", says=[agree, orca.button], until=proposal)

    with day.step("one key agrees with all that remains, and the grid is next"):
        person.tab_to(t("assessment-agree-all"), "button", says=orca.button, shows=t("assessment-agree-all"))
        person.follow(says=t("assessment-grid"), shows=t("assessment-grid"))

    with day.step("each line of the grid says its criterion, and takes a level by one key"):
        lines = int(day.browser.devtools.evaluate("document.querySelectorAll('fieldset.levels').length"))
        for line in range(lines):
            person.tab_to(t("assessment-level-3"), "radio", says=[t("assessment-level"), t("assessment-level-3")])
            person.press("space", until=lambda: day.browser.devtools.evaluate("document.activeElement.checked"))
            person.tab_to(t("assessment-remark"), "textbox", says=t("assessment-remark"))

    with day.step("saving the grid ends the review, and that is told"):
        person.tab_to(t("assessment-grid-save"), "button", says=orca.button, shows=t("assessment-grid-save"))
        # A screen reader that does not read on by itself says the first line of what has the focus.
        person.follow(says=t("assessment-review-finished")[:40], shows=t("assessment-review-finished"))
