// The calendar grid's own script. The page does not tell the grid which interviews there are, only
// where to read them, so that a click on the page reads none (pages/endpoints/entries.py). Until
// they have come the grid shows what it showed before: nothing flickers.

const PATH = "/calendar/entries"
const AGAIN_MS = 3000

let told = null // what the page told last
let known = "" // the address under which `read` was read
let asking = "" // the address that is being read
let read = { events: [], said: "" }
let given = { asked: null, read: null, events: [] } // what the grid has been given

addEventListener(
  "message",
  (message) => {
    const { data, source } = message
    const address = data?.type === "streamlit:render" ? data.args?.events?.address : null
    if (source !== parent || typeof address !== "string" || !address.startsWith(`${PATH}?`)) return
    message.stopImmediatePropagation()
    told = data
    show()
    if (address === known) asking = "" // back to what is shown: what comes of another is late
    else if (address !== asking) ask(address)
  },
  { capture: true },
)

// Each event carries the number of the answers that were heard: the same click means something the
// second time. Events that are the same ones are left as they are drawn.
function show() {
  const { asked } = told.args.events
  if (given.asked !== asked || given.read !== read) {
    given = { asked, read, events: read.events.map((event) => ({ ...event, asked })) }
  }
  const data = { ...told, args: { ...told.args, events: given.events } }
  dispatchEvent(new MessageEvent("message", { data }))
  say(read.said)
}

async function ask(address) {
  asking = address
  const found = await answerOf(address)
  if (asking !== address) return // another one has been asked for meanwhile
  asking = ""
  if (found) {
    known = address
    read = found
    show()
    document.documentElement.dataset.read = "" // for whoever takes its picture
  } else {
    say(told.args.events.failed)
    setTimeout(() => {
      if (!asking && told.args.events.address === address) ask(address)
    }, AGAIN_MS)
  }
}

// What is to be shown; nothing at all for whoever may read nothing any more, null to ask again.
async function answerOf(address) {
  try {
    const answer = await fetch(address)
    if (answer.ok) return await answer.json()
    return answer.status === 429 || answer.status >= 500 ? null : { events: [], said: "" }
  } catch {
    return null
  }
}

function say(words) {
  const line = document.getElementById("said") ?? document.body.appendChild(document.createElement("p"))
  line.id = "said"
  line.setAttribute("role", "status")
  line.textContent = words
}
