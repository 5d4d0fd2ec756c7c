"""Progress: what was decided is found by heading and table, and read line by line with its status."""
import re

from journeys.review import CASES
from person import heard
from texts import Scenario
from visitor import Visitor

NAME = "progress"
# What is not said of a line within so long is not on it.
NEXT_LINE = 5


def walk(day):
    t, orca, person, own = day.t, day.orca, day.person, CASES[day.lang]
    scenario = Scenario(own["code"])
    Visitor(day.url, day.account("trainee")).closed_attempt(own["code"], own["says"], own["reason"], own["outcome"])
    trainer = Visitor(day.url, day.account("trainer"))
    attempt = re.search(r'href="(/reviews/\d+)"', trainer.get("/reviews"))[1]
    trainer.post(f"{attempt}/agreements", _page=attempt)
    day.sign_in("trainee")

    with day.step("the progress is one link away from the heading"):
        person.tab_to(t("assessment-progress-title"), "link", key="shift+Tab", says=orca.link, shows=t("assessment-progress-title"))
        person.follow(**day.page(t("assessment-progress-title")))

    with day.step("the next heading is the module, its code first"):
        person.press("h", says="MQ6", shows="MQ6")

    with day.step("a table is announced by its objective"):
        objective = day.browser.devtools.evaluate("document.querySelector('caption').innerText")
        person.press("t", says=objective, shows=objective)

    with day.step("a criterion is read with its words, then with its status and who decided it"):
        status, who = day.browser.devtools.evaluate("document.querySelector('tbody .badge').innerText"), day.account("trainer").person
        mark = person.record.mark()
        person.read_to(scenario.measured[0], shows=scenario.measured[0])
        # On a wide page it is all one line; a long criterion takes one of its own, and what follows is on the next.
        whole = [scenario.measured[0], status, who]
        if not person.record.wait(lambda: heard(person.record.said(mark), whole), NEXT_LINE):
            person.read_to(status, who)
        person.feel_to(status)
