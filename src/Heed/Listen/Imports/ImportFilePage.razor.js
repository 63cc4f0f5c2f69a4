// Dropping a file, and seeing how far the upload is. Without this module the same form takes the file.
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
