// Asks for a passkey where the browser has them. The server takes no step without this module: it says what is needed.
const able =
  isSecureContext && !!window.PublicKeyCredential?.parseRequestOptionsFromJSON && !!navigator.credentials;

async function answer(part) {
  if (part.dataset.make) {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(part.dataset.make));
    return navigator.credentials.create({ publicKey });
  }
  const asked = await fetch(part.dataset.ask);
  if (!asked.ok) throw new Error("not asked");
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await asked.json());
  return navigator.credentials.get({ publicKey });
}

for (const part of able ? document.querySelectorAll("[data-passkey]") : []) {
  const button = part.querySelector("button");
  const says = part.querySelector("[data-says]");
  part.querySelector("[data-lacks]").hidden = true;
  part.querySelector("[data-offers]").hidden = false;
  button.addEventListener("click", async () => {
    const form = part.closest("form");
    if (!form.reportValidity()) return;
    button.disabled = true;
    says.textContent = "";
    try {
      part.querySelector("[data-answer]").value = JSON.stringify(await answer(part));
      form.requestSubmit();
    } catch (problem) {
      says.textContent =
        problem.name === "InvalidStateError"
          ? "This device has a passkey for your account already."
          : "No passkey was given, so nothing has happened. Try again, or use another way.";
    }
    button.disabled = false;
  });
}
