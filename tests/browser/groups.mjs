// Filters the grouped action items of FILE to the open ones and prints what is left to be seen, as JSON.
// Usage: node groups.mjs CHROMIUM FILE
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, file] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.goto(pathToFileURL(file).href);
const headings = () => page.$$eval(".action-table h3", (heads) => heads.filter((one) => one.offsetParent).map((one) => one.firstChild.textContent.trim()));
const tables = () => page.$$eval(".actions", (found) => found.filter((one) => one.offsetParent).length);
const before = await headings();
await page.locator(".action-table .show").getByRole("button", { name: /^Open/ }).click();
const open = [await headings(), await tables()];
await page.emulateMedia({ media: "print" });
console.log(JSON.stringify({ before, open, printed: [await headings(), await tables()] }));
await browser.close();
