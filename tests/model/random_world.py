#!/usr/bin/env python3
"""A small random folder of input files for `acorecon reconcile`, the same for the same seed.

    python3 random_world.py SEED OUTDIR [--daily] [--nasty]

Writes the files into OUTDIR (made if missing) and prints one line of options that suit them, often an empty one. The files are
full of the situations in which the rules differ: see the functions below, each makes one of them. Amounts are kept in cents where
they must tie out, so that agreement, rounding differences and real differences all occur.
"""

import calendar
import datetime
import json
import os
import random
import re
import shlex
import sys
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

INVOICE_40 = (
    "PartnerId,CustomerId,CustomerName,CustomerDomainName,CustomerCountry,InvoiceNumber,MpnId,ResellerMpnId,OrderId,OrderDate,ProductId,"
    "SkuId,AvailabilityId,SkuName,ProductName,ChargeType,UnitPrice,Quantity,Subtotal,TaxTotal,Total,Currency,PriceAdjustmentDescription,"
    "PublisherName,PublisherId,SubscriptionDescription,SubscriptionId,ChargeStartDate,ChargeEndDate,TermAndBillingCycle,"
    "EffectiveUnitPrice,UnitType,AlternateId,BillableQuantity,BillingFrequency,PricingCurrency,PCToBCExchangeRate,"
    "PCToBCExchangeRateDate,MeterDescription,ReservationOrderId"
).split(",")
INVOICE_46 = INVOICE_40 + "CreditReasonCode,SubscriptionStartDate,SubscriptionEndDate,ReferenceId,ProductQualifiers,PromotionId".split(",")

INVOICE_HEADERS = {
    40: INVOICE_40,
    41: INVOICE_40 + ["CreditReasonCode"],
    46: INVOICE_46,
    45: [name for name in INVOICE_46 if name != "ResellerMpnId"],
    47: [{"ResellerMpnId": "Tier2MpnId"}.get(name, name) for name in INVOICE_46] + ["ProductCategory"],
}

DAILY_50 = (
    "PartnerId,PartnerName,CustomerId,CustomerName,CustomerDomainName,CustomerCountry,MpnId,Tier2MpnId,InvoiceNumber,ProductId,SkuId,"
    "AvailabilityId,SkuName,ProductName,PublisherName,PublisherId,SubscriptionDescription,SubscriptionId,ChargeStartDate,ChargeEndDate,"
    "UsageDate,MeterType,MeterCategory,MeterId,MeterSubCategory,MeterName,MeterRegion,Unit,ResourceLocation,ConsumedService,"
    "ResourceGroup,ResourceURI,ChargeType,UnitPrice,Quantity,UnitType,BillingPreTaxTotal,BillingCurrency,PricingPreTaxTotal,"
    "PricingCurrency,ServiceInfo1,ServiceInfo2,Tags,AdditionalInfo,EffectiveUnitPrice,PCToBCExchangeRate,PCToBCExchangeRateDate,"
    "EntitlementId,EntitlementDescription,PartnerEarnedCreditPercentage"
).split(",")
DAILY_HEADERS = {
    50: DAILY_50,
    52: DAILY_50 + ["CreditPercentage", "CreditType"],
    55: DAILY_50 + ["CreditPercentage", "CreditType", "BenefitOrderId", "BenefitId", "BenefitType"],
    56: DAILY_50 + ["CreditPercentage", "CreditType", "BenefitId", "BenefitOrderId", "BenefitType"],
    54: [n for n in DAILY_50 if n != "Tier2MpnId"] + ["CreditPercentage", "CreditType", "BenefitOrderId", "BenefitId", "BenefitType"],
}

BALANCE_HEADER = (
    "PartnerID,CustomerID,InvoiceMonth,CreditName,CreditAmount,Status,BalanceAmount,CurrencyCode,AgreementID,EffectiveDate,ExpiryDate"
).split(",")

LEGACY_FILE = (
    "PartnerId,CustomerId,CustomerName,MpnId,ResellerMpnId,OrderId,SubscriptionId,SyndicationPartnerSubscriptionNumber,OfferId,"
    "DurableOfferId,OfferName,SubscriptionStartDate,SubscriptionEndDate,ChargeStartDate,ChargeEndDate,ChargeType,UnitPrice,Quantity,"
    "Amount,TotalOtherDiscount,Subtotal,Tax,TotalForCustomer,Currency,DomainName,SubscriptionName,SubscriptionDescription,"
    "BillingCycleType\r\n"
    "p,c,Old Co,1,2,o,s,n,f,d,Office,2/1/2019 0:00,2/1/2020 23:59,2/1/2019 0:00,2/28/2019 23:59,Cycle fee,6.82,2,13.32,2.32,11,0,11,"
    "USD,x.test,Office,Office,Monthly\r\n"
)

NAMES = [
    'Contoso, Ltd.',
    'Fabrikam "West" GmbH',
    "Northwind Traders",
    "Müller & Söhne AG",
    "Default Directory",
    "Tailspin, \"Toys\", Inc.",
    "=SUM(A1)",
    "Adatum",
    "株式会社サンプル",
    "NULL",  # names as given
]

CENT = Decimal("0.01")
WHOLE = {"JPY", "KRW", "CLP"}  # of the currencies without cents

NOTHING = ["NULL", "null", "(null)", "N/A", "NA", "#N/A", "\\N", "-", "None", "none", " NULL "]
NEARLY_NOTHING = ["NIL", "--", "N.A.", "nul", "\\n/a"]
# the columns in which a word for nothing is empty, and makes no bad row
TEXT_COLUMNS = (
    "InvoiceNumber AvailabilityId SkuId ChargeType PriceAdjustmentDescription PublisherName SubscriptionDescription SubscriptionId "
    "ChargeEndDate TermAndBillingCycle PricingCurrency MeterDescription ReservationOrderId CreditReasonCode Status CreditType "
    "ResourceURI PartnerId PartnerID MpnId SubscriptionStartDate BenefitId"
).split()
SUBSCRIPTION = "307628f1-d9d2-409c-aa1f-4183f0cae308"
GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
JSON_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")


def down(x, unit=CENT):
    return x.quantize(unit, rounding=ROUND_DOWN)


def half_up(x, unit=CENT):
    return x.quantize(unit, rounding=ROUND_HALF_UP)


def unit_of(currency):
    return Decimal(1) if currency in WHOLE else CENT


class Spelled(str):
    """The text of a cell that can be written in other ways too."""

    def __new__(cls, text, again):
        spelled = super().__new__(cls, text)
        spelled.again = again
        return spelled


def month_start(month):
    return datetime.date(month // 12, month % 12 + 1, 1)


def month_end(month):
    return datetime.date(month // 12, month % 12 + 1, calendar.monthrange(month // 12, month % 12 + 1)[1])


class World:
    def __init__(self, seed, folder, daily, nasty):
        self.folder = folder
        self.rng = random.Random(f"acorecon {seed}")
        self.with_daily, self.nasty = daily, nasty
        rng = self.rng
        self.turbulence = rng.choice([0.1, 0.4, 1])
        self.decimal_comma = rng.random() < 0.06
        self.day_first = rng.random() < 0.08
        self.first_month = 2026 * 12 + rng.randrange(0, 9)
        self.months = [self.first_month + n for n in range(rng.choice([1, 2, 3, 3, 4, 5]))]
        self.options = []
        self.whole = rng.random() < 0.15  # a world of whole currencies
        self.aco_reason = rng.random() < 0.15
        self.mapped = rng.choice([("customer", "Kunde"), ("Subtotal", "Net Amount"), ("currency", "Waehrung")]) if rng.random() < 0.07 else None
        self.customers = [self.make_customer(n) for n in range(rng.randint(1, 5))]
        self.balance_rows = []  # (month, cells)
        self.used_in = {}  # (customer number, month, currency) -> amount the balance report says was used
        self.invoice_rows = []  # (month, cells)
        self.credited = []  # (customer, month, billing amount, rate, the charge's cells)
        self.files = {}  # name -> bytes

    def maybe(self, chance):
        return self.rng.random() < chance

    def accident(self, chance):
        """Some worlds are calm, so that their amounts tie out; in others everything happens at once."""
        return self.rng.random() < chance * self.turbulence

    # -- people and contracts ------------------------------------------------------------------------------------------

    def make_customer(self, number):
        rng = self.rng
        billing, rate = rng.choice([("USD", "1"), ("USD", "1"), ("USD", ""), ("EUR", "0.846202666"), ("EUR", "1.1"), ("GBP", "0.75")])
        pricing = "USD"
        if rng.random() < (0.6 if self.whole else 0.04):
            billing, rate, pricing = rng.choice(
                [("JPY", "151.375", "USD"), ("JPY", "1", "JPY"), ("JPY", "", "JPY"), ("KRW", "1384.21", "USD"), ("CLP", "930.5", "USD"), ("USD", "0.0066", "JPY")]
            )
        return {
            "number": number,
            "id": "".join(rng.choice("0123456789abcdef") for _ in range(8)) + f"-0000-4000-8000-00000000000{number}",
            "name": rng.choice(NAMES),
            "billing": billing,
            "rate": rate,
            "pricing": pricing,
            "credit_in_pricing": billing != pricing and rng.random() < 0.5,  # the credit is kept in the pricing currency
            "in_balance": rng.random() < 0.85,
            "in_invoice": rng.random() < 0.9,
        }

    def make_agreements(self):
        for customer in self.customers:
            if customer["in_balance"]:
                for number in range(self.rng.choice([1, 1, 1, 2, 2, 3])):
                    self.make_agreement(customer, number)

    def make_agreement(self, customer, number):
        """One credit over all its months, with its accidents."""
        rng = self.rng
        currency = customer["pricing"] if customer["credit_in_pricing"] else customer["billing"]
        if self.accident(0.08):
            currency = rng.choice(["USD", "EUR", "GBP", "JPY"])
        unit = unit_of(currency)
        agreement = f"AGR-{customer['number']}{rng.choice('ABCabc')}-{number}"
        if self.maybe(0.4):
            agreement = f"a1d4c7e0-{customer['number']:04d}-4f28-8c51-{rng.choice('abc')}0000000000{number}"
        name = rng.choice(["ACO", "ACO", "ACO", "ACO", "ACO 2", "", "aco", "N/A"])
        start = rng.choice(self.months + [self.months[0] - 1, self.months[0] - 7])
        effective = month_start(start) + datetime.timedelta(days=rng.choice([0, 0, 0, 4, 14, 27]))
        expiry_month = rng.choice(self.months + [self.months[-1] + 1, self.months[-1] + 2, start + 11, start + 11])
        expiry = rng.choice([month_end(expiry_month), month_end(expiry_month), month_start(expiry_month) + datetime.timedelta(days=14)])
        if expiry < effective and not self.accident(0.1):
            expiry = month_end(start + 11)
        if self.accident(0.12):
            effective = None
        if self.accident(0.12):
            expiry = None
        elif self.accident(0.04):
            expiry = datetime.date(9999, 12, 31)
        grant = Decimal(rng.choice([1000, 500, 250, 100, 20000]))
        used = Decimal(0) if start >= self.months[0] or self.maybe(0.6) else down(Decimal(rng.randrange(100, 9000)) / 100, unit)
        leaves = rng.choice(self.months + [self.months[0] + 1]) if self.maybe(0.15) else None  # it is reported no more
        first = max(0, start - self.months[0] - (1 if self.maybe(0.15) else 0))
        zeroed, vanished = self.maybe(0.5), None
        for index, month in enumerate(self.months):
            if index < first and not self.accident(0.05):
                continue
            if self.accident(0.07):  # a month is missing
                used += down(Decimal(rng.randrange(0, 5000)) / 100, unit)
                continue
            if vanished or (leaves is not None and month >= leaves and month > self.months[0]):
                continue
            vanished = self.accident(0.04)
            month_used = self.month_use(grant - used, unit)
            before = used
            used += month_used
            balance = grant - used
            status = "active"
            if expiry is not None and expiry <= month_end(month):
                if zeroed:
                    balance = Decimal(0)
                if expiry < month_end(month) or self.maybe(0.5):
                    status = "expired"
                if expiry < month_start(month) and not self.accident(0.1):
                    used, month_used = before, Decimal(0)
                    balance = Decimal(0) if zeroed else grant - used
            if self.accident(0.03):  # the cumulative amount falls
                used = before - Decimal(rng.randrange(1, 500)) / 100
                month_used = used - before
            if self.accident(0.03):  # the grant is changed
                change = Decimal(rng.choice([100, -50, "0.01", 250]))
                grant, balance = grant + change, balance + change
            if self.accident(0.02):
                balance = -Decimal(rng.randrange(1, 300)) / 100
            if self.accident(0.05):
                status = rng.choice(["expired", "active", "pending", "", "ACTIVE ", "Expired", "NULL", "n/a", "none"])
            if self.accident(0.04):  # the terms are changed
                effective = rng.choice([None, month_start(month), effective])
            if self.accident(0.04):
                expiry = rng.choice([None, month_end(month + 3), expiry])
            key = (customer["number"], month, currency)
            self.used_in[key] = self.used_in.get(key, Decimal(0)) + month_used
            self.add_balance_row(customer, month, name, used, status, balance, currency, agreement, effective, expiry)
            if self.accident(0.04):  # the row again
                self.add_balance_row(customer, month, name, used, status, balance, currency, agreement, effective, expiry)
            while self.accident(0.08):  # the row again with other figures: the larger counts, of equal ones the later
                off = Decimal(rng.choice(["0.01", "5", "0", "0", "-1", "-0.01"]))
                again = balance - off + (Decimal(rng.choice(["0.01", "-3"])) if off == 0 and self.maybe(0.7) else 0)
                other = status if self.maybe(0.8) else "expired"
                self.add_balance_row(customer, month, name, used + off, other, again, currency, agreement, effective, expiry)

    def month_use(self, left, unit):
        """The credit used in a month, in whole units: nothing, a little, all that is left."""
        rng = self.rng
        left = max(left, Decimal(0))
        amount = rng.choice([Decimal(0), left, Decimal(rng.randrange(1, 20000)) / 100, Decimal(rng.randrange(1, 300)), left / 2])
        return down(min(amount, left), unit)

    def add_balance_row(self, customer, month, name, used, status, balance, currency, agreement, effective, expiry):
        self.balance_rows.append(
            (
                month,
                {
                    "PartnerID": "partner-1",
                    "CustomerID": self.id(customer["id"]),
                    "CustomerName": customer["name"],
                    "InvoiceMonth": self.month(month),
                    "CreditName": name,
                    "CreditAmount": self.number(used),
                    "Status": status,
                    "BalanceAmount": self.number(balance),
                    "CurrencyCode": self.code(currency),
                    "AgreementID": self.id(agreement),
                    "EffectiveDate": self.date(effective),
                    "ExpiryDate": self.date(expiry),
                },
            )
        )

    # -- cells ---------------------------------------------------------------------------------------------------------

    def id(self, text):
        """mixed-case ids with blanks, GUIDs in their wrappings"""
        return Spelled(self.one_id(text), lambda: self.id(text))

    def one_id(self, text):
        if GUID.fullmatch(text) and self.maybe(0.08):
            text = self.rng.choice(["{%s}", "org:%s", "urn:uuid:%s", "ORG:%s", "URN:UUID:%s"]) % text
            if self.accident(0.02):  # two wrappings are none
                text = f"org:{text}"
        elif self.accident(0.004):  # what is no GUID stays as it is
            text = "{%s}" % text
        style = self.rng.random()
        if style < 0.1:
            text = text.upper()
        elif style < 0.15:
            text = text.title()
        return f" {text} " if self.maybe(0.05) else text

    def code(self, text):
        return Spelled(self.one_code(text), lambda: self.code(text))

    def one_code(self, text):
        return self.rng.choice([text.lower(), f" {text}", text]) if self.maybe(0.1) else text

    def number(self, value):
        """One number in one of the ways it may be written."""
        return "" if value is None else Spelled(self.one_number(value), lambda: self.number(value))

    def one_number(self, value):
        rng, value = self.rng, Decimal(value)
        text = format(value, "f")
        style = rng.random()
        if style < 0.05:
            text = format(value, "E") if value else rng.choice(["0E-20", "0.00E+00", "0E+0"])
        elif style < 0.10 and "." in text:
            text += "0" * rng.randint(1, 16)
        elif style < 0.13 and value == value.to_integral_value() and "." not in text:
            text += "."
        elif style < 0.16 and text.startswith("0."):
            text = text[1:]
        elif style < 0.18 and value >= 0:
            text = "+" + text
        if rng.random() < 0.05:
            text = "'" + text
        if rng.random() < 0.03:
            text = " " + text + " "
        return text.replace(".", ",") if self.decimal_comma else text

    def date(self, day):
        return "" if day is None else Spelled(self.one_date(day), lambda: self.date(day))

    def one_date(self, day):
        rng, style = self.rng, self.rng.random()
        first, second = (day.day, day.month) if self.day_first else (day.month, day.day)
        if style < 0.5:
            return f"{first}/{second}/{day.year:04d}"
        if style < 0.65:
            return f"{first:02d}/{second:02d}/{day.year:04d}"
        if style < 0.75:
            return f"{first}/{second}/{day.year:04d} " + rng.choice(["12:00:00 AM", "0:00", "11:59:59 PM", "23:59"])
        if style < 0.9:
            return day.isoformat()
        return day.isoformat() + rng.choice(["T00:00:00Z", "T23:59:59.9999999Z", " 00:00:00", "T00:00:00-08:00", "T00:00:00"])

    def month(self, month):
        first = month_start(month)
        style = self.rng.randrange(8)
        return [
            f"{first.year}-{first.month:02d}",
            f"{first.year}-{first.month:02d}",
            f"{first.year}{first.month:02d}",
            f"{first.month}/{first.year}",
            first.strftime("%b %Y"),
            first.strftime("%B %Y").upper(),
            self.date(first + datetime.timedelta(days=self.rng.randrange(28))),
            f"{first.month:02d}/{first.year}",
        ][style]

    # -- invoices ------------------------------------------------------------------------------------------------------

    def make_invoices(self):
        for month in self.months:
            if self.maybe(0.1):
                continue
            for customer in self.customers:
                if customer["in_invoice"] and not self.maybe(0.07):
                    self.make_customer_lines(customer, month)

    def invoice_number(self, customer, month):
        number = f"G{month:06d}{customer['billing'][0]}{self.rng.choice('11112')}"
        return number.lower() if self.maybe(0.05) else number

    def make_customer_lines(self, customer, month):
        rng = self.rng
        number = self.invoice_number(customer, month)
        unclear = self.maybe(0.05)
        began = len(self.invoice_rows)
        for used, in_pricing in self.credits_to_bill(customer, month):
            self.make_credit(customer, month, number, used, in_pricing)
        if self.maybe(0.1 + 0.2 * self.turbulence) and not self.used_in.get((customer["number"], month, customer["billing"])):
            amount = down(Decimal(rng.randrange(100, 3000)) / 100, unit_of(customer["billing"]))
            self.make_credit(customer, month, number, amount, False)
        for _ in range(rng.choice([0, 0, 1, 2])):
            self.make_usage(customer, month, number, pec=True)
        for _ in range(rng.choice([0, 0, 1, 2])):
            self.make_usage(customer, month, number, pec=False)
        makers = [self.make_licence, self.make_third_party, self.make_commitment, self.make_support, self.make_other_credit, self.make_refund]
        for maker in makers + [self.make_estimate, self.make_free_tier]:
            if self.maybe(0.12):
                maker(customer, month, number)
        if unclear:
            number = f"G-unclear-{customer['number']}-{month}"
            for _, cells in self.invoice_rows[began:]:
                lines_month = month - rng.randrange(4)
                cells["InvoiceNumber"] = cells["InvoiceNumber"].strip() and number
                cells["ChargeStartDate"] = self.date(month_start(lines_month))
                cells["ChargeEndDate"] = rng.choice(["", self.date(month_end(lines_month)), self.date(month_end(lines_month + 1))])

    def credits_to_bill(self, customer, month):
        """What the balance report says was used, exactly, nearly, or not at all. -> [(amount, amount is in the pricing currency)]"""
        for currency in ("USD", "EUR", "GBP", "JPY", "KRW", "CLP"):
            used = self.used_in.get((customer["number"], month, currency))
            if not used or used < 0:
                continue
            fate, parts = self.rng.random(), self.rng.choice([1, 1, 2, 3, 5])
            steps = 100 if currency in WHOLE else 1
            if fate < 0.08 * self.turbulence:
                continue
            if fate < 0.2:
                used += steps * Decimal(self.rng.choice(["0.01", "-0.01", "0.02", "-0.02", "0.03"]))
            elif fate < 0.35:  # within half a cent per line
                parts = self.rng.choice([4, 6, 9])
                used += steps * Decimal(self.rng.choice(["0.02", "-0.02", "0.03", "0.04"]))
            elif fate < 0.45:
                used += Decimal(self.rng.choice(["1", "-0.5", "12.34"]))
            for part in self.split(used, parts, steps):
                if currency == customer["billing"]:
                    yield part, False
                elif currency == customer["pricing"]:
                    yield part, True

    def split(self, amount, parts, steps=1):
        """steps: 1 for cents, 100 for whole units"""
        cents = int(amount * 100) // steps
        if cents < parts:
            return [amount]
        cuts = sorted(self.rng.randrange(0, cents) for _ in range(parts - 1))
        return [Decimal((b - a) * steps) / 100 for a, b in zip([0] + cuts, cuts + [cents])]

    def make_credit(self, customer, month, number, amount, in_pricing):
        """A charge and the credit that offsets it, in all the ways they can fail to."""
        rng = self.rng
        rate, unit = Decimal(customer["rate"] or "1"), unit_of(customer["billing"])
        quantity = Decimal(rng.choice(["1", "2", "4", "5", "10", "0.5", "0.25", "31"]))
        if in_pricing or rate == 1:
            priced = amount
        else:  # the smallest amount in the pricing currency whose converted value is the wanted one, if there is one
            priced = half_up(amount / rate)
            for step in (0, 1, -1, 2):
                if down((priced + step * CENT) * rate, unit) == amount:
                    priced += step * CENT
                    break
        price = (priced + Decimal(rng.choice(["0", "0", "0.001", "0.0049", "0.009"]))) / quantity
        price = price.quantize(Decimal("1e-12"))
        if down(price * quantity) != priced:
            price = (priced + Decimal("0.0001")) / quantity
            price = price.quantize(Decimal("1e-12"))
        subtotal = down(down(price * quantity) * rate, unit)
        if self.accident(0.04):
            subtotal = half_up(price * quantity * rate, unit)
        line = self.usage_line(customer, month, number, price, quantity, subtotal)
        credit = dict(line)
        credit["CreditReasonCode"] = rng.choice(["Azure Credit Offer"] * 5 + ["azure credit", "Azure Consumption Credit ", "AZURE CREDIT OFFER"])
        if self.accident(0.02):
            credit["CreditReasonCode"] = rng.choice(NOTHING + NEARLY_NOTHING)
        if self.aco_reason and self.maybe(0.4):
            credit["CreditReasonCode"] = "Contoso Special Credit"
        credit["ChargeType"] = rng.choice(["customerCredit"] * 6 + ["CustomerCredit", ""])
        negative_quantity = self.maybe(0.3)
        credit["EffectiveUnitPrice"] = self.number(price if negative_quantity else -price)
        credit["BillableQuantity"] = self.number(-quantity if negative_quantity else quantity)
        credit["Subtotal"] = self.number(-subtotal)
        credit["TaxTotal"], credit["Total"] = self.number(0), self.number(-subtotal)
        if self.accident(0.06):
            line["PriceAdjustmentDescription"] = '["15.0% Partner earned credit for services managed"]'
        if self.accident(0.03):  # the credit has the wrong sign
            credit["Subtotal"], credit["Total"] = self.number(subtotal), self.number(subtotal)
        if self.accident(0.03):  # the credit stands on a product that is not eligible
            for cells in (line, credit):
                cells["PublisherName"] = rng.choice(["Canonical", "Contoso"])
        if self.accident(0.03):
            for cells in (line, credit):
                cells.update(SubscriptionDescription="Office", MeterDescription="")
        if self.accident(0.03):  # the credit on a reservation
            for cells in (line, credit):
                cells["ReservationOrderId"] = "RIOderId-1"
        if self.accident(0.04):
            credit[rng.choice(["EffectiveUnitPrice", "BillableQuantity"])] = ""
        if self.accident(0.05):
            credit["OrderDate"] = self.date(month_end(month))
        if self.accident(0.04):
            credit["SkuId"] = "00ZZ"
        if self.accident(0.02):  # a credit of nothing
            for name in ("Subtotal", "TaxTotal", "Total"):
                credit[name] = self.number(0)
        lines = [credit] if self.accident(0.06) else [line, credit]
        if len(lines) == 2 and self.accident(0.06):  # a second charge like the first, once with PEC
            lines.append(dict(line, PriceAdjustmentDescription='["15.0% Partner earned credit for services managed"]'))
        rng.shuffle(lines)
        for cells in lines:
            self.invoice_rows.append((month, cells))
        if "15.0%" not in line["PriceAdjustmentDescription"]:
            self.credited.append((customer, month, subtotal, rate, line))

    def usage_line(self, customer, month, number, price, quantity, subtotal):
        rng = self.rng
        product = rng.choice(["DZH318Z0BNZ5", "DZH318Z0BQD2", "dzh318z0bp0l"] * 2 + [f"CFQ7TTC0{rng.randrange(40):02d}"])
        tax = Decimal(rng.choice(["0", "0", "0", "0.5", "1.23"]))
        total = subtotal + tax
        if self.accident(0.02):
            total += Decimal(rng.choice(["0.01", "-1", "0.005"]))
        cells = {
            "PartnerId": "partner-1",
            "__customer": customer["number"],
            "CustomerId": self.id(customer["id"]),
            "CustomerName": customer["name"] if not self.maybe(0.1) else "",
            "CustomerDomainName": "x.test",
            "CustomerCountry": "DE",
            "InvoiceNumber": self.id(number) if self.maybe(0.2) else number,
            "MpnId": "6034453",
            "OrderId": "order-1",
            "OrderDate": self.date(month_start(month) + datetime.timedelta(days=rng.choice([0, 0, 1]))) if not self.maybe(0.1) else "",
            "ProductId": self.id(product),
            "SkuId": rng.choice(["006G", "006G", "006g", "6"]),
            "AvailabilityId": rng.choice(["DZH318Z08B80", "DZH318Z08B80", ""]),
            "SkuName": "Tables - LRS",
            "ProductName": "Tables",
            "ChargeType": rng.choice(["New", "new", "cycleCharge"]),
            "UnitPrice": "not looked at" if self.accident(0.02) else self.number(price),
            "Quantity": "1",
            "Subtotal": self.number(subtotal),
            "TaxTotal": self.number(tax) if tax or self.maybe(0.7) else "",
            "Total": self.number(total) if not self.maybe(0.1) else "",
            "Currency": self.code(customer["billing"]),
            "PriceAdjustmentDescription": "",
            "PublisherName": rng.choice(["Microsoft", "Microsoft Corporation", "", "microsoft"]),
            "PublisherId": "NA",
            "SubscriptionDescription": rng.choice(["Azure plan", "Azure plan", "azure PLAN", "My plan"]),
            "SubscriptionId": self.id(rng.choice([SUBSCRIPTION, SUBSCRIPTION, "4b", ""])),
            "ChargeStartDate": self.date(month_start(month)),
            "ChargeEndDate": self.date(month_end(month)),
            "TermAndBillingCycle": "Data Stored (GB/Month)",
            "EffectiveUnitPrice": self.number(price),
            "UnitType": "1 GB/Month",
            "BillableQuantity": self.number(quantity),
            "BillingFrequency": "",
            "PricingCurrency": customer["pricing"] if not self.accident(0.05) else "",
            "PCToBCExchangeRate": self.number(customer["rate"]) if customer["rate"] else "",
            "PCToBCExchangeRateDate": self.date(month_end(month)),
            "MeterDescription": "Tables - LRS Data Stored (GB/Month)",
            "ReservationOrderId": "",
            "CreditReasonCode": "",
            "ReferenceId": '{"id":"1","v":"2.0"}',
            "ProductQualifiers": '["Add-on"]',
        }
        if self.accident(0.06):  # a line that spans months, has no end, or belongs elsewhere
            cells["ChargeEndDate"] = rng.choice(["", self.date(month_end(month + 1))])
        if self.accident(0.04):
            cells["ChargeStartDate"] = cells["ChargeEndDate"] = self.date(month_start(month - rng.randint(1, 2)))
        if self.accident(0.03):  # a line without a vote
            cells["ChargeStartDate"] = ""
        return cells

    def subtotal_by_a_rule(self, price, quantity, rate, unit):
        rules = []
        for u in {unit, CENT}:
            rules += [down(down(price * quantity) * rate, u), down(price * rate, u) * quantity, half_up(price * quantity * rate, u)]
        subtotal = self.rng.choice(sorted(rules))
        if self.maybe(0.15 if unit == CENT else 0.4):
            subtotal += Decimal(self.rng.choice(["0.01", "-0.01", "0.02", "5", "-0.005", "1", "-1", "0.5", "0.01", "-0.01"]))
        return subtotal

    def random_line(self, customer, month, number, usage=True):
        rng = self.rng
        price = Decimal(rng.randrange(1, 500000)) / Decimal(rng.choice([100, 1000, 10000, 10**7]))
        quantity = Decimal(rng.choice(["1", "32", "0.005001", "12", "744", "3.5"]))
        rate = Decimal(customer["rate"] or "1")
        unit = unit_of(customer["billing"])
        subtotal = down(down(price * quantity) * rate, unit)
        if not usage or self.maybe(0.2):
            subtotal = self.subtotal_by_a_rule(price, quantity, rate, unit)
        cells = self.usage_line(customer, month, number, price, quantity, subtotal)
        if self.maybe(0.04):
            cells[rng.choice(["EffectiveUnitPrice", "BillableQuantity"])] = ""
        return cells

    def make_usage(self, customer, month, number, pec):
        cells = self.random_line(customer, month, number)
        if pec:
            cells["PriceAdjustmentDescription"] = self.rng.choice(
                ['["15.0% Partner earned credit for services managed"]'] * 4
                + ['["100.0% Tier 1 Discount","15% partner EARNED credit for services managed"]', '["7.5% Partner earned credit"]']
            )
        elif self.maybe(0.1):
            cells["PriceAdjustmentDescription"] = self.rng.choice(['["100.0% Tier 1 Discount"]', '["0% Partner earned credit"]'])
        self.invoice_rows.append((month, cells))

    def make_free_tier(self, customer, month, number):
        cells = self.usage_line(customer, month, number, Decimal(0), Decimal(5), Decimal(0))
        self.invoice_rows.append((month, cells))

    def make_licence(self, customer, month, number):
        cells = self.random_line(customer, month, number, usage=False)
        cells.update(
            SubscriptionDescription="Microsoft 365 E5",
            MeterDescription="",
            TermAndBillingCycle="One-Year commitment for monthly/yearly billing",
            ProductName="Microsoft 365 E5",
            SkuName="Microsoft 365 E5",
        )
        if self.maybe(0.5):
            cells["ChargeStartDate"], cells["ChargeEndDate"] = self.date(month_start(month - 1)), self.date(month_end(month + 10))
        self.invoice_rows.append((month, cells))

    def make_third_party(self, customer, month, number):
        cells = self.random_line(customer, month, number)
        cells["PublisherName"] = self.rng.choice(["Canonical", "Red Hat", "The Microsoft Fans"])
        self.invoice_rows.append((month, cells))

    def make_commitment(self, customer, month, number):
        cells = self.random_line(customer, month, number, usage=False)
        if self.maybe(0.5):
            cells["ReservationOrderId"] = "55eebd03"
        else:
            cells["TermAndBillingCycle"] = self.rng.choice(["1 Year Reservation", "3 year SAVINGS PLAN, monthly"])
        self.invoice_rows.append((month, cells))

    def make_support(self, customer, month, number):
        cells = self.random_line(customer, month, number)
        cells["ProductName"] = self.rng.choice(["Azure Support Plan", "Standard support", "Unsupported thing", "Tables"])
        cells["SkuName"] = self.rng.choice(["Support", "supportive", "Tables"])
        self.invoice_rows.append((month, cells))

    def make_other_credit(self, customer, month, number):
        cells = self.random_line(customer, month, number)
        amount = Decimal(self.rng.randrange(1, 2000)) / 100
        cells.update(
            ChargeType=self.rng.choice(["customerCredit", " CUSTOMERCREDIT"]),
            CreditReasonCode=self.rng.choice(["SLA Credit", "sla credit", "", "Goodwill", "Contoso Special Credit"]),
            Subtotal=self.number(-amount),
            TaxTotal="",
            Total=self.number(-amount),
            EffectiveUnitPrice=self.number(-amount),
            BillableQuantity="1",
        )
        self.invoice_rows.append((month, cells))

    def make_refund(self, customer, month, number):
        cells = self.random_line(customer, month, number)
        amount = Decimal(self.rng.randrange(1, 2000)) / 100
        cells.update(ChargeType="cancelImmediate", Subtotal=self.number(-amount), Total="", EffectiveUnitPrice=self.number(-amount), BillableQuantity="1")
        if self.maybe(0.5):  # a refund of another month votes for that one
            earlier = month_start(month - self.rng.choice([1, 1, 2]))
            cells["ChargeStartDate"] = self.date(earlier + datetime.timedelta(days=self.rng.choice([0, 11])))
            cells["ChargeEndDate"] = self.date(earlier + datetime.timedelta(days=20))
        self.invoice_rows.extend([(month, cells)] + [(month, dict(cells, SkuId=f"R{n}")) for n in range(self.rng.choice([0, 0, 0, 1, 2]))])

    def make_estimate(self, customer, month, number):
        cells = self.random_line(customer, month, number)
        cells["InvoiceNumber"] = self.rng.choice(["", "  "])
        self.invoice_rows.append((month, cells))

    # -- daily usage ---------------------------------------------------------------------------------------------------

    def make_daily(self):
        """-> rows of one daily usage file"""
        rng, rows = self.rng, []
        self.gross_is_zero = self.maybe(0.2)  # credited rows have a total of 0 and must be valued by their price
        for customer, month, amount, rate, charge in self.credited:
            if self.accident(0.07):
                continue
            if self.maybe(0.1):
                amount += Decimal(rng.choice(["0.01", "-0.01", "0.02", "3", "-3", "0.0004"]))
            if amount <= 0:
                continue
            days = rng.choice([1, 2, 3])
            for part in self.split(amount, days):
                rows.append(self.daily_row(customer, month, charge["InvoiceNumber"].strip(), part, "aco", rate, charge))
        credited = {id(charge) for *_, charge in self.credited}
        if self.maybe(0.8):  # else no charge has a row
            for month, charge in self.invoice_rows:
                if id(charge) not in credited:
                    rows += self.usage_of_charge(month, charge)
        for month in self.months:
            for customer in self.customers:
                if self.maybe(0.15):
                    continue
                number = self.invoice_number(customer, month)
                for _ in range(rng.choice([0, 0, 1, 2, 3])):
                    total = Decimal(rng.randrange(0, 500000)) / Decimal(rng.choice([100, 1000, 10**6]))
                    kind = rng.choice(["pec", "pec", "none", "none", "both", "estimate", "third"])
                    if kind == "both" and not self.maybe(0.3):
                        kind = "pec"
                    rows.append(self.daily_row(customer, month, number, total, kind, Decimal(customer["rate"] or "1")))
        rng.shuffle(rows)
        return rows

    def usage_of_charge(self, month, charge):
        """The daily rows that a charge was made from: they give its Subtotal exactly, nearly, or not at all, or stand beside it."""
        rng = self.rng
        if charge["CreditReasonCode"] or charge["ChargeType"].strip().lower() == "customercredit" or self.maybe(0.1):
            return []
        total = Decimal(charge["Subtotal"].strip().lstrip("'").replace(",", "."))
        fate = rng.random()
        if fate < 0.3:  # what a line loses to rounding, at most a cent
            total += Decimal(rng.randrange(0, 10001)) / 10**6
        elif fate < 0.45:  # at the bounds of rounding and allowance
            total += Decimal(rng.choice(["0.01", "-0.01", "0.0149999", "0.015", "0.02", "-0.015", "-0.0149999", "0.0050001", "0.03"]))
        elif fate < 0.45 + 0.15 * self.turbulence:
            total += Decimal(rng.choice(["1", "-1.23", "250"]))
        kind, customer = "none", self.customers[charge["__customer"]]
        if "artner" in charge["PriceAdjustmentDescription"].lower().replace('["0%', ""):
            kind = "pec7.5" if "7.5%" in charge["PriceAdjustmentDescription"] else "pec15"
        if self.accident(0.08):
            kind = {"none": "pec15", "pec15": "none"}.get(kind, "pec15")
        beside = dict(charge)
        if self.accident(0.12):
            beside[rng.choice(["SkuId", "AvailabilityId", "ProductId", "SubscriptionId"])] = rng.choice(["", "other"])
        number = charge["InvoiceNumber"].strip()
        if not number or self.maybe(0.05):
            kind = "estimate" if self.maybe(0.7) else kind
            number = number or self.invoice_number(customer, month)
        parts = [total]
        for _ in range(rng.choice([0, 0, 1, 2])):
            part = (parts[-1] * rng.randrange(100) / 100).quantize(Decimal("1e-7"))
            parts[-1:] = [part, parts[-1] - part]
        return [self.daily_row(customer, month, number, part, kind, Decimal(customer["rate"] or "1"), beside) for part in parts]

    def daily_row(self, customer, month, number, total, kind, rate, charge=None):
        rng = self.rng
        day = month_start(month) + datetime.timedelta(days=rng.randrange(calendar.monthrange(month // 12, month % 12 + 1)[1]))
        if self.accident(0.04):
            day = month_start(month) - datetime.timedelta(days=rng.randint(1, 40))
        pec, percentage, credit_type = "", "", "Credit Not Applied"
        if kind in ("pec", "both"):
            pec, percentage, credit_type = rng.choice(["15", "15", "15.0", "7.5", ""]), "15", "Partner Earned Credit Applied"
        if kind in ("pec15", "pec7.5"):
            pec = percentage = kind[3:]
            credit_type = "Partner Earned Credit Applied"
        if kind in ("aco", "both"):
            percentage, credit_type = "100", rng.choice(["Azure Credit Applied", "azure credit applied", "Azure Credit Applied "])
            pec = "15" if kind == "both" else rng.choice(["", "0", "0"])
            if self.maybe(0.2):
                percentage = rng.choice(["", "100.0", "0"])
            elif self.maybe(0.1):
                credit_type = "Credit Not Applied"
        gross = total
        if kind in ("aco", "both") and self.gross_is_zero:
            total = Decimal(0)
        quantity = Decimal(rng.choice(["1", "2", "4", "0.5"]))
        # exact: the price times quantity times rate is the gross value where the rate allows it
        price = (gross / quantity / rate).quantize(Decimal("1e-14")) if rate else gross
        pricing = (gross / rate).quantize(Decimal("1e-8"))
        cells = {
            "PartnerId": "partner-1",
            "PartnerName": "Partner",
            "CustomerId": self.id(customer["id"]),
            "CustomerName": customer["name"],
            "InvoiceNumber": "" if kind == "estimate" else number,
            "ProductId": "DZH318Z0BNZ5",
            "SkuId": "006G",
            "AvailabilityId": "DZH318Z08B80",
            "SubscriptionId": self.id(SUBSCRIPTION),
            "PublisherName": "Canonical" if kind == "third" else "Microsoft",
            "ChargeStartDate": self.date(month_start(month)),
            "ChargeEndDate": self.date(month_end(month)),
            "UsageDate": self.date(day),
            "ResourceURI": rng.choice(["", "/subscriptions/1/vm-a", "/Subscriptions/1/VM-A", "/subscriptions/1/vm-b"]),
            "MeterName": "10K, \"Disk\" Operations",
            "MeterSubCategory": "Standard\u00a0HDD",
            "ChargeType": "Usage",
            "UnitPrice": self.number(price) if not self.accident(0.03) else "",
            "Quantity": self.number(quantity) if not self.accident(0.03) else "",
            "BillingPreTaxTotal": self.number(-total if self.maybe(0.1) and kind == "aco" else total),
            "BillingCurrency": self.code(customer["billing"]),
            "PricingPreTaxTotal": self.number(pricing) if not self.accident(0.05) else "",
            "PricingCurrency": customer["pricing"] if not self.accident(0.05) else "",
            "Tags": '{"environment":"production"}',
            "AdditionalInfo": '{"UsageType":"ComputeHR",\n"VCPUs":4}' if self.maybe(0.1) else "",
            "EffectiveUnitPrice": self.number(price),
            "PCToBCExchangeRate": self.number(customer["rate"]) if customer["rate"] else "",
            "PartnerEarnedCreditPercentage": self.number(pec) if pec else "",
            "CreditPercentage": self.number(percentage) if percentage else "",
            "CreditType": credit_type,
            "BenefitType": "Charge",
        }
        if charge is not None:
            cells.update({name: charge[name] for name in ("SubscriptionId", "ProductId", "SkuId", "AvailabilityId")})
        return cells

    # -- files ---------------------------------------------------------------------------------------------------------

    def write_csv(self, header, rows):
        """header: names as written; rows: lists of cells"""
        rng = self.rng
        separator = ";" if self.decimal_comma else ","
        separator_line = self.maybe(0.06)
        if separator_line:
            separator = rng.choice([separator, separator, ";", ",", "\t", "|"])
        newline = rng.choice(["\n", "\r\n", "\r\n"])
        all_quoted = self.maybe(0.06)
        lines = [rng.choice(["sep=", "SEP=", "Sep="]) + separator] if separator_line else []
        lines.append(separator.join(self.quoted(cell, separator, all_quoted) for cell in header))
        for cells in rows:
            lines.append(separator.join(self.quoted(cell, separator, all_quoted) for cell in cells))
            if self.maybe(0.02):
                lines.append(rng.choice(["", "", "  "]))
        if self.maybe(0.03):
            newlines = [rng.choice(["\n", "\r\n"]) for _ in lines]
        else:
            newlines = [newline] * len(lines)
        if self.maybe(0.1):
            newlines[-1] = ""
        text = "".join(line + end for line, end in zip(lines, newlines))
        if self.maybe(0.04):
            text += "\x1a"
        if not self.nasty and self.maybe(0.03):
            return ("\ufeff" + text).encode(rng.choice(["utf-16-le", "utf-16-be"]))
        return (b"\xef\xbb\xbf" if self.maybe(0.2) else b"") + text.encode("utf-8")

    def quoted(self, cell, separator, always):
        if always or any(c in cell for c in (separator, '"', "\n", "\r")) or self.maybe(0.02):
            return '"' + cell.replace('"', '""') + '"'
        return cell

    def write_json(self, header, rows):
        """JSON lines, an array, or a page of a service; numbers as texts or as JSON numbers"""
        rng, numbers, nulls = self.rng, self.maybe(0.5), self.maybe(0.5)

        def value(cell):
            if nulls and not cell:
                return "null"
            return cell if numbers and JSON_NUMBER.fullmatch(cell) else json.dumps(cell, ensure_ascii=False)

        objects = ["{" + ", ".join(f"{json.dumps(n)}: {value(c)}" for n, c in zip(header, cells)) + "}" for cells in rows]
        way = rng.randrange(4)
        if way == 0:
            text = "[" + ",\n ".join(objects) + "]\n"
        elif way == 1:
            text = f'{{"totalCount": {len(objects)}, "items": [\n' + rng.choice([", ", ",\n"]).join(objects) + "]}"
        else:
            text = "\n".join(objects) + "\n"
        return text.encode("utf-8")

    def written_header(self, names):
        """The header as the file writes it: other spellings, mapped names."""
        written = []
        for name in names:
            role = {"CustomerId": "customer", "CustomerID": "customer", "Subtotal": "Subtotal", "Currency": "currency", "CurrencyCode": "currency", "BillingCurrency": "currency"}.get(name)
            if self.mapped and role == self.mapped[0]:
                written.append(self.mapped[1])
            elif self.maybe(0.01):
                written.append(self.rng.choice([name.upper(), name.lower(), f" {name} ", "_".join(name)]))
            else:
                written.append(name)
        return written

    def table(self, names, rows, spelling=None, json_chance=0.03):
        """Rows as dictionaries -> a file; unknown columns and another column order now and then; bad rows when nasty. spelling: other
        names of columns"""
        rng = self.rng
        names = list(names)
        if self.maybe(0.08):
            rng.shuffle(names)
        written = self.written_header([(spelling or {}).get(name, name) for name in names])
        if self.mapped and self.maybe(0.3):  # the other name beside the mapped one is an unknown column
            other = {"customer": "CustomerTenantId", "Subtotal": "Subtotal", "currency": "Currency"}[self.mapped[0]]
            if other not in names and self.mapped[1] in written:
                names.append("__other")
                written.append(other)
            elif self.mapped[1] in written and self.mapped[0] == "Subtotal":
                names.append("__other")
                written.append("Subtotal")
        if self.maybe(0.1):
            at = rng.randrange(len(names) + 1)
            names.insert(at, "__unknown")
            written.insert(at, rng.choice(["NewMicrosoftColumn2026", "", "DiscountDetails"]))
        cells = [[row.get(name, "") for name in names] for row in rows]
        for row in cells:
            self.say_nothing(names, row)
        if self.nasty:
            for row in cells:
                if self.maybe(0.06):
                    self.spoil(names, row)
        elif cells and not self.decimal_comma and "" not in written and self.maybe(json_chance):
            return self.write_json(written, cells)
        return self.write_csv(written, cells)

    def say_nothing(self, names, row):
        """Words for nothing where a cell is empty."""
        if not self.accident(0.25):
            return
        for index, name in enumerate(names):
            if name in TEXT_COLUMNS and not row[index].strip() and self.maybe(0.15):
                row[index] = self.rng.choice(NOTHING)

    def spoil(self, names, row):
        """Makes one row bad, or at least strange."""
        rng = self.rng
        way = rng.randrange(7)
        numbers = [n for n in ("CreditAmount", "BalanceAmount", "Subtotal", "TaxTotal", "Total", "EffectiveUnitPrice", "BillableQuantity", "BillingPreTaxTotal", "PCToBCExchangeRate", "CreditPercentage", "PricingPreTaxTotal") if n in names]
        dates = [n for n in ("EffectiveDate", "ExpiryDate", "OrderDate", "ChargeStartDate", "ChargeEndDate", "UsageDate") if n in names]
        needed = [n for n in ("CustomerID", "CustomerId", "CreditAmount", "AgreementID", "CurrencyCode", "Subtotal", "Currency", "UsageDate", "BillingCurrency", "InvoiceMonth") if n in names]
        if way == 0:
            row[names.index(rng.choice(numbers))] = rng.choice(["1,2x", "$5", "NaN", "1 234", "--1", "1e", "''1", "12a", "0x10", "Infinity", ".", "NULL", "N/A", "-"])
        elif way == 1 and dates:
            row[names.index(rng.choice(dates))] = rng.choice(["2/30/2026", "10/1/26", "2026-13-01", "soon", "0/1/2026", "2026-00-10", "2026/10/01", "NULL", "None", "-"])
        elif way == 2:
            row[names.index(rng.choice(needed))] = rng.choice(["", "   ", *NOTHING])
        elif way == 3:
            row.append("one too many")
        elif way == 4:
            row.pop()
        elif way == 5 and self.maybe(0.05) and "ChargeEndDate" in names:  # in the other order of day and month
            row[names.index("ChargeEndDate")] = "1/31/2026" if self.day_first else "31/1/2026"
        elif way == 6:
            row[rng.randrange(len(row))] = rng.choice(NOTHING)
        elif "InvoiceMonth" in names:
            row[names.index("InvoiceMonth")] = rng.choice(["2026-13", "13/2026", "Foo 2026", "2026", "10/26", "Oct 26", "202613"])
        else:
            row[names.index(rng.choice(["UnitPrice", "PartnerId"]))] = "strange"

    def make_balance_files(self):
        rng = self.rng
        if not self.balance_rows or self.maybe(0.06):
            return
        count = rng.choice([1, 1, 2, 3])
        rows = list(self.balance_rows)
        if self.maybe(0.15):  # the report of one account, in one month or ever, is missing
            month, cells = rng.choice(rows)
            missing, code = rng.choice([month, None]), cells["CurrencyCode"].strip().upper()
            rows = [r for r in rows if r[1]["CurrencyCode"].strip().upper() != code or missing not in (None, r[0])]
        if self.maybe(0.5):
            rows.sort(key=lambda row: row[0])
        else:
            rng.shuffle(rows)
        groups = [rows[n::count] if self.maybe(0.5) else rows[len(rows) * n // count : len(rows) * (n + 1) // count] for n in range(count)]
        if count > 1 and self.maybe(0.3):
            groups[-1] = groups[-1] + groups[0][:2]  # an overlap
        for number, group in enumerate(groups):
            if not group and number:
                continue
            header, spelling = list(BALANCE_HEADER), {}
            if self.maybe(0.3):
                spelling = {"PartnerID": "PartnerTenantId", "CustomerID": "CustomerTenantId"}
                if self.maybe(0.5):
                    spelling.update(InvoiceMonth="BillingPeriod", ExpiryDate="ExpirationDate", CurrencyCode="Currency")
            if self.maybe(0.2):
                header.append("CustomerName")
            for name in ("Status", "CreditName", "EffectiveDate", "ExpiryDate", "PartnerID"):
                if self.maybe(0.03):
                    header.remove(name)
            self.files[self.name("balance", number)] = self.table(header, [cells for _, cells in group], spelling)

    def make_invoice_files(self):
        rng = self.rng
        if not self.invoice_rows:
            return
        count = rng.choice([1, 1, 2, 3, 0]) if self.maybe(0.3) else rng.choice([1, 2, 3])
        rows = list(self.invoice_rows)
        if self.maybe(0.15):  # the invoice of one account, in one month or ever, is missing
            month, cells = rng.choice(rows)
            missing, code = rng.choice([month, None]), cells["Currency"].strip().upper()
            rows = [r for r in rows if r[1]["Currency"].strip().upper() != code or missing not in (None, r[0])]
        if self.maybe(0.3):
            rng.shuffle(rows)
        for number in range(count):
            width = rng.choice([46, 46, 47, 47, 45, 41, 41, 40])
            group = [cells for month, cells in rows if (month + (0 if self.maybe(0.97) else 1)) % count == number]
            if width == 40 and self.maybe(0.7):  # the oldest form knows no reason: such credits are other credits
                width = 46
            if group or self.maybe(0.3):
                header = list(INVOICE_HEADERS[width])
                for name in ("TaxTotal", "Total", "MeterDescription", "SubscriptionDescription", "PCToBCExchangeRate", "CustomerName"):
                    if self.maybe(0.02):
                        header.remove(name)
                self.files[self.name("invoice", number)] = self.table(header, self.with_repeats(group))
        if rows and self.maybe(0.3):
            self.download_again("invoice", [cells for _, cells in rows], [INVOICE_HEADERS[n] for n in (46, 47, 47, 45, 41, 40)], ["ChargeEndDate"])

    def with_repeats(self, rows, chance=0.06):
        """equal rows inside one file raise nothing"""
        rows = list(rows)
        while rows and self.maybe(chance):
            rows.insert(self.rng.randrange(len(rows) + 1), self.rng.choice(rows))
        return rows

    def download_again(self, kind, rows, headers, others):
        """Files with rows that other files have too: the same rows in another layout and order, a part, an older download, one row
        alone, and rows that only look alike."""
        rng = self.rng
        number = rng.choice(rows)["InvoiceNumber"]
        for copy in range(rng.choice([1, 1, 2, 3])):
            again = list(rows) if self.maybe(0.2) else [cells for cells in rows if cells["InvoiceNumber"].strip().lower() == number.strip().lower()]
            way = rng.randrange(5)
            if way == 0:  # a part
                cut = rng.randrange(len(again))
                again = again[cut:]
            elif way == 1:  # an older download
                again = again[: rng.randrange(1, len(again) + 1)]
            elif way == 2:
                again = [rng.choice(again)]
            if self.maybe(0.3):
                rng.shuffle(again)
            again = [self.respelled(cells) for cells in again]
            for cells in again:
                if self.maybe(0.1):  # another row after all, or one that differs in what is not looked at
                    column = rng.choice(["SkuId", "ProductId", rng.choice(others), "ChargeType", "TaxTotal", "AvailabilityId", "ProductName", "SubscriptionId"])
                    cells[column] = self.number(Decimal("0.25")) if column == "TaxTotal" else rng.choice(["", "other"])
                    if column == "TaxTotal":
                        cells["Total"] = ""
                    if column == "UsageDate":
                        cells[column] = self.date(month_start(self.months[0]))
            while self.maybe(0.15):  # rows of its own
                again.insert(rng.randrange(len(again) + 1), dict(rng.choice(again), SkuId=f"own{rng.randrange(9)}"))
            self.files[self.name(kind, f"{copy}-again")] = self.table(rng.choice(headers), self.with_repeats(again, 0.3), json_chance=0.25)

    def respelled(self, cells):
        """The same row as another program would write it."""
        if self.maybe(0.4):
            return dict(cells)
        return {n: cell.again() if isinstance(cell, Spelled) and self.maybe(0.5) else cell for n, cell in cells.items()}

    def make_daily_files(self):
        rng = self.rng
        if not self.with_daily or self.maybe(0.08):
            return
        rows = self.make_daily()
        count = rng.choice([1, 2])
        for number in range(count):
            width = rng.choice([55, 56, 56, 54, 52, 52, 50])
            header = list(DAILY_HEADERS[width])
            group = [dict(row) for row in rows[number::count]]
            if width in (52, 55) and self.maybe(0.15):
                header.remove("CreditType")
            data = self.table(header, self.with_repeats(group))
            if width != 50 and "CreditType" in header and self.maybe(0.08) and b"artnerEarnedCreditPercentage" in data and not self.nasty:
                group = [self.as_rates(row) for row in group]
                header = [{"PartnerEarnedCreditPercentage": "rateOfPartnerEarnedCredit", "CreditPercentage": "rateOfCredit"}.get(n, n) for n in header]
                data = self.table(header, group)
            self.files[self.name("daily", number)] = data
        if rows and self.maybe(0.25):
            self.download_again("daily", rows, [DAILY_HEADERS[n] for n in (55, 56, 54, 52, 50)], ["UsageDate", "ResourceURI"])

    def as_rates(self, row):
        """The same row under the announced names, where 15 is 0.15."""

        def rate(text):
            if not text:
                return ""
            value = Decimal(text.strip().lstrip("'").replace(",", ".")) / 100
            return self.number(value)

        row = dict(row)
        row["rateOfPartnerEarnedCredit"] = rate(row.pop("PartnerEarnedCreditPercentage"))
        row["rateOfCredit"] = rate(row.pop("CreditPercentage"))
        return row

    def name(self, kind, number):
        rng = self.rng
        name = f"{kind}-{number}{rng.choice(['.csv'] * 9 + ['.CSV', '.CSV', '', '', '', ' (1).csv', '.tgz', '.TAR'])}"
        if kind == "daily" and isinstance(number, int) and self.maybe(0.3):
            name = f"G12757501{number}_BilledUsage_c000"
        return rng.choice(["", "", "", "sub/", "z.d/"]) + name

    def make_side_files(self):
        rng = self.rng
        if self.maybe(0.1):
            self.files["legacy.csv"] = LEGACY_FILE.replace(",", ";").encode() if self.decimal_comma else LEGACY_FILE.encode()
        if self.maybe(0.12) and self.files:
            self.files["sub/zz-copy.csv"] = self.files[rng.choice(sorted(self.files))]
        if self.maybe(0.12):
            self.files[rng.choice(["notes.txt", "sub/README.md", "mail.eml"])] = b"nothing to see\n"
        if self.maybe(0.08):
            self.files[".hidden/x.csv"] = b"nothing to see\n"
        if self.maybe(0.05):
            self.files[".hidden.csv"] = b""
        if not self.files:
            self.files["balance.csv"] = (";" if self.decimal_comma else ",").join(self.written_header(BALANCE_HEADER)).encode()
        if self.nasty and self.maybe(0.06):  # something that refuses the whole run
            name = rng.choice(sorted(name for name in self.files if "hidden" not in name and not name.endswith((".txt", ".md", ".eml"))))
            day = b"1/31/2026" if self.day_first else b"31/1/2026"
            self.files[name] = rng.choice(
                [self.files[name] + b'"unclosed', self.files[name] + b"a\rb\n", b"", b"Who,Knows\n1,2\n", self.files[name] + b"\0", self.files[name] + b"\xff\n"]
                + [self.files[name].replace(b"9/1/2026", day).replace(b"2026-09-01", day)]
            )

    def make_options(self):
        rng, options = self.rng, self.options
        if self.decimal_comma:
            options.append("--decimal-comma")
        if self.day_first:
            options.append("--day-first")
        if self.aco_reason and (self.maybe(0.03) or any("Special" in cells["CreditReasonCode"] for _, cells in self.invoice_rows)):
            options.append(f"--aco-reason '{rng.choice(['Contoso Special Credit', 'contoso special credit'])}'")
        if self.mapped:
            options.append(f"--map '{self.mapped[0]}={self.mapped[1]}'")
        anywhen = self.months + [self.months[0] - 1, self.months[-1] + 1]
        if self.maybe(0.3):
            first = month_start(rng.choice(anywhen))
            options.append(f"--month {first.year}-{first.month:02d}")
        if self.maybe(0.25):
            options.append("--as-of " + (month_start(rng.choice(anywhen)) + datetime.timedelta(days=rng.choice([0, 14, 27]))).isoformat())
        if self.maybe(0.15):
            options.append("--tolerance " + rng.choice(["0", "0.05", "1", "0.005", "5"]))
        if self.maybe(0.1):
            options.append("--expiring-days " + rng.choice(["0", "30", "90", "400"]))
        if self.maybe(0.1) and self.invoice_rows:
            number = rng.choice(self.invoice_rows)[1]["InvoiceNumber"].strip()
            if not self.nasty and self.maybe(0.08):
                number = "G-of-nobody"
            if number:
                first = month_start(rng.choice(anywhen))
                options.append(f"--invoice-month {number}={first.year}-{first.month:02d}")
        if self.maybe(0.1):
            readable = sorted(name for name in self.files if "hidden" not in name and not name.endswith((".txt", ".md", ".eml")))
            for name in rng.sample(readable, max(0, min(len(readable) - 1, rng.choice([1, 1, 1, 2])))):
                options.append("--skip " + shlex.quote(os.path.join(self.folder, name)))
        if not self.nasty and self.maybe(0.01):
            options.append("--skip in/none.csv")
        if self.maybe(0.1):
            options.append("--fail-on " + rng.choice(["error", "notice", "never", "warning"]))
        if self.nasty and not self.maybe(0.05):
            options.append("--keep-going")

    def build(self):
        self.make_agreements()
        self.make_invoices()
        self.make_balance_files()
        self.make_invoice_files()
        self.make_daily_files()
        self.make_side_files()
        self.make_options()
        return self


def make_world(seed, folder, daily=False, nasty=False):
    """Writes the files of a seed into a folder. -> the line of options"""
    world = World(seed, folder, daily, nasty).build()
    os.makedirs(folder, exist_ok=True)
    for name, data in world.files.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as stream:
            stream.write(data)
    return " ".join(world.options)


def main():
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    switches = {word for word in sys.argv[1:] if word.startswith("--")}
    if len(words) != 2 or switches - {"--daily", "--nasty"}:
        print(__doc__, file=sys.stderr)
        return 2
    print(make_world(words[0], words[1], "--daily" in switches, "--nasty" in switches))
    return 0


if __name__ == "__main__":
    sys.exit(main())
