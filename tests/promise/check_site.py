"""Builds the documentation as a site and reads what came out.

usage: check_site.py SOURCE FOLDER
  SOURCE  the top of the tree
  FOLDER  made anew for the site

Exits 77 with a sentence where the site cannot be built, 1 with the faults found.
"""

import html.parser
import importlib.util
import pathlib
import re
import shutil
import subprocess
import sys
import urllib.parse

SOURCE, SITE = (pathlib.Path(argument) for argument in sys.argv[1:])
THEME = pathlib.Path("/usr/share/mkdocs/themes/material")


class Page(html.parser.HTMLParser):
    """What a page is made of: its anchors, where it leads, and what it loads by itself."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.loads, self.bare = set(), [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        has = dict(attributes)
        self.ids.update(filter(None, (has.get("id"), has.get("name"))))
        if tag == "a" and has.get("href"):
            self.links.append(has["href"])
        elif tag == "link" and has.get("rel") not in ("canonical", "next", "prev"):
            self.loads.append(has.get("href", ""))
        elif tag in ("script", "img", "iframe", "source", "video", "audio", "object", "embed"):
            self.loads.append(has.get("src") or has.get("data") or "")
        if tag == "img" and not has.get("alt"):
            self.bare.append(has.get("src"))


def faults_of(name, page, pages):
    for address in filter(None, page.loads):
        if urllib.parse.urlsplit(address).scheme not in ("", "data") or address.startswith("//"):
            yield f"{name} loads {address} from outside"
        elif not address.startswith("data:") and name != "404.html":
            if not (SITE / name).parent.joinpath(urllib.parse.unquote(address)).exists():
                yield f"{name} loads {address}, which is not there"
    for picture in page.bare:
        yield f"{name}: the picture {picture} has no text"
    for address in page.links:
        parts = urllib.parse.urlsplit(address)
        if parts.scheme or parts.netloc or name == "404.html":
            continue
        path = (SITE / name).parent / urllib.parse.unquote(parts.path)
        there = path.resolve().relative_to(SITE.resolve()).as_posix() if parts.path else name
        if not path.is_file() and parts.path not in ("", "."):
            yield f"{name} leads to {address}, which is not there"
        elif parts.fragment and there in pages and parts.fragment not in pages[there].ids:
            yield f"{name} leads to {address}, which has no such part"


def main():
    mkdocs = shutil.which("mkdocs")
    if not mkdocs or not THEME.exists() or not importlib.util.find_spec("pymdownx"):
        print("the site was not built: mkdocs with its theme material is not installed")
        return 77
    shutil.rmtree(SITE, ignore_errors=True)
    built = subprocess.run(
        [mkdocs, "build", "--strict", "--config-file",
         SOURCE / "docs/site/mkdocs.yml", "--site-dir", SITE],
        capture_output=True, text=True)  # fmt: skip
    if built.returncode != 0:
        print("mkdocs finds faults:", built.stdout + built.stderr)
        return 1
    pages = {
        path.relative_to(SITE).as_posix(): Page(path.read_text(encoding="utf-8"))
        for path in SITE.rglob("*.html")
    }
    faults = [fault for name, page in pages.items() for fault in faults_of(name, page, pages)]
    navigation = (SOURCE / "docs/site/mkdocs.yml").read_text(encoding="utf-8").split("\nnav:")[1]
    for path in sorted((SOURCE / "docs").glob("*.md")):
        if not re.search(rf": {re.escape(path.name)}$", navigation, re.M):
            faults.append(f"docs/{path.name} is not in the navigation (docs/site/mkdocs.yml)")
    for style in SITE.rglob("*.css"):
        if re.search(r"(@import|url\()\s*[\"']?(https?:)?//", style.read_text(encoding="utf-8")):
            faults.append(f"{style.relative_to(SITE)} loads something from outside")
    for fault in faults:
        print(fault)
    return 1 if faults or len(pages) < 15 else 0


sys.exit(main())
