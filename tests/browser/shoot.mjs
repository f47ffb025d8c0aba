// Opens each file in Chromium, on a phone in light and on a desk in dark, and prints a picture of the page's beginning,
// one JSON object a line. Usage: node shoot.mjs CHROMIUM FILE...
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, ...files] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const page = await browser.newPage();
for (const file of files) {
  for (const [width, height, colorScheme] of [[360, 2400, "light"], [1280, 2400, "dark"]]) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto(pathToFileURL(file).href);
    await page.evaluate(() => document.fonts.ready);
    const picture = await page.screenshot({ clip: { x: 0, y: 0, width, height } });
    console.log(JSON.stringify({ file, width, picture: picture.toString("base64") }));
  }
}
await browser.close();
