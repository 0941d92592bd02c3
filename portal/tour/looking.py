"""What is looked for on an open page: accessibility by axe, sideways scrolling, messages of the browser."""

from axe_playwright_python.base import AXE_SCRIPT

STANDARDS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")  # WCAG 2.2, levels A and AA
COLOURS = ("color-contrast", "link-in-text-block")  # the rules that another colour scheme can change

RUN_AXE = """async (chosen) => {
  const found = await axe.run(document, chosen);
  return found.violations.map((one) => [one.id, one.nodes.map((node) => node.target.join(" "))]);
}"""

# What reaches beyond the right edge, but for what scrolls or is cut off inside its own box.
STICKS_OUT = """() => {
  const edge = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= edge) return [];
  const held = (one) => {
    for (let box = one.parentElement; box; box = box.parentElement) {
      if (box !== document.body && getComputedStyle(box).overflowX !== "visible") return true;
    }
    return false;
  };
  const out = [...document.body.querySelectorAll("*")].filter(
    (one) => one.getBoundingClientRect().right > edge + 1 && !held(one));
  return [`${document.documentElement.scrollWidth} of ${edge} pixels`,
    ...out.slice(-3).map((one) => `${one.localName}.${[...one.classList].join(".")}`)];
}"""


# Colours that still fade into each other are nobody's fault; what lies in a box that was shut never comes to rest.
SETTLED = """() => Promise.race([new Promise((done) => setTimeout(done, 2000)), Promise.all(document.getAnimations()
  .filter((one) => one.effect.getComputedTiming().iterations !== Infinity)
  .map((one) => one.finished.catch(() => {})))])"""


def settle(page) -> None:
    """Wait until nothing on the page is moving."""
    page.evaluate(SETTLED)


def listen(page) -> list[str]:
    """A list that fills with what the browser complains about: errors of scripts, of loading, of the content policy."""
    heard = []
    page.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


def accessibility(page, rules=None) -> list[str]:
    """Violations of WCAG 2.2 A and AA on the page as it is now; only of some `rules`, where they are given."""
    settle(page)
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE_SCRIPT + ";0")
    only = {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": list(STANDARDS)}
    found = page.evaluate(RUN_AXE, {"runOnly": only, "resultTypes": ["violations"]})
    return [f"axe {rule}: {', '.join(places[:4])}" for rule, places in found]


# What one taps is 44 pixels high (WCAG 2.5.5, and our own rule), but for links inside a line of words.
TOO_SMALL = """() => [...document.querySelectorAll(
    "button, summary, select, textarea, input:not([type=hidden]), .button, nav a, .tab, label.choice")]
  .filter((one) => !["radio", "checkbox"].includes(one.type) || !one.closest("label"))
  .filter((one) => one.checkVisibility ? one.checkVisibility() : one.offsetParent)
  .map((one) => [one, one.getBoundingClientRect()])
  .filter(([one, box]) => box.width > 1 && box.height > 1 && box.height < 43.5)
  .map(([one, box]) => `${one.localName}.${[...one.classList].join(".")} ${Math.round(box.height)}`)"""


def small_targets(page) -> list[str]:
    """What is too low for a thumb."""
    found = dict.fromkeys(page.evaluate(TOO_SMALL))
    return [f"too low for a thumb: {', '.join(list(found)[:6])}"] if found else []


def overflow(page) -> list[str]:
    """What makes the page scroll sideways."""
    found = page.evaluate(STICKS_OUT)
    return [f"scrolls sideways: {', '.join(found)}"] if found else []
