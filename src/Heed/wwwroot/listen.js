// Makes the import nicer: dropping a file, seeing how far the upload is, following a running import. All of it works
// without this file.
const form = document.querySelector("[data-upload]");
if (form) {
  const input = form.querySelector("input[type=file]");
  form.addEventListener("dragover", event => event.preventDefault());
  form.addEventListener("drop", event => {
    event.preventDefault();
    if (event.dataTransfer.files.length === 1) input.files = event.dataTransfer.files;
  });
  form.addEventListener("submit", event => {
    if (!input.files.length) return;
    event.preventDefault();
    const box = form.querySelector("[data-upload-progress]");
    const bar = box.querySelector("progress");
    const button = form.querySelector("button[type=submit]");
    box.hidden = false;
    button.disabled = true;
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.onprogress = sent => {
      if (sent.lengthComputable) bar.value = sent.loaded / sent.total;
    };
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
