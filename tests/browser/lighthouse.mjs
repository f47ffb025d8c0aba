// Has Lighthouse score the accessibility of each file and prints score and failed audits, one JSON object a line.
// Usage: node lighthouse.mjs CHROMIUM FILE...
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";
import { snapshot } from "lighthouse";

const [executablePath, ...files] = process.argv.slice(2);
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox"] });
const page = await browser.newPage();
const flags = { onlyCategories: ["accessibility"], logLevel: "silent", disableFullPageScreenshot: true };
for (const file of files) {
  await page.goto(pathToFileURL(file).href);
  const { lhr } = await snapshot(page, { flags });
  const failed = Object.values(lhr.audits).filter(({ score }) => score !== null && score < 1).map(({ id }) => id);
  console.log(JSON.stringify({ file, score: lhr.categories.accessibility.score, failed }));
}
await browser.close();
