// Counts down to the end of an attempt. The server's clock decides; without this script the time of day stands there.
"use strict";
(() => {
  const box = document.querySelector("[data-deadline]");
  if (!box) return;
  const end = Date.now() + Number(box.dataset.seconds) * 1000;
  const left = box.querySelector("[data-left]");
  const clock = box.querySelector("[data-clock]");
  const announce = box.querySelector("[data-announce]");
  const warnings = [[300, announce.dataset.five], [60, announce.dataset.one]];
  // Who must hand in before the end is spared a second for the way.
  const early = box.dataset.overdue === "abandon" ? 2 : 0;
  let saved = false;
  let over = false;

  const save = async () => {
    saved = true;
    const form = document.querySelector("form[data-autosave]");
    if (!form || !window.fetch) return;
    try {
      await fetch(form.action, {
        method: "POST",
        body: new FormData(form),
        headers: { Accept: "application/json" },
        credentials: "same-origin",
      });
    } catch (_error) { /* what was saved before counts */ }
  };

  const finish = () => {
    over = true;
    if (box.dataset.overdue === "grace") window.location.assign(box.dataset.go);
    else box.querySelector("[data-end]").submit();
  };

  const tick = () => {
    if (over) return;
    const seconds = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    // A warning is said once, and only when its moment comes while the page is open.
    while (warnings.length && seconds <= warnings[0][0]) {
      const [limit, text] = warnings.shift();
      if (seconds > limit - 5) {
        announce.textContent = text;
        announce.classList.remove("visually-hidden");
      }
    }
    if (!saved && seconds <= early + 3) save();
    if (seconds <= early) finish();
  };

  left.hidden = false;
  tick();
  window.setInterval(tick, 1000);
  document.addEventListener("visibilitychange", tick);
})();
