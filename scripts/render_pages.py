#!/usr/bin/python3
"""Renders pages as scraped plain text in several styles, to train the plain-text model on.

    scripts/render_pages.py pages-dev.ndjson.xz renderings.ndjson.xz

Reads records with `html`; writes, for each page and style, the record with `text` and `style` instead of `html`:

    w3m, lynx  80 columns wide, as these browsers dump a page
    strip      every text node on a line of its own, leaked style and script sometimes included
    inner      what a browser calls innerText: blocks on lines of their own, inline tags dissolved

Needs w3m and lynx. Same pages in, same records out.
"""
import json
import lzma
import re
import subprocess
import sys
from hashlib import sha256
from html.parser import HTMLParser

BLOCKS = set('address article aside blockquote body br center dd details dialog div dl dt fieldset figcaption figure footer form '
             'h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section select summary table tbody td '
             'tfoot th thead title tr ul'.split())
GAPS = set('blockquote dl figure h1 h2 h3 h4 h5 h6 ol p pre table ul'.split())
HIDDEN = {'script', 'style', 'template', 'noscript', 'head'}


class Strip(HTMLParser):
    """Text nodes, one a line."""

    def __init__(self, leaks):
        super().__init__(convert_charrefs=True)
        self.lines, self.skipped, self.leaks = [], None, leaks

    def handle_starttag(self, tag, attributes):
        if tag == 'script' or (tag == 'style' and not self.leaks):
            self.skipped = tag

    def handle_endtag(self, tag):
        if tag == self.skipped:
            self.skipped = None

    def handle_data(self, data):
        if not self.skipped:
            self.lines += [' '.join(line.split()) for line in data.split('\n') if line.strip()]

    def text(self):
        return '\n'.join(self.lines)


class Inner(HTMLParser):
    """Blocks on lines of their own, a blank line around paragraphs and headings."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.out, self.line, self.hidden, self.item = [], '', 0, False

    def handle_starttag(self, tag, attributes):
        self.hidden += tag in HIDDEN
        if tag in BLOCKS:
            self.flush()
            self.gap(tag)
            self.item = tag == 'li'

    def handle_endtag(self, tag):
        self.hidden = max(0, self.hidden - (tag in HIDDEN))
        if tag in BLOCKS:
            self.flush()
            self.gap(tag)

    def handle_data(self, data):
        if not self.hidden:
            self.line += data

    def gap(self, tag):
        if tag in GAPS and self.out and self.out[-1]:
            self.out.append('')

    def flush(self):
        line = ' '.join(self.line.split())
        if line:
            self.out.append(line)
        self.line = ''

    def text(self):
        self.flush()
        return '\n'.join(self.out)


def parsed(parser, html):
    try:
        parser.feed(html)
        parser.close()
    except (AssertionError, ValueError):  # the parser of the standard library gives up on some declarations
        pass
    return parser.text()


def dumped(command, html):
    html = re.sub(r'(?i)<meta[^>]+charset[^>]*>', '', html)
    try:
        run = subprocess.run(command, input=html.encode('utf-8', 'replace'), stdout=subprocess.PIPE,
                             stderr=subprocess.DEVNULL, timeout=20)
    except subprocess.TimeoutExpired:
        return ''
    return run.stdout.decode('utf-8', 'replace')


def renderings(page):
    html = page['html']
    leaks = sha256(page['id'].encode()).digest()[0] % 2 == 0
    yield 'strip', parsed(Strip(leaks), html)
    yield 'inner', parsed(Inner(), html)
    yield 'w3m', dumped(['w3m', '-dump', '-T', 'text/html', '-I', 'UTF-8', '-O', 'UTF-8', '-cols', '80'], html)
    yield 'lynx', dumped(['lynx', '-dump', '-stdin', '-nolist', '-width=80', '-assume_charset=utf-8', '-display_charset=utf-8'], html)


def main():
    source, target = sys.argv[1:]
    with lzma.open(source, 'rt', encoding='utf-8') as pages, \
            lzma.open(target, 'wt', encoding='utf-8', preset=1) as out:
        for line in pages:
            page = json.loads(line)
            record = {key: value for key, value in page.items() if key != 'html'}
            for style, text in renderings(page):
                if text.strip():
                    out.write(json.dumps(dict(record, style=style, text=text), ensure_ascii=False) + '\n')


if __name__ == '__main__':
    main()
