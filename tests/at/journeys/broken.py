"""What is broken must be noticed. Each key is pressed twice: on the page as it is, where it passes, and on the page as a careless change would
leave it, where it must fail. A walk that passes on a broken page proves nothing anywhere else."""
from person import PATIENCE, REST, Failure

NAME = "broken"
# Long enough for the screen reader to say the wrong thing; the step has passed in less just before.
IMPATIENT = 5


def walk(day):
    t, orca, person = day.t, day.orca, day.person
    day.sign_in("trainee")
    status = t("calls-status-idle")
    broken(day, "a live region that says nothing any more", "/practice",
           "for (const name of ['role', 'aria-live']) document.getElementById('live').removeAttribute(name)",
           lambda: person.press("F2", once=status))
    broken(day, "a second live region that says it again", "/practice",
           """(() => {
             const again = document.body.appendChild(document.createElement('div')), live = document.getElementById('live');
             again.setAttribute('role', 'status');
             new MutationObserver(() => again.replaceChildren(Object.assign(document.createElement('p'), { textContent: `${document.title} ${live.textContent}` }))).observe(live, { childList: true });
           })()""",
           lambda: person.press("F2", once=status))
    broken(day, "a focus that is lost on its way", "/practice",
           "document.addEventListener('focusin', (event) => event.target.blur(), true)",
           lambda: person.press("shift+Tab", says=[status, orca.link], shows=status))


def broken(day, sentence, path, change, step, before=lambda: None):
    """The step passes on the page, and fails on the same page once `change` was done to it."""
    person = day.person

    def arrive():
        person.follow_to(day.url + path)
        before()

    with day.step(f"{sentence}: without it the step passes"):
        arrive()
        step()
    with day.step(f"{sentence}: with it the step fails"):
        arrive()
        mark = person.record.mark()
        day.browser.devtools.evaluate(change)
        # The screen reader learns of it in its own time.
        person.record.quiet(mark, REST, PATIENCE)
        try:
            with person.impatient(IMPATIENT):
                step()
        except Failure as failure:
            print("      noticed: " + str(failure).split("\n")[0], flush=True)
        else:
            raise Failure("the step passed on the broken page")
        finally:
            # It was broken on purpose.
            person.silences.clear()
