#!/usr/bin/python3
"""Trains the tagger of presscut-groups and writes its weights.

    scripts/train_groups.py --data FOLDER --weights lib/groups/weights.tsv

FOLDER has suites of NDJSON records with `id`, `text` and `spans` (`start`, `end` in code points, `type`: ORG, PER, LOC, GPE,
others). Every suite's records are dealt to folds; for each fold build/bin/presscut-fit-tagger fits weights to the others, and
presscut-groups with these weights is scored on what they have not seen: exact and relaxed F1 of spans of type ORG, leading
determiners aside. The FURTHER suites, whose language is not ours, count less, are in every fit and are not scored. With --fold-folders each fold's weights and records are written, for other
scorers. The weights written in the end are those of a last fit on all records. Same data in, same weights out.
"""
import argparse
import json
import re
import subprocess
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path

SUITES = {  # file pattern: what it is, for the head of the weights
    'crossner-*': 'CrossNER, MIT; its text Wikipedia, CC BY-SA',
    'wikigold*': 'WikiGold, CC BY 4.0',
    're3d*': 'Dstl re3d without its non-commercial documents: Open Government Licence, public domain, CC BY 3.0 AU, CC BY-SA 3.0',
    'gum-open*': 'GUM, annotations CC BY 4.0; texts CC BY 2.5 to CC BY-SA 3.0',
}
FURTHER = {
    'btc*': 'Broad Twitter Corpus, CC BY 4.0',
    'wnut17*': 'WNUT 2017, CC BY 4.0',
    'sec*': 'SEC filings NER, CC BY 3.0',
}
COUNTS = {'wikigold': 2, 'btc': 0.3, 'wnut17': 0.3, 'sec': 0.3}  # how much a record counts; 1 where nothing is said
PARTIAL = ('gum', 'btc', 'wnut17', 'sec')  # mark no names of other things, or few
TYPES = {'ORG': 'ORG', 'PER': 'PER', 'LOC': 'LOC', 'GPE': 'LOC'}
NO_NAMES = {'DATE', 'QUANTITY', 'MONEY', 'FREQUENCY', 'COORDINATE', 'VEHICLE', 'DOCUMENTREFERENCE', 'COMMSIDENTIFIER'}
DETERMINER = re.compile(r'(?:the|an?|its|their|our|this)\s+', re.I)


def main():
    options = parse_options()
    suites, further = read_suites(options, options.suites), read_suites(options, FURTHER)
    if options.folds > 1:
        cross_validate(options, suites, further)
    table = fit(options, all_records(suites) + all_records(further))
    Path(options.weights).write_text(head(options) + table, encoding='utf-8')


def read_suites(options, patterns):
    return {path.stem: [dict(json.loads(line), suite=path.stem) for line in open(path, encoding='utf-8')]
            for pattern in patterns for path in sorted(Path(options.data).glob(pattern + '.jsonl'))}


def all_records(suites):
    return [record for records in suites.values() for record in records]


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--data', required=True, help='folder of *.jsonl')
    parser.add_argument('--suites', nargs='+', default=list(SUITES), help='file patterns without .jsonl')
    parser.add_argument('--weights', required=True, help='the table to write')
    parser.add_argument('--bin', default='build/bin', help='folder of presscut-fit-tagger and presscut-groups')
    parser.add_argument('--folds', type=int, default=4, help='1: no scores')
    parser.add_argument('--fold-folders', help='write FOLDER/N/weights.tsv and FOLDER/N/groups/SUITE.jsonl')
    parser.add_argument('--fit', default='', help='options of presscut-fit-tagger')
    parser.add_argument('--tool', default='', help='options of presscut-groups')
    return parser.parse_args()


def fold_of(suite, number, folds):
    return int(sha256(f'{suite} {number}'.encode()).hexdigest(), 16) % folds


def cross_validate(options, suites, further):
    counts = {name: Counter() for name in suites}
    for fold in range(options.folds):
        held = {name: [r for i, r in enumerate(records) if fold_of(name, i, options.folds) == fold]
                for name, records in suites.items()}
        rest = [r for name, records in suites.items() for i, r in enumerate(records)
                if fold_of(name, i, options.folds) != fold]
        folder = Path(options.fold_folders or '.fold') / str(fold)
        (folder / 'groups').mkdir(parents=True, exist_ok=True)
        (folder / 'weights.tsv').write_text(fit(options, rest + all_records(further)), encoding='utf-8')
        for name, records in held.items():
            lines = ''.join(json.dumps(record, ensure_ascii=False) + '\n' for record in records)
            (folder / 'groups' / f'{name}.jsonl').write_text(lines, encoding='utf-8')
            found = run_groups(options, records, folder / 'weights.tsv')
            for record in records:
                count(counts[name], record['text'], gold_of(record), found[record['id']])
    report(counts)


def fit(options, records):
    lines = ''.join(json.dumps(training_record(record), ensure_ascii=False) + '\n' for record in records)
    return subprocess.run([f'{options.bin}/presscut-fit-tagger', *options.fit.split()], input=lines.encode(),
                          stdout=subprocess.PIPE, check=True).stdout.decode()


def training_record(record):
    """The record as a document whose groups are the gold names, of overlapping ones groups first, then the longest."""
    text, names = record['text'], []
    spans = [s for s in record['spans'] if s['type'] not in NO_NAMES]
    for span in sorted(spans, key=lambda s: (s['type'] != 'ORG', s['start'] - s['end'], s['start'])):
        if all(span['end'] <= n['start'] or span['start'] >= n['end'] for n in names):
            names.append({'start': span['start'], 'end': span['end'], 'quote': text[span['start']:span['end']],
                          'kind': TYPES.get(span['type'], 'MISC'), 'name': '', 'alias': '', 'rule': ''})
    source = record['suite'].split('.')[0]
    counts = f'{COUNTS.get(source, 1)}{" partial" if source.startswith(PARTIAL) else ""}'
    return {'id': record['id'], 'text': text, 'sitename': counts, 'groups': sorted(names, key=lambda n: n['start'])}


def run_groups(options, records, weights):
    lines = ''.join(json.dumps({'id': r['id'], 'text': r['text']}, ensure_ascii=False) + '\n' for r in records)
    output = subprocess.run([f'{options.bin}/presscut-groups', '--json', '--weights', weights, *options.tool.split()],
                            input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout
    documents = [json.loads(line) for line in output.decode().splitlines()]
    return {d['id']: [(g['start'], g['end']) for g in d['groups']] for d in documents}


def gold_of(record):
    """Spans of groups, of nested ones the outer."""
    outer = []
    spans = {without_determiner(record['text'], s['start'], s['end']) for s in record['spans'] if s['type'] == 'ORG'}
    for start, end in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not outer or start >= outer[-1][1]:
            outer.append((start, end))
    return outer


def without_determiner(text, start, end):
    match = DETERMINER.match(text, start, end)
    return (match.end(), end) if match and match.end() < end else (start, end)


def count(counts, text, gold, found):
    found = {without_determiner(text, *span) for span in found}
    touched = lambda a, others: any(a[0] < b[1] and b[0] < a[1] for b in others)
    counts.update(gold=len(gold), found=len(found), exact=len(found & set(gold)),
                  found_touched=sum(touched(f, gold) for f in found), gold_touched=sum(touched(g, found) for g in gold))


def report(counts):
    print(f'{"suite":28} {"gold":>5} {"found":>5}  exact P    R   F1  relaxed F1', file=sys.stderr)
    for name, c in counts.items():
        p, r = c['exact'] / max(c['found'], 1), c['exact'] / max(c['gold'], 1)
        rp, rr = c['found_touched'] / max(c['found'], 1), c['gold_touched'] / max(c['gold'], 1)
        print(f'{name:28} {c["gold"]:5} {c["found"]:5}    {100 * p:5.1f} {100 * r:4.1f} {100 * f1(p, r):4.1f}  '
              f'{100 * f1(rp, rr):4.1f}', file=sys.stderr)


def f1(p, r):
    return 2 * p * r / (p + r) if p + r else 0.0


def head(options):
    used = ''.join(f'# data: {SUITES.get(pattern, pattern)}\n' for pattern in options.suites)
    used += ''.join(f'# data: {what} (counts {COUNTS[pattern[:-1]]})\n' for pattern, what in FURTHER.items())
    return (f'# The tagger of groups: a linear chain, sixteen units to one of log-likelihood.\n{used}'
            f'# script: scripts/train_groups.py, presscut-fit-tagger {options.fit or "as it stands"}, seed 7\n# commit: the one that last changed this file\n')


if __name__ == '__main__':
    main()
