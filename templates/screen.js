/* What the page gains where scripts run: a contents list that follows, tables to filter and sort, code to copy.
   Everything is readable without it. The words come from the page: <body data-words>. */
"use strict";
(() => {
  const words = JSON.parse(document.body.dataset.words);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const counted = (word, count) => word.replace("{count}", count);

  const follow = () => {
    const details = document.querySelector(".contents details");
    if (!details) return;
    const wide = matchMedia("(min-width: 68.01rem)");
    const open = () => { details.open = wide.matches; };
    wide.addEventListener("change", open);
    open();
    const links = new Map(all("a", details).map((link) => [document.getElementById(link.hash.slice(1)), link]));
    const targets = [...links.keys()].filter(Boolean);
    const mark = () => {
      const passed = targets.filter((target) => target.getBoundingClientRect().top < innerHeight * 0.35);
      const atEnd = scrollY > 0 && innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
      const current = atEnd ? targets.at(-1) : passed.at(-1) || targets[0];
      links.forEach((link, target) => {
        if (target === current) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      });
    };
    let waiting = false;
    addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; mark(); });
    }, { passive: true });
    mark();
  };

  const toggles = (bar, choices, apply) => {
    const buttons = choices.map(([label, test], index) => {
      const button = make("button", { type: "button", textContent: label });
      button.setAttribute("aria-pressed", String(index === 0));
      button.addEventListener("click", () => {
        buttons.forEach((other) => other.setAttribute("aria-pressed", String(other === button)));
        apply(test, label);
      });
      return button;
    });
    bar.append(...buttons);
  };

  // The buttons of several tables stand over the heading of the first.
  const bars = (table) => {
    const bar = make("div", { className: "show" }, make("span", { textContent: words.show }));
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", words.show);
    const heard = make("p", { className: "heard" });
    heard.setAttribute("role", "status");
    let top = table;
    for (let one = table.previousElementSibling; one && !one.matches("h2, .segments, .progress"); one = one.previousElementSibling) {
      if (one.matches("h3")) top = one;
    }
    top.before(bar, heard);
    return [bar, heard];
  };

  /* What one sees at a glance needs no buttons to hide some of it. */
  const FEW = 8;

  const filterEvents = (table) => {
    const rows = all("tbody tr:not(.day, .between)", table);
    const milestones = rows.filter((row) => row.classList.contains("milestone"));
    if (rows.length < FEW || !milestones.length || milestones.length === rows.length) return;
    const [bar, heard] = bars(table);
    toggles(bar, [
      [counted(words.all, rows.length), () => true],
      [counted(words.milestones, milestones.length), (row) => row.classList.contains("milestone")],
    ], (test, label) => {
      rows.forEach((row) => { row.hidden = !test(row); });
      all(".day", table).forEach((day) => {
        let next = day.nextElementSibling;
        while (next && next.hidden) next = next.nextElementSibling;
        day.hidden = !next || next.classList.contains("day");
      });
      heard.textContent = label;
    });
  };

  const filterActions = (tables) => {
    const rows = tables.flatMap((table) => all("tbody tr", table));
    if (rows.length < FEW) return;
    const open = (row) => !["done", "cancelled"].includes(row.dataset.status);
    const openCount = rows.filter(open).length;
    const choices = [[counted(words.all, rows.length), () => true]];
    if (openCount && openCount < rows.length) choices.push([counted(words.open, openCount), open]);
    const labels = [...new Set(rows.map((row) => row.dataset.label).filter(Boolean))];
    if (labels.length > 1) labels.sort().forEach((label) => choices.push([label, (row) => row.dataset.label === label]));
    const owners = [...new Set(rows.map((row) => row.dataset.owner).filter(Boolean))].sort();
    if (choices.length < 2 && owners.length < 2) return;
    const [bar, heard] = bars(tables[0]);
    let chosen = choices[0][1];
    let owner = "";
    const apply = (label) => {
      rows.forEach((row) => { row.hidden = !chosen(row) || Boolean(owner && row.dataset.owner !== owner); });
      const left = rows.filter((row) => !row.hidden);
      // A group of which nothing is left goes with its heading, but never all of them.
      tables.forEach((table) => {
        const head = table.previousElementSibling;
        table.hidden = left.length > 0 && !left.some((row) => table.contains(row));
        if (head?.matches("h3")) head.hidden = table.hidden;
      });
      heard.textContent = `${label}: ${left.length}`;
    };
    if (choices.length > 1) toggles(bar, choices, (test, label) => { chosen = test; apply(label); });
    if (owners.length < 2) return;
    const select = make("select", {},
      make("option", { value: "", textContent: words.anyOwner }),
      ...owners.map((name) => make("option", { value: name, textContent: name })));
    select.setAttribute("aria-label", words.owner);
    select.addEventListener("change", () => { owner = select.value; apply(owner || words.anyOwner); });
    bar.append(select);
  };

  const keys = {
    priority: (row) => row.dataset.priority + row.dataset.label,
    due: (row) => row.dataset.due || "9999",
    status: (row) => String(["done", "in_progress", "blocked", "not_started", "cancelled"].indexOf(row.dataset.status) + 1 || 9),
  };

  const sortable = (table) => {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    if (rows.length < 2) return;
    const heard = make("p", { className: "heard" });
    heard.setAttribute("role", "status");
    table.after(heard);
    const heads = all("thead th", table);
    heads.forEach((head) => {
      const label = head.textContent;
      const kind = head.className;
      const key = keys[kind] || ((row) => row.querySelector(`td.${kind}`).textContent.trim());
      const button = make("button", { type: "button", textContent: label, title: words.sortBy.replace("{column}", label) });
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const falling = head.getAttribute("aria-sort") === "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", falling ? "descending" : "ascending");
        const turn = falling ? -1 : 1;
        const sorted = rows.map((row, index) => [key(row), index, row]);
        sorted.sort((one, two) => turn * one[0].localeCompare(two[0], document.documentElement.lang, { numeric: true }) || one[1] - two[1]);
        body.append(...sorted.map((entry) => entry[2]));
        heard.textContent = `${button.title} ${falling ? "\u2193" : "\u2191"}`;
      });
    });
  };

  const copyable = (pre) => {
    const button = make("button", { type: "button", className: "copy", textContent: words.copy });
    const code = pre.querySelector("code");
    const taken = () => {
      button.textContent = words.copied;
      setTimeout(() => { button.textContent = words.copy; }, 2000);
    };
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", () => {
      navigator.clipboard?.writeText(code.textContent).then(taken, () => getSelection().selectAllChildren(code));
    });
    pre.append(button);
  };

  // A mark and its row light up together; milestones can be reached by keyboard and lead to their rows.
  const tie = () => all("table[data-table=events] tr[id]").forEach((row) => {
    const marks = all(`.chart g[data-row="${row.id.slice(2)}"]`);
    if (!marks.length) return;
    const light = (on) => [row, ...marks].forEach((one) => one.classList.toggle("lit", on));
    const go = () => { row.hidden = false; row.tabIndex = -1; row.scrollIntoView({ block: "center" }); row.focus({ preventScroll: true }); };
    [row, ...marks].forEach((one) => {
      ["pointerenter", "focus"].forEach((name) => one.addEventListener(name, () => light(true)));
      ["pointerleave", "blur"].forEach((name) => one.addEventListener(name, () => light(false)));
    });
    marks.forEach((mark) => mark.addEventListener("click", go));
    if (!row.classList.contains("milestone")) return;
    const bare = marks.filter((mark) => !mark.querySelector("text"));
    new Map(bare.map((mark) => [mark.closest("svg"), mark])).forEach((mark, picture) => {
      const title = picture.querySelector(":scope > title");
      picture.setAttribute("role", "group");
      if (title) picture.setAttribute("aria-label", title.textContent);
      mark.setAttribute("role", "link");
      mark.setAttribute("tabindex", "0");
      mark.setAttribute("aria-label", row.innerText.replace(/\s+/g, " ").trim());
      mark.addEventListener("keydown", (event) => { if (event.key === "Enter") go(); });
    });
  });

  // A phone's layout takes a table's meaning from assistive technology in some browsers: say it outright.
  const meant = (table) => {
    table.setAttribute("role", "table");
    all("thead, tbody", table).forEach((group) => group.setAttribute("role", "rowgroup"));
    all("tr", table).forEach((row) => row.setAttribute("role", "row"));
    all("td", table).forEach((cell) => cell.setAttribute("role", "cell"));
    all("th", table).forEach((head) => head.setAttribute("role", head.scope === "col" ? "columnheader" : "rowheader"));
  };

  // What scrolls sideways must be reachable by keyboard, and what does not must not stop it.
  const reachable = () => all(".scroll").forEach((box) => {
    const heading = box.closest("section")?.querySelector("h2");
    if (box.scrollWidth > box.clientWidth) {
      box.tabIndex = 0;
      box.setAttribute("role", "group");
      if (heading) box.setAttribute("aria-label", heading.firstChild.textContent);
    } else ["tabindex", "role", "aria-label"].forEach((name) => box.removeAttribute(name));
  });

  // An address that names a row shows it, also where a filter has hidden it.
  const reveal = () => {
    const row = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!row?.matches("tr[hidden]")) return;
    const table = row.closest("table");
    const head = table.previousElementSibling;
    [row, table, ...(head ? [head] : [])].forEach((one) => { one.hidden = false; });
    row.scrollIntoView({ block: "center" });
  };

  follow();
  reachable();
  addEventListener("hashchange", reveal);
  addEventListener("resize", reachable);
  all("table[data-table]").forEach(meant);
  all("table[data-table=events]").forEach(filterEvents);
  all(".action-table").forEach((section) => {
    const tables = all("table[data-table=actions]", section);
    if (tables.length) filterActions(tables);
    tables.forEach(sortable);
  });
  all("pre").forEach(copyable);
  tie();
})();
