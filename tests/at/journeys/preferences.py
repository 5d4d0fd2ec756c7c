"""The preferences: what is chosen is told with its state, kept, and felt at once on the cells."""
NAME = "preferences"
CONTRACTED = True


def walk(day):
    t, orca, person = day.t, day.orca, day.person
    day.sign_in("trainee")

    with day.step("the preferences are at the foot of every page"):
        person.tab_to(t("preferences-title"), "link", key="shift+Tab", says=orca.link, shows=t("preferences-title"))
        person.follow(**day.page(t("preferences-title")))

    with day.step("the language in use is the one that is chosen"):
        person.press("Tab", says=[t("preferences-language"), orca.chosen])

    with day.step("a box says whether it is ticked, before and after"):
        person.tab_to(t("preferences-short-texts"), "checkbox", says=[orca.box, orca.off])
        person.press("space", says=orca.on)

    with day.step("a choice is told while going through its group"):
        person.choose(t("preferences-theme-system"), t("preferences-theme-dark"))

    with day.step("how one reads is ticked"):
        person.tab_to(t("preferences-means-braille"), "checkbox", says=orca.off)
        person.press("space", says=orca.on)

    with day.step("saving is told, in the short words that were asked for"):
        person.tab_to(t("preferences-save"), "button", says=orca.button, shows=t("preferences-save"))
        person.follow(says=t.short("preferences-saved"), shows=t.short("preferences-saved"))

    with day.step("what was chosen is chosen when one comes back to it"):
        person.tab_to(t("preferences-short-texts"), "checkbox", says=orca.on)
        person.tab_to(t("preferences-theme-dark"), "radio", says=orca.chosen)

    with day.step("with short texts the label, the value and the state of a field stand on 20 cells"):
        person.open(f"{day.url}/clients/new", says=[t.label("clients-given-latin"), orca.field], shows=t.label("clients-given-latin"))
        person.type("Amel", shows=t.label("clients-given-latin") + " Amel" if not day.contraction else None)

    with day.step("the line of the desk is told in a word"):
        person.press("F2", once=t.short("calls-status-idle"))

    with day.step("it is all taken back as easily"):
        person.open(f"{day.url}/preferences", **day.page(t("preferences-title")))
        person.tab_to(t("preferences-short-texts"), "checkbox", says=orca.on)
        person.press("space", says=orca.off)
        person.follow("ctrl+Return", says=t("preferences-saved"), shows=t("preferences-saved"))
