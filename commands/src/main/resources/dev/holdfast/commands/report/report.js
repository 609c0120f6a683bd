"use strict";
(() => {
  const filter = document.getElementById("filter");
  if (!filter) return;
  const words = document.getElementById("words");
  const shown = document.getElementById("shown");
  const boxes = [...filter.querySelectorAll("input[name=outcome]")];
  const groups = [...document.querySelectorAll("section.group")];
  const results = [...document.querySelectorAll("article.result")];
  const texts = results.map((result) => result.textContent.toLowerCase());
  const apply = () => {
    const wanted = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const parts = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    results.forEach((result, index) => {
      const show = wanted.has(result.dataset.outcome) && parts.every((part) => texts[index].includes(part));
      result.hidden = !show;
      if (show) count += 1;
    });
    groups.forEach((group) => {
      group.hidden = !group.querySelector("article.result:not([hidden])");
    });
    shown.textContent = count + " of " + results.length + " results shown";
  };
  filter.hidden = false;
  filter.addEventListener("input", apply);
  apply();
})();
