// Saves an answer as soon as it is given. Without this script the form's own buttons do the same.
"use strict";
(() => {
  const form = document.querySelector("form[data-autosave]");
  if (!form || !window.fetch) return;
  const status = form.querySelector("[data-save-status]");
  const unsaved = new Set();
  let sending = false;

  // What is sent is read when it is sent, so the newest choice always wins.
  const dataOf = (question) => {
    const data = new FormData();
    data.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    question.querySelectorAll("input, select, textarea").forEach((input) => {
      const chosen = input.type !== "radio" && input.type !== "checkbox";
      if (chosen || input.checked) data.append(input.name, input.value);
    });
    return data;
  };

  const send = async () => {
    if (sending) return;
    sending = true;
    while (unsaved.size) {
      const [question] = unsaved;
      unsaved.delete(question);
      try {
        const answer = await fetch(form.action, {
          method: "POST",
          body: dataOf(question),
          headers: { Accept: "application/json" },
          credentials: "same-origin",
        });
        const type = answer.headers.get("Content-Type") || "";
        if (answer.redirected || !type.startsWith("application/json")) throw new Error(String(answer.status));
        status.textContent = (await answer.json()).message;
      } catch (_error) {
        unsaved.add(question);
        status.textContent = status.dataset.failed;
        window.setTimeout(send, 4000);
        break;
      }
    }
    sending = false;
  };

  form.addEventListener("change", (event) => {
    const question = event.target.closest("[data-question]");
    if (!question) return;
    unsaved.add(question);
    send();
  });
  window.addEventListener("online", send);
})();
