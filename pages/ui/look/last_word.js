// A visual editor says what was typed in it 0.2 s after the last key. Whoever presses something
// before that is answered with all that was typed: the press waits in the browser until the editor
// has been heard. The editor's side is in editor.js.

const GIVEN_UP_MS = 1000
const frames = () => [...document.querySelectorAll('iframe[title*="quill"]')]
let held = null

addEventListener("message", ({ data, source }) => {
  if (data?.type !== "streamlit:setComponentValue" || !source?.wordsOnTheirWay) return
  source.wordsOnTheirWay = false
  setTimeout(() => held?.goOn()) // Streamlit listens after us
})

addEventListener(
  "click",
  (event) => {
    const late = frames().filter((frame) => frame.contentWindow?.tellNow?.())
    if (!late.length && !held) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (held) return // pressed twice is pressed once
    const again = new event.constructor(event.type, event)
    const press = () => {
      clearTimeout(givenUp)
      held = null
      for (const frame of late) if (frame.contentWindow) frame.contentWindow.wordsOnTheirWay = false
      event.target.dispatchEvent(again)
    }
    const givenUp = setTimeout(press, GIVEN_UP_MS)
    const isLate = (frame) => frame.contentWindow?.wordsOnTheirWay
    held = { goOn: () => late.some(isLate) || press() }
  },
  true,
)
