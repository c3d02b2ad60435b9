// Carries a one-time ticket to the route that sets (or ends) the session cookie, then loads the
// page that was asked for: Streamlit reads cookies only when a page is loaded.
let carried = null

export default function ({ data, setTriggerValue }) {
  if (!data?.to || carried === data.ticket) return
  carried = data.ticket
  const next = data.next.startsWith("/") && !/^\/[/\\]/.test(data.next) ? data.next : "/"
  fetch(data.to, {
    method: "POST",
    credentials: "same-origin",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ticket: data.ticket }),
  })
    .then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status))
      location.replace(next)
    })
    .catch((problem) => {
      carried = null
      setTriggerValue("failed", Number(problem.message) || 0)
    })
}
