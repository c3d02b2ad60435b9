// One EventSource per tab, shared by every place that listens. The server says only "look again"
// with a number; what there is to see comes with the rerun. A tab that nobody looks at lets go of
// its connection (browsers allow six per host) and looks again when it is shown.
const HIDDEN_MS = 20_000
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 60_000
const OPENING_MS = 50
const LONGEST_OPENING_MS = 4_000

const listeners = new Map()
let source = null
let address = null
let wait = FIRST_WAIT_MS
let timer = 0
let missed = false
let opening = 0

export default function ({ data, key, setTriggerValue }) {
  listeners.set(key, (number) => setTriggerValue("woken", number))
  if (address !== data.from) {
    address = data.from
    close()
  }
  if (!document.hidden) open()
  return () => {
    listeners.delete(key)
    if (listeners.size === 0) close()
  }
}

function open() {
  clearTimeout(timer)
  if (source || !address || listeners.size === 0) return
  source = new EventSource(address)
  source.addEventListener("open", () => {
    wait = FIRST_WAIT_MS
    if (missed) wake(0)
    missed = false
  })
  source.addEventListener("look", (event) => wake(Number(event.data) || 0))
  source.addEventListener("error", () => {
    missed = true
    if (source?.readyState !== EventSource.CLOSED) return
    close()
    timer = setTimeout(open, wait * (0.7 + Math.random() * 0.6))
    wait = Math.min(wait * 2, LONGEST_WAIT_MS)
  })
}

function close() {
  clearTimeout(timer)
  source?.close()
  source = null
}

// While a page is being opened (no data-drawn, see look/shell.js) Streamlit still names the page
// before it in all that it sends: looking again at that moment would lead the reader back there.
function wake(number, since = performance.now()) {
  clearTimeout(opening)
  const whole = "drawn" in document.documentElement.dataset
  if (whole || performance.now() - since > LONGEST_OPENING_MS) {
    for (const tell of listeners.values()) tell(number)
  } else {
    opening = setTimeout(wake, OPENING_MS, number, since)
  }
}

document.addEventListener("visibilitychange", () => {
  clearTimeout(timer)
  if (document.hidden) {
    timer = setTimeout(() => {
      missed = true
      close()
    }, HIDDEN_MS)
  } else {
    open()
  }
})
