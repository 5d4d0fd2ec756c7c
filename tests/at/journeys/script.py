"""The script during a call: steps said, branched and skipped by key; the line held and taken back."""
from texts import Scenario

NAME = "script"
CODES = {"fr": "MQ6-FR-1", "ar": "MQ6-AR-1"}


def walk(day):
    t, orca, person, scenario = day.t, day.orca, day.person, Scenario(CODES[day.lang])
    steps, lines = scenario.steps, scenario.lines
    comma = t("calls-comma")
    day.sign_in("trainee")

    with day.step("the call is taken"):
        person.open(f"{day.url}/practice/{scenario.code}", **day.page(scenario.title[day.lang]))
        person.tab_to(t("practice-ready"), "button")
        person.follow(**day.page(t("calls-desk-title")))
        person.wait("the ringing", says=t.parts("calls-status-ringing")[0], shows=t("calls-answer"), patience=60)
        person.follow(says=scenario.opening, shows=f"{t('calls-caller')} {scenario.opening}")

    with day.step("the script is the next region, and its first step says what it is and what its key does"):
        name = f"{t('calls-step-say')} {steps['greet']['short']}"
        person.tab_to(name, "button", says=[t("calls-script"), name, orca.button], shows=name)

    with day.step("in focus mode the arrows go from step to step"):
        person.press("KP_Insert+a KP_Insert+a", says=orca.focus_mode_stays)
        person.press("Down", says=f"{t('calls-step-skip')} {steps['greet']['short']}", shows=f"{t('calls-step-skip')} {steps['greet']['short']}")
        person.press("Down", says=f"{t('calls-step-say')} {steps['ask-name']['short']}", shows=f"{t('calls-step-say')} {steps['ask-name']['short']}")
        person.press("Up", says=f"{t('calls-step-skip')} {steps['greet']['short']}")
        person.press("Up", says=name)
        person.press("KP_Insert+a", says=orca.browse_mode)

    with day.step("a step is said, and the caller's answer has the focus"):
        person.follow(says=scenario.fact("reason"), shows=t("calls-caller"))

    with day.step("the next step asks for the name"):
        name = f"{t('calls-step-say')} {steps['ask-name']['short']}"
        person.tab_to(name, "button", shows=name)
        person.follow(says=scenario.fact("name"), shows=f"{t('calls-caller')} {scenario.fact('name')}")

    with day.step("a step with two ways tells each of them by what differs"):
        found, none = (f"{branch['label']}{comma} {steps['open-file']['short']}" for branch in steps["open-file"]["branches"])
        person.tab_to(found, "button", says=orca.button, shows=found)
        person.press("Tab", says=none, shows=none)
        person.press("shift+Tab", says=found)
        person.follow(shows=t("calls-caller"), says=scenario.fact("name"))

    with day.step("a step that is not needed is skipped, and what comes next can still be reached"):
        name = f"{t('calls-step-skip')} {steps['verify']['short']}"
        person.tab_to(name, "button", says=orca.button, shows=name)
        person.follow(says=scenario.fact("name"))
        person.tab_to(f"{t('calls-step-say')} {steps['explain']['short']}", "button")

    with day.step("the line is held, and the key that takes it back is under the hand"):
        person.follow("F8", says=t("calls-caller"))
        person.tab_to(t("calls-hold"), "button", key="shift+Tab", says=orca.button, shows=t("calls-hold"))
        person.follow(says=[t("calls-resume"), orca.button], shows=t("calls-resume"))
        person.press("F2", says=t.parts("calls-status-hold"))

    with day.step("taken back, the caller speaks again"):
        person.tab_to(t("calls-resume"), "button")
        person.follow(says=lines["back_from_hold"], shows=t("calls-caller"))
