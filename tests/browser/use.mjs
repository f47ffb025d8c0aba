// Uses the page of FILE as people do, in many ways, and prints what each saw, one JSON object a line.
// Usage: node use.mjs CHROMIUM FILE
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, file] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const address = pathToFileURL(file).href;

const use = async (name, options, steps) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  await page.goto(address);
  console.log(JSON.stringify({ name, ...(await steps(page, context)) }));
  await context.close();
};
const texts = (page, selector) => page.$$eval(selector, (found) => found.map((one) => one.innerText.trim()));
const shown = (page, selector) => page.$$eval(selector, (found) => found.filter((one) => one.offsetParent !== null).length);
const dues = (page) => page.$$eval(".actions tbody tr", (rows) => rows.map((row) => row.dataset.due));
const head = (page, words) => page.getByRole("columnheader", { name: words }).getByRole("button");

await use("sorting", {}, async (page) => {
  const button = head(page, "Due");
  await button.click();
  const rising = await dues(page);
  const said = await page.$eval("th.due", (cell) => cell.getAttribute("aria-sort"));
  await button.press("Enter");
  return { rising, said, falling: await dues(page), then: await page.$eval("th.due", (cell) => cell.getAttribute("aria-sort")) };
});

await use("filtering", {}, async (page) => {
  const bar = page.locator(".action-table .show");
  const open = bar.getByRole("button", { name: /^Open/ });
  await open.click();
  const statuses = await page.$$eval(".actions tbody tr:not([hidden])", (rows) => rows.map((row) => row.dataset.status));
  const pressed = await open.getAttribute("aria-pressed");
  await bar.getByRole("button", { name: /^All/ }).click();
  await bar.getByRole("combobox").selectOption({ index: 1 });
  const owners = await page.$$eval(".actions tbody tr:not([hidden])", (rows) => [...new Set(rows.map((row) => row.dataset.owner))]);
  return { statuses, pressed, owners, heard: await page.$eval(".action-table .heard", (one) => one.textContent) };
});

await use("milestones", {}, async (page) => {
  await page.locator(".event-table .show").getByRole("button").nth(1).click();
  return { kinds: await page.$$eval(".events tbody tr:not([hidden])", (rows) => [...new Set(rows.map((row) => row.classList.contains("milestone")))]) };
});

await use("filtering on a phone", { viewport: { width: 360, height: 800 } }, async (page) => {
  await page.locator(".event-table .show").getByRole("button").nth(1).click();
  await page.locator(".action-table .show").getByRole("button").nth(1).click();
  const open = await page.$$eval(".actions tbody tr", (rows) => rows.filter((row) => !["done", "cancelled"].includes(row.dataset.status)).length);
  const seen = [await shown(page, ".events tr.milestone"), await shown(page, ".events tbody tr:not(.day, .milestone)"), await shown(page, ".actions tbody tr")];
  await page.emulateMedia({ media: "print" });
  return { open, seen, printed: [await shown(page, ".events tbody tr:not(.day)"), await shown(page, ".actions tbody tr")] };
});

await use("an address of a hidden row", {}, async (page) => {
  await page.locator(".event-table .show").getByRole("button").nth(1).click();
  const name = await page.$eval(".events tbody tr[hidden]", (row) => row.id);
  await page.evaluate((to) => { location.hash = to; }, name);
  await page.waitForTimeout(300);
  return { seen: await shown(page, `#${name}`) };
});

await use("keyboard", {}, async (page) => {
  const stops = [];
  let lit = 0;
  for (let count = 0; count < 120; count += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const one = document.activeElement;
      if (!one || one === document.body) return null;
      const style = getComputedStyle(one);
      return { words: (one.getAttribute("aria-label") || one.textContent).trim().slice(0, 40), name: one.localName,
        seen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 || one.classList.contains("skip") };
    });
    if (!stop) break;
    stops.push(stop);
    lit = Math.max(lit, await page.locator("tr.lit").count());
  }
  await page.goto(address);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  return { first: stops[0].words, unseen: stops.filter((stop) => !stop.seen), names: [...new Set(stops.map((stop) => stop.name))],
    lit, at: await page.evaluate(() => location.hash) };
});

await use("hover", {}, async (page) => {
  const row = page.locator(".events tr.milestone").first();
  await row.hover();
  const marks = await page.locator(".chart-across g.lit").count();
  await page.locator(".chart-across g[role=link]").last().hover();
  const rows = await page.locator(".events tr.lit").count();
  await page.locator(".chart-across g[role=link]").last().press("Enter");
  return { marks, rows, focused: await page.evaluate(() => document.activeElement.localName) };
});

await use("copying", { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
  const code = await page.$eval("pre code", (one) => one.textContent);
  await page.locator("pre .copy").first().press("Enter");
  await page.waitForTimeout(100);
  return { code, copied: await page.evaluate(() => navigator.clipboard.readText()) };
});

await use("following", {}, async (page) => {
  const last = page.locator(".contents a").nth(3);
  await last.click();
  await page.waitForTimeout(900);
  return { wanted: await last.textContent(), current: await page.locator(".contents a[aria-current]").textContent() };
});

await use("permalinks", {}, async (page) => ({
  dead: await page.$$eval("a[href^='#']", (links) => links.map((link) => link.hash).filter((hash) => hash && !document.getElementById(hash.slice(1)))),
  headings: await page.$$eval("main h2:not(.notes h2)", (heads) => heads.filter((one) => !one.querySelector(".permalink")).map((one) => one.textContent)),
}));

await use("no scripts", { javaScriptEnabled: false }, async (page) => ({
  buttons: await shown(page, "button, select"),
  rows: await shown(page, ".actions tbody tr"),
  events: await shown(page, ".events tbody tr"),
  contents: await shown(page, ".contents a"),
  chart: await shown(page, ".chart-across"),
}));

await use("no scripts on a phone", { javaScriptEnabled: false, viewport: { width: 360, height: 800 } }, async (page) => ({
  buttons: await shown(page, "button, select"),
  rows: await shown(page, ".actions tbody tr"),
  events: await shown(page, ".events tbody tr"),
  forms: [await shown(page, ".chart-across"), await shown(page, ".chart-upright")],
}));

await use("fonts blocked", { bypassCSP: true, viewport: { width: 360, height: 800 } }, async (page) => {
  await page.setContent(readFileSync(file, "utf8").replace(/@font-face\{[^}]*\}/g, ""));
  return {
    fonts: await page.evaluate(() => document.fonts.size),
    wide: await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    rows: await shown(page, ".actions tbody tr"),
  };
});

await use("print", {}, async (page) => {
  await page.locator(".action-table .show").getByRole("button", { name: /^Open/ }).click();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  return {
    ground,
    controls: await shown(page, ".show, .copy, .permalink, .skip, .contents"),
    rows: await shown(page, ".actions tbody tr"),
    forms: [await shown(page, ".chart-across"), await shown(page, ".chart-upright")],
    pdf: (await page.pdf({ preferCSSPageSize: true })).toString("base64"),
  };
});

await use("dark", { colorScheme: "dark" }, async (page) => ({
  ground: await page.evaluate(() => getComputedStyle(document.body).backgroundColor),
  words: await page.evaluate(() => getComputedStyle(document.body).color),
}));
await browser.close();
