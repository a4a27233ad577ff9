"""What the names of elements (element, class, id, itemprop) say of the text inside them: a weight for each of their words.

scripts/train_clean.py fits the weights of lib/clean/names.h with this, and makes of them the columns names_* of the features. A
logistic regression over how often each word stands in the names around a block (L2 penalty, L-BFGS), blocks of equal names
counted together. A block that the trees learn from must not have had a say in the weights that it is seen with: its columns
come of weights that were fitted without its host.
"""
from hashlib import sha256
from urllib.parse import urlsplit

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

COLUMNS = ('names_own', 'names_parent', 'names_sum', 'names_least', 'names_most')
UNIT = 32  # of a weight is a logit, as in lib/clean/names.h
HEAVIEST = 127
LEAST_HOSTS = 5  # a word that fewer hosts use is none
MOST_COUNTED = 3  # times that a word counts around one block
PENALTY = 100
PARTS = 3


class Names:
    """The names around every block: `pages` are the records, `lines` what presscut-block-features says of them."""

    def __init__(self, pages, lines):
        name_ids, blocks, base = {}, [], 0
        self.parents, self.names = [], []  # by container
        for line in lines:
            for parent, *names in line['containers']:
                names = tuple(names)
                if names not in name_ids:
                    name_ids[names] = len(name_ids)
                self.names.append(name_ids[names])
                self.parents.append(base + parent)
            blocks += [base + container for container in line['container_of']]
            base += len(line['containers'])
        self.words = sorted({word for names in name_ids for word in names})
        numbers = {word: number for number, word in enumerate(self.words)}
        self.word_counts = matrix([[numbers[word] for word in names] for names in name_ids], len(numbers))
        self.blocks = np.array(blocks)
        self.parents, self.names = np.array(self.parents), np.array(self.names)
        self.levels = self.by_depth()
        hosts = [(urlsplit(page['url'] or '').hostname or '').removeprefix('www.') for page in pages]
        page_of = np.repeat(np.arange(len(lines)), [len(line['container_of']) for line in lines])
        self.hosts = np.unique(hosts, return_inverse=True)[1][page_of]
        self.part_of = np.array([int(sha256(('names ' + host).encode()).hexdigest(), 16) % PARTS for host in hosts])[page_of]
        self.find_paths()

    def by_depth(self):
        """The containers of each depth."""
        depths = np.zeros(len(self.parents), int)
        for container, parent in enumerate(self.parents):
            if parent != container:
                depths[container] = depths[parent] + 1
        return [np.flatnonzero(depths == depth) for depth in range(depths.max() + 1)]

    def find_paths(self):
        """Blocks with equal names around them are one path; how often each word stands in each."""
        paths, path_of = {}, np.zeros(len(self.names), int)
        around = []
        for container, (parent, name) in enumerate(zip(self.parents, self.names)):
            outer = -1 if parent == container else path_of[parent]
            if (outer, name) not in paths:
                paths[outer, name] = len(paths)
                around.append([name] if outer < 0 else around[outer] + [name])
            path_of[container] = paths[outer, name]
        self.paths = path_of[self.blocks]
        self.path_counts = (matrix(around, self.word_counts.shape[0]) @ self.word_counts).tocsr()
        self.path_counts.data = np.minimum(self.path_counts.data, MOST_COUNTED)

    def fit(self, labels, weights, chosen):
        """The weights of the words and the columns of all blocks, made of the `chosen` blocks."""
        columns, together = np.zeros((len(labels), len(COLUMNS)), np.float32), 0
        for part in range(PARTS):
            held = self.part_of == part
            fitted = self.regress(labels, weights, chosen & ~held)
            columns[held] = self.columns(whole(fitted))[held]
            together = together + fitted / PARTS
        together = whole(together)
        columns[~chosen] = self.columns(together)[~chosen]
        return {word: int(weight) for word, weight in zip(self.words, together) if weight}, columns

    def regress(self, labels, weights, chosen):
        """The weight of each word in logit, 0 where too few hosts of the chosen blocks use it."""
        paths = self.paths[chosen]
        kept = np.bincount(paths, weights[chosen] * labels[chosen], minlength=self.path_counts.shape[0])
        all_ = np.bincount(paths, weights[chosen], minlength=self.path_counts.shape[0])
        seen = np.flatnonzero(all_)
        frequent = self.frequent(paths, self.hosts[chosen])
        counts, share, all_ = self.path_counts[seen][:, frequent], kept[seen] / all_[seen], all_[seen]
        transposed = counts.T.tocsr()

        def loss(b):
            logits = counts @ b[:-1] + b[-1]
            error = all_ * (1 / (1 + np.exp(-logits)) - share)
            value = np.sum(all_ * (np.logaddexp(0, logits) - share * logits)) + PENALTY / 2 * b[:-1] @ b[:-1]
            return value, np.append(transposed @ error + PENALTY * b[:-1], error.sum())

        result = minimize(loss, np.zeros(len(frequent) + 1), jac=True, method='L-BFGS-B', options={'maxiter': 60})
        fitted = np.zeros(len(self.words))
        fitted[frequent] = result.x[:-1]
        return fitted

    def frequent(self, paths, hosts):
        """The words that enough hosts use."""
        pairs = np.unique(np.stack([paths, hosts], axis=1), axis=0)
        counts = self.path_counts[pairs[:, 0]].tocoo()
        used = np.unique(np.stack([counts.col, pairs[counts.row, 1]], axis=1), axis=0)
        return np.flatnonzero(np.bincount(used[:, 0], minlength=len(self.words)) >= LEAST_HOSTS)

    def columns(self, weights):
        """As NameWeights::score of lib/clean/names.h."""
        own = (self.word_counts @ weights)[self.names]
        total, least, most = own.copy(), np.minimum(own, 0), np.maximum(own, 0)
        for level in self.levels[1:]:
            around = self.parents[level]
            total[level] += total[around]
            least[level] = np.minimum(least[level], least[around])
            most[level] = np.maximum(most[level], most[around])
        parent = np.where(self.parents == np.arange(len(own)), 0, own[self.parents])
        return np.stack([own, parent, total, least, most], axis=1)[self.blocks]


def matrix(rows, width):
    """A sparse matrix of how often each number stands in each row."""
    ends = np.cumsum([0] + [len(row) for row in rows])
    numbers = np.fromiter((number for row in rows for number in row), int)
    counts = csr_matrix((np.ones(len(numbers)), numbers, ends), shape=(len(rows), width))
    counts.sum_duplicates()
    return counts


def whole(weights):
    return np.clip(np.rint(weights * UNIT), -HEAVIEST, HEAVIEST)
