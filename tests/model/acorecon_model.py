#!/usr/bin/env python3
"""A second, independent reckoning of `acorecon reconcile`, written from its contract alone.

It is meant to be read beside the contract: every rule is one function, and each function quotes the sentence it implements.
Clarity goes before speed; everything is kept in memory, every amount is an exact fraction.
Where the contract can be read in two ways the comment says "Reading N", which refers to the list in README.md.
"""

import calendar
import datetime
import hashlib
import json
import os
import re
import sys
from collections import Counter
from dataclasses import dataclass, field, replace
from fractions import Fraction

# ---------------------------------------------------------------------------------------------------------------------
# Outcomes
# ---------------------------------------------------------------------------------------------------------------------


class WrongUsage(Exception):
    """Exit status 2: wrong usage."""


class Refused(Exception):
    """Exit status 3: input refused."""


class BadRow(Exception):
    """A row that refuses the run, or is set aside with --keep-going."""


SEVERITY_RANK = {"notice": 0, "warning": 1, "error": 2, "never": 3}

FINDINGS = {  # code: (name, severity); None: the severity is decided where the finding is made
    "ACO101": ("credit-decreased", "error"),
    "ACO102": ("month-missing", "warning"),
    "ACO103": ("baseline-unknown", "warning"),
    "ACO104": ("grant-changed", "warning"),
    "ACO105": ("balance-negative", "error"),
    "ACO106": ("duplicate-row", "notice"),
    "ACO107": ("conflicting-row", "error"),
    "ACO108": ("history-differs", "error"),
    "ACO109": ("sealed-invoice-differs", "warning"),
    "ACO110": ("agreement-expired", None),
    "ACO111": ("agreement-expiring", "notice"),
    "ACO112": ("status-date-conflict", "warning"),
    "ACO113": ("used-after-expiry", "error"),
    "ACO114": ("used-before-effective", "error"),
    "ACO115": ("agreement-vanished", "warning"),
    "ACO116": ("terms-changed", "warning"),
    "ACO117": ("effective-after-expiry", "error"),
    "ACO118": ("unknown-status", "warning"),
    "ACO119": ("agreement-unreported", "warning"),
    "ACO201": ("subtotal-mismatch", "warning"),
    "ACO202": ("total-mismatch", "warning"),
    "ACO203": ("credit-sign", "error"),
    "ACO204": ("credit-unpaired", "warning"),
    "ACO205": ("credit-unclassified", "notice"),
    "ACO206": ("credit-on-ineligible", "error"),
    "ACO207": ("credit-without-agreement", "error"),
    "ACO208": ("unbilled-lines", "notice"),
    "ACO209": ("invoice-month-unclear", "warning"),
    "ACO301": ("aco-and-pec-together", "error"),
    "ACO302": ("pec-while-aco-remained", "error"),
    "ACO303": ("aco-after-pec", "warning"),
    "ACO304": ("uncovered-while-aco-remained", "warning"),
    "ACO305": ("pec-missing", "notice"),
    "ACO306": ("aco-over-available", "error"),
    "ACO307": ("aco-outside-window", "error"),
    "ACO401": ("balance-invoice-difference", "error"),
    "ACO402": ("invoice-usage-difference", None),
    "ACO403": ("rounding-difference", "notice"),
    "ACO404": ("currency-not-comparable", "warning"),
    "ACO405": ("no-invoice", "warning"),
    "ACO406": ("usage-charge-difference", "warning"),
    "ACO407": ("balance-report-missing", "warning"),
    "ACO408": ("nothing-compared", "warning"),
    "ACO501": ("will-forfeit", "notice"),
    "ACO502": ("will-run-out", "notice"),
    "ACO901": ("row-rejected", "error"),
    "ACO902": ("unknown-columns", "notice"),
    "ACO903": ("legacy-file", "notice"),
    "ACO904": ("duplicate-file", "notice"),
    "ACO906": ("file-ignored", "notice"),
    "ACO907": ("rows-read-twice", None),
}

NOT_MODELLED = {"ACO905"}

# ---------------------------------------------------------------------------------------------------------------------
# Exact amounts
# ---------------------------------------------------------------------------------------------------------------------

ZERO = Fraction(0)
CENT = Fraction(1, 100)

# Whole currencies (ISO 4217 without minor unit)
WHOLE_CURRENCIES = set("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split())


def truncated(x, decimals=2):
    """T = truncation ... to 2 decimals; in a whole currency some of it to 0."""
    power = 10**decimals
    units = abs(x) * power
    whole = units.numerator // units.denominator
    return Fraction(whole if x >= 0 else -whole, power)


def half_up(x, decimals=2):
    """H = rounding half away from zero ... to 2 decimals; in a whole currency some of it to 0."""
    power = 10**decimals
    units = abs(x) * power + Fraction(1, 2)
    whole = units.numerator // units.denominator
    return Fraction(whole if x >= 0 else -whole, power)


def amount_text(x):
    """Amounts are strings, exact, with at least 2 decimals; unknown ... is null."""
    if x is None:
        return None
    places, power = 2, 100
    while power % x.denominator:
        places, power = places + 1, power * 10
        assert places < 5000, "an amount without finite decimals"
    digits = str(abs(x.numerator) * (power // x.denominator)).rjust(places + 1, "0")
    return ("-" if x < 0 else "") + digits[:-places] + "." + digits[-places:]


# ---------------------------------------------------------------------------------------------------------------------
# Cells: numbers, dates, months, texts
# ---------------------------------------------------------------------------------------------------------------------

BLANKS = " \t\r\n\v\f"  # Reading 12

NUMBER_POINT = re.compile(r"'?([+-]?)([0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE]([+-]?[0-9]+))?")
NUMBER_COMMA = re.compile(r"'?([+-]?)([0-9]+,?[0-9]*|,[0-9]+)(?:[eE]([+-]?[0-9]+))?")


def parse_number(text, decimal_comma=False):
    """optional Excel-guard apostrophe, sign, digits with `.` (`.5` and `5.` too), optional exponent."""
    match = (NUMBER_COMMA if decimal_comma else NUMBER_POINT).fullmatch(text)
    if not match:
        raise BadRow(f"not a number: {text!r}")
    sign, digits, exponent = match.groups()
    whole, _, decimals = digits.replace(",", ".").partition(".")
    mantissa = int((whole + decimals) or "0")
    if mantissa == 0:
        return ZERO
    power = int(exponent or "0") - len(decimals)
    if abs(power) > 2000:  # what cannot be held is a bad row, never rounded (Reading 14)
        raise BadRow("a number that cannot be held")
    value = Fraction(mantissa * 10**power) if power >= 0 else Fraction(mantissa, 10**-power)
    return -value if sign == "-" else value


TIME = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?"
SLASH_DATE = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?:[ ]+" + TIME + r"(?:[ ]?[AaPp][Mm])?)?")
ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[Tt ]" + TIME + r"(?:[Zz]|[+-][0-9]{2}:?[0-9]{2})?)?")


def parse_date(text, day_first=False):
    """`M/D/YYYY` with optional time and AM/PM, `YYYY-MM-DD` with optional time, fraction, `Z` or offset (the calendar day as
    written counts). Two-digit years are bad rows."""
    match = SLASH_DATE.fullmatch(text)
    if match:
        first, second, year = (int(part) for part in match.groups())
        # A slash date whose first part is 13 to 31 and second 1 to 12 means the file is day-first: it is refused, also with
        # `--keep-going` (and the reverse with that option).
        if not day_first and 13 <= first <= 31 and 1 <= second <= 12:
            raise Refused(f"{text}: the file is day-first, use --day-first")
        if day_first and 13 <= second <= 31 and 1 <= first <= 12:
            raise Refused(f"{text}: the file is not day-first, leave out --day-first")
        month, day = (second, first) if day_first else (first, second)
    else:
        match = ISO_DATE.fullmatch(text)
        if not match:
            raise BadRow(f"not a date: {text!r}")
        year, month, day = (int(part) for part in match.groups())
    try:
        return datetime.date(year, month, day)
    except ValueError:
        raise BadRow(f"no such day: {text!r}") from None


MONTH_NAMES = {}
for _number, _name in enumerate(
    "january february march april may june july august september october november december".split(), start=1
):
    MONTH_NAMES[_name] = MONTH_NAMES[_name[:3]] = _number


def month_number(year, month):
    """A month is one whole number, so that the next month is one more."""
    if not (1 <= month <= 12 and 1 <= year <= 9999):
        raise BadRow("no such month")
    return year * 12 + month - 1


def parse_month(text, day_first=False):
    """`YYYY-MM`, `YYYYMM`, `M/YYYY`, any date (its month), `Oct 2026`, `October 2026` in any case."""
    match = re.fullmatch(r"([0-9]{4})-([0-9]{2})", text) or re.fullmatch(r"([0-9]{4})([0-9]{2})", text)
    if match:
        return month_number(int(match[1]), int(match[2]))
    match = re.fullmatch(r"([0-9]{1,2})/([0-9]{4})", text)
    if match:
        return month_number(int(match[2]), int(match[1]))
    match = re.fullmatch(r"([A-Za-z]+) +([0-9]{4})", text)
    if match:
        if match[1].lower() not in MONTH_NAMES:
            raise BadRow(f"not a month: {text!r}")
        return month_number(int(match[2]), MONTH_NAMES[match[1].lower()])
    return month_of(parse_date(text, day_first))


def month_of(day):
    return day.year * 12 + day.month - 1


def first_day(month):
    return datetime.date(month // 12, month % 12 + 1, 1)


def last_day(month):
    year, number = month // 12, month % 12 + 1
    return datetime.date(year, number, calendar.monthrange(year, number)[1])


def month_text(month):
    return None if month is None else f"{month // 12:04d}-{month % 12 + 1:02d}"


def day_text(day):
    return None if day is None else day.isoformat()


def is_blank(text):
    """A cell of blanks is empty."""
    return text.strip(BLANKS) == ""


def folded(text):
    """compared without case and outer blanks"""
    return text.strip(BLANKS).lower()


NOTHING = {"null", "(null)", "n/a", "na", "#n/a", "\\n", "-", "none"}


def without_nothing(text):
    """A cell of blanks is empty; so is, in ids, codes and texts other than CustomerName and CreditName, a word that programs write
    for "nothing": ... (without case), also as a JSON text. -> without outer blanks"""
    text = text.strip(BLANKS)
    return "" if text.lower() in NOTHING else text


GUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
WRAPPED_GUID = re.compile(r"\{(" + GUID + r")\}|(?:org:|urn:uuid:)(" + GUID + ")")


def unwrapped(text):
    """A customer, partner, agreement or subscription id that is a GUID (with hyphens) in braces, or behind `org:` or `urn:uuid:`
    (prefix without case, one wrapping only), is that GUID. -> in lower case"""
    text = text.lower()
    match = WRAPPED_GUID.fullmatch(text)
    return (match[1] or match[2]) if match else text


# ---------------------------------------------------------------------------------------------------------------------
# CSV
# ---------------------------------------------------------------------------------------------------------------------


def decoded(data):
    """UTF-8 with or without BOM ... a NUL byte and invalid UTF-8 refuse the file. UTF-16 is read where it has its byte-order mark."""
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8")
    except UnicodeDecodeError:
        raise Refused("invalid UTF-8") from None
    if "\0" in text:
        raise Refused("a NUL byte")
    return text[1:] if text.startswith("\ufeff") else text


SEPARATOR_LINE = re.compile(r"[Ss][Ee][Pp]=([^\r\n])\r?(?:\n|\Z)")


def csv_records(text, separator):
    """RFC 4180, LF and CRLF (mixed too). An unclosed quote, text after a closing quote, a quote inside an unquoted cell, a lone
    CR outside quotes refuse the file. Blank lines (of blanks other than the separator, too) are skipped. A finding's line is the
    physical line on which its record begins. -> [(line, cells)]"""
    # so are, after decoding, a first line `sep=X` (without case; any one character X, which is then the separator, also against
    # `--decimal-comma`) and one character 0x1A at the very end
    if text.endswith("\x1a"):
        text = text[:-1]
    records, at, line, end = [], 0, 1, len(text)
    match = SEPARATOR_LINE.match(text)
    if match:
        separator, at, line = match[1], match.end(), 2
    while at < end:
        began, cells, quoted_any, over = line, [], False, False
        while not over:
            if at < end and text[at] == '"':
                quoted_any, at, cell = True, at + 1, []
                while True:
                    close = text.find('"', at)
                    if close < 0:
                        raise Refused("an unclosed quote")
                    cell.append(text[at:close])
                    line += text.count("\n", at, close)
                    at = close + 1
                    if at < end and text[at] == '"':
                        cell.append('"')
                        at += 1
                    else:
                        break
                cells.append("".join(cell))
                if at < end and text[at] != separator and text[at] != "\n" and text[at : at + 2] != "\r\n":
                    raise Refused("text after a closing quote")
            else:
                start = at
                while at < end and text[at] not in (separator, "\n", "\r", '"'):
                    at += 1
                if at < end and text[at] == '"':
                    raise Refused("a quote inside an unquoted cell")
                cells.append(text[start:at])
            if at >= end:
                over = True
            elif text[at] == separator:
                at += 1
            elif text[at] == "\n":
                at, line, over = at + 1, line + 1, True
            elif text[at : at + 2] == "\r\n":
                at, line, over = at + 2, line + 1, True
            else:
                raise Refused("a lone CR outside quotes")
        if len(cells) == 1 and not quoted_any and is_blank(cells[0]):  # Reading 13
            continue
        records.append((began, cells))
    return records


# ---------------------------------------------------------------------------------------------------------------------
# JSON
# ---------------------------------------------------------------------------------------------------------------------


def one_object(pairs):
    if len({plain_name(name) for name, _ in pairs}) < len(pairs):
        raise Refused("an object that names a column twice")
    return dict(pairs)


JSON = json.JSONDecoder(parse_float=str, parse_int=str, object_pairs_hook=one_object)  # numbers keep their digits


def json_cell(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def json_values(text, at, end=""):
    """The values of an array, or one after the other -> [(where it begins, value)] up to the closing bracket or the end"""
    while True:
        while at < len(text) and text[at] in " \t\r\n,":
            at += 1
        if text[at : at + 1] == end:
            return
        start = at
        value, at = JSON.raw_decode(text, at)
        yield start, value


def json_records(text):
    """JSON lines, an array of objects, or a page of a service with its rows in `items`. An object is a row, its names are the
    columns; they and their order are those of the first object, with what later ones add. A row's line is the physical line on
    which its object begins. (Reading 74) -> [(line, cells)], the first of them the header"""
    try:
        first = len(text) - len(text.lstrip(BLANKS))
        if text[first] == "[":
            objects = list(json_values(text, first + 1, "]"))
        else:
            objects = list(json_values(text, 0))
            if len(objects) == 1 and "items" in objects[0][1]:
                array = re.compile(r'"items"\s*:\s*\[').search(text)
                objects = list(json_values(text, array.end(), "]"))
    except ValueError as problem:
        raise Refused(f"not sound JSON: {problem}") from None
    if not all(isinstance(value, dict) for _, value in objects):
        raise Refused("a row that is no object")
    columns = {}  # the name compared -> the name written first
    for _, row in objects:
        for name in row:
            columns.setdefault(plain_name(name), name)
    records = [(1, list(columns.values()))]
    for start, row in objects:
        cells = {plain_name(name): json_cell(value) for name, value in row.items()}
        records.append((text.count("\n", 0, start) + 1, [cells.get(name, "") for name in columns]))
    return records


# ---------------------------------------------------------------------------------------------------------------------
# Headers: names -> roles -> the kind of file
# ---------------------------------------------------------------------------------------------------------------------


def plain_name(text):
    """compared after removing a byte-order mark, outer blanks, case, and everything that is not a letter or digit"""
    return "".join(c for c in text.lower() if c.isalnum())


ROLE_NAMES = {
    "partner": ["PartnerId", "PartnerTenantId"],
    "customer": ["CustomerId", "CustomerTenantId"],
    "customer-name": ["CustomerName"],
    "month": ["InvoiceMonth", "BillingPeriod", "BillingMonth"],
    "credit-name": ["CreditName"],
    "credit-amount": ["CreditAmount"],
    "status": ["Status"],
    "balance-amount": ["BalanceAmount"],
    "currency": ["CurrencyCode", "Currency"],  # and BillingCurrency, in daily usage alone
    "agreement": ["AgreementId"],
    "effective": ["EffectiveDate"],
    "expiry": ["ExpiryDate", "ExpirationDate"],
    "ResellerMpnId": ["ResellerMpnId", "Tier2MpnId"],
    "Total": ["Total", "totalForCustomer"],
    "PartnerEarnedCreditPercentage": ["PartnerEarnedCreditPercentage", "rateOfPartnerEarnedCredit"],
    "CreditPercentage": ["CreditPercentage", "rateOfCredit"],
}

DOCUMENTED = (  # the columns of spec sections 7.1, 7.3 and 7.7 that have no role above: each is a role by its own name
    "CustomerDomainName CustomerCountry InvoiceNumber MpnId OrderId OrderDate ProductId SkuId AvailabilityId SkuName ProductName "
    "ChargeType UnitPrice Quantity Subtotal TaxTotal PriceAdjustmentDescription PublisherName PublisherId "
    "SubscriptionDescription SubscriptionId ChargeStartDate ChargeEndDate TermAndBillingCycle EffectiveUnitPrice UnitType "
    "AlternateId BillableQuantity BillingFrequency PricingCurrency PCToBCExchangeRate PCToBCExchangeRateDate MeterDescription "
    "ReservationOrderId CreditReasonCode SubscriptionStartDate SubscriptionEndDate ReferenceId ProductQualifiers PromotionId "
    "ProductCategory PartnerName UsageDate MeterType MeterCategory MeterId MeterSubCategory MeterName MeterRegion Unit "
    "ResourceLocation ConsumedService ResourceGroup ResourceURI BillingPreTaxTotal BillingCurrency PricingPreTaxTotal "
    "ServiceInfo1 ServiceInfo2 Tags AdditionalInfo EntitlementId EntitlementDescription CreditType BenefitId BenefitOrderId "
    "BenefitType"
).split()
for _name in DOCUMENTED:
    ROLE_NAMES[_name] = [_name]

ROLE_OF_NAME = {plain_name(name): role for role, names in ROLE_NAMES.items() for name in names}
ROLE_OF_OPTION = {plain_name(role): role for role in ROLE_NAMES}
RATE_NAMES = {"rateofpartnerearnedcredit", "rateofcredit"}  # a `rate` is 0...1, a percentage 0...100

NEEDED = {
    "aco-balance": ["customer", "month", "credit-amount", "balance-amount", "currency", "agreement"],
    "invoice": ["customer", "InvoiceNumber", "ChargeType", "Subtotal", "currency"],
    "daily-usage": ["customer", "UsageDate", "BillingPreTaxTotal", "currency"],
}

LEGACY_NAMES = {"durableofferid", "syndicationpartnersubscriptionnumber", "pretaxcharges", "overagequantity"}


@dataclass
class Header:
    kind: str
    column: dict  # role -> column number
    rates: set  # roles whose column holds a rate
    unknown: bool  # has unknown columns
    width: int


def bind_columns(cells, kind, maps):
    """-> (role -> columns, unknown columns). `--map`: a header name for a column role; wins over the other names, which then are
    unknown columns. Reading 8: "then" = in a file that has the mapped header."""
    names = [plain_name(cell) for cell in cells]
    mapped = {plain_name(header): role for role, header in maps}
    won = {role for header, role in mapped.items() if header in names}
    columns, unknown = {}, 0
    for index, name in enumerate(names):
        if name in mapped:
            role = mapped[name]
        else:
            role = ROLE_OF_NAME.get(name)
            if name == "billingcurrency" and kind == "daily-usage":  # BillingCurrency (daily)
                role = "currency"
            if role in won:
                role = None
        if role is None:
            unknown += 1
        else:
            columns.setdefault(role, []).append(index)
    return columns, unknown


def recognise_header(cells, maps):
    """Each file's kind is recognised by its header names, never by its name or column positions."""
    names = [plain_name(cell) for cell in cells]
    for kind, needed in NEEDED.items():
        columns, unknown = bind_columns(cells, kind, maps)
        if all(role in columns for role in needed) and not (kind == "invoice" and "UsageDate" in columns):
            break
    else:
        if not LEGACY_NAMES & set(names):
            raise Refused("fits no kind")
        kind = "legacy"
        columns, unknown = bind_columns(cells, kind, maps)
    # so is a header that names a column or a role twice (empty header cells are unknown columns, any number)
    written = [name for name in names if name]
    if len(set(written)) < len(written) or any(len(indices) > 1 for indices in columns.values()):
        raise Refused("a header that names a column or a role twice")
    column = {role: indices[0] for role, indices in columns.items()}
    rates = {role for role, index in column.items() if names[index] in RATE_NAMES}
    return Header(kind, column, rates, unknown > 0, len(cells))


class Cells:
    """One record seen through its header. Looks at every used column before it says that the row is bad, so that a date in the
    other day order refuses the file even in a row that is bad for another reason (Reading 16)."""

    def __init__(self, header, cells, options):
        self.header, self.cells, self.options, self.bad = header, cells, options, None
        if len(cells) != header.width:
            raise BadRow("another number of cells than the header")

    def has(self, role):
        return role in self.header.column

    def raw(self, role):
        return self.cells[self.header.column[role]] if self.has(role) else ""

    def note(self, problem):
        self.bad = self.bad or problem

    def text(self, role, needed=False):
        text = without_nothing(self.raw(role))
        if needed and not text:
            self.note(BadRow(f"{role} is empty"))
        return text

    def folded(self, role):
        """**Codes and texts** ... are compared without case and outer blanks."""
        return self.text(role).lower()

    def id(self, role, needed=False):
        return unwrapped(self.text(role, needed))

    def name(self, role):
        """names as given (Reading 12)"""
        text = self.raw(role)
        return None if is_blank(text) else text

    def value(self, role, parse, needed):
        # In numbers and dates such words stay bad values.
        text = self.raw(role).strip(BLANKS)
        if not text:
            if needed:
                self.note(BadRow(f"{role} is empty"))
            return None
        try:
            return parse(text)
        except BadRow as problem:
            self.note(problem)
            return None

    def number(self, role, needed=False):
        value = self.value(role, lambda t: parse_number(t, self.options.decimal_comma), needed)
        return value * 100 if value is not None and role in self.header.rates else value

    def date(self, role, needed=False):
        return self.value(role, lambda t: parse_date(t, self.options.day_first), needed)

    def readable_date(self, role):
        """an absent or empty cell as empty, an unreadable ChargeEndDate too (it makes no bad row) (Reading 75)"""
        text = self.raw(role).strip(BLANKS)
        try:
            return parse_date(text, self.options.day_first) if text else None
        except BadRow:
            return None

    def month(self, role, needed=False):
        return self.value(role, lambda t: parse_month(t, self.options.day_first), needed)

    def done(self):
        if self.bad:
            raise self.bad


# ---------------------------------------------------------------------------------------------------------------------
# Records
# ---------------------------------------------------------------------------------------------------------------------


@dataclass
class Place:
    file: str
    line: int


@dataclass
class BalanceRow:
    place: Place
    customer: str
    customer_name: str
    agreement: str
    credit_name: str
    currency: str
    month: int
    used_so_far: Fraction  # C
    balance: Fraction  # B
    status: str  # None: empty
    has_status_column: bool
    effective: datetime.date
    expiry: datetime.date

    @property
    def is_sealed(self):
        """it joins the rows of the files from the history"""
        return self.place is None

    @property
    def key(self):
        """Key of a credit: (customer, agreement, credit name, currency)."""
        return (self.customer, self.agreement, self.credit_name, self.currency)

    @property
    def reported_expired(self):
        return self.status == "expired"

    def covers_month(self):
        """Covers the month: EffectiveDate not after its first and ExpiryDate not before its last day. A missing date does not
        limit."""
        return (self.effective is None or self.effective <= first_day(self.month)) and (
            self.expiry is None or self.expiry >= last_day(self.month)
        )

    def window_has(self, day):
        """Window: EffectiveDate to ExpiryDate, both days included. A missing date does not limit."""
        return (self.effective is None or self.effective <= day) and (self.expiry is None or day <= self.expiry)


@dataclass
class InvoiceLine:
    place: Place
    customer: str
    customer_name: str
    number: str  # lower case; "" = estimate
    number_as_read: str
    charge_type: str
    subtotal: Fraction
    tax: Fraction
    total: Fraction  # None: empty or absent
    currency: str
    pricing_currency: str
    E: Fraction
    Q: Fraction
    R: Fraction
    order_day: datetime.date
    subscription: str
    product: str
    sku: str
    availability: str
    start: datetime.date
    end: datetime.date
    reason: str
    pec: Fraction  # None: no PEC
    product_class: str
    line_class: str
    class_columns: bool  # its file has a SubscriptionDescription or MeterDescription column
    month: int = None

    @property
    def is_credit(self):
        return self.line_class in ("aco-credit", "other-credit")

    @property
    def fingerprint(self):
        """The fingerprint of a billed invoice line is its customer, invoice number, ProductId, SkuId, SubscriptionId, ChargeType,
        ChargeStartDate and ChargeEndDate (days), EffectiveUnitPrice, BillableQuantity, Subtotal, Currency, CreditReasonCode: ids
        and texts folded, numbers by value"""
        return (
            (self.customer, self.number, self.product, self.sku, self.subscription, self.charge_type, self.start, self.end),
            (self.E, self.Q, self.subtotal, self.currency, self.reason),
        )


@dataclass
class UsageRow:
    place: Place
    customer: str
    customer_name: str
    number: str
    day: datetime.date
    total: Fraction  # BillingPreTaxTotal
    currency: str
    pricing_total: Fraction
    pricing_currency: str
    unit_price: Fraction
    quantity: Fraction
    rate: Fraction
    subscription: str
    product: str
    sku: str
    availability: str
    resource: str  # ResourceURI
    pec_percentage: Fraction  # PartnerEarnedCreditPercentage as read
    pec: Fraction  # None: no PEC
    credited: bool  # ACO-credited
    month: int = None
    value: Fraction = None  # in BillingCurrency
    pricing_value: Fraction = None  # in PricingCurrency; None: cannot be reckoned

    @property
    def fingerprint(self):
        """of a billed daily row its customer, invoice number, ProductId, SkuId, SubscriptionId, ResourceURI, UsageDate, UnitPrice,
        Quantity, BillingPreTaxTotal, BillingCurrency: ids and texts folded, numbers by value"""
        return (
            (self.customer, self.number, self.product, self.sku, self.subscription, self.resource, self.day),
            (self.unit_price, self.quantity, self.total, self.currency),
        )


def read_balance_row(cells, place):
    row = BalanceRow(
        place=place,
        customer=cells.id("customer", True),
        customer_name=cells.name("customer-name"),
        agreement=cells.id("agreement", True),
        credit_name=cells.name("credit-name"),
        currency=cells.text("currency", True).upper(),
        month=cells.month("month", True),
        used_so_far=cells.number("credit-amount", True),
        balance=cells.number("balance-amount", True),
        status=cells.folded("status") or None,
        has_status_column=cells.has("status"),
        effective=cells.date("effective"),
        expiry=cells.date("expiry"),
    )
    cells.done()
    return row


MICROSOFT = "microsoft"
SUPPORT_WORD = re.compile(r"(?<![^\W_])support(?![^\W_])")  # Reading 22


def product_class(subscription, meter, publisher, reservation, term, product_name, sku_name):
    """Product class of an invoice line, first that fits (all texts folded)."""
    first_party = publisher == "" or publisher.startswith(MICROSOFT)
    commitment = reservation != "" or "reservation" in term or "savings plan" in term
    support = bool(SUPPORT_WORD.search(product_name) or SUPPORT_WORD.search(sku_name))
    # azure-usage: SubscriptionDescription is "Azure plan" or MeterDescription is not empty; PublisherName is empty or begins
    # with Microsoft; no commitment, no support plan
    if (subscription == "azure plan" or meter != "") and first_party and not commitment and not support:
        return "azure-usage"
    # azure-commitment: ReservationOrderId not empty, or TermAndBillingCycle contains "Reservation" or "Savings Plan"
    if commitment:
        return "azure-commitment"
    # third-party: PublisherName neither empty nor beginning with Microsoft
    if not first_party:
        return "third-party"
    return "other"


ACO_REASONS = {"azure credit offer", "azure credit", "azure consumption credit"}


def line_class(reason, charge_type, product, options):
    """`aco-credit` if CreditReasonCode is "Azure Credit Offer", "Azure Credit", "Azure Consumption Credit" or an `--aco-reason`;
    else `other-credit` if ChargeType is customerCredit; else its product class."""
    if reason in ACO_REASONS or reason in options.aco_reasons:
        return "aco-credit"
    if charge_type == "customercredit":
        return "other-credit"
    return product


PEC_TEXT = re.compile(r"([0-9]+(?:\.[0-9]*)?|\.[0-9]+)[ ]*%[ ]*partner[ ]+earned[ ]+credit")


def invoice_pec(adjustment):
    """PEC of an invoice line: p of a text "p% Partner earned credit" in PriceAdjustmentDescription. Only 0 < p < 100 counts."""
    for match in PEC_TEXT.finditer(adjustment.lower()):
        p = parse_number(match[1])
        if 0 < p < 100:
            return p
    return None


def read_invoice_line(cells, place, options):
    number = cells.text("InvoiceNumber")
    rate = cells.number("PCToBCExchangeRate")
    tax = cells.number("TaxTotal")
    reason, charge_type = cells.folded("CreditReasonCode"), cells.folded("ChargeType")
    product = product_class(
        cells.folded("SubscriptionDescription"),
        cells.folded("MeterDescription"),
        cells.folded("PublisherName"),
        cells.folded("ReservationOrderId"),
        cells.folded("TermAndBillingCycle"),
        cells.folded("ProductName"),
        cells.folded("SkuName"),
    )
    line = InvoiceLine(
        place=place,
        customer=cells.id("customer", True),
        customer_name=cells.name("customer-name"),
        number=number.lower(),
        number_as_read=number,
        charge_type=charge_type,
        subtotal=cells.number("Subtotal", True),
        tax=ZERO if tax is None else tax,  # an empty TaxTotal 0
        total=cells.number("Total"),
        currency=cells.text("currency", True).upper(),
        pricing_currency=cells.text("PricingCurrency").upper(),
        E=cells.number("EffectiveUnitPrice"),
        Q=cells.number("BillableQuantity"),
        R=Fraction(1) if rate is None else rate,  # An empty exchange rate is 1
        order_day=cells.date("OrderDate"),
        subscription=cells.id("SubscriptionId"),
        product=cells.folded("ProductId"),
        sku=cells.folded("SkuId"),
        availability=cells.folded("AvailabilityId"),
        start=cells.date("ChargeStartDate"),
        end=cells.readable_date("ChargeEndDate"),
        reason=reason,
        pec=invoice_pec(cells.raw("PriceAdjustmentDescription")),
        product_class=product,
        line_class=line_class(reason, charge_type, product, options),
        class_columns=cells.has("SubscriptionDescription") or cells.has("MeterDescription"),
    )
    cells.done()
    return line


def usage_pec(pec_percentage, credit_percentage, credit_type, has_credit_type):
    """of a daily row: PartnerEarnedCreditPercentage, or CreditPercentage if that is empty or absent, when CreditType is "Partner
    Earned Credit Applied" or the file has no CreditType. Only 0 < p < 100 counts. (Reading 26)"""
    if has_credit_type and credit_type != "partner earned credit applied":
        return None
    p = credit_percentage if pec_percentage is None else pec_percentage
    return p if p is not None and 0 < p < 100 else None


def read_usage_row(cells, place):
    rate = cells.number("PCToBCExchangeRate")
    pec_percentage, credit_percentage = cells.number("PartnerEarnedCreditPercentage"), cells.number("CreditPercentage")
    credit_type = cells.folded("CreditType")
    row = UsageRow(
        place=place,
        customer=cells.id("customer", True),
        customer_name=cells.name("customer-name"),
        number=cells.text("InvoiceNumber").lower(),
        day=cells.date("UsageDate", True),
        total=cells.number("BillingPreTaxTotal", True),
        currency=cells.text("currency", True).upper(),
        pricing_total=cells.number("PricingPreTaxTotal"),
        pricing_currency=cells.text("PricingCurrency").upper(),
        unit_price=cells.number("UnitPrice"),
        quantity=cells.number("Quantity"),
        rate=Fraction(1) if rate is None else rate,
        subscription=cells.id("SubscriptionId"),
        product=cells.folded("ProductId"),
        sku=cells.folded("SkuId"),
        availability=cells.folded("AvailabilityId"),
        resource=cells.folded("ResourceURI"),
        pec_percentage=pec_percentage,
        pec=usage_pec(pec_percentage, credit_percentage, credit_type, cells.has("CreditType")),
        # ACO-credited: CreditType "Azure Credit Applied" or CreditPercentage 100 (rate 1)
        credited=credit_type == "azure credit applied" or credit_percentage == 100,
    )
    cells.done()
    return row


# ---------------------------------------------------------------------------------------------------------------------
# Options
# ---------------------------------------------------------------------------------------------------------------------


@dataclass
class Options:
    month: int = None
    as_of: datetime.date = None
    expiring_days: int = 60
    tolerance: Fraction = CENT
    aco_reasons: set = field(default_factory=set)
    invoice_months: dict = field(default_factory=dict)
    skips: set = field(default_factory=set)
    maps: list = field(default_factory=list)
    day_first: bool = False
    decimal_comma: bool = False
    keep_going: bool = False
    fail_on: str = "warning"
    paths: list = field(default_factory=list)


def option_month(text):
    match = re.fullmatch(r"([0-9]{4})-([0-9]{2})", text)
    if not match or not 1 <= int(match[2]) <= 12 or int(match[1]) < 1:
        raise WrongUsage(f"not a month: {text}")
    return month_number(int(match[1]), int(match[2]))


def option_day(text):
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise WrongUsage(f"not a day: {text}")
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise WrongUsage(f"no such day: {text}") from None


def parse_options(arguments):
    options, rest, at = Options(), list(arguments), 0
    switches = {"--day-first": "day_first", "--decimal-comma": "decimal_comma", "--keep-going": "keep_going"}
    valued = {"--month", "--as-of", "--expiring-days", "--tolerance", "--aco-reason", "--invoice-month", "--skip", "--map", "--fail-on"}
    valued.add("--format")
    only_paths = False
    while at < len(rest):
        word, at = rest[at], at + 1
        if only_paths or not word.startswith("-") or word == "-":
            options.paths.append(word)
            continue
        if word == "--":
            only_paths = True
            continue
        if word in switches:
            setattr(options, switches[word], True)
            continue
        if word in ("--quiet", "--progress"):
            continue
        name, equals, value = word.partition("=")
        if name not in valued:
            raise WrongUsage(f"unknown option {word}")
        if not equals:
            if at >= len(rest):
                raise WrongUsage(f"{name} needs a value")
            value, at = rest[at], at + 1
        if name == "--month":
            options.month = option_month(value)
        elif name == "--as-of":
            options.as_of = option_day(value)
        elif name == "--expiring-days":
            if not re.fullmatch(r"[0-9]+", value):
                raise WrongUsage("--expiring-days takes a number of days")
            options.expiring_days = int(value)
        elif name == "--tolerance":
            try:
                options.tolerance = parse_number(value)  # options still use a point
            except BadRow:
                raise WrongUsage("--tolerance takes an amount") from None
            if options.tolerance < 0:
                raise WrongUsage("--tolerance takes an amount that is not negative")
        elif name == "--aco-reason":
            options.aco_reasons.add(folded(value))
            options.aco_reasons.discard("")
        elif name == "--invoice-month":
            number, equals, month = value.rpartition("=")
            if not equals or is_blank(number):
                raise WrongUsage("--invoice-month takes NUMBER=YYYY-MM")
            options.invoice_months[folded(number)] = option_month(month)
        elif name == "--skip":
            options.skips.add(value)
        elif name == "--map":
            role, equals, header = value.partition("=")
            if not equals or plain_name(role) not in ROLE_OF_OPTION or not plain_name(header):
                raise WrongUsage("--map takes ROLE=HEADER")
            options.maps.append((ROLE_OF_OPTION[plain_name(role)], header))
        elif name == "--fail-on":
            if value not in SEVERITY_RANK:
                raise WrongUsage("--fail-on takes error, warning, notice or never")
            options.fail_on = value
        elif name == "--format" and value != "json":
            raise WrongUsage("the model speaks JSON only")
    if not options.paths:
        raise WrongUsage("no PATH")
    return options


def options_in_force(options):
    """those in force that differ from their default and change what is reckoned or reported -> their names"""
    usual = Options()
    names = {
        "month": "--month",
        "as_of": "--as-of",
        "expiring_days": "--expiring-days",
        "tolerance": "--tolerance",
        "aco_reasons": "--aco-reason",
        "invoice_months": "--invoice-month",
        "skips": "--skip",
        "maps": "--map",
        "day_first": "--day-first",
        "decimal_comma": "--decimal-comma",
        "keep_going": "--keep-going",
    }
    return {name for attribute, name in names.items() if getattr(options, attribute) != getattr(usual, attribute)}


# ---------------------------------------------------------------------------------------------------------------------
# Files and folders
# ---------------------------------------------------------------------------------------------------------------------

READ_ENDINGS = (".csv", ".gz", ".zip", ".zst", ".xz", ".tar", ".tgz", ".json", ".jsonl")


def files_below(folder):
    """Folders are read recursively, files in byte order of the whole path below the folder; hidden files and folders are passed
    over, links to folders not followed. -> [(path, is_read)]"""
    found = []
    for root, folders, files in os.walk(folder, followlinks=False):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if name.startswith(".") or not os.path.isfile(os.path.join(root, name)):
                continue
            below = os.path.relpath(os.path.join(root, name), folder)
            # In a folder, a file whose name ends in `.csv`, ..., or has no extension, must be of a known kind; others are left
            # out (ACO906). Endings are compared without case.
            found.append((below, name.lower().endswith(READ_ENDINGS) or "." not in name))
    found.sort(key=lambda entry: os.fsencode(entry[0]))
    return found


def list_files(paths, skips):
    """-> [(path as reported, is_read)]. `--skip FILE`: ... one that is not among the files is wrong usage"""
    listed = []
    for path in paths:
        if os.path.isdir(path):
            entries = files_below(path)
            if not any(is_read for _, is_read in entries):
                raise Refused(f"{path}: a folder without a file to read")
            # `file` is the path as given (for a folder: joined with the rest by one slash)
            listed += [(path.rstrip("/") + "/" + below, is_read) for below, is_read in entries]
        elif os.path.isfile(path):
            listed.append((path, True))
        else:
            raise Refused(f"{path}: a missing path")
    for skip in skips - {path for path, _ in listed}:
        raise WrongUsage(f"--skip {skip}: not among the files")
    return listed


@dataclass
class Input:
    file: str
    kind: str
    sha256: str
    rows: int = 0
    rejected: int = 0
    records: list = field(default_factory=list)


class Books:
    """Everything that was read, in reading order."""

    def __init__(self):
        self.inputs = []
        self.balance_rows = []
        self.invoice_lines = []  # estimates too
        self.usage_rows = []  # estimates too
        self.customer_names = {}
        self.header_names = set()  # of all headers read
        self.findings = []

    def add(self, code, amount, place=None, file=None, customer=None, agreement=None, currency=None, month=None, severity=None, also=(), subject=None):
        """also: further months; the finding is reported, whatever its month, where one of these is"""
        name, fixed = FINDINGS[code]
        self.findings.append(
            {
                "code": code,
                "name": name,
                "severity": severity or fixed,
                "customer": customer,
                "agreement": agreement,
                "month": month,
                "currency": currency,
                "amount": amount,
                "file": place.file if place else file,
                "line": place.line if place else None,
                "also": set(also),
                "subject": subject,
            }
        )


def read_everything(options):
    books, seen = Books(), {}
    for path, is_read in list_files(options.paths, options.skips):
        if path in options.skips:  # it is not opened; `inputs` keeps it with kind `skipped`, rows 0, months empty, sha256 null
            books.inputs.append(Input(path, "skipped", None))
        if path in options.skips or not is_read:
            books.add("ACO906", ZERO, file=path)
            continue
        try:
            with open(path, "rb") as stream:
                data = stream.read()
        except OSError as problem:
            raise Refused(f"{path}: {problem}") from None
        read_file(path, data, options, books, seen)
    return books


def read_file(path, data, options, books, seen):
    if not data:
        raise Refused(f"{path}: an empty file")
    digest = hashlib.sha256(data).hexdigest()
    # The same content twice (equal SHA-256 after decompression) is read once (ACO904).
    if digest in seen:
        books.inputs.append(Input(path, seen[digest], digest))
        books.add("ACO904", ZERO, file=path, subject=digest)
        return
    try:
        text = decoded(data)
        if text.lstrip(BLANKS)[:1] in ("{", "["):  # Reading 74
            records = json_records(text)
        else:
            records = csv_records(text, ";" if options.decimal_comma else ",")
        if not records:
            raise Refused("no header")
        header = recognise_header(records[0][1], options.maps)
    except Refused as problem:
        raise Refused(f"{path}: {problem}") from None
    books.header_names |= {plain_name(cell) for cell in records[0][1]}
    source = Input(path, header.kind, digest)
    books.inputs.append(source)
    seen[digest] = header.kind
    if header.kind == "legacy":
        source.rows = len(records) - 1  # of a legacy file rows are counted, months empty
        books.add("ACO903", ZERO, file=path, subject=digest)
        return
    if header.unknown:
        books.add("ACO902", ZERO, file=path, subject=digest)
    for line, cells in records[1:]:
        place = Place(path, line)
        try:
            record = read_record(header, cells, place, options)
        except BadRow as problem:
            # Bad rows refuse the run; with `--keep-going` each is one ACO901, and every report says INCOMPLETE.
            if not options.keep_going:
                raise Refused(f"{path}:{line}: {problem}") from None
            source.rejected += 1
            books.add("ACO901", ZERO, place, subject=digest)
            continue
        source.rows += 1
        source.records.append(record)
        {"aco-balance": books.balance_rows, "invoice": books.invoice_lines, "daily-usage": books.usage_rows}[header.kind].append(record)
        # customer_name: the last non-empty one read (files in reading order, then lines)
        if record.customer_name is not None:
            books.customer_names[record.customer] = record.customer_name


def read_record(header, cells, place, options):
    view = Cells(header, cells, options)
    if header.kind == "aco-balance":
        return read_balance_row(view, place)
    if header.kind == "invoice":
        return read_invoice_line(view, place, options)
    return read_usage_row(view, place)


# ---------------------------------------------------------------------------------------------------------------------
# Reckoning: balances
# ---------------------------------------------------------------------------------------------------------------------


def row_finding(books, code, row, amount, month=None, severity=None, also=()):
    books.add(
        code,
        amount,
        row.place,
        customer=row.customer,
        agreement=row.agreement,
        currency=row.currency,
        month=row.month if month is None else month,
        severity=severity,
        also=also,
    )


def rows_that_count(books):
    """Repeated balance rows. A further row of the same key and month is compared with the one that counts: same C, B, status and
    dates -> ACO106, the earlier stays; else ACO107, the one with the larger C counts, of equal C the later. ACO107 stands on the
    further row; amount: its C - the C of the row it is compared with. -> key -> month -> row"""
    counting, repeated = {}, []
    for row in books.balance_rows:
        months = counting.setdefault(row.key, {})
        earlier = months.get(row.month)
        if earlier is None:
            months[row.month] = row
        elif figures(row) == figures(earlier):
            repeated.append(("ACO106", row, ZERO))
        else:
            repeated.append(("ACO107", row, row.used_so_far - earlier.used_so_far))
            if row.used_so_far >= earlier.used_so_far:
                months[row.month] = row
    for code, row, amount in repeated:
        # reported, whatever their month: ACO106 and ACO107 of the key and month that is `prev` of a reported row
        following = [m for m in counting[row.key] if m > row.month]
        row_finding(books, code, row, amount, also={min(following)} if following else ())
    return counting


@dataclass
class Seal:
    """What a sealed month keeps that a later run takes from it."""

    month: int
    rows: list  # BalanceRow, without a place
    invoices: dict  # (number, currency) -> (lines, total)
    names: dict  # customer -> last non-empty name


def join_sealed(books, counting, history):
    """Sealed balance rows join the rows of the files; of one key and month the file's row counts. ACO108 history-differs: a file's
    row and a sealed row of the same key and month differ in C, B, status or dates; on the file's row; amount: its C - the sealed C;
    reported also on a row that is `prev` of a reported one. -> the sealed months whose rows were used"""
    used, differing = [], []
    for seal in history:
        for row in seal.rows:
            months = counting.setdefault(row.key, {})
            there = months.get(row.month)
            if there is None:
                months[row.month] = row
                if seal.month not in used:
                    used.append(seal.month)
            elif not there.is_sealed and figures(there) != figures(row):
                differing.append((there, there.used_so_far - row.used_so_far))
        for customer, name in seal.names.items():
            if books.customer_names.get(customer) is None:
                books.customer_names[customer] = name
    for row, amount in differing:
        following = [m for m in counting[row.key] if m > row.month]
        row_finding(books, "ACO108", row, amount, also={min(following)} if following else ())
    return sorted(used)


def judge_sealed_invoices(books, billed, history):
    """ACO109 sealed-invoice-differs: billed lines are read of an invoice that a sealed month has in `invoice`, and their number or
    total is another; amount: total read - total sealed; per invoice and currency, customer and line of its first line, month the
    sealed one; always reported. (Reading 79)"""
    read = {}
    for line in billed:
        read.setdefault((line.number, line.currency), []).append(line)
    for seal in history:
        numbers = {number for number, _ in seal.invoices}
        for (number, currency), lines in read.items():
            if number not in numbers:
                continue
            count, total = seal.invoices.get((number, currency), (0, ZERO))
            now = total_of(lines)
            if (count, total) != (len(lines), now):
                first = lines[0]
                books.add(
                    "ACO109", now - total, first.place, customer=first.customer, currency=currency, month=seal.month, subject=f"{number}//"
                )


def total_of(lines):
    """Sum of Total or its stand-in"""
    return sum((line.subtotal + line.tax if line.total is None else line.total for line in lines), ZERO)


def seal_of(options, history):
    """What a close of the month of the options keeps: `balance` holds the rows of MONTH and, at the first close, of all earlier
    months read."""
    books = read_everything(options)
    billed = [line for line in books.invoice_lines if line.number != ""]
    dated = date_invoices(books, billed, options)
    rows = [
        replace(row, place=None)
        for months in rows_that_count(books).values()
        for month, row in months.items()
        if month == options.month or (not history and month < options.month)
    ]
    invoices = {}
    for line in billed:
        if dated[line.number][0] == options.month:
            invoices.setdefault((line.number, line.currency), []).append(line)
    return Seal(options.month, rows, {where: (len(lines), total_of(lines)) for where, lines in invoices.items()}, books.customer_names)


def figures(row):
    return (row.used_so_far, row.balance, row.status, row.effective, row.expiry)


@dataclass
class Roll:
    row: BalanceRow
    prev: BalanceRow
    opening: Fraction  # None: unknown
    granted: Fraction
    used: Fraction  # None: unknown
    forfeited: Fraction
    adjustment: Fraction

    @property
    def gap(self):
        """prev is older than the previous month, used covers all months since (ACO102)"""
        return self.prev is not None and self.prev.month < self.row.month - 1

    @property
    def available(self):
        return None if self.opening is None else self.opening + self.granted

    @property
    def expired(self):
        """`expired` of a row: reported expired, or ExpiryDate < the last day of m."""
        row = self.row
        return row.reported_expired or (row.expiry is not None and row.expiry < last_day(row.month))


def roll_forward_row(row, prev):
    """Roll-forward of key k in month m; `prev` is the row of the latest earlier month of k."""
    C, B, m = row.used_so_far, row.balance, row.month
    if prev is not None:  # prev exists | prev B | 0 | C - prev C
        opening, granted, used = prev.balance, ZERO, C - prev.used_so_far
        # With prev: rest = B - (opening - used); if rest < 0 and ExpiryDate is known and <= the last day of m: forfeited =
        # -rest, adjustment = 0; else forfeited = 0, adjustment = rest.
        rest = B - (opening - used)
        if rest < 0 and row.expiry is not None and row.expiry <= last_day(m):
            return Roll(row, prev, opening, granted, used, -rest, ZERO)
        return Roll(row, prev, opening, granted, used, ZERO, rest)
    if row.effective is not None and month_of(row.effective) == m:  # no prev, EffectiveDate in month m | 0 | C + B | C
        return Roll(row, None, ZERO, C + B, C, ZERO, ZERO)
    if C == 0:  # no prev, C = 0 | B | 0 | 0
        return Roll(row, None, B, ZERO, ZERO, ZERO, ZERO)
    return Roll(row, None, None, ZERO, None, ZERO, ZERO)  # no prev, otherwise | unknown | 0 | unknown (ACO103)


def roll_forward(counting):
    """-> key -> month -> Roll"""
    rolls = {}
    for key, months in counting.items():
        prev = None
        for month in sorted(months):
            rolls.setdefault(key, {})[month] = roll_forward_row(months[month], prev)
            prev = months[month]
    return rolls


def judge_rolls(books, rolls):
    """ACO101 to ACO105, ACO112 to ACO114, ACO116 to ACO118: one row at a time."""
    for months in rolls.values():
        for m, roll in months.items():
            row, prev = roll.row, roll.prev
            if row.is_sealed:  # findings may stand on them (ACO110, 111, 115, 119, 501, 502)
                continue
            if roll.used is not None and roll.used < 0:  # used < 0
                row_finding(books, "ACO101", row, -roll.used)
            if roll.gap:  # prev older than the previous month
                row_finding(books, "ACO102", row, roll.used)
            if roll.opening is None:  # see roll-forward
                row_finding(books, "ACO103", row, row.used_so_far)
            if roll.adjustment != 0:  # adjustment != 0
                row_finding(books, "ACO104", row, roll.adjustment)
            if row.balance < 0:  # B < 0
                row_finding(books, "ACO105", row, row.balance)
            # reported active and ExpiryDate < first day of m; or reported expired and ExpiryDate > last day of m
            if row.expiry is not None and (
                (row.status == "active" and row.expiry < first_day(m)) or (row.reported_expired and row.expiry > last_day(m))
            ):
                row_finding(books, "ACO112", row, row.balance)
            # used > 0 and ExpiryDate < first day of the months the row covers (m, or after a gap the month after prev's)
            covered_from = prev.month + 1 if roll.gap else m
            if roll.used is not None and roll.used > 0 and row.expiry is not None and row.expiry < first_day(covered_from):
                row_finding(books, "ACO113", row, roll.used)
            if row.used_so_far > 0 and row.effective is not None and row.effective > last_day(m):  # C > 0 and EffectiveDate > last day of m
                row_finding(books, "ACO114", row, row.used_so_far)
            # EffectiveDate or ExpiryDate differ from prev (appearing and disappearing too)
            if prev is not None and (row.effective, row.expiry) != (prev.effective, prev.expiry):
                row_finding(books, "ACO116", row, ZERO)
            if row.effective is not None and row.expiry is not None and row.effective > row.expiry:  # EffectiveDate > ExpiryDate
                row_finding(books, "ACO117", row, ZERO)
            if row.has_status_column and row.status not in ("active", "expired"):  # Status neither active nor expired
                row_finding(books, "ACO118", row, ZERO)


def judge_vanished(books, counting):
    """ACO115: B > 0 in month p; the next month present in the balance reports has no row of this key; ExpiryDate >= first day of
    that month or unknown. Month: the month in which the row is missing."""
    present = sorted({month for months in counting.values() for month in months})
    following = dict(zip(present, present[1:]))
    for months in counting.values():
        for p, row in months.items():
            after = following.get(p)
            if row.balance > 0 and after is not None and after not in months:
                if row.expiry is None or row.expiry >= first_day(after):
                    row_finding(books, "ACO115", row, row.balance, month=after)


def agreement_state(row, as_of, expiring_days, latest_month):
    """State of an agreement at the as-of date, from its latest row not after the as-of month, first that fits. latest_month: the
    latest month, not after the as-of month, of all balance rows"""
    if row.effective is not None and row.effective > as_of:  # EffectiveDate after as-of
        return "not-started"
    if row.reported_expired or (row.expiry is not None and row.expiry < as_of):  # reported expired, or ExpiryDate before as-of
        return "expired"
    if row.balance == 0:  # B = 0
        return "used"
    if row.month < latest_month:  # that row is older than the latest month, not after the as-of month, of all balance rows
        return "unreported"
    if row.expiry is not None and (row.expiry - as_of).days <= expiring_days:  # ExpiryDate - as-of <= --expiring-days
        return "expiring"
    return "active"


def expired_in_as_of_month(latest, rolls_so_far, as_of_month):
    """it expired in the as-of month (the day after ExpiryDate lies in it; without ExpiryDate the first row reported expired is of
    it)"""
    if latest.expiry is not None:
        if latest.expiry == datetime.date.max:
            return False
        return month_of(latest.expiry + datetime.timedelta(days=1)) == as_of_month
    reported = [m for m in sorted(rolls_so_far) if rolls_so_far[m].row.reported_expired]
    return bool(reported) and reported[0] == as_of_month


def forecast(row, rolls_so_far, as_of):
    """of the key's rows not after the as-of month, those with known used that cover one month; of these the latest three (none: no
    forecast), n of them, U their used. burn = Sum U / n, below 0 taken as 0, shown as H. D = days from as-of to ExpiryDate.
    run_out_date = as-of + floor(B * 30.4375 / burn) days (burn > 0; null beyond 9999-12-31). forecast_forfeit =
    H(B - burn * D / 30.4375), at least 0.00; null without ExpiryDate. Divisions are exact until the rounding named.
    -> (burn, run_out_date, forecast_forfeit)"""
    usable = [rolls_so_far[m] for m in sorted(rolls_so_far) if rolls_so_far[m].used is not None and not rolls_so_far[m].gap][-3:]
    if not usable:
        return None, None, None
    burn = max(ZERO, sum((roll.used for roll in usable), ZERO) / len(usable))
    month = Fraction(304375, 10000)
    run_out = forfeit = None
    if burn > 0:
        days = row.balance * month // burn
        run_out = as_of + datetime.timedelta(days=int(days)) if days <= (datetime.date.max - as_of).days else None
    if row.expiry is not None:
        forfeit = max(ZERO, half_up(row.balance - burn * (row.expiry - as_of).days / month))
    return half_up(burn), run_out, forfeit


def judge_agreements(books, rolls, as_of, options):
    """-> one agreement per key with a row not after the as-of month; ACO110, ACO111, ACO119, ACO501, ACO502"""
    agreements = []
    if as_of is None:
        return agreements
    as_of_month = month_of(as_of)
    latest_month = max((m for months in rolls.values() for m in months if m <= as_of_month), default=None)
    for months in rolls.values():
        so_far = {m: roll for m, roll in months.items() if m <= as_of_month}
        if not so_far:
            continue
        row = so_far[max(so_far)].row
        forfeited = sum((roll.forfeited for roll in so_far.values()), ZERO)
        state = agreement_state(row, as_of, options.expiring_days, latest_month)
        burn = run_out = forfeit = None
        if state in ("active", "expiring") and row.balance > 0:
            burn, run_out, forfeit = forecast(row, so_far, as_of)
        agreements.append(
            {
                "customer_id": row.customer,
                "agreement_id": row.agreement,
                "credit_name": row.credit_name,
                "currency": row.currency,
                "effective_date": row.effective,
                "expiry_date": row.expiry,
                # granted = C + B of the latest row + forfeited so far; used_total = its C; balance = its B
                "granted": row.used_so_far + row.balance + forfeited,
                "used_total": row.used_so_far,
                "balance": row.balance,
                "state": state,
                # days_left = ExpiryDate - as-of (negative when past, null when unknown)
                "days_left": None if row.expiry is None else (row.expiry - as_of).days,
                "last_month": row.month,  # the month of the latest row
                "burn": burn,
                "run_out_date": run_out,
                "forecast_forfeit": forfeit,
            }
        )
        if state == "expired":  # forfeited in all months up to the as-of month, plus B of the latest row
            amount = forfeited + row.balance
            warns = amount != 0 and expired_in_as_of_month(row, so_far, as_of_month)
            row_finding(books, "ACO110", row, amount, month=as_of_month, severity="warning" if warns else "notice")
        if state == "expiring":
            row_finding(books, "ACO111", row, row.balance, month=as_of_month)
        if forfeit is not None and forfeit > options.tolerance:  # forecast_forfeit > tolerance; amount that
            row_finding(books, "ACO501", row, forfeit, month=as_of_month)
        if run_out is not None and row.expiry is not None and run_out < row.expiry:  # run_out_date < ExpiryDate; amount B
            row_finding(books, "ACO502", row, row.balance, month=as_of_month)
        if state == "unreported":  # state `unreported` (the as-of month; on the key's latest row); B
            row_finding(books, "ACO119", row, row.balance, month=as_of_month)
    return agreements


# ---------------------------------------------------------------------------------------------------------------------
# Reckoning: invoice lines one by one, and pairs
# ---------------------------------------------------------------------------------------------------------------------


def line_finding(books, code, line, amount):
    # `subject`: of ACO201 to 204, 206 and 301 the invoice number, product id and sku id of the line or row, joined by `/`
    about = code in ("ACO201", "ACO202", "ACO203", "ACO204", "ACO206", "ACO301")
    subject = "/".join((line.number, line.product, line.sku)) if about else None
    books.add(code, amount, line.place, customer=line.customer, currency=line.currency, month=line.month, subject=subject)


def invoice_month(lines):
    """each of its billed lines that is no credit votes for the month of its ChargeStartDate (if none does, the credits vote); the
    month with the most votes is the invoice's, of equal ones the later. -> (month, unclear)"""
    votes = [month_of(line.start) for line in lines if line.start and not line.is_credit]
    if not votes:
        votes = [month_of(line.start) for line in lines if line.start]
    if not votes:
        return None, False
    winner = max(set(votes), key=lambda m: (votes.count(m), m))
    # ACO209 when twice the winner's votes are fewer than the votes
    return winner, 2 * votes.count(winner) < len(votes)


def date_invoices(books, billed, options):
    """The month of every invoice. -> number -> (month, source)"""
    lines_of = {}
    for line in billed:
        lines_of.setdefault(line.number, []).append(line)
    dated = {}
    for number, lines in lines_of.items():
        if number in options.invoice_months:
            month, source, unclear = options.invoice_months[number], "option", False
        else:
            (month, unclear), source = invoice_month(lines), "lines"
        # No vote and no month given: refused, with the advice to use `--invoice-month`
        if month is None:
            raise Refused(f"{lines[0].place.file}: invoice {number} has no month, use --invoice-month")
        dated[number] = (month, source)
        for line in lines:
            line.month = month
        if unclear:
            begins = {month_of(line.start) for line in lines if line.start}
            books.add("ACO209", ZERO, lines[0].place, month=month, also=begins, subject=f"{number}//")
    return dated


def judge_estimates(books):
    """Lines with an empty InvoiceNumber are estimates: counted, ACO208, and nothing else. ACO208: per file and currency; Sum of
    Subtotal, daily H(Sum of BillingPreTaxTotal)."""
    for source in books.inputs:
        sums, first = {}, {}
        for record in source.records:
            if source.kind in ("invoice", "daily-usage") and record.number == "":
                amount = record.subtotal if source.kind == "invoice" else record.total
                sums[record.currency] = sums.get(record.currency, ZERO) + amount
                first.setdefault(record.currency, record.place)
        for currency, total in sums.items():
            books.add("ACO208", half_up(total) if source.kind == "daily-usage" else total, first[currency], currency=currency)


def judge_rows_read_twice(books, billed, billed_usage):
    """ACO907. For each kind and invoice number, a file is compared with all files before it in reading order together (their
    counts added): shared = Sum over the fingerprints of the file of the smaller count of both. shared > 0 is ACO907: error when
    2 * shared >= the file's rows of that invoice, warning when shared > 1, else notice. Amount: Sum of Subtotal (daily: H(Sum of
    BillingPreTaxTotal)) of the shared rows; currency: that of the first; it stands on the first row of the file whose fingerprint
    an earlier file has. Reported where a billed line of that invoice begins in a reported month, a daily one where a billed daily
    row of it lies in one (Reading 77)."""
    months_of = {}
    for line in billed:
        if line.start:
            months_of.setdefault(("invoice", line.number), set()).add(month_of(line.start))
    for row in billed_usage:
        months_of.setdefault(("daily-usage", row.number), set()).add(month_of(row.day))
    before = {}  # (kind, number) -> fingerprint -> count, of all files before
    for source in books.inputs:
        if source.kind not in ("invoice", "daily-usage"):
            continue
        rows_of = {}
        for record in source.records:
            if record.number != "":
                rows_of.setdefault((source.kind, record.number), []).append(record)
        for which, rows in rows_of.items():
            earlier = before.setdefault(which, Counter())
            here = Counter(record.fingerprint for record in rows)
            value_of = {r.fingerprint: r.subtotal if source.kind == "invoice" else r.total for r in rows}
            both = here & earlier  # the smaller count of both
            shared = sum(both.values())
            if shared > 0:
                amount = sum((value_of[fingerprint] * count for fingerprint, count in both.items()), ZERO)
                first = next(record for record in rows if record.fingerprint in earlier)
                books.add(
                    "ACO907",
                    amount if source.kind == "invoice" else half_up(amount),
                    first.place,
                    currency=first.currency,
                    month=first.month,
                    severity="error" if 2 * shared >= len(rows) else "warning" if shared > 1 else "notice",
                    also=months_of.get(which, ()),
                    subject=f"{which[1]}//",
                )
            earlier += here


def recomputation(line):
    """Recomputation of Subtotal from EffectiveUnitPrice E, BillableQuantity Q, PCToBCExchangeRate R: `usage` T(T(E*Q)*R),
    `licence` T(E*R)*Q, `half-up` H(E*Q*R). The line fits the first that equals Subtotal; in a whole currency, after these, the
    same three with the outer T of `usage`, the T of `licence` and H to 0 decimals (T(E*Q) is an amount of the pricing currency
    and keeps 2); else it is `near` if within 0.01 of `usage`, or, unless its product class is azure-usage, within 0.01*|Q|*R of
    `licence`; else `none`. Without E or Q: `not-tested`. -> (fit, Subtotal - the nearest of all values tried)"""
    if line.E is None or line.Q is None:
        return "not-tested", None
    E, Q, R = line.E, line.Q, line.R
    tried = []
    for decimals in (2, 0) if line.currency in WHOLE_CURRENCIES else (2,):
        tried.append(("usage", truncated(truncated(E * Q) * R, decimals)))
        tried.append(("licence", truncated(E * R, decimals) * Q))
        tried.append(("half-up", half_up(E * Q * R, decimals)))
    for name, value in tried:
        if value == line.subtotal:
            return name, None
    usage, licence = tried[0][1], tried[1][1]  # Reading 76: `usage` and `licence` as they are defined, to 2 decimals
    if abs(line.subtotal - usage) <= CENT:
        return "near", None
    if line.product_class != "azure-usage" and abs(line.subtotal - licence) <= CENT * abs(Q) * R:
        return "near", None
    # Subtotal - the nearest of all values tried (ties: in the order tried): min() keeps the first of equals
    return "none", min((line.subtotal - value for _, value in tried), key=abs)


def judge_lines(books, billed):
    """ACO201, 202, 203, 206: one line at a time. -> line id -> fit"""
    fits = {}
    for line in billed:
        fit, off = recomputation(line)
        fits[id(line)] = fit
        if fit == "none":
            line_finding(books, "ACO201", line, off)
        # Subtotal + TaxTotal != Total; an empty or absent Total is Subtotal + TaxTotal (ACO202 then not tested)
        if line.total is not None and line.subtotal + line.tax != line.total:
            line_finding(books, "ACO202", line, line.total - line.subtotal - line.tax)
        if line.line_class == "aco-credit":
            if line.subtotal > 0:  # ACO credit line with Subtotal > 0
                line_finding(books, "ACO203", line, line.subtotal)
            # ACO credit line of product class third-party or other (other: only in a file with a SubscriptionDescription or
            # MeterDescription column)
            if line.product_class == "third-party" or (line.product_class == "other" and line.class_columns):
                line_finding(books, "ACO206", line, -line.subtotal)
    return fits


def pair_up(books, billed):
    """Pairing: an aco-credit line pairs with a line that is no credit, of the same invoice, customer, ProductId, SkuId,
    AvailabilityId and OrderDate day (empty equals empty), with equal |Q| and equal |E|. Credits in reading order; each takes the
    first free charge, those without PEC first. Without E or Q nothing pairs (ACO204, unless Subtotal is 0)."""

    def likeness(line):
        return (line.number, line.customer, line.product, line.sku, line.availability, line.order_day, abs(line.Q), abs(line.E))

    free = {}
    for line in billed:
        if not line.is_credit and line.E is not None and line.Q is not None:
            free.setdefault(likeness(line), []).append(line)
    for credit in billed:
        if credit.line_class != "aco-credit":
            continue
        charges = free.get(likeness(credit), []) if credit.E is not None and credit.Q is not None else []
        charge = next((c for c in charges if c.pec is None), None) or next(iter(charges), None)
        if charge is None:
            if credit.subtotal != 0:  # no charge pairs, Subtotal != 0
                line_finding(books, "ACO204", credit, -credit.subtotal)
            continue
        charges.remove(charge)
        # ACO301: a paired charge with PEC, Subtotal != 0 (on the credit line); amount -Subtotal
        if charge.pec is not None and credit.subtotal != 0:
            line_finding(books, "ACO301", credit, -credit.subtotal)


def judge_other_credits(books, billed):
    """ACO205: other-credit lines, per customer, month, currency and reason; -Sum of Subtotal; on the first such line."""
    groups = {}
    for line in billed:
        if line.line_class == "other-credit":
            groups.setdefault((line.customer, line.month, line.currency, line.reason), []).append(line)
    for lines in groups.values():
        line_finding(books, "ACO205", lines[0], -sum((l.subtotal for l in lines), ZERO))


# ---------------------------------------------------------------------------------------------------------------------
# Reckoning: PEC, the waterfall and the order of the credits
# ---------------------------------------------------------------------------------------------------------------------


def pec_sums(amounts):
    """Of an amount n net of p: PEC earned n*p/(100-p), list value n*100/(100-p); summed per customer, month, currency and p, then
    H once each. amounts: [(n, p)] of one customer, month and currency. -> (earned, list value)"""
    net = {}
    for n, p in amounts:
        net[p] = net.get(p, ZERO) + n
    earned = sum((half_up(n * p / (100 - p)) for p, n in net.items()), ZERO)
    listed = sum((half_up(n * 100 / (100 - p)) for p, n in net.items()), ZERO)
    return earned, listed


@dataclass
class Fall:
    """One row of the waterfall."""

    lines: list = field(default_factory=list)
    charges: Fraction = ZERO
    aco_used: Fraction = ZERO
    other_credits: Fraction = ZERO
    net: Fraction = ZERO
    plain: Fraction = ZERO
    uncovered: Fraction = ZERO
    pec_base: Fraction = ZERO
    pec_list: Fraction = ZERO
    pec_earned: Fraction = ZERO
    aco_available: Fraction = None
    aco_expected: Fraction = None

    def of_class(self, name):
        return [l for l in self.lines if l.line_class == name]

    @property
    def pec_lines(self):
        return [l for l in self.of_class("azure-usage") if l.pec is not None]

    @property
    def plain_lines(self):
        return [l for l in self.of_class("azure-usage") if l.pec is None]


def subtotal_of(lines):
    return sum((line.subtotal for line in lines), ZERO)


def waterfall(billed, keys_in):
    """Waterfall per customer, month, currency of billed lines. -> (customer, month, currency) -> Fall"""
    falls = {}
    for line in billed:
        falls.setdefault((line.customer, line.month, line.currency), Fall()).lines.append(line)
    for where, fall in falls.items():
        fall.charges = subtotal_of(l for l in fall.lines if not l.is_credit)
        fall.aco_used = -subtotal_of(fall.of_class("aco-credit"))
        fall.other_credits = -subtotal_of(fall.of_class("other-credit"))
        fall.net = fall.charges - fall.aco_used - fall.other_credits
        # pec_base = Sum of Subtotal of azure-usage lines with PEC, pec_earned and pec_list from it
        fall.pec_base = subtotal_of(fall.pec_lines)
        fall.pec_earned, fall.pec_list = pec_sums([(l.subtotal, l.pec) for l in fall.pec_lines])
        # plain = Sum of Subtotal of azure-usage lines without PEC; uncovered = max(0, plain - credit on usage), credit on usage
        # = -Sum of Subtotal of aco-credit lines of product class azure-usage
        fall.plain = subtotal_of(fall.plain_lines)
        on_usage = -subtotal_of(l for l in fall.of_class("aco-credit") if l.product_class == "azure-usage")
        fall.uncovered = max(ZERO, fall.plain - on_usage)
        rolls = keys_in.get(where, [])
        if rolls and all(roll.available is not None for roll in rolls):
            # aco_available = Sum of (opening + granted) of those keys, aco_expected = min(aco_available, plain + pec_list); both
            # unknown if one opening is; aco_expected also if a key with opening + granted > 0 does not cover the month
            fall.aco_available = sum((roll.available for roll in rolls), ZERO)
            if not any(roll.available > 0 and not roll.row.covers_month() for roll in rolls):
                fall.aco_expected = min(fall.aco_available, fall.plain + fall.pec_list)
    return falls


def fall_finding(books, code, where, amount, lines):
    """Reading 39: without any such line the finding stands nowhere."""
    customer, month, currency = where
    place = lines[0].place if lines else None
    books.add(code, amount, place, customer=customer, currency=currency, month=month)


def keys_that_still_cover(rolls):
    """keys that cover the month and are not reported expired"""
    return [roll for roll in rolls if roll.row.covers_month() and not roll.row.reported_expired]


def judge_pec_while_aco_remained(books, keys_in, falls, billed_usage, options):
    """ACO302, per customer, month and currency of the keys; amount > tolerance; amount min(remaining, list value).
    -> (customer, month, currency) -> amount"""
    usage_of = {}
    for row in billed_usage:
        usage_of.setdefault((row.customer, row.month), []).append(row)
    raised = {}
    for where, rolls in keys_in.items():
        customer, month, currency = where
        if (customer, month) not in usage_of:
            # Without billed daily rows of that customer and month: remaining = Sum of B of keys that cover the month and are not
            # reported expired, list value = pec_list
            fall = falls.get(where)
            if fall is None:
                continue
            remaining = sum((roll.row.balance for roll in keys_that_still_cover(rolls)), ZERO)
            listed, witnesses = fall.pec_list, fall.pec_lines
        else:
            # With them: remaining = Sum of (B + forfeited) of the keys where that is > 0, list value = that of daily PEC rows
            # with that BillingCurrency dated inside the window of such a key
            left = [roll for roll in rolls if roll.row.balance + roll.forfeited > 0]
            remaining = sum((roll.row.balance + roll.forfeited for roll in left), ZERO)
            witnesses = [
                row
                for row in usage_of[customer, month]
                if row.pec is not None and row.currency == currency and any(roll.row.window_has(row.day) for roll in left)
            ]
            _, listed = pec_sums([(row.total, row.pec) for row in witnesses])
        amount = min(remaining, listed)
        if amount > options.tolerance:
            raised[where] = amount
            fall_finding(books, "ACO302", where, amount, witnesses)
    return raised


def judge_falls(books, falls, keys_in, counting, pec_amounts, options):
    """ACO207, 304, 305, 306: one row of the waterfall at a time."""
    customer_months = {(key[0], m) for key, months in counting.items() for m in months}
    reports = {(m, key[3]) for key, months in counting.items() for m in months}
    for where, fall in falls.items():
        customer, month, currency = where
        credits = fall.of_class("aco-credit")
        # ACO207: waterfall row with ACO credit lines; balance rows of that month and currency exist, in that month none of this
        # customer
        if credits and (month, currency) in reports and (customer, month) not in customer_months:
            fall_finding(books, "ACO207", where, fall.aco_used, credits)
        rolls = keys_in.get(where, [])
        # ACO304: rest = Sum of B of keys that cover the month and are not reported expired, less the amount of ACO302; amount >
        # tolerance; amount min(rest, uncovered)
        rest = sum((roll.row.balance for roll in keys_that_still_cover(rolls)), ZERO) - pec_amounts.get(where, ZERO)
        amount = min(rest, fall.uncovered)
        if amount > options.tolerance:
            fall_finding(books, "ACO304", where, amount, fall.plain_lines)
        # ACO305: Sum of B of the customer's keys in that month and currency is 0 or there is none; uncovered > 0 and pec_base > 0
        if sum((roll.row.balance for roll in rolls), ZERO) == 0 and fall.uncovered > 0 and fall.pec_base > 0:
            fall_finding(books, "ACO305", where, half_up(Fraction(15, 100) * fall.uncovered), fall.plain_lines)
        # ACO306: aco_used - aco_available > tolerance
        if fall.aco_available is not None and fall.aco_used - fall.aco_available > options.tolerance:
            fall_finding(books, "ACO306", where, fall.aco_used - fall.aco_available, credits)


# ---------------------------------------------------------------------------------------------------------------------
# Reckoning: daily usage
# ---------------------------------------------------------------------------------------------------------------------


def date_and_value_usage(billed_usage, dated_invoices):
    """Daily rows belong to the month of their invoice where that was read, else of UsageDate. The value of an ACO-credited row is
    |BillingPreTaxTotal|; if no billed ACO-credited row of the whole run has a BillingPreTaxTotal other than 0, it is |UnitPrice *
    Quantity * PCToBCExchangeRate|. In PricingCurrency: |PricingPreTaxTotal|, in that other case |UnitPrice * Quantity|."""
    for row in billed_usage:
        row.month = dated_invoices[row.number][0] if row.number in dated_invoices else month_of(row.day)
    credited = [row for row in billed_usage if row.credited]
    by_total = any(row.total != 0 for row in credited)
    for row in credited:
        if by_total:
            row.value = abs(row.total)
            row.pricing_value = None if row.pricing_total is None else abs(row.pricing_total)
        elif row.unit_price is None or row.quantity is None:  # Reading 28
            row.value, row.pricing_value = ZERO, None
        else:
            row.value = abs(row.unit_price * row.quantity * row.rate)
            row.pricing_value = abs(row.unit_price * row.quantity)


def judge_usage(books, billed_usage, counting):
    """ACO301 on daily rows, ACO303, ACO307."""
    balance_rows = {}
    for key, months in counting.items():
        balance_rows.setdefault(key[0], []).extend(months.values())
    groups = {}
    for row in billed_usage:
        groups.setdefault((row.customer, row.month, row.currency), []).append(row)
        # ACO301: an ACO-credited daily row of value != 0 with PartnerEarnedCreditPercentage > 0; amount the row's value
        if row.credited and row.value != 0 and row.pec_percentage is not None and row.pec_percentage > 0:
            line_finding(books, "ACO301", row, row.value)
    for where, rows in groups.items():
        customer = where[0]
        windows = balance_rows.get(customer, [])
        worth = [row for row in rows if row.credited and row.value != 0]
        late = [row for row in rows if row.pec is not None and row.total != 0 and aco_came_later(row.day, worth, windows)]
        if late:
            _, listed = pec_sums([(row.total, row.pec) for row in late])
            fall_finding(books, "ACO303", where, listed, late)
        # ACO307: ACO-credited daily rows of value != 0 dated outside every window of a customer that has balance rows
        outside = [row for row in worth if windows and not any(window.window_has(row.day) for window in windows)]
        if outside:
            fall_finding(books, "ACO307", where, half_up(sum((row.value for row in outside), ZERO)), outside)


def aco_came_later(d, worth, windows):
    """a PEC row on day d, an ACO-credited row (value != 0) on a later day e, one window covers both, no agreement of the customer
    starts after d and not after e"""
    for e in {row.day for row in worth if row.day > d}:
        one_window = any(window.window_has(d) and window.window_has(e) for window in windows)
        a_start = any(window.effective is not None and d < window.effective <= e for window in windows)
        if one_window and not a_start:
            return True
    return False


# ---------------------------------------------------------------------------------------------------------------------
# Reckoning: tie-out
# ---------------------------------------------------------------------------------------------------------------------


@dataclass
class Tie:
    """One row of the tie-out."""

    balance_used: Fraction = None
    invoice_credit: Fraction = None
    usage_credit: Fraction = None
    difference: Fraction = None
    allowance: Fraction = ZERO
    result: str = None
    credit_lines: list = field(default_factory=list)  # (line, amount, counts in its Currency)
    usage_rows: list = field(default_factory=list)  # (row, amount)


def counting_currency(currency, pricing_currency, has_pricing_amount, currencies_of_customer):
    """the lines whose Currency is the row's, plus, of those in a currency in which the customer has no balance row that month but
    whose PricingCurrency is the row's ... A line that meets no balance row either way, or without E or Q, counts in its
    Currency. -> True: in its Currency, False: in its PricingCurrency"""
    if currency in currencies_of_customer:
        return True
    return not (has_pricing_amount and pricing_currency in currencies_of_customer)


def tie_out(books, keys_in, billed, billed_usage, options):
    currencies = {}  # (customer, month) -> currencies with a balance row
    for customer, month, currency in keys_in:
        currencies.setdefault((customer, month), set()).add(currency)
    reports = {(month, currency) for _, month, currency in keys_in}  # months and currencies with a balance row of anyone
    invoiced = {(line.month, line.currency) for line in billed}  # with a billed invoice line of anyone
    priced_in = {(line.customer, line.month, line.pricing_currency) for line in billed}
    usage_months = {row.month for row in billed_usage}

    def has_invoice(where):
        """a billed invoice line of that month with that Currency, of any customer, or of that customer with that PricingCurrency"""
        return where[1:] in invoiced or where in priced_in

    # A row exists where a balance row's used is unknown or not 0, or there is an ACO credit line, or an ACO-credited daily row.
    ties = {}
    for where, rolls in keys_in.items():
        if any(roll.used is None or roll.used != 0 for roll in rolls):
            ties.setdefault(where, Tie())
    for line in billed:
        if line.line_class == "aco-credit":
            priced = line.E is not None and line.Q is not None
            own = counting_currency(line.currency, line.pricing_currency, priced, currencies.get((line.customer, line.month), set()))
            where = (line.customer, line.month, line.currency if own else line.pricing_currency)
            amount = -line.subtotal if own else -truncated(line.E * line.Q)
            ties.setdefault(where, Tie()).credit_lines.append((line, amount, own))
    for row in billed_usage:
        if row.credited:
            own = counting_currency(
                row.currency, row.pricing_currency, row.pricing_value is not None, currencies.get((row.customer, row.month), set())
            )
            where = (row.customer, row.month, row.currency if own else row.pricing_currency)
            ties.setdefault(where, Tie()).usage_rows.append((row, row.value if own else row.pricing_value))

    for where, tie in ties.items():
        _, month, currency = where
        rolls = keys_in.get(where, [])
        # balance_used = Sum of used of the customer's keys (0 if none, unknown if one is). Without balance rows of the month and
        # currency balance_used is null
        if (month, currency) in reports and all(roll.used is not None for roll in rolls):
            tie.balance_used = sum((roll.used for roll in rolls), ZERO)
        if has_invoice(where):  # without such invoice lines invoice_credit is null and allowance 0.00
            tie.invoice_credit = sum((amount for _, amount, _ in tie.credit_lines), ZERO)
            # allowance = 0.005 (in a whole currency 0.5) * number of ACO credit lines in the row
            tie.allowance = currency_unit(currency) / 2 * len(tie.credit_lines)
        if month in usage_months:  # null if no billed daily row of that month was read; sums of daily values are H once
            tie.usage_credit = half_up(sum((amount for _, amount in tie.usage_rows), ZERO))
        if tie.balance_used is not None and tie.invoice_credit is not None:
            tie.difference = tie.balance_used - tie.invoice_credit

    # a credit line in a currency in which the customer has no balance row while it has one in another (ACO404)
    def in_a_foreign_currency(where):
        customer, month, currency = where
        having = currencies.get((customer, month), set())
        return bool(ties[where].credit_lines) and bool(having) and currency not in having

    foreign = {where for where in ties if in_a_foreign_currency(where)}
    customers_with_foreign = {(customer, month) for customer, month, _ in foreign}

    for where, tie in ties.items():
        customer, month, currency = where
        rolls = keys_in.get(where, [])
        if (month, currency) not in reports:  # no balance row of that month and currency at all (ACO407)
            tie.result = "not-comparable"
        elif tie.balance_used is None or any(roll.gap for roll in rolls):
            # balance_used unknown, or one of its used covers more than that month (ACO102)
            tie.result = "not-comparable"
        elif not has_invoice(where):  # no billed invoice line of that month ... (ACO405)
            tie.result = "not-comparable"
        elif where in foreign or ((customer, month) in customers_with_foreign and not tie.credit_lines):
            # ... (ACO404), and a row of that customer and month without credit line beside it
            tie.result = "not-comparable"
        elif abs(tie.difference) <= options.tolerance:
            tie.result = "agrees"
        elif abs(tie.difference) <= tie.allowance:
            tie.result = "rounding"
        else:
            tie.result = "differs"
    judge_ties(books, ties, keys_in, foreign, reports, has_invoice, options)
    return ties


def currency_unit(currency):
    """the row's unit (0.01; 1 in a whole currency)"""
    return Fraction(1) if currency in WHOLE_CURRENCIES else CENT


def judge_ties(books, ties, keys_in, foreign, reports, has_invoice, options):
    """ACO401 to ACO405, ACO407."""
    order = reading_order(books)
    for where, tie in ties.items():
        customer, month, currency = where
        rows = sorted((roll.row for roll in keys_in.get(where, [])), key=lambda row: order[id(row)])
        lines = [line for line, _, _ in tie.credit_lines]
        used = [row for row, _ in tie.usage_rows]
        anywhere = rows + lines + used  # the first balance row, else the first credit line, else the first credited daily row
        if tie.result == "differs":
            fall_finding(books, "ACO401", where, tie.difference, anywhere)
        if tie.result == "rounding":
            fall_finding(books, "ACO403", where, tie.difference, anywhere)
        if where in foreign:
            fall_finding(books, "ACO404", where, tie.invoice_credit, lines)
        # ACO405: balance_used known and not 0, no such invoice line
        if tie.balance_used is not None and tie.balance_used != 0 and not has_invoice(where):
            fall_finding(books, "ACO405", where, tie.balance_used, anywhere)
        # ACO402: |invoice_credit - usage_credit| > tolerance + Sum over the row's ACO credit lines of the row's unit (0.01; 1 in a
        # whole currency), plus 0.01 * R where R != 1 and the line counts in its Currency; notice if usage_credit <
        # invoice_credit, else error
        if tie.invoice_credit is not None and tie.usage_credit is not None:
            unit = currency_unit(currency)
            slack = sum((unit + CENT * line.R if own and line.R != 1 else unit for line, _, own in tie.credit_lines), ZERO)
            off = tie.invoice_credit - tie.usage_credit
            if abs(off) > options.tolerance + slack:
                place = (lines + used)[0].place if lines + used else None
                severity = "notice" if tie.usage_credit < tie.invoice_credit else "error"
                books.add("ACO402", off, place, customer=customer, currency=currency, month=month, severity=severity)
    # ACO407: per month and currency: tie-out rows without ACO404, but no balance row of that month and currency was read (also when
    # no balance file was read at all); Sum of invoice_credit (unknown counts as 0)
    missing = {}
    for where, tie in ties.items():
        if where[1:] not in reports and where not in foreign:
            missing.setdefault(where[1:], []).append(tie)
    for (month, currency), group in missing.items():
        lines = sorted((line for tie in group for line, _, _ in tie.credit_lines), key=lambda line: order[id(line)])
        used = sorted((row for tie in group for row, _ in tie.usage_rows), key=lambda row: order[id(row)])
        total = sum((tie.invoice_credit for tie in group if tie.invoice_credit is not None), ZERO)
        books.add("ACO407", total, (lines + used)[0].place, currency=currency, month=month)


def judge_comparison(books, options, counting, billed, ties):
    """ACO408: the reported months hold no tie-out row that agrees, rounds or differs, and no month among them has both a balance
    row and a billed invoice line. Month: the month of `--month`, else null."""
    if any(tie.result != "not-comparable" and is_reported(month, options) for (_, month, _), tie in ties.items()):
        return
    both = {m for months in counting.values() for m in months} & {line.month for line in billed}
    if not any(is_reported(month, options) for month in both):
        books.add("ACO408", ZERO, month=options.month)


def reading_order(books):
    """id of a record -> its number in reading order"""
    records = [record for source in books.inputs for record in source.records]
    return {id(record): number for number, record in enumerate(records)}


# ---------------------------------------------------------------------------------------------------------------------
# Reckoning: the day table, and charges against usage
# ---------------------------------------------------------------------------------------------------------------------


def credit_days(counting, billed, billed_usage, reported):
    """a per-customer day table (day, ACO-credited, PEC, uncredited) ... only for customers with agreements or credits: summed per
    billing currency and day over reported months, ACO and plain H once, list value per percentage. (Readings 62 to 64)"""
    customers = {key[0] for key in counting}
    customers |= {line.customer for line in billed if line.line_class == "aco-credit"}
    customers |= {row.customer for row in billed_usage if row.credited}
    days = {}
    for row in billed_usage:
        if row.customer in customers and reported(row.month):
            days.setdefault((row.customer, row.currency, row.day), []).append(row)
    table = []
    for (customer, currency, day), rows in days.items():
        _, listed = pec_sums([(row.total, row.pec) for row in rows if row.pec is not None])
        table.append(
            {
                "customer_id": customer,
                "currency": currency,
                "day": day_text(day),
                "aco": half_up(sum((row.value for row in rows if row.credited), ZERO)),
                "pec_list": listed,
                "plain": half_up(sum((row.total for row in rows if not row.credited and row.pec is None), ZERO)),
            }
        )
    table.sort(key=lambda r: null_first(r["customer_id"], r["currency"], r["day"]))
    return table


def usage_tie_out(books, billed, billed_usage):
    """Usage against invoice charges, per customer, SubscriptionId, ProductId, SkuId, AvailabilityId and PEC percentage, pre-tax:
    agrees within 0.01 * the number of invoice lines, only-usage, only-invoice, differs. ACO406 per customer and month with the sum
    of the unexplained differences. (Readings 65 to 70)"""
    # compared are months of which both billed daily rows and billed invoice lines were read (of any customer)
    months = {row.month for row in billed_usage} & {line.month for line in billed}
    # products that never appear in daily files are not differences
    products = {row.product for row in billed_usage}
    groups = {}
    # exports with the basic attributes have no AvailabilityId: then charges are not told apart by it either
    by_availability = any(row.availability for row in billed_usage)

    def group(record, pec):
        availability = record.availability if by_availability else ""
        ids = (record.customer, record.subscription, record.product, record.sku, availability)
        return groups.setdefault((*ids, record.currency, record.month, pec), ([], []))

    for line in billed:
        if not line.is_credit and line.month in months and line.product in products:
            group(line, line.pec)[0].append(line)
    for row in billed_usage:
        if row.month in months:
            group(row, None if row.credited else row.pec)[1].append(row)

    order = reading_order(books)
    table, unexplained = [], {}
    for (customer, subscription, product, sku, availability, currency, month, pec), (lines, rows) in groups.items():
        usage = half_up(sum((row.value if row.credited else row.total for row in rows), ZERO))
        invoice = subtotal_of(lines)
        difference = usage - invoice
        if abs(difference) <= CENT * len(lines):
            result = "agrees"
        elif not lines:
            result = "only-usage"
        else:
            result = "differs" if rows else "only-invoice"
        table.append(
            {
                "customer_id": customer,
                "subscription_id": subscription or None,
                "product_id": product or None,
                "sku_id": sku or None,
                "availability_id": availability or None,
                "currency": currency,
                "month": month,
                "pec_percent": pec,
                "usage": usage,
                "invoice": invoice,
                "difference": difference,
                "lines": len(lines),
                "result": result,
            }
        )
        if result != "agrees":
            where = unexplained.setdefault((customer, month, currency), ([], []))
            where[0].append(difference)
            where[1].extend(lines + rows)
    for where, (differences, records) in unexplained.items():
        records.sort(key=lambda record: order[id(record)])
        fall_finding(books, "ACO406", where, sum(differences, ZERO), records)
    ids = ("customer_id", "subscription_id", "product_id", "sku_id", "availability_id", "currency", "month", "pec_percent")
    table.sort(key=lambda r: null_first(*(r[name] for name in ids)))
    return table


# ---------------------------------------------------------------------------------------------------------------------
# The report
# ---------------------------------------------------------------------------------------------------------------------


def null_first(*values):
    """Arrays are sorted by ..., null first, text by bytes."""
    return tuple((0,) if v is None else (1, v.encode("utf-8") if isinstance(v, str) else v) for v in values)


def as_of_date(options, counting, dated_invoices, billed_usage):
    """[with `--month`: its last day; else the last day of the latest month in the balance reports, else of the invoices, else of
    the daily usage]. Never the clock."""
    if options.as_of is not None:
        return options.as_of
    if options.month is not None:
        return last_day(options.month)
    for months in (
        [month for months in counting.values() for month in months],
        [month for month, _ in dated_invoices.values()],
        [row.month for row in billed_usage],
    ):
        if months:
            return last_day(max(months))
    return None


def refuse_what_matches_nothing(options, books, billed):
    """An option of the command line that matches nothing is wrong usage. (Reading 73)"""
    for number in options.invoice_months.keys() - {line.number for line in billed}:
        raise WrongUsage(f"--invoice-month {number}: no such invoice")
    for reason in options.aco_reasons - {line.reason for line in billed}:
        raise WrongUsage(f"--aco-reason {reason}: no line has it")
    for _, header in options.maps:
        if plain_name(header) not in books.header_names:
            raise WrongUsage(f"--map {header}: no file has that column")


def reconcile(options, history=None):
    """history: the seals of sealed months, ascending; None: none is named. -> (exit status, report)"""
    books = read_everything(options)
    billed = [line for line in books.invoice_lines if line.number != ""]
    billed_usage = [row for row in books.usage_rows if row.number != ""]

    refuse_what_matches_nothing(options, books, billed)
    judge_estimates(books)
    dated_invoices = date_invoices(books, billed, options)
    date_and_value_usage(billed_usage, dated_invoices)

    counting = rows_that_count(books)
    baseline = None
    if history is not None:
        months = [month_text(month) for month in join_sealed(books, counting, history)]
        baseline = {"history": True, "months": months}
        judge_sealed_invoices(books, billed, history)
    as_of = as_of_date(options, counting, dated_invoices, billed_usage)
    rolls = roll_forward(counting)
    judge_rolls(books, rolls)
    judge_vanished(books, counting)
    agreements = judge_agreements(books, rolls, as_of, options)

    fits = judge_lines(books, billed)
    pair_up(books, billed)
    judge_other_credits(books, billed)

    keys_in = {}  # (customer, month, currency) -> rolls of the customer's keys
    for key, months in rolls.items():
        for month, roll in months.items():
            if roll.row.is_sealed:  # they make no rows of `rollforward`, `tieout` and `waterfall` (Reading 78)
                continue
            keys_in.setdefault((key[0], month, key[3]), []).append(roll)
    falls = waterfall(billed, keys_in)
    read = {key: {month: row for month, row in months.items() if not row.is_sealed} for key, months in counting.items()}
    pec_amounts = judge_pec_while_aco_remained(books, keys_in, falls, billed_usage, options)
    judge_falls(books, falls, keys_in, read, pec_amounts, options)
    judge_usage(books, billed_usage, counting)
    ties = tie_out(books, keys_in, billed, billed_usage, options)
    judge_comparison(books, options, read, billed, ties)
    judge_rows_read_twice(books, billed, billed_usage)
    usage_ties = usage_tie_out(books, billed, billed_usage)
    days = credit_days(counting, billed, billed_usage, lambda month: is_reported(month, options))

    report = write_report(options, books, as_of, billed, dated_invoices, fits, agreements, rolls, ties, falls, days, usage_ties)
    report["baseline"] = baseline
    return exit_status(report, options.fail_on), report


def exit_status(report, fail_on):
    """0: done; nothing at or above `--fail-on`. 1: done; findings at or above `--fail-on`."""
    return int(any(SEVERITY_RANK[f["severity"]] >= SEVERITY_RANK[fail_on] for f in report["findings"]))


def is_reported(month, options):
    """with `--month M` only M; else with `--as-of` those not after its month; else all"""
    if options.month is not None:
        return month == options.month
    return options.as_of is None or month <= month_of(options.as_of)


def is_shown(finding, options):
    """Findings without a month are always reported; so are, whatever their month, ACO106 and ACO107 of the key and month that is
    `prev` of a reported row, ACO209 and an invoice ACO907 where a billed line of that invoice begins in a reported month, a daily
    ACO907 where a billed daily row of it lies in one; ACO108 like ACO106 and ACO107;
    ACO109, 110, 111, 119, 501, 502 always."""
    if finding["month"] is None or finding["code"] in ("ACO109", "ACO110", "ACO111", "ACO119", "ACO501", "ACO502"):
        return True
    return any(is_reported(month, options) for month in finding["also"] | {finding["month"]})


def write_report(options, books, as_of, billed, dated_invoices, fits, agreements, rolls, ties, falls, days, usage_ties):
    def reported(month):
        return is_reported(month, options)

    name_of = books.customer_names.get

    roll_rows = [
        {
            "customer_id": roll.row.customer,
            "customer_name": name_of(roll.row.customer),
            "agreement_id": roll.row.agreement,
            "credit_name": roll.row.credit_name,
            "currency": roll.row.currency,
            "month": month_text(month),
            "opening": roll.opening,
            "granted": roll.granted,
            "used": roll.used,
            "forfeited": roll.forfeited,
            "adjustment": roll.adjustment,
            "closing": roll.row.balance,
            "credit_amount": roll.row.used_so_far,
            "status": roll.row.status,
            "expired": roll.expired,
            "file": roll.row.place.file,
            "line": roll.row.place.line,
        }
        for months in rolls.values()
        for month, roll in months.items()
        if reported(month) and not roll.row.is_sealed
    ]
    roll_rows.sort(key=lambda r: null_first(r["customer_id"], r["agreement_id"], r["credit_name"], r["currency"], r["month"]))

    agreement_rows = [
        {
            **a,
            "customer_name": name_of(a["customer_id"]),
            "effective_date": day_text(a["effective_date"]),
            "expiry_date": day_text(a["expiry_date"]),
            "run_out_date": day_text(a["run_out_date"]),
            "last_month": month_text(a["last_month"]),
        }
        for a in agreements
    ]
    agreement_rows.sort(key=lambda r: null_first(r["customer_id"], r["agreement_id"], r["credit_name"], r["currency"]))

    tie_rows = [
        {
            "customer_id": customer,
            "customer_name": name_of(customer),
            "month": month_text(month),
            "currency": currency,
            "balance_used": tie.balance_used,
            "invoice_credit": tie.invoice_credit,
            "usage_credit": tie.usage_credit,
            "difference": tie.difference,
            "allowance": tie.allowance,
            "result": tie.result,
        }
        for (customer, month, currency), tie in ties.items()
        if reported(month)
    ]
    fall_rows = [
        {
            "customer_id": customer,
            "customer_name": name_of(customer),
            "month": month_text(month),
            "currency": currency,
            "charges": fall.charges,
            "aco_used": fall.aco_used,
            "other_credits": fall.other_credits,
            "net": fall.net,
            "plain": fall.plain,
            "uncovered": fall.uncovered,
            "pec_base": fall.pec_base,
            "pec_list": fall.pec_list,
            "pec_earned": fall.pec_earned,
            "aco_available": fall.aco_available,
            "aco_expected": fall.aco_expected,
        }
        for (customer, month, currency), fall in falls.items()
        if reported(month)
    ]
    for rows in (tie_rows, fall_rows):
        rows.sort(key=lambda r: null_first(r["customer_id"], r["currency"], r["month"]))

    findings = [f for f in books.findings if is_shown(f, options)]
    # They are sorted by code, customer, agreement, currency, month, file, line, amount; null first, text by bytes.
    findings.sort(
        key=lambda f: null_first(f["code"], f["customer"], f["agreement"], f["currency"], f["month"], f["file"], f["line"], f["amount"])
    )
    finding_rows = [
        {
            "code": f["code"],
            "name": f["name"],
            "severity": f["severity"],
            "customer_id": f["customer"],
            "customer_name": name_of(f["customer"]),
            "agreement_id": f["agreement"],
            "month": month_text(f["month"]),
            "currency": f["currency"],
            "amount": f["amount"],
            "file": f["file"],
            "line": f["line"],
            "message": "",
            "subject": f["subject"],
        }
        for f in findings
    ]
    name_findings(finding_rows, options)

    report = {
        "schema": "acorecon.report/1",
        "as_of": day_text(as_of),
        "month": month_text(options.month),  # that of `--month`
        "complete": not any(source.rejected for source in books.inputs),  # no ACO901
        # among the findings reported no ACO901 and no ACO907 of severity error
        "reliable": not any(f["code"] == "ACO901" or (f["code"] == "ACO907" and f["severity"] == "error") for f in findings),
        "baseline": None,
        "inputs": [input_row(source) for source in books.inputs],
        "invoices": invoice_rows(billed, dated_invoices, fits),
        "agreements": agreement_rows,
        "rollforward": roll_rows,
        "tieout": tie_rows,
        "waterfall": fall_rows,
        "credit_days": days,
        "usage_tieout": [{**row, "month": month_text(row["month"])} for row in usage_ties if reported(row["month"])],
        "findings": finding_rows,
        "totals": total_rows(roll_rows, agreement_rows, tie_rows, fall_rows),
    }
    return as_json(report)


def name_findings(rows, options):
    """finding_key = `k` and the first 16 hex digits of SHA-256 of code, customer_id, agreement_id, currency, month (null: that of
    `--month`, else empty) and subject joined by tabs (null: empty); finding_id = `f` and the same of these, amount, and the ordinal
    (0, 1, ...) among findings equal in all of them, in report order."""

    def digest(members):
        return hashlib.sha256("\t".join(members).encode("utf-8")).hexdigest()[:16]

    seen = Counter()
    for row in rows:
        month = row["month"] or month_text(options.month)
        members = [row["code"], row["customer_id"], row["agreement_id"], row["currency"], month, row["subject"]]
        members = [member or "" for member in members]
        row["key"] = "k" + digest(members)
        members.append(amount_text(row["amount"]))
        row["id"] = "f" + digest([*members, str(seen[tuple(members)])])
        seen[tuple(members)] += 1


def input_row(source):
    """rows = good rows, rejected = rows set aside, months = sorted months of its billed rows"""
    months = {record.month for record in source.records if isinstance(record, BalanceRow) or record.number != ""}
    return {
        "file": source.file,
        "kind": source.kind,
        "rows": source.rows,
        "rejected": source.rejected,
        "sha256": source.sha256,
        "months": [month_text(month) for month in sorted(months)],
    }


def invoice_rows(billed, dated_invoices, fits):
    """one per invoice number and currency, billed lines only, sorted by number in lower case and currency; the month is one per
    number. `total` sums Total (or its stand-in); fits counts every billed line."""
    as_first_read, rows = {}, {}
    for line in billed:
        as_first_read.setdefault(line.number, line.number_as_read)
        row = rows.setdefault(
            (line.number, line.currency),
            {
                "invoice": as_first_read[line.number],
                "month": month_text(dated_invoices[line.number][0]),
                "month_source": dated_invoices[line.number][1],
                "currency": line.currency,
                "lines": 0,
                "subtotal": ZERO,
                "tax": ZERO,
                "total": ZERO,
                "fits": {"usage": 0, "licence": 0, "half-up": 0, "near": 0, "none": 0, "not-tested": 0},
            },
        )
        row["lines"] += 1
        row["subtotal"] += line.subtotal
        row["tax"] += line.tax
        row["total"] += line.subtotal + line.tax if line.total is None else line.total
        row["fits"][fits[id(line)]] += 1
    return [rows[where] for where in sorted(rows, key=lambda w: null_first(*w))]


def total_rows(roll_rows, agreement_rows, tie_rows, fall_rows):
    """one per currency of rollforward, agreements, tieout or waterfall as reported; used, forfeited from rollforward; balance from
    agreements that are not `unreported`; invoice_credit from tieout; pec_earned, net from waterfall; null when an addend is
    unknown, or when nothing speaks of it: used and forfeited without a rollforward row of the currency, balance without an
    agreements row of it, pec_earned and net without a waterfall row of it; used also when a balance_used of the currency is null.
    invoice_credit is 0.00 without a tieout row."""

    def of(rows, currency):
        return [row for row in rows if row["currency"] == currency]

    def total(rows, name):
        addends = [row[name] for row in rows]
        return None if None in addends else sum(addends, ZERO)

    def total_of_some(rows, name):
        return total(rows, name) if rows else None

    def used(currency):
        if any(row["balance_used"] is None for row in of(tie_rows, currency)):
            return None
        return total_of_some(of(roll_rows, currency), "used")

    def balance(currency):
        rows = of(agreement_rows, currency)
        return total([row for row in rows if row["state"] != "unreported"], "balance") if rows else None

    currencies = {row["currency"] for rows in (roll_rows, agreement_rows, tie_rows, fall_rows) for row in rows}
    return [
        {
            "currency": currency,
            "used": used(currency),
            "forfeited": total_of_some(of(roll_rows, currency), "forfeited"),
            "balance": balance(currency),
            "invoice_credit": total(of(tie_rows, currency), "invoice_credit"),
            "pec_earned": total_of_some(of(fall_rows, currency), "pec_earned"),
            "net": total_of_some(of(fall_rows, currency), "net"),
        }
        for currency in sorted(currencies, key=lambda c: c.encode("utf-8"))
    ]


def as_json(value):
    """Amounts become strings, everything else stays."""
    if isinstance(value, Fraction):
        return amount_text(value)
    if isinstance(value, dict):
        return {name: as_json(item) for name, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value


def run(arguments, history=None):
    """-> (exit status, report or None, complaint or None)"""
    try:
        status, report = reconcile(parse_options(arguments), history)
        return status, report, None
    except WrongUsage as problem:
        return 2, None, str(problem)
    except Refused as problem:
        return 3, None, str(problem)


def main():
    status, report, complaint = run(sys.argv[1:])
    if complaint:
        print(f"acorecon_model: {complaint}", file=sys.stderr)
    else:
        json.dump(report, sys.stdout, indent=2, ensure_ascii=False)
        print()
    return status


if __name__ == "__main__":
    sys.exit(main())
