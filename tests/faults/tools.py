"""Every tool and every form of its output, on inputs of their own: what the checks of this folder run."""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import traceback

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SENTENCE = 'On Monday some {} dockers of the Osmer Harbour Union signed the letter, and about {} more will march on 3 May 2024. '

# The forms in which each tool prints, as options.
ROWS = [[], ['--csv'], ['--json']]
FORMS = {
    'clean': [[], ['--markdown'], ['--explain'], ['--json']],
    'dates': ROWS,
    'numbers': ROWS,
    'groups': ROWS + [['--count'], ['--count', '--json'], ['--link', 'corpus']],
    'figures': ROWS,
    'match': ROWS,
    'tally': [[], ['--tsv'], ['--csv'], ['--json'], ['--partial']],
    'merge': [[], ['--tsv'], ['--csv'], ['--json'], ['--partial']],
    'freq': [[], ['--csv'], ['--json'], ['--partial']],
    'kwic': [[], ['--csv'], ['--json'], ['--sort', 'left']],
    'collocates': [[], ['--csv'], ['--json'], ['--partial']],
    'keyness': [[], ['--csv'], ['--json'], ['--partial']],
    'dispersion': [[], ['--csv'], ['--json'], ['--partial'], ['--positions'], ['--positions', '--json']],
    'report': [[]],
    'dedupe': [[], ['--csv'], ['--json'], ['--level', 'paragraph'], ['--drop']],
    'export': [['--vertical'], ['--tei'], ['--csv'], ['--tei', '--mentions']],
    'check': [[], ['--json']],
}
# What a tool needs in any form.
GIVEN = {'match': ['-e', '[0-9]+'], 'kwic': ['-w', 'dockers'], 'collocates': ['-w', 'dockers'], 'dispersion': ['-w', 'dockers'],
         'keyness': ['--target', 'id=Page/1', '--alpha', '1']}
READ_TWICE = (['--link', 'corpus'], ['--drop'])
# Those that write a file for each document, and the forms of these files.
FOLDER_FORMS = {tool: FORMS[tool] if tool in ('clean', 'export') else ROWS
                for tool in ('clean', 'dates', 'numbers', 'groups', 'figures', 'match', 'export')}


class Case:
    """The tools, a folder of a case's own, and inputs in it."""

    def __init__(self, tools, folder, sample=None):
        self.tools, self.folder, self.sample = tools, folder, sample
        self.feed = self.path('feed.ndjson')
        with open(self.feed, 'w') as feed:
            for number in range(12):
                text = '\n\n'.join(SENTENCE.format(number + i + 40, i + 7) * 3 for i in range(3))
                feed.write(json.dumps({'id': f'Page/{number}', 'title': 'Dockers', 'text': text}) + '\n')
        # A part for merge, and documents that check has something to say of.
        self.part, self.wrong = self.path('part.ndjson'), self.path('wrong.ndjson')
        with open(self.part, 'wb') as part:
            part.write(self.run('tally', '--partial', self.feed).stdout)
        with open(self.wrong, 'w') as wrong:
            for number in range(3):
                wrong.write(json.dumps({'id': f'{number}', 'text': 'One.', 'dates': [{'start': 0, 'end': 3, 'quote': 'Two'}]}) + '\n')

    def path(self, name):
        return os.path.join(self.folder, name)

    def each_form(self):
        """Each tool with each form of its output; of a sample, with one of them, in each case another."""
        for tool, forms in FORMS.items():
            for form in forms if self.sample is None else [forms[self.sample % len(forms)]]:
                yield tool, form

    def command(self, tool, *options):
        return [os.path.join(self.tools, 'presscut-' + tool), *GIVEN.get(tool, []), *options]

    def input_of(self, tool):
        return {'merge': self.part, 'check': self.wrong}.get(tool, self.feed)

    def run(self, tool, *options, **how):
        how = {'stdout': subprocess.PIPE, 'stderr': subprocess.PIPE, 'cwd': self.folder, 'timeout': 120, **how}
        return subprocess.run(self.command(tool, *options), **how)


def tree(folder):
    """Each file in a folder, with its bytes."""
    found = {}
    for path, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(path, name), 'rb') as file:
                found[os.path.relpath(os.path.join(path, name), folder)] = file.read()
    return found


def main(cases, description, slow=()):
    """Runs the cases, functions that take a Case and give the number of things that they looked at, the slow ones where they are
    asked for; the exit status."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--bin', default=os.path.join(TOP, 'build', 'bin'))
    parser.add_argument('--all', action='store_true', help='those that take long, too')
    parser.add_argument('--sample', action='store_true', help='one form of each tool, one call of the system in four')
    parser.add_argument('cases', nargs='*')
    options = parser.parse_args()
    failed = looked_at = 0
    wanted = options.cases or [case.__name__ for case in cases if options.all or case not in slow]
    chosen = [case for case in cases if case.__name__ in wanted]
    for place, case in enumerate(chosen):
        with tempfile.TemporaryDirectory() as folder:
            try:
                number = case(Case(os.path.abspath(options.bin), folder, place if options.sample else None))
                looked_at += number
                print(f'  {case.__name__}: {number}', flush=True)
            except Exception as error:
                failed += 1
                print(f'FAILED {case.__name__}: {str(error)[:2000] or type(error).__name__}', flush=True)
                if not isinstance(error, AssertionError) or not str(error):
                    traceback.print_exc()
    print(f'{len(chosen) - failed} passed, {failed} failed ({looked_at} runs)')
    return failed > 0
