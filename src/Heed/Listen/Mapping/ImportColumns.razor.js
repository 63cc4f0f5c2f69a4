// Finds a column among hundreds: what does not fit is hidden, groups with what fits are opened, Enter goes to the first.
const finder = document.querySelector("[data-find-column]");
if (finder) {
  const input = finder.querySelector("input");
  const said = finder.querySelector("[role=status]");
  const rows = [...document.querySelectorAll("tr[data-column]")];
  const folds = [...document.querySelectorAll("details.fold")];
  const before = folds.map(fold => fold.open);
  finder.hidden = false;
  const find = () => {
    const words = input.value.trim().toLowerCase();
    let fits = 0;
    for (const row of rows) {
      row.hidden = !row.dataset.column.toLowerCase().includes(words);
      if (!row.hidden) fits++;
    }
    for (const why of document.querySelectorAll("tr[data-why]")) {
      let next = why.nextElementSibling;
      while (next && "column" in next.dataset && next.hidden) next = next.nextElementSibling;
      why.hidden = !next || !("column" in next.dataset);
    }
    folds.forEach((fold, i) => {
      const any = [...fold.querySelectorAll("tr[data-column]")].some(row => !row.hidden);
      fold.hidden = !any;
      fold.open = words ? any : before[i];
    });
    said.textContent = words ? `${fits} of ${rows.length} columns` : "";
  };
  input.addEventListener("input", find);
  input.addEventListener("keydown", event => {
    if (event.key === "Escape" && input.value) {
      input.value = "";
      find();
    } else if (event.key === "Enter") rows.find(row => !row.hidden)?.querySelector("select").focus();
    else return;
    event.preventDefault();
  });
}
