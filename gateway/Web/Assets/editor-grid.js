// Moves between the cells of a form as a spreadsheet does, and takes blocks from one.
export class Grid {
  constructor(form, on) {
    this.on = on;
    for (const table of form.querySelectorAll("table[data-grid]")) {
      table.addEventListener("keydown", (e) => this.key(table, e));
      table.addEventListener("paste", (e) => this.paste(table, e));
      table.addEventListener("focusin", (e) => { if (e.target.matches("input")) e.target.select(); });
      table.addEventListener("mouseup", (e) => { if (e.target.matches("input") && e.target.selectionStart === e.target.selectionEnd) e.target.select(); });
    }
  }

  rows(table) {
    return [...table.rows].map((row) => [...row.querySelectorAll("input")]).filter((row) => row.length > 0);
  }

  place(table, field) {
    const rows = this.rows(table), row = rows.findIndex((r) => r.includes(field));
    return { rows, row, column: rows[row].indexOf(field) };
  }

  // The cell above or below: the one whose middle is nearest, because blocks of a table differ in width.
  vertical(table, field, by) {
    const { rows, row } = this.place(table, field);
    const middle = (f) => { const box = f.getBoundingClientRect(); return (box.left + box.right) / 2; };
    const near = rows[row + by];
    return near?.reduce((best, f) => (Math.abs(middle(f) - middle(field)) < Math.abs(middle(best) - middle(field)) ? f : best));
  }

  horizontal(table, field, by) {
    const { rows, row, column } = this.place(table, field);
    return rows[row][column + by];
  }

  key(table, event) {
    const field = event.target;
    if (!field.matches("input") || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = field.selectionStart === 0 && field.selectionEnd === field.value.length;
    const { selectionStart: start, selectionEnd: end } = field;
    let next;
    switch (event.key) {
      case "ArrowUp": next = this.vertical(table, field, -1); break;
      case "ArrowDown": next = this.vertical(table, field, 1); break;
      case "Enter": next = this.vertical(table, field, event.shiftKey ? -1 : 1); event.preventDefault(); break;
      case "ArrowLeft": if (!event.shiftKey && (all || (start === 0 && end === 0))) next = this.horizontal(table, field, -1); break;
      case "ArrowRight": if (!event.shiftKey && (all || (start === field.value.length && end === start))) next = this.horizontal(table, field, 1); break;
      case "Escape": if (!field.readOnly) { field.value = this.on.undo(field); field.select(); this.on.changed(); } break;
      default: return;
    }
    if (next) { event.preventDefault(); next.focus(); }
  }

  paste(table, event) {
    const field = event.target, text = event.clipboardData?.getData("text/plain") ?? "";
    const block = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n").map((line) => line.split("\t"));
    if (!field.matches("input") || (block.length === 1 && block[0].length === 1)) return;
    event.preventDefault();
    const { rows, row, column } = this.place(table, field);
    let count = 0;
    block.forEach((line, down) => line.forEach((value, right) => {
      const target = rows[row + down]?.[column + right];
      if (!target || target.readOnly) return; // sums and carried-over cells keep what they say
      target.value = value.trim();
      count++;
    }));
    this.on.changed();
    this.on.pasted(count);
  }
}
