"""A client's file: opened, filled with a mistake, corrected, found again."""
import re

NAME = "client-file"
CONTRACTED = True
CASES = {
    "fr": {"given": ("clients-given-latin", "Amel"), "family": ("clients-family-latin", "Ferhati"), "name": "Amel Ferhati", "street": "12 rue Didouche"},
    "ar": {"given": ("clients-given-arabic", "أمال"), "family": ("clients-family-arabic", "فرحاتي"), "name": "أمال فرحاتي", "street": "حي النصر"},
}
WRONG, RIGHT, SHOWN = "0661 30 8A 26", "0661308126", "0661 30 81 26"


def walk(day):
    t, orca, person, own = day.t, day.orca, day.person, CASES[day.lang]
    day.sign_in("trainee")

    with day.step("the files are one link away from the heading"):
        person.tab_to(t("clients-title"), "link", key="shift+Tab", says=orca.link, shows=t("clients-title"))
        person.follow(**day.page(t("clients-title")))

    with day.step("a new file is asked for"):
        person.tab_to(t("clients-new"), "link", says=orca.link, shows=t("clients-new"))
        person.follow(says=[t("clients-given-latin"), orca.field])

    with day.step("the name is written in its script, and felt while it is written"):
        for key, text in (own["given"], own["family"]):
            person.fill(t(key), text)

    with day.step("a letter in the number is explained at the summary, and nothing is lost"):
        person.fill(t("clients-phone"), WRONG)
        person.follow("ctrl+Return", says=t("frame-summary-title"), shows=t("frame-summary-title"))

    with day.step("the summary leads to the field, which tells its mistake and still holds what was typed"):
        person.press("Tab", says=[t("clients-error-phone-letters"), orca.link], shows=t("clients-error-phone-letters"))
        person.press("Return", says=[t("clients-phone"), WRONG, orca.invalid, t("clients-error-phone-letters")], until=person.holds(WRONG))

    with day.step("the number is corrected in place, and the file is saved"):
        person.type(RIGHT, over=True)
        person.follow("ctrl+Return", says=t("clients-saved"), shows=t("clients-saved"))

    with day.step("the file opens with its name, and its number is in the order in which it is dialled"):
        person.press("shift+h", says=[own["name"], orca.heading], shows=own["name"])
        person.read_to(SHOWN)
        person.feel("FwinRt", shows=SHOWN if day.contraction else re.compile(SHOWN[:10]))

    with day.step("it is changed: the field holds what was saved"):
        person.tab_to(t("clients-edit"), "link", says=orca.link, shows=t("clients-edit"))
        person.follow(**day.page(t("clients-edit-title")))
        person.tab_to(t("clients-phone"), says=SHOWN)
        person.fill(t("clients-street"), own["street"])
        person.follow("ctrl+Return", says=t("clients-saved"), shows=t("clients-saved"))

    with day.step("it is found by its name, and the line of the list begins with that name"):
        person.open(f"{day.url}/clients", **day.page(t("clients-title")))
        person.fill(t("clients-search"), own["family"][1])
        person.follow(**day.page(t("clients-title")))
        listed = " ".join((own["family"][1], own["given"][1]))
        person.tab_to(listed, "link", says=orca.link, shows=listed)
