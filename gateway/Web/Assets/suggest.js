// Proposes words and titles while somebody types; without it the box is a plain one.
for (const box of document.querySelectorAll("input[data-suggest]")) {
  const list = document.getElementById(box.getAttribute("list"));
  let waiting = 0;
  let asked = "";
  const ask = async () => {
    const text = box.value.trim();
    if (text === asked || text.length === 0) return;
    asked = text;
    try {
      const within = box.form.elements.namedItem("within")?.value ?? "";
      const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(text)}&within=${encodeURIComponent(within)}`);
      if (!answer.ok || box.value.trim() !== text) return;
      list.replaceChildren(...(await answer.json()).map((word) => Object.assign(document.createElement("option"), { value: word })));
    } catch {
      // no suggestions for now
    }
  };
  box.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(ask, 200); });
}
