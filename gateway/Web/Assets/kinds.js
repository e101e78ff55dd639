// Rows whose first choice decides which other fields count: the others are put away.
for (const row of document.querySelectorAll("[data-kinds]")) {
  const kind = row.querySelector("select");
  const settle = () => row.querySelectorAll("[data-for]").forEach((field) => { field.hidden = !field.dataset.for.split(" ").includes(kind.value); });
  kind.addEventListener("change", settle);
  settle();
}
