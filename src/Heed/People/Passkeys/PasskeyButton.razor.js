// Asks for a passkey where the browser has them. The server takes no step without this module: it says what is needed.
const able =
  isSecureContext && !!window.PublicKeyCredential?.parseRequestOptionsFromJSON && !!navigator.credentials;

// What was asked for holds for five minutes.
const renewed = 4 * 60 * 1000;

async function answer(part, how) {
  if (part.dataset.make) {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(part.dataset.make));
    return navigator.credentials.create({ publicKey });
  }
  const asked = await fetch(part.dataset.ask);
  if (!asked.ok) throw new Error("not asked");
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await asked.json());
  return navigator.credentials.get({ publicKey, ...how });
}

function send(part, given) {
  part.querySelector("[data-answer]").value = JSON.stringify(given);
  part.closest("form").requestSubmit();
}

// Among the names that the browser offers for the field of the address, until one is chosen or the button is pressed.
function offer(part) {
  let waiting = new AbortController();
  const over = new AbortController();
  (async () => {
    if (!part.dataset.ask || !document.querySelector("input[autocomplete~=webauthn]")) return;
    if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
    while (!over.signal.aborted) {
      waiting = new AbortController();
      let late = false;
      const renewal = setTimeout(() => {
        late = true;
        waiting.abort();
      }, renewed);
      try {
        send(part, await answer(part, { mediation: "conditional", signal: waiting.signal }));
        return;
      } catch {
        // Nothing was chosen, so there is nothing to say.
        if (!late) return;
      } finally {
        clearTimeout(renewal);
      }
    }
  })();
  return () => {
    over.abort();
    waiting.abort();
  };
}

for (const part of able ? document.querySelectorAll("[data-passkey]") : []) {
  const button = part.querySelector("button");
  const says = part.querySelector("[data-says]");
  const withdraw = offer(part);
  part.querySelector("[data-lacks]").hidden = true;
  part.querySelector("[data-offers]").hidden = false;
  button.addEventListener("click", async () => {
    const form = part.closest("form");
    if (!form.reportValidity()) return;
    button.disabled = true;
    says.textContent = "";
    withdraw();
    try {
      send(part, await answer(part));
    } catch (problem) {
      says.textContent =
        problem.name === "InvalidStateError"
          ? "This device has a passkey for your account already."
          : "No passkey was given, so nothing has happened. Try again, or use another way.";
    }
    button.disabled = false;
  });
}
