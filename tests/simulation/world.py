"""Customers of a partner over a thousand months: agreements begin, are used, lapse and are followed by others; documents now and then
say something else of the same month. What a month's files say is kept, so that it can be said again, and otherwise."""

import calendar
import datetime
import os

BALANCE = "CustomerId,CustomerName,InvoiceMonth,CreditName,CreditAmount,BalanceAmount,Status,CurrencyCode,AgreementID,EffectiveDate,ExpiryDate"
INVOICE = (
    "CustomerId,CustomerName,InvoiceNumber,ProductId,SkuId,ChargeType,Subtotal,TaxTotal,Total,Currency,SubscriptionDescription,ChargeStartDate,"
    "EffectiveUnitPrice,BillableQuantity,PriceAdjustmentDescription,CreditReasonCode"
)
DAILY = "CustomerId,InvoiceNumber,ProductId,UsageDate,BillingPreTaxTotal,BillingCurrency,PartnerEarnedCreditPercentage,CreditPercentage,CreditType"
NAMES = ["Contoso", "Northwind", "Fabrikam, Inc.", "M\u00fcller & S\u00f6hne", '"Tail" Spin']
CURRENCIES = ["USD", "USD", "EUR", "GBP"]


def month_text(month):
    return f"{month // 12:04d}-{month % 12 + 1:02d}"


def first_day(month):
    return datetime.date(month // 12, month % 12 + 1, 1)


def last_day(month):
    return datetime.date(month // 12, month % 12 + 1, calendar.monthrange(month // 12, month % 12 + 1)[1])


def money(cents):
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def cell(text):
    text = str(text)
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in ',"\n') else text


def table(header, rows):
    return header + "\n" + "".join(",".join(cell(value) for value in row) + "\n" for row in rows)


class Customer:
    def __init__(self, rng, number):
        self.id = f"{rng.getrandbits(32):08x}-0000-4000-8000-{number:012d}"
        self.name = rng.choice(NAMES)
        self.currency = rng.choice(CURRENCIES)
        self.number = number
        self.agreements = []


class Agreement:
    def __init__(self, rng, customer, number, month):
        self.id = f"AGR-{customer.number}-{number}"
        self.effective = first_day(month) + datetime.timedelta(days=rng.choice([0, 0, 0, 9]))
        self.last_month = month + rng.choice([5, 11, 11, 17, 23])
        self.expiry = last_day(self.last_month)
        self.grant = rng.choice([20000, 100000, 250000, 1200000])
        self.used = 0
        self.is_zeroed = rng.random() < 0.5


class World:
    """Ask for the months in their turn."""

    def __init__(self, rng, customers):
        self.rng = rng
        self.customers = [Customer(rng, number) for number in range(customers)]
        self.agreements = 0
        self.extra = 0

    def agreements_of(self, customer, month):
        rng = self.rng
        current = [a for a in customer.agreements if a.last_month >= month]
        if not current and rng.random() < 0.7 or rng.random() < 0.02:
            self.agreements += 1
            customer.agreements.append(Agreement(rng, customer, self.agreements, month))
        return [a for a in customer.agreements if a.last_month + 1 >= month]

    def use(self, agreement, month):
        """In cents, of what is left."""
        left = agreement.grant - agreement.used
        if month > agreement.last_month or left <= 0:
            return 0
        months = max(1, agreement.last_month - month + 1)
        usual = left // months
        return min(left, self.rng.choice([0, usual, usual, usual, left, self.rng.randrange(1, max(2, 2 * usual + 2))]))

    def month(self, month):
        """-> {file name: rows with their header before them}"""
        balance, invoice, daily = [], [], []
        for customer in self.customers:
            credited = 0
            for agreement in self.agreements_of(customer, month):
                used = self.use(agreement, month)
                agreement.used += used
                credited += used
                balance.append(self.balance_row(customer, agreement, month))
            self.add_charges(customer, month, credited, invoice, daily)
        files = {"balance.csv": [BALANCE, *balance], "invoice.csv": [INVOICE, *invoice]}
        if daily:
            files["daily.csv"] = [DAILY, *daily]
        return files

    def balance_row(self, customer, agreement, month):
        is_over = month > agreement.last_month
        left = 0 if is_over and agreement.is_zeroed else agreement.grant - agreement.used
        return [customer.id, customer.name, month_text(month), "ACO", money(agreement.used), money(left), "expired" if is_over else "active",
                customer.currency, agreement.id, agreement.effective, agreement.expiry]  # fmt: skip

    def number(self, customer, month):
        return f"G{month:06d}{customer.number:02d}"

    def line(self, customer, month, product, kind, cents, pec="", reason=""):
        quantity = -1 if cents < 0 else 1
        return [customer.id, customer.name, self.number(customer, month), product, "0001", kind, money(cents), "0.00", money(cents), customer.currency,
                "Azure plan", first_day(month), money(cents * quantity), quantity, pec, reason]  # fmt: skip

    def add_charges(self, customer, month, credited, invoice, daily):
        rng = self.rng
        given = credited
        if rng.random() < 0.06:
            given += rng.choice([1, -1, 500, -credited])
        if credited:
            invoice.append(self.line(customer, month, "P1", "new", credited))
        if given > 0:
            invoice.append(self.line(customer, month, "P1", "customerCredit", -given, reason="Azure Credit Offer"))
        if rng.random() < 0.4 or not credited:
            paid = rng.randrange(100, 90000)
            invoice.append(self.line(customer, month, "P2", "new", paid, pec=rng.choice(["", "", "15% Partner earned credit"])))
        if credited and rng.random() < 0.2:
            day = first_day(month) + datetime.timedelta(days=rng.randrange(28))
            daily.append([customer.id, self.number(customer, month), "P1", day, money(given), customer.currency, 0, 100, "Azure Credit Applied"])

    def late_rows(self, month):
        """A further invoice of the month, of one customer."""
        self.extra += 1
        row = self.line(self.rng.choice(self.customers), month, "P3", "new", self.rng.randrange(100, 5000))
        row[2] = f"G9{self.extra:07d}"
        return [INVOICE, row]

    def restated(self, files):
        """The files with other figures in them."""
        rng, files = self.rng, {name: [rows[0], *map(list, rows[1:])] for name, rows in files.items()}
        if rng.random() < 0.5 and len(files["balance.csv"]) > 1:
            row = rng.choice(files["balance.csv"][1:])
            row[4] = money(max(0, round(float(row[4]) * 100) + rng.choice([1, 1000, -100])))
        else:
            row = rng.choice(files["invoice.csv"][1:])
            cents = round(float(row[6]) * 100) + rng.choice([1, 250, -75])
            row[6] = row[8] = money(cents)
            row[12] = money(cents * row[13])
        return files


def write_files(folder, files):
    os.makedirs(folder, exist_ok=True)
    for name in set(os.listdir(folder)) - set(files):
        os.unlink(os.path.join(folder, name))
    for name, rows in files.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as stream:
            stream.write(table(rows[0], rows[1:]))
