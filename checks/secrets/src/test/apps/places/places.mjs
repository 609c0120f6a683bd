// Lists every place at which a placeholder stands in built output, with the place in the original
// source, from a reading of source maps that shares no code with the one under test.
//
// usage: node places.mjs PLACEHOLDERS ROOT OUTPUT...
// prints: name, form, file, line, column, original file, line, column (tabs between, "-" for none)
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { AnyMap, originalPositionFor } from '@jridgewell/trace-mapping';

const [, , placeholdersFile, root, ...outputs] = process.argv;
const placeholders = readFileSync(placeholdersFile, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'));
const INLINE = /sourceMappingURL=(data:application\/json;(?:charset=utf-8;)?base64,([A-Za-z0-9+/]+=*))/g;
const EVAL = /\beval\((?:__webpack_require__\.ts\()?("(?:[^"\\]|\\.)*")/g;
const rows = [];

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

/** What base64 makes of a text whatever stands before and behind it, at the three alignments. */
function encoded(text) {
  return [0, 1, 2].map((shift) => {
    const all = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]);
    const whole = all.subarray(0, all.length - (all.length % 3)).toString('base64');
    return whole.slice(Math.ceil((shift * 8) / 6));
  });
}

function* occurrences(text) {
  for (const [name, placeholder] of placeholders) {
    for (const [form, wanted] of [['plain', placeholder], ...encoded(placeholder).map((each) => ['base64', each])]) {
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
        yield { name, form, at };
      }
    }
  }
}

function place(text, at) {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}

/** The file that a bundler means, relative to the root. */
function original(source, folder) {
  const bundled = /^(?:webpack|turbopack):\/\/(?:@[^/]+\/)?[^/]*\/(?:\[project\]\/)?(.*?)(?:\?.*)?$/.exec(source);
  return bundled ? posix.normalize(bundled[1]) : posix.join(folder, source);
}

function through(map, folder, { line, column }) {
  const found = originalPositionFor(map, { line, column: column - 1 });
  return found.source === null
    ? null
    : { file: original(found.source, folder), line: found.line, column: found.column + 1 };
}

function add(occurrence, file, where, origin) {
  rows.push([
    occurrence.name,
    occurrence.form,
    file,
    where.line,
    where.column,
    ...(origin ? [origin.file, origin.line, origin.column] : ['-', '-', '-']),
  ]);
}

function* contents(map) {
  for (const section of map.sections ?? []) {
    yield* contents(section.map);
  }
  for (const [index, content] of (map.sourcesContent ?? []).entries()) {
    yield { source: map.sources[index], content: content ?? '' };
  }
}

/** Where occurrences inside a map's sources come from; the file quotes them in the same order. */
function quoted(json, folder) {
  return [...contents(JSON.parse(json))].flatMap(({ source, content }) =>
    [...occurrences(content)].map((occurrence) => ({
      occurrence,
      origin: { file: original(source, folder), ...place(content, occurrence.at) },
    })),
  );
}

function mapFile(text, file) {
  for (const [name] of placeholders) {
    const origins = quoted(text, dirname(file)).filter((each) => each.occurrence.name === name);
    const raw = [...occurrences(text)].filter((each) => each.name === name);
    if (origins.length !== raw.length) {
      throw new Error(`${file}: ${name} stands outside of the sources`);
    }
    raw.forEach((occurrence, index) => add(occurrence, file, place(text, occurrence.at), origins[index].origin));
  }
}

function inlineMap(text, file) {
  for (const match of text.matchAll(INLINE)) {
    const where = place(text, match.index + match[0].indexOf('data:'));
    for (const { occurrence, origin } of quoted(Buffer.from(match[2], 'base64').toString(), dirname(file))) {
      add(occurrence, file, where, origin);
    }
  }
}

/** Occurrences inside modules that are evaluated, by offset in the file, with their origin. */
function evaluated(text, file) {
  const origins = new Map();
  for (const match of text.matchAll(EVAL)) {
    const start = match.index + match[0].length - match[1].length;
    const module = JSON.parse(match[1]);
    const link = [...module.matchAll(INLINE)].at(-1);
    const map = link && new AnyMap(Buffer.from(link[2], 'base64').toString());
    for (const [name] of placeholders) {
      const raw = [...occurrences(match[1])].filter((each) => each.name === name);
      const inside = [...occurrences(module)].filter((each) => each.name === name);
      raw.forEach((each, index) =>
        origins.set(start + each.at, map ? through(map, dirname(file), place(module, inside[index].at)) : null),
      );
    }
  }
  return origins;
}

function textFile(text, file) {
  const link = /^\/\/# sourceMappingURL=(\S+)$/m.exec(text);
  const inline = [...text.matchAll(INLINE)].at(-1);
  const beside = join(root, dirname(file), link && !link[1].startsWith('data:') ? decodeURIComponent(link[1]) : `${file.split('/').at(-1)}.map`);
  const json =
    link && link[1].startsWith('data:')
      ? Buffer.from(inline[2], 'base64').toString()
      : existsSync(beside)
        ? readFileSync(beside, 'utf8')
        : null;
  const map = json && new AnyMap(json);
  const modules = evaluated(text, file);
  const urls = [...text.matchAll(INLINE)].map((match) => [match.index, match.index + match[0].length]);
  for (const occurrence of occurrences(text)) {
    if (urls.some(([start, end]) => occurrence.at >= start && occurrence.at < end)) {
      continue; // What stands in a map inside the file is told through that map.
    }
    const where = place(text, occurrence.at);
    add(
      occurrence,
      file,
      where,
      modules.has(occurrence.at) ? modules.get(occurrence.at) : map ? through(map, dirname(file), where) : null,
    );
  }
  inlineMap(text, file);
}

for (const path of outputs.flatMap((output) => filesBelow(join(root, output)))) {
  const file = relative(root, path).replaceAll('\\', '/');
  const text = readFileSync(path, 'utf8');
  if (file.endsWith('.map')) {
    mapFile(text, file);
  } else {
    textFile(text, file);
  }
}

// By code units, so that the order is the same everywhere.
const key = (row) => row.map((each) => String(each).padStart(8, '0')).join('\t');
const sorted = rows.map((row) => [`${row[2]}\t${key(row.slice(3, 5))}\t${row.join('\t')}`, row]);
sorted.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
console.log(sorted.map(([, row]) => row.join('\t')).join('\n'));
