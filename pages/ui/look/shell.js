// The shell's script, loaded once per tab. A plain click on a link with data-go switches the page
// inside the open app: the address changes, Streamlit hears it as a step in the history and runs
// the other page. Any other click (new tab, new window, lost connection) stays the browser's own.

const app = () => document.querySelector('[data-testid="stApp"]')
const main = () => document.querySelector('[data-testid="stMain"]')
const connected = () => app()?.dataset.testConnectionState === "CONNECTED"
const root = document.documentElement
const SWAP_MS = 700
const HOLD_MS = 3000
const STOPPED_MS = 600
const SCROLLING_MS = 2500
const scrolled = new Map()
let here = location.href
let drawn = Promise.resolve()
let release = () => {}

// Where the server is: else Streamlit asks below the page's own path first and waits for the 404.
window.__streamlit = { ...window.__streamlit, BACKEND_BASE_URL: `${location.origin}/` }

// The icons come with the page (21 KB): Streamlit need not fetch its 375 KB of them beforehand.
const load = document.fonts.load.bind(document.fonts)
document.fonts.load = (font, ...rest) =>
  font.includes("Material Symbols") ? Promise.resolve([]) : load(font, ...rest)

// As narrow as a phone: the server draws what reads well there first (the calendar as a list).
const NARROW_PX = 720
document.cookie = `candela_narrow=${innerWidth <= NARROW_PX ? 1 : 0}; path=/; SameSite=Lax`

history.scrollRestoration = "manual"

// Streamlit adds steps to the history, too, and one switch_page with an id makes two of them: the
// second takes the place of the first, so that Back needs one press. Each notes the place left.
const push = history.pushState.bind(history)
const REDIRECT_MS = 2000
let pushed = -Infinity
let acted = true
for (const kind of ["pointerdown", "click", "keydown"]) {
  addEventListener(kind, () => (acted = true), { capture: true, passive: true })
}

history.pushState = (...step) => {
  const now = performance.now()
  const left = subject()
  if (!acted && now - pushed < REDIRECT_MS) history.replaceState(...step)
  else {
    scrolled.set(here, main()?.scrollTop ?? 0)
    push(...step)
  }
  acted = false
  pushed = now
  here = location.href
  hold()
  // The same page about somebody else begins at its top, too.
  if (subject() !== left) drawn.then(arrive)
}

function subject() {
  return `${location.pathname} ${new URLSearchParams(location.search).get("id")}`
}

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button !== 0) return
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = event.target.closest?.("a[data-go]")
  if (!link || link.target || link.origin !== location.origin || !connected()) return
  event.preventDefault()
  go(link.href)
  // Pressed by a key (no detail): the same way on the next page has the focus, to be pressed again.
  const again = event.detail === 0 && link.dataset.again
  if (again) drawn.then(() => main()?.querySelector(`a[data-again="${again}"]`)?.focus({ preventScroll: true }))
})

function go(href) {
  if (href !== location.href) history.pushState({}, "", href)
  else hold()
  swap(() => dispatchEvent(new PopStateEvent("popstate", { state: history.state })))
  drawn.then(arrive)
}

// A page begins at its top, or at the place the address names. What stands below that place may
// still grow (the editor has a frame of its own): until then it cannot come to the top.
function arrive() {
  const place = document.getElementById(location.hash.slice(1))
  if (place) keep(() => place.scrollIntoView(), () => place.getBoundingClientRect().top < 120)
  else main()?.scrollTo(0, 0)
}

// Back and Forward: Streamlit draws the page, we put the reader where he was.
addEventListener("popstate", (event) => {
  if (!event.isTrusted) return
  scrolled.set(here, main()?.scrollTop ?? 0)
  here = location.href
  hold()
  const top = scrolled.get(here) ?? 0
  swap(() => {})
  drawn.then(() => restore(top))
})

// The old page stays on the screen until the new one is whole: no blank in between.
function swap(start) {
  const still = drawn
  if (!document.startViewTransition || document.hidden) return start()
  const swapped = document.startViewTransition(() => {
    start()
    return Promise.race([still, new Promise((late) => setTimeout(late, SWAP_MS))])
  })
  swapped.finished.catch(() => {})
  swapped.ready.catch(() => {})
}

// A page grows while it is drawn: try again until we are there or the reader scrolls himself.
function restore(top) {
  const place = main()
  if (place) keep(() => place.scrollTo(0, top), () => Math.abs(place.scrollTop - top) <= 2)
}

function keep(scroll, there) {
  const until = performance.now() + SCROLLING_MS
  const stop = new AbortController()
  for (const kind of ["wheel", "touchstart", "keydown", "pointerdown"]) {
    addEventListener(kind, () => stop.abort(), { signal: stop.signal, passive: true })
  }
  const step = () => {
    if (stop.signal.aborted) return
    scroll()
    if (!there() && performance.now() < until) requestAnimationFrame(step)
    else stop.abort()
  }
  step()
}

// Buttons that copy: data-copy is the text, data-done the word that says it worked.
document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("button[data-copy]")
  if (!button) return
  const word = button.querySelector("[aria-live]")
  const before = word.textContent
  if (!(await copied(button.dataset.copy))) return
  button.dataset.copied = ""
  word.textContent = button.dataset.done
  setTimeout(() => {
    delete button.dataset.copied
    word.textContent = before
  }, 2500)
})

async function copied(text) {
  if (navigator.clipboard && isSecureContext) {
    return navigator.clipboard.writeText(text).then(() => true, () => false)
  }
  // on plain http browsers offer only the old way
  const field = document.createElement("textarea")
  field.value = text
  field.className = "unseen"
  document.body.append(field)
  field.select()
  const done = document.execCommand("copy")
  field.remove()
  return done
}

// Buttons that put a text in where the cursor stands: in the field one is in, or in the editor,
// which lives in a frame of its own. The press takes the cursor away from neither.
let place = null
const editors = (near) => [...near.querySelectorAll('iframe[title*="quill"]')]
const written = (field) => field?.matches?.('input[type="text"], textarea')
addEventListener("focusin", (event) => written(event.target) && (place = event.target))
addEventListener("blur", () => {
  if (editors(document).includes(document.activeElement)) place = document.activeElement
})
document.addEventListener("mousedown", (event) => {
  if (event.target.closest?.("button[data-insert]")) event.preventDefault()
})
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("button[data-insert]")
  if (!button) return
  const near = button.closest('[role="dialog"]') ?? document
  const known = place?.isConnected && near.contains(place) ? place : null
  const target = known ?? editors(near)[0]
  if (!target) return
  const inside = target.tagName === "IFRAME" ? target.contentDocument : document
  const field = target.tagName === "IFRAME" ? inside.querySelector(".ql-editor") : target
  if (inside.activeElement !== field) field.focus()
  inside.execCommand("insertText", false, button.dataset.insert)
})

// Files dropped anywhere on a page with a field for several are put into it; on a page whose link
// says data-drop they are taken to that link's page first, which is told so: it may have no room for
// them. A place that takes files itself comes before that. Elsewhere nothing happens: the browser
// would open the file in place of the page, and what was typed there would be gone.
const FIELD_MS = 8000
const field = () => main()?.querySelector('[class*="st-key-upload_"] input[type="file"][multiple]')
const way = () => document.querySelector("a[data-drop]")
const files = (event) => !event.defaultPrevented && [...(event.dataTransfer?.types ?? [])].includes("Files")
const taken = () => connected() && Boolean(field() || way())
addEventListener("dragover", (event) => {
  if (!files(event)) return
  event.preventDefault()
  if (taken()) root.dataset.dropping = ""
  else event.dataTransfer.dropEffect = "none"
})
addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) delete root.dataset.dropping
})
addEventListener("drop", (event) => {
  delete root.dataset.dropping
  if (!files(event)) return
  event.preventDefault()
  if (!taken()) return
  const dropped = event.dataTransfer.files
  if (!field()) go(`${way().href}${way().search ? "&" : "?"}dropped=1`)
  drawn.then(() => handOver(dropped, performance.now() + FIELD_MS))
})

function handOver(files, until) {
  if (!field()) {
    if (performance.now() < until) setTimeout(handOver, 100, files, until)
    return
  }
  field().files = files
  field().dispatchEvent(new Event("change", { bubbles: true }))
}

// A menu closes when one clicks elsewhere or presses Escape.
const openMenus = () => document.querySelectorAll("details.menu[open]")
document.addEventListener("click", (event) => {
  for (const menu of openMenus()) if (!menu.contains(event.target) || event.target.closest("a")) menu.open = false
})
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return
  for (const menu of openMenus()) {
    menu.open = false
    menu.querySelector("summary").focus()
  }
})

// Names that Streamlit gives in English to parts without a word on them (for screen readers, and
// while a field is empty): in the reader's language, from the words on <html>. React writes such a
// name only when it changes, so ours stays.
const word = (name) => {
  const said = getComputedStyle(root).getPropertyValue(`--word-${name}`).trim()
  return said.startsWith('"') ? JSON.parse(said) : ""
}
const NAMES = new Map([
  ["Close", "close"], ["Dismiss", "close"], ["Open", "open"], ["Clear all", "clear-all"],
  ["Selected values", "selected"], ["file upload", "choose-file"], ["Add files", "choose-files"],
  ["Choose an option", "option"], ["Choose options", "option"],
  ["Choose date", "choose-date"], ["Choose date range", "choose-date"],
  ["Increment", "more"], ["Decrement", "less"],
  ["Show password", "show-password"], ["Hide password", "hide-password"],
])
const NAMED = ["aria-label", "placeholder"]

function rename(part, attribute) {
  const english = part.getAttribute(attribute)
  if (!english || part.closest(".stHtml")) return
  const [, removed] = /^Remove (.+)$/.exec(english) ?? []
  const said = removed ? `${word("remove")}: ${removed}` : NAMES.has(english) ? word(NAMES.get(english)) : ""
  if (said && said !== english) part.setAttribute(attribute, said)
}
// The list of a field that takes new words offers what was typed: "Add: Rust". React writes the
// whole text when it changes.
function renameOffer(text) {
  const [, typed] = /^Add: (.+)$/s.exec(text.data) ?? []
  if (typed && text.parentElement?.closest('[role="option"]')) text.data = `${word("add")}: ${typed}`
}
function renameIn(node) {
  for (const attribute of NAMED) {
    if (node.hasAttribute(attribute)) rename(node, attribute)
    for (const part of node.querySelectorAll(`[${attribute}]`)) rename(part, attribute)
  }
  const skip = node.querySelector('[data-testid="stSkipToContent"]')
  if (skip) skip.setAttribute("aria-label", word("skip"))
  if (!node.closest('[role="listbox"]') && !node.querySelector('[role="option"]')) return
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) renameOffer(texts.currentNode)
}
if (root.lang !== "en") {
  new MutationObserver((changes) => {
    for (const { type, target, attributeName, addedNodes } of changes) {
      if (type === "attributes") rename(target, attributeName)
      else if (type === "characterData") renameOffer(target)
      else for (const node of addedNodes) if (node.nodeType === 1) renameIn(node)
    }
  }).observe(root, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: NAMED,
  })
}

// Streamlit fetches each kind of element when it first meets it and shows placeholders of one line
// meanwhile; pages would jump as these grow. So a page that is being opened stays unseen until its
// last element has come (the shell draws a mark there, layout.end_of_page) and its placeholders are
// gone: data-drawn on <html>, used by look/css/frame.css. A run that ended before its mark is
// noticed by its state; when nothing has arrived for three seconds, what there is is shown.
function hold() {
  release()
  delete root.dataset.drawn
  const last = () => main()?.querySelector("i[data-run]")?.dataset.run
  const before = last()
  const began = performance.now()
  drawn = new Promise((done) => {
    const watched = new MutationObserver(look)
    const again = setInterval(look, 50)
    let waiting = 0

    function look(changes) {
      const page = main()?.querySelector(".st-key-page")
      if (!page) return
      const idle = app()?.dataset.testScriptState === "notRunning"
      const whole = last() !== undefined && last() !== before
      const stopped = idle && performance.now() - began > STOPPED_MS
      if ((whole || stopped) && !main().querySelector('[data-testid="stSkeleton"]')) finish()
      else if (!waiting || Array.isArray(changes)) {
        // as long as things arrive, the rest may, too
        clearTimeout(waiting)
        waiting = setTimeout(finish, HOLD_MS)
      }
    }
    function finish() {
      watched.disconnect()
      clearTimeout(waiting)
      clearInterval(again)
      release = () => {}
      root.dataset.drawn = ""
      showPlace()
      done()
    }
    release = finish
    watched.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-run"] })
  })
}

// On a phone the staff's places are one line that scrolls: the one we are in is in sight.
function showPlace() {
  const here = document.querySelector('.nav.staff .nav-places [aria-current="page"]')
  const line = here?.closest(".nav-places")
  if (!line || line.scrollWidth <= line.clientWidth) return
  line.scrollLeft = here.offsetLeft - (line.clientWidth - here.offsetWidth) / 2
}

hold()
// Opened in a tab of its own, a page begins at the place its address names, too.
if (location.hash) drawn.then(arrive)
