# SPDX-License-Identifier: MIT
"""compare_credits.py PROGRAM FIRST COUNT mca|apply: random worlds, the program beside the model."""
import csv
import datetime
import hashlib
import io
import json
import os
import random
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

import credits_model
import summaries

CURRENCIES = ['USD', 'USD', 'USD', 'USD', 'usd', 'EUR']


def cents(dice, low, high):
    return dice.randint(low * 100, high * 100) / 100


def amount(dice, low, high):
    roll = dice.random()
    if roll < 0.04:
        return None
    if roll < 0.07:
        return {'currency': dice.choice(CURRENCIES), 'value': None}
    value = cents(dice, low, high)
    return {'currency': 'USD' if dice.random() < 0.95 else dice.choice(CURRENCIES),
            'value': str(value) if dice.random() < 0.05 else value}


def date(dice):
    day = datetime.date(2026, 1, 1) + datetime.timedelta(dice.randint(0, 200))
    return dice.choice([day.isoformat(), f'{day:%Y-%m-%d}T10:00:00Z', f'{day.month}/{day.day}/{day.year}',
                        f'{day:%m/%d/%Y} 21:47:31'])


def identity(dice, what, number):
    account, profile = dice.choice('AAAB'), dice.choice('PPPQR')
    path = f'/providers/Microsoft.Billing/billingAccounts/{account}'
    if dice.random() < 0.9:
        path += f'/billingProfiles/{profile}' + ('`' if dice.random() < 0.05 else '')
    return f'{path}/providers/Microsoft.Consumption/{what}/{dice.choice("xX")}{number}'


def resource(dice, kind, number):
    properties = {}

    def put(name, value, chance=0.85):
        if dice.random() < chance:
            properties[name] = value

    if kind == 'balance':
        current, adjustments, charges = cents(dice, -1, 50), cents(dice, -5, 5), cents(dice, -20, 0)
        expired = dice.choice([0, 0, cents(dice, 0, 5)])
        right = round(current + adjustments + charges + dice.choice([-1, 1]) * expired, 2)
        properties['balanceSummary'] = {
            'estimatedBalance': {'currency': 'USD', 'value': right if dice.random() < 0.7 else cents(dice, -20, 50)},
            'currentBalance': {'currency': dice.choice(CURRENCIES[:3] * 5 + ['EUR']), 'value': current}}
        for name, value in (('pendingCreditAdjustments', adjustments), ('pendingEligibleCharges', charges),
                            ('expiredCredit', expired)):
            put(name, {'currency': 'USD', 'value': value}, 0.97)
    elif kind == 'lots':
        properties['originalAmount'] = amount(dice, 0, 100)
        put('closedBalance', dice.choice([amount(dice, -1, 101), {'currency': 'USD', 'value': 0}]), 0.95)
        put('startDate', date(dice)), put('expirationDate', date(dice)), put('poNumber', dice.choice(['', ' 7 ', None]), 0.5)
        put('source', dice.choice(['PurchasedCredit', 'ConsumptionCommitment', 'Azure Sponsorship', ' ', 'SPONSORSHIP-2']))
        put('status', dice.choice(['Active', 'Canceled', 'cancelled', 'Expired', None]), 0.3)
    else:
        properties['transactionDate'] = date(dice)
        for name in ('newCredit', 'adjustments', 'creditExpired', 'charges', 'canceledCredit', 'closedBalance'):
            put(name, amount(dice, -9, 9))
        put('eventType', dice.choice(['SettledCharges', 'PendingCharges', 'pendingNewCredit', 'NewCredit', 'UnKnown', '']))
        put('invoiceNumber', dice.choice(['', 'G1', None])), put('description', 'text')
        put('billingProfileId', dice.choice(['/billingAccounts/C/billingProfiles/P', 'P', None]), 0.3)
    put('creditCurrency', dice.choice(['USD', 'USD', 'EUR', None]), 0.1)
    put('isEstimatedBalance', dice.choice([True, False, None]), 0.2)
    types = {'balance': 'Microsoft.Consumption/credits', 'lots': 'Microsoft.Consumption/lots',
             'events': 'microsoft.consumption/EVENTS'}
    one = {'properties': properties, 'name': f'n{number}'}
    if dice.random() < 0.7 or kind == 'lots':
        one['type'] = types[kind]
    if dice.random() < 0.95:
        one['id'] = identity(dice, kind, number)
    return one


def listing(dice):
    def profile():
        own = {'name': dice.choice('PQ'), 'properties': {'displayName': dice.choice(['Dev', 'Test', '']),
                                                         'currency': dice.choice(CURRENCIES)}}
        if dice.random() < 0.5:
            own['id'] = f'/billingAccounts/{dice.choice("AB")}/billingProfiles/{dice.choice("PQ")}'
        return own

    if dice.random() < 0.4:
        return [dict(profile(), type='Microsoft.Billing/billingAccounts/billingProfiles') for _ in range(dice.randint(1, 2))]
    inner = [profile() for _ in range(dice.randint(0, 2))]
    return [{'name': dice.choice('AB'), 'type': 'Microsoft.Billing/billingAccounts',
             'properties': {'displayName': dice.choice(['Contoso', None]),
                            'billingProfiles': dice.choice([inner, {'value': inner, 'hasMoreResults': dice.choice([True, False])},
                                                            None])}} for _ in range(dice.randint(1, 2))]


def write_page(dice, folder, name, raws):
    """One resource a line, so that its line is known."""
    lines = [json.dumps(raw) for raw in raws]
    following = ', "nextLink": "x"' if dice.random() < 0.3 else ''
    text = '{"value": [\n' + ',\n'.join(lines) + '\n]' + following + '}\n'
    content = text.encode()
    with open(os.path.join(folder, name), 'wb') as file:
        file.write(content)
    return name, content, [at + 2 for at in range(len(raws))]


def pages(dice, folder, kinds, count):
    files, earlier = [], []
    for at in range(count):
        kind = dice.choice(kinds)
        roll = dice.random()
        name = f'f{at:02}.json'
        if roll < 0.08:
            files.append(write_page(dice, folder, name, []))
            continue
        if roll < 0.16 and files:
            _, content, lines = dice.choice(files)
            with open(os.path.join(folder, name), 'wb') as file:
                file.write(content)
            files.append((name, content, lines))
            continue
        if kind == 'listing':
            raws = listing(dice)
        else:
            raws = [resource(dice, kind, dice.randint(1, 12)) for _ in range(dice.randint(1, 5))]
            again = [raw for known, raw in earlier if known == kind]
            if again and dice.random() < 0.3:
                raws.append(dice.choice(again))
            earlier += [(kind, raw) for raw in raws]
        files.append(write_page(dice, folder, name, raws))
    return files


def run(program, folder, arguments):
    done = subprocess.run([program] + arguments + ['--format', 'json'], cwd=folder, capture_output=True, check=False)
    if done.returncode > 1:
        raise SystemExit(f'status {done.returncode}: {done.stderr.decode()}')
    report = json.loads(done.stdout)
    wrong = summaries.taken_out(report, done.returncode, 'run_summary' if 'charges' in report else 'summary')
    if wrong:
        raise SystemExit(f'the summary: {wrong}')
    for finding in report['findings']:
        del finding['message']
    return report


def mca_world(program, dice, folder):
    files = pages(dice, folder, ['balance', 'lots', 'lots', 'events', 'events', 'listing'], dice.randint(1, 7))
    options, arguments = {}, ['mca']
    if dice.random() < 0.5:
        options['same_snapshot'] = True
        arguments.append('--same-snapshot')
    if dice.random() < 0.2:
        options['one_profile'] = True
        arguments.append('--one-profile')
    if dice.random() < 0.2:
        options['only'] = [dice.choice(['p', 'Q', 'dev'])]
        arguments += ['--profile', options['only'][0]]
    if dice.random() < 0.5:
        options['as_of'] = datetime.date(2026, 4, dice.randint(1, 30))
        arguments += ['--as-of', options['as_of'].isoformat()]
    return run(program, folder, arguments + [name for name, _, _ in files]), credits_model.mca(files, **options)


PRODUCTS = ['Virtual Machines', 'VM reserved', 'Ubuntu Advantage', 'Azure support', 'Canonical x', 'Marketplace-thing', '',
            'Visual  Studio Enterprise', 'Savings plan for compute', 'Remote Access Rights']


def charges_of(dice, folder):
    rows, out = [], io.StringIO()
    names = ['Date', 'Product', 'Amount', 'Currency', 'Publisher', 'PublisherType', 'Kind', 'PricingModel', 'BillingProfileId',
             'Invoice', 'CreditEligible']
    writer = csv.writer(out, lineterminator='\n')
    writer.writerow(names)
    for at in range(dice.randint(0, 25)):
        day = datetime.date(2026, 1, 1) + datetime.timedelta(dice.randint(0, 230))
        profile, eligible = dice.choice(['', '', '', '/x/P', 'Q', 'zz']), dice.choice([''] * 8 + ['true', 'No', '1', '0'])
        cells = [day.isoformat(), dice.choice(PRODUCTS), str(cents(dice, -4, 40)), dice.choice(CURRENCIES),
                 dice.choice(['', '', 'Microsoft', 'Contoso', 'canonical', 'N/A']),
                 dice.choice(['', '', 'Azure', 'Marketplace', 'Other']), dice.choice(['', 'Usage', 'software licence', 'Reservation']),
                 dice.choice(['', '', 'OnDemand', 'SavingsPlan']), profile, dice.choice(['', 'G1']), eligible]
        writer.writerow(cells)
        texts = {name: (cell if cell not in ('', 'N/A') else None) for name, cell in zip(names, cells)}
        rows.append({'date': day, 'product': texts['Product'], 'amount': credits_model.Decimal(cells[2]),
                     'currency': cells[3].upper(), 'publisher': texts['Publisher'], 'publisher_type': texts['PublisherType'],
                     'kind': texts['Kind'], 'pricing_model': texts['PricingModel'],
                     'profile': profile.split('/')[-1].lower() or None, 'invoice': texts['Invoice'],
                     'eligible': {'true': True, '1': True, 'No': False, '0': False}.get(eligible), 'file': 'charges.csv',
                     'line': at + 2, 'place': at})
    content = out.getvalue().encode()
    with open(os.path.join(folder, 'charges.csv'), 'wb') as file:
        file.write(content)
    return {'rows': rows, 'inputs': [{'file': 'charges.csv', 'kind': 'charges', 'rows': len(rows),
                                      'sha256': hashlib.sha256(content).hexdigest()}]}


def apply_world(program, dice, folder):
    files = pages(dice, folder, ['lots'], dice.randint(1, 4))
    # Ids tell lots apart, for what each paid is summed by them.
    charges = charges_of(dice, folder)
    options, arguments = {}, ['mca', 'apply', '--charges', 'charges.csv']
    for name, _, _ in files:
        arguments += ['--lots', name]
    for option in ('sponsorship', 'one_profile'):
        if dice.random() < 0.2:
            options[option] = True
            arguments.append('--' + option.replace('_', '-'))
    if dice.random() < 0.5:
        options['as_of'] = datetime.date(2026, 5, dice.randint(1, 30))
        arguments += ['--as-of', options['as_of'].isoformat()]
    return run(program, folder, arguments), credits_model.apply(files, charges, **options)


def differences(found, expected):
    for table in expected:
        if found.get(table) == expected[table]:
            continue
        if not isinstance(expected[table], list):
            yield f'{table}: program {found.get(table)}, model {expected[table]}'
            continue
        for row in found[table]:
            if row not in expected[table]:
                yield f'{table}: only the program: {json.dumps(row)}'
        for row in expected[table]:
            if row not in found[table]:
                yield f'{table}: only the model: {json.dumps(row)}'
        if sorted(map(json.dumps, found[table])) == sorted(map(json.dumps, expected[table])):
            yield f'{table}: another order'
    if set(found) != set(expected):
        yield f'members: {sorted(set(found) ^ set(expected))}'


def main():
    program, begin, count, kind = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    world, findings = {'mca': mca_world, 'apply': apply_world}[kind], 0
    for seed in range(begin, begin + count):
        with tempfile.TemporaryDirectory() as folder:
            found, expected = world(os.path.abspath(program), random.Random(f'{kind}-{seed}'), folder)
            told = list(differences(found, expected))
            if told:
                print(f'world {seed}:', *told[:12], sep='\n')
                sys.exit(1)
            findings += len(found['findings'])
    print(f'{count} worlds, {findings} findings')


main()
