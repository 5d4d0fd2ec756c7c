"""The reception day: a call from its brief to its coding, by keyboard, voice and 20 cells."""
import re

from person import plain
from texts import Scenario

NAME = "day"
CONTRACTED = True
CASES = {
    "fr": {"code": "MQ6-FR-1", "question": "Quelle est votre date de naissance ?", "fact": "birth-date", "email": "karim.benali@exemple.dz", "reason": "bill", "outcome": "resolved", "note": "Option retirée."},
    "ar": {"code": "MQ6-AR-1", "question": "ما هو تاريخ ميلادكم؟", "fact": "birth-date", "email": "fatima.bouzid@exemple.dz", "reason": "breakdown", "outcome": "callback", "note": "تعاود الوكالة الاتصال."},
}


def walk(day):
    t, orca, person, own = day.t, day.orca, day.person, CASES[day.lang]
    scenario = Scenario(own["code"])
    title = scenario.title[day.lang]
    day.sign_in("trainee")

    with day.step("the exercise is found by its title, and its brief is read"):
        person.tab_to(title, "link", says=orca.link, shows=title)
        person.follow(**day.page(title))
        person.press("q", says=scenario.brief[day.lang][:60])

    with day.step("ready: the desk waits, and says so"):
        person.tab_to(t("practice-ready"), "button", says=orca.button, shows=t("practice-ready"))
        person.follow(**day.page(t("calls-desk-title")))

    with day.step("the ringing is told once, and the key that answers is under the hand"):
        rings = re.compile("^" + re.escape(plain(t.parts("calls-status-ringing")[0])))
        told = lambda: any(rings.search(plain(said.text)) for said in person.record.said())
        mark = person.wait("the ringing", says=[t("calls-answer"), orca.button], shows=t("calls-answer"), until=told, patience=60)
        # The title of the page tells it as well, in the middle of a sentence of the browser.
        person.told_once(mark, rings)

    with day.step("one key answers, and the caller's first words are heard and felt"):
        person.follow(says=scenario.opening, shows=f"{t('calls-caller')} {scenario.opening}")

    with day.step("a step of the script is said with one key, and the caller answers"):
        step = f"{t('calls-step-say')} {scenario.steps['greet']['short']}"
        person.tab_to(step, "button", says=orca.button, shows=step)
        person.follow(says=scenario.fact("reason"), shows=t("calls-caller"))

    with day.step("a sentence of one's own is said, and the answer has the focus"):
        # Where espeak-ng speaks for the caller, the keys of its player come first.
        person.tab_to(t("calls-say-field"), says=[t("calls-say-field"), orca.field], shows=t("calls-say-field"))
        person.type(own["question"])
        person.follow(says=scenario.fact(own["fact"]), shows=t("calls-caller"))

    with day.step("the state of the line is told with who is there, when it is asked for"):
        person.press("F2", once=t.parts("calls-status-talking")[0])

    with day.step("the identity is marked, and that is told"):
        person.head_for(t("calls-file"))
        person.tab_to(t("calls-identify"), "button", says=orca.button, shows=t("calls-identify"))
        person.follow(says=t("calls-identity-told"), shows=t("calls-identity-told"))

    with day.step("the reason is chosen in its list, kept, and told as kept"):
        person.head_for(t("calls-file"))
        person.pick(t("calls-reason"), day.code("reason", own["reason"]))
        person.tab_to(t("calls-save-reason"), "button", says=orca.button, shows=t("calls-save-reason"))
        person.follow(says=t("calls-reason-saved"), shows=t("calls-reason-saved"))

    with day.step("the file is completed on the desk and sent from the field itself"):
        person.head_for(t("calls-edit-file"))
        person.fill(t("clients-email"), own["email"])
        person.follow("ctrl+Return", says=t("clients-saved"), shows=t("clients-saved"))

    with day.step("one key goes back to the caller's words"):
        person.follow("F8", says=scenario.fact(own["fact"]), shows=t("calls-caller"))

    with day.step("hanging up leads to the coding of the call"):
        person.tab_to(t("calls-end"), "button", key="shift+Tab", says=orca.button, shows=t("calls-end"))
        person.follow(says=t("calls-wrap-up"), shows=t("calls-wrap-up"))

    with day.step("what was not coded is named, and its link leads to the list"):
        person.tab_to(t("calls-close"), "button")
        person.follow(says=t("frame-summary-title"), shows=t("frame-summary-title"))
        person.press("Tab", says=[t("calls-error-outcome"), orca.link], shows=t("calls-error-outcome"))
        person.press("Return", says=[t("calls-outcome"), t("calls-choose"), t("calls-error-outcome")])

    with day.step("the coded call is closed, and the result is there at once"):
        person.pick(t("calls-outcome"), day.code("outcome", own["outcome"]), key="shift+Tab")
        person.choose(re.compile("."), t("calls-satisfied-4"))
        person.fill(t("calls-note"), own["note"])
        person.tab_to(t("calls-close"), "button", says=orca.button, shows=t("calls-close"))
        person.follow(says=t("calls-closed"), shows=t("calls-closed"))
        person.press("shift+h", **day.page(t("assessment-result-title", title=title)))
