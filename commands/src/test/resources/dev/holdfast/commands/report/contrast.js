// The contrast of every visible text with what is behind it (WCAG 2.2, success criterion 1.4.3).
(() => {
  const parse = (color) => {
    const [r, g, b, a = 1] = color.match(/[\d.]+/g).map(Number);
    return { r, g, b, a };
  };
  const light = ({ r, g, b }) => {
    const part = (value) => {
      const v = value / 255;
      return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const behind = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const color = parse(getComputedStyle(e).backgroundColor);
      if (color.a === 1) return color;
      if (color.a !== 0) throw new Error("a background that is half there: " + e.className);
    }
    return { r: 255, g: 255, b: 255 };
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const low = [];
  let texts = 0;
  let lowest = 21;
  const measure = (element, color, name) => {
    const one = light(parse(color));
    const other = light(behind(element));
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    texts += 1;
    lowest = Math.min(lowest, ratio);
    if (ratio < 4.5) low.push(name + " " + ratio.toFixed(2));
  };
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.data.trim();
    if (!text || ["SCRIPT", "STYLE"].includes(element.tagName) || !element.checkVisibility()) continue;
    measure(element, getComputedStyle(element).color, element.tagName + "." + element.className);
  }
  for (const input of document.querySelectorAll("input[type=search]")) {
    measure(input, getComputedStyle(input, "::placeholder").color, "placeholder");
  }
  return { texts, lowest, low: [...new Set(low)] };
})();
