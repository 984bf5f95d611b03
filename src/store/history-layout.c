/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/history-layout.h"

/*
 * Most tables are their key, which saves a second copy of it. A key that may hold null can be none:
 * of those tables the triggers below see to it that each row stands once, two nulls being equal. A
 * unique index would hold nearly the whole row again, a tenth of the history.
 */
static const char tables[]
    = "CREATE TABLE seal ("
      " month TEXT NOT NULL, version INTEGER NOT NULL,"
      " state TEXT NOT NULL CHECK (state IN ('sealed', 'reopened', 'superseded')),"
      " sealed_at TEXT NOT NULL, preparer TEXT NOT NULL, approver TEXT NOT NULL, reason TEXT,"
      " program TEXT, options TEXT, as_of TEXT, content_sha256 TEXT,"
      " pack TEXT, pack_sha256 TEXT,"
      " pack_state TEXT NOT NULL CHECK (pack_state IN ('none', 'pending', 'written', 'lost')),"
      " PRIMARY KEY (month, version)) STRICT, WITHOUT ROWID;"
      "CREATE TABLE input ("
      " month TEXT NOT NULL, version INTEGER NOT NULL, position INTEGER NOT NULL,"
      " file TEXT NOT NULL, kind TEXT NOT NULL, rows INTEGER, bytes INTEGER, sha256 TEXT,"
      " PRIMARY KEY (month, version, position),"
      " FOREIGN KEY (month, version) REFERENCES seal (month, version)) STRICT, WITHOUT ROWID;"
      "CREATE TABLE balance ("
      " month TEXT NOT NULL, version INTEGER NOT NULL,"
      " customer_id TEXT NOT NULL, agreement_id TEXT NOT NULL, credit_name TEXT,"
      " currency TEXT NOT NULL, row_month TEXT NOT NULL,"
      " credit_amount TEXT NOT NULL, balance_amount TEXT NOT NULL, status TEXT,"
      " effective_date TEXT, expiry_date TEXT,"
      " FOREIGN KEY (month, version) REFERENCES seal (month, version)) STRICT;"
      "CREATE INDEX balance_customer ON balance (month, version, customer_id);"
      "CREATE TABLE figure ("
      " month TEXT NOT NULL, version INTEGER NOT NULL,"
      " customer_id TEXT NOT NULL, currency TEXT NOT NULL,"
      " balance_used TEXT, invoice_credit TEXT, usage_credit TEXT, charges TEXT,"
      " other_credits TEXT, net TEXT, pec_earned TEXT, forfeited TEXT,"
      " PRIMARY KEY (month, version, customer_id, currency),"
      " FOREIGN KEY (month, version) REFERENCES seal (month, version)) STRICT, WITHOUT ROWID;"
      "CREATE TABLE credit ("
      " month TEXT NOT NULL, version INTEGER NOT NULL,"
      " customer_id TEXT NOT NULL, invoice TEXT NOT NULL, currency TEXT NOT NULL,"
      " product_id TEXT, sku_id TEXT, lines INTEGER NOT NULL, subtotal TEXT NOT NULL,"
      " FOREIGN KEY (month, version) REFERENCES seal (month, version)) STRICT;"
      "CREATE INDEX credit_customer ON credit (month, version, customer_id);"
      "CREATE TABLE invoice ("
      " month TEXT NOT NULL, version INTEGER NOT NULL,"
      " invoice TEXT NOT NULL, currency TEXT NOT NULL,"
      " lines INTEGER NOT NULL, subtotal TEXT NOT NULL, tax TEXT NOT NULL, total TEXT NOT NULL,"
      " PRIMARY KEY (month, version, invoice, currency),"
      " FOREIGN KEY (month, version) REFERENCES seal (month, version)) STRICT, WITHOUT ROWID;"
      "CREATE TABLE finding ("
      " month TEXT NOT NULL, version INTEGER NOT NULL, finding_id TEXT NOT NULL,"
      " finding_key TEXT NOT NULL, code TEXT NOT NULL, severity TEXT NOT NULL, customer_id TEXT,"
      " agreement_id TEXT, currency TEXT, finding_month TEXT, subject TEXT, amount TEXT NOT NULL,"
      " PRIMARY KEY (month, version, finding_id),"
      " FOREIGN KEY (month, version) REFERENCES seal (month, version)) STRICT, WITHOUT ROWID;"
      "CREATE TABLE customer (customer_id TEXT NOT NULL PRIMARY KEY, name TEXT) STRICT,"
      " WITHOUT ROWID;"
      "CREATE TABLE resolution ("
      " n INTEGER PRIMARY KEY, finding_id TEXT NOT NULL, finding_key TEXT NOT NULL,"
      " amount TEXT NOT NULL, resolution TEXT NOT NULL"
      " CHECK (resolution IN ('accepted', 'disputed', 'corrected', 'expected')),"
      " note TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL) STRICT;"
      "CREATE INDEX resolution_finding ON resolution (finding_id);"
      "CREATE INDEX resolution_key ON resolution (finding_key);"
      "CREATE TABLE event ("
      " n INTEGER PRIMARY KEY, at TEXT NOT NULL, what TEXT NOT NULL"
      " CHECK (what IN ('close', 'restate', 'gap', 'reopen', 'resolve', 'pack')),"
      " month TEXT, version INTEGER, by TEXT, reason TEXT, body TEXT NOT NULL,"
      " previous_hash TEXT NOT NULL, hash TEXT NOT NULL) STRICT;";

/* The two tables that only grow. INSERT OR REPLACE would delete without asking a trigger. */
#define ONLY_GROWS(table) \
  "CREATE TRIGGER " table "_update BEFORE UPDATE ON " table " BEGIN SELECT raise (ABORT, '" table \
  " only grows'); END;" \
  "CREATE TRIGGER " table "_delete BEFORE DELETE ON " table " BEGIN SELECT raise (ABORT, '" table \
  " only grows'); END;" \
  "CREATE TRIGGER " table "_insert BEFORE INSERT ON " table " WHEN EXISTS (SELECT 1 FROM " table \
  " WHERE n = NEW.n)" \
  " BEGIN SELECT raise (ABORT, '" table " only grows'); END;"

/* A row with this key is there already; @further: of the key, all but where the index leads. */
#define STANDS_ONCE(table, further) \
  "CREATE TRIGGER " table "_once BEFORE INSERT ON " table " WHEN EXISTS (SELECT 1 FROM " table \
  " WHERE month = NEW.month AND version = NEW.version AND customer_id = NEW.customer_id" \
  " AND " further ") BEGIN SELECT raise (ABORT, 'a row of " table " stands once'); END;"

static const char triggers[] = ONLY_GROWS ("resolution") ONLY_GROWS ("event")
    STANDS_ONCE ("balance", "agreement_id = NEW.agreement_id AND credit_name IS NEW.credit_name"
                            " AND currency = NEW.currency AND row_month = NEW.row_month")
        STANDS_ONCE ("credit", "invoice = NEW.invoice AND currency = NEW.currency"
                               " AND product_id IS NEW.product_id AND sku_id IS NEW.sku_id");

gboolean
history_layout_create (Database *database, GError **error)
{
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                                            HISTORY_LAYOUT_APPLICATION, HISTORY_LAYOUT_VERSION);

  return database_run (database, marks, error) && database_run (database, tables, error)
         && database_run (database, triggers, error);
}

#define BALANCE \
  "customer_id, agreement_id, credit_name, currency, row_month, credit_amount, balance_amount, " \
  "status, effective_date, expiry_date"
#define FIGURE \
  "customer_id, currency, balance_used, invoice_credit, usage_credit, charges, other_credits, " \
  "net, pec_earned, forfeited"
#define CREDIT "customer_id, invoice, currency, product_id, sku_id, lines, subtotal"
#define INVOICE "invoice, currency, lines, subtotal, tax, total"
#define FINDING \
  "finding_id, finding_key, code, severity, customer_id, agreement_id, currency, finding_month, " \
  "subject, amount"

#define LAYOUT(name, keys, count, columns, values) \
  { \
    name, keys, count, \
        "INSERT INTO " name " (month, version, " columns ") VALUES (?, ?, " values ")", \
        "SELECT " columns " FROM " name " WHERE month = ? AND version = ?" \
  }

const ContentLayout *
history_layout_content (ContentTable table)
{
  static const ContentLayout layouts[CONTENT_TABLE_COUNT] = {
    [CONTENT_BALANCE] = LAYOUT ("balance", 5, 10, BALANCE, "?, ?, ?, ?, ?, ?, ?, ?, ?, ?"),
    [CONTENT_FIGURE] = LAYOUT ("figure", 2, 10, FIGURE, "?, ?, ?, ?, ?, ?, ?, ?, ?, ?"),
    [CONTENT_CREDIT] = LAYOUT ("credit", 5, 7, CREDIT, "?, ?, ?, ?, ?, ?, ?"),
    [CONTENT_INVOICE] = LAYOUT ("invoice", 2, 6, INVOICE, "?, ?, ?, ?, ?, ?"),
    [CONTENT_FINDING] = LAYOUT ("finding", 1, 10, FINDING, "?, ?, ?, ?, ?, ?, ?, ?, ?, ?"),
  };

  g_assert (table < CONTENT_TABLE_COUNT);
  return &layouts[table];
}
