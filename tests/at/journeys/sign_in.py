"""The doors: what is missing is said, the focus leads there, and the right words open."""
NAME = "sign-in"
CONTRACTED = True


def walk(day):
    t, orca, person = day.t, day.orca, day.person
    account = day.account("trainee")

    with day.step("the door opens in the language of the person, at its first field"):
        person.open(f"{day.url}/", says=[t("sessions-login"), orca.field, orca.required], shows=t("sessions-login"))

    with day.step("the password is announced as one"):
        person.press("Tab", says=[t("sessions-password"), orca.password], shows=t("sessions-password"))

    with day.step("an empty form says that something is missing, at its summary"):
        person.follow(says=t("frame-summary-title"), shows=t("frame-summary-title"))

    with day.step("what is missing is a link that leads to its field, and the field says what is wrong"):
        person.press("Tab", says=[t("sessions-error-login"), orca.link], shows=t("sessions-error-login"))
        person.press("Return", says=[t("sessions-login"), orca.invalid, t("sessions-error-login")], shows=t("sessions-login"))

    with day.step("a wrong password is explained, and the name is kept"):
        person.type(account.login)
        person.tab_to(t("sessions-password"))
        person.type("mauvais")
        person.follow(says=t("frame-summary-title"), shows=t("frame-summary-title"))
        person.press("Tab", says=[t("sessions-error-wrong"), orca.link], shows=t("sessions-error-wrong"))
        person.press("Return", says=[t("sessions-password"), orca.password, t("sessions-error-wrong")], shows=t("sessions-password"))
        person.tab_to(t("sessions-login"), key="shift+Tab", says=account.login)

    with day.step("the right words open the first room, at its heading"):
        person.tab_to(t("sessions-password"), says=orca.password)
        person.type(account.password)
        person.follow(**day.page(t("practice-title")))

    with day.step("one key tells the state of the line, another repeats it, as often as asked"):
        person.press("F2", once=t("calls-status-idle"))
        person.press("F4", once=t("calls-status-idle"))
        person.press("F4", once=t("calls-status-idle"))

    with day.step("one key opens the list of keys"):
        person.follow("F9", **day.page(t("frame-shortcuts")))

    with day.step("signing out leads back to the door"):
        person.tab_to(t("frame-sign-out"), key="shift+Tab", says=orca.button, shows=t("frame-sign-out"))
        person.follow(says=t("sessions-login"), shows=t("sessions-login"))
