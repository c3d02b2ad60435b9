// What somebody is typing goes on, whatever the server draws anew meanwhile. Streamlit hears of a
// field's words when the field is left; until then they stand in the browser alone, and a run that
// draws the field at another place (something came in above it) makes it anew without them.

const GOES_ON_MS = 20000 // on a busy machine the next field comes a while after
const SETTLED_MS = 50 // until a field that is new holds what the server put into it
const FIELDS = 'input[type="text"], textarea'
const ROUND = /^(st-key-note_\w+_)(\d+)(_body)$/
let typing = null

// Words about one are never put into a field about another, whatever its key.
const subject = () => {
  const asked = new URLSearchParams(location.search)
  return [location.pathname, asked.get("id"), asked.get("app")].join(" ")
}
const keyOf = (part) => /(?:^|\s)(st-key-\S+)/.exec(part?.closest('[class*="st-key-"]')?.className ?? "")?.[1]

// The field with this key; none where several stand in what has it.
function fieldOf(key) {
  const fields = document.querySelectorAll(`.${CSS.escape(key)} :is(${FIELDS})`)
  return fields.length === 1 ? fields[0] : null
}

addEventListener("input", ({ target: field }) => {
  if (!field.matches?.(FIELDS)) return
  if (saving?.field === field) saving.words = field.value
  const key = keyOf(field)
  const whole = { field, key, words: field.value, about: subject(), until: Infinity }
  typing = key && fieldOf(key) === field ? whole : null
})

// Whoever has gone on to something else meanwhile is not called back.
const gone = () => {
  if (typing && !typing.field.isConnected) typing = null
}
addEventListener("blur", gone)
addEventListener("pointerdown", gone, true)

// Left on purpose or sent by Enter, it is the server's to know. What is taken away is left, too.
const told = (field) => {
  if (typing?.field === field && field.isConnected) typing = null
}
addEventListener("focusout", ({ target }) => setTimeout(told, 0, target))
addEventListener("keydown", ({ key, target }) => key === "Enter" && target.matches?.("input") && told(target))

new MutationObserver(() => {
  if (!typing || typing.field.isConnected) return
  typing.until = Math.min(typing.until, performance.now() + GOES_ON_MS)
  const again = fieldOf(typing.key)
  if (performance.now() > typing.until || typing.about !== subject()) typing = null
  else if (again) {
    const { field, words } = typing
    if (saving?.field === field) saving.field = again
    typing.field = again
    refill(again, words, field.selectionStart, field.selectionEnd)
  }
}).observe(document.documentElement, { childList: true, subtree: true })

// A note that is being saved is told; what is typed from here on belongs to the next one, whose
// field may be the same made empty, or another. Its key counts the notes.
let saving = null

addEventListener("click", ({ target }) => {
  const pressed = target.closest?.("button")?.closest('[class*="st-key-note_"][class*="_save"]')
  const key = pressed && keyOf(pressed).replace(/_save$/, "_body")
  const field = key && fieldOf(key)
  if (!field) return
  saving = { field, key, saved: field.value, words: field.value, until: performance.now() + GOES_ON_MS }
  setTimeout(goOn, SETTLED_MS, saving)
}, true)

function goOn(one) {
  if (one !== saving) return
  if (nextOf(one.key)) setTimeout(goOnInNext, SETTLED_MS, one)
  else if (performance.now() < one.until) setTimeout(goOn, SETTLED_MS, one)
  else saving = null
}

function goOnInNext(one) {
  const { key, saved, words } = one
  const next = nextOf(key)
  const more = words.startsWith(saved) ? words.slice(saved.length).trimStart() : words
  if (one === saving) saving = null
  if (more && next && (!next.value || next.value === words)) refill(next, more, more.length, more.length)
}

function nextOf(key) {
  const [, before, round, after] = ROUND.exec(key) ?? []
  return before ? fieldOf(`${before}${Number(round) + 1}${after}`) : null
}

function refill(field, words, from, to) {
  field.focus({ preventScroll: true })
  if (document.activeElement !== field) return // it takes no words now
  if (field.value !== words) {
    field.select()
    document.execCommand("insertText", false, words)
  }
  field.setSelectionRange(from, to)
}

// A dialog in which something was written is left by its own buttons alone: a click that misses it,
// or Escape, would throw away a letter. A list or a calendar that stands open takes its Escape.
const OPEN = '[data-testid="stDialog"]'
const within = new WeakSet()
const LISTS = '[role="listbox"], [role="grid"]'
const writtenIn = (field) => field?.closest?.(OPEN) && within.add(field.closest(OPEN))

addEventListener("input", ({ target }) => {
  if (target.matches?.(FIELDS) && target.role !== "combobox") writtenIn(target)
})
addEventListener("message", ({ data, source }) => {
  const frame = document.activeElement // a visual editor says what was typed in it
  if (data?.type === "streamlit:setComponentValue" && frame?.contentWindow === source) writtenIn(frame)
})

function keepOpen(event) {
  const open = [...document.querySelectorAll(OPEN)].at(-1)
  if (!within.has(open) || document.querySelector(LISTS)) return
  const missed = event.target.closest?.(OPEN) && !event.target.closest('[role="dialog"]')
  if (event.key === "Escape" || (!event.key && missed)) event.stopImmediatePropagation()
}
for (const kind of ["keydown", "keyup", "pointerdown", "mousedown", "click"]) {
  addEventListener(kind, keepOpen, true)
}
