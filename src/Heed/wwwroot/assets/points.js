// One tab stop for each chart; arrows walk through its points. Without this module every marked point takes a tab stop.
for (const chart of document.querySelectorAll("svg.plot")) {
  const points = [...chart.querySelectorAll(".point")];
  if (points.length === 0) continue;

  const rest = at => points.forEach((point, i) => point.setAttribute("tabindex", i === at ? "0" : "-1"));
  rest(points.length - 1);

  chart.addEventListener("keydown", event => {
    const at = points.indexOf(event.target.closest(".point"));
    if (at < 0) return;
    const next = {
      ArrowRight: at + 1, ArrowLeft: at - 1, ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: points.length - 1,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const to = Math.min(Math.max(next, 0), points.length - 1);
    rest(to);
    points[to].focus();
  });
}
