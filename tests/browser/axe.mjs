// Opens each file in Chromium, on a phone and on a desk, in light and in dark, and prints what axe finds and what the
// page asks for, one JSON object a line. Usage: node axe.mjs CHROMIUM FILE...
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [executablePath, ...files] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const page = await browser.newPage();
let requests = [];
let errors = [];
let own = "";
page.on("request", (request) => {
  if (request.url() !== own && !request.url().startsWith("data:")) requests.push(request.url());
});
page.on("console", (message) => {
  if (message.type() === "error") errors.push(message.text());
});
page.on("pageerror", (error) => errors.push(String(error)));
for (const file of files) {
  [requests, errors, own] = [[], [], pathToFileURL(file).href];
  await page.goto(own);
  await page.evaluate(axe);
  for (const width of [360, 1280]) {
    for (const colorScheme of ["light", "dark"]) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      const { violations } = await page.evaluate(() => window.axe.run());
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)} (${nodes.length})`);
      console.log(JSON.stringify({ file, width, colorScheme, violations: found, requests, errors, wide }));
    }
  }
}
await browser.close();
