// What DuckDB takes for the sums that acorecon's report begins with:
//
//   node duckdb.mjs invoice|daily|credits FILE types|text
//   node duckdb.mjs version
//
// types  the columns of amounts are DECIMAL, as DuckDB reads them itself
// text   all columns are text, and the query makes whole numbers of amounts, which is faster where
//        they have many decimals
//
// Both are exact and print the same lines, sorted: keys and sums, with commas between. Package
// @duckdb/node-api lies in the node_modules of BENCH_DUCKDB, or where node looks for packages.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';

const place = process.env.BENCH_DUCKDB;
const load = createRequire(place ? path.join(path.resolve(place), 'index.js') : import.meta.url);
const { DuckDBInstance, version } = load('@duckdb/node-api');

const files = {
  invoice: {
    keys: ['CustomerId', 'Currency'],
    amounts: { Subtotal: 2 },
    sums: () => [
      `coalesce(-sum(Subtotal) FILTER (CreditReasonCode IN
        ('Azure Credit Offer', 'Azure Credit', 'Azure Consumption Credit')), 0)`,
      `coalesce(sum(Subtotal) FILTER (PriceAdjustmentDescription LIKE '%Partner earned credit%'), 0)`,
      'sum(Subtotal)',
    ],
  },
  daily: {
    keys: ['CustomerId', 'BillingCurrency', 'CreditType'],
    amounts: { BillingPreTaxTotal: 15 },
    sums: () => ['sum(BillingPreTaxTotal)'],
  },
  credits: {
    keys: ['CustomerTenantId', 'CurrencyCode', 'InvoiceMonth'],
    amounts: { CreditAmount: 2, BalanceAmount: 2 },
    sums: () => ['sum(CreditAmount)', 'sum(BalanceAmount)'],
  },
};

// Amounts have 2 decimals, no more and no fewer; daily ones up to 15, or an exponent, and no sign.
function wholeNumber(column, scale) {
  if (scale === 2) return `CAST(replace(${column}, '.', '') AS BIGINT)`;
  const whole = `CAST(split_part(${column}, '.', 1) AS HUGEINT) * ${10n ** BigInt(scale)}`;
  const rest = `CAST(rpad(split_part(${column}, '.', 2), ${scale}, '0') AS BIGINT)`;
  const small = `CAST(CAST(${column} AS DECIMAL(38,${scale})) * ${10n ** BigInt(scale)} AS HUGEINT)`;
  return `CASE WHEN contains(${column}, 'E') THEN ${small} ELSE ${whole} + ${rest} END`;
}

function sourceOf(file, amounts, isText) {
  const start = Buffer.alloc(65536);
  const length = fs.readSync(fs.openSync(file), start);
  const header = start.toString('utf8', 0, length).split('\r\n')[0].split(',');
  const type = (name) => (name in amounts && !isText
    ? `DECIMAL(${amounts[name] === 2 ? 18 : 38},${amounts[name]})` : 'VARCHAR');
  const columns = header.map((name) => `'${name}': '${type(name)}'`).join(', ');
  return `read_csv('${file}', columns={${columns}}, auto_detect=false, header=true, delim=',',
    quote='"', escape='"', new_line='\\r\\n', parallel=true)`;
}

function queryOf(kind, file, isText) {
  const { keys, amounts, sums } = files[kind];
  const read = Object.keys(amounts).map((name) => (isText
    ? `${wholeNumber(name, amounts[name])} AS ${name}` : name));
  const others = kind === 'invoice' ? ['CreditReasonCode', 'PriceAdjustmentDescription'] : [];
  const scale = Math.max(...Object.values(amounts));
  const shown = sums().map((sum) => (isText
    ? `CAST(${sum} AS DECIMAL(38,0))` : `CAST(${sum} AS DECIMAL(38,${scale}))`));
  return `SELECT ${[...keys, ...shown].join(', ')}
    FROM (SELECT ${[...keys, ...others, ...read].join(', ')} FROM ${sourceOf(file, amounts, isText)})
    GROUP BY ALL ORDER BY ALL`;
}

// A whole number with its point set, which DuckDB's typed sums have already.
function withPoint(digits, scale) {
  const sign = digits.startsWith('-') ? '-' : '';
  const all = digits.slice(sign.length).padStart(scale + 1, '0');
  return `${sign}${all.slice(0, -scale)}.${all.slice(-scale)}`;
}

async function main(kind, file, variant) {
  const isText = variant === 'text';
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(os.availableParallelism()), preserve_insertion_order: 'false',
  });
  const result = await (await instance.connect()).runAndReadAll(queryOf(kind, file, isText));
  const { keys, amounts } = files[kind];
  const scale = Math.max(...Object.values(amounts));
  const lines = result.getRows().map((row) => row.map((value, i) => (isText && i >= keys.length
    ? withPoint(String(value), scale) : String(value))).join(','));
  fs.writeFileSync(1, `${lines.join('\n')}\n`);
}

const [kind, file, variant] = process.argv.slice(2);
if (kind === 'version') console.log(version());
else if (kind in files && file && ['types', 'text'].includes(variant)) await main(kind, file, variant);
else {
  console.error('usage: node duckdb.mjs invoice|daily|credits FILE types|text');
  process.exit(2);
}
