"""Makes app/fonts/*.woff2 out of the fonts that package.json names: only the glyphs and weights that pages use.

Run by hand when a font or a weight changes (python3 with fontTools and brotli): python3 scripts/fonts/subset-fonts.py
The results are kept in the repository. They have names of their own, because one licence reserves the name of its font.
"""

from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ROOT / "node_modules" / "@fontsource-variable"

# Result, its file of origin, the weights that the style sheets ask for, and the name it goes by.
FONTS = [
    ("serif", "source-serif-4/files/source-serif-4-latin-wght-normal.woff2", (400, 700), "Defensible Serif"),
    ("serif-italic", "source-serif-4/files/source-serif-4-latin-wght-italic.woff2", 400, "Defensible Serif"),
    ("sans", "inter/files/inter-latin-wght-normal.woff2", (400, 700), "Defensible Sans"),
    ("mono", "jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2", (400, 700), "Defensible Mono"),
]

# Latin of western Europe, and the signs that texts and tables use where a font has them.
SIGNS = "ıŒœ‐‑‒–—‘’‚“”•… ′″‹›€™←↑→↓−∕√≈≠≤≥  ✓"
GLYPHS = [*range(0x20, 0x7F), *range(0xA0, 0x100), *map(ord, SIGNS)]
FEATURES = ["kern", "liga", "ccmp", "locl", "mark", "mkmk", "lnum", "tnum", "pnum"]


def rename(font, family):
    """Family, full and PostScript names; copyright and licence stay."""
    for record in font["name"].names:
        if record.nameID in (1, 16, 25):
            record.string = family
        elif record.nameID in (3, 4, 6):
            record.string = family.replace(" ", "")


def main():
    for name, source, weights, family in FONTS:
        font = TTFont(PACKAGES / source)
        options = subset.Options()
        options.layout_features = FEATURES
        options.hinting = False
        options.name_IDs = ["*"]
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=GLYPHS)
        subsetter.subset(font)
        font = instancer.instantiateVariableFont(font, {"wght": weights})
        rename(font, family)
        font.flavor = "woff2"
        target = ROOT / "app" / "fonts" / f"{name}.woff2"
        font.save(target)
        print(f"{target.relative_to(ROOT)}: {(PACKAGES / source).stat().st_size} -> {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
