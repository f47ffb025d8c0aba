// Opens FILE on a phone and prints what a reader of its wide table and of its action items meets, as JSON.
// Usage: node wide.mjs CHROMIUM FILE
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, file] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
await page.goto(pathToFileURL(file).href);
await page.evaluate(() => document.fonts.ready);
// A word is cut in two where its letters stand on more than one line and nothing in it lets a line end.
const cut = await page.$$eval(".grid :is(th, td)", (cells) => cells.flatMap((cell) => {
  const text = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT).nextNode();
  return [...(text?.data ?? "").matchAll(/[\p{L}\p{N}]+/gu)].filter((word) => {
    const range = document.createRange();
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    return new Set([...range.getClientRects()].map((one) => one.top)).size > 1;
  }).map((word) => word[0]);
}));
const box = page.locator(".scroll").first();
await box.focus();
await page.keyboard.press("ArrowRight");
await page.waitForTimeout(400);
const moved = await box.evaluate((one) => one.scrollLeft);
const over = await page.$$eval(".actions td.priority .badge", (badges) => badges.filter((badge) => {
  const words = badge.closest("tr").querySelector("td.action").getBoundingClientRect();
  return badge.getBoundingClientRect().right > words.left;
}).map((badge) => badge.textContent));
const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
console.log(JSON.stringify({ cut, moved, over, beyond }));
await browser.close();
