// The only script of the page: readings under the pointer or the arrow keys, and the button that copies.
// Without it everything is still there to read.
export const script = `
for (const svg of document.querySelectorAll("svg[data-points]")) {
  const points = JSON.parse(svg.dataset.points), figure = svg.closest("figure")
  const tip = figure.querySelector(".tip"), cross = svg.querySelector(".cross")
  let at = -1
  const show = (i) => {
    at = Math.max(0, Math.min(points.length - 1, i))
    const [x, says] = points[at], box = svg.getBoundingClientRect(), outer = figure.getBoundingClientRect()
    cross.setAttribute("x1", x); cross.setAttribute("x2", x)
    tip.textContent = says; tip.style.display = "block"
    const left = box.left - outer.left + (x / svg.viewBox.baseVal.width) * box.width
    tip.style.left = Math.max(0, Math.min(left + 12, outer.width - tip.offsetWidth)) + "px"
    tip.style.top = box.top - outer.top + 8 + "px"
  }
  const hide = () => { tip.style.display = "none"; cross.setAttribute("x1", -9); cross.setAttribute("x2", -9) }
  svg.addEventListener("pointermove", (event) => {
    const box = svg.getBoundingClientRect()
    const x = ((event.clientX - box.left) / box.width) * svg.viewBox.baseVal.width
    let nearest = 0
    points.forEach(([px], i) => { if (Math.abs(px - x) < Math.abs(points[nearest][0] - x)) nearest = i })
    show(nearest)
  })
  svg.addEventListener("pointerleave", hide)
  svg.addEventListener("blur", hide)
  svg.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, PageDown: 10, PageUp: -10 }[event.key]
    if (step) show(at + step)
    else if (event.key === "Home") show(0)
    else if (event.key === "End") show(points.length - 1)
    else if (event.key === "Escape") hide()
    else return
    event.preventDefault()
  })
}
for (const button of document.querySelectorAll("button[data-copy]"))
  button.addEventListener("click", async () => {
    try { await navigator.clipboard.writeText(button.dataset.copy); button.textContent = "copied" }
    catch { getSelection().selectAllChildren(button.previousElementSibling) }
  })
`
