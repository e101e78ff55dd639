// Keeps the figures of a coverage page up to date from server-sent events. Without it the page is complete, only not live.

const spoken = 5000; // a status read out more often than this would be a nuisance

function show(section, picture) {
  for (const line of picture.lines) {
    for (const holder of section.querySelectorAll(`[data-line="${CSS.escape(line.key)}"]`)) {
      showLine(holder, line.figures);
    }
  }
}

function showLine(holder, figures) {
  for (const element of holder.querySelectorAll("[data-figure]")) {
    const figure = figures[element.dataset.figure];
    if (!figure || element.textContent === figure.text) continue;
    element.textContent = figure.text;
    if (element.dataset.value !== undefined) element.dataset.value = figure.value;
    if (element.dataset.figure === "rate") element.closest("td")?.setAttribute("data-value", figure.value);
    element.classList.remove("changed");
    void element.offsetWidth; // lets the mark of a change begin anew
    element.classList.add("changed");
  }
  for (const bar of holder.querySelectorAll('[data-bar="rate"]')) bar.setAttribute("width", figures.rate.value);
}

function speaker(status) {
  let at = -Infinity, waiting;
  return text => {
    clearTimeout(waiting);
    const say = () => { status.textContent = text; at = performance.now(); };
    const rest = at + spoken - performance.now();
    if (rest <= 0) say(); else waiting = setTimeout(say, rest);
  };
}

for (const section of document.querySelectorAll("[data-live]")) {
  const status = section.querySelector("[data-live-status]");
  const say = speaker(status);
  let last = "";
  const source = new EventSource(section.dataset.live);
  const alive = () => {
    status.classList.remove("lost");
    if (last && status.textContent === status.dataset.liveLost) say(last);
  };
  source.addEventListener("coverage", event => {
    const picture = JSON.parse(event.data);
    show(section, picture);
    last = status.dataset.liveStatus.replace("{time}", picture.at);
    section.dataset.version = picture.version;
    alive();
    say(last);
  });
  source.addEventListener("still", alive);
  source.addEventListener("error", () => {
    status.classList.add("lost");
    say(status.dataset.liveLost);
  });
}
