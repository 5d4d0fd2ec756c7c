"""What Orca itself says beside the words of a page, in the languages of its users. Its Arabic translation is not complete."""
import re
from types import SimpleNamespace

WORDS = {
    "fr": SimpleNamespace(
        button="bouton", link="lien", field="zone de saisie", password="champ de mot de passe", heading="en-tête niveau 1",
        required="requis", invalid="saisie non valable", box="case à cocher", on=re.compile("(?<!non )cochée"), off="non cochée", chosen="sélectionné bouton radio",
        radio="bouton radio", choices="liste déroulante", focus_mode="Mode focus", browse_mode="Mode navigation", focus_mode_stays="Mode focus",
    ),
    "ar": SimpleNamespace(
        button="زر ضغط", link=re.compile("رابط|visited link"), field="خانة", password="نص كلمة السر", heading="ترويس level 1",
        required="مطلوب", invalid="invalid entry", box="صندوق ضبط", on=re.compile("(?<!not )checked"), off="not checked", chosen="منتقى زر مذياع",
        radio="زر مذياع", choices="صندوق مركب", focus_mode="Focus mode", browse_mode="Browse mode", focus_mode_stays="Focus mode",
    ),
}
