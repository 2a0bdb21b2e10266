// SPDX-License-Identifier: Apache-2.0
// Files to keep: CSV for a spreadsheet, NDJSON for a program.

// What a spreadsheet could take for a formula is kept as text.
function cell(value) {
  const text = value == null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) && typeof value !== 'number' ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csv = (names, rows) => `\uFEFF${[names, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;

export const ndjson = (values) => values.map((value) => `${JSON.stringify(value)}\n`).join('');

export function save(name, type, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
