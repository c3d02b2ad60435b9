// Wires a list that the page drew as a table: ticks become the state "selected", a stage chosen in
// a row becomes the trigger "moved". The table may be drawn anew at any time; its ticks and the
// place of the keyboard are put back.
//
// Streamlit runs this again whenever the data changes and cleans up only the last run, so each run
// first takes down the one before.
const running = new Map()

export default function ({ data, key, setStateValue, setTriggerValue }) {
  running.get(key)?.()
  const chosen = new Set(data.selected)
  const table = () => document.querySelector(`table[data-rows="${CSS.escape(data.name)}"]`)
  const ticks = () => [...(table()?.querySelectorAll("input[data-id]") ?? [])]
  let last = null
  let held = null

  function paint() {
    const all = table()?.querySelector("input[data-all]")
    let ticked = 0
    for (const tick of ticks()) {
      tick.checked = chosen.has(tick.dataset.id)
      ticked += tick.checked
    }
    if (!all) return
    all.checked = ticked > 0 && ticked === ticks().length
    all.indeterminate = ticked > 0 && !all.checked
  }

  function tell() {
    const there = new Set(ticks().map((tick) => tick.dataset.id))
    for (const id of chosen) if (!there.has(id)) chosen.delete(id)
    paint()
    setStateValue("selected", [...chosen])
  }

  function tickTo(from, to) {
    const ids = ticks().map((tick) => tick.dataset.id)
    const [a, b] = [ids.indexOf(from), ids.indexOf(to)].sort((x, y) => x - y)
    if (a >= 0) for (const id of ids.slice(a, b + 1)) chosen.add(id)
  }

  function onChange(event) {
    const field = event.target
    if (!(field instanceof Element) || field.closest("table[data-rows]") !== table()) return
    if (field.matches("input[data-all]")) {
      if (field.checked) for (const tick of ticks()) chosen.add(tick.dataset.id)
      else chosen.clear()
      tell()
    } else if (field.matches("input[data-id]")) {
      const id = field.dataset.id
      if (field.checked) chosen.add(id)
      else chosen.delete(id)
      if (field.checked && shift && last) tickTo(last, id)
      last = id
      tell()
    } else if (field.matches("select[data-move]")) {
      const { move, was } = field.dataset
      const to = field.value
      // until the server has moved it, the row shows where the candidate still is
      field.value = was
      field.parentElement.setAttribute("aria-busy", "true")
      setTimeout(() => field.parentElement?.removeAttribute("aria-busy"), 4000)
      if (to !== was) setTriggerValue("moved", { id: move, to })
    }
  }

  let shift = false
  const onClick = (event) => (shift = event.shiftKey)
  const onFocus = (event) => {
    const field = event.target
    if (!(field instanceof Element) || field.closest("table[data-rows]") !== table()) held = null
    else held = field.dataset.id ? `input[data-id="${CSS.escape(field.dataset.id)}"]`
      : field.dataset.move ? `select[data-move="${CSS.escape(field.dataset.move)}"]` : null
  }
  const seen = new MutationObserver((changes) => {
    if (!changes.some((change) => [...change.addedNodes].some((node) => node.nodeType === 1
      && (node.matches("table[data-rows]") || node.querySelector("table[data-rows]"))))) return
    paint()
    if (held && document.activeElement === document.body) table()?.querySelector(held)?.focus()
  })

  document.addEventListener("change", onChange)
  document.addEventListener("click", onClick, true)
  document.addEventListener("focusin", onFocus)
  seen.observe(document.querySelector('[data-testid="stMain"]') ?? document.body, { childList: true, subtree: true })
  paint()

  const takeDown = () => {
    document.removeEventListener("change", onChange)
    document.removeEventListener("click", onClick, true)
    document.removeEventListener("focusin", onFocus)
    seen.disconnect()
    running.delete(key)
  }
  running.set(key, takeDown)
  return takeDown
}
