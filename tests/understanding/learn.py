"""Learn the models again: `python -m tests.understanding.learn [danger] [needs]` writes `content/lexicon/learned/`.

Logistic regression, one label against the rest, by scikit-learn (`tests/understanding/requirements.lock`: nobody
else needs it). The same rows give the same file. Of thousands of rows no one should say much: `STRENGTH`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from content.danger import marked_in
from content.learned import HERE, RARITY
from content.letters import fold, within
from content.pieces import pieces
from content.ruling import ruling
from tests.understanding.hasty import hasty_rows
from tests.understanding.joined import joined_danger, joined_needs
from tests.understanding.rows import Row, danger_rows, needs_rows

Sorts = Mapping[str, tuple[int, int]]
"""For each sort of piece: in how many rows it must stand, and how many are kept, the most frequent first."""
NEEDS: Sorts = {"letters": (3, 25_000), "words": (2, 30_000), "marks": (2, 5_000)}
DANGERS: Sorts = {"letters": (2, 60_000), "words": (2, 90_000), "marks": (2, 5_000)}
STRENGTH = 10.0
FINEST = 127


def danger_pieces(text: str) -> dict[str, object]:
    folded = fold(within(text))
    return dict(pieces(folded, marked_in(folded).marks))


def added_danger(rows: Sequence[Row]) -> Iterator[Row]:
    """What is put together of the rows, and what is typed of them in haste."""
    yield from joined_danger(rows)
    yield from hasty_rows(rows)


def needs_pieces(text: str) -> dict[str, object]:
    return dict(pieces(fold(within(text)), ruling(within(text)).marks()))


def spread(counts: dict[str, int]) -> list[str]:
    return [piece for piece, times in counts.items() for _ in range(times)]


class Learnt:
    """Weights of pieces for labels. A row tells of some labels only if it says so (`Row.about`)."""

    def __init__(
        self, looked: Sequence[dict], rows: Sequence[Row], sorts: Sorts, labels: Iterable[str] = ()
    ) -> None:
        self.sorts = {
            sort: TfidfVectorizer(analyzer=spread, sublinear_tf=True, min_df=least, max_features=most)
            for sort, (least, most) in sorts.items()
        }
        for sort, vectorizer in self.sorts.items():
            vectorizer.fit([row[sort] for row in looked])
        seen = self._seen(looked)
        self.labels = sorted(labels or {label for row in rows for label in row.labels})
        self.models = [_fitted(seen, rows, label) for label in self.labels]

    def likely(self, looked: Sequence[dict]) -> np.ndarray:
        """Rows by labels."""
        seen = self._seen(looked)
        return np.stack([model.predict_proba(seen)[:, 1] for model in self.models], axis=1)

    def _seen(self, looked: Sequence[dict]) -> csr_matrix:
        """Rows by pieces."""
        return hstack([v.transform([row[sort] for row in looked]) for sort, v in self.sorts.items()]).tocsr()

    def lines(self) -> Iterator[str]:
        """The file of weights."""
        weights = np.concatenate([model.coef_ for model in self.models])
        ends = np.cumsum([len(vectorizer.idf_) for vectorizer in self.sorts.values()])
        parts = np.split(weights, ends[:-1], axis=1)
        steps = [float(np.abs(part).max() / FINEST) for part in parts]
        yield "\t".join(["labels", *self.labels])
        yield "\t".join(["bias", *(f"{model.intercept_[0]:.3f}" for model in self.models)])
        yield "\t".join(["steps", *(f"{step:.6f}" for step in steps)])
        for (sort, vectorizer), part, step in zip(self.sorts.items(), parts, steps, strict=True):
            names, rarities = vectorizer.get_feature_names_out(), np.rint(vectorizer.idf_ * RARITY)
            for name, rarity, column in zip(names, rarities, np.rint(part / step).T, strict=True):
                yield "\t".join([sort, name, f"{rarity:.0f}", *(f"{weight:.0f}" for weight in column)])


def _fitted(seen: csr_matrix, rows: Sequence[Row], label: str) -> LogisticRegression:
    telling = [at for at, row in enumerate(rows) if not row.about or label in row.about]
    wanted = [label in rows[at].labels for at in telling]
    return LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=300).fit(seen[telling], wanted)


def learn(name: str, rows: Sequence[Row], look: Callable[[str], dict], sorts: Sorts) -> None:
    learnt = Learnt([look(row.text) for row in rows], rows, sorts)
    HERE.mkdir(exist_ok=True)
    (HERE / f"{name}.tsv").write_text("\n".join(learnt.lines()) + "\n", encoding="utf-8")


def main() -> None:
    asked = sys.argv[1:] or ["danger", "needs"]
    if "danger" in asked:
        rows = danger_rows()
        learn("danger", [*rows, *added_danger(rows)], danger_pieces, DANGERS)
    if "needs" in asked:
        rows = needs_rows()
        learn("needs", [*rows, *joined_needs(rows)], needs_pieces, NEEDS)


if __name__ == "__main__":
    main()
