# SPDX-License-Identifier: MIT
"""The contract of docs/spec-credits.md, sections 1 and 2, a second time: whole documents in memory, plain loops.

Knows nothing of the program. Findings are without their messages."""
import datetime
import hashlib
import json
import re
from decimal import Decimal, getcontext

getcontext().prec = 60

FINDINGS = {
    'ACO904': ('duplicate-file', 'notice'), 'MCA101': ('estimated-differs', 'error'), 'MCA102': ('lots-differ', 'error'),
    'MCA103': ('event-balance-differs', 'error'), 'MCA104': ('lot-out-of-range', 'error'),
    'MCA105': ('lot-expired-with-balance', 'warning'), 'MCA106': ('lot-expiring', 'notice'),
    'MCA107': ('lot-dates-reversed', 'error'), 'MCA108': ('currency-mixed', 'error'), 'MCA109': ('event-type-unknown', 'warning'),
    'MCA110': ('event-sign', 'warning'), 'MCA111': ('invoice-number-odd', 'notice'), 'MCA112': ('estimate-used-up', 'warning'),
    'MCA113': ('events-end-elsewhere', 'error'), 'MCA114': ('figure-estimated', 'notice'), 'MCA115': ('page-missing', 'error'),
    'MCA116': ('repeated-resource', 'notice'), 'MCA117': ('conflicting-resource', 'error'), 'MCA118': ('profile-unknown', 'notice'),
    'MCA119': ('profiles-incomplete', 'warning'), 'MCA201': ('charge-not-covered', 'notice'),
    'MCA202': ('credit-exhausted', 'warning'), 'MCA203': ('credit-lapses', 'warning'), 'MCA204': ('charge-outside-dates', 'notice'),
    'MCA205': ('eligibility-differs', 'notice'), 'MCA206': ('refund', 'notice'), 'MCA207': ('no-lot', 'notice'),
    'MCA208': ('sponsorship-limit', 'notice')}
TYPES = {'microsoft.consumption/credits/balancesummary': 'balance', 'microsoft.consumption/credits': 'balance',
         'microsoft.consumption/events': 'events', 'microsoft.consumption/lots': 'lots',
         'microsoft.billing/billingaccounts/billingprofiles': 'profiles', 'microsoft.billing/billingaccounts': 'accounts'}
MARKS = [('balance', ['balancesummary']), ('events', ['transactiondate', 'eventtype']), ('lots', ['originalamount', 'closedbalance']),
         ('profiles', ['invoiceday', 'systemid']), ('accounts', ['agreementtype', 'billingprofiles'])]
EVENT_TYPES = {'settledcharges', 'pendingcharges', 'pendingadjustments', 'pendingnewcredit', 'pendingexpiredcredit', 'newcredit',
               'creditexpired', 'expiredcredit', 'canceledcredit'}


def first(text):
    """None sorts before every text."""
    return (0, b'') if text is None else (1, text.encode())


def low(value):
    """A JSON value with its keys in lower case."""
    if isinstance(value, dict):
        return {key.lower(): low(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [low(inner) for inner in value]
    return value


def text_of(value):
    return value.strip() or None if value is not None else None


def day_of(value):
    value = text_of(value)
    if value is None:
        return None
    found = re.match(r'(\d+)/(\d+)/(\d{4})', value)
    if found:
        month, day, year = map(int, found.groups())
        return datetime.date(year, month, day)
    return datetime.date.fromisoformat(value[:10])


def amount_of(value):
    """(amount or None, currency or None)"""
    if value is None:
        return None, None
    number = value.get('value')
    currency = text_of(value.get('currency'))
    return (None if number is None else Decimal(str(number))), (currency.upper() if currency else None)


def segment(identity, name):
    parts = (identity or '').split('/')
    for at, part in enumerate(parts[:-1]):
        if part.lower() == name:
            found = parts[at + 1]
            return (found[:-1] if found.endswith('`') else found).lower() or None
    return None


def own_id(resource):
    parts = [part for part in (text_of(resource.get('id')) or '').split('/') if part]
    found = parts[-1] if parts else text_of(resource.get('name'))
    return found.lower() if found else None


def money(value):
    if value is None:
        return None
    value = value.normalize()
    return format(value.quantize(Decimal('0.01')) if -value.as_tuple().exponent < 2 else value, 'f') if value else '0.00'


def iso(day):
    return day.isoformat() if day else None


def upper(value):
    return value.upper() if value else None


class Resource:
    """What is read of one resource, and where."""

    def __init__(self, kind, raw, place, file, line):
        self.kind, self.place, self.file, self.line = kind, place, file, line
        self.properties = raw.get('properties') or {}
        identity = text_of(raw.get('id'))
        self.id = identity.lower() if identity else None
        self.own = own_id(raw)
        self.account, self.profile = segment(identity, 'billingaccounts'), segment(identity, 'billingprofiles')
        if kind == 'events' and self.profile is None:
            other = text_of(self.properties.get('billingprofileid'))
            self.profile = segment(other, 'billingprofiles')
            self.account = self.account or segment(other, 'billingaccounts')
        self.used = self.values()

    def values(self):
        own = self.properties
        if self.kind == 'balance':
            summary = own['balancesummary']
            self.estimated, self.current = amount_of(summary['estimatedbalance']), amount_of(summary['currentbalance'])
            self.adjustments, self.expired = amount_of(own.get('pendingcreditadjustments')), amount_of(own.get('expiredcredit'))
            self.charges = amount_of(own.get('pendingeligiblecharges'))
            amounts = [self.estimated, self.current, self.adjustments, self.expired, self.charges]
            self.figure, rest = self.current, []
            order = [self.current[1]]
        elif self.kind == 'lots':
            self.original, self.remaining = amount_of(own.get('originalamount')), amount_of(own.get('closedbalance'))
            self.start, self.end = day_of(own.get('startdate')), day_of(own.get('expirationdate'))
            self.source, self.status, self.po = (text_of(own.get(key)) for key in ('source', 'status', 'ponumber'))
            self.billing = upper(text_of(own.get('billingcurrency')))
            amounts, self.figure = [self.original, self.remaining], self.remaining
            rest = [self.start, self.end, self.source, self.status, self.po, self.billing]
            order = [self.remaining[1], self.original[1]]
        elif self.kind == 'events':
            self.date = day_of(own['transactiondate'])
            self.new, self.adjustments = amount_of(own.get('newcredit')), amount_of(own.get('adjustments'))
            self.expired, self.charges = amount_of(own.get('creditexpired')), amount_of(own.get('charges'))
            self.canceled, self.closing = amount_of(own.get('canceledcredit')), amount_of(own.get('closedbalance'))
            self.type, self.invoice, self.description = (text_of(own.get(key))
                                                         for key in ('eventtype', 'invoicenumber', 'description'))
            amounts = [self.new, self.adjustments, self.expired, self.charges, self.closing]
            self.figure = self.closing
            rest = [self.date, self.type, self.invoice, self.description, self.canceled, text_of(own.get('billingprofileid'))]
            order = [self.closing[1], self.new[1]]
        else:
            return None
        self.credit_currency = upper(text_of(own.get('creditcurrency')))
        self.estimate = own.get('isestimatedbalance')
        names = {currency for _, currency in amounts if currency} | ({self.credit_currency} if self.credit_currency else set())
        self.mixed = len(names) > 1
        self.currency = next((name for name in order + [self.credit_currency] if name), None)
        return amounts, rest, self.credit_currency, self.estimate


def zero(value):
    return value if value is not None else Decimal(0)


class Reading:
    """Pages in the order of reading: [(file, bytes, lines of its resources)], lines as given by who wrote them."""

    def __init__(self, files, one_profile):
        self.inputs, self.pages, self.findings = [], [], []
        self.by_kind = {kind: [] for kind in ('balance', 'lots', 'events')}
        self.accounts, self.listed, self.seen = [], [], {}
        self.place = 0
        for file, content, lines in files:
            self.read(file, content, lines)
        resources = sorted(sum(self.by_kind.values(), []), key=lambda one: one.place)
        self.day = max((one.date for one in self.by_kind['events']),
                       default=max((one.start for one in self.by_kind['lots'] if one.start), default=None))
        if one_profile:
            owner = next((one for one in resources if one.profile), None)
            for one in resources if owner else []:
                one.account, one.profile = owner.account, owner.profile
        self.waiting = self.chain()
        self.repeat()

    def find(self, code, amount=Decimal(0), account=None, profile=None, resource=None, currency=None, file=None, line=None):
        self.findings.append((code, account, profile, currency, resource, file, line, amount))

    def on(self, code, one, amount=Decimal(0), currency=None):
        self.find(code, amount, one.account, one.profile, None if one.kind == 'balance' else one.own, currency, one.file, one.line)

    def read(self, file, content, lines):
        digest = hashlib.sha256(content).hexdigest()
        value = low(json.loads(content.decode(), parse_float=Decimal))
        if isinstance(value, list):
            raws, following = value, None
        elif isinstance(value.get('value'), list):
            raws, following = value['value'], text_of(value.get('nextlink'))
        else:
            raws, following = [value], None
        kind = 'empty'
        for raw in raws:
            properties = raw.get('properties') or {}
            kind = TYPES[raw['type'].lower()] if text_of(raw.get('type')) else next(
                name for name, marks in MARKS if any(mark in properties for mark in marks))
        row = {'file': file, 'kind': kind, 'api': self.api(kind, raws), 'rows': len(raws), 'next_link': following is not None,
               'sha256': digest}
        self.inputs.append(row)
        if digest in self.seen and kind != 'empty':
            row['rows'] = 0
            self.find('ACO904', file=file)
            return
        self.seen[digest] = file
        own = []
        for raw, line in zip(raws, lines):
            one = Resource(kind, raw, self.place, file, line)
            self.place += 1
            own.append(one)
            if kind in self.by_kind:
                self.by_kind[kind].append(one)
            elif kind == 'profiles':
                one.profile = one.profile or one.own
                self.listed.append((one.account, one.profile, one.properties))
            else:
                self.account(one, raw)
        self.pages.append({'file': file, 'kind': kind, 'next': following is not None, 'own': own, 'line': 1})

    def account(self, one, raw):
        one.account = one.account or one.own
        inner = one.properties.get('billingprofiles')
        self.accounts.append((one, inner))
        for profile in inner if isinstance(inner, list) else (inner or {}).get('value') or []:
            self.listed.append((segment(text_of(profile.get('id')), 'billingaccounts') or one.account,
                                segment(text_of(profile.get('id')), 'billingprofiles') or own_id(profile),
                                profile.get('properties') or {}))

    @staticmethod
    def api(kind, raws):
        properties = [raw.get('properties') or {} for raw in raws]
        if kind == 'accounts':
            shapes = [type(own.get('billingprofiles')) for own in properties]
            return '2019-10-01-preview' if list in shapes else '2020-05-01' if dict in shapes else None
        if kind in ('profiles', 'empty'):
            return None
        newer = any(key in own for own in properties for key in ('creditcurrency', 'billingcurrency', 'isestimatedbalance'))
        return '2023-03-01' if newer else '2019-10-01'

    def chain(self):
        waiting, before = [], None
        for page in self.pages:
            page['list'], page['account'], page['profile'] = page['kind'], None, None
            own = page['own']
            if own and page['kind'] != 'accounts':
                owner = next((one for one in own if one.profile), own[0])
                several = len({(one.account, one.profile) for one in own if one.profile}) > 1
                page['account'] = owner.account
                page['profile'] = None if several or page['kind'] == 'profiles' else owner.profile
            continued = None
            if page['kind'] == 'empty':
                continued = before if before in waiting else None
            else:
                for other in waiting:
                    if other['list'] == page['list'] and other['account'] == page['account'] and (
                            page['profile'] is None or other['profile'] is None or page['profile'] == other['profile']):
                        continued = other
                        break
            if continued is not None:
                if page['kind'] == 'empty':
                    page['list'], page['account'], page['profile'] = (continued[key] for key in ('list', 'account', 'profile'))
                waiting = [other for other in waiting if other is not continued]
            if page['next']:
                waiting.append(page)
            before = page
        for page in waiting:
            self.find('MCA115', account=page['account'], profile=page['profile'], file=page['file'], line=page['line'])
        return waiting

    def repeat(self):
        for kind, resources in self.by_kind.items():
            kept, places = [], {}
            for one in resources:
                key = (one.account, one.profile) if kind == 'balance' else one.id
                if key is None or key not in places:
                    if key is not None:
                        places[key] = len(kept)
                    kept.append(one)
                    continue
                earlier = kept[places[key]]
                if earlier.used == one.used:
                    self.on('MCA116', one, currency=one.currency)
                    continue
                self.on('MCA117', one, zero(one.figure[0]) - zero(earlier.figure[0]), one.currency)
                one.place = earlier.place
                kept[places[key]] = one
            self.by_kind[kind] = kept


def is_credit(lot):
    return (lot.source or '').lower() != 'consumptioncommitment'


def check_lot(reading, lot, usual):
    left, original = lot.remaining[0], lot.original[0]
    if not lot.mixed and left is not None:
        if left < 0:
            reading.on('MCA104', lot, left, lot.currency)
        elif original is not None and left > original:
            reading.on('MCA104', lot, left - original, lot.currency)
    if lot.start and lot.end and lot.start > lot.end:
        reading.on('MCA107', lot, currency=lot.currency)
    if lot.mixed or (lot.currency and usual and lot.currency != usual):
        reading.on('MCA108', lot, currency=lot.currency)
    if lot.estimate is True:
        reading.on('MCA114', lot, zero(left), lot.currency)


class Profiles:
    def __init__(self, reading):
        figures = [one for kind in ('balance', 'lots', 'events') for one in reading.by_kind[kind]]
        keys = {(account, profile) for account, profile, _ in reading.listed} | {(one.account, one.profile) for one in figures}
        self.keys = sorted(keys, key=lambda key: (first(key[0]), first(key[1])))
        self.names, self.own, self.accounts = {}, {}, {}
        for account, profile, properties in reading.listed:
            name, currency = text_of(properties.get('displayname')), text_of(properties.get('currency'))
            if name:
                self.names[account, profile] = name
            if currency:
                self.own[account, profile] = currency.upper()
        for one, _ in reading.accounts:
            name = text_of(one.properties.get('displayname'))
            if name:
                self.accounts[one.account] = name
        self.balance = {(one.account, one.profile): one for one in reading.by_kind['balance']}
        self.currency = {}
        for key in self.keys:
            self.currency[key] = next((one.currency for one in figures if (one.account, one.profile) == key and one.currency),
                                      self.own.get(key))

    def findings(self, found):
        rows = []
        for code, account, profile, currency, resource, file, line, amount in sorted(
                found, key=lambda row: (row[0], *map(first, row[1:6]), row[6] or 0, row[7])):
            name, severity = FINDINGS[code]
            rows.append({'code': code, 'name': name, 'severity': severity, 'account_id': account,
                         'account_name': self.accounts.get(account), 'profile_id': profile,
                         'profile_name': self.names.get((account, profile)), 'resource': resource, 'currency': currency,
                         'amount': money(amount), 'file': file, 'line': line})
        return rows


def mca(files, as_of=None, same_snapshot=False, one_profile=False, only=(), tolerance=Decimal('0.01'), expiring=60):
    reading = Reading(files, one_profile)
    profiles = Profiles(reading)
    day = as_of or reading.day
    lots, live, available = lots_of(reading, profiles, day, expiring)
    events, ends, counts = events_of(reading, profiles, tolerance)
    rows = [profile_row(reading, profiles, key, (live, available, ends, counts), (tolerance, same_snapshot))
            for key in profiles.keys]
    told = set()
    for one, inner in reading.accounts:
        if isinstance(inner, dict) and inner.get('hasmoreresults') is True and one.account not in told:
            told.add(one.account)
            reading.find('MCA119', account=one.account, file=one.file, line=one.line)

    def wanted(row):
        texts = {text.lower() for text in only}
        key = (row['account_id'], row['profile_id'])
        return not only or (row['profile_id'] or '').lower() in texts or (profiles.names.get(key) or '').lower() in texts

    rows = [row for row in rows if wanted(row)]
    return {'schema': 'acorecon.mca/1', 'as_of': iso(day), 'same_snapshot': same_snapshot, 'inputs': reading.inputs,
            'profiles': [{key: value for key, value in row.items() if key != 'mixed'} for row in rows],
            'lots': [row for row in lots if wanted(row)], 'events': [row for row in events if wanted(row)],
            'findings': [row for row in profiles.findings(reading.findings) if wanted(row)], 'totals': totals_of(rows)}


def lots_of(reading, profiles, day, expiring):
    rows, live, available = [], {}, {}
    for lot in reading.by_kind['lots']:
        key, left = (lot.account, lot.profile), lot.remaining[0]
        usual = profiles.currency[key]
        if (lot.status or '').lower() in ('canceled', 'cancelled'):
            status = 'canceled'
        elif day and lot.start and lot.start > day:
            status = 'not-started'
        elif day and lot.end and lot.end < day:
            status = 'expired'
        elif left is not None and left == 0:
            status = 'used'
        elif day and lot.end and (lot.end - day).days <= expiring:
            status = 'expiring'
        else:
            status = 'active'
        check_lot(reading, lot, usual)
        if is_credit(lot):
            counts = live.setdefault(key, [0, 0])
            counts[0] += 1
            available.setdefault(key, Decimal(0))
            if status == 'expired' and zero(left) > 0:
                reading.on('MCA105', lot, left, lot.currency)
            if status == 'expiring':
                reading.on('MCA106', lot, zero(left), lot.currency)
            if left is not None and not lot.mixed and lot.currency == usual and status in ('used', 'expiring', 'active'):
                counts[1] += 1
                available[key] += left
        used = lot.original[0] - left if left is not None and lot.original[0] is not None else None
        rows.append({'account_id': lot.account, 'profile_id': lot.profile, 'profile_name': profiles.names.get(key),
                     'lot_id': lot.own, 'kind': 'credit' if is_credit(lot) else 'commitment', 'source': lot.source,
                     'start_date': iso(lot.start), 'expiration_date': iso(lot.end), 'currency': lot.currency,
                     'original': money(lot.original[0]), 'remaining': money(left), 'used': money(used), 'status': status,
                     'reported_status': lot.status.lower() if lot.status else None,
                     'days_left': (lot.end - day).days if day and lot.end else None, 'po_number': lot.po,
                     'billing_currency': lot.billing, 'estimated': lot.estimate, 'mixed': lot.mixed, 'file': lot.file,
                     'line': lot.line})
    rows.sort(key=lambda row: (*(first(row[name]) for name in ('account_id', 'profile_id', 'expiration_date', 'start_date',
                                                               'lot_id', 'file')), row['line']))
    return rows, live, available


def events_of(reading, profiles, tolerance):
    chains, ends, counts, rows = {}, {}, {}, []
    for one in reading.by_kind['events']:
        chains.setdefault((one.account, one.profile, one.currency), []).append(one)
        counts.setdefault((one.account, one.profile), []).append(one.date)
    for (account, profile, currency), chain in sorted(chains.items(), key=lambda item: tuple(map(first, item[0]))):
        if not chain[0].date < chain[-1].date:
            chain = chain[::-1]
        chain = sorted(chain, key=lambda one: one.date)
        before, opened, moved = None, None, Decimal(0)
        for at, one in enumerate(chain):
            movement = None if one.mixed else (zero(one.new[0]) + zero(one.adjustments[0]) + zero(one.charges[0])
                                               - zero(one.expired[0]))
            closing = one.closing[0]
            opening = before if before is not None else closing - movement if None not in (closing, movement) else None
            difference = closing - opening - movement if None not in (closing, opening, movement) else None
            opened = opening if at == 0 else opened
            moved = moved + movement if None not in (moved, movement) else None
            running = opened + moved if None not in (opened, moved) else None
            before = closing
            usual = profiles.currency[account, profile]
            pending = (one.type or '').lower().startswith('pending')
            if difference is not None and abs(difference) > tolerance:
                reading.on('MCA103', one, difference, currency)
            if one.mixed or (currency and usual and currency != usual):
                reading.on('MCA108', one, currency=currency)
            if (one.type or '').lower() not in EVENT_TYPES:
                reading.on('MCA109', one, zero(movement), currency)
            odd = [figure for figure, is_odd in ((one.new[0], zero(one.new[0]) < 0), (one.charges[0], zero(one.charges[0]) > 0),
                                                 (one.expired[0], zero(one.expired[0]) < 0)) if is_odd]
            if odd:
                reading.on('MCA110', one, odd[0], currency)
            if (pending and one.invoice) or ((one.type or '').lower() == 'settledcharges' and not one.invoice):
                reading.on('MCA111', one, zero(movement), currency)
            if one.estimate is True:
                reading.on('MCA114', one, zero(closing), currency)
            if currency == usual:
                ends[account, profile] = one
            rows.append({'account_id': account, 'profile_id': profile, 'profile_name': profiles.names.get((account, profile)),
                         'event_id': one.own, 'date': iso(one.date), 'type': one.type, 'pending': pending,
                         'description': one.description, 'invoice': one.invoice, 'currency': currency, 'opening': money(opening),
                         'new_credit': money(one.new[0]), 'adjustments': money(one.adjustments[0]),
                         'charges': money(one.charges[0]), 'expired': money(one.expired[0]), 'canceled': money(one.canceled[0]),
                         'closing': money(closing), 'running': money(running), 'difference': money(difference),
                         'file': one.file, 'line': one.line})
    return rows, ends, counts


def profile_row(reading, profiles, key, sums, options):
    live, available, ends, counts = sums
    tolerance, same_snapshot = options
    balance, currency, end = profiles.balance.get(key), profiles.currency[key], ends.get(key)
    dates = counts.get(key, [])
    row = {'account_id': key[0], 'account_name': profiles.accounts.get(key[0]), 'profile_id': key[1],
           'profile_name': profiles.names.get(key), 'currency': currency, 'estimated': None, 'current': None,
           'available': money(available.get(key)), 'pending_adjustments': None, 'pending_charges': None, 'expired': None,
           'expired_sign': None, 'expected_estimated': None, 'lots': live.get(key, [0, 0])[0],
           'live_lots': live.get(key, [0, 0])[1], 'events': len(dates), 'first_event': iso(min(dates, default=None)),
           'last_event': iso(max(dates, default=None)), 'last_balance': money(end.closing[0]) if end else None, 'mixed': False}
    figures = [one for kind in reading.by_kind.values() for one in kind if (one.account, one.profile) == key]
    if (reading.accounts or reading.listed) and key[1] is not None and figures and not any(
            key == (account, profile) for account, profile, _ in reading.listed):
        reading.on('MCA118', min(figures, key=lambda one: one.place))
    if balance is None:
        return row
    estimated, current, adjustments, charges, expired = (getattr(balance, name)[0] for name in (
        'estimated', 'current', 'adjustments', 'charges', 'expired'))
    row.update(estimated=money(estimated), current=money(current), pending_adjustments=money(adjustments),
               pending_charges=money(charges), expired=money(expired), mixed=balance.mixed)
    if None not in (estimated, current, adjustments, charges, expired) and not balance.mixed:
        expected = current + adjustments + charges - expired
        if abs(estimated - expected) <= tolerance:
            row['expired_sign'] = 'minus' if expired else None
        elif abs(estimated - expected - 2 * expired) <= tolerance:
            expected += 2 * expired
            row['expired_sign'] = 'plus'
        row['expected_estimated'] = money(expected)
        if abs(estimated - expected) > tolerance:
            reading.on('MCA101', balance, estimated - expected, currency)
    if not balance.mixed:
        missing = any(page['list'] == 'lots' and page['account'] == key[0] and page['profile'] in (None, key[1])
                      for page in reading.waiting)
        if same_snapshot and key in available and current is not None and abs(available[key] - current) > tolerance \
                and not missing:
            reading.on('MCA102', balance, available[key] - current, currency)
        if estimated is not None and current is not None and estimated <= 0 < current:
            reading.on('MCA112', balance, estimated, currency)
        if same_snapshot and end and not end.mixed and None not in (end.closing[0], estimated) \
                and abs(end.closing[0] - estimated) > tolerance:
            reading.on('MCA113', balance, end.closing[0] - estimated, currency)
    else:
        reading.on('MCA108', balance, currency=balance.currency)
    if balance.estimate is True:
        reading.on('MCA114', balance, zero(current), balance.currency)
    return row


def totals_of(rows):
    totals = []
    for currency in sorted({row['currency'] for row in rows if row['currency']}):
        total = {'currency': currency}
        for name in ('estimated', 'current', 'available', 'pending_charges'):
            known = [Decimal(row[name]) for row in rows if row['currency'] == currency and row[name] is not None
                     and (name == 'available' or not row['mixed'])]
            total[name] = money(sum(known)) if known else None
        totals.append(total)
    return totals


# acorecon mca apply

def words(text):
    return re.sub(r'[\x00-\x2f\x3a-\x60\x7b-\x7f]', ' ', ''.join(
        char.lower() if char.isascii() else char for char in text or '')).split()


def has(text, phrase):
    found, wanted = words(text), phrase.split()
    return any(found[at:at + len(wanted)] == wanted for at in range(len(found) - len(wanted) + 1))


def rule_of(charge):
    product, publisher, kind = charge['product'], charge['publisher'], charge['kind']
    publisher_type = (charge['publisher_type'] or '').lower()
    for name in ('canonical', 'openlogic'):
        if has(product, name) or has(publisher, name):
            return name
    for name in ('citrix-xenapp-essentials', 'citrix-xendesktop', 'remote-access-rights', 'registered-user', 'ubuntu-advantage',
                 'visual-studio-enterprise', 'visual-studio-professional'):
        if has(product, name.replace('-', ' ')):
            return name
    if publisher_type == 'marketplace' or has(product, 'marketplace') or has(kind, 'marketplace'):
        return 'marketplace'
    if has(product, 'support') or has(kind, 'support'):
        return 'support-plan'
    if (publisher and not publisher.lower().startswith('microsoft')) or publisher_type not in ('', 'azure', 'microsoft'):
        return 'third-party'
    if any(has(kind, word) for word in ('licence', 'license', 'licences', 'licenses', 'software')):
        return 'licence'
    return None


def sponsorship_rule_of(charge):
    texts = [charge['kind'], charge['pricing_model'], charge['product']]
    if any(has(text, word) for text in texts for word in ('reservation', 'reservations', 'reserved')):
        return 'reservation'
    if any(has(text, word) for text in texts for word in ('savings plan', 'savings plans', 'savingsplan')):
        return 'savings-plan'
    return None


def apply(files, charges, as_of=None, sponsorship=False, one_profile=False):
    """charges: rows with the cells as texts, and file, line, in the order of reading; inputs of charges are given as rows."""
    reading = Reading(files, one_profile)
    profiles = Profiles(reading)
    inputs = [{key: row[key] for key in ('file', 'kind', 'rows', 'sha256')} for row in reading.inputs] + charges['inputs']
    rows = charges['rows']
    day = as_of or max((row['date'] for row in rows), default=reading.day)
    lots = []
    for place, lot in enumerate(reading.by_kind['lots']):
        check_lot(reading, lot, profiles.currency[lot.account, lot.profile])
        if not is_credit(lot):
            continue
        left = lot.remaining[0]
        lot.can_pay = (not lot.mixed and (lot.status or '').lower() not in ('canceled', 'cancelled')
                       and lot.currency is not None and left is not None and left > 0)
        lot.left, lot.paid, lot.uses, lot.at = left, Decimal(0), [], place
        lot.sponsored = sponsorship or has(lot.source, 'sponsorship')
        lots.append(lot)
    queue = sorted((lot for lot in lots if lot.can_pay),
                   key=lambda lot: (lot.end or datetime.date.max, lot.start or datetime.date.min, first(lot.own), lot.at))
    out, sums, zero_on = [], {}, {}
    for row in sorted(rows, key=lambda row: row['date']):
        out.append(pay(reading, queue, row, sums))
    for currency in {row['currency'] for row in rows}:
        zero_on[currency] = zero_day(queue, rows, out, currency)
    say_sums(reading, sums, rows)
    lot_rows = [lot_row(reading, lot, day) for lot in lots]
    lot_rows.sort(key=lambda row: (*(first(row[name]) for name in ('account_id', 'profile_id', 'expiration_date', 'start_date',
                                                                   'lot_id', 'file')), row['line']))
    for row in out:
        del row['place']
    return {'schema': 'acorecon.mca-apply/1', 'as_of': iso(day), 'inputs': inputs, 'charges': out, 'lots': lot_rows,
            'summary': summary_of(out, lot_rows, zero_on), 'findings': profiles.findings(reading.findings)}


def pay(reading, queue, row, sums):
    listed, special, amount = rule_of(row), sponsorship_rule_of(row), row['amount']
    rule = listed
    if row['eligible'] is True:
        rule = None
    elif row['eligible'] is False:
        rule = listed or 'column'
    if (row['eligible'] is True and listed) or (row['eligible'] is False and not listed):
        reading.find('MCA205', amount, None, row['profile'], listed, row['currency'], row['file'], row['line'])
    due, paid_by, reason = amount, [], None
    own = [lot for lot in queue if lot.currency == row['currency'] and row['profile'] in (None, lot.profile)]
    inside = [lot for lot in own if (lot.start or row['date']) <= row['date'] <= (lot.end or row['date'])]
    allowed = [lot for lot in inside if not (special and lot.sponsored)]
    if amount > 0 and not rule:
        for lot in allowed:
            part = min(lot.left, due)
            if part > 0:
                lot.left, lot.paid, due = lot.left - part, lot.paid + part, due - part
                lot.uses.append(row['date'])
                paid_by.append({'lot_id': lot.own, 'amount': money(part)})
    if due != 0:
        if amount < 0:
            reason = 'refund'
        elif rule:
            reason = 'not-covered'
        elif not own:
            reason = 'no-lot'
        elif special and any(lot.sponsored and lot.left > 0 for lot in inside):
            reason = 'sponsorship'
        elif not allowed:
            reason = 'outside-dates'
        else:
            reason = 'exhausted'
        key = (reason, row['currency'], rule if reason == 'not-covered' else None)
        tally = sums.setdefault(key, [Decimal(0), row['place']])
        tally[0] += due
        tally[1] = min(tally[1], row['place'])
    return {'date': iso(row['date']), 'profile_id': row['profile'], 'invoice': row['invoice'], 'product': row['product'],
            'publisher': row['publisher'], 'kind': row['kind'], 'currency': row['currency'], 'amount': money(amount),
            'rule': rule, 'sponsorship_rule': special, 'credit': money(amount - due), 'due': money(due), 'due_reason': reason,
            'paid_by': paid_by, 'file': row['file'], 'line': row['line'], 'place': row['place']}


def say_sums(reading, sums, rows):
    codes = {'not-covered': 'MCA201', 'exhausted': 'MCA202', 'outside-dates': 'MCA204', 'refund': 'MCA206', 'no-lot': 'MCA207',
             'sponsorship': 'MCA208'}
    for (reason, currency, rule), (amount, place) in sums.items():
        row = next(row for row in rows if row['place'] == place)
        reading.find(codes[reason], amount, None, None, rule, currency, row['file'], row['line'])


def zero_day(queue, rows, out, currency):
    """By what was paid up to each day, summed anew."""
    lots = [lot for lot in queue if lot.currency == currency]
    for day in sorted({row['date'] for row in rows if row['currency'] == currency}):
        paid = {}
        for row in out:
            if row['currency'] == currency and row['date'] <= iso(day):
                for part in row['paid_by']:
                    paid[part['lot_id']] = paid.get(part['lot_id'], Decimal(0)) + Decimal(part['amount'])
        if any((lot.start or day) <= day for lot in lots) and all(
                lot.remaining[0] == paid.get(lot.own, 0) for lot in lots if (lot.start or day) <= day <= (lot.end or day)):
            return day
    return None


def lot_row(reading, lot, day):
    lapsed = lot.left if lot.can_pay and day and lot.end and lot.end < day else Decimal(0)
    if lapsed > 0:
        reading.on('MCA203', lot, lapsed, lot.currency)
    opening = lot.remaining[0]
    return {'account_id': lot.account, 'profile_id': lot.profile, 'lot_id': lot.own, 'source': lot.source,
            'sponsorship': lot.sponsored, 'can_pay': lot.can_pay, 'currency': lot.currency, 'start_date': iso(lot.start),
            'expiration_date': iso(lot.end), 'opening': money(opening), 'used': money(lot.paid), 'lapsed': money(lapsed),
            'closing': money(opening - lot.paid - lapsed) if opening is not None else None,
            'first_use': iso(min(lot.uses, default=None)), 'last_use': iso(max(lot.uses, default=None)), 'file': lot.file,
            'line': lot.line}


def summary_of(charges, lots, zero_on):
    rows = []
    paying = [lot for lot in lots if lot['can_pay']]
    for currency in sorted({row['currency'] for row in charges} | {lot['currency'] for lot in paying}):
        own = [row for row in charges if row['currency'] == currency]
        held = [lot for lot in paying if lot['currency'] == currency]

        def total(rows, name):
            return sum((Decimal(row[name]) for row in rows), Decimal(0))

        refunds = [row for row in own if Decimal(row['amount']) < 0]
        rest = [row for row in own if Decimal(row['amount']) >= 0]
        rows.append({'currency': currency, 'charges': money(total(own, 'amount')), 'refunds': money(total(refunds, 'amount')),
                     'not_covered': money(total([row for row in rest if row['rule']], 'amount')),
                     'eligible': money(total([row for row in rest if not row['rule']], 'amount')),
                     'credit': money(total(own, 'credit')), 'due': money(total(own, 'due')),
                     'opening': money(total(held, 'opening')), 'lapsed': money(total(held, 'lapsed')),
                     'closing': money(total(held, 'closing')), 'zero_on': iso(zero_on.get(currency))})
    return rows
