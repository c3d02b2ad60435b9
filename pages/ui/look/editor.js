// The rich text editor's own script: its last word, and the tables that are pasted into it.

// The editor says what was typed 0.2 s after the last key. Whoever leaves it before has it said at
// once, and whoever presses something waits for that (last_word.js).
const SAYS_AFTER_MS = 200
const later = window.setTimeout
const never = window.clearTimeout
const unsaid = new Map()

window.setTimeout = (act, ms, ...more) => {
  if (ms !== SAYS_AFTER_MS) return later(act, ms, ...more)
  const say = () => {
    unsaid.delete(timer)
    window.wordsOnTheirWay = true
    act(...more)
  }
  const timer = later(say, ms)
  unsaid.set(timer, say)
  return timer
}

window.clearTimeout = (timer) => {
  unsaid.delete(timer)
  never(timer)
}

// Returns whether something is on its way that the page has not heard yet.
window.tellNow = () => {
  for (const [timer, say] of [...unsaid]) {
    never(timer)
    say()
  }
  return Boolean(window.wordsOnTheirWay)
}
addEventListener("blur", window.tellNow)

// The editor knows no tables: of a pasted one it would keep the words of all cells without a border
// between them. So each row becomes one line before the editor reads what was pasted, with a sign
// before each cell, as rows of a stored table stand in it (services/editing): once saved it is a
// table again. The browser has cleaned it by then.

const CELL = "│"
const HEAD_CELL = "║"
const BREAK = " ↵ "
const MOST_COLUMNS = 60
const BLOCKS = "p, div, li, ul, ol, dl, dt, dd, h1, h2, h3, h4, h5, h6, blockquote, pre, section"
const SOON_MS = 50

document.addEventListener(
  "paste",
  (event) => {
    const pasted = event.target.closest?.(".ql-container")?.querySelector(".ql-clipboard")
    if (!pasted) return
    // The browser fills it once this event is over; the editor reads it in a later task.
    const watch = new MutationObserver(() => linesOfTables(pasted))
    watch.observe(pasted, { childList: true, subtree: true })
    setTimeout(() => watch.disconnect(), SOON_MS)
  },
  { capture: true },
)

function linesOfTables(pasted) {
  for (let table = pasted.querySelector("table"); table; table = pasted.querySelector("table")) {
    const rows = [...table.rows]
    // A table of one column is there for its looks: what stands in it is text like any other.
    const lines = rows.some((row) => row.cells.length > 1) ? signed(rows) : contents(rows)
    table.replaceWith(...(table.caption ? contents([table.caption]) : []), ...lines)
  }
}

function contents(boxes) {
  return boxes.map((box) => {
    const block = document.createElement("div")
    for (const cell of box.cells ?? [box]) block.append(...cell.childNodes)
    return block
  })
}

// Cells that span several places leave the others of them empty, as in a stored table.
function signed(rows) {
  const taken = new Map()
  return rows.map((row) => {
    const line = document.createElement("p")
    let column = 0
    const place = (sign, nodes = []) => {
      line.append(`${column ? " " : ""}${sign} `, ...nodes)
      column += 1
    }
    const skip = () => {
      for (; taken.get(column) > 0 && column < MOST_COLUMNS; place(CELL)) {
        taken.set(column, taken.get(column) - 1)
      }
    }
    for (const cell of row.cells) {
      skip()
      const sign = cell.tagName === "TH" ? HEAD_CELL : CELL
      const wide = Math.min(cell.colSpan, MOST_COLUMNS)
      for (let more = 0; more < wide; more += 1) {
        if (cell.rowSpan > 1) taken.set(column, cell.rowSpan - 1)
        place(sign, more ? [] : oneLine(cell))
      }
    }
    skip()
    return line
  })
}

function oneLine(cell) {
  for (const text of texts(cell)) text.data = text.data.replace(/\s+/g, " ").replace(/[│║]/g, "|")
  for (const end of cell.querySelectorAll("br, tr")) end.before(BREAK)
  for (const block of cell.querySelectorAll(BLOCKS)) {
    block.before(BREAK)
    block.replaceWith(...block.childNodes)
  }
  // Of a table within a cell the words are left, its rows on lines of their own.
  for (const table of cell.querySelectorAll("table")) {
    for (const inner of table.querySelectorAll("td, th")) inner.append(" ")
    table.replaceWith(table.textContent)
  }
  cell.normalize()
  const words = texts(cell)
  for (const text of words) text.data = text.data.replace(/\s*(↵\s*)+/g, BREAK)
  if (words.length) {
    words[0].data = words[0].data.replace(/^[\s↵]+/, "")
    words.at(-1).data = words.at(-1).data.replace(/[\s↵]+$/, "")
  }
  return [...cell.childNodes]
}

function texts(node) {
  const walk = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
  const found = []
  while (walk.nextNode()) found.push(walk.currentNode)
  return found
}
