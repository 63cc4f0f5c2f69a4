// Makes the import nicer: dropping a file, seeing how far the upload is, following a running import. All of it works
// without this file.
const form = document.querySelector("[data-upload]");
if (form) {
  const input = form.querySelector("input[type=file]");
  const button = form.querySelector("button[type=submit]");
  const box = form.querySelector("[data-upload-progress]");
  const fail = words => {
    box.hidden = true;
    button.disabled = false;
    let alert = form.querySelector("[role=alert]");
    if (!alert) {
      alert = document.createElement("p");
      alert.setAttribute("role", "alert");
      alert.className = "strong";
      form.prepend(alert);
    }
    alert.textContent = words;
  };
  form.addEventListener("dragover", event => {
    event.preventDefault();
    form.classList.add("over");
  });
  form.addEventListener("dragleave", event => {
    if (!form.contains(event.relatedTarget)) form.classList.remove("over");
  });
  // Whoever drops a file has said what they want: it is sent without another press.
  form.addEventListener("drop", event => {
    event.preventDefault();
    form.classList.remove("over");
    if (button.disabled) return;
    if (event.dataTransfer.files.length !== 1) return fail("Drop one file. Each is an import of its own.");
    input.files = event.dataTransfer.files;
    form.requestSubmit();
  });
  form.addEventListener("submit", event => {
    if (!input.files.length) return;
    event.preventDefault();
    const bar = box.querySelector("progress");
    box.hidden = false;
    button.disabled = true;
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.onprogress = sent => {
      if (sent.lengthComputable) bar.value = sent.loaded / sent.total;
    };
    request.onload = () => {
      if (request.response?.href) location.assign(request.response.href);
      else fail(request.response?.because ?? "The server did not take the file. Try again, or without scripts.");
    };
    request.onerror = () => fail("The connection was lost. The file was not taken; send it again.");
    request.send(new FormData(form));
  });
}

const running = document.querySelector("[data-running]");
if (running) {
  const look = async () => {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
    if (!answer?.ok) return setTimeout(look, 3000);
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = next.querySelector("[data-running]");
    if (!now) return location.reload();
    document.querySelector("[data-running]").replaceWith(now);
    setTimeout(look, 1000);
  };
  setTimeout(look, 1000);
}

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
