// Makes questions nicer to answer: steps are moved instead of numbered, words are counted. Nothing needs it.
"use strict";
(() => {
  // ---- steps to be put in order: by buttons, or dragged ----
  const prepare = (list) => {
    const steps = () => [...list.children];
    const select = (step) => step.querySelector("select");
    const words = (step) => step.querySelector("label").textContent.trim();
    const status = document.createElement("p");
    status.className = "visually-hidden";
    status.setAttribute("role", "status");
    list.after(status);
    let dragged = null;

    const renumber = () => {
      steps().forEach((step, place) => {
        select(step).value = String(place + 1);
        step.querySelector("[data-place]").textContent = String(place + 1);
        step.querySelector("[data-up]").disabled = place === 0;
        step.querySelector("[data-down]").disabled = place === steps().length - 1;
      });
    };
    const told = (step) => {
      renumber();
      const place = String(steps().indexOf(step) + 1);
      status.textContent = list.dataset.moved.replace("{step}", words(step)).replace("{place}", place);
      select(step).dispatchEvent(new Event("change", { bubbles: true }));
    };
    const move = (step, by) => {
      const other = steps()[steps().indexOf(step) + by];
      if (!other) return;
      if (by < 0) other.before(step);
      else other.after(step);
      told(step);
    };
    const button = (step, name, sign, by) => {
      const made = document.createElement("button");
      made.type = "button";
      made.className = "button button--quiet order__move";
      made.dataset[name] = "";
      made.textContent = sign;
      made.setAttribute("aria-label", `${list.dataset[name]}: ${words(step)}`);
      made.addEventListener("click", () => {
        move(step, by);
        const twin = step.querySelector(by < 0 ? "[data-down]" : "[data-up]");
        (made.disabled ? twin : made).focus();
      });
      return made;
    };

    list.classList.add("order--live");
    steps().forEach((step) => {
      const place = document.createElement("span");
      place.className = "order__place";
      place.dataset.place = "";
      place.setAttribute("aria-hidden", "true");
      step.prepend(place);
      const moves = document.createElement("span");
      moves.className = "order__moves";
      moves.append(button(step, "up", "↑", -1), button(step, "down", "↓", 1));
      step.append(moves);
      // The buttons stand for the select box, which only carries the place to the server from now on.
      select(step).tabIndex = -1;
      select(step).setAttribute("aria-hidden", "true");
      step.draggable = true;
      step.addEventListener("dragstart", (event) => {
        dragged = step;
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", words(step));
      });
      step.addEventListener("dragover", (event) => {
        if (!dragged || dragged === step) return;
        event.preventDefault();
        const box = step.getBoundingClientRect();
        if (event.clientY < box.top + box.height / 2) step.before(dragged);
        else step.after(dragged);
      });
      step.addEventListener("drop", (event) => event.preventDefault());
      step.addEventListener("dragend", () => {
        if (dragged) told(dragged);
        dragged = null;
      });
    });
    // Until something is moved, an untouched question stays without an answer: the order drawn is nobody's choice.
    if (steps().every((step) => select(step).value)) renumber();
    else {
      steps().forEach((step, place) => {
        step.querySelector("[data-place]").textContent = "–";
        step.querySelector("[data-up]").disabled = place === 0;
        step.querySelector("[data-down]").disabled = place === steps().length - 1;
      });
    }
  };
  document.querySelectorAll("[data-order]").forEach(prepare);

  // ---- words of a longer text ----
  document.querySelectorAll("textarea[data-words]").forEach((field) => {
    const counter = document.createElement("span");
    counter.className = "meta";
    counter.setAttribute("aria-live", "off");
    const count = () => {
      const words = field.value.trim() ? field.value.trim().split(/\s+/).length : 0;
      counter.textContent = field.dataset.words.replace("{count}", String(words));
    };
    field.addEventListener("input", count);
    field.after(counter);
    count();
  });
})();
