'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const ON_A_PAGE = 50;
  const ON_PAPER = 2000;
  const [VARIANT, ORDER, PLACED, OPEN, READY, UNCOVERED, SHIPS, EXPECTED, TOLD, AHEAD, PAYMENT, WHY] =
    Array.from({ length: 12 }, (_, at) => at);

  const byId = (id) => document.getElementById(id);
  const figure = (number) => number.toLocaleString('en');
  const sum = (rows, of) => rows.reduce((total, row) => total + of(row), 0);
  const day = (date) => date ?? 'no date';

  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name === 'on') Object.entries(value).forEach(([event, action]) => element.addEventListener(event, action));
      else if (value !== undefined && value !== false) element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child !== undefined && child !== null && child !== ''));
    return element;
  }

  const tag = (kind, text) => make('span', { class: `tag ${kind}` }, text);
  const daysLate = (line) => Math.round((Date.parse(line[SHIPS] ?? data.today) - Date.parse(line[EXPECTED])) / 86400000);
  const isLate = (line) => daysLate(line) > 0;
  const isWaiting = (line) => line[OPEN] > line[READY];
  const title = (line) => data.variants[line[VARIANT]].title;
  const why = (line) => line[WHY].map((at) => data.sentences[at]).join(' ');

  function states(line) {
    const tags = [];
    if (line[READY] > 0) tags.push(tag('good', line[READY] === line[OPEN] ? 'ready' : `${line[READY]} ready`));
    if (line[UNCOVERED] > 0) tags.push(tag('bad', `${line[UNCOVERED]} not ordered`));
    if (isLate(line)) tags.push(tag('warn', `${daysLate(line)} days late`));
    if (line[PAYMENT]) tags.push(tag('warn', line[PAYMENT]));
    return tags.flatMap((each) => [each, ' ']);
  }

  const LINE_COLUMNS = [
    { name: 'Order', cell: (line) => line[ORDER], key: (line) => line[ORDER] },
    { name: 'Variant', wide: true, cell: (line) => make('div', {}, make('b', {}, title(line)),
      make('span', { class: 'sub' }, why(line))), key: title },
    { name: 'Units', kind: 'n', cell: (line) => figure(line[OPEN]), key: (line) => -line[OPEN] },
    { name: 'Ordered', kind: 'd', cell: (line) => line[PLACED], key: (line) => line[PLACED] },
    { name: 'Expected', kind: 'd', cell: (line) => line[EXPECTED] + (line[TOLD] ? '' : ' *'), key: (line) => line[EXPECTED] },
    { name: 'Ships', kind: 'd', cell: (line) => day(line[SHIPS]), key: (line) => line[SHIPS] ?? '9999' },
    { name: 'State', cell: (line) => make('span', {}, ...states(line)), key: (line) => -daysLate(line) },
  ];
  const QUEUE_COLUMNS = LINE_COLUMNS.map((column) =>
    column.name === 'Variant' ? { name: 'Why', wide: true, cell: why } : column);
  const lineView = (name, rows, sortBy, note) => ({ name, rows, columns: LINE_COLUMNS, sortBy, note,
    text: (line) => `${line[ORDER]} ${title(line)} ${data.variants[line[VARIANT]].id}` });
  const EXPECTED_NOTE = `* no date was told: ${data.promiseDays} days after the order.`;

  const VIEWS = {
    variants: {
      name: 'Variants', rows: () => data.variants, sortBy: 'Waiting',
      text: (variant) => `${variant.id} ${variant.title} ${variant.supplier}`,
      columns: [
        { name: 'Variant', wide: true, cell: opener, key: (variant) => variant.title },
        { name: 'On hand', kind: 'n', cell: (variant) => figure(variant.onHand), key: (variant) => -variant.onHand },
        { name: 'Open', kind: 'n', cell: (variant) => figure(variant.open), key: (variant) => -variant.open },
        { name: 'Ready', kind: 'n', cell: (variant) => figure(variant.ready), key: (variant) => -variant.ready },
        { name: 'Waiting', kind: 'n', cell: (variant) => figure(variant.open - variant.ready),
          key: (variant) => variant.ready - variant.open },
        { name: 'Late', kind: 'n', cell: (variant) => figure(variant.late), key: (variant) => -variant.late },
        { name: 'To order', kind: 'n', cell: (variant) => figure(variant.toOrder), key: (variant) => -variant.toOrder },
        { name: 'Last ships', kind: 'd',
          cell: (variant) => variant.undated > 0 ? 'no date' : variant.last ?? '–',
          key: (variant) => variant.undated > 0 ? '9999' : variant.last ?? '' },
      ],
    },
    ready: lineView('Ready', () => data.lines.filter((line) => line[READY] > 0), 'Ordered', EXPECTED_NOTE),
    late: lineView('Late', () => data.lines.filter(isLate), 'State', EXPECTED_NOTE),
    oversold: {
      name: 'Oversold', rows: () => data.oversold, sortBy: 'Line', text: (row) => row.join(' '),
      columns: [
        { name: 'Line', cell: (row) => row[0], key: (row) => row[0] },
        { name: 'Variant', cell: (row) => row[1], key: (row) => row[1] },
        { name: 'Units', kind: 'n', cell: (row) => figure(row[2]), key: (row) => -row[2] },
        { name: 'What happened', wide: true, cell: (row) => row[3], key: (row) => row[3] },
      ],
    },
    waiting: lineView('Waiting', () => data.lines.filter(isWaiting), 'Ships', EXPECTED_NOTE),
    order: {
      name: 'To order', rows: () => data.variants.filter((variant) => variant.toOrder > 0), sortBy: 'Units',
      text: (variant) => `${variant.id} ${variant.title} ${variant.supplier}`,
      columns: [
        { name: 'Variant', wide: true, cell: opener, key: (variant) => variant.title },
        { name: 'Units', kind: 'n', cell: (variant) => figure(variant.toOrder), key: (variant) => -variant.toOrder },
        { name: 'Supplier', cell: (variant) => variant.supplier || 'none on file', key: (variant) => variant.supplier },
      ],
    },
    deliveries: {
      name: 'Deliveries', rows: () => data.deliveries, sortBy: 'Expected', text: (row) => row.join(' '),
      columns: [
        { name: 'Reference', cell: (row) => row[0], key: (row) => row[0] },
        { name: 'Variant', wide: true, cell: (row) => make('div', {}, row[3], make('span', { class: 'sub' }, row[2])),
          key: (row) => row[3] },
        { name: 'Units', kind: 'n', cell: (row) => figure(row[4]), key: (row) => -row[4] },
        { name: 'Free', kind: 'n', cell: (row) => figure(row[5]), key: (row) => -row[5] },
        { name: 'Expected', kind: 'd', cell: (row) => make('span', {}, `${day(row[6])} `, row[7] ? tag('bad', 'overdue') : ''),
          key: (row) => row[6] ?? '9999' },
        { name: 'Supplier', cell: (row) => row[1], key: (row) => row[1] },
        { name: 'For', cell: (row) => row[9] || 'anybody', key: (row) => row[9] },
      ],
    },
    files: {
      name: 'Files', rows: () => data.files, sortBy: 'File', text: (row) => row.file,
      columns: [
        { name: 'File', wide: true, cell: (row) => row.file, key: (row) => row.file },
        { name: 'Rows', kind: 'n', cell: (row) => figure(row.read), key: (row) => -row.read },
        { name: 'Used', kind: 'n', cell: (row) => figure(row.used), key: (row) => -row.used },
        { name: 'Nothing to do', cell: (row) => reasons(row.nothingToDo), key: (row) => row.file },
        { name: 'Set aside', cell: (row) => reasons(row.setAside), key: (row) => row.file },
      ],
    },
    findings: {
      name: 'Findings', rows: () => data.findings, sortBy: 'Where', text: (row) => row.join(' '),
      note: data.findingsInAll > data.findings.length
        ? `${figure(data.findingsInAll)} in all; --csv DIR writes every one.` : undefined,
      columns: [
        { name: 'Where', cell: (row) => row[1], key: (row) => row[1] },
        { name: 'What', wide: true, cell: (row) => row[2], key: (row) => row[2] },
        { name: 'What was done', cell: (row) => make('span', {}, row[0] === 'bad' ? tag('bad', 'bad row') : '', ' ', row[3]),
          key: (row) => row[0] + row[3] },
      ],
    },
  };

  const reasons = (rows) => rows.map(([reason, count]) => `${figure(count)} ${reason}`).join(', ') || '0';

  function opener(variant) {
    return make('div', {},
      make('button', { class: 'link', 'aria-expanded': String(state.opened === variant),
        on: { click: () => { state.opened = state.opened === variant ? null : variant; draw(); } } }, variant.title),
      make('span', { class: 'sub' }, variant.id, ' ', variant.oversold > 0 ? tag('bad', `${variant.oversold} oversold`) : ''));
  }

  const state = { view: 'variants', find: '', sortBy: 'Waiting', down: false, page: 0, opened: null, printing: false };

  function found() {
    const view = VIEWS[state.view];
    const words = state.find.toLowerCase().split(/\s+/).filter(Boolean);
    const rows = view.rows().filter((row) => {
      const text = view.text(row).toLowerCase();
      return words.every((word) => text.includes(word));
    });
    const column = view.columns.find((each) => each.name === state.sortBy) ?? view.columns[0];
    const keyed = rows.map((row, at) => ({ row, at, key: column.key(row) }));
    const compare = (a, b) => typeof a.key === 'number' ? a.key - b.key : a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
    keyed.sort((a, b) => (state.down ? -1 : 1) * compare(a, b) || a.at - b.at);
    return keyed.map((each) => each.row);
  }

  function table(columns, rows, sortable) {
    const head = columns.map((column) => {
      const sorted = sortable && column.name === state.sortBy;
      const falling = state.down !== (typeof column.key?.(rows[0]) === 'number');
      return make('th', { scope: 'col', class: column.kind, 'aria-sort': sorted ? (falling ? 'descending' : 'ascending') : undefined },
        sortable ? make('button', { on: { click: () => sortBy(column.name) } }, column.name + (sorted ? (falling ? ' ↓' : ' ↑') : ''))
          : column.name);
    });
    const body = make('tbody');
    for (const row of rows) {
      body.append(make('tr', {}, ...columns.map((column) =>
        make('td', { class: [column.kind, column.wide && 'wide'].filter(Boolean).join(' '), 'data-label': column.name }, column.cell(row)))));
      if (row === state.opened && sortable) {
        body.append(make('tr', { class: 'open-row' }, make('td', { colspan: columns.length, class: 'wide' }, detail(row))));
      }
    }
    return make('table', { class: 'stack' }, make('thead', {}, make('tr', {}, ...head)), body);
  }

  /** Figures have the most first; a second click turns the order round. */
  function sortBy(name) {
    state.down = state.sortBy === name ? !state.down : false;
    state.sortBy = name;
    state.page = 0;
    draw();
  }

  function pager(page, pages, go) {
    return pages < 2 ? '' : make('div', { class: 'pager' },
      make('button', { disabled: page === 0 && '', on: { click: () => go(page - 1) } }, 'Earlier'),
      make('span', {}, `Page ${page + 1} of ${figure(pages)}`),
      make('button', { disabled: page === pages - 1 && '', on: { click: () => go(page + 1) } }, 'Later'));
  }

  function draw() {
    const view = VIEWS[state.view];
    const rows = found();
    const size = state.printing ? ON_PAPER : ON_A_PAGE;
    const pages = Math.max(1, Math.ceil(rows.length / size));
    state.page = Math.min(state.page, pages - 1);
    const shown = rows.slice(state.page * size, (state.page + 1) * size);
    byId('list').replaceChildren(rows.length === 0
      ? make('p', { class: 'empty' }, state.find ? 'Nothing found.' : 'Nothing here.')
      : table(view.columns, shown, true));
    byId('pages').replaceChildren(pager(state.page, pages, (page) => { state.page = page; draw(); byId('panel').scrollIntoView(); }));
    byId('count').textContent = `${figure(rows.length)} ${rows.length === 1 ? 'row' : 'rows'}`
      + (state.printing && pages > 1 ? `, the first ${figure(size)} printed` : '') + (view.note ? ` · ${view.note}` : '');
    byId('order').replaceChildren(...view.columns.map((column) =>
      make('option', { selected: column.name === state.sortBy && '' }, column.name)));
    document.querySelectorAll('#views button').forEach((button) =>
      button.setAttribute('aria-pressed', String(button.dataset.view === state.view)));
    drawChart();
  }

  function show(view) {
    Object.assign(state, { view, find: '', sortBy: VIEWS[view].sortBy, down: false, page: 0, opened: null });
    byId('find').value = '';
    draw();
  }

  let chart = null;

  function detail(variant) {
    const number = data.variants.indexOf(variant);
    const queue = data.lines.filter((line) => line[VARIANT] === number);
    const flow = arrivalsAndDemand(variant, queue);
    const box = make('div', { class: 'detail' });
    chart = { box: make('div', { class: 'chart' }), flow };
    const columns = [
      { name: 'Day', kind: 'd', cell: (row) => row.day },
      { name: 'Units there', kind: 'n', cell: (row) => figure(row.there) },
      { name: 'Units expected by buyers', kind: 'n', cell: (row) => figure(row.wanted) },
      { name: 'Over or short', kind: 'n', cell: (row) => figure(row.there - row.wanted) },
    ];
    const lines = make('div');
    const drawQueue = (page) => lines.replaceChildren(
      table(QUEUE_COLUMNS, state.printing ? queue.slice(0, ON_PAPER) : queue.slice(page * ON_A_PAGE, (page + 1) * ON_A_PAGE), false),
      state.printing ? '' : pager(page, Math.ceil(queue.length / ON_A_PAGE), drawQueue));
    drawQueue(0);
    box.append(make('h2', {}, `Arrivals against demand, in all: ${variant.title}`), chart.box,
      make('details', { open: state.printing && '' }, make('summary', {}, 'The same as a table'), table(columns, flow.rows, false),
        flow.undated > 0 ? make('p', { class: 'quiet' }, `${figure(flow.undated)} more units are on their way without a date.`) : ''),
      make('h2', {}, `Queue, in its order (${figure(queue.length)})`), lines);
    return box;
  }

  /** In all units by day: what will have arrived, and what buyers count on by then. What is past counts today. */
  function arrivalsAndDemand(variant, queue) {
    const days = new Map([[data.today, { there: variant.onHand, wanted: 0 }]]);
    const at = (date) => {
      const key = date < data.today ? data.today : date;
      if (!days.has(key)) days.set(key, { there: 0, wanted: 0 });
      return days.get(key);
    };
    let undated = 0;
    for (const row of data.deliveries.filter((each) => each[2] === variant.id)) {
      if (row[6]) at(row[6]).there += row[4];
      else undated += row[4];
    }
    queue.forEach((line) => { at(line[EXPECTED]).wanted += line[OPEN]; });
    let there = 0;
    let wanted = 0;
    const rows = [...days.keys()].sort().map((key) => {
      there += days.get(key).there;
      wanted += days.get(key).wanted;
      return { day: key, there, wanted };
    });
    return { rows, undated };
  }

  function drawChart() {
    if (!chart || !chart.box.isConnected) return;
    const ink = getComputedStyle(document.body);
    const quiet = ink.getPropertyValue('--quiet');
    const rows = chart.flow.rows;
    const seconds = (date) => Date.parse(date) / 1000;
    const last = seconds(rows[rows.length - 1].day) + 14 * 86400;
    const stepped = uPlot.paths.stepped({ align: 1 });
    const axis = { stroke: quiet, grid: { stroke: ink.getPropertyValue('--line') }, ticks: { show: false } };
    const series = (label, stroke, dash) => ({ label, stroke, dash, width: 2, paths: stepped, points: { show: false } });
    chart.box.replaceChildren();
    new uPlot({
      width: Math.max(260, chart.box.clientWidth - 8), height: 240, padding: [12, 40, 0, 0], legend: { live: false }, tzDate: (at) => uPlot.tzDate(new Date(at * 1000), 'UTC'),
      scales: { y: { range: (u, low, high) => [0, Math.max(1, high * 1.1)] } },
      axes: [{ ...axis, values: '{YYYY}-{MM}-{DD}', space: 90 }, { ...axis, size: 56, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 1e5, 1e6] }],
      series: [{ label: 'Day', value: '{YYYY}-{MM}-{DD}' },
        series('Units there', ink.getPropertyValue('--accent')),
        series('Units expected by buyers', ink.getPropertyValue('--bad'), [6, 4])],
    }, [
      [...rows.map((row) => seconds(row.day)), last],
      [...rows.map((row) => row.there), rows[rows.length - 1].there],
      [...rows.map((row) => row.wanted), rows[rows.length - 1].wanted],
    ], chart.box);
  }

  function summary() {
    const orders = new Set(data.lines.map((line) => line[ORDER])).size;
    byId('day').textContent = data.today;
    document.title = `Backlog ${data.today}`;
    byId('lead').textContent = `${figure(sum(data.lines, (line) => line[OPEN]))} open units of ${figure(orders)} orders`
      + ` · dates in ${data.zone}` + (data.policyKnown ? '' : ' · where no file says so, what is on order may be sold');
    const late = data.lines.filter(isLate);
    const unpaid = sum(data.lines.filter((line) => line[PAYMENT]), (line) => line[READY]);
    const undated = sum(data.variants, (variant) => variant.undated);
    const card = (view, name, units, remark) => make('button', { on: { click: () => show(view) } },
      name, make('b', {}, figure(units)), make('small', {}, remark));
    byId('cards').replaceChildren(
      card('ready', 'Ready to ship', sum(data.lines, (line) => line[READY]), unpaid ? `${figure(unpaid)} not paid for yet` : 'units'),
      card('late', 'Late', sum(late, (line) => line[OPEN]), late.length ? `up to ${figure(late.reduce((most, line) => Math.max(most, daysLate(line)), 0))} days` : 'units'),
      card('oversold', 'Oversold', sum(data.oversold, (row) => row[2]), 'units'),
      card('waiting', 'Waiting', sum(data.lines, (line) => line[OPEN] - line[READY]), undated ? `${figure(undated)} without a date` : 'units'),
      card('order', 'To order', sum(data.variants, (variant) => variant.toOrder), 'units that nothing covers'));
    byId('views').replaceChildren(...Object.entries(VIEWS).map(([id, view]) =>
      make('button', { 'data-view': id, on: { click: () => show(id) } }, view.name)));
  }

  byId('find').addEventListener('input', (event) => { state.find = event.target.value; state.page = 0; draw(); });
  byId('order').addEventListener('change', (event) => { state.down = false; sortBy(event.target.value); });
  window.addEventListener('resize', drawChart);
  window.addEventListener('beforeprint', () => { state.printing = true; draw(); });
  window.addEventListener('afterprint', () => { state.printing = false; draw(); });
  summary();
  show('variants');
})();
