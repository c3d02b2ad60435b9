// Tells which of the files that somebody chooses or drops are larger than the framework takes: it
// leaves them out, and who is told nothing believes they were taken.
//
// Streamlit runs this again whenever the data changes and cleans up only the last run, so each run
// first takes down the one before.
const LONGEST_NAME = 200
const running = new Map()

export default function ({ data, key, setStateValue }) {
  running.get(key)?.()
  const names = new Set()

  function look(files) {
    const large = [...(files ?? [])].filter((file) => file.size > data.most)
    for (const file of large) names.add(file.name.slice(0, LONGEST_NAME))
    if (large.length) setStateValue("names", [...names])
  }
  const onChange = (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === "file") look(event.target.files)
  }
  const onDrop = (event) => {
    const place = event.target instanceof Element && event.target.closest('[data-testid="stFileUploaderDropzone"]')
    if (place) look(event.dataTransfer?.files)
  }
  document.addEventListener("change", onChange, true)
  document.addEventListener("drop", onDrop, true)

  const takeDown = () => {
    document.removeEventListener("change", onChange, true)
    document.removeEventListener("drop", onDrop, true)
    running.delete(key)
  }
  running.set(key, takeDown)
  return takeDown
}
