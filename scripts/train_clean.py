#!/usr/bin/python3
"""Trains the block models of presscut-clean and writes their weights.

    scripts/train_clean.py --form html --pages pages-dev.ndjson.xz --weights lib/clean/weights.html.tsv
    scripts/render_pages.py pages-dev.ndjson.xz renderings.ndjson.xz
    scripts/train_clean.py --form plain --pages renderings.ndjson.xz --score text-dev.ndjson.xz \
        --trees 80 --depth 6 --rate 0.2 --row-share 0.3 --weights lib/clean/weights.plain.tsv

Reads records with `html` (or `text`), `url`, `type` and `gold_text`; extracts the features through
build/bin/presscut-block-features; labels each block by the share of its words that the gold text has in the same
order; fits the weights of the names of elements (name_weights.py) and boosted symmetric trees (build/bin/presscut-fit-trees),
every page weighing the same. Needs numpy and scipy. Prints the scores of folds by host: no
page is scored by trees that saw its host; with --fold-folders each fold's weights and pages are written, so that
`presscut clean --weights FOLDER/0/weights.html.tsv` can be scored on what they have not seen. With --score other records are scored than are trained on. The
weights written are those of a last fit on all pages. Same data in, same weights out.
"""
import argparse
import json
import lzma
import re
import subprocess
import sys
import tempfile
from bisect import bisect_left
from collections import Counter
from hashlib import sha256
from multiprocessing import Pool
from pathlib import Path
from statistics import mean
from urllib.parse import urlsplit

import numpy as np

import name_weights

WORD = re.compile(r'\w+')
STYLES = ('inner', 'lynx', 'strip', 'w3m')
SEED = 7


def main():
    options = parse_options()
    pages = [json.loads(line) for line in open_data(options.pages)]
    pages = [page for page in pages if chosen_style(page)]
    trained = len(pages)
    if options.score:
        pages += [json.loads(line) for line in open_data(options.score)]
    samples = Samples(options, pages, *extract(options, pages))
    is_trained = np.arange(len(pages)) < trained
    if options.folds > 1:
        is_scored = ~is_trained if options.score else is_trained
        folds = np.array([fold_of(page['url'], options.folds) for page in pages])
        report(cross_validate(options, samples, folds, is_trained), pages, is_scored)
        if options.fold_folders:
            write_pages(options, pages, folds, is_scored)
    table, _ = fit(options, samples, is_trained)
    Path(options.weights).write_text(head(options) + table, encoding='utf-8')


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--form', choices=['html', 'plain'], required=True)
    parser.add_argument('--pages', required=True, help='NDJSON records, also .xz')
    parser.add_argument('--weights', required=True, help='the table to write')
    parser.add_argument('--source', default='', help='what the data is and its licence, for the head of the table')
    parser.add_argument('--bin', default='build/bin', help='folder of presscut-block-features')
    parser.add_argument('--score', help='records to score instead of the pages, as --pages')
    parser.add_argument('--folds', type=int, default=5, help='1: no scores')
    parser.add_argument('--fold-folders', help='write FOLDER/N/: weights and the pages that they have not seen')
    parser.add_argument('--trees', type=int, default=450)
    parser.add_argument('--depth', type=int, default=7)
    parser.add_argument('--rate', type=float, default=0.08)
    parser.add_argument('--l2', type=float, default=10)
    parser.add_argument('--row-share', type=float, default=0.5, help='of the blocks that each tree is made from')
    return parser.parse_args()


def open_data(path):
    return lzma.open(path, 'rt', encoding='utf-8') if path.endswith('.xz') else open(path, encoding='utf-8')


def chosen_style(page):
    """Of a page's renderings two are enough to learn from: which ones, its id decides."""
    if 'style' not in page:
        return True
    styles = sorted(STYLES, key=lambda style: sha256(f'{page["id"]} {style}'.encode()).digest())
    return page['style'] in styles[:2]


def fold_of(url, folds):
    """A page's fold: all pages of a host, and all renderings of a page, are in one."""
    host = (urlsplit(url or '').hostname or '').removeprefix('www.')
    return int(sha256(host.encode()).hexdigest(), 16) % folds


def lacks_address(page):
    """Of some pages the trees do not hear the address, so that they can do without."""
    return sha256(page['id'].encode()).digest()[1] % 4 == 0


def extract(options, pages):
    """(column names, what is said of each page, feature rows of all blocks)."""
    key = 'html' if options.form == 'html' else 'text'
    with tempfile.TemporaryDirectory() as folder:
        source, rows = Path(folder) / 'pages', Path(folder) / 'rows'
        with open(source, 'w', encoding='utf-8', errors='replace') as out:
            for number, page in enumerate(pages):
                record = {'id': str(number), 'url': '' if lacks_address(page) else page['url'], key: page[key]}
                out.write(json.dumps(record, ensure_ascii=False) + '\n')
        with open(source, 'rb') as records:
            output = subprocess.run([f'{options.bin}/presscut-block-features', rows], stdin=records,
                                    stdout=subprocess.PIPE, check=True).stdout
        lines = [json.loads(line) for line in output.splitlines()]
        names = lines[0]
        values = np.fromfile(rows, dtype=np.float32).reshape(-1, len(names))
    return names, lines[1:], values


class Samples:
    """The blocks of all pages: features, labels, weights, and which rows belong to which page."""

    def __init__(self, options, pages, columns, lines, rows):
        self.columns, self.rows = columns, rows
        self.names = name_weights.Names(pages, lines) if options.form == 'html' else None
        blocks = [line['blocks'] for line in lines]
        self.blocks = [[[w.lower() for w in WORD.findall(text)] for text in texts] for texts in blocks]
        self.gold = [[w.lower() for w in WORD.findall(page['gold_text'])] for page in pages]
        self.starts = np.concatenate([[0], np.cumsum([len(texts) for texts in blocks])])
        with Pool() as pool:
            shares = pool.starmap(kept_shares, zip(self.blocks, self.gold), chunksize=20)
        self.labels = np.concatenate(shares) >= 0.5
        self.weights = np.concatenate([page_weights(b, g) for b, g in zip(self.blocks, self.gold)])
        self.doubts = [doubt_of(options, columns, rows[start]) if texts else 0.25 for start, texts in zip(self.starts, blocks)]
        self.page_of = np.repeat(np.arange(len(pages)), [len(texts) for texts in blocks])


def page_weights(blocks, gold):
    """Blocks weigh by their words, pages by one."""
    words = np.array([min(len(words), 300) + 1.0 for words in blocks])
    return words / (len(gold) + 100.0) * 100.0


def kept_shares(blocks, gold):
    """For each block the share of its words that align with the gold text."""
    words = [word for block in blocks for word in block]
    aligned = align(words, gold)
    shares, at = [], 0
    for block in blocks:
        shares.append(mean(aligned[at:at + len(block)]) if block else 0.0)
        at += len(block)
    return np.array(shares)


def align(words, gold):
    """Which of `words` stand in `gold` in the same order: long unique runs first, then what lies between them."""
    aligned = [False] * len(words)
    stack = [(0, len(words), 0, len(gold), 6)]
    while stack:
        a, b, c, d, size = stack.pop()
        if a >= b or c >= d:
            continue
        if size == 0:
            continue
        anchors = unique_runs(words, a, b, gold, c, d, size)
        if not anchors:
            stack.append((a, b, c, d, {6: 3, 3: 2, 2: 1, 1: 0}[size]))
            continue
        i, j = a, c
        for x, y in anchors:
            if x < i or y < j:
                continue
            low_x, low_y = x, y
            while low_x > i and low_y > j and words[low_x - 1] == gold[low_y - 1]:
                low_x, low_y = low_x - 1, low_y - 1
            while x < b and y < d and words[x] == gold[y]:
                aligned[x] = True
                x, y = x + 1, y + 1
            aligned[low_x:x] = [True] * (x - low_x)
            stack.append((i, low_x, j, low_y, size))
            i, j = x, y
        stack.append((i, b, j, d, size))
    return aligned


def unique_runs(words, a, b, gold, c, d, size):
    """Places of the runs of `size` words that stand once in each part, in the longest order common to both."""
    here = once(words, a, b, size)
    there = once(gold, c, d, size)
    pairs = sorted((at, there[run]) for run, at in here.items() if run in there)
    return longest_increasing(pairs)


def once(words, start, end, size):
    places = {}
    for i in range(start, end - size + 1):
        run = tuple(words[i:i + size])
        places[run] = None if run in places else i
    return {run: at for run, at in places.items() if at is not None}


def longest_increasing(pairs):
    tails, last, back = [], [], [None] * len(pairs)
    for k, (_, y) in enumerate(pairs):
        at = bisect_left(tails, y)
        back[k] = last[at - 1] if at else None
        tails[at:at + 1] = [y]
        last[at:at + 1] = [k]
    chain, k = [], last[-1] if last else None
    while k is not None:
        chain.append(pairs[k])
        k = back[k]
    return chain[::-1]


def fit(options, samples, chosen):
    """The table of names and trees fitted on the chosen pages, and the score of every row by them."""
    is_chosen = chosen[samples.page_of]
    weights = np.where(is_chosen, samples.weights / samples.weights.mean(), 0)
    names = {}
    if samples.names:
        by_size = np.sqrt(samples.weights)  # of blocks that say little there are many
        names, columns = samples.names.fit(samples.labels, by_size / by_size.mean(), is_chosen)
        samples.rows[:, [samples.columns.index(name) for name in name_weights.COLUMNS]] = columns
    with tempfile.TemporaryDirectory() as folder:
        rows, targets, scores = (str(Path(folder) / name) for name in ('rows', 'targets', 'scores'))
        samples.rows.tofile(rows)
        np.stack([samples.labels, weights], axis=1).astype(np.float32).tofile(targets)
        command = [f'{options.bin}/presscut-fit-trees', '--rows', rows, '--targets', targets, '--scores', scores,
                   '--width', samples.rows.shape[1], '--trees', options.trees, '--depth', options.depth,
                   '--rate', options.rate, '--l2', options.l2,
                   '--row-share', options.row_share, '--seed', SEED]
        trees = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, check=True, text=True).stdout
        return table_of(names, trees, samples.columns), np.fromfile(scores, dtype=np.float32)


def table_of(names, trees, columns):
    """The table that lib/clean reads: names, then trees with the names of the columns in place of their numbers."""
    first, rest = trees.split('\n', 1)
    by_weight = {}
    for word, weight in sorted(names.items()):
        by_weight.setdefault(weight, []).append(word)
    rows = ''.join(f'names:{weight}\t{" ".join(words)}\n' for weight, words in sorted(by_weight.items()))
    return first + '\n' + rows + re.sub(r'(?<![\w.\-])(\d+)>', lambda number: f'{columns[int(number[1])]}>', rest)


def cross_validate(options, samples, folds, is_trained):
    """For each page the scores of its blocks at each cut, by trees that saw no page of its fold."""
    scores = np.zeros(len(samples.labels))
    for fold in range(options.folds):
        held = (folds == fold)[samples.page_of]
        table, fitted = fit(options, samples, is_trained & (folds != fold))
        scores[held] = fitted[held]
        if options.fold_folders:
            folder = Path(options.fold_folders) / str(fold)
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f'weights.{options.form}.tsv').write_text(head(options) + table, encoding='utf-8')
    return [list(word_scores(samples, page, scores, cut) for cut in CUTS) for page in range(len(samples.gold))]


def write_pages(options, pages, folds, is_scored):
    """Into each fold's folder the records that its weights have not seen, for `presscut clean --weights`."""
    name = 'pages.ndjson' if options.form == 'html' else 'text.ndjson'
    for fold in range(options.folds):
        with open(Path(options.fold_folders) / str(fold) / name, 'w', encoding='utf-8') as out:
            for page, its_fold, wanted in zip(pages, folds, is_scored):
                if wanted and its_fold == fold:
                    out.write(json.dumps(page) + '\n')


BEST = 'best'  # where lib/clean/classify.cc cuts a page
CUTS = [BEST, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0]


def doubt_of(options, names, row):
    """What is taken off the scores of a page that the trees have not seen, as in lib/clean/classify.cc."""
    if options.form == 'plain':
        return 0.25
    of = dict(zip(names, row))
    kinds = ('is_article', 'is_service', 'is_forum', 'is_product', 'is_listing', 'is_documentation')
    if of['address_folders'] < 0 and not any(of[kind] for kind in kinds):
        return 0.25
    others = max(of[name] for name in kinds[2:])
    is_article = of['is_article'] > others or (of['is_article'] == others and of['address_dashes'] >= 3)
    return 0.5 if is_article else 0.0


def best_cut(words, scores, doubt):
    """The cut that promises the best F1 of words, as in lib/clean/classify.cc."""
    likely = words / (1 + np.exp(doubt - 0.8 * scores))
    order = np.argsort(-scores)
    order = order[scores[order] > -2.5]
    promise = np.cumsum(likely[order]) / (np.cumsum(words[order]) + likely[order].sum() + 1e-9)
    return scores[order][np.argmax(promise)] - 1e-6 if len(order) else 0.0


def word_scores(samples, page, scores, cut):
    start, end = samples.starts[page], samples.starts[page + 1]
    if cut == BEST:
        cut = best_cut(np.array([len(block) for block in samples.blocks[page]]), scores[start:end], samples.doubts[page])
    kept = Counter()
    for block, score in zip(samples.blocks[page], scores[start:end]):
        if score > cut:
            kept.update(block)
    gold = Counter(samples.gold[page])
    if not gold or not kept:
        return float(not gold and not kept), 0.0, 0.0
    common = (gold & kept).total()
    precision, recall = common / kept.total(), common / gold.total()
    return (2 * precision * recall / (precision + recall) if common else 0.0), precision, recall


def report(scores, pages, is_scored):
    pages = [dict(page, scores=page_scores) for page, page_scores, wanted in zip(pages, scores, is_scored) if wanted]
    kinds = [{}, *({'type': kind} for kind in sorted({p['type'] for p in pages}))]
    for style in sorted({p['style'] for p in pages if 'style' in p}):
        kinds += [{'style': style}, {'style': style, 'type': 'article'}]
    for kind in kinds:
        chosen = [p['scores'] for p in pages if kind.items() <= p.items()]
        cells = [100 * mean(s[i][0] for s in chosen) for i in range(len(CUTS))]
        print(f'{" ".join(kind.values()) or "all":16}', *(f'{cell:6.1f}' for cell in cells), file=sys.stderr)
    print(f'{"cut":16}', *(f'{cut:>6}' for cut in CUTS), file=sys.stderr)


def head(options):
    return (f'# Weights of names and boosted trees that judge the blocks of {options.form} pages: logit of "belongs to the text".\n'
            f'# data: {options.source or Path(options.pages).name}\n'
            f'# script: scripts/train_clean.py --form {options.form} --trees {options.trees} --depth {options.depth} '
            f'--rate {options.rate} --l2 {options.l2} --row-share {options.row_share}, seed {SEED}\n')


if __name__ == '__main__':
    main()
